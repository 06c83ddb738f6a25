//! A line for each finding: for greps, editors and eyes in a hurry.

use crate::{
    locale::Locale,
    render::{Format, Screen, closing},
    report::{Report, Shown},
    rule::Severity,
    text,
};

/// The lines, and what it all comes to.
pub(super) fn text(report: &Report, locale: &Locale, screen: Screen) -> String {
    let mut lines: String = report.findings.iter().map(|shown| line(shown, locale, screen) + "\n").collect();
    if !lines.is_empty() {
        lines.push('\n');
    }
    lines + &closing::text(report, Format::Concise, locale)
}

/// One of the lines.
pub(super) fn line(shown: &Shown, locale: &Locale, screen: Screen) -> String {
    let finding = &shown.finding;
    let place = format!("{}:{}:{}", shown.location.file, shown.location.start.line, shown.location.start.column);
    let (severity, sure) = (format!("severity.{}", finding.severity.word()), format!("confidence.{}", finding.confidence.word()));
    let severity = painted(locale.say(&severity), finding.severity, screen);
    let says = text::line(&finding.message);
    format!("{}: {} ({}) {}: {says}", text::line(&place), severity, locale.say(&sure), finding.rule)
}

/// A severity in its colour, where the screen shows colours.
fn painted(words: &str, severity: Severity, screen: Screen) -> String {
    let colour = match severity {
        Severity::Error => 31,
        Severity::Warning => 33,
        Severity::Note => 36,
    };
    if screen.colour { format!("\u{1b}[{colour}m{words}\u{1b}[0m") } else { words.to_owned() }
}
