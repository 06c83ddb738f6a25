//! What `check --format json` prints is what its published schema promises: over the catalogue here, and over the file that
//! `FINDINGS` names, where a program wants its own run looked at.

use std::{collections::BTreeSet, env, fs, path::Path};

use redtape::{
    confidence::Confidence,
    date::Date,
    files::{self, Store},
    link::Terms,
    lint,
    locale::Locale,
    register::Registers,
    render::{self, Format, Screen},
    report::{self, Choice},
    rule::{Persona, RuleSet},
    schema::Kind,
};
use serde_json::Value;

/// The findings of the catalogue in `procedures/`, as JSON; all of them, those on which the registers are silent too.
fn catalogue() -> Value {
    let (mut store, mut registers, mut rules) = (Store::default(), Registers::default(), RuleSet::default());
    for (path, text) in files::registers() {
        let file = store.embedded(path, text);
        lint::add_register(&mut registers, &store, file);
    }
    for (path, text) in files::rules() {
        rules.add(path.trim_end_matches(".yaml"), &path, text).expect("a built-in rule can be used");
    }
    let found = files::discover(Path::new("procedures")).expect("the catalogue is there");
    let files: Vec<_> = found.into_iter().map(|path| store.disk(path.display().to_string(), path)).collect();
    let day = Date::parse("2026-07-01").expect("a day");
    let terms = Terms::new(day, "en");
    let linted = lint::run(&store, &files, registers, &rules, &terms, &|| ());
    let choice = Choice { min_confidence: Confidence::Undetermined, persona: Persona::Pedantic, ..Choice::default() };
    let report = report::assemble(linted, &store, &choice).expect("nobody changes the files meanwhile");
    let json = render::text(&report, Format::Json, Locale::of("en"), Screen { colour: false, width: 100 });
    serde_json::from_str(&json).expect("JSON")
}

/// What the schema holds against `findings`, the first few.
fn faults(findings: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_str(Kind::Findings.text()).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let say = |error: jsonschema::ValidationError<'_>| format!("{}: {error}", error.instance_path());
    validator.iter_errors(findings).take(20).map(say).collect()
}

fn each<'f>(findings: &'f Value, key: &str) -> impl Iterator<Item = &'f Value> {
    findings["findings"].as_array().into_iter().flatten().map(move |finding| finding.pointer(key).unwrap_or(&Value::Null))
}

#[test]
fn the_findings_of_the_catalogue_are_what_the_schema_promises() {
    let findings = catalogue();
    assert_eq!(faults(&findings), Vec::<String>::new());
    let count = findings["findings"].as_array().map(Vec::len);
    assert_eq!(count, findings["totals"]["findings"].as_u64().and_then(|count| usize::try_from(count).ok()));
    assert_ne!(count, Some(0));
    let prints: BTreeSet<&str> = each(&findings, "/fingerprint").filter_map(Value::as_str).collect();
    assert_eq!(Some(prints.len()), count, "two findings share a fingerprint");
    assert!(each(&findings, "/who_can_act").all(|who| who.as_array().is_some_and(|who| !who.is_empty())), "nobody can act");
}

#[test]
fn the_places_are_lines_and_columns_of_the_files_named() {
    for place in each(&catalogue(), "/location") {
        let number = |key: &str| place.pointer(key).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok()).expect("a number");
        let file = place["file"].as_str().expect("a file");
        let text = fs::read_to_string(file).expect("the file named is there");
        let before = &text[..number("/start/byte")];
        assert_eq!(before.matches('\n').count() + 1, number("/start/line"), "{place}");
        let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
        assert_eq!(column, number("/start/column"), "{place}");
        assert!(number("/start/byte") <= number("/end/byte"), "{place}");
    }
}

#[test]
fn the_findings_named_are_what_the_schema_promises() {
    let Some(path) = env::var_os("FINDINGS") else { return };
    let text = fs::read_to_string(&path).expect("FINDINGS names a file");
    let findings: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(faults(&findings), Vec::<String>::new());
    println!("{}: {}", path.display(), findings["totals"]);
}
