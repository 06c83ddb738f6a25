//! The library as another program uses it: texts in memory, no disk, no clock, no environment.

use std::sync::LazyLock;

use redtape::{
    confidence::Confidence,
    date::Date,
    files::{self, Store},
    link::Terms,
    lint,
    locale::Locale,
    register::Registers,
    render::{self, Format, Screen},
    report::{self, Choice, Report},
    rule::{Persona, RuleSet},
    schema,
    span::FileId,
};

const SCREEN: Screen = Screen { colour: false, width: 100 };

/// A procedure that asks for a paper of which the administration has the data, and for the paper household book.
const TEXT: &str = r#"procedure: "2.002093"
title: {vi: Cấp Giấy phép kinh doanh hóa chất hạn chế, en: Licence to trade in restricted chemicals}
dossier:
  documents:
    - title: Giấy chứng nhận đăng ký doanh nghiệp
      evidence: enterprise-registration-certificate
    - title: Sổ hộ khẩu
      evidence: household-book
"#;

/// A broken one.
const BROKEN: &str = "title: [";

/// What ships with the library, read once.
static SHIPPED: LazyLock<(RuleSet, Registers)> = LazyLock::new(|| {
    let mut rules = RuleSet::default();
    for (path, text) in files::rules() {
        rules.add(path.trim_end_matches(".yaml"), &path, text).expect("a built-in rule can be used");
    }
    let (mut registers, mut store) = (Registers::default(), Store::default());
    for file in embedded(&mut store) {
        let problems = lint::add_register(&mut registers, &store, file);
        assert!(problems.is_empty(), "{}: {problems:?}", store.name(file));
    }
    (rules, registers)
});

/// The registers come first in every store, so that a finding can point into them.
fn embedded(store: &mut Store) -> Vec<FileId> {
    files::registers().into_iter().map(|(path, text)| store.embedded(path, text)).collect()
}

/// What a run over the two texts comes to.
fn linted(day: &str, language: &str) -> Report {
    let mut store = Store::default();
    let (rules, registers) = &*SHIPPED;
    embedded(&mut store);
    let files: Vec<FileId> = vec![store.memory("chemicals.yaml", TEXT), store.memory("broken.yaml", BROKEN)];
    let day = Date::parse(day).expect("a day");
    let terms = Terms::new(day, language);
    let linted = lint::run(&store, &files, registers.clone(), rules, &terms, &|| ());
    let choice = Choice { min_confidence: Confidence::Undetermined, persona: Persona::Pedantic, texts: true, ..Choice::default() };
    report::assemble(linted, &store, &choice).expect("texts in memory do not change")
}

fn shown(report: &Report, format: Format, language: &str) -> String {
    render::text(report, format, Locale::of(language), SCREEN)
}

fn on_threads(count: usize, work: impl FnOnce() -> String + Send) -> String {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(count).build().expect("a pool");
    pool.install(work)
}

#[test]
fn a_text_in_memory_is_judged_by_what_ships_with_the_library() {
    let report = linted("2026-07-01", "en");
    assert_eq!(report.totals.procedures, 1);
    let about = |words: &str| report.findings.iter().any(|shown| shown.finding.message.contains(words));
    assert!(about("Giấy chứng nhận đăng ký doanh nghiệp"), "{}", shown(&report, Format::Concise, "en"));
    assert!(about("Sổ hộ khẩu"), "{}", shown(&report, Format::Concise, "en"));
}

#[test]
fn a_broken_text_is_a_finding_and_the_run_goes_on() {
    let report = linted("2026-07-01", "en");
    let broken: Vec<_> = report.findings.iter().filter(|shown| &*shown.location.file == "broken.yaml").collect();
    assert_eq!(broken.len(), 1, "{broken:?}");
}

#[test]
fn findings_are_the_same_in_both_languages_in_other_words() {
    let (english, vietnamese) = (linted("2026-07-01", "en"), linted("2026-07-01", "vi"));
    let prints = |report: &Report| report.findings.iter().map(|shown| shown.finding.fingerprint.clone()).collect::<Vec<_>>();
    assert_eq!(prints(&english), prints(&vietnamese));
    let same = english.findings.iter().zip(&vietnamese.findings).filter(|(one, two)| one.finding.message == two.finding.message);
    assert_eq!(same.count(), 0, "a message is not translated");
}

#[test]
fn the_day_decides() {
    // The paper household book ended on the first day of 2023.
    let about_book = |day: &str| {
        let report = linted(day, "en");
        let book = report.findings.iter().filter(|shown| shown.location.pointer == "/dossier/documents/1");
        book.map(|shown| shown.finding.rule.clone()).collect::<Vec<_>>()
    };
    assert_ne!(about_book("2022-12-31"), about_book("2023-01-01"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for format in [Format::Full, Format::Concise, Format::Summary, Format::Json] {
        for language in ["en", "vi"] {
            let run = || shown(&linted("2026-07-01", language), format, language);
            let first = on_threads(1, run);
            assert!(!first.is_empty());
            for threads in [1, 2, 1, 2] {
                assert!(on_threads(threads, run) == first, "{format:?} in {language} differs on {threads} threads");
            }
        }
    }
}

#[test]
fn every_built_in_schema_is_ready() {
    assert!(schema::ready());
}
