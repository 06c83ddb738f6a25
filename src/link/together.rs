//! Procedures that one decision published and that came into the national database on one day: what is said of the decision is said once.

use std::collections::BTreeMap;

use crate::{date::Date, link::linked::Linked};

/// What a procedure shares with the others of its decision.
#[derive(Clone, Copy, Debug, Default)]
pub struct Together {
    /// Whether another of them stands before it in the catalogue.
    pub told: bool,
    /// How many more of them there are, for the first of them.
    pub more: usize,
}

/// A decision by its number, its province and its days.
type Key = (String, Option<String>, Option<Date>, Option<Date>);

/// Finds, for every procedure, the others of its decision.
pub(super) fn join(all: &mut [Linked]) {
    let mut groups: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (at, one) in all.iter().enumerate() {
        if let Some(key) = key(one) {
            groups.entry(key).or_default().push(at);
        }
    }
    for group in groups.into_values() {
        let more = group.len() - 1;
        for (place, at) in group.into_iter().enumerate() {
            if let Some(one) = all.get_mut(at) {
                one.relations.decision = Together { told: place > 0, more: if place > 0 { 0 } else { more } };
            }
        }
    }
}

fn key(one: &Linked) -> Option<Key> {
    let published = one.procedure.published.as_ref()?;
    Some((published.decision.clone()?, one.procedure.issued_by.clone(), published.signed, published.in_national_database))
}
