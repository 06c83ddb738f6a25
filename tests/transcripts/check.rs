//! `redtape check` in every format and both languages.

use std::fs;

use serde_json::Value;

use crate::folder::{Folder, LICENCE, QUIET, REDTAPE, holds};

const DAY: [&str; 3] = ["check", "--as-of", "2026-07-01"];

fn checks(name: &str, folder: &Folder, more: &[&str]) {
    folder.shows(name, &[&DAY, more].concat());
}

#[test]
fn full_shows_the_line_the_law_and_what_to_do() {
    let folder = Folder::with(&[("procedures/licence.yaml", LICENCE)]);
    checks("check-full", &folder, &[]);
    checks("check-full-vi", &folder, &["--lang", "vi"]);
}

#[test]
fn concise_is_a_line_for_each_finding() {
    let folder = Folder::with(&[("procedures/licence.yaml", LICENCE)]);
    checks("check-concise", &folder, &["--format", "concise"]);
    checks("check-concise-vi", &folder, &["--format", "concise", "--lang", "vi"]);
}

#[test]
fn summary_counts_by_rule_sector_and_addressee() {
    let folder = Folder::with(&[("procedures/licence.yaml", LICENCE)]);
    checks("check-summary", &folder, &["--format", "summary"]);
    checks("check-summary-vi", &folder, &["--format", "summary", "--lang", "vi"]);
}

/// The places in built-in registers are left out: they move with every entry above them.
#[test]
fn json_is_for_programs() {
    let folder = Folder::with(&[("procedures/licence.yaml", LICENCE)]);
    let said = folder.redtape(&[&DAY[..], &["--format", "json"]].concat());
    let mut value: Value = serde_json::from_str(&said.out).expect("JSON");
    for finding in value["findings"].as_array_mut().expect("findings") {
        for related in finding["related"].as_array_mut().expect("places") {
            let location = related["location"].as_object_mut().expect("a place");
            if location["file"].as_str().is_some_and(|file| file.starts_with("registers/")) {
                location.remove("start");
                location.remove("end");
            }
        }
    }
    holds("check-json", &format!("{value:#}"));
}

#[test]
fn the_published_schema_holds_for_what_json_prints() {
    let folder = Folder::with(&[("procedures/licence.yaml", LICENCE), ("procedures/broken.yaml", "title: [")]);
    let schema = folder.redtape(&["schema", "findings"]).out;
    let schema: Value = serde_json::from_str(&schema).expect("a schema in JSON");
    let schema = jsonschema::validator_for(&schema).expect("a schema that can be used");
    for more in [&[][..], &["--min-confidence", "undetermined"], &["--lang", "vi"], &["--rule", "once-only"]] {
        let said = folder.redtape(&[&DAY[..], &["--format", "json"], more].concat());
        let findings: Value = serde_json::from_str(&said.out).expect("JSON");
        let faults: Vec<String> = schema.iter_errors(&findings).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(faults.is_empty(), "{faults:#?}");
        assert!(!findings["findings"].as_array().expect("findings").is_empty());
    }
}

#[test]
fn one_with_nothing_to_say_says_so() {
    let folder = Folder::with(&[("procedures/notice.yaml", QUIET)]);
    checks("check-nothing-to-say", &folder, &["--rule", "once-only"]);
    checks("check-nothing-to-say-vi", &folder, &["--rule", "once-only", "--lang", "vi"]);
    let said = folder.redtape(&[&DAY[..], &["--rule", "once-only", "--format", "json"]].concat());
    let value: Value = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!(value["findings"], Value::Array(Vec::new()));
}

#[test]
fn a_procedure_not_in_force_is_counted_not_judged() {
    let later = format!("{LICENCE}valid: {{from: 2026-08-01}}\n");
    let folder = Folder::with(&[("procedures/licence.yaml", &later)]);
    checks("check-not-in-force", &folder, &[]);
}

#[test]
fn what_is_accepted_is_counted_not_shown() {
    let accepted = format!(
        "{LICENCE}accepted: [{{rule: dossier/vague-component, at: /dossier/documents/1, because: the ministry is asked to mend its form, until: 2027-01-01}}]\n"
    );
    let folder = Folder::with(&[("procedures/licence.yaml", &accepted)]);
    checks("check-accepted", &folder, &["--format", "concise", "--rule", "dossier"]);
    checks("check-show-accepted", &folder, &["--format", "concise", "--rule", "dossier", "--show-accepted"]);
    checks("check-show-accepted-vi", &folder, &["--format", "concise", "--rule", "dossier", "--show-accepted", "--lang", "vi"]);
}

#[test]
fn a_file_that_is_no_yaml_is_one_finding_and_the_run_goes_on() {
    let folder = Folder::with(&[("procedures/a.yaml", "title: [\n"), ("procedures/licence.yaml", LICENCE)]);
    checks("check-not-yaml", &folder, &["--rule", "once-only"]);
    checks("check-not-yaml-vi", &folder, &["--rule", "once-only", "--lang", "vi"]);
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_one_finding_and_the_run_goes_on() {
    let folder = Folder::with(&[("procedures/licence.yaml", LICENCE)]);
    std::os::unix::fs::symlink("nowhere.yaml", folder.path("procedures/gone.yaml")).expect("a link");
    fs::write(folder.path("procedures/latin.yaml"), b"title: Gi\xe2y\n").expect("a file");
    checks("check-unreadable", &folder, &["--format", "concise", "--rule", "once-only"]);
}

#[test]
fn the_same_run_prints_the_same_bytes() {
    let folder = Folder::with(&[("procedures/licence.yaml", LICENCE), ("procedures/b.yaml", QUIET), ("procedures/c.yaml", "a: b")]);
    for format in ["full", "concise", "summary", "json"] {
        let args = [&DAY[..], &["--format", format, "--min-confidence", "undetermined"]].concat();
        let first = folder.redtape(&args);
        for threads in ["1", "7"] {
            let again = folder.redtape_where(&[("RAYON_NUM_THREADS", threads)], &args);
            assert_eq!(first.out, again.out, "{REDTAPE} {format} with {threads} threads");
        }
    }
}
