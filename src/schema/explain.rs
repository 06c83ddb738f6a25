//! A validator's error as a problem: at the offending key, with what should stand there and the name it was meant to be.

use std::collections::BTreeMap;

use jsonschema::{
    ValidationError,
    error::{TypeKind, ValidationErrorKind},
};
use serde_json::Value;

use crate::{
    problem::{self, Kind, Problem},
    span::Span,
    text,
    yaml::{Node, Value as Yaml},
};

/// The problems that one error stands for: a map with two unknown keys has two.
pub(super) fn problems(error: &ValidationError<'_>, schema: &Value, root: &Node<'_>) -> Vec<Problem> {
    let pointer = error.instance_path().as_str().to_owned();
    let node = root.at(&pointer).unwrap_or(root);
    let rule = parent(schema, error.schema_path().as_str());
    let at = |kind, found: String, expected: String| Problem {
        pointer: pointer.clone(),
        ..Problem::new(kind, node_span(node), found).expecting(expected)
    };
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            // Found once for all of them: a map may have very many.
            let places: BTreeMap<&str, Span> = node.entries().iter().map(|entry| (entry.key.value.as_ref(), entry.key.span)).collect();
            let place = |key: &str| places.get(key).copied().unwrap_or(node.span);
            // What will not be told is only counted: to look for the name that was meant takes long.
            let short = |key: &str| Problem::new(Kind::UnknownKey, place(key), key);
            let (first, more) = unexpected.split_at(unexpected.len().min(problem::MOST_TOLD));
            first.iter().map(|key| unknown_key(key, place(key), &pointer, rule)).chain(more.iter().map(|key| short(key))).collect()
        }
        ValidationErrorKind::Required { property } => {
            let key = property.as_str().unwrap_or_default().to_owned();
            let expected = described(rule.and_then(|rule| rule.get("properties")?.get(&key)));
            vec![Problem { span: first_key(node), ..at(Kind::MissingKey, key, expected) }]
        }
        ValidationErrorKind::Type { kind } => {
            vec![at(Kind::WrongShape, shape(node).to_owned(), types(kind))]
        }
        ValidationErrorKind::Enum { options } => {
            let options: Vec<&str> = options.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let found = written(node);
            let near = text::nearest(&found, options.iter().copied()).map(str::to_owned);
            let listed = options.iter().map(|option| format!("`{option}`")).collect::<Vec<_>>().join(", ");
            vec![Problem { near, ..at(Kind::WrongValue, found, listed) }]
        }
        _ => vec![at(Kind::WrongValue, written(node), described(rule))],
    }
}

/// As many problems as one error stands for, of its kind and without words, at the end of the file.
pub(super) fn unplaced(error: &ValidationError<'_>, root: &Node<'_>) -> impl Iterator<Item = Problem> + use<> {
    let (kind, many) = match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => (Kind::UnknownKey, unexpected.len()),
        ValidationErrorKind::Required { .. } => (Kind::MissingKey, 1),
        ValidationErrorKind::Type { .. } => (Kind::WrongShape, 1),
        _ => (Kind::WrongValue, 1),
    };
    std::iter::repeat_n(Problem::new(kind, Span { start: root.span.end, ..root.span }, ""), many)
}

fn unknown_key(key: &str, span: Span, pointer: &str, rule: Option<&Value>) -> Problem {
    let known = rule.and_then(|rule| rule.get("properties")?.as_object());
    let names: Vec<&str> = known.into_iter().flat_map(|known| known.keys().map(String::as_str)).collect();
    Problem {
        pointer: format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1")),
        near: text::nearest(key, names.iter().copied()).map(str::to_owned),
        ..Problem::new(Kind::UnknownKey, span, key).expecting(names.join(", "))
    }
}

/// The schema that holds the keyword which the error is about.
fn parent<'s>(schema: &'s Value, path: &str) -> Option<&'s Value> {
    schema.pointer(path.rsplit_once('/').map_or("", |(above, _)| above))
}

/// What a schema says of itself.
fn described(rule: Option<&Value>) -> String {
    rule.and_then(|rule| rule.get("description")?.as_str()).unwrap_or_default().trim_end_matches('.').to_owned()
}

fn types(kind: &TypeKind) -> String {
    let name = |kind: &str| match kind {
        "string" => "words",
        "object" => "a map",
        "array" => "a list",
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "true or false",
        _ => "nothing",
    };
    match kind {
        TypeKind::Single(kind) => name(kind.as_str()).to_owned(),
        TypeKind::Multiple(kinds) => kinds.iter().map(|kind| name(kind.as_str())).collect::<Vec<_>>().join(" or "),
    }
}

/// What kind of thing stands there.
fn shape(node: &Node<'_>) -> &'static str {
    match node.value {
        Yaml::Null => "nothing",
        Yaml::Bool(_) => "true or false",
        Yaml::Number(_) => "a number",
        Yaml::Text(_) => "words",
        Yaml::List(_) => "a list",
        Yaml::Map(_) => "a map",
    }
}

/// What stands there, as written and not too long.
fn written(node: &Node<'_>) -> String {
    match &node.value {
        Yaml::Text(words) | Yaml::Number(words) => text::shorten(&text::one_line(words), 60).into_owned(),
        Yaml::Bool(yes) => yes.to_string(),
        _ => shape(node).to_owned(),
    }
}

/// The place to point at for a whole node: a collection by its first key, not by all its lines.
fn node_span(node: &Node<'_>) -> Span {
    match &node.value {
        Yaml::Map(_) => first_key(node),
        Yaml::List(items) => items.first().map_or(node.span, node_span),
        _ => node.span,
    }
}

fn first_key(node: &Node<'_>) -> Span {
    node.entries().first().map_or(node.span, |entry| entry.key.span)
}
