//! Procedures that one decision published and that came into the national database on one day: what is said of the decision is said once.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    link::{
        card::{Card, number},
        catalogue::narrow,
        graph::Member,
    },
    model::Procedure,
};

/// What a procedure shares with the others of its decision.
#[derive(Clone, Debug, Default)]
pub struct Together {
    /// Whether another of them stands before it in the catalogue.
    pub told: bool,
    /// How many more of them there are, for the first of them.
    pub more: usize,
    /// The first of these, for the first of them.
    pub others: Vec<Member>,
}

/// How many of them are named: a decision may publish hundreds.
const NAMED: usize = 10;

/// The decisions that published several procedures.
pub(super) struct Decisions {
    /// How many more there are beside the first, and the places of those that are named.
    first: BTreeMap<usize, (usize, Vec<usize>)>,
    /// Those that are not the first.
    told: BTreeSet<usize>,
}

impl Decisions {
    /// Those of `cards`.
    pub(super) fn of(cards: &[Card]) -> Self {
        let mut decided: Vec<(u64, u32)> = cards.iter().enumerate().filter_map(|(at, card)| Some((card.decision?, narrow(at)))).collect();
        decided.sort_unstable();
        let mut found = Self { first: BTreeMap::new(), told: BTreeSet::new() };
        for group in decided.chunk_by(|one, two| one.0 == two.0).filter(|group| group.len() > 1) {
            let places: Vec<usize> = group.iter().map(|(_, at)| *at as usize).collect();
            let Some((first, rest)) = places.split_first() else { continue };
            found.first.insert(*first, (rest.len(), rest.iter().copied().take(NAMED).collect()));
            found.told.extend(rest);
        }
        found
    }

    /// What the procedure at `at` shares with the others of its decision.
    pub(super) fn together(&self, at: usize, cards: &[Card]) -> Together {
        let (more, others) = self.first.get(&at).map_or((0, &[][..]), |(more, others)| (*more, others));
        Together { told: self.told.contains(&at), more, others: others.iter().filter_map(|at| cards.get(*at)).map(Member::of).collect() }
    }
}

/// The decision that published a procedure by its number, its province and its days, as a number.
pub(super) fn decision(procedure: &Procedure) -> Option<u64> {
    let published = procedure.published.as_ref()?;
    let key = (published.decision.as_ref()?, &procedure.issued_by, published.signed, published.in_national_database);
    Some(number(&format!("{key:?}")))
}
