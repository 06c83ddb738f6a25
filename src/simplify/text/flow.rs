//! Lists and maps in brackets: an element goes with the separator that it needed.

use crate::{
    simplify::text::{Cut, Page, Refusal, cut},
    yaml::Node,
};

/// Takes the item at that place out of a list in brackets.
pub(super) fn remove(page: &Page<'_>, list: &Node<'_>, at: usize) -> Result<Vec<Cut>, Refusal> {
    let span = |at: usize| list.items().get(at).map(|item| item.span.range());
    let own = span(at).filter(|own| !own.is_empty()).ok_or(Refusal::Layout)?;
    if let Some(next) = span(at + 1) {
        return Ok(vec![cut(own.start..next.start, "")]);
    }
    match at.checked_sub(1).and_then(span) {
        Some(before) => Ok(vec![cut(before.end..own.end, "")]),
        None if page.has_comment(&list.span.range()) => Err(Refusal::Comment),
        None => Ok(vec![cut(list.span.range(), "[]")]),
    }
}

/// Adds an item behind the last of a list in brackets.
pub(super) fn add(_page: &Page<'_>, list: &Node<'_>, written: &str) -> Result<Vec<Cut>, Refusal> {
    let end = list.items().last().map(|item| item.span.range()).filter(|last| !last.is_empty()).ok_or(Refusal::Layout)?.end;
    Ok(vec![cut(end..end, format!(", {written}"))])
}

/// Adds a key behind the last of a map in brackets.
pub(super) fn insert(_page: &Page<'_>, map: &Node<'_>, key: &str, written: &str) -> Result<Vec<Cut>, Refusal> {
    let Some(last) = map.entries().last() else { return Ok(vec![cut(map.span.range(), format!("{{{key}: {written}}}"))]) };
    // A key without a value ends with its colon, of which nothing says where it is.
    let end = Some(last.value.span.range()).filter(|last| !last.is_empty()).ok_or(Refusal::Layout)?.end;
    Ok(vec![cut(end..end, format!(", {key}: {written}"))])
}
