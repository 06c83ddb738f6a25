//! What may be named: files and folders in any number of ways, under any name.

#![cfg(unix)]

use std::os::unix::fs::symlink;

use crate::folder::{Folder, LICENCE, QUIET};

/// How many files and procedures a run read.
fn read(folder: &Folder, paths: &[&str]) -> (i64, i64) {
    let said = folder.redtape(&[&["check", "--as-of", "2026-07-01", "--format", "json"], paths].concat());
    let value: serde_json::Value = serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("no JSON: {}", said.err));
    let count = |name: &str| value["totals"][name].as_i64().expect("a number");
    (count("files"), count("procedures"))
}

#[test]
fn a_file_named_twice_is_read_once() {
    let folder = Folder::with(&[("p/a.yaml", QUIET), ("p/b.yml", QUIET)]);
    assert_eq!(read(&folder, &["p"]), (2, 2));
    assert_eq!(read(&folder, &["p", "p/a.yaml", "./p/a.yaml", "p/../p"]), (2, 2));
    let whole = folder.path("p/a.yaml");
    assert_eq!(read(&folder, &["p/a.yaml", whole.to_str().expect("UTF-8")]), (1, 1));
}

#[test]
fn a_link_to_a_file_is_followed_and_a_circle_of_folders_is_not() {
    let folder = Folder::with(&[("p/a.yaml", QUIET), ("elsewhere/b.yaml", QUIET), ("elsewhere/c.yaml", QUIET)]);
    symlink("..", folder.path("p/round")).expect("a link");
    symlink("a.yaml", folder.path("p/same.yaml")).expect("a link");
    symlink("../elsewhere/b.yaml", folder.path("p/b.yaml")).expect("a link");
    assert_eq!(read(&folder, &["."]), (3, 3));
    assert_eq!(read(&folder, &["p/b.yaml"]), (1, 1));
    symlink("elsewhere", folder.path("named")).expect("a link");
    assert_eq!(read(&folder, &["named"]), (2, 2));
}

#[test]
fn what_is_no_yaml_is_read_where_it_is_named_itself() {
    let folder = Folder::with(&[("notes.txt", "Dear all\n"), ("a.yaml", QUIET)]);
    let args = ["check", "--as-of", "2026-07-01", "--format", "concise", "--rule", "format", "notes.txt", "a.yaml"];
    folder.shows("paths-no-yaml", &args);
}

#[test]
fn a_pipe_is_not_waited_for() {
    let folder = Folder::empty();
    let said = folder.shell("mkfifo p.yaml && \"$REDTAPE\" check p.yaml --format concise --as-of 2026-07-01");
    crate::folder::holds("paths-pipe", &said.told("check p.yaml"));
}

#[test]
fn any_name_is_shown_on_one_line_and_obeyed_by_nobody() {
    let names = [
        "a b.yaml",
        "new\nline.yaml",
        "\u{1b}[31mred.yaml",
        "::error::x.yaml",
        "##[error]x.yaml",
        "rtl\u{202e}lmay.yaml",
        "tab\there.yaml",
    ];
    let folder = Folder::empty();
    for name in names {
        folder.write(&format!("p/{name}"), LICENCE);
    }
    folder.shows("paths-odd-names", &["check", "p", "--as-of", "2026-07-01", "--format", "concise", "--rule", "once-only"]);
    let said = folder.redtape(&["check", "p", "--as-of", "2026-07-01", "--format", "json", "--rule", "once-only"]);
    let value: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    let findings = value["findings"].as_array().expect("findings");
    let mut found: Vec<&str> = findings.iter().filter_map(|one| one["location"]["file"].as_str()).collect();
    let mut wanted: Vec<String> = names.iter().map(|name| format!("p/{name}")).collect();
    found.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(found, wanted, "programs get the names as they are");
    assert!(!said.out.contains(['\u{1b}', '\u{202e}']) && !said.out.contains("##["));
}
