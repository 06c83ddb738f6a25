//! Texts by chance: what was written is read again, and nothing makes the room give up.

use proptest::prelude::*;
use redtape::{
    problem::Kind,
    span::FileId,
    yaml::{self, Node, Value},
};

use crate::look::{looks_right, spans_are_right};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_giving_up(text in "\\PC{0,80}") {
        looks_right(&text);
    }

    #[test]
    fn any_heap_of_signs_is_read_without_giving_up(pieces in prop::collection::vec(piece(), 0..30)) {
        looks_right(&pieces.concat());
    }

    #[test]
    fn what_is_written_is_read_again(value in value()) {
        let text = yaml::write(&value).map_err(TestCaseError::fail)?;
        let (tree, problems) = yaml::parse(FileId::default(), &text);
        prop_assert!(problems.iter().all(|one| matches!(one.kind, Kind::AmbiguousBoolean | Kind::HiddenCharacter | Kind::Tab)), "{problems:?}\n{text}");
        spans_are_right("written", &text, &tree);
        prop_assert!(says(&tree.documents[0], &value), "{value}\n{text}\n{tree:?}");
    }
}

/// The signs that mean something to YAML, and some words.
fn piece() -> impl Strategy<Value = String> {
    let signs = [
        "a", "b", "đ", "😀", "1", "yes", " ", "  ", "\n", "\r\n", "\n  ", "\t", ": ", ":", "- ", "-", "? ", "[", "]", "{", "}", ",", "#",
        " # ", "&a ", "*a", "!t ", "|\n", ">-\n", "'", "\"", "\\", "---\n", "...\n", "%", "@", "`", "<<: ", "~", "\u{feff}", "\u{202e}",
        "\u{0}", "\u{85}", "\u{2028}",
    ];
    prop::sample::select(signs.to_vec()).prop_map(str::to_owned)
}

/// A value as JSON could hold it; keys of one map that are equal in composed form are left out.
fn value() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::Value as Json;
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i32>().prop_map(Json::from),
        "[ a-zà-ỹ0-9:#'\"\n,-]{0,12}".prop_map(Json::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Json::from),
            prop::collection::btree_map("[a-zđ: -]{1,6}", inner, 0..6).prop_map(|map| Json::Object(map.into_iter().collect())),
        ]
    })
}

fn says(node: &Node<'_>, json: &serde_json::Value) -> bool {
    use serde_json::Value as Json;
    match (&node.value, json) {
        (Value::Null, Json::Null) => true,
        (Value::Bool(yes), Json::Bool(wanted)) => yes == wanted,
        (Value::Number(written), Json::Number(wanted)) => *written == wanted.to_string(),
        (Value::Text(words), Json::String(wanted)) => words == wanted,
        (Value::List(items), Json::Array(wanted)) => {
            items.len() == wanted.len() && items.iter().zip(wanted).all(|(one, other)| says(one, other))
        }
        (Value::Map(entries), Json::Object(wanted)) => {
            entries.len() == wanted.len()
                && entries.iter().all(|entry| wanted.get(&*entry.key.value).is_some_and(|other| says(&entry.value, other)))
        }
        _ => false,
    }
}
