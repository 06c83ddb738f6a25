//! Every edit at every place of every file, in the layout of the file and in brackets.

use proptest::prelude::*;
use redtape::{
    simplify::{Refusal, cuts, strokes},
    span::FileId,
    yaml::{self, Node, Value},
};

use crate::made;

#[test]
fn the_file_says_what_the_model_says() {
    let mut count = 0;
    for (name, text) in made::files() {
        for edit in made::edits(&made::procedure(&text)) {
            let new = made::done(&name, &text, &edit).unwrap_or_else(|why| panic!("{name}: {} at {}: {why:?}", edit.what, edit.at));
            assert_ne!(new, text, "{name}: {} at {}", edit.what, edit.at);
            let again = made::procedure(&new);
            if !edit.what.starts_with("remove") && edit.what != "ask-once" && edit.what != "run-together" {
                assert_eq!(strokes(&again, &edit), [], "{name}: {} at {} is never done", edit.what, edit.at);
            }
            count += 1;
        }
    }
    assert!(count > 1000, "only {count} edits were tried");
}

#[test]
fn nothing_else_moves() {
    for (number, (name, text)) in made::files().into_iter().enumerate() {
        for edit in made::some(made::edits(&made::procedure(&text)), number) {
            let Some(stroke) = strokes(&made::procedure(&text), &edit).into_iter().next() else { continue };
            let found = cuts(&text, 0, &stroke).unwrap_or_else(|why| panic!("{name}: {} at {}: {why:?}", edit.what, edit.at));
            let (mut kept, mut at) = (String::new(), 0);
            for cut in &found {
                assert!(at <= cut.range.start, "{name}: cuts in order");
                kept.push_str(&text[at..cut.range.start]);
                kept.push_str(&cut.put);
                at = cut.range.end;
            }
            kept.push_str(&text[at..]);
            assert_eq!(redtape::simplify::edited(&text, 0, &stroke).as_deref(), Ok(kept.as_str()), "{name}");
            let range = place(&text, stroke.at());
            for cut in found.iter().filter(|cut| !cut.range.is_empty()) {
                let lost = text[cut.range.clone()].lines().filter(|line| !line.trim_start().starts_with('#')).count();
                // A list that becomes a word goes from behind its key.
                let own = text[range.clone()].lines().count() + 1;
                assert!(lost <= own, "{name}: {} at {} takes {lost} lines for {own}", edit.what, edit.at);
            }
        }
    }
}

/// The bytes of what a pointer leads to, or of the nearest thing above it.
fn place(text: &str, pointer: &str) -> std::ops::Range<usize> {
    let (tree, _) = yaml::parse(FileId::default(), text);
    let root = tree.documents.first().expect("a document");
    let mut pointer = pointer;
    loop {
        match root.at(pointer) {
            Some(node) => return node.span.range(),
            None => pointer = pointer.rsplit_once('/').expect("a pointer").0,
        }
    }
}

/// A text in brackets that says the same.
fn flow(node: &Node<'_>) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(yes) => (*yes).into(),
        Value::Number(words) => words.parse::<i64>().map_or_else(|_| words.parse::<f64>().expect("a number").into(), Into::into),
        Value::Text(words) => words.as_ref().into(),
        Value::List(items) => items.iter().map(flow).collect(),
        Value::Map(entries) => serde_json::Value::Object(entries.iter().map(|one| (one.key.value.to_string(), flow(&one.value))).collect()),
    }
}

#[test]
fn brackets_on_one_line_and_on_several_are_edited_too() {
    for (number, (name, text)) in made::files().into_iter().enumerate() {
        let (tree, _) = yaml::parse(FileId::default(), &text);
        let value = flow(tree.documents.first().expect("a document"));
        let pretty = serde_json::to_string_pretty(&value).expect("JSON");
        for text in [value.to_string() + "\n", pretty + "\n"] {
            for edit in made::some(made::edits(&made::procedure(&text)), number) {
                let new = made::done(&name, &text, &edit);
                assert!(new.is_ok(), "{name}: {} at {}: {new:?}", edit.what, edit.at);
            }
        }
    }
}

#[test]
fn line_breaks_and_the_mark_of_the_encoding_stay() {
    for (number, (name, text)) in made::files().into_iter().enumerate() {
        let (broken, marked) = (text.replace('\n', "\r\n"), format!("\u{feff}{text}"));
        for edit in made::some(made::edits(&made::procedure(&text)), number) {
            let new = made::done(&name, &text, &edit).expect("it can be done");
            let at = format!("{name}: {} at {}", edit.what, edit.at);
            assert_eq!(made::done(&name, &broken, &edit), Ok(new.replace('\n', "\r\n")), "{at}");
            assert_eq!(made::done(&name, &marked, &edit), Ok(format!("\u{feff}{new}")), "{at}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]
    #[test]
    fn edits_follow_one_another_in_any_choice(file in 0_usize..10_000, picks in prop::collection::vec(0_usize..10_000, 1..12)) {
        let files = made::files();
        let (name, text) = &files[file % files.len()];
        let (mut text, start) = (text.clone(), made::procedure(text));
        let all = made::edits(&start);
        prop_assume!(!all.is_empty());
        let chosen: Vec<_> = picks.iter().map(|pick| &all[pick % all.len()]).collect();
        let simplified = redtape::simplify::all(&start, &chosen);
        let mut gone: Vec<String> = Vec::new();
        for edit in chosen {
            let Some(at) = gone.iter().try_fold(edit.at.clone(), |at, removed| redtape::simplify::shifted(&at, removed)) else { continue };
            let moved = redtape::simplify::Edit { at, ..edit.clone() };
            for stroke in strokes(&made::procedure(&text), &moved) {
                if let redtape::simplify::Stroke::Remove(at) = &stroke {
                    gone.push(at.clone());
                }
            }
            text = made::done(name, &text, &moved).map_err(|why: Refusal| TestCaseError::fail(format!("{name}: {} at {}: {why:?}", moved.what, moved.at)))?;
        }
        prop_assert_eq!(made::said(&simplified.procedure), made::said(&made::procedure(&text)));
    }
}
