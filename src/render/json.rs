//! `json-v1`, as `src/schema/findings.json` lays it down.

use serde_json::{Value, json};

use crate::{
    report::{Location, Report, Shown},
    rule::Severity,
    span::Place,
    text,
};

/// The report as JSON; valid when there is nothing to say, and safe to print in a build log. One finding is written after the other: a tree of
/// all of them would take many times the room of the text.
pub(super) fn text(report: &Report) -> String {
    let mut json = text::json(&format!("{:#}", head(report)));
    json.truncate(json.trim_end_matches("\n}").len());
    list(&mut json, "findings", report.findings.iter().map(finding));
    if !report.stale.is_empty() {
        let stale = report.stale.iter().map(|one| json!({"file": one.file, "rule": one.rule, "fingerprint": one.fingerprint}));
        list(&mut json, "stale", stale);
    }
    if report.lists_accepted && !report.accepted.is_empty() {
        let accepted = report.accepted.iter().map(|one| {
            let mut value = finding(&one.shown);
            value["because"] = one.because.clone().into();
            value["until"] = one.until.map(|day| day.to_string()).into();
            value
        });
        list(&mut json, "accepted", accepted);
    }
    json + "\n}\n"
}

/// What stands before the findings.
fn head(report: &Report) -> Value {
    let totals = &report.totals;
    json!({
        "version": "json-v1",
        "redtape": env!("CARGO_PKG_VERSION"),
        "as_of": report.as_of.to_string(),
        "totals": {
            "files": totals.files,
            "procedures": totals.procedures,
            "not_in_force": totals.not_in_force,
            "findings": totals.findings(),
            "error": totals.of(Severity::Error),
            "warning": totals.of(Severity::Warning),
            "note": totals.of(Severity::Note),
            "accepted": totals.accepted,
            "known": totals.known,
            "before": totals.before,
        },
    })
}

/// Adds a list under `key`, behind what is there and within the same braces.
fn list(json: &mut String, key: &str, items: impl Iterator<Item = Value>) {
    json.push_str(&format!(",\n  \"{key}\": ["));
    let empty = json.len();
    for item in items {
        let comma = if json.len() == empty { "" } else { "," };
        // The lines of one item begin where it stands; no string of JSON holds the end of a line.
        let item = format!("{item:#}").replace('\n', "\n    ");
        json.push_str(&format!("{comma}\n    {}", text::json(&item)));
    }
    json.push_str(if json.len() == empty { "]" } else { "\n  ]" });
}

/// One finding.
pub(super) fn finding(shown: &Shown) -> Value {
    let finding = &shown.finding;
    let related = shown
        .related
        .iter()
        .map(|(related, place)| json!({"message": format!("{}: {}", related.kind, related.what), "location": location(place)}));
    json!({
        "rule": finding.rule,
        "severity": finding.severity.word(),
        "confidence": finding.confidence.word(),
        "persona": finding.persona.word(),
        "message": finding.message,
        "procedure": finding.procedure,
        "subject": {"kind": finding.kind, "id": finding.subject, "title": finding.title},
        "location": location(&shown.location),
        "related": related.collect::<Vec<_>>(),
        "basis": finding.basis,
        "who_can_act": finding.who,
        "facts": finding.facts.map(),
        "recommendation": {"do": finding.advice, "edit": finding.edit},
        "fingerprint": finding.fingerprint,
    })
}

fn location(location: &Location) -> Value {
    json!({
        "file": &*location.file,
        "pointer": location.pointer,
        "start": place(location.start),
        "end": place(location.end),
    })
}

fn place(place: Place) -> Value {
    json!({"line": place.line, "column": place.column, "byte": place.byte})
}
