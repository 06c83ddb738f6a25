//! A step of a procedure.

use crate::{
    duration::Duration,
    model::cite::Cited,
    model::read::{Reader, Words, place},
    span::{Span, Spanned},
    yaml::Node,
};

/// A step of the procedure.
#[derive(Clone, Debug, Default)]
pub struct Step {
    /// Its name within the procedure.
    pub id: String,
    /// What it is called.
    pub title: Words,
    /// Who does it.
    pub by: Option<Spanned<String>>,
    /// The steps before it.
    pub after: Vec<Spanned<String>>,
    /// How long it may take.
    pub within: Option<Spanned<Duration>>,
    /// Whether it is said that no limit is set for it: `in: null`.
    pub unlimited: bool,
    /// How often the applicant must come when applying in person, online, by post.
    pub visits: [Option<i64>; 3],
    /// `electronic`, `paper` or `mixed`.
    pub medium: Option<Spanned<String>>,
    /// What sort of step: `consultation`, `inspection`, …
    pub kind: Option<String>,
    /// What silence of a consulted body means: `consent` or `none`.
    pub silence: Option<String>,
    /// What it uses.
    pub uses: Vec<Spanned<String>>,
    /// What it gives.
    pub gives: Vec<Spanned<String>>,
    /// By what law.
    pub legal_basis: Vec<Cited>,
    /// The place that names it.
    pub span: Span,
}

/// Reads one step.
pub(super) fn read(mut reader: Reader<'_, '_>) -> Step {
    let visits =
        reader.within("visits").map(|inner| ["in-person", "online", "post"].map(|channel| inner.count(channel).map(|count| count.value)));
    Step {
        id: reader.name("id").map(|id| id.value).unwrap_or_default(),
        title: reader.words("title").unwrap_or_default(),
        by: reader.name("by"),
        after: reader.names("after"),
        within: reader.duration("in"),
        unlimited: reader.node.get("in").is_some_and(Node::is_null),
        visits: visits.unwrap_or_default(),
        medium: reader.name("medium"),
        kind: reader.name("kind").map(|kind| kind.value),
        silence: reader.name("silence").map(|silence| silence.value),
        uses: reader.names("uses"),
        gives: reader.names("gives"),
        legal_basis: reader.citations("legal_basis"),
        span: place(&reader, &["title", "id"]),
    }
}
