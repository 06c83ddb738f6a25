//! One rule asked about one subject.

use std::{cell::RefCell, collections::BTreeMap};

use serde_json::{Map, Value};
use xxhash_rust::xxh3::xxh3_64;

use crate::{
    check::rank::Ranked,
    confidence::Confidence,
    finding::{Facts, Finding, Related},
    link::{Each, Fact, Nearby, Scope, View},
    rule::{Rule, Sureness, Who, With},
};

/// The version of what a fingerprint is made of; a change of it is a change of every baseline.
const FINGERPRINT: &str = "v1";

/// How sure `rule` is that it has something to say about a subject, if it has.
pub(super) fn ask(rule: &Rule, view: View<'_>) -> Option<Confidence> {
    rule.when.holds(&view).then(|| confidence(rule, view))
}

/// What a rule says, with its words, its grounds, its facts, and whoever can act.
pub(super) fn spelt_out(ranked: Ranked<'_>, view: View<'_>) -> Finding {
    let Ranked { rule, confidence, under } = ranked;
    let world = view.world;
    let language = world.language.as_str();
    // The sentences and the facts of a finding ask for the same words.
    let asked = Asked { view, known: RefCell::default() };
    let identity = view.subject.identity(language);
    let linked = view.subject.linked();
    let nearby = view.subject.nearby(world);
    let basis = rule.basis_on(world.as_of).map(|basis| basis.cite.to_string());
    Finding {
        rule: rule.id.clone(),
        severity: rule.severity(confidence),
        confidence,
        persona: rule.persona,
        message: fitted(rule.message.fill(language, &asked)),
        advice: fitted(rule.advice.fill(language, &asked)),
        edit: rule.edit.clone(),
        with: with(rule, &asked),
        procedure: code(view),
        procedure_title: linked.map(|linked| linked.procedure.title.said(language).to_owned()).unwrap_or_default(),
        sector: linked.and_then(|linked| linked.procedure.sector.clone()),
        kind: rule.each.name(),
        subject: identity.key,
        title: identity.title,
        span: identity.span,
        pointer: identity.pointer,
        basis: grounds(&nearby, basis.collect()),
        related: nearby.into_iter().map(|near| Related { kind: near.kind, what: near.what, span: near.span }).collect(),
        who: who(rule, &asked),
        facts: facts(rule, &asked),
        fingerprint: String::new(),
        under,
    }
}

/// A subject asked for the facts of one finding: each is found once.
struct Asked<'w> {
    view: View<'w>,
    known: RefCell<Vec<(u16, Fact<'w>)>>,
}

impl Scope for Asked<'_> {
    fn fact(&self, at: u16) -> Fact<'_> {
        let known = self.known.borrow().iter().find(|(known, _)| *known == at).map(|(_, fact)| fact.clone());
        known.unwrap_or_else(|| {
            let fact = self.view.known(at);
            self.known.borrow_mut().push((at, fact.clone()));
            fact
        })
    }
}

/// The provision about this very thing first, then what the rule rests on in general.
fn grounds(nearby: &[Nearby], basis: Vec<String>) -> Vec<String> {
    let own = nearby.iter().filter(|near| near.kind == "provision" && !near.what.is_empty());
    let mut grounds: Vec<String> = own.map(|near| near.what.clone()).collect();
    grounds.extend(basis);
    grounds.dedup();
    grounds
}

/// How sure the rule is; where nothing it rests on is in force that day, it can only point.
fn confidence(rule: &Rule, view: View<'_>) -> Confidence {
    if !rule.basis.is_empty() && rule.basis_on(view.world.as_of).next().is_none() {
        return Confidence::Undetermined;
    }
    match &rule.sureness {
        Sureness::Always(confidence) => *confidence,
        Sureness::Asked(value) => Confidence::named(&value.of(&view)).unwrap_or_default(),
    }
}

fn code(view: View<'_>) -> Option<String> {
    let code = view.subject.linked().map(|linked| linked.procedure.code.value.clone());
    code.or_else(|| match view.subject {
        crate::link::Subject::Problem(problem) => problem.code.clone(),
        _ => None,
    })
    .filter(|code| !code.is_empty())
}

fn who(rule: &Rule, view: &Asked<'_>) -> Vec<String> {
    match &rule.who {
        Who::Always(who) => who.clone(),
        Who::Asked(at) => match view.fact(*at) {
            Fact::List(items) => items
                .iter()
                .filter_map(|item| match item {
                    Fact::Text(words) => Some(words.clone().into_owned()),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        },
    }
}

fn with(rule: &Rule, view: &Asked<'_>) -> Vec<String> {
    match &rule.with {
        With::Always(word) => word.iter().cloned().collect(),
        With::Asked(at) => match view.fact(*at) {
            Fact::Text(words) => vec![words.into_owned()],
            Fact::Int(number) => vec![number.to_string()],
            Fact::List(items) => {
                items.into_iter().filter_map(|item| if let Fact::Text(words) = item { Some(words.into_owned()) } else { None }).collect()
            }
            _ => Vec::new(),
        },
    }
}

fn facts(rule: &Rule, view: &Asked<'_>) -> Facts {
    let facts: Map<String, Value> = rule.facts.iter().map(|(name, at)| (name.clone(), plain(&view.fact(*at)))).collect();
    Facts::of(facts)
}

/// Words that take no more room than they need, since they stay until they are shown.
fn fitted(mut words: String) -> String {
    words.shrink_to_fit();
    words
}

fn plain(fact: &Fact<'_>) -> Value {
    match fact {
        Fact::Null => Value::Null,
        Fact::Bool(yes) => Value::Bool(*yes),
        Fact::Int(number) => Value::from(*number),
        Fact::Decimal(number) => Value::String(number.normalize().to_string()),
        Fact::Date(day) => Value::String(day.to_string()),
        Fact::Text(words) => Value::String(words.clone().into_owned()),
        Fact::List(items) => items.iter().map(plain).collect(),
        Fact::Record(fields) => Value::Object(fields.iter().map(|(name, fact)| ((*name).to_owned(), plain(fact))).collect()),
    }
}

/// Gives each finding its fingerprint: rule, procedure, subject, and its number among equals. Never a line, a position,
/// the date, the wording, the language or the confidence.
pub(super) fn number(findings: &mut [Finding], procedure: impl Fn() -> String) {
    if findings.is_empty() {
        return;
    }
    let procedure = procedure();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for finding in findings {
        // What belongs to several procedures is known by its members alone: a new member in front must not be a new finding.
        let procedure = if Each::named(finding.kind).is_some_and(Each::is_of_several) { "" } else { procedure.as_str() };
        let key = format!("{FINGERPRINT}\0{}\0{procedure}\0{}\0{}", finding.rule, finding.kind, finding.subject);
        let ordinal = seen.get(&key).copied().unwrap_or_default();
        finding.fingerprint = format!("{:016x}", xxh3_64(format!("{key}\0{ordinal}").as_bytes()));
        seen.insert(key, ordinal + 1);
    }
}
