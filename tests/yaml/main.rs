//! Text to tree: every span is right, every limit is kept, an independent parser agrees, and no text makes it give up.

mod chance;
mod changed;
mod look;
mod traps;

use std::fmt::Write;

use redtape::{
    problem::Kind,
    span::FileId,
    yaml::{self, Node, Value},
};

use crate::look::{each_text, lies_in, one_problem, spans_are_right, words, words_of_saphyr};

#[test]
fn every_span_holds_what_its_node_was_read_from() {
    let mut read = 0;
    each_text(|name, text| {
        let (tree, problems) = yaml::parse(FileId::default(), text);
        problems.iter().for_each(|problem| lies_in(&format!("{name}, {problem:?}"), text, problem.span));
        spans_are_right(name, text, &tree);
        read += tree.documents.len();
    });
    assert!(read > 50, "only {read} documents were there to look at");
}

#[test]
fn another_parser_reads_the_same_words() {
    each_text(|name, text| {
        let (tree, problems) = yaml::parse(FileId::default(), text);
        let Some(theirs) = words_of_saphyr(text) else { return };
        if problems.iter().any(|problem| matches!(problem.kind, Kind::NotYaml | Kind::UnsupportedYaml | Kind::DuplicateKey)) {
            return;
        }
        let mut ours = Vec::new();
        tree.documents.iter().for_each(|node| words(node, &mut ours));
        assert_eq!(ours, theirs, "{name}:\n{text}");
    });
}

#[test]
fn a_key_that_stands_there_twice_is_told_with_the_line_of_the_first() {
    let cases = [
        ("a: 1\nb: 2\na: 3\n", vec![(10, "1")]),
        ("1: a\nb: 2\n\"1\": c\n", vec![(10, "1")]),
        ("a: 1\n\na: 2\na: 3\n", vec![(6, "1"), (11, "1")]),
        ("x:\n  đ: 1\n  đ: 2\n", vec![(13, "2")]),
        // One letter composed, the other a letter and a mark.
        ("\u{1ea1}: 1\na\u{323}: 2\n", vec![(7, "1")]),
        ("{a: 1, a: 2}\n", vec![(7, "1")]),
        ("true: 1\n'true': 2\n", vec![(8, "1")]),
    ];
    for (text, wanted) in cases {
        let (tree, problems) = yaml::parse(FileId::default(), text);
        let found: Vec<_> = problems.iter().map(|one| (one.kind, one.span.range().start, one.expected.as_str())).collect();
        let wanted: Vec<_> = wanted.into_iter().map(|(at, line)| (Kind::DuplicateKey, at, line)).collect();
        assert_eq!(found, wanted, "{text}");
        let first = tree.documents.first().map(|node| node.entries().len().max(1));
        assert!(first.is_some(), "what stands there once is still read: {text}");
    }
}

#[test]
fn the_first_of_two_equal_keys_is_kept() {
    let (tree, _) = yaml::parse(FileId::default(), "a: first\nb: other\na: second\n");
    let node = &tree.documents[0];
    assert_eq!(node.get("a").and_then(Node::text), Some("first"));
    assert_eq!(node.entries().len(), 2);
}

#[test]
fn keys_are_read_in_composed_form() {
    let (tree, problems) = yaml::parse(FileId::default(), "a\u{323}: 1\n");
    assert!(problems.is_empty());
    assert!(tree.documents[0].get("\u{1ea1}").is_some());
}

#[test]
fn many_keys_are_compared_quickly() {
    let text: String = (0..200_000).fold(String::new(), |mut text, at| {
        writeln!(text, "key{at}: {at}").expect("a string takes all");
        text
    });
    let (tree, problems) = yaml::parse(FileId::default(), &text);
    assert!(problems.is_empty());
    assert_eq!(tree.documents[0].entries().len(), 200_000);
}

#[test]
fn what_goes_too_deep_is_one_problem_and_no_tree() {
    let deep = 100_000;
    let mixed: String = (0..70).map(|at| format!("{}- a:\n", "    ".repeat(at))).collect();
    let by_alias = {
        let nest = |inner: &str| format!("{}{inner}{}", "[".repeat(40), "]".repeat(40));
        format!("a: &a {}\nb: {}\n", nest("x"), nest("*a"))
    };
    let texts = [
        "[".repeat(deep),
        format!("{}x{}", "[".repeat(deep), "]".repeat(deep)),
        "{a: ".repeat(deep),
        (0..200).fold(String::new(), |text, at| text + &" ".repeat(at) + "a:\n"),
        format!("{}x", "- ".repeat(deep)),
        mixed,
        by_alias,
    ];
    for text in texts {
        let shown: String = text.chars().take(30).collect();
        one_problem(&shown, &text, Kind::UnsupportedYaml);
    }
}

#[test]
fn what_is_as_deep_as_may_be_is_read() {
    let text = format!("{}x{}", "[".repeat(64), "]".repeat(64));
    let (tree, problems) = yaml::parse(FileId::default(), &text);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(tree.documents.len(), 1);
}

#[test]
fn an_alias_that_multiplies_is_one_problem_and_no_tree() {
    let nine = |name: char| vec![format!("*{name}"); 9].join(", ");
    let mut laughs = String::from("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (before, name) in ('a'..'j').zip('b'..='j') {
        writeln!(laughs, "{name}: &{name} [{}]", nine(before)).expect("a string takes all");
    }
    one_problem("laughs", &laughs, Kind::UnsupportedYaml);
    // One long text that must be copied, because an escape stands in it, and many aliases.
    let long = format!("a: &a \"{}\\n\"\nb: [{}]\n", "x".repeat(1_000_000), vec!["*a"; 15_000].join(", "));
    one_problem("long words", &long, Kind::UnsupportedYaml);
}

#[test]
fn an_alias_stands_for_what_it_names() {
    let (tree, problems) = yaml::parse(FileId::default(), "a: &x {b: [1, 2]}\nc: *x\n");
    assert!(problems.is_empty(), "{problems:?}");
    let there = tree.documents[0].at("/c/b/1").map(|node| node.value.clone());
    assert!(matches!(there, Some(Value::Number(words)) if words == "2"));
    assert!(tree.documents[0].get("c").is_some_and(|node| node.anchored), "such a place is not edited");
}

#[test]
fn what_misleads_is_pointed_at_and_still_read() {
    let cases = [
        ("a: yes\n", Kind::AmbiguousBoolean, 3..6, "yes"),
        ("a: !!str 1\n", Kind::UnsupportedYaml, 9..10, "`!!str`"),
        ("b: &b {c: 1}\na:\n  <<: *b\n", Kind::UnsupportedYaml, 18..20, "`<<`"),
        ("? [x]\n: 1\n", Kind::UnsupportedYaml, 2..5, "a list or a map as a key"),
        ("a: b\u{200b}c\n", Kind::HiddenCharacter, 4..7, "U+200B"),
        ("a: b\u{202e}c\n", Kind::HiddenCharacter, 4..7, "U+202E"),
        ("\u{202e}a: b\n", Kind::HiddenCharacter, 0..3, "U+202E"),
        ("a: \"x\u{85}\"\n", Kind::HiddenCharacter, 5..7, "U+0085"),
        ("a:\tb\n", Kind::Tab, 2..3, "a tab"),
    ];
    for (text, kind, place, found) in cases {
        let (tree, problems) = yaml::parse(FileId::default(), text);
        let told: Vec<_> = problems.iter().map(|one| (one.kind, one.span.range(), one.found.as_str())).collect();
        assert_eq!(told, [(kind, place, found)], "{text}");
        assert_eq!(tree.documents.len(), 1, "{text}");
    }
}

#[test]
fn a_hidden_character_is_found_wherever_it_stands() {
    let hidden = ["\u{7f}", "\u{85}", "\u{ad}", "\u{61c}", "\u{180e}", "\u{200b}", "\u{202e}", "\u{2060}", "\u{feff}", "\u{fffb}"];
    for (before, c) in (0..150).flat_map(|before| hidden.map(|c| (before, c))) {
        let text = format!("# {}{c}ạ\n", "ă".repeat(before / 2) + &"x".repeat(before % 2));
        let (_, problems) = yaml::parse(FileId::default(), &text);
        let at = text.find(c).expect("it stands there");
        let found = problems.iter().any(|one| one.span.range() == (at..at + c.len()));
        assert!(found, "U+{:04X} after {before}: {problems:?}", c.chars().next().map_or(0, u32::from));
    }
}

#[test]
fn bare_words_are_what_the_core_schema_of_yaml_1_2_says() {
    let numbers = ["1", "-1", "+1", "0.5", ".5", "5.", "1e3", "1.5E-3", "0x1F", "0o17", "1.001193"];
    let words = [".", "-", "+", "1.2.3", "0o9", "0xg", "1e", "-0x1", "1_000", "12:30", "2026-11-23", "e3", ".e3"];
    for number in numbers {
        let text = format!("a: {number}\n");
        let (tree, _) = yaml::parse(FileId::default(), &text);
        assert!(matches!(&tree.documents[0].get("a").map(|a| &a.value), Some(Value::Number(it)) if it == number), "{number}");
    }
    for word in words {
        let text = format!("[{word}]\n");
        let (tree, _) = yaml::parse(FileId::default(), &text);
        let first = tree.documents.first().and_then(|node| node.items().first());
        assert!(first.is_none_or(|node| !matches!(node.value, Value::Number(_))), "{word}");
    }
}

#[test]
fn what_is_not_yaml_is_told_at_its_place_in_our_words() {
    let cases = [
        ("a: [1, 2\n", "a bracket has no partner"),
        ("a: \"một", "a quotation mark is never closed"),
        ("a: \"một\nb: 2\n", "a quotation mark is never closed, or its words go on without being indented"),
        ("a: một: hai\n", "a `: ` stands where it cannot part a key from its value"),
        ("a:\n\tb: 1\n", "a tab stands where only blanks may"),
        ("a: *x\n", "an alias (`*`) stands for nothing"),
        ("a: %x\n", "bare words begin with a character that YAML keeps for itself"),
        ("a: 1\nđây\n", "a line is neither a key with `:` nor an item with `-`"),
        ("a: \"\\đ\"\n", "a backslash within \"…\" is followed by something it cannot mean"),
        ("a: \"x\u{7f}\"\n", "a control character stands here, which no text needs"),
        ("a: {b: 1 c: 2}\n", "a bracket is never closed, or what it holds lacks a comma or is not indented"),
        ("a: 'x' y\n", "words follow a closing quotation mark"),
        ("a: - x\n", "an item with `-` stands where none may"),
        ("a:\n    b: 1\n  c: 2\n", "the line is indented otherwise than those it belongs to"),
    ];
    for (text, found) in cases {
        let problem = one_problem(text, text, Kind::NotYaml);
        assert_eq!(problem.found, found, "{text}");
    }
}
