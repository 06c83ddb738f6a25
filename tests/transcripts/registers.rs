//! How the registers stand: what is old, what is about to end, what rests on it, and which citations resolve.

use serde_json::Value;

use crate::folder::{Folder, LICENCE, holds};

const SETTINGS: &str = "as_of: 2026-09-15\nprocedures: [procedures]\nregisters: [registers]\n";

/// Read long before everything that ships with the program; the first ends soon.
const OWN: &str = "sources: {own: {title: Read by ourselves, read: 2024-01-31}}
instruments:
  - {number: 115/2015/NĐ-CP, kind: decree, valid: {from: 2016-01-01, until: 2026-10-01}, repealed_by: 1/2026/NĐ-CP, end_where: art. 9, source: own, where: all of it}
  - {number: 1/2026/NĐ-CP, kind: decree, undated: true, source: own, where: all of it}
coverage:
  - {procedure: '9.000001', element: document, known: partial, read: 2024-01-31, from: 2026-01-01, until: 2026-10-01, why: {en: half read}, source: own, where: all of it}
  - {procedure: '9.000001', element: fee, known: partial, read: 2024-01-31, from: 2026-01-01, until: 2026-10-01, why: {en: half read}, source: own, where: all of it}
data_sources:
  - {id: tea, title: {en: The register of tea}, source: own, where: all of it}
";

fn folder() -> Folder {
    let basis = "legal_basis: [115/2015/NĐ-CP, 01/2026/NĐ-CP, 999/2099/NĐ-CP, by custom]\n";
    let own = LICENCE.split_once("legal_basis").map_or_else(|| LICENCE.to_owned(), |(before, _)| before.to_owned());
    Folder::with(&[("redtape.yaml", SETTINGS), ("registers/own.yaml", OWN), ("procedures/licence.yaml", &format!("{own}{basis}"))])
}

/// How many entries the built-in registers hold changes with every reading, and is not what is asked here.
fn without_counts(told: &str) -> String {
    told.lines()
        .filter(|line| !line.starts_with("The registers on") && !line.starts_with("Sổ đăng ký vào"))
        .map(|line| format!("{line}\n"))
        .collect()
}

#[test]
fn the_state_of_the_registers_is_told_in_each_language() {
    let folder = folder();
    let args = ["registers", "status", "--horizon", "30", "procedures"];
    holds("registers-status", &without_counts(&folder.redtape(&args).told("registers status --horizon 30 procedures")));
    let args = ["registers", "status", "--horizon", "30", "--lang", "vi", "procedures"];
    holds("registers-status-vi", &without_counts(&folder.redtape(&args).told("registers status --horizon 30 --lang vi procedures")));
    assert_eq!(folder.redtape(&["registers", "status", "nowhere"]).code, Some(2));
}

#[test]
fn programs_are_told_all_of_it() {
    let folder = folder();
    let said = folder.redtape(&["registers", "status", "--format", "json", "--horizon", "30", "procedures"]);
    let value: Value = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!((said.err.as_str(), said.code), ("", Some(0)));
    assert!(value["registers"]["instruments"].as_u64() > Some(4000), "{}", value["registers"]);
    let unread: Vec<&str> = value["unread"].as_array().expect("a list").iter().filter_map(|entry| entry["name"].as_str()).collect();
    assert_eq!(unread, ["01/2026/NĐ-CP", "115/2015/NĐ-CP", "9.000001", "9.000001", "tea"]);
    let all = &value["citations"];
    assert_eq!(
        (all["dated"].as_u64(), all["undated"].as_u64(), all["unknown"].as_u64(), all["unreadable"].as_u64()),
        (Some(1), Some(1), Some(1), Some(1))
    );
    let unread = folder.redtape(&["registers", "status", "--format", "json", "--months", "1200"]);
    let value: Value = serde_json::from_str(&unread.out).expect("JSON");
    assert_eq!((value["unread"].as_array().map(Vec::len), value["citations"].is_null()), (Some(0), true));
}
