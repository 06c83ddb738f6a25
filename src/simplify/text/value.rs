//! Values as they are written into a line: names bare, other words in quotation marks, lists and maps in brackets.

use serde_json::Value;

use crate::{
    span::FileId,
    yaml::{self, Node},
};

/// `value` in one line, which reads the same within brackets and outside.
pub(super) fn written(value: &Value) -> String {
    match value {
        Value::String(words) if is_bare(words) => words.clone(),
        Value::Array(items) => format!("[{}]", items.iter().map(written).collect::<Vec<_>>().join(", ")),
        Value::Object(entries) => {
            let entry = |(key, value): (&String, &Value)| format!("{key}: {}", written(value));
            format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
        // JSON's quotation marks and escapes are YAML's too.
        other => other.to_string(),
    }
}

/// Whether the words read as themselves without quotation marks.
fn is_bare(words: &str) -> bool {
    let plain = words.bytes().all(|byte| byte.is_ascii_alphanumeric() || b" ./_-@".contains(&byte));
    let text = format!("[{words}]");
    let (tree, problems) = yaml::parse(FileId::default(), &text);
    let only = tree.documents.first().map_or(&[][..], Node::items);
    plain && problems.is_empty() && matches!(only, [one] if one.text() == Some(words))
}
