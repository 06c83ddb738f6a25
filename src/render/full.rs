//! Each finding with the line it is about, the law, and what to do: miette's own layout.

use std::{fmt, fmt::Display};

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, Severity as Level, SourceCode};

use crate::{
    locale::Locale,
    render::{Screen, cited, closing, who},
    report::{Report, Shown},
    rule::Severity,
    text,
};

/// The findings, and what it all comes to.
pub(super) fn text(report: &Report, locale: &Locale, screen: Screen) -> String {
    let theme = if screen.colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(screen.width.clamp(40, 140))
        .with_links(false)
        .with_context_lines(1)
        .with_wrap_lines(true)
        .with_break_words(false)
        .with_word_separator(textwrap::WordSeparator::AsciiSpace);
    let mut words = String::new();
    for shown in &report.findings {
        let note = Note::of(shown, report, locale);
        // Writing to a string cannot fail; what could not be laid out would show as nothing.
        if handler.render_report(&mut words, &note).is_err() {
            words.push_str(&note.message);
        }
        words.push('\n');
    }
    words + &closing::text(report, locale)
}

/// A finding in the form that miette lays out.
#[derive(Debug)]
struct Note {
    message: String,
    code: String,
    level: Level,
    source: NamedSource<String>,
    labels: Vec<LabeledSpan>,
    help: String,
}

impl Note {
    fn of(shown: &Shown, report: &Report, locale: &Locale) -> Self {
        let finding = &shown.finding;
        let text = report.texts.get(&shown.location.id).map(|text| text::same_length(text)).unwrap_or_default();
        let name = text::terminal(&shown.location.file).into_owned();
        let label = text::shorten(&finding.title, 60).into_owned();
        let label = if label.is_empty() { None } else { Some(text::terminal(&label).into_owned()) };
        let span = shown.location.start.byte..shown.location.end.byte.max(shown.location.start.byte);
        let mut labels = vec![LabeledSpan::new_primary_with_span(label, first_line(&text, span))];
        let here = shown.related.iter().filter(|(_, place)| place.id == shown.location.id);
        labels.extend(here.map(|(related, place)| {
            let words = locale.say(&format!("kind.{}", related.kind)).to_owned();
            LabeledSpan::new_with_span(Some(words), place.start.byte..place.end.byte)
        }));
        Self {
            message: text::terminal(&finding.message).into_owned(),
            code: finding.rule.clone(),
            level: match finding.severity {
                Severity::Error => Level::Error,
                Severity::Warning => Level::Warning,
                Severity::Note => Level::Advice,
            },
            source: NamedSource::new(name, text),
            labels,
            help: text::terminal(&help(shown, locale)).into_owned(),
        }
    }
}

/// What to do, by what law, how sure, who can act, and where to look.
fn help(shown: &Shown, locale: &Locale) -> String {
    let finding = &shown.finding;
    let mut lines = vec![finding.advice.clone()];
    if let Some(code) = &finding.procedure {
        let title = text::shorten(&finding.procedure_title, 80).into_owned();
        lines.push(format!("{}: {code} {title}", locale.say("label.procedure")));
    }
    if !finding.basis.is_empty() {
        let basis: Vec<String> = finding.basis.iter().map(|cite| cited(cite, locale)).collect();
        lines.push(format!("{}: {}", locale.say("label.law"), basis.join("; ")));
    }
    let sure = locale.say(&format!("confidence.{}", finding.confidence.word())).to_owned();
    lines.push(format!("{}: {sure}", locale.say("label.confidence")));
    lines.push(format!("{}: {}", locale.say("label.who"), who(&finding.who, locale)));
    let elsewhere = shown.related.iter().filter(|(_, place)| place.id != shown.location.id);
    lines.extend(elsewhere.map(|(related, place)| {
        let what = locale.say(&format!("kind.{}", related.kind)).to_owned();
        format!("{}: {what} {} ({}:{})", locale.say("label.see"), cited(&related.what, locale), place.file, place.start.line)
    }));
    if !finding.under.is_empty() {
        lines.push(format!("{}: {}", locale.say("label.under"), finding.under.join(", ")));
    }
    lines.join("\n")
}

/// The part of a stretch that lies on its first line: a whole map underlined says nothing.
fn first_line(text: &str, span: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let start = span.start.min(text.len());
    let end = span.end.clamp(start, text.len());
    let line = text.get(start..end).and_then(|words| words.find('\n')).map_or(end, |at| start + at);
    start..line
}

impl Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Note {}

impl Diagnostic for Note {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(&self.code))
    }

    fn severity(&self) -> Option<Level> {
        Some(self.level)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(&self.help))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}
