//! A line for each finding: for greps, editors and eyes in a hurry.

use crate::{
    locale::Locale,
    render::closing,
    report::{Report, Shown},
    text,
};

/// The lines, and what it all comes to.
pub(super) fn text(report: &Report, locale: &Locale) -> String {
    let mut lines: String = report.findings.iter().map(|shown| line(shown, locale) + "\n").collect();
    if !lines.is_empty() {
        lines.push('\n');
    }
    lines + &closing::text(report, locale)
}

fn line(shown: &Shown, locale: &Locale) -> String {
    let finding = &shown.finding;
    let place = format!("{}:{}:{}", shown.location.file, shown.location.start.line, shown.location.start.column);
    let how = format!(
        "{} ({})",
        locale.say(&format!("severity.{}", finding.severity.word())),
        locale.say(&format!("confidence.{}", finding.confidence.word())),
    );
    text::terminal(&format!("{place}: {how} {}: {}", finding.rule, finding.message)).into_owned()
}
