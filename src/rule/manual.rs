//! A rule's manual page, from its file alone.

use crate::{
    date::Date,
    locale::Locale,
    rule::{Example, Rule},
};

/// The page, in Markdown.
pub(super) fn page(rule: &Rule, language: &str) -> String {
    let locale = Locale::of(language);
    let mut page = format!("# {}\n\n`{}`\n\n", rule.title.said(language), rule.id);
    let [undetermined, presumed, proved] = rule.severity.map(|severity| locale.filled(&format!("severity.{}", severity.word()), &[]));
    page.push_str(&format!(
        "{}: {proved} ({}), {presumed} ({}), {undetermined} ({}) · {}\n\n",
        locale.say("manual.severity"),
        locale.say("confidence.proved"),
        locale.say("confidence.presumed"),
        locale.say("confidence.undetermined"),
        locale.filled(&format!("persona.{}", rule.persona.word()), &[]),
    ));
    page.push_str(&format!("{}\n\n", rule.rationale.said(language).trim()));
    page.push_str(&format!("**{}** {}\n\n", locale.say("manual.do"), rule.advice.words.said(language)));
    page.push_str(&format!("**{}** `{}`: `{}`\n\n", locale.say("manual.when"), rule.each.name(), rule.when_words.trim()));
    page.push_str(&rank(rule, locale));
    page.push_str(&format!("**{}** {}\n\n", locale.say("manual.facts"), rule.words().join(", ")));
    if !rule.basis.is_empty() {
        page.push_str(&format!("**{}**\n\n", locale.say("manual.basis")));
        for basis in &rule.basis {
            let cite = basis.cite.said(language);
            let day = |key: &str, day: Date| locale.filled(key, &[("day", &locale.date(day))]);
            let from = basis.valid.from.map_or_else(String::new, |from| day("manual.from", from));
            let until = basis.valid.until.map_or_else(String::new, |until| day("manual.until", until));
            page.push_str(&format!("- {cite}{from}{until}\n"));
        }
        page.push('\n');
    }
    page.push_str(&rule.examples.iter().map(|one| example(one, locale)).collect::<String>());
    page.trim_end().to_owned() + "\n"
}

/// An example, part by part.
fn example(example: &Example, locale: &Locale) -> String {
    let parts = [
        ("manual.registers", example.given.as_deref()),
        ("manual.before", example.before.as_deref()),
        ("manual.bad", Some(example.bad.as_str())),
        ("manual.good", Some(example.good.as_str())),
        ("manual.near", example.near.as_deref()),
    ];
    let head = format!("**{}** ({})\n\n", locale.say("manual.example"), locale.date(example.as_of));
    let parts = parts.into_iter().filter_map(|(key, text)| Some(fenced(locale.say(key), text?)));
    std::iter::once(head).chain(parts).collect()
}

/// The aspect it speaks of, and the rules it stands above.
fn rank(rule: &Rule, locale: &Locale) -> String {
    let Some(aspect) = &rule.aspect else { return String::new() };
    let above = rule.outranks.iter().map(|id| format!(" `{id}`")).collect::<Vec<_>>().join(",");
    let above = if above.is_empty() { above } else { format!("{}{}{above}", locale.say("semicolon"), locale.say("manual.above")) };
    let says = locale.say("manual.rank");
    format!("**{}** `{aspect}`{above} ({says}).\n\n", locale.say("manual.aspect"))
}

fn fenced(title: &str, text: &str) -> String {
    format!("{title}:\n\n```yaml\n{}\n```\n\n", text.trim_end())
}
