//! Procedures that one decision published and that came into the national database on one day: what is said of the decision is said once.

use std::collections::BTreeMap;

use crate::{
    date::Date,
    link::{graph::Member, linked::Linked},
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
        let Some((first, rest)) = group.split_first() else { continue };
        let others = rest.iter().take(NAMED).filter_map(|at| all.get(*at)).map(Member::of).collect();
        if let Some(one) = all.get_mut(*first) {
            one.relations.decision = Together { told: false, more: rest.len(), others };
        }
        for at in rest {
            if let Some(one) = all.get_mut(*at) {
                one.relations.decision.told = true;
            }
        }
    }
}

fn key(one: &Linked) -> Option<Key> {
    let published = one.procedure.published.as_ref()?;
    Some((published.decision.clone()?, one.procedure.issued_by.clone(), published.signed, published.in_national_database))
}
