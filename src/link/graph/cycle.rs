//! Procedures each of which must come before the others.

use std::collections::BTreeSet;

use crate::link::{
    Linked,
    graph::{Codes, Member, circle, feed, meant},
};

/// Procedures each of which, directly or through others, must come before itself.
#[derive(Clone, Debug)]
pub struct Cycle {
    /// Its members, by name.
    pub members: Vec<Member>,
    /// Whether the files themselves say that each needs the next; else some ask for a paper that only the next gives.
    pub stated: bool,
}

/// For each procedure the places of those that must come first: as the files say, and with those whose paper is asked for.
pub(super) struct Order {
    /// As the files say.
    pub(super) stated: Vec<Vec<usize>>,
    /// The same, and the procedures that alone give a paper which everybody must bring.
    pub(super) whole: Vec<Vec<usize>>,
}

impl Order {
    pub(super) fn of(all: &[Linked], codes: &Codes<'_>) -> Self {
        let stated = stated(all, codes);
        let mut whole = stated.clone();
        for (at, linked) in all.iter().enumerate() {
            for code in feed::only_givers(linked).map(|(_, code)| code) {
                whole[at].extend(meant(code, linked.procedure.issued_by.as_deref(), all, codes));
            }
        }
        Self { stated, whole }
    }
}

/// Every circle, with the place of its first member by name: first those that the files state, then those that close through papers.
pub(super) fn all(all: &[Linked], order: &Order) -> Vec<(usize, Cycle)> {
    let certain = circle::circles(&order.stated);
    let whole = circle::circles(&order.whole);
    // A circle that is stated is not said a second time because a paper goes the same way.
    let known: BTreeSet<usize> = certain.iter().flatten().copied().collect();
    let others: Vec<Vec<usize>> = whole.into_iter().filter(|part| part.iter().all(|at| !known.contains(at))).collect();
    let first = certain.into_iter().map(|part| cycle(part, true, all));
    first.chain(others.into_iter().map(|part| cycle(part, false, all))).collect()
}

/// For each procedure the places of those that it says must come first.
fn stated(all: &[Linked], codes: &Codes<'_>) -> Vec<Vec<usize>> {
    let needs = |linked: &Linked| {
        let named = linked.procedure.needs.iter();
        named.flat_map(|named| meant(&named.value, linked.procedure.issued_by.as_deref(), all, codes)).collect()
    };
    all.iter().map(needs).collect()
}

fn cycle(part: Vec<usize>, stated: bool, all: &[Linked]) -> (usize, Cycle) {
    let mut members: Vec<(usize, Member)> = part.into_iter().map(|at| (at, Member::of(&all[at]))).collect();
    members.sort_by(|(_, one), (_, two)| (&one.name, one.span).cmp(&(&two.name, two.span)));
    let first = members.first().map_or(0, |(at, _)| *at);
    (first, Cycle { members: members.into_iter().map(|(_, member)| member).collect(), stated })
}
