//! A table as RFC 4180 has it, a row for each finding, for spreadsheets and whoever counts with them. Nothing to say is
//! the row of names alone.

use csv::{Terminator, WriterBuilder};

use crate::{
    report::{Report, Shown},
    text,
};

/// The names of the columns.
const COLUMNS: [&str; 20] = [
    "file",
    "line",
    "column",
    "rule",
    "severity",
    "confidence",
    "persona",
    "procedure",
    "procedure_title",
    "sector",
    "kind",
    "subject",
    "title",
    "message",
    "recommendation",
    "edit",
    "basis",
    "who_can_act",
    "pointer",
    "fingerprint",
];

/// The table.
pub(super) fn text(report: &Report) -> String {
    let mut table = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let rows = std::iter::once(COLUMNS.map(str::to_owned)).chain(report.findings.iter().map(row));
    // A table in memory takes every row; what did not go in would show as a row that is missing.
    let whole = rows.map(|row| table.write_record(row)).all(|done| done.is_ok());
    let bytes = table.into_inner().unwrap_or_default();
    if whole { String::from_utf8_lossy(&bytes).into_owned() } else { String::new() }
}

fn row(shown: &Shown) -> [String; 20] {
    let (finding, place) = (&shown.finding, &shown.location);
    let cell = |words: &str| text::csv(&text::one_line(words));
    let named = |words: &Option<String>| cell(words.as_deref().unwrap_or_default());
    [
        cell(&place.file),
        place.start.line.to_string(),
        place.start.column.to_string(),
        cell(&finding.rule),
        finding.severity.word().to_owned(),
        finding.confidence.word().to_owned(),
        finding.persona.word().to_owned(),
        named(&finding.procedure),
        cell(&finding.procedure_title),
        named(&finding.sector),
        finding.kind.to_owned(),
        cell(&finding.subject),
        cell(&finding.title),
        cell(&finding.message),
        cell(&finding.advice),
        named(&finding.edit),
        cell(&finding.basis.join("; ")),
        cell(&finding.who.join(", ")),
        cell(&place.pointer),
        finding.fingerprint.clone(),
    ]
}
