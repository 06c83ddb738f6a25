//! Counts by rule, sector and addressee.

use unicode_width::UnicodeWidthStr;

use crate::{
    locale::Locale,
    render::{Format, closing, sector},
    report::{Report, Row, by},
    text,
};

/// The three tables, and what it all comes to.
pub(super) fn text(report: &Report, locale: &Locale) -> String {
    let findings = || report.findings.iter().map(|shown| &shown.finding);
    let sector =
        |name: &Option<String>| name.as_deref().map_or_else(|| locale.say("summary.no_sector"), |name| sector(name, locale)).to_owned();
    let tables = [
        ("summary.by_rule", by(findings(), |finding| vec![finding.rule.clone()])),
        ("summary.by_sector", by(findings(), |finding| vec![sector(&finding.sector)])),
        (
            "summary.by_who",
            by(findings(), |finding| finding.who.first().map(|name| locale.say(&format!("who.{name}")).to_owned()).into_iter().collect()),
        ),
    ];
    let mut words = String::new();
    for (title, rows) in tables.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        words.push_str(&table(locale.say(title), &rows, locale));
        words.push('\n');
    }
    words + &closing::text(report, Format::Summary, locale)
}

fn table(title: &str, rows: &[Row], locale: &Locale) -> String {
    let heads = ["severity.error", "severity.warning", "severity.note", "confidence.proved"].map(|key| locale.say(key));
    let widest = rows.iter().map(|row| text::line(&row.name).width()).chain([title.width()]).max().unwrap_or_default();
    let pad = |words: &str, width: usize| " ".repeat(width.saturating_sub(words.width()));
    let mut lines = format!("{title}{}", pad(title, widest));
    for head in heads {
        lines.push_str(&format!("  {}{head}", pad(head, 7)));
    }
    lines.push('\n');
    for row in rows {
        let name = text::line(&row.name);
        lines.push_str(&format!("{name}{}", pad(&name, widest)));
        for (count, head) in row.counts.iter().chain([&row.proved]).zip(heads) {
            let count = count.to_string();
            lines.push_str(&format!("  {}{count}", pad(&count, head.width().max(7))));
        }
        lines.push('\n');
    }
    lines
}
