//! A die, and the subjects it throws.

use std::cell::Cell;

use redtape::{date::Date, link::Fact};
use rust_decimal::Decimal;

use crate::subject::{Subject, subject};

/// Texts that questions and subjects share, so that some are the same.
pub(crate) const TEXTS: &[&str] = &["", "a", "police", "Passport", "person.identity", "Giấy khai sinh", "z"];
/// Days that they share.
pub(crate) const DAYS: &[&str] = &["2025-07-01", "2026-01-10", "2026-02-10", "2026-12-31", "2024-02-29"];

/// A die that falls the same way every time (xorshift).
pub(crate) struct Dice(Cell<u64>);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Cell::new(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1))
    }

    pub(crate) fn below(&self, most: usize) -> usize {
        let mut state = self.0.get();
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        self.0.set(state);
        usize::try_from(state >> 33).unwrap() % most
    }

    pub(crate) fn pick<T: Copy>(&self, things: &[T]) -> T {
        things[self.below(things.len())]
    }

    /// A subject.
    pub(crate) fn subject(&self) -> Subject {
        let perhaps = |fact: Fact<'static>| if self.below(2) == 0 { Fact::Null } else { fact };
        let text = || Fact::from(self.pick(TEXTS));
        let day = || Fact::from(Date::parse(self.pick(DAYS)));
        let count = || Fact::from(self.pick(&[0_i64, 1, 2, 7, -1, i64::MAX]));
        let yes = || Fact::from(self.below(2) == 0);
        let several = |one: &dyn Fn() -> Fact<'static>| Fact::List((0..self.below(4)).map(|_| one()).collect());
        let law = || {
            let topics = Fact::from(vec!["birth", self.pick(TEXTS)]);
            Fact::Record(vec![("cite", text()), ("binding", yes()), ("level", count()), ("from", perhaps(day())), ("topics", topics)])
        };
        let share = Fact::from(Decimal::new(self.pick(&[0, 25, 75, 200, -150]), 2));
        let mut subject = subject(&[]);
        subject.facts = vec![
            text(),
            perhaps(text()),
            yes(),
            perhaps(yes()),
            count(),
            count(),
            perhaps(count()),
            share.clone(),
            perhaps(share),
            several(&text),
            perhaps(several(&count)),
            several(&law),
            perhaps(law()),
            day(),
            day(),
            perhaps(day()),
            text(),
        ];
        subject
    }
}
