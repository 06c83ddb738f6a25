//! Annotations for GitHub's runner, the worst first, since it shows ten of a kind and no more.

use crate::{
    locale::Locale,
    render::{closing, grounds},
    report::{Report, Shown},
    rule::Severity,
    text,
};

/// An annotation for each finding, and what it all comes to as plain lines of the log.
pub(super) fn text(report: &Report, locale: &Locale) -> String {
    let lines: String = report.worst_first().into_iter().map(|shown| annotation(shown, report, locale) + "\n").collect();
    lines + &closing::counts(report, locale).map(|line| text::line(&line).into_owned() + "\n").concat()
}

fn annotation(shown: &Shown, report: &Report, locale: &Locale) -> String {
    let (finding, place) = (&shown.finding, &shown.location);
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let sure = locale.say(&format!("confidence.{}", finding.confidence.word())).to_owned();
    let title = text::github_property(&format!("{} ({sure})", finding.rule));
    let file = text::github_property(&place.file.replace('\\', "/"));
    let (start, end) = (place.start, place.end);
    // Columns are of one line; the runner refuses them where the lines differ.
    let stretch = if start.line == end.line {
        format!("line={},endLine={},col={},endColumn={}", start.line, end.line, start.column, end.column)
    } else {
        format!("line={},endLine={}", start.line, end.line)
    };
    let law = grounds(finding, report, locale);
    let law = if law.is_empty() { String::new() } else { format!("{}: {}", locale.say("label.law"), locale.semicolons(&law)) };
    let lines = [&finding.message, &finding.advice, &law].map(|words| text::github(&text::one_line(words)));
    let lines: Vec<&str> = lines.iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
    format!("::{command} title={title},file={file},{stretch}::{}", lines.join("%0A"))
}
