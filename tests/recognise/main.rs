//! Measures the recogniser on rows of real dossiers that were labelled by reading, and checks it on short cases.
//!
//! `cargo test --test recognise -- --nocapture` prints the table.

mod cases;
mod labelled;
mod measure;

use std::path::Path;

use redtape::{files, files::Store, link, lint, recognise::Lexicon, register::Registers};

/// The lexicon of the embedded registers.
fn lexicon() -> Lexicon {
    let (mut store, mut registers) = (Store::default(), Registers::default());
    for (path, text) in files::registers() {
        let file = store.embedded(format!("registers/{path}"), text);
        lint::add_register(&mut registers, &store, file);
    }
    link::lexicon(&registers)
}

/// The text of a file of this test.
fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recognise").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|reason| panic!("{}: {reason}", path.display()))
}

#[test]
fn every_case_is_read_as_it_stands() {
    let lexicon = lexicon();
    let wrong: Vec<String> = cases::read(&file("cases.yaml")).iter().filter_map(|case| case.fault(&lexicon)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn labelled_rows_are_read_as_well_as_before() {
    let lexicon = lexicon();
    let mut measured = measure::Measured::default();
    for row in labelled::read(&file("labelled.yaml")) {
        match row.words() {
            Some(text) => measured.add(&row, &text, &lexicon.read(&text)),
            None => println!("skipped: {} (no ../shared/data here)", row.name()),
        }
    }
    println!("{measured}");
    measured.check();
}

#[test]
fn a_line_end_behind_the_last_word_parts_nothing() {
    let lexicon = lexicon();
    for (plain, ended) in [("'", "' \n"), ("Giấy khai sinh", "Giấy khai sinh \n \r\n\t")] {
        assert_eq!(lexicon.read(ended).evidence, lexicon.read(plain).evidence, "{ended:?}");
    }
}

#[test]
fn letters_written_another_way_are_read_alike() {
    let lexicon = lexicon();
    for case in cases::read(&file("cases.yaml")) {
        let plain = lexicon.read(&case.text);
        for (how, text) in cases::rewritten(&case.text) {
            let other = lexicon.read(&text);
            assert_eq!(other.evidence, plain.evidence, "{how}: {text}");
            assert_eq!(other.any_of, plain.any_of, "{how}: {text}");
            assert_eq!(other.forms, plain.forms, "{how}: {text}");
            assert_eq!(other.waived, plain.waived, "{how}: {text}");
            assert_eq!(other.case.is_some(), plain.case.is_some(), "{how}: {text}");
            assert_eq!(other.handed_back, plain.handed_back, "{how}: {text}");
        }
    }
}
