//! What cannot be run is refused with what, where and how to mend it, and with exit code 2; nothing to lint is 3.

use crate::folder::{Folder, LICENCE, QUIET};

#[test]
fn nothing_to_lint_is_no_success() {
    let folder = Folder::with(&[("empty/notes.txt", "no procedure"), ("hidden/.git/a.yaml", QUIET), ("hidden/target/b.yaml", QUIET)]);
    folder.shows("refused-no-procedure", &["check", "empty"]);
    folder.shows("refused-no-procedure-vi", &["check", "empty", "hidden", "--lang", "vi"]);
    folder.shows("refused-no-catalogue", &["check"]);
    let said = folder.redtape(&["check", "empty", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&said.out).expect("JSON for programs even so");
    assert_eq!((&value["totals"]["files"], said.code), (&0.into(), Some(3)));
}

#[test]
fn a_path_that_is_not_there_is_named() {
    let folder = Folder::with(&[("a.yaml", QUIET)]);
    folder.shows("refused-missing-path", &["check", "a.yaml", "birth.yaml"]);
    folder.shows("refused-path-below-a-file", &["check", "a.yaml/b.yaml"]);
}

#[test]
fn a_wrong_flag_is_refused_with_what_may_stand_there() {
    let folder = Folder::with(&[("a.yaml", QUIET)]);
    folder.shows("refused-wrong-date", &["check", "a.yaml", "--as-of", "2026-02-30"]);
    folder.shows("refused-wrong-format", &["check", "a.yaml", "--format", "consise"]);
    folder.shows("refused-wrong-flag", &["check", "a.yaml", "--as-off", "2026-02-03"]);
    folder.shows("refused-wrong-sector", &["import", "--from", "national-api", "x.json", "--into", "y", "--sector", "../Civil status"]);
}

#[test]
fn an_unknown_rule_is_refused_with_the_one_that_was_meant() {
    let folder = Folder::with(&[("a.yaml", QUIET)]);
    folder.shows("refused-unknown-rule", &["check", "a.yaml", "--rule", "once-only/ask-for-held-data"]);
    folder.shows("refused-unknown-group", &["check", "a.yaml", "--rule", "onceonly"]);
    folder.shows("refused-rule-without-group", &["check", "a.yaml", "--rule", "own-results"]);
    folder.shows("refused-nothing-like-it", &["check", "a.yaml", "--rule", "quatsch"]);
}

#[test]
fn broken_settings_are_refused_with_line_and_column() {
    let settings = "langage: en\nfail_on: warnings\nprocedures: {a: b}\nas_of: soon\n";
    let folder = Folder::with(&[("redtape.yaml", settings), ("procedures/a.yaml", QUIET)]);
    folder.shows("refused-settings", &["check"]);
    folder.write("redtape.yaml", "language: [en\n");
    folder.shows("refused-settings-not-yaml", &["check"]);
    folder.shows("refused-settings-missing", &["check", "--config", "other.yaml"]);
}

#[test]
fn settings_that_name_what_is_not_there_are_refused() {
    let folder = Folder::with(&[("redtape.yaml", "rules: [rules]\n"), ("procedures/a.yaml", QUIET)]);
    folder.shows("refused-settings-no-such-folder", &["check"]);
    folder.write("redtape.yaml", "disable: [once-only/own-results]\n");
    folder.shows("refused-settings-unknown-rule", &["check"]);
    folder.write("redtape.yaml", "disable: [format/not-yaml]\n");
    folder.shows("refused-settings-mandatory-rule", &["check"]);
}

#[test]
fn a_report_goes_whole_into_its_file_or_not_at_all() {
    let folder = Folder::with(&[("a.yaml", QUIET), ("licence.yaml", LICENCE), ("folder/x", "")]);
    let said = folder.redtape(&["check", "a.yaml", "--rule", "once-only", "-o", "new/report.txt"]);
    assert_eq!((said.out.as_str(), said.err.as_str(), said.code), ("", "", Some(0)));
    assert!(folder.read("new/report.txt").starts_with("1 procedure read"));
    let left = std::fs::read_dir(folder.path("new")).expect("a folder").count();
    assert_eq!(left, 1, "nothing is left beside it");
    folder.shows("refused-output-below-a-file", &["check", "a.yaml", "-o", "licence.yaml/report.txt"]);
    folder.shows("refused-output-is-a-folder", &["check", "a.yaml", "-o", "folder"]);
    folder.shows("refused-output-is-read", &["check", "a.yaml", "-o", "./a.yaml"]);
    assert_eq!(folder.read("a.yaml"), QUIET);
    let said = folder.redtape(&["check", "missing.yaml", "-o", "new/report.txt"]);
    assert_eq!(said.code, Some(2));
    assert!(folder.read("new/report.txt").starts_with("1 procedure read"), "the old one stays");
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_is_written_to_and_stays_a_device() {
    use std::os::unix::fs::FileTypeExt;
    let folder = Folder::with(&[("a.yaml", QUIET)]);
    let said = folder.redtape(&["check", "a.yaml", "--rule", "once-only", "-o", "/dev/null"]);
    assert_eq!((said.err.as_str(), said.code), ("", Some(0)));
    assert!(std::fs::metadata("/dev/null").expect("a device").file_type().is_char_device());
}
