//! What was decided elsewhere, written into `decisions.yaml`: what stands there stays as it is written, unless something else was decided.

use crate::{
    decision::{self, Decision, Decisions},
    span::FileId,
    yaml::{self, Node},
};

/// The text of `decisions.yaml` with `new` decisions in it, and how many of them it did not hold.
pub fn merged(text: &str, new: &Decisions) -> (String, usize) {
    let (known, _) = decision::read(FileId::default(), text);
    let fresh: Vec<&Decision> =
        new.all.values().filter(|one| known.all.get(&one.finding.value).is_none_or(|old| !same(old, one))).collect();
    let (tree, _) = yaml::parse_long(FileId::default(), text);
    let list = tree.documents.first().and_then(|node| node.get("decisions"));
    let Some(list) = list.filter(|list| is_block(text, list)) else { return (anew(known, &fresh), fresh.len()) };
    let mut written = text.to_owned();
    let mut added = String::new();
    let end = list.items().last().map_or(text.len(), |item| end_of_line(text, item.span.end as usize));
    let indent = list.items().last().map_or("  ", |item| indent(text, item.span.start as usize));
    for one in &fresh {
        if !known.all.contains_key(&one.finding.value) {
            added.push_str(&format!("\n{indent}- {}", entry(one)));
        }
    }
    written.insert_str(end, &added);
    // From the last to the first, so that the places of those before stay right.
    for item in list.items().iter().rev() {
        let of = fresh.iter().find(|one| item.get("finding").is_some_and(|node| says(node, &one.finding.value)));
        if let Some(one) = of {
            written.replace_range(item.span.start as usize..item.span.end as usize, &entry(one));
        }
    }
    if !written.ends_with('\n') {
        written.push('\n');
    }
    (written, fresh.len())
}

/// What `old` holds, with `new` in its place where something was decided anew.
pub fn overlaid(mut old: Decisions, new: &Decisions) -> Decisions {
    old.all.extend(new.all.iter().map(|(finding, one)| (finding.clone(), one.clone())));
    old
}

/// Whether two decisions say the same; who decided is not asked in a workbook.
fn same(old: &Decision, new: &Decision) -> bool {
    (old.verdict, &old.reason, &old.document, old.until) == (new.verdict, &new.reason, &new.document, new.until)
}

/// Whether a list is written an item a line, so that one more fits below.
fn is_block(text: &str, list: &Node<'_>) -> bool {
    let starts = |node: &Node<'_>| text.get(node.span.start as usize..).is_some_and(|rest| rest.starts_with('['));
    !list.items().is_empty() && !starts(list)
}

fn says(node: &Node<'_>, fingerprint: &str) -> bool {
    matches!(&node.value, yaml::Value::Text(words) | yaml::Value::Number(words) if words == fingerprint)
}

/// The end of the line that `at` is in: a comment behind an item stays there.
fn end_of_line(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |length| at + length)
}

/// What stands before the dash of the item that begins at `start`.
fn indent(text: &str, start: usize) -> &str {
    let line = text.get(..start).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
    line.split('-').next().unwrap_or_default()
}

/// All decisions, an item a line.
fn anew(known: Decisions, fresh: &[&Decision]) -> String {
    let mut all = known.all;
    all.extend(fresh.iter().map(|one| (one.finding.value.clone(), (*one).clone())));
    let lines: String = all.values().map(|one| format!("  - {}\n", entry(one))).collect();
    if lines.is_empty() { "decisions: []\n".to_owned() } else { format!("decisions:\n{lines}") }
}

/// One decision on a line.
fn entry(one: &Decision) -> String {
    let mut words = format!("{{finding: \"{}\", decision: {}", one.finding.value, one.verdict.word());
    for (key, said) in [("reason", &one.reason), ("document", &one.document)] {
        if let Some(said) = said {
            words.push_str(&format!(", {key}: {}", quoted(said)));
        }
    }
    if let Some(until) = one.until {
        words.push_str(&format!(", until: {until}"));
    }
    if let Some(by) = &one.by {
        words.push_str(&format!(", by: {}", quoted(by)));
    }
    words + "}"
}

/// Words between quotation marks, as YAML and JSON both read them.
fn quoted(words: &str) -> String {
    let mut safe = String::from("\"");
    for c in words.chars() {
        match c {
            '"' | '\\' => safe.extend(['\\', c]),
            '\n' => safe.push_str("\\n"),
            c if c.is_control() || crate::text::is_invisible(c) => safe.push_str(&format!("\\U{:08x}", c as u32)),
            c => safe.push(c),
        }
    }
    safe + "\""
}
