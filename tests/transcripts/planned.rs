//! What `redtape plan` and `redtape report` say, and what they say of what cannot be read.

use crate::folder::{Folder, LICENCE};

const DAY: [&str; 2] = ["--as-of", "2026-07-01"];

fn asked(words: &[&'static str]) -> Vec<&'static str> {
    [words, &DAY[..]].concat()
}

#[test]
fn a_plan_says_what_to_do_who_must_act_and_what_it_saves() {
    let folder = Folder::with(&[("procedures/licence.yaml", LICENCE)]);
    folder.shows("plan", &asked(&["plan"]));
    folder.shows("plan-target", &asked(&["plan", "--target", "90%"]));
    folder.shows("plan-vi", &asked(&["plan", "--lang", "vi"]));
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_rest_is_planned() {
    let folder = Folder::with(&[("procedures/licence.yaml", LICENCE), ("procedures/broken.yaml", "a: [\n")]);
    folder.shows("plan-unread", &asked(&["plan"]));
    for command in [&["fix", "--diff"][..], &["score"], &["compare"], &["registers", "status", "procedures"]] {
        let said = folder.redtape(command);
        assert!(said.err.contains("1 file could not be read: procedures/broken.yaml"), "{command:?}: {}", said.err);
        assert_eq!(said.code, Some(1), "{command:?}: {}", said.err);
    }
    let said = folder.redtape(&asked(&["report", "-o", "report.md"]));
    assert_eq!(said.code, Some(1));
    assert!(folder.path("report.md").exists());
}

#[test]
fn of_nothing_that_can_be_read_there_is_no_report() {
    let folder = Folder::with(&[("procedures/broken.yaml", "a: [\n")]);
    folder.shows("report-of-nothing", &asked(&["report", "-o", "report.docx"]));
    assert!(!folder.path("report.docx").exists());
}

#[test]
fn what_the_flags_get_wrong_is_told_with_how_to_mend_it() {
    let folder = Folder::with(&[("procedures/licence.yaml", LICENCE), ("list.xlsx", "no workbook")]);
    folder.shows("report-without-file", &asked(&["report", "--format", "docx"]));
    folder.shows("report-no-workbook", &asked(&["report", "list.xlsx", "-o", "report.docx"]));
    folder.shows("plan-no-share", &asked(&["plan", "--target", "130%"]));
    assert!(!folder.path("report.docx").exists());
}
