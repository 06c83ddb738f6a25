//! Lists and maps by indentation: an item goes by whole lines, with the comments that are its own.

use crate::{
    simplify::text::{Cut, Page, Refusal, cut, walk::Place},
    yaml::Node,
};

/// Takes the item at that place out of its list.
pub(super) fn remove(page: &Page<'_>, place: &Place<'_>, list: &Node<'_>, at: usize) -> Result<Vec<Cut>, Refusal> {
    let (mut start, end, indent) = lines(page, list, at)?;
    while let Some(above) = start.checked_sub(1).map(|end| page.line_start(end)).filter(|above| is_comment(page, *above) == Some(indent)) {
        start = above;
    }
    let lines = cut(start..end, "");
    if list.items().len() > 1 {
        return Ok(vec![lines]);
    }
    let behind = page.behind_colon(place.key_end.ok_or(Refusal::Layout)?)?;
    Ok(vec![cut(behind..behind, " []"), lines])
}

/// Adds an item behind the last of its list.
pub(super) fn add(page: &Page<'_>, list: &Node<'_>, written: &str) -> Result<Vec<Cut>, Refusal> {
    let last = list.items().len().checked_sub(1).ok_or(Refusal::Layout)?;
    let (_, end, indent) = lines(page, list, last)?;
    Ok(vec![line(page, end, indent, &format!("- {written}"))])
}

/// Adds a key behind the last of its map.
pub(super) fn insert(page: &Page<'_>, map: &Node<'_>, key: &str, written: &str) -> Result<Vec<Cut>, Refusal> {
    let first = map.entries().first().ok_or(Refusal::Layout)?.key.span.range().start;
    let before = page.text.get(page.line_start(first)..first).unwrap_or_default();
    let before = before.trim_start_matches('\u{feff}');
    if !before.bytes().all(|byte| byte == b' ' || byte == b'-') {
        return Err(Refusal::Layout);
    }
    let end = content_end(page, map)?;
    Ok(vec![line(page, end, before.len(), &format!("{key}: {written}"))])
}

/// A line of its own at `at`, which begins a line or ends the text.
fn line(page: &Page<'_>, at: usize, indent: usize, words: &str) -> Cut {
    let (broken, indented) = (page.line_break(), " ".repeat(indent));
    // The last line of a text may lack its break; so does then the new one.
    let ended = page.text.get(..at).is_some_and(|before| before.ends_with('\n'));
    let put = if ended { format!("{indented}{words}{broken}") } else { format!("{broken}{indented}{words}") };
    cut(at..at, put)
}

/// The lines of an item: the first byte of the line of its `-`, the byte behind its last line and the comments within it, and the column of its `-`.
fn lines(page: &Page<'_>, list: &Node<'_>, at: usize) -> Result<(usize, usize, usize), Refusal> {
    let item = list.items().get(at).filter(|item| !item.is_null()).ok_or(Refusal::Layout)?;
    let mut start = page.line_start(item.span.range().start);
    let mut before = page.text.get(start..item.span.range().start).unwrap_or_default();
    while before.trim().is_empty() || is_comment(page, start).is_some() {
        let above = start.checked_sub(1).ok_or(Refusal::Layout)?;
        start = page.line_start(above);
        before = page.text.get(start..above).unwrap_or_default();
        before = before.split(" #").next().unwrap_or_default();
    }
    let indent = before.len() - before.trim_start_matches(' ').len();
    if before.trim() != "-" {
        return Err(Refusal::Layout);
    }
    let mut end = content_end(page, item)?;
    while is_comment(page, end).is_some_and(|column| column > indent) {
        end = page.line_end(end);
    }
    Ok((start, end, indent))
}

/// The byte behind the last line of what a node says; nothing but a comment may stand behind it there.
fn content_end(page: &Page<'_>, node: &Node<'_>) -> Result<usize, Refusal> {
    let at = node.span.range().end;
    let end = page.line_end(at);
    let behind = page.text.get(at..end).unwrap_or_default().trim();
    let behind = behind.strip_prefix(':').map_or(behind, str::trim_start);
    if behind.is_empty() || behind.starts_with('#') { Ok(end) } else { Err(Refusal::Layout) }
}

/// The column of the comment that is all of the line that begins at `start`.
fn is_comment(page: &Page<'_>, start: usize) -> Option<usize> {
    let line = page.text.get(start..page.line_end(start))?;
    let trimmed = line.trim_start_matches([' ', '\t']);
    let at = start + line.len() - trimmed.len();
    let comment = page.tree.comments.iter().any(|comment| comment.span.range().start == at && !comment.trailing);
    (trimmed.starts_with('#') && comment).then_some(at - start)
}
