//! Papers, what they show, and who issues them.

use crate::{
    citation::Citation,
    date::Period,
    model::{Reader, Words},
    span::{Span, Spanned},
};

/// A type of evidence.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// Its name.
    pub id: String,
    /// What it is called.
    pub title: Words,
    /// Other names under which dossiers ask for it.
    pub aliases: Vec<String>,
    /// The concepts it shows.
    pub proves: Vec<String>,
    /// Who issues it.
    pub issued_by: Vec<String>,
    /// The procedures that give it.
    pub result_of: Vec<String>,
    /// The days in which it is issued or may be asked for.
    pub valid: Period,
    /// The provision that ended it.
    pub ended_by: Option<Citation>,
    /// The wider types it is one of.
    pub part_of: Vec<String>,
    /// `public-record`, `certificate`, `private` or `self-made`.
    pub class: Option<String>,
    /// The place of its entry.
    pub span: Span,
}

/// An agency.
#[derive(Clone, Debug, Default)]
pub struct Agency {
    /// Its name.
    pub id: String,
    /// What it is called.
    pub title: Words,
    /// Other names of it.
    pub aliases: Vec<String>,
    /// Its level.
    pub level: Option<String>,
    /// What it belongs to.
    pub part_of: Option<String>,
    /// As whom it can change a text it issued.
    pub acts_as: Option<String>,
    /// When it exists.
    pub valid: Period,
}

fn plain(names: Vec<Spanned<String>>) -> Vec<String> {
    names.into_iter().map(|name| name.value).collect()
}

pub(super) fn evidence(mut reader: Reader<'_, '_>) -> Evidence {
    Evidence {
        id: reader.name("id").map(|id| id.value).unwrap_or_default(),
        title: reader.words("title").unwrap_or_default(),
        aliases: plain(reader.names("aliases")),
        proves: plain(reader.names("proves")),
        issued_by: plain(reader.names("issued_by")),
        result_of: plain(reader.names("result_of")),
        valid: reader.period("valid"),
        ended_by: reader.citations("ended_by").into_iter().next().and_then(|cited| cited.citation.clone()),
        part_of: plain(reader.names("part_of")),
        class: reader.name("class").map(|class| class.value),
        span: reader.node.entries().first().map_or(reader.node.span, |entry| entry.value.span),
    }
}

pub(super) fn agency(mut reader: Reader<'_, '_>) -> Agency {
    Agency {
        id: reader.name("id").map(|id| id.value).unwrap_or_default(),
        title: reader.words("title").unwrap_or_default(),
        aliases: plain(reader.names("aliases")),
        level: reader.name("level").map(|level| level.value),
        part_of: reader.name("part_of").map(|whole| whole.value),
        acts_as: reader.name("acts_as").map(|whom| whom.value),
        valid: reader.period("valid"),
    }
}

/// A concept: its name, what it is called, and whether it is personal data.
pub(super) fn concept(reader: Reader<'_, '_>) -> (String, Words, bool) {
    let id = reader.name("id").map(|id| id.value).unwrap_or_default();
    (id, reader.words("title").unwrap_or_default(), reader.flag("personal") == Some(true))
}
