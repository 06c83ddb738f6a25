//! What is known of the world: the law and its times, the data the administration holds, papers, agencies, the calendar.

mod cost;
mod coverage;
mod data_source;
mod element;
mod evidence;
mod kinds;
mod law;
mod said;
mod source;
mod standing;

use std::collections::{BTreeMap, BTreeSet};

pub use cost::{Costs, Parameter, Range};
pub use coverage::{Competence, Coverage};
pub use data_source::{DataSource, Sharing, Status, Substitute};
pub use element::Element;
pub use evidence::{Agency, Evidence};
pub use kinds::Kinds;
pub use law::{Instrument, Prescription, Provision, Waiver};
pub use said::Said;
pub use standing::{Entry, Kind, ending, unread_since};

use crate::{
    citation::Citation,
    date::Date,
    model::{Procedure, Words},
    problem::Problem,
    yaml::Node,
};

/// Everything the registers say, by name. Where two files name the same thing, the one read later wins.
#[derive(Clone, Debug, Default)]
pub struct Registers {
    /// Instruments by number.
    pub instruments: BTreeMap<String, Instrument>,
    /// Provisions, in the order read.
    pub provisions: Vec<Provision>,
    /// How much is known of each element of each procedure, by code.
    pub coverage: BTreeMap<String, Vec<Coverage>>,
    /// What kinds of instrument may lay down procedures.
    pub competence: Vec<Competence>,
    /// Concepts by name.
    pub concepts: BTreeMap<String, Words>,
    /// Those of them that are personal data.
    pub personal: BTreeSet<String>,
    /// Types of evidence by name.
    pub evidence: BTreeMap<String, Evidence>,
    /// Agencies by name.
    pub agencies: BTreeMap<String, Agency>,
    /// Data sources by name.
    pub data_sources: BTreeMap<String, DataSource>,
    /// The published national versions of procedures, by code: what a local version is held against.
    pub norms: BTreeMap<String, Vec<Procedure>>,
    /// The code of the norm for a local title, by that title in plain words; each was read by somebody.
    pub norm_matches: BTreeMap<String, String>,
    /// Holidays, beside weekends.
    pub holidays: Vec<Date>,
    /// What work and charges cost an applicant.
    pub costs: Costs,
    /// For how many months a reading shows that an instrument is in force.
    pub fresh_months: Option<i64>,
    /// The papers that some data source takes the place of, with those sources: most papers are not among them.
    substituted: BTreeMap<String, BTreeSet<String>>,
    by_procedure: BTreeMap<String, Vec<u32>>,
    /// The first provision of each citation that counts, and all its wordings.
    by_cite: BTreeMap<Citation, (Option<u32>, Vec<u32>)>,
    /// The names of the conditions that some provision lays down.
    conditions: BTreeSet<String>,
}

impl Registers {
    /// Adds what `node` says; what could not be understood is returned.
    pub fn add(&mut self, node: &Node<'_>) -> Vec<Problem> {
        let (says, problems) = Said::read(node);
        self.join(says);
        problems
    }

    /// Adds what was read beforehand.
    pub fn join(&mut self, says: Said) {
        self.instruments.extend(says.instruments.into_iter().map(|entry| (entry.number.clone(), entry)));
        says.provisions.into_iter().for_each(|entry| self.add_provision(entry));
        for entry in says.coverage {
            self.coverage.entry(entry.procedure.clone()).or_default().push(entry);
        }
        self.competence.extend(says.competence);
        self.personal.extend(says.concepts.iter().filter(|(.., personal)| *personal).map(|(id, ..)| id.clone()));
        self.concepts.extend(says.concepts.into_iter().map(|(id, title, _)| (id, title)));
        self.evidence.extend(says.evidence.into_iter().map(|entry| (entry.id.clone(), entry)));
        self.agencies.extend(says.agencies.into_iter().map(|entry| (entry.id.clone(), entry)));
        for entry in says.data_sources {
            for one in &entry.substitutes {
                self.substituted.entry(one.evidence.clone()).or_default().insert(entry.id.clone());
            }
            self.data_sources.insert(entry.id.clone(), entry);
        }
        for norm in says.norms {
            self.norms.entry(norm.code.value.clone()).or_default().push(norm);
        }
        self.norm_matches.extend(says.norm_matches);
        self.holidays.extend(says.holidays);
        self.costs.overlay(&says.costs);
        self.fresh_months = says.fresh_months.or(self.fresh_months);
    }

    /// Forgets what is known under the names that `node` speaks of, so that a user's own register wins over the built-in ones:
    /// provisions by their citation, coverage by procedure and element. All else is by name, where the later wins anyhow.
    pub fn give_way(&mut self, node: &Node<'_>) {
        let (own, _) = Said::read(node);
        for cite in own.provisions.into_iter().map(|provision| provision.cite) {
            for provision in self.provisions.iter_mut().filter(|provision| provision.cite == cite) {
                // Its place in the list stays taken, since others are known by theirs.
                provision.prescribes.clear();
                provision.waives.clear();
            }
            if let Some((first, _)) = self.by_cite.get_mut(&cite) {
                *first = None;
            }
        }
        let rows = self.provisions.iter().flat_map(|provision| &provision.prescribes);
        self.conditions = rows.filter_map(|row| row.condition.clone()).collect();
        for new in own.coverage {
            if let Some(known) = self.coverage.get_mut(&new.procedure) {
                known.retain(|old| new.element != old.element);
            }
        }
    }

    /// The data sources that take the place of that paper, at some time and for somebody, in order.
    pub fn sources_of(&self, evidence: &str) -> impl Iterator<Item = &DataSource> {
        self.substituted.get(evidence).into_iter().flatten().filter_map(|id| self.data_sources.get(id))
    }

    fn add_provision(&mut self, provision: Provision) {
        let at = u32::try_from(self.provisions.len()).unwrap_or(u32::MAX);
        let codes = provision.prescribes.iter().map(|one| &one.procedure);
        let waived = provision.waives.iter().filter_map(|one| one.procedure.as_ref());
        for code in codes.chain(waived) {
            match self.by_procedure.get_mut(code) {
                Some(rows) if rows.last() == Some(&at) => (),
                Some(rows) => rows.push(at),
                None => drop(self.by_procedure.insert(code.clone(), vec![at])),
            }
        }
        self.conditions.extend(provision.prescribes.iter().filter_map(|row| row.condition.clone()));
        let (first, all) = self.by_cite.entry(provision.cite.clone()).or_default();
        first.get_or_insert(at);
        all.push(at);
        self.provisions.push(provision);
    }

    /// The provisions that speak of the procedure of that code; `*` for those that speak of every procedure.
    pub fn provisions_of(&self, code: &str) -> impl Iterator<Item = &Provision> {
        let own = self.by_procedure.get(code).into_iter().flatten();
        own.filter_map(|at| self.provisions.get(*at as usize))
    }

    /// The provision cited, if the register holds it.
    pub fn provision(&self, cite: &Citation) -> Option<&Provision> {
        self.provisions.get(self.by_cite.get(cite)?.0? as usize)
    }

    /// Every wording of the provision cited, those set aside among them.
    pub fn wordings(&self, cite: &Citation) -> impl Iterator<Item = &Provision> {
        let all = self.by_cite.get(cite).into_iter().flat_map(|(_, all)| all);
        all.filter_map(|at| self.provisions.get(*at as usize))
    }

    /// Whether some provision lays down a condition of that name, for whatever procedure.
    pub fn has_condition(&self, name: &str) -> bool {
        self.conditions.contains(name)
    }

    /// Whether the register holds the provision cited, or at least its instrument.
    pub fn knows(&self, cite: &Citation) -> bool {
        self.instruments.contains_key(&cite.instrument)
    }

    /// How many working days lie after `from` up to and with `until`; nothing where the holidays of those years are not known.
    pub fn working_days(&self, from: Date, until: Date) -> Option<i64> {
        let year = |day: Date| day.parts().0;
        let known = |day: Date| self.holidays.iter().any(|holiday| year(*holiday) == year(day));
        let span = from.days_until(until).max(0);
        // A run of some years is no count of working days but an entry made anew; nobody asks about it.
        if span > 3_700 || !known(from) || !known(until) {
            return None;
        }
        let monday = i64::try_from(from.weekday()).unwrap_or_default();
        let weekdays = (1..=span).filter(|after| (monday + after) % 7 < 5).count();
        let mut off: Vec<Date> = self.holidays.iter().copied().filter(|day| from < *day && *day <= until && day.weekday() < 5).collect();
        off.sort();
        off.dedup();
        i64::try_from(weekdays - off.len().min(weekdays)).map_or(None, Some)
    }

    /// The most holidays in a row, weekends left out: what a count of working days may have to allow for.
    pub fn longest_closure(&self) -> u32 {
        let mut days = self.holidays.clone();
        days.sort();
        days.dedup();
        let mut longest = 0;
        let mut run = 0;
        let mut before: Option<Date> = None;
        for day in days {
            // Up to two days between two holidays can be a weekend.
            run = if before.is_some_and(|before| before.days_until(day) <= 3) { run + 1 } else { 1 };
            longest = longest.max(run);
            before = Some(day);
        }
        longest
    }
}
