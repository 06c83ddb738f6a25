//! The report as a Word document and as a workbook; decisions made in a workbook, kept beside those that stand.

use std::{
    io::{Cursor, Read},
    path::Path,
    process::Command,
};

use redtape::{decision, import, span::FileId};

fn report(name: &str, folder: &Path) -> Vec<u8> {
    let file = folder.join(name);
    let mut command = Command::new(env!("CARGO_BIN_EXE_redtape"));
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["report", "--as-of", "2026-07-01", "--lang", "vi", "procedures", "-o"])
        .arg(&file);
    assert!(command.status().expect("it runs").success());
    std::fs::read(file).expect("it is written")
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    archive.by_name(name).expect("the part").read_to_string(&mut text).expect("text");
    text
}

#[test]
fn a_document_repeats_its_heads_lists_its_contents_and_is_the_same_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    let bytes = report("report.docx", folder.path());
    assert!(bytes == report("report.docx", folder.path()), "two runs differ");
    let body = part(&bytes, "word/document.xml");
    for sign in ["<w:tblHeader />", "TOC \\o", "Heading1", "Heading3", "<w:cantSplit />"] {
        assert!(body.contains(sign), "{sign} is missing");
    }
    assert!(!body.chars().any(|c| c.is_control() && c != '\n'), "a control character");
}

#[test]
fn a_workbook_without_a_decision_decides_nothing_and_has_no_formula() {
    let folder = tempfile::tempdir().expect("a folder");
    let bytes = report("report.xlsx", folder.path());
    let decided = import::decisions(&bytes).expect("it is read back");
    assert!(decided.all.is_empty());
    for sheet in 1..=6 {
        assert!(!part(&bytes, &format!("xl/worksheets/sheet{sheet}.xml")).contains("<f>"), "a formula");
    }
}

#[test]
fn what_stands_in_the_file_stays_as_it_is_written() {
    let old = "# ours\ndecisions:\n  - {finding: 0123456789abcdef, decision: taken} # agreed\n  - finding: 1123456789abcdef\n    decision: taken\n";
    let new = "decisions:\n  - {finding: 1123456789abcdef, decision: rejected, reason: no}\n  - {finding: 2123456789abcdef, decision: proposed}\n";
    let (new, _) = decision::read(FileId::default(), new);
    let (text, fresh) = decision::merged(old, &new);
    assert_eq!(fresh, 2);
    let expected = "# ours\ndecisions:\n  - {finding: 0123456789abcdef, decision: taken} # agreed\n  \
        - {finding: \"1123456789abcdef\", decision: rejected, reason: \"no\"}\n  - {finding: \"2123456789abcdef\", decision: proposed}\n";
    assert_eq!(text, expected);
}
