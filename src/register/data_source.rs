//! The data the administration holds: what a source knows, which papers it replaces, how far it is shared, and since when.

use crate::{
    citation::Citation,
    date::{Date, Period},
    model::{Reader, Words},
    register::source::Sources,
    span::{Span, Spanned},
};

/// How far the sharing of a source has come. A source that exists is not yet shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// It is to be shared.
    Planned,
    /// A text names it as one to be used.
    Published,
    /// Others are connected to it.
    Connected,
    /// Its owner has published that it may be used in place of papers.
    Shared,
}

impl Status {
    /// The status of that word.
    pub fn named(word: &str) -> Option<Self> {
        match word {
            "planned" => Some(Self::Planned),
            "published" => Some(Self::Published),
            "connected" => Some(Self::Connected),
            "shared" => Some(Self::Shared),
            _ => None,
        }
    }

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Published => "published",
            Self::Connected => "connected",
            Self::Shared => "shared",
        }
    }
}

/// A data source.
#[derive(Clone, Debug, Default)]
pub struct DataSource {
    /// Its name.
    pub id: String,
    /// What it is called.
    pub title: Words,
    /// `national`, `specialised`, `local` or `results`.
    pub class: Option<String>,
    /// Who owns it.
    pub owner: Vec<String>,
    /// The concepts it holds, and when.
    pub holds: Vec<(String, Period)>,
    /// The papers it takes the place of.
    pub substitutes: Vec<Substitute>,
    /// How far it is shared, with whom, and when.
    pub sharing: Vec<Sharing>,
    /// The provision that says what happens where a look-up fails.
    pub fallback: Option<Citation>,
    /// When its source was read.
    pub read: Option<Date>,
    /// The place of its entry.
    pub span: Span,
}

/// A paper that a data source takes the place of.
#[derive(Clone, Debug)]
pub struct Substitute {
    /// The paper.
    pub evidence: String,
    /// Whether in part only.
    pub partial: bool,
    /// For whom or what alone.
    pub only: Option<Words>,
    /// By what law.
    pub legal_basis: Option<Citation>,
    /// The days in which that holds.
    pub valid: Period,
}

/// How far a source is shared.
#[derive(Clone, Debug)]
pub struct Sharing {
    /// How far.
    pub status: Status,
    /// With whom; `*` is everybody.
    pub to: Vec<String>,
    /// The days in which that holds.
    pub valid: Period,
}

impl DataSource {
    /// How far it is shared on `day` with one of `agencies`; nothing where no text says so.
    pub fn status(&self, day: Date, agencies: &[String]) -> Option<Status> {
        self.sharing(day, agencies).map(|sharing| sharing.status)
    }

    /// The statement by which it is shared furthest on `day` with one of `agencies`.
    pub fn sharing(&self, day: Date, agencies: &[String]) -> Option<&Sharing> {
        let reaches = |sharing: &&Sharing| sharing.to.is_empty() || sharing.to.iter().any(|to| to == "*" || agencies.contains(to));
        let holding = self.sharing.iter().filter(|sharing| sharing.valid.holds(day)).filter(reaches);
        holding.max_by_key(|sharing| sharing.status)
    }
}

fn plain(names: Vec<Spanned<String>>) -> Vec<String> {
    names.into_iter().map(|name| name.value).collect()
}

pub(super) fn data_source(mut reader: Reader<'_, '_>, sources: &Sources) -> DataSource {
    let holds = reader.each("holds", |mut inner| (inner.name("concept").map(|name| name.value), inner.period("valid")));
    DataSource {
        id: reader.name("id").map(|id| id.value).unwrap_or_default(),
        title: reader.words("title").unwrap_or_default(),
        class: reader.name("class").map(|class| class.value),
        owner: plain(reader.names("owner")),
        holds: holds.into_iter().filter_map(|(concept, valid)| Some((concept?, valid))).collect(),
        substitutes: reader.each("substitutes", substitute).into_iter().flatten().collect(),
        sharing: reader.each("sharing", sharing).into_iter().flatten().collect(),
        fallback: fallback(&mut reader),
        read: sources.read(&reader),
        span: reader.node.entries().first().map_or(reader.node.span, |entry| entry.value.span),
    }
}

fn fallback(reader: &mut Reader<'_, '_>) -> Option<Citation> {
    let inner = reader.within("fallback")?;
    inner.citations("legal_basis").into_iter().next()?.citation.clone()
}

fn substitute(mut reader: Reader<'_, '_>) -> Option<Substitute> {
    Some(Substitute {
        evidence: reader.name("evidence")?.value,
        partial: reader.name("extent").is_some_and(|extent| extent.value == "partial"),
        only: reader.words("only"),
        legal_basis: reader.citations("legal_basis").into_iter().next().and_then(|cited| cited.citation.clone()),
        valid: reader.period("valid"),
    })
}

fn sharing(mut reader: Reader<'_, '_>) -> Option<Sharing> {
    Some(Sharing { status: Status::named(&reader.name("status")?.value)?, to: plain(reader.names("to")), valid: reader.period("valid") })
}
