//! What the program says of itself: rules, facts, schemas, completions, the manual page.

use clap::CommandFactory;
use redtape::{files::Store, render::manual, rule::Severity, schema, text};
use serde_json::{Value, json};

use crate::{
    args::{Args, ListFormat, SchemaKind},
    catalogue, code,
    flags::{ExplainFlags, RulesAction, RulesFlags},
    out, own_rules, settings,
};

/// Prints a rule's manual page.
pub(crate) fn explain(flags: &ExplainFlags) -> Result<u8, String> {
    let mut store = Store::default();
    let settings = settings::read(flags.config.as_deref(), &mut store)?;
    let rules = catalogue::rules(&settings, &mut store)?;
    let Some(rule) = rules.rules.get(&flags.rule) else { return Err(catalogue::unknown(&rules, &flags.rule)) };
    out::print(&text::terminal(&rule.manual(&settings.language(flags.lang))))?;
    Ok(code::CLEAN)
}

/// Lists the rules.
pub(crate) fn rules(flags: &RulesFlags) -> Result<u8, String> {
    match &flags.action {
        Some(RulesAction::New(flags)) => return own_rules::new(flags),
        Some(RulesAction::Test(flags)) => return own_rules::test(flags),
        None => (),
    }
    let mut store = Store::default();
    let settings = settings::read(flags.config.as_deref(), &mut store)?;
    let rules = catalogue::rules(&settings, &mut store)?;
    let language = settings.language(flags.lang);
    let language = language.as_str();
    let words = match flags.format {
        ListFormat::Json => {
            let all: Vec<Value> = rules
                .rules
                .values()
                .map(|rule| {
                    let [undetermined, presumed, proved] = rule.severity.map(Severity::word);
                    json!({
                        "id": rule.id, "title": rule.title.said(language), "catalogue": rule.catalogue, "each": rule.each.name(),
                        "severity": {"proved": proved, "presumed": presumed, "undetermined": undetermined},
                        "persona": rule.persona.word(), "aspect": rule.aspect, "edit": rule.edit,
                        "basis": rule.basis.iter().map(|basis| basis.cite.to_string()).collect::<Vec<_>>(),
                    })
                })
                .collect();
            text::json(&format!("{:#}\n", Value::from(all)))
        }
        ListFormat::Table => {
            let widest = rules.rules.keys().map(String::len).max().unwrap_or_default();
            let line = |rule: &redtape::rule::Rule| {
                let [.., proved] = rule.severity.map(Severity::word);
                format!("{:widest$}  {proved:7}  {}\n", rule.id, text::line(rule.title.said(language)))
            };
            rules.rules.values().map(line).collect()
        }
    };
    out::print(&words)?;
    Ok(code::CLEAN)
}

/// Lists the facts, in Markdown.
pub(crate) fn facts() -> Result<u8, String> {
    out::print(&manual::facts())?;
    Ok(code::CLEAN)
}

/// Prints a JSON Schema.
pub(crate) fn schema(kind: SchemaKind) -> Result<u8, String> {
    let kind = match kind {
        SchemaKind::Procedure => schema::Kind::Procedure,
        SchemaKind::Register => schema::Kind::Register,
        SchemaKind::Rule => schema::Kind::Rule,
        SchemaKind::Config => schema::Kind::Config,
        SchemaKind::Decisions => schema::Kind::Decisions,
        SchemaKind::Baseline => schema::Kind::Baseline,
        SchemaKind::Mapping => schema::Kind::Mapping,
        SchemaKind::Findings => schema::Kind::Findings,
        SchemaKind::Changes => schema::Kind::Changes,
        SchemaKind::Plan => schema::Kind::Plan,
        SchemaKind::Report => schema::Kind::Report,
    };
    out::print(&format!("{}\n", kind.text().trim_end()))?;
    Ok(code::CLEAN)
}

/// Prints shell completions.
pub(crate) fn completions(shell: clap_complete::Shell) -> Result<u8, String> {
    let mut words = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "redtape", &mut words);
    out::print(&String::from_utf8_lossy(&words))?;
    Ok(code::CLEAN)
}

/// Prints the manual page in roff.
pub(crate) fn man() -> Result<u8, String> {
    let mut words = Vec::new();
    clap_mangen::Man::new(Args::command()).render(&mut words).map_err(|error| error.to_string())?;
    out::print(&String::from_utf8_lossy(&words))?;
    Ok(code::CLEAN)
}
