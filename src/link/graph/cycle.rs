//! Procedures each of which must come before the others.

use std::{collections::BTreeSet, sync::Arc};

use rayon::prelude::*;

use crate::link::{
    card::{Card, Wanted},
    catalogue::Codes,
    givers::Papers,
    graph::{Member, circle},
};

/// Procedures each of which, directly or through others, must come before itself.
#[derive(Clone, Debug)]
pub struct Cycle {
    /// Its members, by name.
    pub members: Vec<Member>,
    /// Whether the files themselves say that each needs the next; else some ask for a paper that only the next gives.
    pub stated: bool,
}

/// A circle as it is kept: the places of its members, by name, and whether it is stated.
pub(super) type Circle = (Vec<usize>, bool);

/// For each procedure the places of those that must come first: as the files say, and with those whose paper is asked for.
pub(super) struct Order {
    /// As the files say.
    pub(super) stated: Vec<Vec<usize>>,
    /// The same, and the procedures that alone give a paper which everybody must bring.
    pub(super) whole: Vec<Vec<usize>>,
    /// What goes in a circle that way.
    pub(super) round: Vec<Vec<usize>>,
}

impl Order {
    pub(super) fn of(cards: &[Card], codes: &Codes, papers: &Papers) -> Self {
        let meant = |code: &str, card: &Card| codes.meant(code, card.issued_by.as_deref(), cards);
        let stated: Vec<Vec<usize>> = cards.iter().map(|card| card.needs.iter().flat_map(|code| meant(code, card)).collect()).collect();
        let through_papers = |(card, stated): (&Card, &Vec<usize>)| {
            let codes = card.wants.iter().filter_map(|wanted| only_giver(wanted, card, cards, papers));
            stated.iter().copied().chain(codes.flat_map(|code| meant(&code, card))).collect()
        };
        let whole: Vec<Vec<usize>> = cards.par_iter().zip(&stated).map(through_papers).collect();
        Self { round: circle::circles(&whole), stated, whole }
    }
}

/// Every circle, with the place of its first member by name: first those that the files state, then those that close through papers.
pub(super) fn all(cards: &[Card], order: &Order) -> Vec<(usize, Circle)> {
    let certain = circle::circles(&order.stated);
    // A circle that is stated is not said a second time because a paper goes the same way.
    let known: BTreeSet<usize> = certain.iter().flatten().copied().collect();
    let others: Vec<Vec<usize>> = order.round.iter().filter(|part| part.iter().all(|at| !known.contains(at))).cloned().collect();
    let first = certain.into_iter().map(|part| cycle(part, true, cards));
    first.chain(others.into_iter().map(|part| cycle(part, false, cards))).collect()
}

/// The code of the one procedure that gives a paper, where no other does.
fn only_giver(wanted: &Wanted, card: &Card, cards: &[Card], papers: &Papers) -> Option<String> {
    let givers = papers.givers(&wanted.evidence, || Arc::clone(&wanted.title), card, cards)?;
    match givers.0.first.as_slice() {
        [code] => Some(code.clone()),
        _ => None,
    }
}

fn cycle(part: Vec<usize>, stated: bool, cards: &[Card]) -> (usize, Circle) {
    let members = by_name(part, cards);
    (members.first().copied().unwrap_or_default(), (members, stated))
}

/// Those places in the order of the names that stand there.
pub(super) fn by_name(mut places: Vec<usize>, cards: &[Card]) -> Vec<usize> {
    places.sort_by_cached_key(|at| cards.get(*at).map(|card| (card.name(), card.span)));
    places
}
