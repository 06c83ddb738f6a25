//! What the procedures of a catalogue are to each other: what must come first, what feeds what, what goes in a circle, what is alike.
//!
//! Each part is linear in the number of procedures, or nearly: needs and papers are followed through maps, circles are found by one
//! depth-first search, and likeness is only asked of neighbours in blocks (see `family`).

mod alike;
mod circle;
mod cycle;
mod family;
mod feed;
mod need;
mod paper;
mod renewal;
mod sequence;
mod sheet;
mod twin;

use std::collections::BTreeMap;

use rayon::prelude::*;

pub use cycle::Cycle;
pub use family::Family;
pub use feed::Feed;
pub use need::Need;
pub use paper::PaperUse;
pub use renewal::Renewal;
pub use sequence::Sequence;
pub use sheet::FormUse;

use crate::{
    date::Period,
    link::{
        Linked,
        graph::{
            alike::{Rarity, Traits},
            cycle::Order,
        },
        together::Together,
    },
    model::Words,
    register::Registers,
    span::Span,
};

/// What one procedure is to the others. A thing of several procedures stands with the one whose name comes first.
#[derive(Clone, Debug, Default)]
pub struct Relations {
    /// The procedures that must come first.
    pub needs: Vec<Need>,
    /// The procedures whose result its dossier asks for, where only one gives it.
    pub feeds: Vec<Feed>,
    /// The circles of which it is the first member.
    pub cycles: Vec<Cycle>,
    /// The longest ways that end with it.
    pub sequences: Vec<Sequence>,
    /// The groups of like procedures of which it is the first member.
    pub families: Vec<Family>,
    /// The types of evidence that it is the first to ask for by a name of the register.
    pub papers: Vec<PaperUse>,
    /// The forms that it is the first to spell out and that others spell out too.
    pub forms: Vec<FormUse>,
    /// The first issue of what it extends.
    pub renewal: Option<Renewal>,
    /// What it shares with the others of the decision that published it.
    pub decision: Together,
}

/// One of several procedures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Code and publisher: what no two procedures of a catalogue share.
    pub name: String,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: Words,
    /// Its place.
    pub span: Span,
}

impl Member {
    pub(super) fn of(linked: &Linked) -> Self {
        let procedure = &linked.procedure;
        Self { name: procedure.name(), code: procedure.code.value.clone(), title: procedure.title.clone(), span: procedure.span }
    }
}

/// The procedures by their code, and those of the files that are not in force on the day.
struct Codes<'l> {
    current: BTreeMap<&'l str, Vec<usize>>,
    gone: &'l BTreeMap<String, Period>,
}

/// What each of `all` is to the others; `gone` are the codes not in force on the day of the run, with their times.
pub(super) fn of(all: &[Linked], registers: &Registers, gone: &BTreeMap<String, Period>) -> Vec<Relations> {
    let mut current: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, linked) in all.iter().enumerate().filter(|(_, linked)| !linked.procedure.code.value.is_empty()) {
        current.entry(linked.procedure.code.value.as_str()).or_default().push(at);
    }
    let codes = Codes { current, gone };
    let mut relations: Vec<Relations> =
        all.iter().map(|linked| Relations { needs: need::of(linked, all, &codes), ..Relations::default() }).collect();
    for (at, feed) in feed::all(all, &codes) {
        relations[at].feeds.push(feed);
    }
    let order = Order::of(all, &codes);
    for (at, cycle) in cycle::all(all, &order) {
        relations[at].cycles.push(cycle);
    }
    for (at, sequence) in sequence::all(all, &order) {
        relations[at].sequences.push(sequence);
    }
    for (at, form) in sheet::all(all) {
        relations[at].forms.push(form);
    }
    let traits: Vec<Traits<'_>> = all.par_iter().map(Traits::of).collect();
    let rarity = Rarity::of(all);
    for (at, family) in family::all(all, &traits, &rarity).into_iter().chain(twin::all(all, &traits, &rarity)) {
        relations[at].families.push(family);
    }
    for (at, paper) in paper::all(all, registers) {
        relations[at].papers.push(paper);
    }
    for (at, renewal) in renewal::all(all, &traits) {
        relations[at].renewal = Some(renewal);
    }
    relations
}

/// The procedures of that code that one of `issued_by` would mean: those of the same province, else the national ones, else all.
fn meant(code: &str, issued_by: Option<&str>, all: &[Linked], codes: &Codes<'_>) -> Vec<usize> {
    let Some(known) = codes.current.get(code) else { return Vec::new() };
    let published = |by: Option<&str>| -> Vec<usize> {
        known.iter().copied().filter(|at| all.get(*at).is_some_and(|one| one.procedure.issued_by.as_deref() == by)).collect()
    };
    let own = published(issued_by);
    let national = if own.is_empty() { published(None) } else { own };
    if national.is_empty() { known.clone() } else { national }
}
