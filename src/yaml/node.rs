//! The tree: what a text says, each part with its place, borrowed from the text.

use std::borrow::Cow;

use crate::span::{Span, Spanned};

/// What one text holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree<'t> {
    /// Its documents, in order; those parted by `---`.
    pub documents: Vec<Node<'t>>,
    /// Its comments, in order: acceptances and edits need them.
    pub comments: Vec<Comment>,
}

/// A comment: from its `#` to the end of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Where it stands.
    pub span: Span,
    /// Whether something stands before it on its line.
    pub trailing: bool,
}

/// How a node is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A bare word, or a collection by indentation.
    Plain,
    /// In single quotes.
    SingleQuoted,
    /// In double quotes.
    DoubleQuoted,
    /// A literal or folded block of text.
    Block,
    /// A collection in brackets.
    Flow,
}

/// One value of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node<'t> {
    /// Where it stands, from its first byte to the end of its last descendant; comments behind it do not belong to it.
    pub span: Span,
    /// How it is written.
    pub style: Style,
    /// Whether it carries an anchor, is an alias or holds either: such places are not edited.
    pub anchored: bool,
    /// What it says.
    pub value: Value<'t>,
}

/// What a node says, by YAML 1.2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'t> {
    /// Nothing, `null` or `~`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as written.
    Number(Cow<'t, str>),
    /// Words.
    Text(Cow<'t, str>),
    /// A list.
    List(Vec<Node<'t>>),
    /// A map, in the order written.
    Map(Vec<Entry<'t>>),
}

/// One key of a map and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'t> {
    /// The key.
    pub key: Spanned<Cow<'t, str>>,
    /// The value.
    pub value: Node<'t>,
}

impl<'t> Node<'t> {
    /// The words, where the node is words.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(words) => Some(words),
            _ => None,
        }
    }

    /// The value under `key`, where the node is a map that has it.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// The entry of `key`, where the node is a map that has it.
    pub fn entry(&self, key: &str) -> Option<&Entry<'t>> {
        self.entries().iter().find(|entry| entry.key.value == key)
    }

    /// The entries, where the node is a map; else none.
    pub fn entries(&self) -> &[Entry<'t>] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The items, where the node is a list; else none.
    pub fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// Whether the node says nothing.
    pub fn is_null(&self) -> bool {
        matches!(self.value, Value::Null)
    }

    /// The node under a JSON pointer, if there is one.
    pub fn at(&self, pointer: &str) -> Option<&Self> {
        pointer.split('/').skip(1).try_fold(self, |node, piece| match &node.value {
            Value::List(items) => items.get(number(piece)?),
            Value::Map(_) => node.get(&piece.replace("~1", "/").replace("~0", "~")),
            _ => None,
        })
    }
}

fn number(piece: &str) -> Option<usize> {
    match piece.parse() {
        Ok(number) => Some(number),
        Err(_) => None,
    }
}
