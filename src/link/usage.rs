//! Figures of use that stand beside the files, joined with the procedures they are about.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    link::{card::Card, catalogue::Codes},
    model::Volume,
};

/// The codes of figures that could not be joined with one procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unjoined {
    /// Codes that no procedure bears.
    pub unknown: Vec<String>,
    /// Codes that several procedures bear, of which none is the national one.
    pub shared: Vec<String>,
}

/// Finds the procedure to which the figures of each code belong, and puts them on its card.
///
/// Figures that are counted by code belong to one procedure: giving them to each local version would count every dossier anew.
pub(super) fn join(cards: &mut [Card], codes: &Codes, volumes: &BTreeMap<String, Vec<Volume>>) -> (Unjoined, BTreeSet<usize>) {
    let (mut unjoined, mut joined) = (Unjoined::default(), BTreeSet::new());
    for code in volumes.keys() {
        let all: Vec<usize> = codes.of_code(code, cards).collect();
        let national: Vec<usize> = all.iter().copied().filter(|at| cards.get(*at).is_some_and(|card| card.issued_by.is_none())).collect();
        match (all.as_slice(), national.as_slice()) {
            ([only], _) | (_, [only]) => {
                joined.insert(*only);
            }
            ([], _) => unjoined.unknown.push(code.clone()),
            _ => unjoined.shared.push(code.clone()),
        }
    }
    for at in &joined {
        if let Some(card) = cards.get_mut(*at)
            && let Some(figured) = card.figured.take()
        {
            card.volume = figured;
        }
    }
    (unjoined, joined)
}

/// Adds figures to what a file says of its use; those of a year of which it speaks as well take their place.
pub(super) fn give(own: &mut Vec<Volume>, figures: &[Volume]) {
    own.retain(|own| figures.iter().all(|one| one.year != own.year));
    own.extend(figures.iter().cloned());
}
