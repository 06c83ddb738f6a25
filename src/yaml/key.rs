//! The keys of a map: what may be one, and that each stands there once.

use std::borrow::Cow;

use crate::{
    problem::{Kind, Problem},
    span::{Lines, Spanned},
    text,
    yaml::node::{Entry, Node, Value},
};

/// A node in the place of a key: its words, in composed form; a collection cannot be one and is kept as written.
pub(super) fn read<'t>(node: Node<'t>, content: &'t str, problems: &mut Vec<Problem>) -> Spanned<Cow<'t, str>> {
    let words = match node.value {
        Value::Text(words) | Value::Number(words) => words,
        Value::Bool(yes) => Cow::Borrowed(if yes { "true" } else { "false" }),
        Value::Null if node.span.start == node.span.end => Cow::Borrowed(""),
        Value::Null => Cow::Borrowed("null"),
        Value::List(_) | Value::Map(_) => {
            let problem = Problem::new(Kind::UnsupportedYaml, node.span, "a list or a map as a key");
            problems.push(problem.expecting("words as a key"));
            Cow::Borrowed(content.get(node.span.range()).unwrap_or_default())
        }
    };
    if words == "<<" {
        let problem = Problem::new(Kind::UnsupportedYaml, node.span, "`<<`");
        problems.push(problem.expecting("the keys themselves, without a merge"));
    }
    Spanned::new(composed(words), node.span)
}

fn composed(words: Cow<'_, str>) -> Cow<'_, str> {
    match words {
        Cow::Borrowed(words) => text::nfc(words),
        Cow::Owned(words) => Cow::Owned(text::nfc(&words).into_owned()),
    }
}

/// How many keys are compared each with each: below, that is quicker than to sort them.
const FEW: usize = 12;

/// Whether a key stands in `entries` twice.
pub(super) fn is_repeated(entries: &[Entry<'_>]) -> bool {
    if entries.len() <= FEW {
        let before = |at: usize| entries.get(..at).unwrap_or_default();
        return entries.iter().enumerate().any(|(at, one)| before(at).iter().any(|other| other.key.value == one.key.value));
    }
    let mut keys: Vec<&str> = entries.iter().map(|entry| &*entry.key.value).collect();
    keys.sort_unstable();
    keys.windows(2).any(|pair| matches!(pair, [one, other] if one == other))
}

/// Takes out of `entries` every key that stood there before; each is a problem that tells the line of the first.
pub(super) fn without_repeats<'t>(entries: &mut Vec<Entry<'t>>, content: &'t str, lines: &mut Option<Lines<'t>>) -> Vec<Problem> {
    if !is_repeated(entries) {
        return Vec::new();
    }
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by(|one, two| entries[*one].key.value.cmp(&entries[*two].key.value));
    let mut first = 0;
    let mut repeats: Vec<(usize, usize)> = Vec::new();
    for pair in order.windows(2) {
        let &[before, here] = pair else { continue };
        if entries[before].key.value != entries[here].key.value {
            continue;
        }
        if repeats.last().is_none_or(|(last, _)| *last != before) {
            first = before;
        }
        repeats.push((here, first));
    }
    repeats.sort_unstable();
    let lines = lines.get_or_insert_with(|| Lines::new(content));
    let told = repeats.iter().map(|(here, first)| {
        let (key, line) = (&entries[*here].key, lines.place(entries[*first].key.span.range().start).line);
        Problem::new(Kind::DuplicateKey, key.span, key.value.clone()).expecting(line.to_string())
    });
    let problems = told.collect();
    let mut at = 0;
    entries.retain(|_| {
        at += 1;
        repeats.binary_search_by_key(&(at - 1), |(here, _)| *here).is_err()
    });
    problems
}
