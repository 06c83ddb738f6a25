//! The last lines of every human format: what it all comes to, and where to look further.

use std::collections::BTreeSet;

use crate::{
    confidence::Confidence,
    locale::Locale,
    render::{Format, who},
    report::Report,
    rule::Severity,
    text,
};

/// What it all comes to.
pub(super) fn text(report: &Report, format: Format, locale: &Locale) -> String {
    let mut lines = accepted(report, locale);
    lines.extend(counts(report, locale));
    lines.extend(documents(report, locale));
    lines.extend(addressed(report, locale));
    lines.extend(start(report, locale));
    lines.extend(stale(report, locale));
    lines.extend(further(report, format, locale));
    lines.join("\n") + "\n"
}

/// What was read, and what was found in it.
pub(super) fn counts(report: &Report, locale: &Locale) -> [String; 2] {
    let totals = &report.totals;
    let day = locale.date(report.as_of);
    let mut first =
        vec![format!("{} {}", locale.count("close.procedures", totals.procedures), locale.say("close.in_force").replace("{day}", &day))];
    let some = |key: &str, n: usize| (n > 0).then(|| locale.count(key, n));
    first.extend(some("close.not_in_force", totals.not_in_force));
    first.extend(some("close.unread", totals.unread));
    [locale.semicolons(&first) + ".", findings(report, locale)]
}

/// What the files accept, each with its place, its last day and its reason.
fn accepted(report: &Report, locale: &Locale) -> Vec<String> {
    let mut lines = Vec::new();
    for one in report.accepted.iter().filter(|_| report.lists_accepted) {
        let place = format!("{}:{}:{}", one.shown.location.file, one.shown.location.start.line, one.shown.location.start.column);
        let until = one.until.map(|day| locale.say("close.accepted.until").replace("{day}", &locale.date(day))).unwrap_or_default();
        lines.push(format!("  {}: {} {until}", text::line(&place), one.shown.finding.rule));
        lines.push(format!("    {}", text::line(&one.shown.finding.message)));
        lines.push(format!("    {}: {}", locale.say("close.accepted.because"), text::line(&one.because)));
    }
    if lines.is_empty() {
        return lines;
    }
    std::iter::once(format!("{}:", locale.say("close.accepted.head"))).chain(lines).chain([String::new()]).collect()
}

fn findings(report: &Report, locale: &Locale) -> String {
    let totals = &report.totals;
    let mut words = if totals.findings() == 0 {
        locale.say("close.findings.none").to_owned()
    } else {
        let severities = [("close.errors", Severity::Error), ("close.warnings", Severity::Warning), ("close.notes", Severity::Note)];
        let severities = severities.map(|(key, severity)| locale.count(key, totals.of(severity)));
        let confidences = [Confidence::Proved, Confidence::Presumed, Confidence::Undetermined].map(|confidence| {
            format!("{} {}", locale.decimal(totals.sure(confidence).into(), 0), locale.say(&format!("confidence.{}", confidence.word())))
        });
        let all = locale.count("close.findings", totals.findings());
        format!("{all}: {}", locale.semicolons(&[locale.commas(&severities), locale.commas(&confidences)]))
    };
    let hidden = if report.least == Confidence::Proved { "close.unproved" } else { "close.hidden" };
    for (key, n) in
        [(hidden, totals.hidden), ("close.accepted", totals.accepted), ("close.known", totals.known), ("close.before", totals.before)]
    {
        if n > 0 {
            words.push_str(&format!("{}{}", locale.say("semicolon"), locale.count(key, n)));
        }
    }
    capital(&words) + "."
}

fn documents(report: &Report, locale: &Locale) -> Option<String> {
    let (all, certain) = &report.totals.documents;
    (!all.is_empty()).then(|| {
        let certain = locale.say("close.documents.of_which").replace("{n}", &certain.len().to_string());
        locale.commas(&[capital(&locale.count("close.documents", all.len())), certain]) + "."
    })
}

fn addressed(report: &Report, locale: &Locale) -> Option<String> {
    let mut rows: Vec<(&String, &usize)> = report.totals.addressed.iter().collect();
    rows.sort_by_key(|(name, count)| (std::cmp::Reverse(**count), (*name).clone()));
    let rows: Vec<String> = rows.into_iter().map(|(name, count)| format!("{} ({count})", locale.say(&format!("who.{name}")))).collect();
    (!rows.is_empty()).then(|| format!("{}: {}.", locale.say("close.addressed"), locale.commas(&rows)))
}

/// Where to start: the papers of which it is certain that they may not be asked for, three procedures at the most.
fn start(report: &Report, locale: &Locale) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let papers = report.findings.iter().map(|shown| &shown.finding).filter(|finding| {
        let goes = matches!(finding.edit.as_deref(), Some("remove-document" | "obtain-from-source"));
        goes && finding.confidence == Confidence::Proved && seen.insert(finding.procedure.clone())
    });
    let mut lines = Vec::new();
    for finding in papers.take(3) {
        let code = finding.procedure.as_deref().unwrap_or_default();
        let title = text::shorten(&finding.procedure_title, 70);
        lines.push(format!("  {}", text::line(&format!("{code} {title}"))));
        lines.push(format!("    {}", text::line(&finding.message)));
        lines.push(format!("    {}: {}", locale.say("label.who"), who(&finding.who, locale)));
    }
    if lines.is_empty() { lines } else { std::iter::once(format!("{}:", locale.say("close.start"))).chain(lines).collect() }
}

/// What of the baseline is stale, a few of it by name.
fn stale(report: &Report, locale: &Locale) -> Vec<String> {
    let all = report.stale.len();
    let mut lines: Vec<String> = report
        .stale
        .iter()
        .take(5)
        .map(|one| text::line(&format!("  {}: {} {}", one.file, one.rule, one.fingerprint)).into_owned())
        .collect();
    if all > lines.len() {
        lines.push(format!("  {}", locale.count("more", all - lines.len())));
    }
    if lines.is_empty() { lines } else { std::iter::once(format!("{}:", locale.count("close.stale", all))).chain(lines).collect() }
}

fn further(report: &Report, format: Format, locale: &Locale) -> Vec<String> {
    let again = text::line(&report.again).into_owned();
    let same = match report.least {
        Confidence::Presumed => again.clone(),
        least => format!("{again} --min-confidence {}", least.word()),
    };
    let mut hints = Vec::new();
    if let Some(shown) = report.findings.first() {
        hints.push((format!("redtape explain {}", shown.finding.rule), "close.explain"));
        hints.push(match format {
            Format::Summary => (same, "close.full"),
            _ => (format!("{same} --format summary"), "close.summary"),
        });
    }
    if report.totals.hidden > 0 {
        hints.push(match report.least {
            Confidence::Proved => (format!("{again} --min-confidence presumed"), "close.presumed"),
            _ => (format!("{again} --min-confidence undetermined"), "close.undetermined"),
        });
    }
    let widest = hints.iter().map(|(command, _)| command.chars().count()).max().unwrap_or_default();
    let lines = hints.into_iter().map(|(command, key)| format!("  {command:widest$}  {}", locale.say(key)));
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() { lines } else { std::iter::once(format!("{}:", locale.say("close.further"))).chain(lines).collect() }
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
