//! How the registers themselves stand on a day: what nobody has read of late, and what is about to end.

use crate::{
    date::{Date, Period},
    register::{Coverage, DataSource, Instrument, Registers},
};

/// What an entry of a register is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A legal instrument.
    Instrument,
    /// How much is known of one element of one procedure.
    Coverage,
    /// A data source.
    DataSource,
}

impl Kind {
    /// Every kind, in the order shown.
    pub const ALL: [Self; 3] = [Self::Instrument, Self::Coverage, Self::DataSource];

    /// Its word in files and in the words of a language.
    pub fn word(self) -> &'static str {
        match self {
            Self::Instrument => "instrument",
            Self::Coverage => "coverage",
            Self::DataSource => "data-source",
        }
    }
}

/// One entry of a register, as far as its age and its end are concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is about.
    pub kind: Kind,
    /// The number, the code of the procedure, or the name of the source.
    pub name: String,
    /// The element, of coverage.
    pub element: Option<&'static str>,
    /// When its source was read; nothing where the entry does not say.
    pub read: Option<Date>,
    /// The first day on which it no longer holds.
    pub until: Option<Date>,
    /// What ends it.
    pub ended_by: Option<String>,
}

/// The entries that still hold on `day` and of which nobody has read the source since `since`.
pub fn unread_since(registers: &Registers, since: Date, day: Date) -> Vec<Entry> {
    let old = |entry: &Entry| entry.read.is_none_or(|read| read < since) && entry.until.is_none_or(|until| day < until);
    all(registers).filter(old).collect()
}

/// The entries that hold on `day` and end by `last`, the first to end first.
pub fn ending(registers: &Registers, day: Date, last: Date) -> Vec<Entry> {
    let soon = |entry: &Entry| entry.until.is_some_and(|until| day < until && until <= last);
    let mut ending: Vec<Entry> = all(registers).filter(soon).collect();
    ending.sort_by(|one, other| (one.until, one.kind, &one.name, one.element).cmp(&(other.until, other.kind, &other.name, other.element)));
    ending
}

fn all(registers: &Registers) -> impl Iterator<Item = Entry> {
    let instruments = registers.instruments.values().map(instrument);
    let coverage = registers.coverage.values().flatten().map(coverage);
    instruments.chain(coverage).chain(registers.data_sources.values().map(data_source))
}

fn instrument(of: &Instrument) -> Entry {
    let ended_by = of.repealed_by.clone().or_else(|| of.replaced_by.first().cloned());
    Entry { kind: Kind::Instrument, name: of.number.clone(), element: None, read: of.read, until: of.valid.until, ended_by }
}

fn coverage(of: &Coverage) -> Entry {
    let Period { until, .. } = of.valid;
    Entry { kind: Kind::Coverage, name: of.procedure.clone(), element: Some(of.element.word()), read: of.read, until, ended_by: None }
}

fn data_source(of: &DataSource) -> Entry {
    Entry { kind: Kind::DataSource, name: of.id.clone(), element: None, read: of.read, until: None, ended_by: None }
}
