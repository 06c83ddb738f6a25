//! Markdown for a job summary, a comment or a page: what it all comes to, counts by rule, and the findings, the worst first.

use crate::{
    locale::Locale,
    render::{closing, grounds, who},
    report::{Report, Shown, by},
    text,
};

/// All of it.
pub(super) fn text(report: &Report, locale: &Locale) -> String {
    page(report, locale, usize::MAX)
}

/// The same with the `most` worst findings only.
pub(super) fn page(report: &Report, locale: &Locale, most: usize) -> String {
    let mut words = "# redtape\n\n".to_owned();
    for line in closing::counts(report, locale) {
        words.push_str(&format!("{}\n", text::markdown(&line)));
    }
    words.push_str(&table(report, locale));
    let worst = report.worst_first();
    for shown in worst.iter().take(most) {
        words.push_str(&item(shown, report, locale));
    }
    let left = worst.len().saturating_sub(most);
    if left > 0 {
        words.push_str(&format!("\n{}\n", text::markdown(&locale.count("more", left))));
    }
    words
}

/// Counts by rule.
fn table(report: &Report, locale: &Locale) -> String {
    let rows = by(report.findings.iter().map(|shown| &shown.finding), |finding| vec![finding.rule.clone()]);
    if rows.is_empty() {
        return String::new();
    }
    let heads = ["label.rule", "severity.error", "severity.warning", "severity.note", "confidence.proved"];
    let heads = heads.map(|key| text::markdown(locale.say(key)));
    let mut words = format!("\n| {} |\n|---|---:|---:|---:|---:|\n", heads.join(" | "));
    for row in rows {
        let [errors, warnings, notes] = row.counts;
        words.push_str(&format!("| {} | {errors} | {warnings} | {notes} | {} |\n", text::markdown(&row.name), row.proved));
    }
    words + "\n"
}

/// One finding: what is wrong and where, what to do, by what law and who can.
fn item(shown: &Shown, report: &Report, locale: &Locale) -> String {
    let finding = &shown.finding;
    let plain = |words: &str| text::markdown(&text::one_line(words));
    let label = |key: &str| text::markdown(locale.say(key));
    let severity = label(&format!("severity.{}", finding.severity.word()));
    let sure = label(&format!("confidence.{}", finding.confidence.word()));
    let place = plain(&format!("{}:{}", shown.location.file, shown.location.start.line));
    let mut words = format!("- **{severity}** ({sure}) {} — {place}\n", plain(&finding.message));
    words.push_str(&format!("  - {}: {}\n", label("label.help"), plain(&finding.advice)));
    if let Some(code) = &finding.procedure {
        words.push_str(&format!("  - {}: {}\n", label("label.procedure"), plain(&format!("{code} {}", finding.procedure_title))));
    }
    if !finding.basis.is_empty() {
        let law = grounds(finding, report, locale);
        words.push_str(&format!("  - {}: {}\n", label("label.law"), plain(&locale.semicolons(&law))));
    }
    words.push_str(&format!("  - {}: {}\n", label("label.who"), plain(&who(&finding.who, locale))));
    words + &format!("  - {}: {}\n", label("label.rule"), plain(&finding.rule))
}
