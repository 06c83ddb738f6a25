//! What a procedure relies on and what has a known last day: the instruments it cites, and the provisions that let its papers go.

use std::collections::BTreeMap;

use crate::{
    date::Date,
    link::{linked::LinkedDocument, reuse::Holder, uses::InstrumentUse},
    register::Registers,
    span::Span,
};

/// An instrument that a procedure relies on and that ends on a known day.
#[derive(Clone, Debug)]
pub struct Lapse {
    /// Its number.
    pub number: String,
    /// The first day on which it no longer holds.
    pub until: Date,
    /// Where the procedure relies on it, first place first.
    pub places: Vec<Span>,
    /// A JSON pointer to the first of them.
    pub pointer: String,
    /// Whether the procedure cites it.
    pub cited: bool,
    /// The papers that it lets go, by their place among the documents.
    pub papers: Vec<usize>,
    /// What is recorded to take its place.
    pub successor: Option<String>,
    /// Where the register holds it.
    pub place: Option<Span>,
}

/// What `procedure` relies on and what ends after `day`, one for each instrument, in the order of the numbers.
pub(super) fn of(registers: &Registers, uses: &[InstrumentUse], documents: &[LinkedDocument], day: Date) -> Vec<Lapse> {
    let mut found: BTreeMap<String, Lapse> = BTreeMap::new();
    for one in uses.iter().filter(|one| matches!(one.state, "in-force" | "assumed")) {
        let Some(until) = one.text.ended.filter(|until| *until > day) else { continue };
        let lapse = found.entry(one.number.clone()).or_insert_with(|| begun(registers, &one.number, until));
        lapse.cited = true;
        lapse.places = std::iter::once(one.place).chain(one.places.iter().copied()).collect();
        lapse.pointer = "/legal_basis".to_owned();
    }
    for (number, until, document) in documents.iter().filter_map(|one| let_go(registers, one, day)) {
        let lapse = found.entry(number.clone()).or_insert_with(|| begun(registers, &number, until));
        lapse.until = lapse.until.min(until);
        lapse.places.push(document.document.span);
        lapse.papers.push(document.at);
        if lapse.pointer.is_empty() {
            lapse.pointer = format!("/dossier/documents/{}", document.at);
        }
    }
    found.into_values().collect()
}

fn begun(registers: &Registers, number: &str, until: Date) -> Lapse {
    let known = registers.instruments.get(number);
    let successor = known.and_then(|known| known.replaced_by.first().or(known.repealed_by.as_ref()));
    let place = known.map(|known| known.span);
    let (places, papers, pointer) = (Vec::new(), Vec::new(), String::new());
    Lapse { number: number.to_owned(), until, places, pointer, cited: false, papers, successor: successor.cloned(), place }
}

/// The instrument that lets a paper go which the procedure does not ask for any more, and the day on which it ends.
fn let_go<'d>(registers: &Registers, one: &'d LinkedDocument, day: Date) -> Option<(String, Date, &'d LinkedDocument)> {
    let Holder { cite, until, .. } = one.let_go.as_deref()?;
    let number = cite.as_ref()?.instrument.clone();
    let whole = registers.instruments.get(&number).and_then(|known| known.valid.until);
    let until = until.iter().chain(&whole).min().copied().filter(|until| *until > day)?;
    Some((number, until, one))
}
