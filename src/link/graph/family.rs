//! Procedures of one publisher that are variants of one: for another level, another case, the first issue and the renewal.
//!
//! They are found by one map from what is left of the title when the words for act, level and case are taken out of it, so the work is
//! linear in the number of procedures; within a group each is compared with the first alone.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    link::{
        Linked,
        graph::{
            Member,
            alike::{Rarity, Traits},
        },
    },
    model::Procedure,
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

/// Every group of variants, with the place of its first member by name.
pub(super) fn all(all: &[Linked], traits: &[Traits<'_>], rarity: &Rarity<'_>) -> Vec<(usize, Family)> {
    let mut groups: BTreeMap<(Option<&str>, &str, &str), Vec<usize>> = BTreeMap::new();
    for (at, one) in traits.iter().enumerate() {
        let by = all[at].procedure.issued_by.as_deref();
        groups.entry((by, one.stem.words.as_str(), one.output.as_str())).or_default().push(at);
    }
    let told = groups.into_values().filter(|group| group.len() > 1);
    let found = told.filter_map(|group| {
        let members: Vec<(&Procedure, &Traits<'_>)> = group.iter().map(|at| (&all[*at].procedure, &traits[*at])).collect();
        let apart = apart(&members);
        let codes: BTreeSet<&str> = members.iter().map(|(procedure, _)| procedure.code.value.as_str()).collect();
        // One word alone names too little to say that two procedures are about the same thing.
        let named = traits[group[0]].stem.words.contains(' ');
        let first = &traits[group[0]];
        let law: Option<Vec<i64>> = group[1..].iter().map(|at| rarity.law(first, &traits[*at])).collect();
        let law = law.and_then(|law| law.into_iter().min());
        (codes.len() == group.len() && named && !apart.is_empty()).then(|| family(&group, "variants", apart, law, first, all))
    });
    found.collect()
}

/// The family of the procedures at those places.
pub(super) fn family(
    group: &[usize],
    kind: &'static str,
    apart: Vec<&'static str>,
    law: Option<i64>,
    first: &Traits<'_>,
    all: &[Linked],
) -> (usize, Family) {
    let mut members: Vec<(usize, Member)> = group.iter().map(|at| (*at, Member::of(&all[*at]))).collect();
    members.sort_by(|(_, one), (_, two)| (&one.name, one.span).cmp(&(&two.name, two.span)));
    let at = members.first().map_or(0, |(at, _)| *at);
    let issued_by = all[at].procedure.issued_by.clone();
    let members = members.into_iter().map(|(_, member)| member).collect();
    (at, Family { kind, stem: first.stem.words.clone(), members, apart, law, issued_by })
}

/// What tells the members of a group apart.
fn apart(members: &[(&Procedure, &Traits<'_>)]) -> Vec<&'static str> {
    let differ = |of: &dyn Fn(&Procedure, &Traits<'_>) -> String| {
        members.iter().map(|(procedure, traits)| of(procedure, traits)).collect::<BTreeSet<String>>().len() > 1
    };
    let ways: [(&'static str, bool); 5] = [
        ("act", differ(&|_, traits| traits.stem.act.to_owned())),
        ("level", differ(&|procedure, _| sorted(procedure.levels.iter().cloned()))),
        ("authority", differ(&|procedure, _| sorted(procedure.authority.iter().map(|name| name.value.clone())))),
        ("audience", differ(&|procedure, _| sorted(procedure.audience.iter().cloned()))),
        ("case", differ(&|_, traits| traits.stem.cases.join("|"))),
    ];
    ways.into_iter().filter(|(_, differ)| *differ).map(|(way, _)| way).collect()
}

pub(super) fn sorted(names: impl Iterator<Item = String>) -> String {
    names.collect::<BTreeSet<String>>().into_iter().collect::<Vec<_>>().join("|")
}
