//! A finding accepted in the file: an entry under `accepted`, or a comment beside the thing.

use std::ops::Range;

use crate::{
    date::Date,
    model::read::Reader,
    span::{Span, Spanned},
    yaml::{Comment, Node, Value},
};

/// How a comment to redtape begins.
const CALL: &str = "redtape:";

/// A finding accepted in the file.
#[derive(Clone, Debug, Default)]
pub struct Acceptance {
    /// The rule.
    pub rule: Spanned<String>,
    /// The JSON pointer under which it is accepted, empty for the whole procedure; nothing where a comment stands beside nothing.
    pub at: Option<String>,
    /// The bytes of the line that a comment speaks of.
    pub line: Option<Span>,
    /// Why.
    pub because: String,
    /// The day after the last on which it is accepted.
    pub until: Option<Date>,
    /// What keeps a comment from being understood: `call`, `rule`, `until` or `because`.
    pub fault: Option<&'static str>,
}

/// Reads one entry.
pub(super) fn read(mut reader: Reader<'_, '_>) -> Acceptance {
    let at = reader.name("at").map(|at| at.value).unwrap_or_default();
    Acceptance {
        rule: reader.name("rule").unwrap_or_default(),
        at: Some(at.trim_end_matches('/').to_owned()),
        because: reader.name("because").map(|because| because.value).unwrap_or_default(),
        until: reader.date("until"),
        ..Acceptance::default()
    }
}

/// What the comments of the text accept in the document that `node` is: `# redtape: accept RULE until=DATE -- reason`, behind the thing
/// on its line or on lines of their own above it. A comment that calls and is not understood accepts nothing, and says so.
pub fn in_comments(text: &str, comments: &[Comment], node: &Node<'_>) -> Vec<Acceptance> {
    // From the last to the first: of comments that stand one below the other, all stand above the same line, which is looked for once.
    let mut below: Option<(usize, Option<Range<usize>>)> = None;
    let calls = comments.iter().rev().filter_map(|comment| {
        let range = comment.span.range();
        let line = match &below {
            _ if comment.trailing => line_of(text, range.start),
            Some((next, line)) if text.get(range.end..*next).is_some_and(|between| between.trim().is_empty()) => line.clone(),
            _ => line_below(text, range.end),
        };
        if !comment.trailing {
            below = Some((range.start, line.clone()));
        }
        let words = text.get(range.clone())?.strip_prefix('#')?;
        let call = words.trim_start().strip_prefix(CALL)?;
        let behind = range.end - call.len();
        let mut read = understood(call, Span::new(comment.span.file, behind..range.end));
        read.at = line.as_ref().and_then(|line| beginning(node, line, ""));
        read.line = line.map(|line| Span::new(comment.span.file, line));
        Some(read)
    });
    let mut calls: Vec<Acceptance> = calls.collect();
    calls.reverse();
    calls
}

/// `accept RULE until=DATE -- reason`, with its place.
fn understood(call: &str, at: Span) -> Acceptance {
    let (head, because) = call.split_once("--").map_or((call, ""), |(head, because)| (head, because.trim()));
    let mut words = head.split_whitespace();
    let (verb, rule, until, more) = (words.next(), words.next(), words.next(), words.next());
    let place = |word: &str| {
        let from = at.range().start + call.find(word).unwrap_or_default();
        Span::new(at.file, from..from + word.len())
    };
    let day = until.and_then(|until| until.strip_prefix("until=")).and_then(Date::parse);
    let rule = rule.filter(|rule| rule.contains('/'));
    let fault = match (verb, rule, day, more) {
        (Some("accept"), Some(_), Some(_), None) if !because.is_empty() => None,
        (Some("accept"), Some(_), Some(_), None) => Some("because"),
        (Some("accept"), Some(_), ..) => Some("until"),
        (Some("accept"), ..) => Some("rule"),
        _ => Some("call"),
    };
    let rule = rule.map_or_else(|| Spanned::new(String::new(), at), |rule| Spanned::new(rule.to_owned(), place(rule)));
    Acceptance { rule, because: because.to_owned(), until: day, fault, ..Acceptance::default() }
}

/// The line that `at` stands on.
fn line_of(text: &str, at: usize) -> Option<Range<usize>> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let end = text.get(at..)?.find('\n').map_or(text.len(), |end| at + end);
    Some(start..end)
}

/// The first line below `at` that says something and is no comment.
fn line_below(text: &str, at: usize) -> Option<Range<usize>> {
    let mut from = text.get(at..)?.find('\n').map(|end| at + end + 1)?;
    for line in text.get(from..)?.split_inclusive('\n') {
        let says = line.trim();
        if !says.is_empty() && !says.starts_with('#') {
            return Some(from..from + line.trim_end_matches(['\n', '\r']).len());
        }
        from += line.len();
    }
    None
}

/// The pointer to the outermost thing of `node` that begins on that line.
fn beginning(node: &Node<'_>, line: &Range<usize>, pointer: &str) -> Option<String> {
    let reaches = |span: Span| span.range().start < line.end && line.start <= span.range().end;
    match &node.value {
        Value::Map(entries) => entries.iter().find_map(|entry| {
            let name = entry.key.value.replace('~', "~0").replace('/', "~1");
            let below = format!("{pointer}/{name}");
            if line.contains(&entry.key.span.range().start) {
                return Some(below);
            }
            reaches(entry.value.span).then(|| beginning(&entry.value, line, &below)).flatten()
        }),
        Value::List(items) => items.iter().enumerate().find_map(|(at, item)| {
            let below = format!("{pointer}/{at}");
            if line.contains(&item.span.range().start) {
                return Some(below);
            }
            reaches(item.span).then(|| beginning(item, line, &below)).flatten()
        }),
        _ => None,
    }
}
