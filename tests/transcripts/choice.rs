//! What the flags of `redtape check` choose: which rules, how sure, how bad, for whom, by what law.

use crate::folder::{Folder, LICENCE, QUIET, REDTAPE};

/// A rule that speaks of every procedure, for those who want to know everything.
const PEDANTIC: &str = include_str!("own/pedantic.yaml");
/// A rule that warns of every procedure.
const WARNING: &str = include_str!("own/too-slow.yaml");

fn code(folder: &Folder, more: &[&str]) -> Option<i32> {
    folder.redtape(&[&["check", "--as-of", "2026-07-01"], more].concat()).code
}

#[test]
fn the_exit_code_tells_from_which_severity_on_there_are_findings() {
    let own = [("redtape.yaml", "rules: [rules]\n"), ("rules/own/too-slow.yaml", WARNING)];
    let folder = Folder::with(&[&own[..], &[("licence.yaml", LICENCE), ("notice.yaml", QUIET)]].concat());
    let warned = ["notice.yaml", "--rule", "own"];
    for (fail_on, error, warning, nothing) in [("error", 1, 0, 0), ("warning", 1, 1, 0), ("note", 1, 1, 0), ("never", 0, 0, 0)] {
        let with = |more: &[&str]| code(&folder, &[more, &["--fail-on", fail_on]].concat());
        assert_eq!(with(&["licence.yaml", "--rule", "once-only"]), Some(error), "an error, {fail_on}");
        assert_eq!(with(&warned), Some(warning), "a warning, {fail_on}");
        assert_eq!(with(&["notice.yaml", "--rule", "once-only"]), Some(nothing), "nothing, {fail_on}");
    }
    assert_eq!(code(&folder, &["licence.yaml"]), Some(1), "the default is error");
    assert_eq!(code(&folder, &warned), Some(0), "the default is error");
}

#[test]
fn the_least_confidence_hides_and_counts_the_rest() {
    let folder = Folder::with(&[("licence.yaml", LICENCE)]);
    for least in ["proved", "presumed", "undetermined"] {
        let args = ["check", "licence.yaml", "--as-of", "2026-07-01", "--format", "concise", "--min-confidence", least];
        folder.shows(&format!("choice-min-confidence-{least}"), &args);
    }
}

#[test]
fn a_rule_is_asked_by_its_id_or_by_its_group() {
    let folder = Folder::with(&[("licence.yaml", LICENCE)]);
    let rules = |wanted: &[&str]| {
        let said = folder.redtape(&[&["check", "licence.yaml", "--as-of", "2026-07-01", "--format", "json"], wanted].concat());
        let value: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
        let findings = value["findings"].as_array().expect("findings").iter();
        findings.map(|finding| finding["rule"].as_str().expect("a rule").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(rules(&["--rule", "dossier/vague-component"]), ["dossier/vague-component"]);
    assert_eq!(rules(&["--rule", "once-only"]), ["once-only/asks-for-held-data"]);
    assert_eq!(rules(&["--rule", "once-only/"]), ["once-only/asks-for-held-data"]);
    let both = rules(&["--rule", "once-only", "--rule", "dossier/vague-component"]);
    assert_eq!(both, ["once-only/asks-for-held-data", "dossier/vague-component"]);
}

#[test]
fn the_pedantic_see_what_others_do_not() {
    let settings = "rules: [rules]\nprocedures: [procedures]\n";
    let files = [("redtape.yaml", settings), ("rules/own/pedantic.yaml", PEDANTIC), ("procedures/notice.yaml", QUIET)];
    let folder = Folder::with(&files);
    let args = ["check", "--as-of", "2026-07-01", "--format", "concise", "--rule", "own"];
    folder.shows("choice-persona-regular", &args);
    folder.shows("choice-persona-pedantic", &[&args[..], &["--persona", "pedantic"]].concat());
}

#[test]
fn the_day_chooses_the_law() {
    let folder = Folder::with(&[("licence.yaml", LICENCE)]);
    for day in ["2024-06-30", "2026-07-01"] {
        let args = ["check", "licence.yaml", "--as-of", day, "--format", "concise"];
        folder.shows(&format!("choice-as-of-{day}"), &args);
    }
}

#[test]
fn the_settings_choose_and_the_flags_win() {
    let settings =
        "language: vi\nas_of: 2026-07-01\nfail_on: never\nmin_confidence: proved\nseverity: {once-only: note}\ndisable: [legality]\n";
    let folder = Folder::with(&[("redtape.yaml", settings), ("procedures/licence.yaml", LICENCE)]);
    folder.shows("choice-settings", &["check", "--format", "concise"]);
    let flags =
        ["check", "--format", "concise", "--lang", "en", "--min-confidence", "presumed", "--fail-on", "note", "--as-of", "2026-02-01"];
    folder.shows("choice-flags-win", &flags);
}

#[test]
fn settings_are_found_in_a_folder_above_and_their_paths_stand_from_there() {
    let settings = "as_of: 2026-07-01\nprocedures: [procedures]\n";
    let folder = Folder::with(&[("redtape.yaml", settings), ("procedures/licence.yaml", LICENCE)]);
    let mut command = folder.command(REDTAPE, &["check", "--format", "concise", "--rule", "once-only"]);
    let output = command.current_dir(folder.path("procedures")).output().expect("redtape runs");
    let out = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(out.starts_with("licence.yaml:"), "{out}");
}
