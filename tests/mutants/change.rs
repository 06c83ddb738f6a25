//! One change of a procedure, by JSON pointers.

use serde::Deserialize;
use serde_yaml::{Mapping, Value};

/// What is changed; one of `drop`, `set` and `add` with its pointer, or `text` put behind the file as it is.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Change {
    /// What is taken away.
    pub(crate) drop: Option<String>,
    /// What is set, with all above it where that is not there.
    pub(crate) set: Option<String>,
    /// The list that gets one item more.
    pub(crate) add: Option<String>,
    /// The value set or added.
    #[serde(default)]
    pub(crate) to: Value,
    /// Words put behind the text, whatever they are.
    pub(crate) text: Option<String>,
}

impl Change {
    /// Whether it could be made; what it takes away must be there.
    pub(crate) fn make(&self, root: &mut Value) -> bool {
        if let Some(pointer) = &self.drop {
            return take(root, pointer);
        }
        if let Some(pointer) = &self.set {
            let Some(place) = reach(root, pointer) else { return false };
            *place = self.to.clone();
        }
        if let Some(pointer) = &self.add {
            let Some(place) = reach(root, pointer) else { return false };
            if place.is_null() {
                *place = Value::Sequence(Vec::new());
            }
            let Value::Sequence(items) = place else { return false };
            items.push(self.to.clone());
        }
        true
    }
}

/// What stands at a pointer.
pub(crate) fn find<'v>(root: &'v Value, pointer: &str) -> Option<&'v Value> {
    pieces(pointer).try_fold(root, |value, piece| match value {
        Value::Sequence(items) => items.get(piece.parse::<usize>().ok()?),
        Value::Mapping(map) => map.get(piece),
        _ => None,
    })
}

fn pieces(pointer: &str) -> impl Iterator<Item = &str> {
    pointer.split('/').skip(1)
}

/// The place at a pointer, made where a map lacks it.
fn reach<'v>(root: &'v mut Value, pointer: &str) -> Option<&'v mut Value> {
    pieces(pointer).try_fold(root, |value, piece| {
        if value.is_null() {
            *value = Value::Mapping(Mapping::new());
        }
        match value {
            Value::Sequence(items) => items.get_mut(piece.parse::<usize>().ok()?),
            Value::Mapping(map) => Some(map.entry(Value::String(piece.to_owned())).or_insert(Value::Null)),
            _ => None,
        }
    })
}

fn take(root: &mut Value, pointer: &str) -> bool {
    let Some((above, last)) = pointer.rsplit_once('/') else { return false };
    let place = if above.is_empty() { Some(root) } else { find(root, above).is_some().then(|| reach(root, above)).flatten() };
    match place {
        Some(Value::Mapping(map)) => map.shift_remove(last).is_some(),
        Some(Value::Sequence(items)) => last.parse::<usize>().is_ok_and(|at| {
            at < items.len() && {
                items.remove(at);
                true
            }
        }),
        _ => false,
    }
}
