//! Several forms of a report in one run: which goes where, and what is refused.

use serde_json::Value;

use crate::folder::{Folder, LICENCE, QUIET};

const DAY: [&str; 3] = ["check", "--as-of", "2026-07-01"];

#[test]
fn each_format_goes_into_its_own_file_and_one_to_the_screen() {
    let folder = Folder::with(&[("procedures/licence.yaml", LICENCE)]);
    let more = ["--format", "json", "-o", "out/a.json", "--format", "concise", "-o", "-", "--format", "csv", "-o", "out/a.csv"];
    let said = folder.redtape(&[&DAY[..], &more].concat());
    assert_eq!((said.err.as_str(), said.code), ("", Some(1)));
    assert_eq!(said.out, folder.redtape(&[&DAY[..], &["--format", "concise"]].concat()).out);
    assert_eq!(folder.read("out/a.json"), folder.redtape(&[&DAY[..], &["--format", "json"]].concat()).out);
    assert_eq!(folder.read("out/a.csv"), folder.redtape(&[&DAY[..], &["--format", "csv"]].concat()).out);
    // The n-th to the n-th, wherever they stand; what is left over goes to the screen.
    let more = ["--format", "json", "--format", "csv", "-o", "out/b.json", "-o", "out/b.csv"];
    assert_eq!(folder.redtape(&[&DAY[..], &more].concat()).out, "");
    assert_eq!((folder.read("out/b.json"), folder.read("out/b.csv")), (folder.read("out/a.json"), folder.read("out/a.csv")));
    let more = ["--format", "json", "-o", "out/c.json", "--format", "concise"];
    assert_eq!(folder.redtape(&[&DAY[..], &more].concat()).out, said.out);
}

#[test]
fn what_does_not_pair_is_refused_before_anything_is_written() {
    let folder = Folder::with(&[("a.yaml", QUIET)]);
    folder.shows("outputs-two-to-the-screen", &["check", "a.yaml", "--format", "full", "--format", "json"]);
    folder.shows("outputs-which-one", &["check", "a.yaml", "--format", "full", "--format", "sarif", "-o", "out.sarif"]);
    folder.shows("outputs-too-many", &["check", "a.yaml", "--format", "json", "-o", "a.json", "-o", "b.json"]);
    folder.shows("outputs-twice-the-same", &["check", "a.yaml", "--format", "json", "-o", "out", "--format", "csv", "-o", "out"]);
    folder.shows("outputs-over-what-is-read", &["check", "a.yaml", "--format", "full", "-o", "-", "--format", "json", "-o", "a.yaml"]);
    assert_eq!(folder.read("a.yaml"), QUIET);
    let left = std::fs::read_dir(folder.path(".")).expect("a folder").count();
    assert_eq!(left, 1, "nothing was written");
}

#[test]
fn programs_get_their_whole_document_even_of_nothing() {
    let folder = Folder::with(&[("notes.txt", "no procedure")]);
    let said = folder.redtape(&[&DAY[..], &[".", "--format", "sarif", "-o", "a.sarif", "--format", "csv"]].concat());
    assert_eq!(said.code, Some(3), "{}", said.err);
    let log: Value = serde_json::from_str(&folder.read("a.sarif")).expect("JSON");
    assert_eq!(log["runs"][0]["results"], Value::Array(Vec::new()));
    assert!(said.out.starts_with("file,line,column,rule,"), "{}", said.out);
}

#[test]
fn a_job_of_github_gets_its_summary_behind_what_stands_there() {
    let folder = Folder::with(&[("procedures/licence.yaml", LICENCE), ("summary.md", "before\n")]);
    let summary = folder.path("summary.md");
    let variables = [("GITHUB_STEP_SUMMARY", summary.to_str().expect("a path"))];
    let said = folder.redtape_where(&variables, &[&DAY[..], &["--format", "github"]].concat());
    assert_eq!((said.err.as_str(), said.code), ("", Some(1)));
    assert!(said.out.starts_with("::error title="), "{}", said.out);
    let whole = folder.read("summary.md");
    assert!(whole.starts_with("before\n# redtape\n") && whole.contains("| rule |"), "{whole}");
    folder.redtape_where(&variables, &[&DAY[..], &["--format", "concise"]].concat());
    assert_eq!(folder.read("summary.md"), whole, "no other format writes there");
}
