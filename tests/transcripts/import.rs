//! `redtape import` and `redtape recognise`.

use std::fs;

use crate::folder::{Folder, holds};

const RECORD: &str = include_str!("../import/limits.national-api.json");
const IMPORT: [&str; 6] = ["import", "--from", "national-api", "records", "--into", "procedures"];

/// Every file below a folder, with what it holds.
fn below(folder: &Folder, name: &str) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut open = vec![folder.path(name)];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else {
            found.push((path.display().to_string(), fs::read(&path).expect("a file")));
        }
    }
    found.sort();
    found
}

#[test]
fn importing_twice_gives_the_same_bytes_and_keeps_what_somebody_changed() {
    let folder = Folder::with(&[("records/limits.national-api.json", RECORD)]);
    folder.shows("import-first", &IMPORT);
    let first = below(&folder, "procedures");
    assert_eq!(first.len(), 1);
    folder.shows("import-again", &IMPORT);
    assert_eq!(below(&folder, "procedures"), first);

    let changed = first[0].0.clone();
    fs::write(&changed, "title: mine\n").expect("the file can be changed");
    folder.shows("import-keeps", &IMPORT);
    assert_eq!(fs::read_to_string(&changed).expect("a file"), "title: mine\n");
    folder.shows("import-force", &[&IMPORT[..], &["--force"]].concat());
    assert_eq!(below(&folder, "procedures"), first);
}

#[test]
fn what_is_imported_can_be_checked() {
    let folder = Folder::with(&[("records/limits.national-api.json", RECORD)]);
    folder.redtape(&IMPORT);
    let said = folder.redtape(&["check", "--as-of", "2026-07-01", "--format", "concise", "--rule", "format"]);
    assert_eq!(said.code, Some(0), "{}", said.out);
}

#[test]
fn a_record_that_cannot_be_read_is_named_with_the_reason() {
    let folder = Folder::with(&[
        ("records/limits.national-api.json", RECORD),
        ("records/a\u{1b}[31m.json", "{\"data\": "),
        ("records/b.json", "[]"),
    ]);
    fs::write(folder.path("records/c.json"), b"\xff\xfe").expect("a file");
    folder.shows("import-refused", &IMPORT);
}

#[test]
fn importing_nothing_is_no_success() {
    let folder = Folder::with(&[("records/notes.txt", "none")]);
    folder.shows("import-nothing", &IMPORT);
    folder.shows("import-missing", &["import", "--from", "word-tables", "gone", "--into", "procedures"]);
}

#[test]
fn a_phrase_is_recognised_from_the_command_line_and_from_standard_input() {
    let folder = Folder::empty();
    let phrase = "Bản sao có chứng thực Giấy chứng nhận đăng ký doanh nghiệp hoặc hộ chiếu";
    folder.shows("recognise", &["recognise", "--as-of", "2026-07-01", phrase, "Tờ khai đăng ký kết hôn", "quatsch"]);
    let args = ["recognise", "--as-of", "2026-07-01", "--format", "json"];
    let said = folder.redtape_reads(&format!("{phrase}\n\nGiấy khai sinh (không phải nộp)\n"), &args);
    holds("recognise-json", &said.told("recognise --as-of 2026-07-01 --format json < phrases.txt"));
    for line in said.out.lines() {
        let value: serde_json::Value = serde_json::from_str(line).expect("JSON on every line");
        for key in ["text", "evidence", "any_of", "as", "case", "waived", "form_about", "handed_back", "held_by"] {
            assert!(value.get(key).is_some(), "{key}");
        }
    }
    assert_eq!(said.out.lines().count(), 3);
}
