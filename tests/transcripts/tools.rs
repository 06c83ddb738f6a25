//! What the command says of itself: help, manual pages, rules, schemas, completions; and how one begins.

use serde_json::Value;

use crate::folder::{Folder, holds};

#[test]
fn help_teaches() {
    let folder = Folder::empty();
    folder.shows("help", &["--help"]);
    for command in
        ["check", "compare", "explain", "rules", "schema", "facts", "import", "recognise", "registers", "init", "completions", "man"]
    {
        folder.shows(&format!("help-{command}"), &[command, "--help"]);
    }
    let said = folder.redtape(&[]);
    assert_eq!((said.out.as_str(), said.code), ("", Some(2)));
    assert!(said.err.contains("Usage: redtape <COMMAND>"));
}

#[test]
fn a_rule_explains_itself_in_each_language() {
    let folder = Folder::empty();
    folder.shows("explain", &["explain", "dossier/vague-component"]);
    folder.shows("explain-vi", &["explain", "dossier/vague-component", "--lang", "vi"]);
    folder.shows("explain-unknown", &["explain", "dossier/vague-components"]);
    folder.write("redtape.yaml", "language: vi\ndisable: [dossier]\n");
    let said = folder.redtape(&["explain", "dossier/vague-component"]);
    assert_eq!(
        said.out,
        folder.redtape(&["explain", "dossier/vague-component", "--lang", "vi"]).out,
        "in the language of the settings, though it is not asked here"
    );
}

#[test]
fn every_rule_has_a_page() {
    let folder = Folder::empty();
    let rules: Value = serde_json::from_str(&folder.redtape(&["rules", "--format", "json"]).out).expect("JSON");
    let rules = rules.as_array().expect("a list");
    assert!(rules.len() >= 20);
    for rule in rules {
        let id = rule["id"].as_str().expect("an id");
        for lang in ["en", "vi"] {
            let said = folder.redtape(&["explain", id, "--lang", lang]);
            assert_eq!((said.err.as_str(), said.code), ("", Some(0)), "{id}");
            assert!(said.out.contains(id), "{id}");
        }
    }
}

#[test]
fn the_rules_are_listed() {
    let folder = Folder::empty();
    holds("rules", &folder.redtape(&["rules"]).told("rules"));
    holds("rules-vi", &folder.redtape(&["rules", "--lang", "vi"]).told("rules --lang vi"));
    let rules: Value = serde_json::from_str(&folder.redtape(&["rules", "--format", "json"]).out).expect("JSON");
    let one = rules.as_array().expect("a list").iter().find(|rule| rule["id"] == "dossier/vague-component");
    holds("rules-json", &format!("{:#}", one.expect("the rule")));
}

#[test]
fn every_schema_is_one() {
    let folder = Folder::empty();
    for kind in ["procedure", "register", "rule", "config", "findings"] {
        let said = folder.redtape(&["schema", kind]);
        let schema: Value = serde_json::from_str(&said.out).expect("JSON");
        assert!(jsonschema::meta::is_valid(&schema), "{kind}");
        assert!(jsonschema::validator_for(&schema).is_ok(), "{kind}");
    }
}

#[test]
fn the_facts_are_listed() {
    let said = Folder::empty().redtape(&["facts"]);
    assert!(said.out.contains("document.holder") && said.code == Some(0));
}

#[test]
fn completions_and_the_manual_page_are_there() {
    let folder = Folder::empty();
    for shell in ["bash", "zsh", "fish"] {
        let said = folder.redtape(&["completions", shell]);
        assert!(said.out.contains("min-confidence") && said.code == Some(0), "{shell}");
    }
    let said = folder.redtape(&["man"]);
    assert!(said.out.contains(".TH redtape 1") && said.code == Some(0));
}

#[test]
fn a_new_catalogue_can_be_checked_and_keeps_what_is_there() {
    let folder = Folder::empty();
    folder.shows("init", &["init"]);
    folder.shows("init-check", &["check", "--as-of", "2026-07-01"]);
    folder.write("redtape.yaml", "as_of: 2026-07-01\n");
    folder.shows("init-again", &["init", "."]);
    assert_eq!(folder.read("redtape.yaml"), "as_of: 2026-07-01\n");
    folder.shows("init-elsewhere", &["init", "new/catalogue"]);
    let schema: Value = serde_json::from_str(&folder.read(".redtape/procedure.schema.json")).expect("JSON");
    assert!(schema.get("properties").is_some());
    folder.write("file", "");
    folder.shows("init-refused", &["init", "file"]);
}
