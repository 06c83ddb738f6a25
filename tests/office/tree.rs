//! A procedure file as a value in which what means the same is the same.

use redtape::{
    span::FileId,
    yaml::{self, Node},
};
use serde_json::{Map, Value, json};

/// The key that words alone mean in a list.
const SHORT: [(&str, &str); 5] =
    [("documents", "title"), ("any_of", "evidence"), ("time_limit", "in"), ("conditions", "text"), ("results", "title")];

/// The documents that `text` holds.
pub(crate) fn of(text: &str) -> Vec<Value> {
    let (tree, problems) = yaml::parse(FileId(0), text);
    assert!(problems.is_empty(), "{problems:?}\n{text}");
    tree.documents.iter().map(|node| value("", node)).collect()
}

fn value(key: &str, node: &Node<'_>) -> Value {
    let short = SHORT.iter().find(|(known, _)| *known == key).map(|(_, short)| *short);
    let own = match &node.value {
        yaml::Value::Null => Value::Null,
        yaml::Value::Bool(yes) => json!(yes),
        yaml::Value::Number(written) => json!(written.parse::<f64>().unwrap()),
        yaml::Value::Text(words) => json!(words),
        yaml::Value::List(items) => Value::Array(items.iter().map(|item| value(key, item)).collect()),
        yaml::Value::Map(entries) => {
            let pair = |entry: &yaml::Entry<'_>| (entry.key.value.to_string(), value(&entry.key.value, &entry.value));
            // A map in which nothing is said, and a list without items, say nothing.
            let says = |(key, value): &(String, Value)| !matches!(value, Value::Array(items) if items.is_empty() && key != "case");
            Value::Object(Map::from_iter(entries.iter().map(pair).filter(says)))
        }
    };
    match own {
        Value::String(words) if short.is_some() => json!({ short.unwrap(): words }),
        Value::Array(mut items) if items.len() == 1 => items.remove(0),
        other => other,
    }
}
