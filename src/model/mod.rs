//! Nodes to procedures: the keys of a file become things with names.

mod acceptance;
mod channel;
mod cite;
mod crowd;
mod document;
mod fee;
mod form;
mod parts;
mod procedure;
mod read;
mod result;
mod step;
mod time_limit;

pub use acceptance::{Acceptance, in_comments};
pub use channel::Channel;
pub use cite::{Cited, Wording};
pub use crowd::shorten;
pub use document::{Alternative, Document, Form, Query};
pub use fee::Fee;
pub use form::{Field, FormSheet};
pub use parts::{Bounds, Case, Condition, Volume};
pub use procedure::{Procedure, Published};
pub use read::{Reader, Words, words};
pub use result::Outcome;
pub use step::Step;
pub use time_limit::Limit;

use crate::{
    problem::Problem,
    span::Span,
    yaml::{Node, Value},
};

/// The procedure that `node` holds, and what in it could not be understood.
pub fn procedure(node: &Node<'_>) -> (Procedure, Vec<Problem>) {
    let mut problems = Vec::new();
    let procedure = procedure::read(Reader::new(node, &mut problems));
    (procedure, problems)
}

/// What an importer may leave unread of a document.
const ASPECTS: &[&str] = &["evidence", "form", "case", "copies", "limit", "fee"];

/// The keys of a procedure, and `documents`, of which an importer may say that its source has no such thing.
const KEYS: &[&str] = &[
    "procedure",
    "title",
    "sector",
    "level",
    "authority",
    "authority_says",
    "audience",
    "norm",
    "issued_by",
    "valid",
    "reviewed",
    "legal_basis",
    "published",
    "cases",
    "dossier",
    "forms",
    "channels",
    "partial_online_because",
    "time_limit",
    "supplement",
    "delay",
    "steps",
    "conditions",
    "fees",
    "results",
    "needs",
    "redress",
    "handling",
    "volume",
    "accepted",
    "imported",
    "documents",
];

/// The aspects that an importer left unread.
fn unparsed(reader: &Reader<'_, '_>) -> Vec<&'static str> {
    reader.known_names("unparsed", ASPECTS)
}

/// The keys of a map that say something, with their places.
fn said(node: &Node<'_>) -> Vec<(&'static str, Span)> {
    let says = |value: &Value<'_>| match value {
        Value::Null => false,
        Value::List(items) => !items.is_empty(),
        Value::Map(entries) => !entries.is_empty(),
        Value::Text(words) => !words.trim().is_empty(),
        _ => true,
    };
    let entries = node.entries().iter().filter(|entry| says(&entry.value.value));
    let known = |name: &str| KEYS.iter().copied().find(|key| *key == name);
    entries.filter_map(|entry| Some((known(&entry.key.value)?, entry.key.span))).collect()
}
