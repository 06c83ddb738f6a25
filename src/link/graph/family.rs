//! Procedures of one publisher that are variants of one: for another level, another case, the first issue and the renewal.
//!
//! They are found by sorting what is left of the titles when the words for act, level and case are taken out of them, so the work is nearly
//! linear in the number of procedures; within a group each is compared with the first alone.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::link::{
    card::Card,
    catalogue::narrow,
    graph::{Member, alike::Rarity, cycle},
};

/// Procedures of one publisher that are alike.
#[derive(Clone, Debug)]
pub struct Family {
    /// `variants` of one procedure, or `twins`: nothing read tells them apart.
    pub kind: &'static str,
    /// What is left of the title when the words that tell them apart are taken out.
    pub stem: String,
    /// Its members, by name.
    pub members: Vec<Member>,
    /// What tells them apart: `act`, `level`, `authority`, `audience`, `case`.
    pub apart: Vec<&'static str>,
    /// What share of their law the least alike of them have in common, in percent; nothing where one cites none.
    pub law: Option<i64>,
    /// The province that published them.
    pub issued_by: Option<String>,
}

/// A family as it is kept: the places of its members, by name, and what is known of them.
#[derive(Debug)]
pub(super) struct Group {
    kind: &'static str,
    members: Vec<usize>,
    apart: Vec<&'static str>,
    law: Option<i64>,
    stem: Box<str>,
}

impl Group {
    /// What is said of it.
    pub(super) fn told(&self, cards: &[Card]) -> Family {
        let member = |at: &usize| cards.get(*at);
        Family {
            kind: self.kind,
            stem: self.stem.to_string(),
            members: self.members.iter().filter_map(member).map(Member::of).collect(),
            apart: self.apart.clone(),
            law: self.law,
            issued_by: self.members.first().and_then(member).and_then(|card| card.issued_by.as_deref()).map(str::to_owned),
        }
    }
}

/// Every group of variants, with the place of its first member by name.
pub(super) fn all(cards: &[Card], rarity: &Rarity) -> Vec<(usize, Group)> {
    let key = |at: &u32| cards.get(*at as usize).map(|card| (&card.issued_by, &card.head.words, &card.output));
    let mut places: Vec<u32> = (0..narrow(cards.len())).collect();
    places.par_sort_by_key(|at| (key(at), *at));
    let told = places.chunk_by(|one, two| key(one) == key(two)).filter(|group| group.len() > 1);
    told.filter_map(|group| variants(group.iter().map(|at| *at as usize).collect(), cards, rarity)).collect()
}

fn variants(group: Vec<usize>, cards: &[Card], rarity: &Rarity) -> Option<(usize, Group)> {
    let members: Vec<&Card> = group.iter().filter_map(|at| cards.get(*at)).collect();
    let (first, others) = members.split_first()?;
    let apart = apart(&members);
    let codes: BTreeSet<&str> = members.iter().map(|card| &*card.code).collect();
    // One word alone names too little to say that two procedures are about the same thing.
    let named = first.head.words.contains(' ');
    let law: Option<Vec<i64>> = others.iter().map(|other| rarity.law(first, other)).collect();
    let law = law.and_then(|law| law.into_iter().min());
    (codes.len() == group.len() && named && !apart.is_empty()).then(|| family(group, "variants", apart, law, cards))
}

/// The family of the procedures at those places.
pub(super) fn family(group: Vec<usize>, kind: &'static str, apart: Vec<&'static str>, law: Option<i64>, cards: &[Card]) -> (usize, Group) {
    let stem = group.first().and_then(|at| cards.get(*at)).map(|card| card.head.words.clone()).unwrap_or_default();
    let members = cycle::by_name(group, cards);
    (members.first().copied().unwrap_or_default(), Group { kind, members, apart, law, stem })
}

/// What tells the members of a group apart.
fn apart(members: &[&Card]) -> Vec<&'static str> {
    let differ = |of: &dyn Fn(&Card) -> String| members.iter().map(|card| of(card)).collect::<BTreeSet<String>>().len() > 1;
    let ways: [(&'static str, bool); 5] = [
        ("act", differ(&|card| card.head.act.to_owned())),
        ("level", differ(&|card| sorted(&card.levels))),
        ("authority", differ(&|card| sorted(&card.authority))),
        ("audience", differ(&|card| sorted(&card.audience))),
        ("case", differ(&|card| card.head.cases.join("|"))),
    ];
    ways.into_iter().filter(|(_, differ)| *differ).map(|(way, _)| way).collect()
}

pub(super) fn sorted(names: &[String]) -> String {
    names.iter().map(String::as_str).collect::<BTreeSet<&str>>().into_iter().collect::<Vec<_>>().join("|")
}
