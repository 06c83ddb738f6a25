//! What comes of a procedure.

use crate::{
    model::read::{Reader, Words, place, words},
    span::{Span, Spanned},
    yaml::Node,
};

/// What the applicant gets.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Its type.
    pub evidence: Option<Spanned<String>>,
    /// What it is called.
    pub title: Words,
    /// Whether it is issued electronically; nothing where it is not said.
    pub electronic: Option<bool>,
    /// The data source in which it is kept.
    pub stored_in: Option<Spanned<String>>,
    /// Whether it is said, by `null`, that it is kept nowhere.
    pub stored_nowhere: bool,
    /// How long it is valid.
    pub valid_for: Option<Spanned<String>>,
    /// The place that names it.
    pub span: Span,
}

/// Reads one result.
pub(super) fn read(reader: Reader<'_, '_>) -> Outcome {
    let alone = words(reader.node).filter(|_| reader.node.text().is_some());
    Outcome {
        evidence: reader.name("evidence"),
        title: alone.or_else(|| reader.words("title")).unwrap_or_default(),
        electronic: reader.flag("electronic"),
        stored_in: reader.name("stored_in"),
        stored_nowhere: reader.node.get("stored_in").is_some_and(Node::is_null),
        valid_for: reader.name("valid_for"),
        span: place(&reader, &["title", "evidence"]),
    }
}
