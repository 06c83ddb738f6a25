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

const DAY: [&str; 2] = ["--as-of", "2026-07-01"];
const REASON: &str = "Luật buộc phải có";

/// The workbook of a report, in which three recommendations were decided on; the fingerprints of those rows.
fn decided(procedures: &str, code: &str, folder: &Path) -> [String; 3] {
    let book = folder.join("plan.xlsx");
    redtape(&[&["report", procedures, "--lang", code, "-o", "plan.xlsx"], &DAY[..]].concat(), folder);
    let bytes = fs::read(&book).expect("it is written");
    let say = |key: &str| Locale::of(code).say(key).to_owned();
    let cells =
        [("C2", say("decision.taken")), ("C3", say("decision.rejected")), ("D3", REASON.to_owned()), ("C5", say("decision.proposed"))];
    fs::write(&book, filled(&bytes, &cells.map(|(place, words)| (place.to_owned(), words)))).expect("it is saved");
    let sheets = read::xlsx(&fs::read(&book).expect("it is there"));
    [2, 3, 5].map(|row: usize| sheets[1].1[row - 1][0].to_string())
}

#[test]
fn what_is_chosen_in_the_column_is_decided_in_every_language() {
    let procedures = concat!(env!("CARGO_MANIFEST_DIR"), "/procedures/vn/civil-status");
    for code in Locale::codes() {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path();
        let [taken, rejected, proposed] = decided(procedures, code, folder);
        let asked = ["plan", procedures, "--decisions", "plan.xlsx", "--write-decisions", "decisions.yaml", "--format", "json"];
        let plan = redtape(&[&asked[..], &DAY].concat(), folder);
        let (kept, problems) = decision::read(FileId::default(), &fs::read_to_string(folder.join("decisions.yaml")).expect("kept"));
        assert_eq!((problems, kept.all.len()), (Vec::new(), 3), "{code}");
        let verdict = |finding: &str| kept.all.get(finding).map(|one| (one.verdict, one.reason.as_deref()));
        assert_eq!(verdict(&taken), Some((Verdict::Taken, None)), "{code}");
        assert_eq!(verdict(&rejected), Some((Verdict::Rejected, Some(REASON))), "{code}");
        assert_eq!(verdict(&proposed), Some((Verdict::Proposed, None)), "{code}");

        // What was rejected is not in the plan, and a workbook made anew shows what was decided.
        let plan: serde_json::Value = serde_json::from_str(&plan).expect("JSON");
        let mut all =
            plan["procedures"].as_array().expect("procedures").iter().flat_map(|one| one["recommendations"].as_array().expect("a list"));
        let told = all.find(|one| one["finding"] == rejected).expect("it is told");
        assert_eq!((told["chosen"].as_bool(), told["decided"]["decision"].as_str()), (Some(false), Some("rejected")));
        let asked = ["report", procedures, "--lang", code, "--decisions", "decisions.yaml", "-o", "again.xlsx"];
        redtape(&[&asked[..], &DAY].concat(), folder);
        let again = read::xlsx(&fs::read(folder.join("again.xlsx")).expect("it is written"));
        let row = again[1].1.iter().find(|row| row[0] == *rejected).expect("the row");
        let said = Locale::of(code).say("decision.rejected");
        assert_eq!((row[2].to_string(), row[3].to_string()), (said.to_owned(), REASON.to_owned()), "{code}");
    }
}
