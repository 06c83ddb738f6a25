//! Procedures that must be gone through one after the other: the longest way to each that no other waits for.

use std::collections::{BTreeMap, BTreeSet};

use crate::link::{
    card::Card,
    chain::Length,
    graph::{Member, cycle::Order},
};

/// The longest way to a procedure that no other waits for, through those that must come first.
#[derive(Clone, Debug)]
pub struct Sequence {
    /// Its members, the first to be done first.
    pub members: Vec<Member>,
    /// How many more procedures can stand in the place of the last.
    pub more: usize,
    /// Whether the files themselves say of each that it must come first; else some paper goes that way.
    pub stated: bool,
    /// Whether the last says so itself.
    pub stated_last: bool,
    /// What the time limits of all of them come to, where each has one that could be read.
    pub takes: Option<Length>,
}

/// A way as it is kept: the places of its members, the last to be done first, and what is known of it.
#[derive(Debug)]
pub(super) struct Path {
    places: Vec<usize>,
    more: usize,
    stated: bool,
    stated_last: bool,
    takes: Option<Length>,
}

impl Path {
    /// What is said of it.
    pub(super) fn told(&self, cards: &[Card]) -> Sequence {
        let Self { places, more, stated, stated_last, takes } = self;
        let members = places.iter().rev().filter_map(|at| cards.get(*at)).map(Member::of).collect();
        Sequence { members, more: *more, stated: *stated, stated_last: *stated_last, takes: *takes }
    }
}

/// Every such way of more than two procedures, with the place of the procedure that it ends with.
///
/// Where several end behind the same procedure, the one whose name comes first stands for all: a procedure on which hundreds wait is one thing to say.
pub(super) fn all(cards: &[Card], order: &Order) -> Vec<(usize, Path)> {
    let before = without_circles(order);
    let ways = longest(&before);
    let awaited: BTreeSet<usize> = before.iter().flatten().copied().collect();
    let mut ends: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, way) in ways.iter().enumerate().filter(|(at, way)| way.length > 2 && !awaited.contains(at)) {
        if let Some(last) = way.through {
            ends.entry(last).or_default().push(at);
        }
    }
    let name = |at: &usize| cards.get(*at).map(|card| (card.name(), card.span));
    let told = ends.into_values().filter_map(|group| Some((group.iter().copied().min_by_key(name)?, group.len() - 1)));
    told.map(|(end, more)| (end, path(end, more, &ways, cards, order))).collect()
}

/// How far the way to a procedure goes, and through which other.
#[derive(Clone, Copy)]
struct Way {
    length: usize,
    through: Option<usize>,
}

/// What goes round has no end, and no length.
fn without_circles(order: &Order) -> Vec<Vec<usize>> {
    let round: BTreeSet<usize> = order.round.iter().flatten().copied().collect();
    let kept = |at: usize, to: &[usize]| if round.contains(&at) { Vec::new() } else { to.to_vec() };
    let open = order.whole.iter().enumerate().map(|(at, to)| kept(at, to));
    open.map(|to| to.into_iter().filter(|one| !round.contains(one)).collect::<BTreeSet<usize>>().into_iter().collect()).collect()
}

/// The longest way to each, where nothing goes round.
fn longest(before: &[Vec<usize>]) -> Vec<Way> {
    let mut waiting: Vec<usize> = before.iter().map(Vec::len).collect();
    let mut behind: Vec<Vec<usize>> = vec![Vec::new(); before.len()];
    for (at, first) in before.iter().enumerate() {
        first.iter().for_each(|one| behind[*one].push(at));
    }
    let mut ways = vec![Way { length: 1, through: None }; before.len()];
    let mut open: Vec<usize> = (0..before.len()).filter(|at| waiting[*at] == 0).collect();
    while let Some(at) = open.pop() {
        for next in behind[at].iter().copied() {
            let (length, known) = (ways[at].length + 1, ways[next]);
            // Of equals the first, in whatever order they are come upon.
            if length > known.length || length == known.length && known.through.is_some_and(|other| at < other) {
                ways[next] = Way { length, through: Some(at) };
            }
            waiting[next] -= 1;
            if waiting[next] == 0 {
                open.push(next);
            }
        }
    }
    ways
}

fn path(end: usize, more: usize, ways: &[Way], cards: &[Card], order: &Order) -> Path {
    let mut places = vec![end];
    while let Some(before) = places.last().and_then(|at| ways[*at].through) {
        places.push(before);
    }
    let is_stated = |pair: &[usize]| order.stated[pair[0]].contains(&pair[1]);
    let stated = places.windows(2).all(is_stated);
    let stated_last = places.windows(2).next().is_some_and(is_stated);
    let limit = |at: &usize| cards[*at].longest.map(Length::of);
    let takes = places.iter().map(limit).try_fold(Length::default(), |sum, one| Some(sum.and(one?)));
    Path { places, more, stated, stated_last, takes }
}
