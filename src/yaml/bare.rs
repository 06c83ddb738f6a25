//! What a bare word says, by the core schema of YAML 1.2.

use std::borrow::Cow;

use crate::yaml::{node::Value, warn};

/// The value of bare `words`.
pub(super) fn value(words: Cow<'_, str>) -> Value<'_> {
    match &*words {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        word if warn::is_number(word) => Value::Number(words),
        _ => Value::Text(words),
    }
}
