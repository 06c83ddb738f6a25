//! Edits as findings ask for them, over the whole catalogue: what was edited is found no more, and a second run has nothing to do.

use std::{collections::BTreeMap, sync::Arc};

use redtape::{
    confidence::Confidence,
    date::Date,
    files::{self, Store},
    finding::Finding,
    link::Terms,
    lint,
    simplify::{self, Fixed, Reach, Road},
    span::FileId,
};

use crate::made;

/// The store with the files of the catalogue, and what a run over it comes to.
fn run(texts: &[(String, String)], reach: Reach) -> (Vec<(String, String)>, Fixed) {
    let mut store = Store::default();
    let embedded: Vec<FileId> =
        files::registers().into_iter().map(|(path, text)| store.embedded(format!("registers/{path}"), text)).collect();
    let built_in = lint::built_in(&store, &embedded);
    let rules = built_in.rules.expect("the built-in rules");
    let registers = Arc::new(built_in.registers.expect("the built-in registers"));
    let files: Vec<FileId> = texts.iter().map(|(name, text)| store.memory(name.clone(), text.clone())).collect();
    let terms = Terms { least: Confidence::Presumed, ..Terms::new(Date::parse("2026-07-01").expect("a day"), "en") };
    let road = Road { files: &files, registers, rules: &rules, terms: &terms };
    let fixed = simplify::fix(&mut store, &road, reach, &|_: &Finding, _: &str| true).expect("nothing changes meanwhile");
    let text = |file: &FileId| store.text(*file).expect("a text").into_owned();
    let after = files.iter().map(|file| (store.name(*file).to_owned(), text(file))).collect();
    (after, fixed)
}

#[test]
fn what_was_edited_is_found_no_more_and_a_second_run_has_nothing_to_do() {
    let before = made::files();
    let (after, fixed) = run(&before, Reach::All);
    assert!(fixed.done.len() > 50, "only {} edits", fixed.done.len());
    let changed: BTreeMap<&str, &str> = before.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let moved = after.iter().filter(|(name, text)| changed[name.as_str()] != text).count();
    assert_eq!(moved, fixed.files.len());
    let (again, second) = run(&after, Reach::All);
    assert_eq!((again, second.done.len(), second.files.len()), (after, 0, 0));
    let edits = |fixed: &Fixed| fixed.open.iter().chain(fixed.refused.iter().map(|(placed, _)| placed)).count();
    assert_eq!(edits(&fixed), edits(&second), "what could not be written is found as before");
}

#[test]
fn what_is_safe_alone_is_written_unasked() {
    let (_, fixed) = run(&made::files(), Reach::Safe);
    assert!(fixed.done.iter().all(|placed| placed.edit.is_safe()) && !fixed.left.is_empty());
}
