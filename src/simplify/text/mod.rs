//! Strokes on the text of a file: only the bytes of the place change, and where that cannot be made sure of, none.

mod block;
mod flow;
mod plain;
mod value;
mod walk;

use std::ops::Range;

use crate::{
    simplify::stroke::{Stroke, last, number},
    span::FileId,
    yaml::{self, Node, Style, Tree, Value},
};

use walk::Place;

/// Why a place is not edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refusal {
    /// An anchor, an alias or a tag stands there.
    Anchor,
    /// A merge key stands there.
    Merge,
    /// A tab stands there.
    Tab,
    /// Comments stand among brackets of several lines.
    Comment,
    /// It is written in a way that this program does not edit.
    Layout,
    /// What is to be changed is not there any more.
    Missing,
    /// What came of it could not be proved to be what was meant.
    Unsure,
    /// The rule would still speak.
    Stands,
}

impl Refusal {
    /// Every reason.
    pub const ALL: [Self; 8] =
        [Self::Anchor, Self::Merge, Self::Tab, Self::Comment, Self::Layout, Self::Missing, Self::Unsure, Self::Stands];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Anchor => "anchor",
            Self::Merge => "merge",
            Self::Tab => "tab",
            Self::Comment => "comment",
            Self::Layout => "layout",
            Self::Missing => "missing",
            Self::Unsure => "unsure",
            Self::Stands => "stands",
        }
    }
}

/// Bytes of the text, and what stands there afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The bytes.
    pub range: Range<usize>,
    /// What takes their place.
    pub put: String,
}

/// A text, what it says, and the document of it that is edited.
struct Page<'t> {
    text: &'t str,
    tree: &'t Tree<'t>,
    root: &'t Node<'t>,
}

/// What `text` is once `stroke` is done in that document of it; the same where it says so already.
pub fn edited(text: &str, document: usize, stroke: &Stroke) -> Result<String, Refusal> {
    let cuts = cuts(text, document, stroke)?;
    let mut new = text.to_owned();
    for cut in cuts.iter().rev() {
        new.replace_range(cut.range.clone(), &cut.put);
    }
    plain::assert(text, &new, document, stroke)?;
    Ok(new)
}

/// The cuts that do `stroke`, in order, none over another.
pub fn cuts(text: &str, document: usize, stroke: &Stroke) -> Result<Vec<Cut>, Refusal> {
    let (tree, _) = yaml::parse(FileId::default(), text);
    let root = tree.documents.get(document).ok_or(Refusal::Missing)?;
    let page = Page { text, tree: &tree, root };
    let pointer = page.as_written(stroke.at());
    let cuts = match stroke {
        Stroke::Remove(_) => page.remove(&pointer)?,
        Stroke::Set(_, value) => page.set(&pointer, value)?,
        Stroke::Add(_, value) => page.add(&pointer, value)?,
    };
    if cuts.iter().any(|cut| page.lines_of(&cut.range).contains('\t')) {
        return Err(Refusal::Tab);
    }
    Ok(cuts)
}

impl Page<'_> {
    /// The pointer into the text as it is written: a single time limit may stand without a list.
    fn as_written(&self, pointer: &str) -> String {
        plain::as_written(pointer, self.root.get("time_limit").map(|limit| &limit.value))
    }

    fn remove(&self, pointer: &str) -> Result<Vec<Cut>, Refusal> {
        let (list, piece) = last(pointer).ok_or(Refusal::Missing)?;
        let place = walk::to(self, list)?;
        let node = place.node.ok_or(Refusal::Missing)?;
        if let (Value::Text(_), Some(0)) = (&node.value, number(piece)) {
            return self.replace(&place, "[]");
        }
        let at = number(piece).filter(|at| *at < node.items().len()).ok_or(Refusal::Missing)?;
        if node.items().get(at).is_some_and(|item| item.anchored) {
            return Err(Refusal::Anchor);
        }
        match node.style {
            Style::Flow => flow::remove(self, node, at),
            _ => block::remove(self, &place, node, at),
        }
    }

    fn set(&self, pointer: &str, value: &serde_json::Value) -> Result<Vec<Cut>, Refusal> {
        let (holder, key) = last(pointer).ok_or(Refusal::Missing)?;
        let place = walk::to(self, pointer)?;
        if let Some(node) = place.node {
            if plain::of(node) == plain::marked(value) {
                return Ok(Vec::new());
            }
            return self.replace(&place, &value::written(value));
        }
        let above = walk::to(self, holder)?;
        let map = above.node.ok_or(Refusal::Missing)?;
        match &map.value {
            // A name alone becomes a map that has it for its title.
            Value::Text(words) => self.replace(&above, &value::written(&plain::titled(words, key, value))),
            Value::Map(_) if map.style == Style::Flow => flow::insert(self, map, key, &value::written(value)),
            Value::Map(_) => block::insert(self, map, key, &value::written(value)),
            _ => Err(Refusal::Layout),
        }
    }

    fn add(&self, pointer: &str, value: &serde_json::Value) -> Result<Vec<Cut>, Refusal> {
        let place = walk::to(self, pointer)?;
        let one = || value::written(&serde_json::Value::from(vec![value.clone()]));
        let Some(node) = place.node else { return self.set(pointer, &serde_json::Value::from(vec![value.clone()])) };
        match &node.value {
            Value::Text(words) => {
                let both = vec![serde_json::Value::from(words.as_ref()), value.clone()];
                self.replace(&place, &value::written(&serde_json::Value::from(both)))
            }
            Value::Null => self.replace(&place, &one()),
            Value::List(items) if items.is_empty() => self.replace(&place, &one()),
            Value::List(_) if node.anchored => Err(Refusal::Anchor),
            Value::List(_) if node.style == Style::Flow => flow::add(self, node, &value::written(value)),
            Value::List(_) => block::add(self, node, &value::written(value)),
            _ => Err(Refusal::Layout),
        }
    }

    /// Puts `written` in the place of what stands there.
    fn replace(&self, place: &Place<'_>, written: &str) -> Result<Vec<Cut>, Refusal> {
        let node = place.node.ok_or(Refusal::Missing)?;
        if node.anchored {
            return Err(Refusal::Anchor);
        }
        let range = node.span.range();
        let block = node.style == Style::Block || node.style == Style::Plain && matches!(node.value, Value::List(_) | Value::Map(_));
        let lines = self.text.get(range.clone()).is_some_and(|words| words.contains('\n'));
        let empty = node.is_null() && range.is_empty();
        if !block && !empty {
            return if lines && self.has_comment(&range) { Err(Refusal::Comment) } else { Ok(vec![cut(range, written)]) };
        }
        let colon = self.behind_colon(place.key_end.ok_or(Refusal::Layout)?)?;
        let end = if empty { colon } else { range.end };
        if self.has_comment(&(colon..end)) {
            return Err(Refusal::Comment);
        }
        Ok(vec![cut(colon..end, format!(" {written}"))])
    }

    /// The byte behind the `:` that follows a key.
    fn behind_colon(&self, key_end: usize) -> Result<usize, Refusal> {
        let rest = self.text.get(key_end..).unwrap_or_default();
        let trimmed = rest.trim_start_matches(' ');
        if trimmed.starts_with(':') { Ok(key_end + rest.len() - trimmed.len() + 1) } else { Err(Refusal::Layout) }
    }

    fn has_comment(&self, range: &Range<usize>) -> bool {
        self.tree.comments.iter().any(|comment| range.contains(&comment.span.range().start))
    }

    /// The first byte of the line that `at` stands on.
    fn line_start(&self, at: usize) -> usize {
        self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
    }

    /// The byte behind the line break of the line that `at` stands on, or behind the text.
    fn line_end(&self, at: usize) -> usize {
        self.text.get(at..).and_then(|rest| rest.find('\n')).map_or(self.text.len(), |end| at + end + 1)
    }

    /// The whole lines that `range` touches.
    fn lines_of(&self, range: &Range<usize>) -> &str {
        let last = range.end.saturating_sub(1).max(range.start);
        self.text.get(self.line_start(range.start)..self.line_end(last)).unwrap_or_default()
    }

    /// How lines of this text end.
    fn line_break(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }
}

fn cut(range: Range<usize>, put: impl Into<String>) -> Cut {
    Cut { range, put: put.into() }
}
