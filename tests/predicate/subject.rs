//! A document as rules see it, with words of every type.

use std::{borrow::Cow, cell::Cell, collections::BTreeMap};

use redtape::{
    date::Date,
    link::{Fact, Field, Scope, Type, Word},
};
use rust_decimal::Decimal;

const LAW: &[Field] = &[
    Field { name: "cite", kind: Type::Text, nullable: false, says: "how it is cited" },
    Field { name: "binding", kind: Type::Bool, nullable: false, says: "whether it binds" },
    Field { name: "level", kind: Type::Int, nullable: false, says: "its rank" },
    Field { name: "from", kind: Type::Date, nullable: true, says: "since when it holds" },
    Field { name: "topics", kind: Type::List(&Type::Text), nullable: false, says: "what it speaks of" },
];

/// Every word, its type, and whether it can be null; its place is its place here.
pub(crate) const WORDS: &[(&str, Type, bool)] = &[
    ("document.title", Type::Text, false),
    ("document.holder", Type::Text, true),
    ("document.held", Type::Bool, false),
    ("document.known", Type::Bool, true),
    ("document.originals", Type::Int, false),
    ("document.copies", Type::Int, false),
    ("document.age", Type::Int, true),
    ("document.share", Type::Decimal, false),
    ("document.minutes", Type::Decimal, true),
    ("document.proves", Type::List(&Type::Text), false),
    ("document.counts", Type::List(&Type::Int), true),
    ("document.laws", Type::List(&Type::Record(LAW)), false),
    ("document.law", Type::Record(LAW), true),
    ("procedure.reviewed", Type::Date, false),
    ("procedure.changed", Type::Date, false),
    ("procedure.ends", Type::Date, true),
    ("procedure.title", Type::Text, false),
    ("document.published_title", Type::Text, false),
];

/// What every word stands for.
pub(crate) fn words() -> BTreeMap<String, Word> {
    let word = |(at, (name, kind, nullable)): (usize, &(&str, Type, bool))| {
        ((*name).to_owned(), Word { at: u16::try_from(at).unwrap(), kind: *kind, nullable: *nullable })
    };
    WORDS.iter().enumerate().map(word).collect()
}

/// A subject with all its facts at hand, which counts how often it is asked.
pub(crate) struct Subject {
    /// The facts, each at the place of its word.
    pub(crate) facts: Vec<Fact<'static>>,
    /// How often it was asked.
    pub(crate) asked: Cell<usize>,
}

impl Scope for Subject {
    fn fact(&self, at: u16) -> Fact<'_> {
        self.asked.set(self.asked.get() + 1);
        self.facts.get(usize::from(at)).map_or(Fact::Null, lend)
    }
}

fn lend<'f>(fact: &'f Fact<'static>) -> Fact<'f> {
    match fact {
        Fact::Text(words) => Fact::Text(Cow::Borrowed(words)),
        other => other.clone(),
    }
}

/// The subject with these facts instead of its own.
pub(crate) fn subject(changed: &[(&str, Fact<'static>)]) -> Subject {
    let mut facts = vec![
        Fact::from("Passport"),
        Fact::from("police"),
        Fact::from(true),
        Fact::from(false),
        Fact::from(2_i64),
        Fact::from(1_i64),
        Fact::from(30_i64),
        Fact::from(Decimal::new(75, 2)),
        Fact::from(Decimal::new(125, 1)),
        Fact::from(vec!["person.identity", "person.birth-date"]),
        Fact::from(vec![1_i64, 2, 3]),
        Fact::List(vec![law("Law 1", true, 1, "2025-07-01"), law("Decree 2", false, 2, "")]),
        law("Law 1", true, 1, "2025-07-01"),
        day("2026-01-10"),
        day("2026-02-10"),
        day("2026-12-31"),
        Fact::from("Register a birth"),
        Fact::from("Hộ chiếu"),
    ];
    for (name, fact) in changed {
        let at = WORDS.iter().position(|(known, ..)| known == name).unwrap();
        facts[at] = fact.clone();
    }
    Subject { facts, asked: Cell::new(0) }
}

/// A law; without a date if `from` is no date.
pub(crate) fn law(cite: &'static str, binding: bool, level: i64, from: &str) -> Fact<'static> {
    Fact::Record(vec![
        ("cite", Fact::from(cite)),
        ("binding", Fact::from(binding)),
        ("level", Fact::from(level)),
        ("from", Fact::from(Date::parse(from))),
        ("topics", Fact::from(vec![cite, "birth"])),
    ])
}

/// A day.
pub(crate) fn day(iso: &str) -> Fact<'static> {
    Fact::from(Date::parse(iso))
}
