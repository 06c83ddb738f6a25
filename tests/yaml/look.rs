//! The texts that are looked at, and what must hold of every tree.

use std::{fs, ops::Range, path::Path};

use redtape::{
    files,
    problem::{Kind, Problem},
    span::{FileId, Span},
    yaml::{self, Node, Style, Tree, Value},
};
use saphyr_parser::{Event, Parser, ScalarStyle as TheirStyle};

/// Texts that are hard on spans: marks on letters, line ends of both kinds, comments in between, every style.
const HARD: &[&str] = &[
    "",
    "# chỉ có ghi chú\n",
    "procedure: \"1.001193\" # mã\ntitle: Đăng ký khai sinh\n",
    "\u{feff}title: Khai sinh\nsets: 2\n",
    "title: Khai sinh\r\ndossier:\r\n  sets: 1\r\n  documents:\r\n    - Tờ khai # một\r\n    - 'Giấy chứng sinh'\r\n",
    "a:\n  b: |\n    dòng một\n    dòng hai\n  c: >-\n    gấp\n    lại\nd: [một, {hai: ba}, ]\n",
    "a:\n# ghi chú\nb:\n- x\n-\n- y:\n  # nữa\n",
    "a:\n- - x\n  - -1\n- [y]\n? - z\n: - - z\n  -\n    - z\nb: # - có\n- |\n  c\n- &d !e >-\n  f\n",
    "a: &tên {x: 1}\nb: *tên\n",
    "một: 1\n--- \nhai: 2\n...\n---\nba: 3\n",
    "? khóa dài\n: giá trị\n'ngoặc''đơn': \"\\u0111\"\n",
    "a: 😀 chữ\n\"😀\": [😀, '😀']\n",
    "a: một\n  hai\n\n  ba\nb: 'một\n  hai'\n",
];

pub(crate) fn looks_right(text: &str) {
    let (tree, problems) = yaml::parse(FileId::default(), text);
    problems.iter().for_each(|problem| lies_in(&format!("{problem:?}"), text, problem.span));
    tree.comments.iter().for_each(|comment| lies_in("comment", text, comment.span));
    spans_are_right("any text", text, &tree);
}

/// Hands over every text there is to try: the hard ones, what ships with the program, and the public suite where it is.
pub(crate) fn each_text(mut visit: impl FnMut(&str, &str)) {
    HARD.iter().for_each(|text| visit("hard", text));
    files::rules().iter().chain(&files::registers()).for_each(|(name, text)| visit(name, text));
    let suite = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/yaml-test-suite"));
    let mut folders = vec![suite.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        folders.extend(entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()));
        if let Ok(text) = fs::read_to_string(folder.join("in.yaml")) {
            visit(&folder.display().to_string(), &text);
        }
    }
}

pub(crate) fn one_problem(name: &str, text: &str, kind: Kind) -> Problem {
    let (tree, mut problems) = yaml::parse(FileId::default(), text);
    assert!(tree.documents.is_empty(), "{name}");
    assert_eq!(problems.iter().map(|problem| problem.kind).collect::<Vec<_>>(), [kind], "{name}: {problems:?}");
    lies_in(name, text, problems[0].span);
    problems.remove(0)
}

pub(crate) fn lies_in(name: &str, text: &str, span: Span) {
    assert!(text.get(span.range()).is_some(), "{name}: {span:?} is no stretch of whole characters");
}

pub(crate) fn spans_are_right(name: &str, text: &str, tree: &Tree<'_>) {
    tree.documents.iter().for_each(|node| span_is_right(name, text, node, 0..text.len()));
}

/// A node lies within its parent, and its stretch of the text is what it was read from.
pub(crate) fn span_is_right(name: &str, text: &str, node: &Node<'_>, parent: Range<usize>) {
    let here = node.span.range();
    let Some(raw) = text.get(here.clone()) else { panic!("{name}: {node:?} is no stretch of whole characters") };
    assert!(parent.start <= here.start && here.end <= parent.end, "{name}: {raw:?} {here:?} leaves its parent {parent:?}\n{text}");
    // An alias holds what stands elsewhere.
    if raw.starts_with('*') && node.anchored {
        return;
    }
    assert!(looks_like(node, raw), "{name}: {raw:?} is not {node:?}\n{text}");
    node.items().iter().for_each(|item| span_is_right(name, text, item, here.clone()));
    for entry in node.entries() {
        lies_in(name, text, entry.key.span);
        let key = entry.key.span.range();
        assert!(here.start <= key.start && key.end <= here.end, "{name}: the key {:?} leaves its map\n{text}", entry.key.value);
        span_is_right(name, text, &entry.value, here.clone());
    }
}

pub(crate) fn looks_like(node: &Node<'_>, raw: &str) -> bool {
    let between = |open: &str, close: &str| raw.len() >= 2 && raw.starts_with(open) && raw.ends_with(close);
    match (node.style, &node.value) {
        (Style::SingleQuoted, _) => between("'", "'"),
        (Style::DoubleQuoted, _) => between("\"", "\""),
        (Style::Block, _) => raw.starts_with(['|', '>']),
        (Style::Flow, Value::List(_)) => between("[", "]"),
        // A pair in brackets needs no braces.
        (Style::Flow, _) => between("{", "}") || node.entries().len() <= 1,
        (Style::Plain, Value::Null) => matches!(raw, "" | "~" | "null" | "Null" | "NULL"),
        (Style::Plain, Value::Bool(yes)) => raw.eq_ignore_ascii_case(&yes.to_string()),
        (Style::Plain, Value::Number(words)) => raw == words,
        (Style::Plain, Value::Text(words)) => raw.split_whitespace().eq(words.split_whitespace()) || raw.contains('#'),
        (Style::Plain, Value::List(items)) => raw.starts_with('-') || items.is_empty(),
        (Style::Plain, Value::Map(entries)) => {
            raw.contains(':') || raw.starts_with('?') || entries.iter().all(|entry| entry.value.is_null())
        }
    }
}

/// Every scalar of `text` as `saphyr` reads it; nothing where it refuses the text or an alias stands in it.
pub(crate) fn words_of_saphyr(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    for event in Parser::new_from_str(text) {
        match event {
            Ok((Event::Scalar(said, TheirStyle::Plain, ..), _)) => words.push(match &*said {
                "~" | "null" | "Null" | "NULL" => String::new(),
                "True" | "TRUE" | "False" | "FALSE" => said.to_lowercase(),
                _ => said.into_owned(),
            }),
            Ok((Event::Scalar(said, ..), _)) => words.push(said.into_owned()),
            Ok((Event::Alias(_), _)) | Err(_) => return None,
            Ok(_) => (),
        }
    }
    Some(words)
}

pub(crate) fn words(node: &Node<'_>, found: &mut Vec<String>) {
    match &node.value {
        Value::Null => found.push(String::new()),
        Value::Bool(yes) => found.push(yes.to_string()),
        Value::Number(words) | Value::Text(words) => found.push(words.clone().into_owned()),
        Value::List(items) => items.iter().for_each(|item| words(item, found)),
        Value::Map(entries) => entries.iter().for_each(|entry| {
            found.push(Some(&*entry.key.value).filter(|key| *key != "null").unwrap_or_default().to_owned());
            words(&entry.value, found);
        }),
    }
}
