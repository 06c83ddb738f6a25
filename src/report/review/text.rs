//! The texts of law that would have to be changed, each with what is proposed for it.

use std::collections::BTreeMap;

use crate::{
    citation::Citation,
    plan::{LADDER, Plan},
};

/// One text of law, and what is proposed for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amended {
    /// Who can change it.
    pub authority: &'static str,
    /// Its number; none where the register does not tell which text lays the thing down.
    pub instrument: Option<String>,
    /// The provisions in it, in the canonical form, each with the numbers of the recommendations about it.
    pub provisions: BTreeMap<String, Vec<usize>>,
}

/// The texts of a plan, by who can change them, lowest first, then by number. What was rejected proposes nothing.
pub(super) fn all(plan: &Plan) -> Vec<Amended> {
    let mut texts: BTreeMap<(usize, Option<String>), Amended> = BTreeMap::new();
    let recommendations = plan.procedures.iter().flat_map(|one| &one.recommendations).chain(&plan.beyond);
    for one in recommendations.filter(|one| one.is_open()) {
        let step = LADDER.iter().position(|name| *name == one.power.authority).unwrap_or(LADDER.len());
        let mut provisions: Vec<(Option<String>, String)> =
            one.provisions.iter().map(|words| (Citation::read(words).map(|cite| cite.instrument), words.clone())).collect();
        if provisions.is_empty() {
            provisions.push((None, String::new()));
        }
        for (instrument, words) in provisions {
            let text = texts.entry((step, instrument.clone())).or_insert_with(|| Amended {
                authority: one.power.authority,
                instrument,
                provisions: BTreeMap::new(),
            });
            text.provisions.entry(words).or_default().push(one.number);
        }
    }
    texts.into_values().collect()
}
