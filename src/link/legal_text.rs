//! What is known of each text that a catalogue cites on one day, found out once: many procedures cite the same ones.

use std::sync::Arc;

use crate::{
    date::Date,
    link::{
        law::{self, Force},
        memo::Memo,
    },
    register::Registers,
    span::Span,
};

/// What is known of one text on the day of the run.
#[derive(Clone, Debug)]
pub struct LegalText {
    /// Whether the register holds it.
    pub known: bool,
    /// Whether it is in force: `unknown`, `not-yet`, `in-force`, `assumed` or `ended`.
    pub state: &'static str,
    /// What kind of instrument it is.
    pub kind: Option<String>,
    /// The first day on which it is no longer in force.
    pub ended: Option<Date>,
    /// The first day on which it is.
    pub begins: Option<Date>,
    /// What ended it.
    pub ended_by: Option<String>,
    /// The whole chain of what took its place, the last of which stands there now.
    pub chain: Vec<String>,
    /// Where the register holds it.
    pub place: Option<Span>,
    /// The places in the register of what texts of its kind and time may lay down.
    pub(super) competences: Vec<usize>,
}

/// The texts asked about so far.
pub(super) struct LegalTexts<'r> {
    registers: &'r Registers,
    day: Date,
    found: Memo<Arc<LegalText>>,
}

impl<'r> LegalTexts<'r> {
    /// None yet, for one day.
    pub(super) fn new(registers: &'r Registers, day: Date) -> Self {
        Self { registers, day, found: Memo::default() }
    }

    /// The text of that number.
    pub(super) fn of(&self, number: &str) -> Arc<LegalText> {
        self.found.of(number, || Arc::new(one(self.registers, number, self.day)))
    }
}

fn one(registers: &Registers, number: &str, day: Date) -> LegalText {
    let entry = registers.instruments.get(number);
    let state = match entry.map_or(Force::Unknown, |entry| law::force(registers, entry, day)) {
        Force::Unknown => "unknown",
        Force::NotYet => "not-yet",
        Force::Shown => "in-force",
        Force::Assumed => "assumed",
        Force::Ended => "ended",
    };
    LegalText {
        known: entry.is_some(),
        state,
        kind: law::kind(registers, number).map(str::to_owned),
        ended: entry.and_then(|entry| entry.valid.until),
        begins: entry.and_then(|entry| entry.valid.from),
        ended_by: entry.and_then(|entry| entry.repealed_by.clone().or_else(|| entry.replaced_by.first().cloned())),
        chain: if state == "ended" { law::successors(registers, number, day) } else { Vec::new() },
        place: entry.map(|entry| entry.span),
        competences: competences(registers, number, day),
    }
}

/// What a text of that number may lay down, by the rules of the days in which it can have been made.
fn competences(registers: &Registers, number: &str, day: Date) -> Vec<usize> {
    let Some(kind) = law::kind(registers, number) else { return Vec::new() };
    let days = made(registers, number, day);
    let all = registers.competence.iter().enumerate();
    let kinds: Vec<_> = all.filter(|(_, one)| one.kinds.iter().any(|known| known == kind)).collect();
    let fits: Vec<_> = kinds.iter().filter(|(_, one)| days.iter().any(|day| one.valid.holds(*day))).collect();
    // What is older than all that the registers know of its kind is held against the oldest they know.
    let oldest = kinds.iter().filter(|_| fits.is_empty()).min_by_key(|(_, one)| one.valid.from);
    fits.into_iter().chain(oldest).map(|(at, _)| *at).collect()
}

/// The first and the last day on which an instrument can have been made: the day it took effect, else the year in its number,
/// else the day asked about.
fn made(registers: &Registers, number: &str, day: Date) -> Vec<Date> {
    if let Some(from) = registers.instruments.get(number).and_then(|known| known.valid.from) {
        return vec![from];
    }
    let year = number.split('/').nth(1).and_then(|year| Date::parse(&format!("{year}-01-01")).zip(Date::parse(&format!("{year}-12-31"))));
    year.map_or_else(|| vec![day], |(first, last)| vec![first, last])
}
