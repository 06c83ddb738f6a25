//! The instruments that a procedure cites: each once, with its state on the day and what took its place.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    citation::Citation,
    date::Date,
    link::{
        legal_text::{LegalText, LegalTexts},
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
    /// Where it is cited first.
    pub place: Span,
    /// Where it is cited again.
    pub places: Vec<Span>,
    /// What is cited of it, in the canonical form; nothing where that is the whole of it alone.
    parts: Vec<String>,
    /// Whether it is in force: `unknown`, `not-yet`, `later`, `in-force`, `assumed` or `ended`.
    pub state: &'static str,
    /// What is known of the text, whoever cites it.
    pub text: Arc<LegalText>,
    /// What became of it, where something did.
    history: Option<Box<History>>,
}

/// What became of an instrument that a procedure cites.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// What its successors lay down otherwise for this procedure.
    pub changes: Vec<Change>,
    /// The provisions cited that no longer hold, though the instrument does; each with the day it ended.
    pub ended_parts: Vec<(Citation, Date)>,
    /// What amended it since the procedure was last looked at, and from when.
    pub amended: Vec<(String, Date)>,
    /// The elements of this procedure on which it says something else since then.
    pub touched: Vec<Element>,
}

impl InstrumentUse {
    /// What is cited of it, in the canonical form.
    pub fn cites(&self) -> Vec<String> {
        if self.parts.is_empty() { vec![self.number.clone()] } else { self.parts.clone() }
    }

    /// What became of it.
    pub fn history(&self) -> &History {
        static NONE: History = History { changes: Vec::new(), ended_parts: Vec::new(), amended: Vec::new(), touched: Vec::new() };
        self.history.as_deref().unwrap_or(&NONE)
    }
}

/// Each instrument that `procedure` cites, in the order of the first place.
pub(super) fn of(registers: &Registers, texts: &LegalTexts<'_>, procedure: &Procedure, day: Date) -> Vec<InstrumentUse> {
    let mut grouped: BTreeMap<&str, Vec<&Cited>> = BTreeMap::new();
    for cited in citations(procedure) {
        if let Some(citation) = &cited.citation {
            grouped.entry(citation.instrument.as_str()).or_default().push(cited);
        }
    }
    let numbers: Vec<&str> = grouped.keys().copied().collect();
    let uses = grouped.into_iter().map(|(number, cited)| {
        let used = one(texts.of(number), number, &cited);
        let history = history(&used, registers, procedure, &cited, &numbers, day);
        InstrumentUse { history, ..used }
    });
    let mut uses: Vec<InstrumentUse> = uses.collect();
    // A text younger than the day asked about cites law younger than that day, and rightly; so may a text of an age unknown.
    if procedure.written.is_none_or(|written| day < written) {
        uses.iter_mut().filter(|used| used.state == "not-yet").for_each(|used| used.state = "later");
    }
    uses.sort_by_key(|used| used.place);
    uses
}

/// The numbers of the instruments that `procedure` cites, each as often as it does.
pub(super) fn numbers(procedure: &Procedure) -> impl Iterator<Item = &str> {
    citations(procedure).filter_map(|cited| cited.citation.as_ref()).map(|citation| citation.instrument.as_str())
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

fn one(text: Arc<LegalText>, number: &str, cited: &[&Cited]) -> InstrumentUse {
    let place = cited.iter().map(|cited| cited.span).min().unwrap_or_default();
    let mut places: Vec<Span> = Vec::new();
    if cited.len() > 1 {
        places.extend(cited.iter().map(|cited| cited.span));
        places.sort();
        places.remove(0);
    }
    let cites = || cited.iter().filter_map(|cited| cited.citation.as_ref());
    let mut parts: Vec<String> = Vec::new();
    if cites().any(Citation::is_pinpointed) {
        parts.extend(cites().map(ToString::to_string));
        parts.sort();
        parts.dedup();
    }
    InstrumentUse { number: number.to_owned(), place, places, parts, state: text.state, text, history: None }
}

/// What became of the instrument, if anything did.
fn history(
    used: &InstrumentUse,
    registers: &Registers,
    procedure: &Procedure,
    cited: &[&Cited],
    numbers: &[&str],
    day: Date,
) -> Option<Box<History>> {
    let code = &procedure.code.value;
    let changes = used.text.ended.filter(|_| used.state == "ended");
    let changes = changes.map(|ended| succession::changes(registers, code, &used.number, &used.text.chain, ended, day));
    let stands = matches!(used.state, "in-force" | "assumed");
    let amended = if stands { succession::amended(registers, procedure, &used.number, numbers, day) } else { Vec::new() };
    let ended = if used.parts.is_empty() { &[][..] } else { cited };
    let mut ended_parts: Vec<(Citation, Date)> =
        ended.iter().filter_map(|cited| ended_part(registers, cited.citation.as_ref()?, day)).collect();
    ended_parts.sort();
    ended_parts.dedup();
    let names: Vec<&str> = amended.iter().map(|(by, _)| by.as_str()).chain([used.number.as_str()]).collect();
    let checked = procedure.checked().filter(|_| !amended.is_empty());
    let touched = checked.map(|checked| succession::touched(registers, code, &names, checked, day));
    let history = History { changes: changes.unwrap_or_default(), ended_parts, amended, touched: touched.unwrap_or_default() };
    let none = history.changes.is_empty() && history.ended_parts.is_empty() && history.amended.is_empty();
    (!none).then(|| Box::new(history))
}

/// The provision cited and the day it ended, where the registers know that it did and no other wording of it holds.
fn ended_part(registers: &Registers, cite: &Citation, day: Date) -> Option<(Citation, Date)> {
    if !cite.is_pinpointed() || registers.provision(cite).is_none() {
        return None;
    }
    let ends: Option<Vec<Date>> = registers.wordings(cite).map(|wording| wording.valid.until.filter(|until| *until <= day)).collect();
    Some((cite.clone(), ends?.into_iter().max()?))
}
