//! Our nodes as `jsonschema` wants to see them, without a copy.

use std::{borrow::Cow, slice};

use jsonschema::{
    JsonType,
    json::{Array, Json, JsonNumber, Node as JsonNode, NodeIdentity, Object},
};
use serde_json::{Number, Value as JsonValue};

use crate::{
    span::Span,
    yaml::{Entry, Node, Style, Value},
};

/// The marker under which `jsonschema` knows our nodes.
pub(super) struct Yaml;

impl Json for Yaml {
    type Node<'a> = &'a Node<'a>;
    type PreparedKey = String;
    type StringBuffer = ();
    const ACYCLIC: bool = true;

    fn prepare_key(key: &str) -> String {
        key.to_owned()
    }

    fn with_string_node<T>((): &mut (), string: &str, f: impl FnOnce(Self::Node<'_>) -> T) -> T {
        let value = Value::Text(Cow::Borrowed(string));
        f(&Node { span: Span::default(), style: Style::Plain, anchored: false, value })
    }
}

/// A number as it is written.
pub(super) struct Written<'a>(&'a str);

impl Written<'_> {
    fn number(&self) -> Number {
        let whole = self.0.parse::<i64>().map(Number::from);
        match (whole, self.0.parse::<f64>()) {
            (Ok(number), _) => number,
            (_, Ok(number)) => Number::from_f64(number).unwrap_or_else(|| Number::from(0)),
            _ => Number::from(0),
        }
    }
}

impl JsonNumber for Written<'_> {
    fn as_u64(&self) -> Option<u64> {
        self.number().as_u64()
    }

    fn as_i64(&self) -> Option<i64> {
        self.number().as_i64()
    }

    fn as_f64(&self) -> Option<f64> {
        self.number().as_f64()
    }

    fn as_str(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.0)
    }

    fn to_number(&self) -> Cow<'_, Number> {
        Cow::Owned(self.number())
    }
}

impl<'a> JsonNode<'a, Yaml> for &'a Node<'a> {
    type Array = &'a [Node<'a>];
    type Number = Written<'a>;
    type Object = &'a [Entry<'a>];

    fn as_object(&self) -> Option<Self::Object> {
        match &self.value {
            Value::Map(entries) => Some(entries),
            _ => None,
        }
    }

    fn as_array(&self) -> Option<Self::Array> {
        match &self.value {
            Value::List(items) => Some(items),
            _ => None,
        }
    }

    fn as_string(&self) -> Option<Cow<'a, str>> {
        match &self.value {
            Value::Text(words) => Some(Cow::Borrowed(words)),
            _ => None,
        }
    }

    fn as_number(&self) -> Option<Self::Number> {
        match &self.value {
            Value::Number(written) => Some(Written(written)),
            _ => None,
        }
    }

    fn as_boolean(&self) -> Option<bool> {
        match &self.value {
            Value::Bool(yes) => Some(*yes),
            _ => None,
        }
    }

    fn is_null(&self) -> bool {
        Node::is_null(self)
    }

    fn json_type(&self) -> JsonType {
        match &self.value {
            Value::Null => JsonType::Null,
            Value::Bool(_) => JsonType::Boolean,
            Value::Number(_) => JsonType::Number,
            Value::Text(_) => JsonType::String,
            Value::List(_) => JsonType::Array,
            Value::Map(_) => JsonType::Object,
        }
    }

    fn equals_value(&self, expected: &JsonValue) -> bool {
        match (&self.value, expected) {
            (Value::Text(words), JsonValue::String(wanted)) => words == wanted,
            (Value::Text(_), _) | (_, JsonValue::String(_)) => false,
            _ => *self.to_value() == *expected,
        }
    }

    fn to_value(&self) -> Cow<'a, JsonValue> {
        Cow::Owned(match &self.value {
            Value::Null => JsonValue::Null,
            Value::Bool(yes) => JsonValue::Bool(*yes),
            Value::Number(written) => JsonValue::Number(Written(written).number()),
            Value::Text(words) => JsonValue::String(words.clone().into_owned()),
            Value::List(items) => items.iter().map(|item| item.to_value().into_owned()).collect(),
            Value::Map(entries) => JsonValue::Object(
                entries.iter().map(|entry| (entry.key.value.clone().into_owned(), (&entry.value).to_value().into_owned())).collect(),
            ),
        })
    }

    fn identity(&self) -> Option<NodeIdentity> {
        Some(NodeIdentity::new(std::ptr::from_ref::<Node<'a>>(*self) as usize))
    }
}

impl<'a> Object<'a, Yaml> for &'a [Entry<'a>] {
    type MemberName = &'a str;
    type MembersIter = Members<'a>;
    type Node = &'a Node<'a>;

    fn len(&self) -> usize {
        <[Entry<'_>]>::len(self)
    }

    fn get(&self, key: &String) -> Option<Self::Node> {
        self.iter().find(|entry| entry.key.value == *key).map(|entry| &entry.value)
    }

    fn members(&self) -> Members<'a> {
        Members(self.iter())
    }
}

/// The keys of a map and their values, in order.
pub(super) struct Members<'a>(slice::Iter<'a, Entry<'a>>);

impl<'a> Iterator for Members<'a> {
    type Item = (&'a str, &'a Node<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|entry| (&*entry.key.value, &entry.value))
    }
}

impl<'a> Array<'a, Yaml> for &'a [Node<'a>] {
    type ElementsIter = slice::Iter<'a, Node<'a>>;
    type Node = &'a Node<'a>;

    fn len(&self) -> usize {
        <[Node<'_>]>::len(self)
    }

    fn elements(&self) -> Self::ElementsIter {
        self.iter()
    }
}
