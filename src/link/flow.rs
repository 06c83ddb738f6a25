//! The steps of a procedure as a graph: its longest chain, what that chain takes, who hands the case to whom.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    link::chain::{Chain, Length},
    model::{Procedure, Step},
};

/// Kinds of step that lie before the clock starts or after it stops.
const OUTSIDE: [&str; 4] = ["submission", "receipt", "payment", "delivery"];

/// The desk that receives and hands out: it is no office of the case.
const DESK: &str = "one-stop-shop";

/// The steps of one procedure as a graph.
#[derive(Clone, Debug, Default)]
pub struct Flow {
    /// Whether the steps say which comes after which; if none does, they are taken in the order written.
    pub ordered: bool,
    /// The chain that surely takes the longest: of it only the time that counts against the limit.
    pub least: Chain,
    /// The chain that may take the longest, each step counted in full; nothing where a step's time is not said.
    pub most: Option<Chain>,
    /// The agencies that do something, the desk left out, in the order of their first step.
    pub offices: Vec<String>,
    /// How often the case goes from one office to another on the chain where that happens most.
    pub handoffs: usize,
}

/// The graph of the steps; nothing where there are none, or where they go round in a circle.
pub(super) fn of(procedure: &Procedure) -> Option<Flow> {
    let steps = &procedure.steps;
    let before = before(steps);
    let order = order(&before).filter(|order| !order.is_empty())?;
    let counted = |at: &usize| steps.get(*at).map_or_else(Length::default, counted);
    let full = |at: &usize| steps.get(*at).map_or_else(Length::default, full);
    // What is handed out is settled; how long that takes need not be known.
    let untimed = |step: &Step| is_applicants(step) || step.kind.as_deref() == Some("delivery");
    let known = steps.iter().all(|step| untimed(step) || step.within.is_some());
    Some(Flow {
        ordered: is_ordered(steps),
        least: Chain::longest(&order, &before, counted, Length::least_days),
        most: known.then(|| Chain::longest(&order, &before, full, Length::most_days)),
        offices: offices(steps),
        handoffs: handoffs(steps, &order, &before),
    })
}

/// The steps that stand in a circle of `after`, by their places: what waits for nothing open is in no circle, nor is what nothing open waits for.
pub(super) fn circle(steps: &[Step]) -> Vec<usize> {
    let before = before(steps);
    let begun: BTreeSet<usize> = settled(&before).into_iter().collect();
    let mut behind: Vec<Vec<usize>> = vec![Vec::new(); before.len()];
    for (at, all) in before.iter().enumerate().filter(|(at, _)| !begun.contains(at)) {
        for one in all.iter().filter(|one| !begun.contains(one)) {
            behind.get_mut(*one).into_iter().for_each(|behind| behind.push(at));
        }
    }
    let ended: BTreeSet<usize> = settled(&behind).into_iter().collect();
    (0..steps.len()).filter(|at| !ended.contains(at)).collect()
}

/// For each step the places of those before it.
pub(super) fn before(steps: &[Step]) -> Vec<Vec<usize>> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, step) in steps.iter().enumerate() {
        places.entry(&step.id).or_insert(at);
    }
    if is_ordered(steps) {
        return steps.iter().map(|step| step.after.iter().filter_map(|name| places.get(name.value.as_str()).copied()).collect()).collect();
    }
    (0..steps.len()).map(|at| at.checked_sub(1).into_iter().collect()).collect()
}

/// The steps that must be done before the one at `at`, near and far.
pub(super) fn ancestors(before: &[Vec<usize>], at: usize) -> BTreeSet<usize> {
    let mut seen = BTreeSet::new();
    let mut open: Vec<usize> = before.get(at).cloned().unwrap_or_default();
    while let Some(one) = open.pop() {
        if seen.insert(one) {
            open.extend(before.get(one).into_iter().flatten());
        }
    }
    seen
}

/// Whether the steps say which comes after which.
fn is_ordered(steps: &[Step]) -> bool {
    steps.iter().any(|step| !step.after.is_empty())
}

/// The places so that each stands behind all that come before it; nothing where they go round.
fn order(before: &[Vec<usize>]) -> Option<Vec<usize>> {
    Some(settled(before)).filter(|order| order.len() == before.len())
}

/// The same as far as it goes: without those that stand in a circle, and those behind one.
fn settled(before: &[Vec<usize>]) -> Vec<usize> {
    let before: Vec<BTreeSet<usize>> = before.iter().map(|all| all.iter().copied().collect()).collect();
    let mut waiting: Vec<usize> = before.iter().map(BTreeSet::len).collect();
    let mut behind: Vec<Vec<usize>> = vec![Vec::new(); before.len()];
    for (at, all) in before.iter().enumerate() {
        for one in all {
            behind.get_mut(*one).into_iter().for_each(|behind| behind.push(at));
        }
    }
    let mut order: Vec<usize> = (0..before.len()).filter(|at| waiting.get(*at) == Some(&0)).collect();
    let mut done = 0;
    while let Some(at) = order.get(done).copied() {
        done += 1;
        for next in behind.get(at).into_iter().flatten() {
            let Some(left) = waiting.get_mut(*next) else { continue };
            *left -= 1;
            if *left == 0 {
                order.push(*next);
            }
        }
    }
    order
}

/// Whether the applicant does it.
pub(super) fn is_applicants(step: &Step) -> bool {
    step.by.as_ref().is_some_and(|by| by.value == "applicant")
}

/// The agency that does it, where one is named.
pub(super) fn office(step: &Step) -> Option<&str> {
    step.by.as_ref().map(|by| by.value.as_str()).filter(|by| *by != "applicant")
}

/// What counts against the limit for certain: the time of a named office between receipt and result.
fn counted(step: &Step) -> Length {
    let outside = step.kind.as_deref().is_some_and(|kind| OUTSIDE.contains(&kind));
    match (&step.within, office(step)) {
        (Some(within), Some(_)) if !outside => Length::of(within.value),
        _ => Length::default(),
    }
}

/// All that it may take.
fn full(step: &Step) -> Length {
    let within = step.within.as_ref().filter(|_| !is_applicants(step));
    within.map_or_else(Length::default, |within| Length::of(within.value))
}

fn offices(steps: &[Step]) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for office in steps.iter().filter_map(office).filter(|office| *office != DESK) {
        if !seen.iter().any(|known| known == office) {
            seen.push(office.to_owned());
        }
    }
    seen
}

/// How often the case goes from one office to another, on the chain where that happens most.
fn handoffs(steps: &[Step], order: &[usize], before: &[Vec<usize>]) -> usize {
    let mut best: Vec<usize> = vec![0; steps.len()];
    for at in order {
        let own = steps.get(*at).and_then(office);
        let came = before.get(*at).into_iter().flatten().map(|one| {
            let other = steps.get(*one).and_then(office);
            let moved = matches!((own, other), (Some(own), Some(other)) if own != other);
            best.get(*one).copied().unwrap_or(0) + usize::from(moved)
        });
        let most = came.max().unwrap_or(0);
        if let Some(place) = best.get_mut(*at) {
            *place = most;
        }
    }
    best.into_iter().max().unwrap_or(0)
}
