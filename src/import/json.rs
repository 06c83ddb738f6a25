//! JSON of other people, read without trust: what is missing or of another kind is empty, and counted.

use serde_json::Value;

use crate::import::tally::Tally;

/// The name under which values of an unexpected kind are counted.
pub(super) const STRANGE: &str = "fields of an unexpected kind";

/// The text under `key`; empty where there is none.
pub(super) fn text<'j>(of: &'j Value, key: &str, tally: &mut Tally) -> &'j str {
    match of.get(key) {
        None | Some(Value::Null) => "",
        Some(Value::String(text)) => text,
        Some(_) => {
            tally.count(STRANGE);
            ""
        }
    }
}

/// The items under `key`; none where there is no list.
pub(super) fn list<'j>(of: &'j Value, key: &str, tally: &mut Tally) -> &'j [Value] {
    match of.get(key) {
        None | Some(Value::Null) => &[],
        Some(Value::Array(items)) => items,
        Some(_) => {
            tally.count(STRANGE);
            &[]
        }
    }
}

/// The texts under `inner` of each item under `key`, empty ones left out.
pub(super) fn texts(of: &Value, key: &str, inner: &str, tally: &mut Tally) -> Vec<String> {
    let mut texts = Vec::new();
    for item in list(of, key, tally) {
        let text = text(item, inner, tally);
        if !text.trim().is_empty() {
            texts.push(text.to_owned());
        }
    }
    texts
}

/// Whether the flag under `key` is up; none where there is no flag.
pub(super) fn flag(of: &Value, key: &str, tally: &mut Tally) -> Option<bool> {
    match of.get(key) {
        None | Some(Value::Null) => None,
        Some(Value::Bool(flag)) => Some(*flag),
        Some(_) => {
            tally.count(STRANGE);
            None
        }
    }
}

/// The count under `key`; none where there is none or it is no small whole number.
pub(super) fn count(of: &Value, key: &str, tally: &mut Tally) -> Option<u32> {
    let found = of.get(key).filter(|value| !value.is_null())?;
    match found.as_u64().map(u32::try_from) {
        Some(Ok(count)) => Some(count),
        Some(Err(_)) | None => {
            tally.count(STRANGE);
            None
        }
    }
}
