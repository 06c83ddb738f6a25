//! The report over the whole catalogue: what its schemas promise, nothing left out, nothing accused that is not proved, every figure with a source or marked.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::LazyLock,
};

use redtape::{
    confidence::Confidence,
    date::Date,
    files::{self, Store},
    link::Terms,
    lint,
    locale::Locale,
    render::{self, paper},
    report::{
        Choice,
        review::{self, Audience, Review, Wish},
    },
    rule::Persona,
    schema::Kind,
    span::FileId,
};
use serde_json::Value;

fn review(audience: Audience) -> Review {
    let mut store = Store::default();
    let built_in: Vec<FileId> = files::registers().into_iter().map(|(path, text)| store.embedded(path, text)).collect();
    let lint::BuiltIn { rules, registers } = lint::built_in(&store, &built_in);
    let rules = rules.expect("the rules");
    let found = files::discover(Path::new("procedures")).expect("the catalogue");
    let files: Vec<FileId> = found.into_iter().map(|path| store.disk(path.display().to_string(), path)).collect();
    let terms = Terms { least: Confidence::Undetermined, ..Terms::new(Date::parse("2026-07-01").expect("a day"), "en") };
    let linted = lint::run(&store, &files, registers.expect("the registers"), &rules, &terms, &|| ());
    let choice = Choice { min_confidence: Confidence::Undetermined, persona: Persona::Regular, ..Choice::default() };
    let wish = Wish { audience, command: "redtape report".to_owned(), ..Wish::default() };
    review::make(linted, &store, &choice, &rules, wish).expect("nobody changes the files meanwhile")
}

static REVIEW: LazyLock<Review> = LazyLock::new(|| review(Audience::Agency));

fn faults(kind: Kind, json: &str) -> Vec<String> {
    let schema: Value = serde_json::from_str(kind.text()).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let value: Value = serde_json::from_str(json).expect("JSON");
    validator.iter_errors(&value).take(20).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn plan_and_report_are_what_their_schemas_promise() {
    assert_eq!(faults(Kind::Plan, &render::plan::json(&REVIEW.plan)), Vec::<String>::new());
    assert_eq!(faults(Kind::Report, &render::review_json(&REVIEW)), Vec::<String>::new());
}

#[test]
fn every_finding_stands_on_a_page_once_and_what_is_undetermined_accuses_nobody() {
    let mut seen: BTreeMap<usize, usize> = BTreeMap::new();
    for page in &REVIEW.pages {
        for (_, findings) in &page.tests {
            for at in findings {
                assert!(REVIEW.report.findings[*at].finding.confidence > Confidence::Undetermined);
                *seen.entry(*at).or_default() += 1;
            }
        }
        for at in &page.undetermined {
            assert_eq!(REVIEW.report.findings[*at].finding.confidence, Confidence::Undetermined);
            *seen.entry(*at).or_default() += 1;
        }
    }
    let of_procedures = REVIEW.report.findings.iter().enumerate().filter(|(_, shown)| shown.finding.procedure.is_some());
    let missing: Vec<usize> = of_procedures.map(|(at, _)| at).filter(|at| seen.get(at) != Some(&1)).collect();
    assert_eq!(missing, Vec::<usize>::new());
}

#[test]
fn every_recommendation_stands_with_a_text_and_every_part_of_a_procedure_has_its_line() {
    let plan = &REVIEW.plan;
    let numbers: BTreeSet<usize> = REVIEW.texts.iter().flat_map(|text| text.provisions.values().flatten().copied()).collect();
    let all = plan.procedures.iter().flat_map(|one| &one.recommendations).chain(&plan.beyond);
    assert_eq!(numbers, all.map(|one| one.number).collect());
    for (one, page) in plan.procedures.iter().zip(&REVIEW.pages) {
        let parts = &one.before;
        let count = parts.documents.len()
            + parts.conditions.len()
            + parts.limits.len()
            + parts.fees.len()
            + parts.steps.len()
            + parts.channels.len()
            + parts.results.len();
        assert_eq!(page.lines.len(), count, "{}", parts.code.value);
    }
}

#[test]
fn every_figure_has_a_source_or_is_marked_as_a_default() {
    assert!(!REVIEW.figures.is_empty());
    for figure in &REVIEW.figures {
        assert!(figure.is_default != figure.source.is_some(), "{}", figure.name);
    }
}

#[test]
fn the_paper_has_words_for_everything_in_every_language() {
    let province = review(Audience::Province);
    for code in Locale::codes() {
        let locale = Locale::of(code);
        for review in [&*REVIEW, &province] {
            let words = paper::markdown(&paper::of(review, locale));
            // A key that has no words would stand there as it is.
            for prefix in
                ["report", "then", "amend", "form", "level", "channel", "obtained", "missing", "part", "test", "decision", "who", "plan"]
            {
                let key = words.split(|c: char| !(c.is_ascii_alphanumeric() || "._-".contains(c))).find(|word| {
                    let rest = word.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('.'));
                    rest.is_some_and(|rest| rest.chars().next().is_some_and(|c| c.is_ascii_lowercase()) && !rest.ends_with(".md"))
                });
                assert_eq!(key, None, "{code}");
            }
            assert!(!words.contains("{"), "a blank stands open in {code}");
        }
    }
}
