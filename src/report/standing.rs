//! How the registers stand: how old, what of them is about to end, what rests on it, and how much of a catalogue they cover.

use std::collections::BTreeSet;

use crate::{
    citation::Citation,
    date::Date,
    finding::{Finding, Related},
    link::resolved::Resolved,
    register::{self, Entry, Kind, Kinds, Registers},
    report::{Location, Report},
};

/// How the registers stand on a day.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The day.
    pub as_of: Date,
    /// How many months old a reading may be.
    pub months: u16,
    /// How many days ahead are looked at.
    pub horizon: u16,
    /// How many instruments there are.
    pub instruments: usize,
    /// Those with a first day.
    pub begun: usize,
    /// Those with an end.
    pub ended: usize,
    /// How many entries of coverage there are.
    pub coverage: usize,
    /// How many data sources there are.
    pub data_sources: usize,
    /// What holds and was not read since.
    pub unread: Vec<Rested>,
    /// What ends within the horizon.
    pub ending: Vec<Rested>,
    /// What the texts of law are whose numbers do not tell it.
    pub kinds: Kinds,
    /// How the citations of a catalogue resolve, where one was read.
    pub resolved: Option<Resolved>,
}

/// An entry, and what rests on it.
#[derive(Clone, Debug)]
pub struct Rested {
    /// The entry.
    pub entry: Entry,
    /// How many findings of the catalogue rest on it, where one was read.
    pub findings: Option<usize>,
}

/// How `registers` stand on `day`, for a reading no older than `months` and an end no further than `horizon` days.
pub fn of(registers: &Registers, day: Date, months: u16, horizon: u16) -> Standing {
    let plain = |entries: Vec<Entry>| entries.into_iter().map(|entry| Rested { entry, findings: None }).collect();
    let dated = |is: fn(&register::Instrument) -> bool| registers.instruments.values().filter(|one| is(one)).count();
    Standing {
        as_of: day,
        months,
        horizon,
        instruments: registers.instruments.len(),
        begun: dated(|one| one.valid.from.is_some()),
        ended: dated(|one| one.valid.until.is_some()),
        coverage: registers.coverage.values().map(Vec::len).sum(),
        data_sources: registers.data_sources.len(),
        kinds: registers.kinds(),
        unread: plain(register::unread_since(registers, day.add_months(-i32::from(months)), day)),
        ending: plain(register::ending(registers, day, day.add_days(i32::from(horizon)))),
        resolved: None,
    }
}

impl Standing {
    /// Says of each entry how many findings of `report` rest on it, and how the citations resolve.
    pub fn seen_from(mut self, registers: &Registers, report: &Report, resolved: Resolved) -> Self {
        let mut all: Vec<&mut Rested> = self.unread.iter_mut().chain(&mut self.ending).collect();
        all.iter_mut().for_each(|rested| rested.findings = Some(0));
        for shown in &report.findings {
            // A finding is read once, and then held against each entry.
            let said = Said::of(&shown.finding, &shown.related);
            for rested in all.iter_mut().filter(|rested| said.rests_on(&rested.entry, registers)) {
                rested.findings = rested.findings.map(|many| many + 1);
            }
        }
        self.resolved = Some(resolved);
        self
    }
}

/// What a finding says, as far as it can rest on an entry.
struct Said<'f> {
    finding: &'f Finding,
    /// What it names, and the instruments of the provisions among that.
    named: BTreeSet<String>,
    /// Its facts that are words.
    facts: Vec<String>,
}

impl<'f> Said<'f> {
    fn of(finding: &'f Finding, related: &[(Related, Location)]) -> Self {
        let words = std::iter::once(&finding.subject).chain(&finding.basis).chain(related.iter().map(|(one, _)| &one.what));
        let named = words.flat_map(|words| Citation::read(words).map(|cite| cite.instrument).into_iter().chain([words.clone()]));
        let facts = finding.facts.map();
        let facts = facts.values().filter_map(|value| value.as_str()).map(str::to_owned);
        Self { finding, named: named.collect(), facts: facts.collect() }
    }

    /// Whether it would have to be looked at anew if `entry` were another one.
    fn rests_on(&self, entry: &Entry, registers: &Registers) -> bool {
        match entry.kind {
            Kind::Instrument => self.named.contains(&entry.name),
            Kind::Coverage => {
                let kind = match entry.element {
                    Some("copies") => "document",
                    Some("online-level") => "channel",
                    Some("authority") => "procedure",
                    Some("validity") => "result",
                    element => element.unwrap_or_default(),
                };
                self.finding.procedure.as_ref() == Some(&entry.name) && self.finding.kind == kind
            }
            Kind::DataSource => {
                let title = registers.data_sources.get(&entry.name).map(|source| &source.title);
                let names = |words: &str| {
                    words == entry.name || title.is_some_and(|title| ["en", "vi"].iter().any(|code| title.said(code) == words))
                };
                self.facts.iter().any(|words| names(words))
            }
        }
    }
}
