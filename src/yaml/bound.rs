//! How much one text may ask for: how deep, how many values, and how much by way of aliases.

use crate::{
    problem::{Kind, Problem},
    span::Span,
    yaml::node::{Node, Value},
};

/// The most collections within one another. A procedure has about eight; whatever walks the tree may count on it.
pub(super) const DEEPEST: usize = 64;

/// The most that aliases may add to one text, in nodes: an alias bomb ends here.
pub(super) const MOST_ALIASED: usize = 20_000;

/// The most that one text may hold, in values, keys and comments. A procedure has some two hundred; a value takes many times the bytes
/// in which it is written, so that a file of the largest size could hold more than a machine does.
pub(super) const MOST: usize = 500_000;

/// So many bytes of words weigh as much as a node.
const BYTES_OF_A_NODE: usize = 64;

/// The problem of a text that goes deeper than is read.
pub(super) fn too_deep(span: Span) -> Problem {
    let expected = format!("at most {DEEPEST} lists and maps within one another");
    Problem::new(Kind::UnsupportedYaml, span, "too many lists and maps within one another").expecting(expected)
}

/// The problem of a text whose aliases stand for more than is read.
pub(super) fn too_many(span: Span) -> Problem {
    let expected = format!("at most {MOST_ALIASED} values by way of aliases");
    Problem::new(Kind::UnsupportedYaml, span, "an alias that multiplies without end").expecting(expected)
}

/// The problem of a text that holds more than is read.
pub(super) fn too_full(span: Span) -> Problem {
    let expected = format!("at most {MOST} values, keys and comments in one file");
    Problem::new(Kind::UnsupportedYaml, span, "too many values in one file").expecting(expected)
}

/// What a copy of `node` weighs.
pub(super) fn size(node: &Node<'_>) -> usize {
    let below: usize = match &node.value {
        Value::List(items) => items.iter().map(size).sum(),
        Value::Map(entries) => entries.iter().map(|entry| size(&entry.value) + 1 + entry.key.value.len() / BYTES_OF_A_NODE).sum(),
        Value::Text(words) | Value::Number(words) => words.len() / BYTES_OF_A_NODE,
        Value::Null | Value::Bool(_) => 0,
    };
    below + 1
}

/// How many collections `node` holds within one another, itself among them.
pub(super) fn depth(node: &Node<'_>) -> usize {
    match &node.value {
        Value::List(items) => 1 + items.iter().map(depth).max().unwrap_or_default(),
        Value::Map(entries) => 1 + entries.iter().map(|entry| depth(&entry.value)).max().unwrap_or_default(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => 0,
    }
}
