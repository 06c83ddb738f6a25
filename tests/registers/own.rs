//! Whose word counts: a register of one's own over those that ship with the program.

use redtape::{citation::Citation, files::Store, lint, register::Element};

use super::{day, registers};

const OWN: &str = "sources: {own: {title: Read by ourselves, read: 2026-06-01}}
instruments:
  - {number: 115/2015/ND-CP, kind: decree, valid: {from: 2016-01-01}, source: own, where: all of it}
provisions:
  - {cite: 66.7/2025/NQ-CP#ann_1.row_1, says: {en: waives nothing}, source: own, where: row 1}
coverage:
  - {procedure: '1.000894', element: document, known: partial, from: 2020-01-01, read: 2026-06-01, why: {en: half read}, source: own, where: all of it}
";

#[test]
fn a_register_of_ones_own_sets_aside_what_it_names_and_nothing_else() {
    let before = registers();
    let mut after = before.clone();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("own.yaml");
    std::fs::write(&path, OWN).expect("a file");
    let mut store = Store::default();
    let file = store.disk("own.yaml".to_owned(), path);
    let problems = lint::add_register(&mut after, &store, file);
    assert!(problems.is_empty(), "{problems:?}");

    let decree = |registers: &redtape::register::Registers| registers.instruments["115/2015/NĐ-CP"].clone();
    assert!(
        decree(&before).valid.until.is_some() && decree(&after).valid.until.is_none(),
        "the later entry counts whole, however its number is spelled"
    );
    assert_eq!(decree(&after).read, Some(day("2026-06-01")));

    let row = Citation::read("66.7/2025/NQ-CP#ann_1.row_1").expect("a citation");
    let waives = |registers: &redtape::register::Registers| registers.provision(&row).map(|row| row.waives.len());
    assert!(waives(&before) > Some(0) && waives(&after) == Some(0), "no built-in wording of the same citation is left");

    let of = |registers: &redtape::register::Registers, element| {
        registers.coverage["1.000894"].iter().filter(|entry| entry.element == element).count()
    };
    assert!(of(&before, Element::Document) > 1, "built in, in several windows");
    assert_eq!(of(&after, Element::Document), 1, "one's own window alone is left");
    assert_eq!(of(&after, Element::TimeLimit), of(&before, Element::TimeLimit), "what it does not name stays");
    assert_eq!((before.instruments.len(), before.provisions.len() + 1), (after.instruments.len(), after.provisions.len()));
}
