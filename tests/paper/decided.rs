//! Decisions written into the column of the workbook, read back by `redtape plan --decisions`.

use std::{
    fs,
    io::{Cursor, Write},
    path::Path,
    process::Command,
};

use redtape::{
    decision::{self, Verdict},
    locale::Locale,
    span::FileId,
};

use crate::read;

fn redtape(words: &[&str], folder: &Path) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_redtape")).current_dir(folder).args(words).output().expect("it runs");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).expect("text")
}

/// The workbook with these cells written into its sheet of recommendations, as an office program writes them.
fn filled(bytes: &[u8], cells: &[(String, String)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, mut text) in read::parts(bytes) {
        if name == "xl/worksheets/sheet2.xml" {
            for (place, words) in cells {
                let begin = text.find(&format!("<c r=\"{place}\"")).expect("the cell is there");
                let end = begin + text[begin..].find("/>").expect("it is empty") + 2;
                assert!(!text[begin..end].contains("</c>"), "{place} is not empty");
                text.replace_range(begin..end, &format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{words}</t></is></c>"));
            }
        }
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("it is written");
    }
    zip.finish().expect("the package ends").into_inner()
}

#[test]
fn what_is_chosen_in_the_column_is_decided_in_every_language() {
    let procedures = concat!(env!("CARGO_MANIFEST_DIR"), "/procedures/vn/civil-status");
    for code in Locale::codes() {
        let folder = tempfile::tempdir().expect("a folder");
        let book = folder.path().join("plan.xlsx");
        redtape(&["report", procedures, "--as-of", "2026-07-01", "--lang", code, "-o", "plan.xlsx"], folder.path());
        let bytes = fs::read(&book).expect("it is written");
        let say = |key: &str| Locale::of(code).say(key).to_owned();
        let cells = [
            ("C2", say("decision.taken")),
            ("C3", say("decision.rejected")),
            ("D3", "Luật buộc phải có".to_owned()),
            ("C5", say("decision.proposed")),
        ];
        fs::write(&book, filled(&bytes, &cells.map(|(place, words)| (place.to_owned(), words)))).expect("it is saved");
        let sheets = read::xlsx(&fs::read(&book).expect("it is there"));
        let finding = |row: usize| sheets[1].1[row - 1][0].to_string();

        let plan = redtape(
            &[
                "plan",
                procedures,
                "--as-of",
                "2026-07-01",
                "--decisions",
                "plan.xlsx",
                "--write-decisions",
                "decisions.yaml",
                "--format",
                "json",
            ],
            folder.path(),
        );
        let (kept, problems) = decision::read(FileId::default(), &fs::read_to_string(folder.path().join("decisions.yaml")).expect("kept"));
        assert_eq!((problems, kept.all.len()), (Vec::new(), 3), "{code}");
        let verdict = |row: usize| kept.all.get(&finding(row)).map(|one| (one.verdict, one.reason.clone()));
        assert_eq!(verdict(2), Some((Verdict::Taken, None)), "{code}");
        assert_eq!(verdict(3), Some((Verdict::Rejected, Some("Luật buộc phải có".to_owned()))), "{code}");
        assert_eq!(verdict(5), Some((Verdict::Proposed, None)), "{code}");

        // What was rejected is not in the plan, and a workbook made anew shows what was decided.
        let plan: serde_json::Value = serde_json::from_str(&plan).expect("JSON");
        let all =
            plan["procedures"].as_array().expect("procedures").iter().flat_map(|one| one["recommendations"].as_array().expect("a list"));
        let rejected = all.clone().find(|one| one["finding"] == finding(3)).expect("it is told");
        assert_eq!((&rejected["chosen"], rejected["decided"]["decision"].as_str()), (&serde_json::Value::Bool(false), Some("rejected")));
        redtape(
            &["report", procedures, "--as-of", "2026-07-01", "--lang", code, "--decisions", "decisions.yaml", "-o", "again.xlsx"],
            folder.path(),
        );
        let again = read::xlsx(&fs::read(folder.path().join("again.xlsx")).expect("it is written"));
        let row = again[1].1.iter().find(|row| row[0].to_string() == finding(3)).expect("the row");
        assert_eq!((row[2].to_string(), row[3].to_string()), (say("decision.rejected"), "Luật buộc phải có".to_owned()), "{code}");
    }
}
