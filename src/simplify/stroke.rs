//! The smallest changes to a file, of which every edit is made, and the pointers that say where.

use serde_json::Value;

/// One change at one place, by JSON pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// Takes an item out of its list; a list that loses its last item stays, empty.
    Remove(String),
    /// Sets what stands there; a key that is not there yet is added behind the others.
    Set(String, Value),
    /// Adds an item at the end of a list; the list is begun where there is none.
    Add(String, Value),
}

impl Stroke {
    /// Where it strikes.
    pub fn at(&self) -> &str {
        match self {
            Self::Remove(at) | Self::Set(at, _) | Self::Add(at, _) => at,
        }
    }
}

/// Where `pointer` leads once the item at `removed` is gone; nothing where it led to that item or into it.
pub fn shifted(pointer: &str, removed: &str) -> Option<String> {
    let Some((list, place)) = last(removed) else { return Some(pointer.to_owned()) };
    let Some(rest) = pointer.strip_prefix(list).and_then(|rest| rest.strip_prefix('/')) else { return Some(pointer.to_owned()) };
    let (piece, below) = rest.split_once('/').map_or((rest, None), |(piece, below)| (piece, Some(below)));
    let (Some(own), Some(gone)) = (number(piece), number(place)) else { return Some(pointer.to_owned()) };
    let below = below.map_or_else(String::new, |below| format!("/{below}"));
    match own {
        own if own == gone => None,
        own if own > gone => Some(format!("{list}/{}{below}", own - 1)),
        _ => Some(pointer.to_owned()),
    }
}

/// A pointer parted before its last piece.
pub(super) fn last(pointer: &str) -> Option<(&str, &str)> {
    pointer.rsplit_once('/')
}

/// The place in a list that a piece of a pointer names.
pub(super) fn number(piece: &str) -> Option<usize> {
    piece.parse().map_or(None, Some)
}

/// The pieces of a pointer.
pub(super) fn pieces(pointer: &str) -> Vec<&str> {
    pointer.split('/').skip(1).collect()
}
