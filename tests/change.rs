//! What is no change: a catalogue against itself, laid out otherwise, in another order, in more languages, with other figures.

use std::path::{Path, PathBuf};

use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use redtape::{
    change::{self, Grade, Kind},
    files::{self, Store},
    link::Terms,
    lint,
    model::Procedure,
    register::Registers,
    rule::RuleSet,
};
use serde_json::Value;

/// Every file of the catalogue here.
fn catalogue() -> Vec<PathBuf> {
    files::discover(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/procedures"))).expect("the catalogue is there")
}

fn read(text: &str) -> Vec<Procedure> {
    let mut store = Store::default();
    let file = store.memory("text.yaml", text);
    lint::read(&store, file).procedures
}

/// Each document of a file as plain values.
fn values(path: &Path) -> Vec<Value> {
    use serde::Deserialize;
    let text = std::fs::read_to_string(path).expect("a file of the catalogue");
    let documents = serde_yaml::Deserializer::from_str(&text);
    documents.map(|one| Value::deserialize(one).expect("a file of the catalogue is YAML")).collect()
}

/// The same in another order, on one line.
fn shuffled(value: &Value, dice: &mut impl FnMut(usize) -> usize) -> Value {
    let order = |length: usize, dice: &mut dyn FnMut(usize) -> usize| {
        let mut left: Vec<usize> = (0..length).collect();
        std::iter::repeat_with(|| if left.is_empty() { None } else { Some(left.remove(dice(left.len()))) })
            .map_while(|at| at)
            .collect::<Vec<_>>()
    };
    match value {
        Value::Array(items) => order(items.len(), dice).into_iter().map(|at| shuffled(&items[at], dice)).collect(),
        Value::Object(map) => {
            let entries: Vec<(&String, &Value)> = map.iter().collect();
            let places = order(entries.len(), dice);
            places.into_iter().map(|at| (entries[at].0.clone(), shuffled(entries[at].1, dice))).collect::<serde_json::Map<_, _>>().into()
        }
        other => other.clone(),
    }
}

/// What changed, in a line for each.
fn said(old: &[Procedure], new: &[Procedure]) -> Vec<String> {
    let paired = change::pairs(&old.iter().collect::<Vec<_>>(), &new.iter().collect::<Vec<_>>());
    let now = paired.now.iter().flat_map(|(_, changes)| changes);
    now.chain(paired.gone.iter().map(|(_, change)| change))
        .map(|one| format!("{} {}: {} → {}", one.kind.word(), one.what, one.before, one.after))
        .collect()
}

#[test]
fn the_catalogue_does_not_differ_from_itself() {
    let all: Vec<Procedure> = catalogue().iter().flat_map(|path| read(&std::fs::read_to_string(path).expect("a file"))).collect();
    assert!(all.len() > 80, "{}", all.len());
    assert_eq!(said(&all, &all), Vec::<String>::new());
}

#[test]
fn another_order_and_another_layout_are_no_change() {
    let files = catalogue();
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(200);
    let mut runner = TestRunner::new_with_rng(
        Config { cases, failure_persistence: None, ..Config::default() },
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    runner
        .run(&(0..files.len(), any::<u64>()), |(at, seed)| {
            let mut state = seed | 1;
            let mut dice = |most: usize| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                usize::try_from(state >> 33).unwrap_or_default() % most
            };
            let old = read(&std::fs::read_to_string(&files[at]).expect("a file"));
            let texts: Vec<String> = values(&files[at]).iter().map(|value| shuffled(value, &mut dice).to_string()).collect();
            let new = read(&texts.join("\n---\n"));
            prop_assert_eq!(said(&old, &new), Vec::<String>::new(), "{}", files[at].display());
            Ok(())
        })
        .expect("no order is a change");
}

#[test]
fn translations_figures_and_publication_are_no_change() {
    let old = read("procedure: '1.000001'\ntitle: Cấp giấy\ndossier: {documents: [Đơn]}\nchannels: [{by: online, share: 0.2}]\n");
    let new = read(
        "procedure: '1.000001'\ntitle: {vi: Cấp  giấy, en: A permit}\ndossier: {documents: [{title: {vi: Đơn, en: Request}, id: request}]}
channels: [{by: online, share: 0.9}]\nvolume: [{year: 2025, dossiers: 9}]\npublished: {decision: 1/QĐ-UBND}\nreviewed: 2026-01-01\n",
    );
    assert_eq!(said(&old, &new), Vec::<String>::new());
}

#[test]
fn each_kind_has_its_own_word_and_words_in_every_language() {
    let mut words: Vec<&str> = Kind::ALL.iter().map(|kind| kind.word()).collect();
    for locale in redtape::locale::Locale::codes().map(redtape::locale::Locale::of) {
        let missing = words.iter().map(|word| format!("difference.{word}")).filter(|key| locale.say(key) == key);
        assert_eq!(missing.collect::<Vec<_>>(), Vec::<String>::new(), "{}", locale.code);
    }
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), Kind::ALL.len());
}

/// Two dossiers, and what the second is to the first.
const PAIRS: &[(&str, &str, &[&str])] = &[
    ("dossier: {documents: [Đơn]}", "dossier: {documents: [Đơn, Ảnh]}", &["document-added Ảnh:  → Ảnh"]),
    (
        "dossier: {documents: [{title: Đơn, as: copy}]}",
        "dossier: {documents: [{title: Đơn, as: original}]}",
        &["paper-stricter Đơn: copy → original"],
    ),
    ("time_limit: 40 working hours", "time_limit: 5 working days", &[]),
    ("time_limit: 5 days", "time_limit: 5 working days", &["limit-longer 5 working days: 5 days → 5 working days"]),
    ("time_limit: [{in: 5 days}, {in: 2 days, channel: online}]", "time_limit: 5 days", &["limit-longer 5 days: 2 days → 5 days"]),
    // What held for all holds case by case; each case is held against it.
    ("time_limit: 1 day", "time_limit: [{in: 1 day, case: a}, {in: 3 days, case: b}]", &["limit-longer 3 days: 1 day → 3 days"]),
    ("time_limit: [{in: 1 day, case: a}, {in: 1 day, case: b}]", "time_limit: 2 days", &["limit-longer 2 days: 1 day → 2 days"]),
    (
        "fees: [{title: Phí, amount: 5 VND}, {title: Phí, amount: 9 VND}]",
        "fees: [{title: Phí, amount: 9 VND}, {title: Phí, amount: 7 VND}]",
        &["fee-more Phí: 5 VND → 7 VND"],
    ),
    (
        "conditions: [{id: age, text: Đủ 18 tuổi, at_least: 18}]",
        "conditions: [{id: age, text: Đủ 20 tuổi, at_least: 20}]",
        &["condition-stricter Đủ 20 tuổi: ≥ 18 → ≥ 20"],
    ),
    (
        "steps: [{id: a, by: applicant, visits: {in-person: 1}}]",
        "steps: [{id: a, by: applicant, visits: {in-person: 2}}]",
        &["visits-more in-person: 1 → 2"],
    ),
    (
        "results: [{title: Giấy, valid_for: 5 years, electronic: true}]",
        "results: [{title: Giấy, valid_for: 3 years}]",
        &["result-not-electronic Giấy:  → ", "result-shorter Giấy: 5 years → 3 years"],
    ),
    ("legal_basis: [Nghị định 63/2010/NĐ-CP]", "legal_basis: [63/2010/NĐ-CP]", &[]),
    ("dossier: {documents: [{any_of: [a, b]}]}", "dossier: {documents: [{any_of: [b]}]}", &["alternative-lost b: a → "]),
];

#[test]
fn a_change_is_found_by_what_it_means() {
    for (old, new, expected) in PAIRS {
        let whole = |part: &str| format!("procedure: '1.000001'\ntitle: Cấp giấy\n{part}\n");
        assert_eq!(said(&read(&whole(old)), &read(&whole(new))), *expected, "{old} → {new}");
    }
}

#[test]
fn procedures_are_known_again_split_merged_and_abolished() {
    let one = |code: &str, title: &str| format!("procedure: '{code}'\ntitle: {title}\ndossier: {{documents: [Đơn, Ảnh, Bản đồ]}}\n");
    let all = |parts: &[String]| read(&parts.join("---\n"));
    let old = all(&[one("1.000001", "Cấp giấy phép xây dựng nhà ở")]);
    let kinds = |new: &[Procedure], old: &[Procedure]| {
        let paired = change::pairs(&old.iter().collect::<Vec<_>>(), &new.iter().collect::<Vec<_>>());
        let now = paired.now.into_iter().flat_map(|(_, changes)| changes);
        now.chain(paired.gone.into_iter().map(|(_, change)| change)).map(|change| change.kind).collect::<Vec<Kind>>()
    };
    assert_eq!(kinds(&all(&[one("1.000001", "Cấp phép xây nhà")]), &old), [Kind::Renamed]);
    assert_eq!(kinds(&all(&[one("1.000009", "Cấp giấy phép xây dựng nhà ở")]), &old), [Kind::Recoded]);
    let two = all(&[one("1.000002", "Cấp phép ở đô thị"), one("1.000003", "Cấp phép ở nông thôn")]);
    assert_eq!(kinds(&two, &old), [Kind::Split, Kind::Split, Kind::Split]);
    assert_eq!(kinds(&old, &two), [Kind::Merged, Kind::Merged, Kind::Merged]);
    assert_eq!(kinds(&[], &old), [Kind::Abolished]);
    assert_eq!(kinds(&old, &[]), [Kind::Created]);
    assert_eq!(Kind::Created.grade(), Grade::Heavier);
}

#[test]
fn the_same_change_has_the_same_fingerprint_whatever_stood_before() {
    let print = |before: &str, now: &str| {
        let mut store = Store::default();
        let whole = |limit: &str| format!("procedure: '1.000001'\ntitle: Cấp giấy\ntime_limit: {limit}\n");
        let (old, new) = (store.memory("old.yaml", whole(before)), store.memory("new.yaml", whole(now)));
        let earlier = lint::earlier(&store, &[old], "old").0;
        let terms = Terms { earlier: Some(earlier.into()), ..Terms::new("2026-07-01".parse_day(), "vi") };
        let linted = lint::run(&store, &[new], Registers::default(), &RuleSet::default(), &terms, &|| ());
        linted.world.procedures[0].differences.iter().map(|one| one.fingerprint.clone()).collect::<Vec<_>>()
    };
    assert_eq!(print("3 days", "9 days"), print("4 days", "9 days"));
    assert_ne!(print("3 days", "9 days"), print("3 days", "10 days"));
    assert_eq!(print("3 days", "9 days")[0].len(), 16);
}

/// A day from its words.
trait ParseDay {
    fn parse_day(&self) -> redtape::date::Date;
}

impl ParseDay for str {
    fn parse_day(&self) -> redtape::date::Date {
        redtape::date::Date::parse(self).expect("a day")
    }
}
