//! An expression as it was written, and the operators it is written with.

use std::{cmp::Ordering, ops::Range};

use rust_decimal::Decimal;

/// A part of an expression, and where it stands.
pub(super) struct Node {
    /// Its place in the text.
    pub at: Range<usize>,
    /// How many parts lie below one another in it, itself included.
    pub height: usize,
    /// What it says.
    pub kind: Kind,
}

/// What a part of an expression says.
pub(super) enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// `3`
    Int(i64),
    /// `0.5`
    Decimal(Decimal),
    /// `'words'`
    Text(String),
    /// `name`
    Name(String),
    /// `[one, two]`
    List(Vec<Node>),
    /// `node.field`
    Select(Box<Node>, String),
    /// `name(…)` or `node.name(…)`
    Call(Call),
    /// `!node`
    Not(Box<Node>),
    /// `-node`
    Minus(Box<Node>),
    /// `one && two && …`
    Every(Vec<Node>),
    /// `one || two || …`
    Either(Vec<Node>),
    /// `one < two`, `one + two`, …
    Binary(Op, Box<[Node; 2]>),
    /// `test ? yes : no`
    Choice(Box<[Node; 3]>),
}

impl Kind {
    /// The parts right below it.
    pub(super) fn below(&self) -> Vec<&Node> {
        match self {
            Self::Null | Self::Bool(_) | Self::Int(_) | Self::Decimal(_) | Self::Text(_) | Self::Name(_) => Vec::new(),
            Self::List(nodes) | Self::Every(nodes) | Self::Either(nodes) => nodes.iter().collect(),
            Self::Select(node, _) | Self::Not(node) | Self::Minus(node) => vec![node.as_ref()],
            Self::Call(call) => call.on.as_deref().into_iter().chain(&call.args).collect(),
            Self::Binary(_, pair) => pair.iter().collect(),
            Self::Choice(three) => three.iter().collect(),
        }
    }
}

/// `name(args)`, or `on.name(args)`.
pub(super) struct Call {
    /// What stands before the dot.
    pub on: Option<Box<Node>>,
    /// The name of the function.
    pub name: String,
    /// Where the name stands.
    pub named: Range<usize>,
    /// What stands in the parentheses.
    pub args: Vec<Node>,
}

/// An operator between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Op {
    /// `==`
    Same,
    /// `!=`
    Differs,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
    /// `in`
    In,
    /// `+`
    Add,
    /// `-`
    Take,
    /// `*`
    Times,
    /// `/`
    Over,
    /// `%`
    Rest,
}

impl Op {
    /// The operator written so, and how tightly it binds: comparisons 1, sums 2, products 3.
    pub(super) fn read(sign: &str) -> Option<(Self, u8)> {
        Some(match sign {
            "==" => (Self::Same, 1),
            "!=" => (Self::Differs, 1),
            "<" => (Self::Less, 1),
            "<=" => (Self::AtMost, 1),
            ">" => (Self::More, 1),
            ">=" => (Self::AtLeast, 1),
            "in" => (Self::In, 1),
            "+" => (Self::Add, 2),
            "-" => (Self::Take, 2),
            "*" => (Self::Times, 3),
            "/" => (Self::Over, 3),
            "%" => (Self::Rest, 3),
            _ => return None,
        })
    }

    /// How it is written.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Same => "==",
            Self::Differs => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::In => "in",
            Self::Add => "+",
            Self::Take => "-",
            Self::Times => "*",
            Self::Over => "/",
            Self::Rest => "%",
        }
    }

    /// The comparison that says the same with its two sides exchanged.
    pub(super) fn mirrored(self) -> Self {
        match self {
            Self::Less => Self::More,
            Self::AtMost => Self::AtLeast,
            Self::More => Self::Less,
            Self::AtLeast => Self::AtMost,
            same => same,
        }
    }

    /// Whether two values in that order pass the comparison.
    pub(super) fn passes(self, order: Ordering) -> bool {
        match self {
            Self::Same | Self::In => order.is_eq(),
            Self::Differs => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::AtMost => order.is_le(),
            Self::More => order.is_gt(),
            Self::AtLeast => order.is_ge(),
            Self::Add | Self::Take | Self::Times | Self::Over | Self::Rest => false,
        }
    }
}
