//! What a rule may read: plain values, and the words they answer to.

use std::{borrow::Cow, cmp::Ordering, collections::BTreeMap, fmt};

use rust_decimal::Decimal;

use crate::date::Date;

/// A plain value: what Rust found out, for a rule to judge.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact<'w> {
    /// Not there, or not known.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number with a fraction, exact.
    Decimal(Decimal),
    /// A day.
    Date(Date),
    /// Words.
    Text(Cow<'w, str>),
    /// Facts of one type, in order.
    List(Vec<Fact<'w>>),
    /// Facts by name.
    Record(Vec<(&'static str, Fact<'w>)>),
}

impl Fact<'_> {
    /// The field of that name, if this is a record that has it.
    pub fn field(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Record(fields) => fields.iter().find(|(known, _)| *known == name).map(|(_, fact)| fact),
            Self::Null | Self::Bool(_) | Self::Int(_) | Self::Decimal(_) | Self::Date(_) | Self::Text(_) | Self::List(_) => None,
        }
    }

    /// How the two compare, where they can be compared: numbers of either kind, dates, texts, yes and no.
    pub fn compare(&self, other: &Fact<'_>) -> Option<Ordering> {
        match (self, other) {
            (Self::Text(one), Fact::Text(two)) => Some(one.as_ref().cmp(two.as_ref())),
            (Self::Int(one), Fact::Int(two)) => Some(one.cmp(two)),
            (Self::Decimal(one), Fact::Decimal(two)) => Some(one.cmp(two)),
            (Self::Int(one), Fact::Decimal(two)) => Some(Decimal::from(*one).cmp(two)),
            (Self::Decimal(one), Fact::Int(two)) => Some(one.cmp(&Decimal::from(*two))),
            (Self::Date(one), Fact::Date(two)) => Some(one.cmp(two)),
            (Self::Bool(one), Fact::Bool(two)) => Some(one.cmp(two)),
            _ => None,
        }
    }

    /// Whether it is what its word declares; a test holds every fact against this.
    pub fn fits(&self, kind: Type, nullable: bool) -> bool {
        match (self, kind) {
            (Self::Null, _) => nullable,
            (Self::Bool(_), Type::Bool)
            | (Self::Int(_), Type::Int | Type::Decimal)
            | (Self::Decimal(_), Type::Decimal)
            | (Self::Date(_), Type::Date)
            | (Self::Text(_), Type::Text) => true,
            (Self::List(items), Type::List(item)) => items.iter().all(|fact| fact.fits(*item, false)),
            (Self::Record(_), Type::Record(fields)) => {
                fields.iter().all(|field| self.field(field.name).is_some_and(|fact| fact.fits(field.kind, field.nullable)))
            }
            _ => false,
        }
    }
}

impl From<bool> for Fact<'_> {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl From<i64> for Fact<'_> {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<usize> for Fact<'_> {
    fn from(count: usize) -> Self {
        Self::Int(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<Decimal> for Fact<'_> {
    fn from(number: Decimal) -> Self {
        Self::Decimal(number)
    }
}

impl From<Date> for Fact<'_> {
    fn from(day: Date) -> Self {
        Self::Date(day)
    }
}

impl<'w> From<&'w str> for Fact<'w> {
    fn from(words: &'w str) -> Self {
        Self::Text(Cow::Borrowed(words))
    }
}

impl From<String> for Fact<'_> {
    fn from(words: String) -> Self {
        Self::Text(Cow::Owned(words))
    }
}

impl<'w, T: Into<Fact<'w>>> From<Vec<T>> for Fact<'w> {
    fn from(items: Vec<T>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

impl<'w, T: Into<Fact<'w>>> From<Option<T>> for Fact<'w> {
    fn from(perhaps: Option<T>) -> Self {
        perhaps.map_or(Self::Null, Into::into)
    }
}

/// What kind of value a word answers with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Yes or no.
    Bool,
    /// A whole number.
    Int,
    /// A number with a fraction; a whole one will do.
    Decimal,
    /// A day.
    Date,
    /// Words.
    Text,
    /// Several values of one type, none of them null.
    List(&'static Type),
    /// Values by name.
    Record(&'static [Field]),
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool => f.write_str("yes-or-no"),
            Self::Int => f.write_str("whole number"),
            Self::Decimal => f.write_str("decimal number"),
            Self::Date => f.write_str("date"),
            Self::Text => f.write_str("text"),
            Self::List(item) => write!(f, "list ({item})"),
            Self::Record(fields) => {
                let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
                write!(f, "record ({})", names.join(", "))
            }
        }
    }
}

/// One field of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// What it is called.
    pub name: &'static str,
    /// What kind of value it holds.
    pub kind: Type,
    /// Whether it can be null.
    pub nullable: bool,
    /// Its line in the manual.
    pub says: &'static str,
}

/// What a dotted word such as `document.holder` stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The place by which a [`Scope`] is asked for its fact.
    pub at: u16,
    /// What kind of value it answers with.
    pub kind: Type,
    /// Whether it can be null.
    pub nullable: bool,
}

/// The words that may be said of a subject.
pub trait Words {
    /// What the word stands for, if it is known.
    fn word(&self, name: &str) -> Option<Word>;
    /// Every word there is, for the message about one that is not known.
    fn names(&self) -> Vec<&str>;
}

impl Words for BTreeMap<String, Word> {
    fn word(&self, name: &str) -> Option<Word> {
        self.get(name).copied()
    }

    fn names(&self) -> Vec<&str> {
        self.keys().map(String::as_str).collect()
    }
}

/// One subject, which can be asked for its facts.
pub trait Scope {
    /// The fact that the word at that place stands for. Called only when an expression needs it.
    fn fact(&self, at: u16) -> Fact<'_>;
}
