//! Over the whole catalogue and over nothing.

use std::collections::BTreeSet;

use redtape::{render::Format, report::Report, schema::Kind};
use serde_json::Value;

use crate::{made, readers};

/// The whole catalogue, and nothing at all.
fn both() -> [(&'static str, Report); 2] {
    [("the catalogue", made::catalogue()), ("nothing", made::nothing())]
}

#[test]
fn json_and_its_lines_are_what_the_schema_promises() {
    let schema: Value = serde_json::from_str(Kind::Findings.text()).expect("the schema is JSON");
    for (of, report) in both() {
        let json = made::shown(&report, Format::Json);
        assert_eq!(readers::faults(&schema, &json), Vec::<String>::new(), "{of}");
        let whole: Value = serde_json::from_str(&json).expect("JSON");
        let lines = made::shown(&report, Format::Jsonl);
        let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect();
        assert_eq!(whole["findings"], Value::Array(lines), "{of}");
    }
}

#[test]
fn sarif_is_what_its_schema_says() {
    for (of, report) in both() {
        let log = made::shown(&report, Format::Sarif);
        match readers::sarif(&log) {
            Some(faults) => assert_eq!(faults, Vec::<String>::new(), "{of}"),
            None => println!("skipped: the schema of SARIF 2.1.0 is not at ../shared/data/schemas"),
        }
        let log: Value = serde_json::from_str(&log).expect("JSON");
        let run = &log["runs"][0];
        let results = run["results"].as_array().expect("results");
        assert_eq!(results.len(), report.findings.len() + report.accepted.len() + report.known.len(), "{of}");
        for (kind, count) in [("inSource", report.accepted.len()), ("external", report.known.len())] {
            let of_kind = |result: &&Value| result["suppressions"][0]["kind"] == kind;
            assert_eq!(results.iter().filter(of_kind).count(), count, "{of}: {kind}");
        }
        assert!(results.iter().all(|result| result["suppressions"].as_array().is_some_and(|all| all.len() < 2)), "{of}: silenced by two");
        for result in results {
            let at = result["ruleIndex"].as_u64().and_then(|at| usize::try_from(at).ok()).expect("an index");
            let rule = &run["tool"]["driver"]["rules"][at];
            assert_eq!(rule["id"], result["ruleId"]);
            assert!(rule["help"]["markdown"].as_str().is_some_and(|page| page.starts_with("# ")), "{rule}");
        }
    }
}

#[test]
fn a_table_has_a_row_for_each_finding_and_every_row_has_every_column() {
    for (of, report) in both() {
        let rows = readers::csv(&made::shown(&report, Format::Csv)).expect("a reader takes it");
        assert_eq!(rows.len(), report.findings.len() + 1, "{of}");
        for (row, shown) in rows.iter().skip(1).zip(&report.findings) {
            let column = |name: &str| rows[0].iter().position(|one| one == name).and_then(|at| row.get(at)).map(String::as_str);
            assert_eq!(column("fingerprint"), Some(shown.finding.fingerprint.as_str()), "{of}");
            assert_eq!(column("line"), Some(shown.location.start.line.to_string().as_str()), "{of}");
        }
    }
}

/// The members that GitLab demands of a code quality report, by its page
/// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format, read 2026-11-24.
const GITLAB: &str = include_str!("gitlab.schema.json");

#[test]
fn gitlab_finds_what_it_demands_in_its_list() {
    let schema: Value = serde_json::from_str(GITLAB).expect("the schema is JSON");
    for (of, report) in both() {
        let list = made::shown(&report, Format::Gitlab);
        assert_eq!(readers::faults(&schema, &list), Vec::<String>::new(), "{of}");
        let list: Vec<Value> = serde_json::from_str(&list).expect("a list");
        let prints: BTreeSet<&str> = list.iter().filter_map(|one| one["fingerprint"].as_str()).collect();
        assert_eq!((list.len(), prints.len()), (report.findings.len(), report.findings.len()), "{of}: one of two alike would be lost");
    }
}

#[test]
fn junit_counts_its_cases_and_passes_where_nothing_is_to_say() {
    for (of, report) in both() {
        let suites = readers::junit(&made::shown(&report, Format::Junit)).expect("a reader takes it");
        let cases = suites.iter().flat_map(|suite| &suite.cases);
        let failed = cases.clone().filter(|case| case.end.as_deref() == Some("failure")).count();
        assert_eq!(failed, report.findings.iter().filter(|shown| Some(shown.finding.severity) >= report.fails).count(), "{of}");
        assert_eq!(cases.count(), (report.findings.len() + report.accepted.len() + report.known.len()).max(1), "{of}");
    }
}

#[test]
fn github_shows_the_worst_first() {
    for (of, report) in both() {
        let commands = readers::github(&made::shown(&report, Format::Github));
        assert_eq!(commands.len(), report.findings.len(), "{of}");
        let bad = |name: &str| ["error", "warning", "notice"].iter().position(|one| *one == name);
        assert!(commands.is_sorted_by_key(|command| bad(&command.name)), "{of}");
    }
}

#[test]
fn markdown_is_words_lists_and_one_table() {
    for (of, report) in both() {
        let page = readers::markdown(&made::shown(&report, Format::Markdown)).unwrap_or_else(|fault| panic!("{of}: {fault}"));
        assert!(page.starts_with("redtape\n"), "{page}");
    }
}
