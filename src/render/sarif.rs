//! SARIF 2.1.0, for code scanning: the rules with their manual pages, each finding with its places and its fingerprint,
//! and what is accepted as suppressed.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{
    confidence::Confidence,
    locale::Locale,
    report::{Excused, Location, Report, Shown, Spoken},
    text,
};

/// Where the schema stands that this is written by.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// The base of what ships with the program: no file of the reader's.
const SHIPPED: &str = "REDTAPE";

/// The log; one without results where there is nothing to say.
pub(super) fn text(report: &Report, locale: &Locale) -> String {
    let places: BTreeMap<&str, usize> = report.rules.iter().enumerate().map(|(at, rule)| (rule.id.as_str(), at)).collect();
    let open = report.findings.iter().map(|shown| result(shown, &places, locale, Vec::new()));
    let accepted = report.accepted.iter().map(|one| result(&one.shown, &places, locale, vec![accepted(one)]));
    let known = report.known.iter().map(|one| result(&one.shown, &places, locale, vec![known(one)]));
    let value = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "redtape",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": locale.code,
                "rules": report.rules.iter().map(rule).collect::<Vec<_>>(),
            }},
            "originalUriBaseIds": {SHIPPED: {"description": {"text": "What ships with redtape itself."}}},
            "columnKind": "unicodeCodePoints",
            "properties": {"asOf": report.as_of.to_string()},
            "results": open.chain(accepted).chain(known).collect::<Vec<_>>(),
        }],
    });
    text::json(&format!("{value:#}")) + "\n"
}

fn rule(rule: &Spoken) -> Value {
    let group = rule.id.split('/').next().unwrap_or_default();
    json!({
        "id": rule.id,
        "shortDescription": {"text": words(&rule.title)},
        "fullDescription": {"text": words(&rule.rationale)},
        "help": {"text": words(&rule.rationale), "markdown": rule.manual},
        "defaultConfiguration": {"level": rule.severity.word()},
        "properties": {"tags": [group]},
    })
}

fn result(shown: &Shown, rules: &BTreeMap<&str, usize>, locale: &Locale, suppressions: Vec<Value>) -> Value {
    let finding = &shown.finding;
    let related = shown.related.iter().enumerate().map(|(at, (related, place))| {
        let kind = locale.say(&format!("kind.{}", related.kind)).to_owned();
        json!({"id": at, "message": {"text": words(&format!("{kind} {}", related.what))}, "physicalLocation": physical(place)})
    });
    let mut value = json!({
        "ruleId": finding.rule,
        "level": finding.severity.word(),
        "message": {"text": words(&format!("{}. {}", finding.message, finding.advice))},
        "locations": [{
            "physicalLocation": physical(&shown.location),
            "logicalLocations": [{
                "fullyQualifiedName": format!("{}#{}", finding.procedure.as_deref().unwrap_or_default(), shown.location.pointer),
                "name": words(&finding.title),
                "kind": "element",
            }],
        }],
        "relatedLocations": related.collect::<Vec<_>>(),
        "partialFingerprints": {"redtape/v1": finding.fingerprint},
        "suppressions": suppressions,
        "rank": rank(finding.confidence),
        "properties": {
            "confidence": finding.confidence.word(),
            "procedure": finding.procedure,
            "basis": finding.basis,
            "whoCanAct": finding.who,
            "edit": finding.edit,
        },
    });
    if let Some(at) = rules.get(finding.rule.as_str()) {
        value["ruleIndex"] = (*at).into();
    }
    value
}

/// How much weight a finding has, of a hundred, by how sure it is.
fn rank(confidence: Confidence) -> f64 {
    match confidence {
        Confidence::Proved => 100.0,
        Confidence::Presumed => 60.0,
        Confidence::Undetermined => 20.0,
    }
}

/// What the file itself accepts.
fn accepted(one: &Excused) -> Value {
    let until = one.until.map(|day| format!(" (until {day})")).unwrap_or_default();
    json!({"kind": "inSource", "status": "accepted", "justification": words(&format!("{}{until}", one.because))})
}

/// What a baseline knows already.
fn known(one: &Excused) -> Value {
    let mut value = json!({"kind": "external", "status": "accepted"});
    if !one.because.is_empty() {
        value["justification"] = words(&one.because).into();
    }
    value
}

fn physical(place: &Location) -> Value {
    let mut file = json!({"uri": text::uri(&place.file)});
    if place.shipped {
        file["uriBaseId"] = SHIPPED.into();
    }
    let (start, end) = (place.start, place.end);
    json!({
        "artifactLocation": file,
        "region": {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column},
    })
}

/// Words of a message, on one line, as viewers show them.
fn words(words: &str) -> String {
    text::sarif(&text::one_line(words))
}
