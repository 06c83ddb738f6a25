//! Over the whole catalogue and over nothing.

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
        assert_eq!(results.len(), report.findings.len() + report.accepted.len(), "{of}");
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
