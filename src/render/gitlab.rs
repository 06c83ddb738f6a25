//! GitLab's code quality report: a list, empty where there is nothing to say.

use serde_json::{Value, json};

use crate::{
    report::{Report, Shown},
    rule::Severity,
    text,
};

/// The list.
pub(super) fn text(report: &Report) -> String {
    let issues: Vec<Value> = report.findings.iter().map(issue).collect();
    text::json(&format!("{:#}", Value::from(issues))) + "\n"
}

fn issue(shown: &Shown) -> Value {
    let (finding, place) = (&shown.finding, &shown.location);
    let severity = match finding.severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Note => "info",
    };
    let says = text::one_line(&format!("{}. {}", finding.message, finding.advice));
    json!({
        "type": "issue",
        "check_name": finding.rule,
        "description": text::line(&says),
        "categories": ["Style"],
        "severity": severity,
        "fingerprint": finding.fingerprint,
        "location": {
            "path": text::line(place.file.trim_start_matches("./")).replace('\\', "/"),
            "lines": {"begin": place.start.line, "end": place.end.line},
        },
    })
}
