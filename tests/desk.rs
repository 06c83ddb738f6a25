//! A catalogue that is being written: after any edit the findings of the file at hand are those of a run from the beginning, and so are, when
//! there was time, those of all others; nothing is read but what was saved.

use std::{cell::Cell, fs, path::PathBuf, sync::Arc};

use proptest::{prelude::*, test_runner::Config};
use redtape::{
    date::Date,
    files::{self, Store},
    finding::Finding,
    link::Terms,
    lint::{self, Desk, Linted},
    register::Registers,
    rule::RuleSet,
    span::FileId,
};
use tempfile::TempDir;

/// Real procedures that ask for each other's papers, and two that only their numbers tell apart.
const FILES: [&str; 8] = [
    "civil-status/register-birth",
    "civil-status/register-marriage",
    "civil-status/register-death",
    "civil-status/marital-status-certificate",
    "civil-status/register-birth",
    "civil-status/mobile-birth-registration",
    "civil-status/register-marriage",
    "civil-status/register-birth",
];

/// A catalogue on the disk.
struct Place {
    at: TempDir,
    store: Store,
    files: Vec<FileId>,
}

impl Place {
    fn new() -> Self {
        let at = tempfile::tempdir().expect("a folder for the test");
        let mut place = Self { store: Store::default(), files: Vec::new(), at };
        for (number, text) in texts().iter().enumerate() {
            let path = place.path(number);
            fs::write(&path, text).expect("the file can be written");
            place.files.push(place.store.disk(format!("{number}.yaml"), path));
        }
        place
    }

    fn path(&self, number: usize) -> PathBuf {
        self.at.path().join(format!("{number}.yaml"))
    }
}

/// The texts; of each procedure after the first the code is another.
fn texts() -> Vec<String> {
    let there = FILES.iter().map(|name| fs::read_to_string(format!("procedures/vn/{name}.yaml")).expect("the procedure is there"));
    let code = |text: String, at: usize| text.replacen("procedure: \"", &format!("procedure: \"{at}"), usize::from(at > 3));
    there.enumerate().map(|(at, text)| code(text, at)).collect()
}

fn registers() -> Arc<Registers> {
    let mut store = Store::default();
    let files: Vec<FileId> = files::registers().into_iter().map(|(path, text)| store.embedded(path, text)).collect();
    Arc::new(lint::built_in(&store, &files).registers.expect("the registers can be read"))
}

fn terms() -> Terms {
    Terms::new(Date::parse("2026-07-01").expect("a day"), "en")
}

/// What is said of some files, in the order in which it is said.
fn said(linted: &Linted, files: &[FileId]) -> Vec<String> {
    let of = |finding: &Finding| files.contains(&finding.span.file);
    let findings = linted.judged.findings.iter().filter(|one| of(one)).map(|one| format!("{one:?}"));
    let accepted = linted.judged.accepted.iter().filter(|one| of(&one.finding)).map(|one| format!("{one:?}"));
    findings.chain(accepted).collect()
}

/// One edit: which file, at which of its lines, and what is done there.
type Edit = (usize, usize, u8, usize);

/// A text after an edit.
fn edited(text: &str, (_, line, what, other): &Edit, others: &[String]) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    let line = line % lines.len().max(1);
    match what {
        0 if line < lines.len() => drop(lines.remove(line)),
        1 => lines.insert(line, lines.get(line).copied().unwrap_or("title: x")),
        2 => lines = others[other % others.len()].lines().collect(),
        3 => lines.insert(line, "  ]: broken"),
        4 => lines.truncate(line),
        _ => lines.insert(0, "valid: {until: 2020-01-01}"),
    }
    lines.join("\n") + "\n"
}

#[test]
fn after_any_edit_the_findings_are_those_of_a_run_from_the_beginning() {
    let (registers, terms, rules) = (registers(), terms(), RuleSet::built_in().expect("the rules can be used"));
    let originals = texts();
    let edit = (0..originals.len(), 0..200_usize, 0..6_u8, 0..originals.len());
    let (edits, findings) = (Cell::new(0), Cell::new(0));
    proptest!(Config { cases: 12, max_shrink_iters: 40, ..Config::default() }, |(all in proptest::collection::vec(edit, 1..5))| {
        let place = Place::new();
        let mut desk = Desk::new(&registers, &rules, &terms);
        desk.lay(&place.store, &place.files);
        desk.settle(usize::MAX);
        for edit in &all {
            let (path, file) = (place.path(edit.0), place.files[edit.0]);
            let text = fs::read_to_string(&path).expect("the file is there");
            fs::write(&path, edited(&text, edit, &originals)).expect("the file can be written");
            desk.read(&place.store, &[file]);
            let at_hand = desk.judge(&[file]);
            prop_assert_eq!(desk.open(), place.files.len() - 1, "one file is judged");
            let fresh = lint::check(&place.store, &place.files, registers.clone(), &rules, &terms, usize::MAX, &|| ());
            prop_assert_eq!(said(&at_hand, &[file]), said(&fresh, &[file]));
            prop_assert_eq!(at_hand.judged.findings.len() + at_hand.judged.accepted.len(), said(&at_hand, &[file]).len());
            edits.set(edits.get() + 1);
            findings.set(findings.get() + at_hand.judged.findings.len());
            // Sometimes the next edit comes before the others are judged.
            if edit.1 % 2 == 0 {
                let all = desk.all();
                prop_assert_eq!(said(&all, &place.files), said(&fresh, &place.files));
                prop_assert_eq!(all.judged.hidden, fresh.judged.hidden);
            }
        }
    });
    let (edits, findings) = (edits.get(), findings.get());
    println!("{edits} edits, {findings} findings at hand");
    assert!(findings > edits, "{findings} findings after {edits} edits");
}

#[test]
fn nothing_is_read_but_what_was_saved_and_what_came() {
    let (registers, terms, rules) = (registers(), terms(), RuleSet::built_in().expect("the rules can be used"));
    let mut place = Place::new();
    let mut desk = Desk::new(&registers, &rules, &terms);
    desk.lay(&place.store, &place.files);
    let before = desk.all();
    // Every other file is gone from the disk: whoever opened one would find it unreadable, and say so.
    (1..place.files.len()).for_each(|number| fs::remove_file(place.path(number)).expect("the file goes"));
    fs::write(place.path(0), format!("# Saved.\n{}", texts()[0])).expect("the file can be written");
    desk.read(&place.store, &place.files[..1]);
    let after = desk.all();
    assert_eq!(said(&after, &place.files[1..]), said(&before, &place.files[1..]));
    assert_ne!(said(&after, &place.files[..1]), said(&before, &place.files[..1]));
    // One comes, and another goes.
    fs::write(place.path(8), texts()[0].replace("procedure: \"", "procedure: \"8")).expect("the file can be written");
    let new = place.store.disk("8.yaml".to_owned(), place.path(8));
    let files: Vec<FileId> = place.files.iter().copied().skip(1).chain([new]).collect();
    desk.lay(&place.store, &files);
    let all = desk.all();
    assert_eq!(all.files.len(), files.len());
    assert!(!said(&all, &[new]).is_empty() && said(&all, &place.files[..1]).is_empty());
    assert!(all.judged.findings.iter().all(|one| one.rule != "format/unreadable-file"), "{:?}", all.judged.findings);
}
