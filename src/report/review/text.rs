//! The texts that would have to be changed, each with what is proposed for it.

use std::collections::BTreeMap;

use crate::{
    citation::Citation,
    link::law,
    plan::{LADDER, Plan, Recommendation, Source},
    register::Registers,
};

/// Which text would have to be changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Text {
    /// The instrument of that number.
    Instrument(String),
    /// The published procedure itself: what it cites, says or leaves out.
    Publication,
    /// The register does not tell which text lays the thing down.
    Unknown,
}

/// One text, and what is proposed for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amended {
    /// Who can change it.
    pub authority: &'static str,
    /// Which.
    pub text: Text,
    /// The provisions in it, in the canonical form, each with the numbers of the recommendations about it.
    pub provisions: BTreeMap<String, Vec<usize>>,
}

/// The texts of a plan, by who can change them, lowest first, then by number. What was rejected proposes nothing.
pub(super) fn all(plan: &Plan, registers: &Registers) -> Vec<Amended> {
    let mut texts: BTreeMap<(usize, Text), Amended> = BTreeMap::new();
    let recommendations = plan.procedures.iter().flat_map(|one| &one.recommendations).chain(&plan.beyond);
    for one in recommendations.filter(|one| one.is_open()) {
        for (text, words) in meant(one) {
            let authority = match &text {
                Text::Instrument(number) => law::power(registers, number),
                Text::Publication | Text::Unknown => one.power.authority,
            };
            let step = LADDER.iter().position(|name| *name == authority).unwrap_or(LADDER.len());
            let amended = texts.entry((step, text.clone())).or_insert_with(|| Amended { authority, text, provisions: BTreeMap::new() });
            let numbers = amended.provisions.entry(words).or_default();
            if !numbers.contains(&one.number) {
                numbers.push(one.number);
            }
        }
    }
    texts.into_values().collect()
}

/// The texts that a recommendation is about, with the provision in each.
fn meant(one: &Recommendation) -> Vec<(Text, String)> {
    let named = one.source.provisions().iter();
    let named: Vec<_> = named.filter_map(|words| Some((Text::Instrument(Citation::read(words)?.instrument), words.clone()))).collect();
    match (&one.source, named.is_empty()) {
        (Source::Publication, _) => vec![(Text::Publication, String::new())],
        (_, true) => vec![(Text::Unknown, String::new())],
        (_, false) => named,
    }
}
