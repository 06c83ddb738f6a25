//! Colours, width, and readers who stop reading.

use crate::folder::{Folder, LICENCE, holds};

const CHECK: [&str; 4] = ["check", "licence.yaml", "--as-of", "2026-07-01"];

fn coloured(folder: &Folder, variables: &[(&str, &str)], more: &[&str]) -> bool {
    let said = folder.redtape_where(variables, &[&CHECK, more].concat());
    said.out.contains("\u{1b}[")
}

#[test]
fn colours_come_where_they_are_asked_for() {
    let folder = Folder::with(&[("licence.yaml", LICENCE)]);
    for format in ["full", "concise"] {
        let with = |variables: &[(&str, &str)], more: &[&str]| coloured(&folder, variables, &[more, &["--format", format]].concat());
        assert!(!with(&[], &[]), "this is no terminal");
        assert!(with(&[], &["--color", "always"]));
        assert!(with(&[("NO_COLOR", "1")], &["--color", "always"]), "a flag is stronger than a variable");
        assert!(with(&[("FORCE_COLOR", "1")], &[]));
        assert!(with(&[("CLICOLOR_FORCE", "1")], &[]));
        assert!(!with(&[("FORCE_COLOR", "0")], &[]));
        assert!(!with(&[("FORCE_COLOR", "1")], &["--color", "never"]));
        assert!(!with(&[("FORCE_COLOR", "1"), ("NO_COLOR", "1")], &[]));
        assert!(with(&[("FORCE_COLOR", "1"), ("NO_COLOR", "")], &[]), "an empty NO_COLOR says nothing");
    }
    for format in ["summary", "json"] {
        assert!(!coloured(&folder, &[("FORCE_COLOR", "1")], &["--format", format]));
    }
}

#[test]
fn colours_change_no_word() {
    let folder = Folder::with(&[("licence.yaml", LICENCE)]);
    for format in ["full", "concise"] {
        let plain = folder.redtape(&[&CHECK[..], &["--format", format]].concat()).out;
        let coloured = folder.redtape(&[&CHECK[..], &["--format", format, "--color", "always"]].concat()).out;
        let mut words = String::new();
        for part in coloured.split("\u{1b}[") {
            words.push_str(if words.is_empty() && !coloured.starts_with("\u{1b}[") {
                part
            } else {
                part.split_once('m').map_or(part, |(_, words)| words)
            });
        }
        assert_eq!(words, plain);
    }
}

#[test]
fn a_narrow_screen_breaks_lines_but_no_number_of_law() {
    let folder = Folder::with(&[("licence.yaml", LICENCE)]);
    let said = folder.redtape_where(&[("COLUMNS", "50")], &[&CHECK[..], &["--rule", "once-only"]].concat());
    holds("screen-narrow", &said.told("check licence.yaml --rule once-only, on 50 columns"));
    for columns in ["0", "1", "39", "400", "many", "-3"] {
        let said = folder.redtape_where(&[("COLUMNS", columns)], &CHECK);
        assert_eq!(said.code, Some(1), "{columns}: {}", said.err);
        assert!(said.out.contains("115/2015/NĐ-CP"), "{columns}");
    }
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_error() {
    let folder = Folder::empty();
    for number in 0..300 {
        folder.write(&format!("p/{number}.yaml"), LICENCE);
    }
    for line in [
        "check p --as-of 2026-07-01 --fail-on never",
        "check p --as-of 2026-07-01 --fail-on never --format json",
        "rules",
        "facts",
        "schema procedure",
        "man",
        "completions bash",
        "recognise",
    ] {
        let line = format!("(yes 'giấy khai sinh' | \"$REDTAPE\" {line}; echo \"exit code $?\" >&2) | head -n 1 >head");
        let said = folder.shell(&line);
        assert_eq!(said.err, "exit code 0\n", "{line}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let folder = Folder::with(&[("licence.yaml", LICENCE)]);
    let said = folder.shell("\"$REDTAPE\" check licence.yaml >/dev/full");
    holds("screen-full-disk", &said.told("check licence.yaml >/dev/full"));
    let said = folder.shell("\"$REDTAPE\" recognise hộ >/dev/full 2>/dev/full");
    assert_eq!(said.code, Some(2));
}
