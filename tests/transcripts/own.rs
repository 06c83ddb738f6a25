//! A catalogue of one's own: a new rule is one file, and one's own registers win over the built-in ones.

use crate::folder::{Folder, LICENCE};

const SETTINGS: &str = "as_of: 2026-07-01\nprocedures: [procedures]\nrules: [rules]\nregisters: [registers]\n";
const RULE: &str = include_str!("own/too-slow.yaml");

fn folder(rule: &str) -> Folder {
    let folder = Folder::with(&[("redtape.yaml", SETTINGS), ("procedures/licence.yaml", LICENCE), ("rules/own/too-slow.yaml", rule)]);
    folder.write("registers/empty.yaml", "concepts: []\n");
    folder
}

#[test]
fn a_new_rule_is_one_file() {
    let folder = folder(RULE);
    folder.shows("own-rule", &["check", "--rule", "own"]);
    folder.shows("own-rule-vi", &["check", "--rule", "own", "--lang", "vi", "--format", "concise"]);
    folder.shows("own-rule-explained", &["explain", "own/too-slow"]);
    assert!(folder.redtape(&["rules"]).out.contains("own/too-slow"));
}

#[test]
fn a_rule_of_the_same_name_replaces_the_built_in_one() {
    let folder = folder(RULE);
    let other = RULE.replace("own/too-slow", "once-only/asks-for-held-data");
    folder.write("rules/once-only/asks-for-held-data.yaml", &other);
    folder.shows("own-rule-replaces", &["check", "--rule", "once-only/asks-for-held-data", "--format", "concise"]);
}

#[test]
fn a_wrong_rule_is_refused_with_file_line_and_column() {
    for (name, wrong, right) in [
        ("key", "tilte:", "title:"),
        ("id", "id: own/slow", "id: own/too-slow"),
        ("fact", "procedure.sixe", "procedure.code"),
        ("subject", "each: procedures", "each: procedure"),
        ("question", "procedure.code ==", "procedure.code !="),
        ("blank", "{procedure.tilte}", "{procedure.title}"),
        ("edit", "edit: burn", "edit: mend"),
        ("severity", "severity: fatal", "severity: warning"),
    ] {
        assert!(RULE.contains(right), "{right}");
        let wrong = if name == "question" {
            RULE.replacen("procedure.code != ''", "procedure.code = ''", 1)
        } else {
            RULE.replacen(right, wrong, 1)
        };
        folder(&wrong).shows(&format!("own-rule-wrong-{name}"), &["check"]);
    }
    let groundless = RULE.replace("rationale:", "basis: [{cite: \"Decree 999/2099/NĐ-CP, art. 1\"}]\nrationale:");
    folder(&groundless).shows("own-rule-wrong-basis", &["check"]);
    folder("").shows("own-rule-empty", &["check"]);
    folder("id: [").shows("own-rule-not-yaml", &["check"]);
}

#[test]
fn a_wrong_register_is_refused_with_file_line_and_column() {
    let folder = folder(RULE);
    folder.write(
        "registers/empty.yaml",
        "instrumets: []\nprovisions:\n  - {cite: nonsense, source: x}\n  - {cite: 63/2010/NĐ-CP#art_8, valid: {from: soon}}\n",
    );
    folder.shows("own-register-wrong", &["check"]);
}

/// The decree that the procedure rests on has ended by the built-in register; by this one it has not.
#[test]
fn a_register_of_ones_own_wins_over_the_built_in_one() {
    let folder = folder(RULE);
    let args = ["check", "--rule", "legality/basis-expired", "--format", "concise"];
    folder.shows("own-register-before", &args);
    folder.write(
        "registers/law.yaml",
        "sources: {own: {title: Read by ourselves, read: 2026-06-01}}
instruments:
  - {number: 115/2015/NĐ-CP, kind: decree, issuer: government, title: {vi: Nghị định về bảo hiểm xã hội}, valid: {from: 2016-01-01}, source: own, where: all of it}
",
    );
    folder.shows("own-register-after", &args);
}

#[test]
fn a_paper_of_ones_own_is_recognised() {
    let folder = folder(RULE);
    assert!(folder.redtape(&["recognise", "Thẻ trà"]).out.contains("none recognised"));
    folder.write(
        "registers/papers.yaml",
        "sources: {own: {title: Read by ourselves, read: 2026-06-01}}
evidence:
  - {id: tea-card, title: {vi: Thẻ trà, en: Tea card}, aliases: [thẻ uống trà], class: certificate, seen_in: [\"9.000001\"], source: own, where: all of it}
",
    );
    folder.shows("own-paper", &["recognise", "Bản sao thẻ uống trà"]);
}

/// Row 1 of Annex I lets the paper go; in this register it lets nothing go.
#[test]
fn a_provision_of_ones_own_wins_over_the_built_in_one() {
    let folder = folder(RULE);
    let args = ["check", "--rule", "once-only", "--format", "concise"];
    folder.shows("own-provision-before", &args);
    folder.write(
        "registers/law.yaml",
        "sources: {own: {title: Read by ourselves, read: 2026-06-01}}
provisions:
  - {cite: 66.7/2025/NQ-CP#ann_1.row_1, says: {vi: không miễn gì, en: waives nothing}, source: own, where: row 1}
",
    );
    folder.shows("own-provision-after", &args);
}
