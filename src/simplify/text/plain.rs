//! What a text says, without how: by it a new text is held against what was meant, and is not written where they differ.

use serde_json::{Map, Value};

use crate::{
    simplify::{
        stroke::{Stroke, last, number, pieces},
        text::Refusal,
    },
    span::FileId,
    yaml::{self, Node},
};

/// What a number becomes, so that it is not taken for words.
const NUMBER: &str = "\u{0}number ";

/// That `new` says what `old` says with `stroke` done in that document, and nothing else; and that it reads as well as before.
pub(super) fn assert(old: &str, new: &str, document: usize, stroke: &Stroke) -> Result<(), Refusal> {
    let ((before, problems), (after, others)) = (yaml::parse(FileId::default(), old), yaml::parse(FileId::default(), new));
    let mut expected: Vec<Value> = before.documents.iter().map(of).collect();
    if expected.get_mut(document).is_none_or(|root| strike(root, stroke).is_none()) {
        return Err(Refusal::Unsure);
    }
    let found: Vec<Value> = after.documents.iter().map(of).collect();
    let same = expected == found && others.len() <= problems.len();
    if same { Ok(()) } else { Err(Refusal::Unsure) }
}

/// What a node says.
pub(super) fn of(node: &Node<'_>) -> Value {
    match &node.value {
        yaml::Value::Null => Value::Null,
        yaml::Value::Bool(yes) => Value::Bool(*yes),
        yaml::Value::Number(words) => Value::String(format!("{NUMBER}{words}")),
        yaml::Value::Text(words) => Value::String(words.clone().into_owned()),
        yaml::Value::List(items) => items.iter().map(of).collect(),
        yaml::Value::Map(entries) => {
            Value::Object(entries.iter().map(|entry| (entry.key.value.clone().into_owned(), of(&entry.value))).collect())
        }
    }
}

/// The value of a stroke, in the same form.
pub(super) fn marked(value: &Value) -> Value {
    match value {
        Value::Number(number) => Value::String(format!("{NUMBER}{number}")),
        Value::Array(items) => items.iter().map(marked).collect(),
        Value::Object(entries) => Value::Object(entries.iter().map(|(key, value)| (key.clone(), marked(value))).collect()),
        other => other.clone(),
    }
}

/// What a name alone becomes when it needs a key.
pub(super) fn titled(words: &str, key: &str, value: &Value) -> Value {
    let entries = [("title".to_owned(), Value::from(words)), (key.to_owned(), value.clone())];
    Value::Object(entries.into_iter().collect::<Map<String, Value>>())
}

/// The pointer as the text has it: a single time limit may stand without a list, and as words without a map.
pub(super) fn as_written(pointer: &str, limit: Option<&yaml::Value<'_>>) -> String {
    match (pointer.strip_prefix("/time_limit/0"), limit) {
        (Some(""), Some(yaml::Value::Map(_) | yaml::Value::Text(_))) | (Some("/in"), Some(yaml::Value::Text(_))) => {
            "/time_limit".to_owned()
        }
        (Some(below), Some(yaml::Value::Map(_))) => format!("/time_limit{below}"),
        _ => pointer.to_owned(),
    }
}

/// Does `stroke` to what a document says.
fn strike(root: &mut Value, stroke: &Stroke) -> Option<()> {
    let pointer = match (stroke.at().strip_prefix("/time_limit/0"), root.get("time_limit")) {
        (Some("" | "/in"), Some(Value::String(_))) | (Some(""), Some(Value::Object(_))) => "/time_limit".to_owned(),
        (Some(below), Some(Value::Object(_))) => format!("/time_limit{below}"),
        _ => stroke.at().to_owned(),
    };
    let (above, piece) = last(&pointer)?;
    let holder = at(root, above)?;
    match stroke {
        Stroke::Remove(_) => remove(holder, piece),
        Stroke::Set(_, value) => set(holder, piece, value),
        Stroke::Add(_, value) => add(holder, piece, value),
    }
}

/// A name that stood there alone leaves a list of none.
fn remove(holder: &mut Value, piece: &str) -> Option<()> {
    if let Value::Array(items) = holder {
        return number(piece).filter(|at| *at < items.len()).map(|at| drop(items.remove(at)));
    }
    *holder = Value::Array(Vec::new());
    Some(())
}

fn set(holder: &mut Value, piece: &str, value: &Value) -> Option<()> {
    match holder {
        Value::Array(items) => *items.get_mut(number(piece)?)? = marked(value),
        Value::Object(entries) => {
            entries.insert(piece.to_owned(), marked(value));
        }
        Value::String(words) => *holder = marked(&titled(words, piece, value)),
        _ => return None,
    }
    Some(())
}

fn add(holder: &mut Value, piece: &str, value: &Value) -> Option<()> {
    let Value::Object(entries) = holder else { return None };
    let list = entries.entry(piece).or_insert(Value::Null);
    match list {
        Value::Array(items) => items.push(marked(value)),
        Value::String(words) => *list = Value::from(vec![Value::from(words.as_str()), marked(value)]),
        other => *other = Value::from(vec![marked(value)]),
    }
    Some(())
}

fn at<'v>(root: &'v mut Value, pointer: &str) -> Option<&'v mut Value> {
    pieces(pointer).into_iter().try_fold(root, |value, piece| match value {
        Value::Array(items) => items.get_mut(number(piece)?),
        Value::Object(entries) => entries.get_mut(&piece.replace("~1", "/").replace("~0", "~")),
        _ => None,
    })
}
