//! The instruments that a procedure cites: each once, with its state on the day and what took its place.

use std::collections::BTreeMap;

use crate::{
    citation::Citation,
    date::Date,
    link::{
        law::{self, Force},
        succession::{self, Change},
    },
    model::{Cited, Procedure},
    register::{Element, Registers},
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
    /// The whole chain of what took its place, the last of which stands there now.
    pub chain: Vec<String>,
    /// What its successors lay down otherwise for this procedure.
    pub changes: Vec<Change>,
    /// The provisions cited that no longer hold, though the instrument does; each with the day it ended.
    pub ended_parts: Vec<(Citation, Date)>,
    /// What amended it since the procedure was last looked at, and from when.
    pub amended: Vec<(String, Date)>,
    /// The elements of this procedure on which it says something else since then.
    pub touched: Vec<Element>,
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
    let numbers: Vec<&str> = grouped.keys().copied().collect();
    let uses = grouped.into_iter().map(|(number, cited)| {
        let used = one(registers, number, &cited, day);
        with_history(used, registers, procedure, &numbers, day)
    });
    let mut uses: Vec<InstrumentUse> = uses.collect();
    // A text younger than the day asked about cites law younger than that day, and rightly; so may a text of an age unknown.
    if procedure.written.is_none_or(|written| day < written) {
        uses.iter_mut().filter(|used| used.state == "not-yet").for_each(|used| used.state = "later");
    }
    uses.sort_by_key(|used| used.places.first().copied());
    uses
}

/// Every citation of a procedure, wherever it stands.
pub(super) fn citations(procedure: &Procedure) -> impl Iterator<Item = &Cited> {
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
        successor: None,
        chain: if state == "ended" { law::successors(registers, number, day) } else { Vec::new() },
        changes: Vec::new(),
        ended_parts: cited.iter().filter_map(|cited| ended_part(registers, cited.citation.as_ref()?, day)).collect(),
        amended: Vec::new(),
        touched: Vec::new(),
        place: entry.map(|entry| entry.span),
    }
}

/// The same, with what became of the instrument.
fn with_history(used: InstrumentUse, registers: &Registers, procedure: &Procedure, cited: &[&str], day: Date) -> InstrumentUse {
    let code = &procedure.code.value;
    let changes = used.ended.filter(|_| used.state == "ended");
    let changes = changes.map(|ended| succession::changes(registers, code, &used.number, &used.chain, ended, day));
    let stands = matches!(used.state, "in-force" | "assumed");
    let amended = if stands { succession::amended(registers, procedure, &used.number, cited, day) } else { Vec::new() };
    let mut used = used;
    used.ended_parts.sort();
    used.ended_parts.dedup();
    let names: Vec<&str> = amended.iter().map(|(by, _)| by.as_str()).chain([used.number.as_str()]).collect();
    let checked = procedure.checked().filter(|_| !amended.is_empty());
    let touched = checked.map(|checked| succession::touched(registers, code, &names, checked, day));
    InstrumentUse {
        successor: used.chain.last().cloned(),
        changes: changes.unwrap_or_default(),
        touched: touched.unwrap_or_default(),
        amended,
        ..used
    }
}

/// The provision cited and the day it ended, where the registers know that it did and no other wording of it holds.
fn ended_part(registers: &Registers, cite: &Citation, day: Date) -> Option<(Citation, Date)> {
    if !cite.is_pinpointed() || registers.provision(cite).is_none() {
        return None;
    }
    let wordings = registers.provisions.iter().filter(|provision| provision.cite == *cite);
    let ends: Option<Vec<Date>> = wordings.map(|wording| wording.valid.until.filter(|until| *until <= day)).collect();
    Some((cite.clone(), ends?.into_iter().max()?))
}
