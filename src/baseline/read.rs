//! A baseline, read from its file with the remarks that people wrote into it.

use std::collections::BTreeSet;

use crate::{
    baseline::{At, Baseline, Entry, write::END},
    problem::{Kind, Problem},
    schema,
    span::{FileId, Span},
    yaml::{self, Node, Tree, Value},
};

/// The baseline that `text` holds, and everything that is wrong with it.
pub fn read(file: FileId, text: &str) -> (Baseline, Vec<Problem>) {
    let (tree, mut problems) = yaml::parse_long(file, text);
    let mut baseline = Baseline::default();
    let mut places: Vec<(usize, At)> = Vec::new();
    if let Some(node) = tree.documents.first().filter(|node| !node.is_null()) {
        problems.extend(schema::check(schema::Kind::Baseline, node));
        let head = node.entries().iter().map(|entry| (entry.key.span.range().start, At::default()));
        places.extend(head);
        for named in node.get("files").map_or(&[][..], Node::entries) {
            let name = named.key.value.clone().into_owned();
            places.push((named.key.span.range().start, (name.clone(), String::new(), String::new())));
            for ruled in named.value.entries() {
                let at = (name.clone(), ruled.key.value.clone().into_owned());
                let entry = Entry { span: ruled.key.span, ..entry(&ruled.value, &mut problems) };
                places.push((ruled.key.span.range().start, (at.0.clone(), at.1.clone(), String::new())));
                places.extend(below(&ruled.value, &at));
                baseline.files.entry(at.0).or_default().insert(at.1, entry);
            }
        }
    } else if problems.is_empty() {
        problems.push(Problem::new(Kind::Empty, Span::new(file, 0..0), ""));
    }
    places.sort();
    remarks(&mut baseline, &tree, text, &places);
    problems.sort_by_key(|problem| problem.span.range().start);
    (baseline, problems)
}

/// One entry; its count must be that of its fingerprints, or somebody joined two baselines by hand and lost one.
fn entry(node: &Node<'_>, problems: &mut Vec<Problem>) -> Entry {
    let items = node.get("fingerprints").map_or(&[][..], Node::items);
    let fingerprints: BTreeSet<String> = items.iter().filter_map(print).map(str::to_owned).collect();
    if let Some(count) = node.get("count")
        && let Value::Number(said) = &count.value
        && **said != *fingerprints.len().to_string()
    {
        problems.push(Problem::new(Kind::WrongValue, count.span, said.clone()).expecting(fingerprints.len().to_string()));
    }
    Entry { fingerprints, note: node.get("note").and_then(Node::text).map(str::to_owned), ..Entry::default() }
}

/// A fingerprint of digits alone, or of digits around an `e`, is a number to YAML; it is taken as it is written.
fn print<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    match &node.value {
        Value::Text(words) | Value::Number(words) => Some(words),
        _ => None,
    }
}

/// The places of one entry: its keys, and each fingerprint.
fn below(node: &Node<'_>, (file, rule): &(String, String)) -> Vec<(usize, At)> {
    let at = |deep: &str| (file.clone(), rule.clone(), deep.to_owned());
    let keys = node.entries().iter().map(|entry| (entry.key.span.range().start, at("")));
    let items = node.get("fingerprints").map_or(&[][..], Node::items).iter();
    keys.chain(items.filter_map(|item| Some((item.span.range().start, at(print(item)?))))).collect()
}

/// Gives each comment to the place on its line, else to the one below it.
fn remarks(baseline: &mut Baseline, tree: &Tree<'_>, text: &str, places: &[(usize, At)]) {
    for comment in &tree.comments {
        let start = comment.span.range().start;
        let words = text.get(comment.span.range()).unwrap_or_default().trim_end().to_owned();
        let before = places.iter().rev().find(|(place, _)| *place < start).filter(|_| comment.trailing);
        let free = before.filter(|(_, at)| !baseline.beside.contains_key(at) && !at.0.is_empty());
        match free {
            Some((_, at)) => drop(baseline.beside.insert(at.clone(), words)),
            None => {
                let at = places
                    .iter()
                    .find(|(place, _)| *place > start)
                    .map_or_else(|| (END.to_owned(), String::new(), String::new()), |(_, at)| at.clone());
                baseline.above.entry(at).or_default().push(words);
            }
        }
    }
}
