//! What a file says never reaches a terminal or a build log in a form that either obeys.

use crate::folder::Folder;

/// Words that would colour, ring, turn, hide, or be taken for a command.
const WORDS: &str = "\\e[31mred\\a \\u202Eturned\\u2066 \\u200Bhidden\\u00AD ##[error]no ##vso[task.complete]no\\n::error::no\\r::warning::no\\u0085\\u009B31m";

fn procedure() -> String {
    format!(
        r#"procedure: "{WORDS}"
title: {{vi: "{WORDS}", en: "{WORDS}"}}
sector: "{WORDS}"
level: "{WORDS}"
"{WORDS}": 1
legal_basis: ["{WORDS}", "Nghị định 115/2015/NĐ-CP {WORDS}"]
dossier:
  documents:
    - {{title: "{WORDS}", evidence: marriage-certificate, as: certified-copy}}
    - {{id: "{WORDS}", title: "{WORDS} và các giấy tờ khác có liên quan", as: "{WORDS}"}}
    - {{title: "{WORDS}", evidence: "{WORDS}"}}
time_limit: "{WORDS}"
"#
    )
}

/// Whether a build log would take a line of this for a command, or a terminal anything of it.
fn obeyed(out: &str) -> Option<&str> {
    let hidden = |c: char| {
        (c.is_control() && c != '\n') || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    out.lines().find(|line| line.contains(hidden) || line.trim_start().starts_with("::") || line.contains("##[") || line.contains("##vso["))
}

#[test]
fn nothing_hostile_is_printed() {
    let folder = Folder::with(&[("a.yaml", &procedure()), ("b.yaml", &format!("a: [{}", raw()))]);
    let widths = ["40", "63", "1000"].map(|columns| ("full", columns));
    for (format, columns) in widths
        .into_iter()
        .chain(["full", "concise", "summary", "json", "jsonl", "sarif", "gitlab", "junit", "csv", "markdown"].map(|format| (format, "100")))
    {
        for lang in ["en", "vi"] {
            let args = [
                "check",
                "a.yaml",
                "b.yaml",
                "--as-of",
                "2026-07-01",
                "--format",
                format,
                "--lang",
                lang,
                "--min-confidence",
                "undetermined",
            ];
            let said = folder.redtape_where(&[("COLUMNS", columns)], &args);
            assert_eq!(said.code, Some(1), "{}", said.err);
            assert_eq!(obeyed(&said.out), None, "{format} {lang} {columns}");
        }
    }
    let said = folder.redtape(&["check", "a.yaml", "--as-of", "2026-07-01", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    assert!(!value["findings"].as_array().expect("findings").is_empty());
}

#[test]
fn nothing_hostile_is_printed_of_settings_rules_registers_and_flags() {
    let folder = Folder::with(&[("procedures/a.yaml", "title: A\n"), ("redtape.yaml", &format!("\"{WORDS}\": 1\n"))]);
    let raw = raw();
    let said = folder.redtape(&["check"]);
    assert_eq!((said.code, obeyed(&said.err)), (Some(2), None), "{}", said.err);
    folder.write("redtape.yaml", "rules: [rules]\nregisters: [registers]\n");
    folder.write("rules/own/x.yaml", &format!("id: \"{WORDS}\"\n\"{WORDS}\": 1\n"));
    let said = folder.redtape(&["check"]);
    assert_eq!((said.code, obeyed(&said.err)), (Some(2), None), "{}", said.err);
    std::fs::remove_file(folder.path("rules/own/x.yaml")).expect("the rule goes");
    folder.write("registers/x.yaml", &format!("\"{WORDS}\": 1\n"));
    let said = folder.redtape(&["check"]);
    assert_eq!((said.code, obeyed(&said.err)), (Some(2), None), "{}", said.err);
    for args in [["check", raw.as_str()], ["explain", &raw]] {
        let said = Folder::empty().redtape(&args);
        assert_eq!((said.code, obeyed(&said.err)), (Some(2), None), "{}", said.err);
    }
}

#[test]
fn nothing_hostile_is_printed_by_recognise() {
    let folder = Folder::empty();
    for args in [&["recognise"][..], &["recognise", "--format", "json"]] {
        let said = folder.redtape_reads(&format!("{}\n", raw().replace('\n', " ")), args);
        assert_eq!((said.code, obeyed(&said.out)), (Some(0), None), "{}", said.out);
    }
}

/// The words themselves, not as YAML writes them.
fn raw() -> String {
    "\u{1b}[31mred\u{7} \u{202e}turned\u{2066} \u{200b}hidden ##[error]no ##vso[task.complete]no\n::error::no \u{85}\u{9b}31m giấy khai sinh".to_owned()
}
