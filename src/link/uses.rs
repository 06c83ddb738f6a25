//! The instruments that a procedure cites: each once, with its state on the day and what took its place.

use std::collections::BTreeMap;

use crate::{
    date::Date,
    link::law::{self, Force},
    model::{Cited, Procedure},
    register::Registers,
    span::Span,
};

/// One instrument as one procedure cites it, however often.
#[derive(Clone, Debug)]
pub struct InstrumentUse {
    /// The number.
    pub number: String,
    /// Where it is cited, first place first.
    pub places: Vec<Span>,
    /// What is cited of it, in the canonical form.
    pub cites: Vec<String>,
    /// Whether the register holds it.
    pub known: bool,
    /// Whether it is in force: `unknown`, `not-yet`, `later`, `in-force`, `assumed` or `ended`.
    pub state: &'static str,
    /// What kind of instrument it is.
    pub kind: Option<String>,
    /// The first day on which it is no longer in force.
    pub ended: Option<Date>,
    /// The first day on which it is.
    pub begins: Option<Date>,
    /// What ended it.
    pub ended_by: Option<String>,
    /// What stands in its place on the day of the run, by the chain of replacements.
    pub successor: Option<String>,
    /// Where the register holds it.
    pub place: Option<Span>,
}

/// Each instrument that `procedure` cites, in the order of the first place.
pub(super) fn of(registers: &Registers, procedure: &Procedure, day: Date) -> Vec<InstrumentUse> {
    let mut grouped: BTreeMap<&str, Vec<&Cited>> = BTreeMap::new();
    for cited in citations(procedure) {
        if let Some(citation) = &cited.citation {
            grouped.entry(citation.instrument.as_str()).or_default().push(cited);
        }
    }
    let mut uses: Vec<InstrumentUse> = grouped.into_iter().map(|(number, cited)| one(registers, number, &cited, day)).collect();
    // A text younger than the day asked about cites law younger than that day, and rightly; so may a text of an age unknown.
    if procedure.written.is_none_or(|written| day < written) {
        uses.iter_mut().filter(|used| used.state == "not-yet").for_each(|used| used.state = "later");
    }
    uses.sort_by_key(|used| used.places.first().copied());
    uses
}

/// Every citation of a procedure, wherever it stands.
fn citations(procedure: &Procedure) -> impl Iterator<Item = &Cited> {
    let documents = procedure
        .documents
        .iter()
        .flat_map(|document| document.legal_basis.iter().chain(document.alternatives.iter().flat_map(|one| &one.legal_basis)));
    let limits = procedure.limits.iter().flat_map(|limit| &limit.legal_basis);
    let steps = procedure.steps.iter().flat_map(|step| &step.legal_basis);
    let conditions = procedure.conditions.iter().flat_map(|condition| &condition.legal_basis);
    let fees = procedure.fees.iter().flat_map(|fee| &fee.legal_basis);
    let forms = procedure.forms.iter().flat_map(|form| &form.legal_basis);
    procedure.legal_basis.iter().chain(documents).chain(limits).chain(steps).chain(conditions).chain(fees).chain(forms)
}

fn one(registers: &Registers, number: &str, cited: &[&Cited], day: Date) -> InstrumentUse {
    let entry = registers.instruments.get(number);
    let state = match entry.map_or(Force::Unknown, |entry| law::force(registers, entry, day)) {
        Force::Unknown => "unknown",
        Force::NotYet => "not-yet",
        Force::Shown => "in-force",
        Force::Assumed => "assumed",
        Force::Ended => "ended",
    };
    let mut places: Vec<_> = cited.iter().map(|cited| cited.span).collect();
    places.sort();
    let mut cites: Vec<String> = cited.iter().filter_map(|cited| cited.citation.as_ref()).map(ToString::to_string).collect();
    cites.sort();
    cites.dedup();
    InstrumentUse {
        number: number.to_owned(),
        places,
        cites,
        known: entry.is_some(),
        state,
        kind: law::kind(registers, number).map(str::to_owned),
        ended: entry.and_then(|entry| entry.valid.until),
        begins: entry.and_then(|entry| entry.valid.from),
        ended_by: entry.and_then(|entry| entry.repealed_by.clone().or_else(|| entry.replaced_by.first().cloned())),
        successor: if state == "ended" { law::successors(registers, number, day).pop() } else { None },
        place: entry.map(|entry| entry.span),
    }
}
