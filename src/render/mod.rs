//! A report as text for people and for programs.

pub mod change;
mod closing;
mod compare;
mod concise;
mod csv;
mod diff;
mod docx;
mod fix;
mod full;
mod github;
mod gitlab;
mod html;
mod json;
mod jsonl;
mod junit;
pub mod manual;
mod markdown;
pub mod paper;
pub mod plan;
mod review_json;
mod sarif;
pub mod score;
pub mod standing;
mod summary;
mod xlsx;

pub use compare::{compared, compared_json};
pub use diff::diff;
pub use docx::docx;
pub use fix::{fixed, unsafely};
pub use html::html;
pub use review_json::review_json;
pub use xlsx::xlsx;

use crate::{finding::Finding, locale::Locale, report::Report, span::FileId, text};

/// How a report is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Each finding with the line it is about, the law, and what to do.
    Full,
    /// A line for each finding.
    Concise,
    /// Counts by rule, sector and addressee.
    Summary,
    /// `json-v1`.
    Json,
    /// A line of JSON for each finding.
    Jsonl,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations for GitHub's runner, the worst first.
    Github,
    /// GitLab's code quality report.
    Gitlab,
    /// JUnit's XML.
    Junit,
    /// A table for spreadsheets.
    Csv,
    /// Markdown, for a summary or a comment.
    Markdown,
}

impl Format {
    /// Every form there is.
    pub const ALL: [Self; 11] = [
        Self::Full,
        Self::Concise,
        Self::Summary,
        Self::Json,
        Self::Jsonl,
        Self::Sarif,
        Self::Github,
        Self::Gitlab,
        Self::Junit,
        Self::Csv,
        Self::Markdown,
    ];

    /// Whether it tells of what is accepted beside what is not.
    pub fn tells_accepted(self) -> bool {
        matches!(self, Self::Sarif | Self::Junit)
    }

    /// Whether a program reads it, which gets its whole document even where there is nothing in it.
    pub fn is_for_programs(self) -> bool {
        !matches!(self, Self::Full | Self::Concise | Self::Summary)
    }
}

/// How the reader's screen is.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// Whether it shows colours.
    pub colour: bool,
    /// How many columns it has.
    pub width: usize,
}

/// `report` as text, in the words of `locale`.
pub fn text(report: &Report, format: Format, locale: &Locale, screen: Screen) -> String {
    match format {
        Format::Full => full::text(report, locale, screen),
        Format::Concise => concise::text(report, locale, screen),
        Format::Summary => summary::text(report, locale),
        Format::Json => json::text(report),
        Format::Jsonl => jsonl::text(report),
        Format::Sarif => sarif::text(report, locale),
        Format::Github => github::text(report, locale),
        Format::Gitlab => gitlab::text(report),
        Format::Junit => junit::text(report, locale),
        Format::Csv => csv::text(report),
        Format::Markdown => markdown::text(report, locale),
    }
}

/// The worst of a report in Markdown, for a page that shows no more than so much: the summary of a job.
pub fn job_summary(report: &Report, locale: &Locale) -> String {
    markdown::page(report, locale, 100)
}

/// A line for each finding in `files`: for somebody who has just saved them.
pub fn at_hand(report: &Report, files: &[FileId], locale: &Locale, screen: Screen) -> String {
    let here = report.findings.iter().filter(|shown| files.contains(&shown.location.id));
    here.map(|shown| concise::line(shown, locale, screen) + "\n").collect()
}

/// What was read, and what was found in it, in two lines.
pub fn in_all(report: &Report, locale: &Locale) -> String {
    closing::counts(report, locale).map(|line| text::line(&line).into_owned() + "\n").concat() + "\n"
}

/// The provisions that a finding rests on, as lawyers write them.
fn grounds(finding: &Finding, report: &Report, locale: &Locale) -> Vec<String> {
    finding.basis.iter().map(|cite| report.kinds.cited(cite, locale.code)).collect()
}

/// What a thing is called: a length of time and a way to apply have no name of their own, and are said in the reader's language.
fn thing(title: &str, pointer: &str, locale: &'static Locale) -> String {
    if pointer.starts_with("/channels/") {
        let key = format!("channel.{title}");
        let said = locale.say(&key);
        return if said == key { title.to_owned() } else { said.to_owned() };
    }
    if pointer.starts_with("/time_limit") { locale.length(title) } else { title.to_owned() }
}

/// A field of administration in words; a catalogue may name others, which stand as they are.
fn sector<'n>(name: &'n str, locale: &'n Locale) -> &'n str {
    let key = format!("sector.{name}");
    locale.keys().find(|known| *known == key).map_or(name, |known| locale.say(known))
}

/// Those who can act, in words.
fn who(names: &[String], locale: &Locale) -> String {
    let words = names.iter().map(|name| locale.say(&format!("who.{name}")).to_owned());
    locale.commas(&words.collect::<Vec<_>>())
}
