//! What a compiled expression reads while it runs.

use std::borrow::Cow;

use crate::link::{Fact, Scope};

use super::typed::{Place, Root};

/// A compiled question.
pub(super) type Answer = Box<dyn for<'a> Fn(&Frame<'a>) -> bool + Send + Sync>;
/// A compiled number, date or text.
pub(super) type Value = Box<dyn for<'a> Fn(&Frame<'a>) -> Fact<'a> + Send + Sync>;
/// A compiled list.
pub(super) type Values = Box<dyn for<'a> Fn(&Frame<'a>) -> Items<'a> + Send + Sync>;

static NULL: Fact<'static> = Fact::Null;

/// The subject asked, the texts the expression itself holds, and what the loops have in hand.
pub(super) struct Frame<'a> {
    scope: &'a dyn Scope,
    texts: &'a [String],
    items: [&'a Fact<'a>; 2],
}

/// The values of a list, lent where they can be.
pub(super) enum Items<'a> {
    /// Made for this question.
    Own(Vec<Fact<'a>>),
    /// Part of a value in hand.
    Lent(&'a [Fact<'a>]),
}

impl<'a> Items<'a> {
    /// The values.
    pub(super) fn all(&self) -> &[Fact<'a>] {
        match self {
            Self::Own(facts) => facts,
            Self::Lent(facts) => facts,
        }
    }

    /// Only the values that pass.
    pub(super) fn kept(self, passes: impl Fn(&Fact<'_>) -> bool) -> Self {
        Self::Own(match self {
            Self::Own(mut facts) => {
                facts.retain(passes);
                facts
            }
            Self::Lent(facts) => facts.iter().filter(|fact| passes(fact)).map(lend).collect(),
        })
    }
}

impl<'a> Frame<'a> {
    /// Before any loop.
    pub(super) fn new(scope: &'a dyn Scope, texts: &'a [String]) -> Self {
        Self { scope, texts, items: [&NULL; 2] }
    }

    /// The same within a loop that has `item` in hand.
    pub(super) fn with<'b>(&self, level: usize, item: &'b Fact<'b>) -> Frame<'b>
    where
        'a: 'b,
    {
        let mut items: [&'b Fact<'b>; 2] = self.items;
        if let Some(hand) = items.get_mut(level) {
            *hand = item;
        }
        Frame { scope: self.scope, texts: self.texts, items }
    }

    /// The text the expression holds under that number.
    pub(super) fn words(&self, at: usize) -> &'a str {
        self.texts.get(at).map_or("", String::as_str)
    }

    /// The fact of that word.
    pub(super) fn word(&self, at: u16) -> Fact<'a> {
        self.scope.fact(at)
    }

    /// Looks at the fact at a place, without a copy.
    pub(super) fn see<T>(&self, place: &Place, look: impl FnOnce(&Fact<'_>) -> T) -> T {
        match place.root {
            Root::Word(at) => look(down(&self.scope.fact(at), &place.fields)),
            Root::Item(level) => look(down(self.item(level), &place.fields)),
        }
    }

    /// The fact at a place.
    pub(super) fn take(&self, place: &Place) -> Fact<'a> {
        match place.root {
            Root::Word(at) => place.fields.iter().fold(self.scope.fact(at), |fact, name| pick(fact, name)),
            Root::Item(level) => lend(down(self.item(level), &place.fields)),
        }
    }

    /// The list at a place.
    pub(super) fn list(&self, place: &Place) -> Items<'a> {
        match place.root {
            Root::Word(_) => match self.take(place) {
                Fact::List(facts) => Items::Own(facts),
                _ => Items::Lent(&[]),
            },
            Root::Item(level) => match down(self.item(level), &place.fields) {
                Fact::List(facts) => Items::Lent(facts),
                _ => Items::Lent(&[]),
            },
        }
    }

    fn item(&self, level: usize) -> &'a Fact<'a> {
        self.items.get(level).copied().unwrap_or(&NULL)
    }
}

// A closure learns that it must serve every lifetime only from the signature it is passed to.

/// The closure as a question.
pub(super) fn answer(run: impl for<'a> Fn(&Frame<'a>) -> bool + Send + Sync + 'static) -> Answer {
    Box::new(run)
}

/// The closure as a value.
pub(super) fn value(run: impl for<'a> Fn(&Frame<'a>) -> Fact<'a> + Send + Sync + 'static) -> Value {
    Box::new(run)
}

/// The closure as a list.
pub(super) fn values(run: impl for<'a> Fn(&Frame<'a>) -> Items<'a> + Send + Sync + 'static) -> Values {
    Box::new(run)
}

/// The fact under these fields.
fn down<'f, 'a>(fact: &'f Fact<'a>, fields: &[&str]) -> &'f Fact<'a> {
    let null: &Fact<'static> = &NULL;
    fields.iter().fold(fact, |fact, name| fact.field(name).unwrap_or(null))
}

/// The field itself, out of its record.
fn pick<'a>(fact: Fact<'a>, name: &str) -> Fact<'a> {
    match fact {
        Fact::Record(fields) => fields.into_iter().find(|(known, _)| *known == name).map_or(Fact::Null, |(_, fact)| fact),
        _ => Fact::Null,
    }
}

/// The same fact, its text borrowed.
fn lend<'a>(fact: &'a Fact<'a>) -> Fact<'a> {
    match fact {
        Fact::Text(words) => Fact::Text(Cow::Borrowed(words.as_ref())),
        other => other.clone(),
    }
}
