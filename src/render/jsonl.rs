//! A line of JSON for each finding, as `json-v1` has it: for pipes that read line by line. Nothing to say is no line.

use crate::{render::json, report::Report, text};

/// The lines.
pub(super) fn text(report: &Report) -> String {
    report.findings.iter().map(|shown| text::json(&json::finding(shown).to_string()) + "\n").collect()
}
