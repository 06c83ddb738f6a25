//! Each finding with the line it is about, the law, and what to do: miette's own layout.

use std::{fmt, fmt::Display};

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, Severity as Level, SourceCode};
use unicode_width::UnicodeWidthStr;

use crate::{
    locale::Locale,
    render::{Format, Screen, closing, grounds, who},
    report::{Report, Shown},
    rule::Severity,
    text,
};

/// The narrowest and the widest that findings are laid out for: below nothing fits, above nobody reads to the end of a line.
const NARROW: usize = 40;
const WIDE: usize = 140;

/// The findings, and what it all comes to.
pub(super) fn text(report: &Report, locale: &Locale, screen: Screen) -> String {
    let width = screen.width.clamp(NARROW, WIDE);
    let theme = if screen.colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(width)
        .with_links(false)
        .with_context_lines(1)
        .with_wrap_lines(true)
        .with_break_words(false)
        .with_word_separator(textwrap::WordSeparator::AsciiSpace)
        .with_word_splitter(textwrap::WordSplitter::NoHyphenation);
    let mut words = String::new();
    for shown in &report.findings {
        let note = Note::of(shown, report, locale);
        // Writing to a string cannot fail; what could not be laid out would show as nothing.
        if handler.render_report(&mut words, &note).is_err() {
            words.push_str(&note.message);
        }
        words.push_str(&advice(shown, report, locale, width));
        words.push('\n');
    }
    words + &closing::text(report, Format::Full, locale)
}

/// A finding in the form that miette lays out.
#[derive(Debug)]
struct Note {
    message: String,
    code: String,
    level: Level,
    source: NamedSource<String>,
    labels: Vec<LabeledSpan>,
}

impl Note {
    fn of(shown: &Shown, report: &Report, locale: &Locale) -> Self {
        let finding = &shown.finding;
        let text = report.texts.get(&shown.location.id).map(|text| text::same_length(text)).unwrap_or_default();
        let name = text::line(&shown.location.file).into_owned();
        let label = text::shorten(&finding.title, 60).into_owned();
        let label = if label.is_empty() { None } else { Some(text::line(&label).into_owned()) };
        let span = shown.location.start.byte..shown.location.end.byte.max(shown.location.start.byte);
        let mut labels = vec![LabeledSpan::new_primary_with_span(label, first_line(&text, span))];
        let here = shown.related.iter().filter(|(_, place)| place.id == shown.location.id);
        labels.extend(here.map(|(related, place)| {
            let words = locale.say(&format!("kind.{}", related.kind)).to_owned();
            LabeledSpan::new_with_span(Some(words), place.start.byte..place.end.byte)
        }));
        Self {
            message: text::line(&finding.message).into_owned(),
            code: finding.rule.clone(),
            level: match finding.severity {
                Severity::Error => Level::Error,
                Severity::Warning => Level::Warning,
                Severity::Note => Level::Advice,
            },
            source: NamedSource::new(name, text),
            labels,
        }
    }
}

/// What to do, by what law, how sure, who can act, and where to look, each behind its label.
fn advice(shown: &Shown, report: &Report, locale: &Locale, width: usize) -> String {
    let rows = rows(shown, report, locale);
    let label = |key: &str| locale.say(&format!("label.{key}")).to_owned();
    let widest = rows.iter().map(|(key, _)| label(key).width()).max().unwrap_or_default();
    let mut lines = String::new();
    for (key, words) in rows {
        let label = label(key);
        let first = format!("  {label}{}  ", " ".repeat(widest - label.width()));
        let next = " ".repeat(widest + 4);
        let layout = textwrap::Options::new(width)
            .initial_indent(&first)
            .subsequent_indent(&next)
            .break_words(false)
            .word_separator(textwrap::WordSeparator::AsciiSpace)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        lines.push_str(&textwrap::fill(&text::line(&words), layout));
        lines.push('\n');
    }
    lines
}

fn rows(shown: &Shown, report: &Report, locale: &Locale) -> Vec<(&'static str, String)> {
    let finding = &shown.finding;
    let mut rows = vec![("help", finding.advice.clone())];
    if let Some(code) = &finding.procedure {
        rows.push(("procedure", format!("{code} {}", text::shorten(&finding.procedure_title, 80))));
    }
    if !finding.basis.is_empty() {
        let basis = grounds(finding, report, locale);
        rows.push(("law", locale.semicolons(&basis)));
    }
    rows.push(("confidence", locale.say(&format!("confidence.{}", finding.confidence.word())).to_owned()));
    rows.push(("who", who(&finding.who, locale)));
    let elsewhere = shown.related.iter().filter(|(_, place)| place.id != shown.location.id);
    rows.extend(elsewhere.map(|(related, place)| {
        let what = locale.say(&format!("kind.{}", related.kind)).to_owned();
        ("see", format!("{what} {} ({}:{})", report.kinds.cited(&related.what, locale.code), place.file, place.start.line))
    }));
    if !finding.under.is_empty() {
        rows.push(("under", finding.under.join(", ")));
    }
    rows
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

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}
