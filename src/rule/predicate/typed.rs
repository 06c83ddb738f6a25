//! An expression whose words are known and whose types agree; nothing in it can fail.

use regex::Regex;

use crate::link::{Fact, Type};

use super::tree::Op;

/// A checked part of an expression.
pub(super) enum Typed {
    /// It answers yes or no.
    Yes(Yes),
    /// It answers with a number, a date or a text.
    Plain(Plain, Type),
    /// It answers with a list whose values are of that type.
    List(List, &'static Type),
}

/// Where a value is found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// Where the way begins.
    pub root: Root,
    /// The fields of records to go through.
    pub fields: Vec<&'static str>,
}

/// Where the way to a value begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Root {
    /// A word of the subject.
    Word(u16),
    /// The list value that a loop at that level has in hand.
    Item(usize),
}

/// A question.
pub(super) enum Yes {
    /// Known beforehand.
    Literal(bool),
    /// A word that answers it.
    Place(Place),
    /// Whether the value there is null (or, with `false`, is not).
    Null(Place, bool),
    /// The opposite.
    Not(Box<Yes>),
    /// All of them.
    Every(Vec<Yes>),
    /// At least one of them.
    Either(Vec<Yes>),
    /// Whether two answers are the same (or, with `false`, differ).
    Same(Box<[Yes; 2]>, bool),
    /// Two values of one type compared; a literal stands on the right.
    Compare(Op, Box<[Plain; 2]>),
    /// Whether the value is in the list.
    In(Box<Plain>, Box<List>),
    /// A test of two texts.
    Test(Test, Box<[Plain; 2]>),
    /// Whether the pattern is found in the text.
    Matches(Box<Plain>, Regex),
    /// A question about the values of a list.
    Loop(Round, Loop),
    /// One of two questions, as a third decides.
    Choice(Box<(Yes, Yes, Yes)>),
}

/// A number, a date or a text.
pub(super) enum Plain {
    /// Known beforehand.
    Literal(Fact<'static>),
    /// A word.
    Place(Place),
    /// Two values reckoned together.
    Sum(Op, Box<[Plain; 2]>),
    /// The number with its sign turned.
    Minus(Box<Plain>),
    /// How many characters the text has.
    Length(Box<Plain>),
    /// How many values the list has.
    Count(Box<List>),
    /// One of two values, as a question decides.
    Choice(Box<(Yes, Plain, Plain)>),
}

/// Several values.
pub(super) enum List {
    /// Written out.
    Literal(Vec<Plain>),
    /// A word.
    Place(Place),
    /// The values that pass.
    Filter(Loop),
    /// One of two lists, as a question decides.
    Choice(Box<(Yes, List, List)>),
}

/// A question put to each value of a list.
pub(super) struct Loop {
    /// The list.
    pub list: Box<List>,
    /// How many loops stand around this one.
    pub level: usize,
    /// The question.
    pub body: Box<Yes>,
}

/// What a loop asks of its values.
#[derive(Clone, Copy)]
pub(super) enum Round {
    /// That one passes.
    Exists,
    /// That all pass.
    All,
    /// That exactly one passes.
    ExistsOne,
}

/// What can be asked of two texts.
#[derive(Clone, Copy)]
pub(super) enum Test {
    /// Whether the first begins with the second.
    Starts,
    /// Whether the first ends with the second.
    Ends,
    /// Whether the second stands in the first.
    Contains,
}

impl Test {
    /// Whether the two pass.
    pub(super) fn passes(self, text: &str, part: &str) -> bool {
        match self {
            Self::Starts => text.starts_with(part),
            Self::Ends => text.ends_with(part),
            Self::Contains => text.contains(part),
        }
    }
}

impl Yes {
    /// The place whose fact alone decides it, with no for null: such a test is one call, and needs no guard.
    pub(super) fn tested(&self) -> Option<&Place> {
        match self {
            Self::Place(place) => Some(place),
            Self::Compare(_, pair) | Self::Test(_, pair) => match pair.as_ref() {
                [Plain::Place(place), Plain::Literal(_)] => Some(place),
                _ => None,
            },
            Self::In(item, list) => match (item.as_ref(), list.as_ref()) {
                (Plain::Place(place), List::Literal(items)) => items.iter().all(|item| matches!(item, Plain::Literal(_))).then_some(place),
                _ => None,
            },
            Self::Matches(text, _) => match text.as_ref() {
                Plain::Place(place) => Some(place),
                _ => None,
            },
            _ => None,
        }
    }
}
