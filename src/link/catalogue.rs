//! The procedures of a catalogue as far as they ask for each other: their cards, and what these come to together.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use rust_decimal::Decimal;

use crate::{
    date::Period,
    link::{
        Linked, Unjoined, burden,
        card::{Card, number},
        concept, difference,
        givers::Papers,
        graph::{self, Graph, Met, Sheets},
        join,
        shelf::Shelf,
        together::Decisions,
        usage,
    },
    model::Procedure,
};

/// The procedures of a catalogue as far as they ask for each other. Each is known by its place among those in force.
pub struct Catalogue {
    pub(super) cards: Vec<Card>,
    pub(super) codes: Codes,
    /// The procedures by the papers that they give.
    pub(super) papers: Papers,
    /// What goes in a circle, what is alike, what extends what.
    graph: Graph,
    /// How many of the same name came before, and how many of them bear another title.
    namesakes: BTreeMap<usize, (usize, usize)>,
    /// What procedures share with the others of their decision, where there are others.
    decisions: Decisions,
    /// Those to whom the figures beside the files belong.
    figured: BTreeSet<usize>,
    /// The figures that belong to none.
    pub(super) unjoined: Unjoined,
    /// What the dearest tenth costs at the least.
    pub(super) dearest: Option<Decimal>,
    /// Those that are the norm of another.
    norms: BTreeMap<usize, Procedure>,
}

/// The cards of a catalogue while they come in, in the order of the files.
#[derive(Default)]
pub struct Cards {
    cards: Vec<Card>,
    met: Met,
    sheets: Sheets,
    gone: BTreeMap<String, Period>,
    many: usize,
}

impl Cards {
    /// Takes the card of the next procedure.
    pub fn add(&mut self, mut card: Card) {
        self.met.add(self.cards.len(), std::mem::take(&mut card.named), std::mem::take(&mut card.twice));
        self.sheets.add(self.cards.len(), std::mem::take(&mut card.sheets));
        self.cards.push(card);
    }

    /// Takes in a procedure that is not in force on the day.
    pub fn add_gone(&mut self, code: String, valid: Period) {
        self.gone.insert(code, valid);
        self.many += 1;
    }

    /// How many of them are in force.
    pub fn in_force(&self) -> usize {
        self.cards.len()
    }

    /// How many of them are not.
    pub fn not_in_force(&self) -> usize {
        self.many
    }
}

/// The places of the procedures by the numbers of their codes.
pub(super) struct Codes {
    places: Vec<(u64, u32)>,
    /// The codes not in force on the day, with their times.
    pub(super) gone: BTreeMap<String, Period>,
}

impl Codes {
    fn of(cards: &[Card], gone: BTreeMap<String, Period>) -> Self {
        let mut places: Vec<(u64, u32)> = cards.iter().enumerate().map(|(at, card)| (number(&card.code), narrow(at))).collect();
        places.sort_unstable();
        Self { places, gone }
    }

    /// The places of those that bear `code`, in order.
    pub(super) fn of_code<'c>(&'c self, code: &'c str, cards: &'c [Card]) -> impl Iterator<Item = usize> + 'c {
        let wanted = number(code);
        let from = self.places.partition_point(|(known, _)| *known < wanted);
        let same = self.places.iter().skip(from).take_while(move |(known, _)| *known == wanted).map(|(_, at)| *at as usize);
        same.filter(move |at| cards.get(*at).is_some_and(|card| *card.code == *code))
    }

    /// The procedures of that code that one of `issued_by` would mean: those of the same province, else the national ones, else all.
    pub(super) fn meant(&self, code: &str, issued_by: Option<&str>, cards: &[Card]) -> Vec<usize> {
        if code.is_empty() {
            return Vec::new();
        }
        let known: Vec<usize> = self.of_code(code, cards).collect();
        let published = |by: Option<&str>| -> Vec<usize> {
            known.iter().copied().filter(|at| cards.get(*at).is_some_and(|card| card.issued_by.as_deref() == by)).collect()
        };
        let own = published(issued_by);
        let national = if own.is_empty() { published(None) } else { own };
        if national.is_empty() { known } else { national }
    }
}

/// A place as it is kept. No run reads as many files as there are such numbers: `files` counts them likewise.
pub(super) fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl Catalogue {
    /// What `cards` come to together.
    pub fn of(cards: Cards, shelf: &Shelf<'_>) -> Self {
        let Cards { mut cards, met, sheets, gone, .. } = cards;
        let codes = Codes::of(&cards, gone);
        let (unjoined, figured) = usage::join(&mut cards, &codes, &shelf.terms.volumes);
        let papers = Papers::of(&cards);
        let graph = graph::of(&cards, &codes, &papers, met, sheets);
        cards.par_iter_mut().for_each(Card::slim);
        Self {
            graph,
            namesakes: namesakes(&cards),
            decisions: Decisions::of(&cards),
            dearest: burden::dearest_tenth(cards.iter().filter_map(|card| card.cost)),
            norms: BTreeMap::new(),
            codes,
            papers,
            figured,
            unjoined,
            cards,
        }
    }

    /// Takes in those that others have for their norm; `procedure` gives the one at a place.
    pub fn hold_norms(&mut self, shelf: &Shelf<'_>, procedure: impl Fn(usize) -> Option<Procedure> + Sync) {
        let sought = self.cards.iter().enumerate().filter(|(_, card)| card.norm.is_some());
        let wanted: BTreeSet<usize> = sought.filter_map(|(at, _)| difference::norm_at(at, self, shelf)).collect();
        self.norms = wanted.into_par_iter().filter_map(|at| Some((at, procedure(at)?))).collect();
    }

    /// The one at `at`, where it is the norm of another.
    pub(super) fn norm(&self, at: usize) -> Option<&Procedure> {
        self.norms.get(&at)
    }

    /// The procedure of that place, joined with the registers and the rest of the catalogue.
    pub fn link(&self, at: usize, mut procedure: Procedure, shelf: &Shelf<'_>) -> Linked {
        self.give_figures(at, &mut procedure, shelf);
        let differences = difference::of(&procedure, at, self, shelf);
        let concepts = concept::of(&procedure, self);
        let mut linked = join::procedure(procedure, at, differences, shelf, self);
        linked.concepts = concepts;
        (linked.ordinal, linked.repeats) = self.namesakes.get(&at).copied().unwrap_or_default();
        linked.relations = self.graph.relations(at, &linked, self);
        linked.relations.decision = self.decisions.together(at, &self.cards);
        linked
    }

    /// Gives a procedure the figures beside the files that belong to it.
    pub(super) fn give_figures(&self, at: usize, procedure: &mut Procedure, shelf: &Shelf<'_>) {
        if self.figured.contains(&at)
            && let Some(figures) = shelf.terms.volumes.get(&procedure.code.value)
        {
            usage::give(&mut procedure.volume, figures);
        }
    }
}

/// How many of the same name came before each, and how many of them bear another title, where one did.
fn namesakes(cards: &[Card]) -> BTreeMap<usize, (usize, usize)> {
    let mut named: Vec<(u64, u32)> = cards.iter().enumerate().map(|(at, card)| (number(&card.name()), narrow(at))).collect();
    named.sort_unstable();
    let mut found = BTreeMap::new();
    for same in named.chunk_by(|one, two| one.0 == two.0).filter(|same| same.len() > 1) {
        let mut titles: Vec<u64> = Vec::new();
        for (_, at) in same {
            let at = *at as usize;
            let Some(card) = cards.get(at) else { continue };
            found.insert(at, (titles.len(), titles.iter().filter(|other| **other != card.plain).count()));
            titles.push(card.plain);
        }
    }
    found
}
