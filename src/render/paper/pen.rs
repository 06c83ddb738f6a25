//! What writes a paper: a review and a language, and the words for what is said again and again.

use rust_decimal::Decimal;

use crate::{
    finding::Finding,
    locale::Locale,
    plan::{Planned, Recommendation},
    register::Range,
    render::paper::block::{Block, Run, Style, plain, pointing, styled},
    report::review::Review,
};

/// A review to be written in a language.
pub(in crate::render) struct Pen<'r> {
    pub(in crate::render) review: &'r Review,
    pub(in crate::render) locale: &'static Locale,
}

impl<'r> Pen<'r> {
    pub(in crate::render) fn say(&self, key: &str) -> String {
        self.locale.say(key).to_owned()
    }

    /// The words under `key` with the blanks filled in.
    pub(in crate::render) fn filled(&self, key: &str, blanks: &[(&str, String)]) -> String {
        let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, words)| (*name, words.as_str())).collect();
        self.locale.filled(key, &blanks)
    }

    pub(in crate::render) fn heading(&self, level: u8, key: &str) -> Block {
        Block::Heading { level, words: self.say(key), anchor: key.replace('.', "-") }
    }

    pub(in crate::render) fn paragraph(&self, key: &str) -> Block {
        Block::Paragraph(vec![plain(self.say(key))])
    }

    pub(in crate::render) fn money(&self, amount: Decimal) -> String {
        self.locale.money(amount, &self.review.plan.currency)
    }

    /// An amount in a column whose head names the currency.
    pub(in crate::render) fn amount(&self, amount: Decimal) -> String {
        self.locale.decimal(amount, if self.review.plan.currency == "VND" { 0 } else { 2 })
    }

    /// The words under `key` as the head of a column of amounts.
    pub(in crate::render) fn priced(&self, key: &str) -> String {
        self.filled("report.priced", &[("head", self.say(key)), ("currency", self.review.plan.currency.clone())])
    }

    /// What a recommendation is about.
    pub(in crate::render) fn thing(&self, one: &Recommendation) -> String {
        crate::render::thing(&one.edit.title, &one.edit.at, self.locale)
    }

    /// What a finding is about.
    pub(in crate::render) fn subject(&self, one: &Finding) -> String {
        crate::render::thing(&one.title, &one.pointer, self.locale)
    }

    /// The number and the name of what a recommendation is about.
    pub(in crate::render) fn numbered(&self, one: &Recommendation) -> Run {
        styled(Style::Strong, format!("[{}] {}", self.count(one.number), self.thing(one)))
    }

    /// An amount as a rule, and between what bounds where these differ.
    pub(in crate::render) fn bounded(&self, range: Range) -> String {
        if range.low == range.base && range.high == range.base {
            return self.money(range.base);
        }
        let blanks = [("base", self.money(range.base)), ("low", self.number(range.low)), ("high", self.number(range.high))];
        self.filled("report.range", &blanks)
    }

    pub(in crate::render) fn number(&self, number: Decimal) -> String {
        self.locale.decimal(number, 2)
    }

    pub(in crate::render) fn count(&self, n: usize) -> String {
        self.locale.number(i64::try_from(n).unwrap_or(i64::MAX))
    }

    /// A share of one in hundredths.
    pub(in crate::render) fn share(&self, share: Decimal) -> String {
        self.locale.percent(share * Decimal::ONE_HUNDRED, 0)
    }

    pub(in crate::render) fn who(&self, name: &str) -> String {
        self.say(&format!("who.{name}"))
    }

    /// Who must act on a recommendation, and whether the office can begin.
    pub(in crate::render) fn power(&self, one: &Recommendation) -> String {
        let begun = if one.power.now { self.say("semicolon") + &self.say("plan.now") } else { String::new() };
        self.who(one.power.authority) + &begun
    }

    /// A citation as lawyers of the language write it.
    pub(in crate::render) fn cited(&self, canonical: &str) -> String {
        self.review.report.kinds.cited(canonical, self.locale.code)
    }

    /// What a procedure is called in the language of the paper, else in its own.
    pub(in crate::render) fn title(&self, one: &Planned) -> String {
        one.before.title.said(self.locale.code).to_owned()
    }

    /// The place in the paper where a procedure has its page.
    pub(in crate::render) fn anchor(&self, one: &Planned) -> String {
        format!("procedure-{}", one.number)
    }

    /// A procedure named, pointing at its page.
    pub(in crate::render) fn named(&self, one: &Planned) -> Vec<Run> {
        vec![styled(Style::Code, one.before.code.value.clone()), plain(" "), pointing(self.title(one), self.anchor(one))]
    }

    /// An agency or a sector in the words of the register, else by its name.
    pub(in crate::render) fn agency(&self, name: &str) -> String {
        let known = self.review.agencies.get(name).map(|words| words.said(self.locale.code)).filter(|words| !words.is_empty());
        known.unwrap_or(name).to_owned()
    }

    /// The recommendations that still ask for something, each with its procedure, in the order of their numbers.
    pub(in crate::render) fn open(&self) -> impl Iterator<Item = (Option<&'r Planned>, &'r Recommendation)> {
        let plan = &self.review.plan;
        let of = plan.procedures.iter().flat_map(|one| one.recommendations.iter().map(move |each| (Some(one), each)));
        of.chain(plan.beyond.iter().map(|each| (None, each))).filter(|(_, each)| each.is_open())
    }

    /// Words of others, in the marks that the language sets about them.
    pub(in crate::render) fn quoted(&self, words: &str) -> String {
        self.locale.filled("quoted", &[("what", words)])
    }

    /// That a provision is only cited by the file.
    pub(in crate::render) fn as_cited(&self) -> Run {
        styled(Style::Soft, format!(" ({})", self.say("report.as-cited")))
    }

    /// How sure it is, and what was decided, behind a recommendation.
    pub(in crate::render) fn standing(&self, one: &Recommendation) -> Vec<Run> {
        let sure = self.say(&format!("confidence.{}", one.edit.confidence.word()));
        let mut runs = vec![styled(Style::Soft, sure)];
        if let Some(decided) = &one.decided {
            runs.push(styled(Style::Soft, self.say("semicolon") + self.locale.say(&format!("decision.{}", decided.verdict.word()))));
        }
        runs
    }
}
