//! The way from the top of a document to the place of a pointer; what makes a place unsafe stands on it.

use crate::{
    simplify::{
        stroke::{number, pieces},
        text::{Page, Refusal},
    },
    yaml::{Node, Style, Value},
};

/// Where a pointer leads.
pub(super) struct Place<'t> {
    /// What stands there; nothing where its key or item is not there.
    pub node: Option<&'t Node<'t>>,
    /// The end of the key it stands under, where it stands under one.
    pub key_end: Option<usize>,
}

/// The place of `pointer`: the last piece may lead to nothing, those before it must lead somewhere.
pub(super) fn to<'t>(page: &Page<'t>, pointer: &str) -> Result<Place<'t>, Refusal> {
    let mut place = Place { node: Some(page.root), key_end: None };
    let mut flow = None;
    for piece in pieces(pointer) {
        let node = place.node.ok_or(Refusal::Missing)?;
        if node.style == Style::Flow && flow.is_none() {
            flow = Some(node.span);
        }
        place = step(page, node, &piece.replace("~1", "/").replace("~0", "~"))?;
    }
    // Brackets of several lines are one thing with the comments among them: nobody can tell to what those belong.
    let flow = flow.or(place.node.filter(|node| node.style == Style::Flow).map(|node| node.span));
    if let Some(range) = flow.map(|span| span.range())
        && page.has_comment(&range)
    {
        return Err(Refusal::Comment);
    }
    Ok(place)
}

fn step<'t>(page: &Page<'t>, node: &'t Node<'t>, piece: &str) -> Result<Place<'t>, Refusal> {
    let (next, key_end, before) = match &node.value {
        Value::Map(entries) => {
            if entries.iter().any(|entry| entry.key.value == "<<") {
                return Err(Refusal::Merge);
            }
            let Some(entry) = node.entry(piece) else { return Ok(Place { node: None, key_end: None }) };
            let end = entry.key.span.range().end;
            (&entry.value, Some(end), end)
        }
        Value::List(items) => {
            let at = number(piece).ok_or(Refusal::Missing)?;
            let Some(item) = items.get(at) else { return Ok(Place { node: None, key_end: None }) };
            let before = at.checked_sub(1).and_then(|at| items.get(at)).map_or(node.span.range().start, |item| item.span.range().end);
            (item, None, before)
        }
        _ => return Ok(Place { node: None, key_end: None }),
    };
    let range = next.span.range();
    let outside = range.start < node.span.range().start || range.end > node.span.range().end;
    let gap = page.text.get(before..range.start).unwrap_or_default();
    let marked = gap.lines().any(|line| line.split('#').next().unwrap_or_default().contains(['&', '!', '*']));
    if outside || marked || next.anchored && page.text.get(range.start..).is_some_and(|rest| rest.starts_with('*')) {
        return Err(Refusal::Anchor);
    }
    Ok(Place { node: Some(next), key_end })
}
