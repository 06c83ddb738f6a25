//! What `redtape.yaml` may say beside the flags, and rules of a catalogue's own.

use serde_json::Value;

use crate::folder::{Folder, LICENCE, QUIET};

/// Rule, severity and file of each finding.
fn findings(folder: &Folder, more: &[&str]) -> Vec<String> {
    let said = folder.redtape(&[&["check", "--as-of", "2026-07-01", "--format", "json"], more].concat());
    let value: Value = serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{error}: {}", said.err));
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let line = |one: &Value| [&one["rule"], &one["severity"], &one["location"]["file"]].map(word).join(" ");
    value["findings"].as_array().expect("findings").iter().map(line).collect()
}

fn catalogue(settings: &str) -> Folder {
    Folder::with(&[("redtape.yaml", settings), ("procedures/old/a.yaml", LICENCE), ("procedures/new/b.yaml", LICENCE)])
}

const HELD: &str = "once-only/asks-for-held-data";

#[test]
fn a_rule_may_be_graded_or_turned_off_below_a_path() {
    let plain = findings(&catalogue("language: en\n"), &["--rule", HELD]);
    assert_eq!(plain, [format!("{HELD} error procedures/new/b.yaml"), format!("{HELD} error procedures/old/a.yaml")]);
    let graded = catalogue(&format!("paths: [{{path: procedures/old, severity: {{{HELD}: note}}}}]\n"));
    let graded = findings(&graded, &["--rule", HELD]);
    assert_eq!(graded, [format!("{HELD} error procedures/new/b.yaml"), format!("{HELD} note procedures/old/a.yaml")]);
    let off = catalogue("paths: [{path: procedures/new/, disable: [once-only]}]\n");
    assert_eq!(findings(&off, &["--rule", HELD]), [format!("{HELD} error procedures/old/a.yaml")]);
    let file = catalogue("paths: [{path: procedures/new/b.yaml, disable: [once-only]}, {path: procedures/ol, disable: [once-only]}]\n");
    assert_eq!(findings(&file, &["--rule", HELD]), [format!("{HELD} error procedures/old/a.yaml")]);
}

#[test]
fn a_rule_may_be_kept_for_those_who_want_to_know_everything() {
    let folder = catalogue("personas: {once-only: pedantic}\n");
    assert_eq!(findings(&folder, &["--rule", HELD]), [""; 0]);
    assert_eq!(findings(&folder, &["--rule", HELD, "--persona", "pedantic"]).len(), 2);
}

#[test]
fn without_a_country_only_what_rests_on_no_law_is_asked() {
    let files = [("redtape.yaml", "profile: core\n"), ("procedures/a.yaml", LICENCE), ("procedures/b.yaml", "titel: x\n")];
    let folder = Folder::with(&files);
    let rules: Vec<String> = findings(&folder, &["--min-confidence", "undetermined", "--persona", "pedantic"]);
    assert!(rules.iter().any(|line| line.starts_with("format/unknown-key")), "{rules:?}");
    assert!(!rules.iter().any(|line| line.starts_with("legality/") || line.starts_with("once-only/asks")), "{rules:?}");
    let said = folder.redtape(&["check", "--rule", HELD]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("no rule and no group of rules is called"), "{}", said.err);
}

#[test]
fn what_cannot_be_set_is_refused_with_its_place() {
    for (settings, says) in [
        ("thresholds: {horizn: 3}\n", "redtape.yaml:1:14: unknown-key: horizn"),
        ("thresholds: {slack: 101}\n", "redtape.yaml:1:21"),
        ("profile: vietnam\n", "redtape.yaml:1:10"),
        ("personas: {once-only: lenient}\n", "redtape.yaml:1:23"),
        ("personas: {once-ony: pedantic}\n", "did you mean `once-only`"),
        ("paths: [{disable: [digital]}]\n", "redtape.yaml:1:10"),
        ("paths: [{path: a, disable: [digitl]}]\n", "did you mean `digital`"),
        ("paths: [{path: a, disable: [format]}]\n", "cannot be turned off below a path"),
    ] {
        let said = catalogue(settings).redtape(&["check"]);
        assert_eq!(said.code, Some(2), "{settings}: {}", said.out);
        assert!(said.err.contains(says), "{settings}: {}", said.err);
    }
}

#[test]
fn a_rule_of_ones_own_is_written_and_its_example_fails_until_it_is_finished() {
    let folder = Folder::with(&[("redtape.yaml", "rules: [house]\n"), ("procedures/b.yaml", QUIET)]);
    folder.shows("rules-new", &["rules", "new", "local/asks-for-photographs"]);
    folder.shows("rules-test-unfinished", &["rules", "test"]);
    let path = folder.path("house/local/asks-for-photographs.yaml");
    let rule = std::fs::read_to_string(&path).expect("the rule");
    let finished = rule.replace("procedure.title == ''", "size(procedure.levels) == 0");
    std::fs::write(&path, finished).expect("the rule can be written");
    folder.shows("rules-test-finished", &["rules", "test"]);
    std::fs::write(&path, rule.replace("procedure.title == ''", "procedure.titel == ''")).expect("the rule can be written");
    folder.shows("rules-test-refused", &["rules", "test", "house/local/asks-for-photographs.yaml"]);
    folder.shows("rules-new-again", &["rules", "new", "local/asks-for-photographs"]);
}
