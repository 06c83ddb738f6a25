//! Nodes to procedures: the keys of a file become things with names.

mod document;
mod parts;
mod procedure;
mod read;
mod understand;

pub use document::{Alternative, Document, Form};
pub use parts::{
    Acceptance, Case, Channel, Condition, Fee, Field, FormSheet, Limit, Outcome, Step, Volume,
};
pub use procedure::{Procedure, Published};
pub use read::{Cited, Reader, Words, words};

use crate::{
    problem::Problem,
    span::Span,
    yaml::{Node, Value},
};

/// The procedure that `node` holds, and what in it could not be understood.
pub fn procedure(node: &Node<'_>) -> (Procedure, Vec<Problem>) {
    let mut problems = Vec::new();
    let procedure = procedure::read(Reader { node, problems: &mut problems });
    (procedure, problems)
}

/// The aspects that an importer left unread.
fn unparsed(reader: &Reader<'_, '_>) -> Vec<String> {
    reader.names("unparsed").into_iter().map(|name| name.value).collect()
}

/// The keys of a map that say something, with their places.
fn said(node: &Node<'_>) -> Vec<(String, Span)> {
    let says = |value: &Value<'_>| match value {
        Value::Null => false,
        Value::List(items) => !items.is_empty(),
        Value::Map(entries) => !entries.is_empty(),
        Value::Text(words) => !words.trim().is_empty(),
        _ => true,
    };
    let entries = node.entries().iter().filter(|entry| says(&entry.value.value));
    entries.map(|entry| (entry.key.value.clone().into_owned(), entry.key.span)).collect()
}
