//! Which of the recommendations for one procedure are taken, and what each of them is worth.

use rust_decimal::Decimal;

use crate::{
    cost::{self, Cost, Parts},
    decision::Verdict,
    link::Linked,
    model::Procedure,
    plan::{Days, Planned, Recommendation, Saving, reach, saving},
    register::Registers,
    simplify::Edit,
};

/// One procedure with what is recommended for it, weighed and chosen.
pub(super) fn planned(linked: &Linked, mut wanted: Vec<Recommendation>, registers: &Registers, target: Option<Decimal>) -> Planned {
    let before = linked.whole();
    let cost_before = cost::of(&Parts::of(&before), registers);
    for one in &mut wanted {
        let (_, cost, done) = saving::applied(&before, &[&one.edit], registers);
        one.changes = !done.is_empty();
        one.alone = between(cost_before.as_ref(), cost.as_ref()).filter(|_| one.changes);
    }
    wanted.sort_by_key(order);
    choose(&before, cost_before.as_ref(), &mut wanted, registers, target);
    let taken = edits(&wanted, |one| one.chosen);
    let (after, cost_after, _) = saving::applied(&before, &taken, registers);
    let worth: Vec<Option<Saving>> = (0..wanted.len()).map(|at| marginal(&before, &wanted, at, cost_after.as_ref(), registers)).collect();
    wanted.iter_mut().zip(worth).for_each(|(one, worth)| one.marginal = worth);
    let days = Days::of(&before, &after);
    let mut planned = Planned {
        number: 0,
        file: before.span.file,
        span: before.span,
        before,
        after,
        cost_before,
        cost_after,
        days,
        recommendations: wanted,
        reached: reach::Reached::default(),
    };
    planned.reached = reach::of(&[&planned], target);
    planned
}

/// What the office can begin by itself first; then by what it saves for each step up that it must go; then by place.
fn order(one: &Recommendation) -> (bool, std::cmp::Reverse<Decimal>, i64, usize) {
    let saved = one.alone.as_ref().map_or(Decimal::ZERO, |saving| saving.case.base);
    let step = one.power.step();
    (!one.power.now, std::cmp::Reverse(saved / Decimal::from(step)), step, one.edit.span.range().start)
}

/// Takes what changes something, one after another, until the target is reached; without a target all of it. What was rejected is
/// never taken, what was decided to be done always.
fn choose(before: &Procedure, cost: Option<&Cost>, wanted: &mut [Recommendation], registers: &Registers, target: Option<Decimal>) {
    let said = |one: &Recommendation| one.decided.as_ref().map(|decided| decided.verdict);
    for one in wanted.iter_mut() {
        one.chosen = one.changes && (target.is_none() || said(one) == Some(Verdict::Taken)) && said(one) != Some(Verdict::Rejected);
    }
    let Some(target) = target else { return };
    for at in 0..wanted.len() {
        let (after, cost_after, _) = saving::applied(before, &edits(wanted, |one| one.chosen), registers);
        let left = reach::left(before, &after, cost, cost_after.as_ref(), target);
        if !left.cost && !left.time {
            return;
        }
        let Some(one) = wanted.get_mut(at).filter(|one| one.changes && !one.chosen && said(one) != Some(Verdict::Rejected)) else {
            continue;
        };
        let shortens = Days::of(before, &saving::applied(before, &[&one.edit], registers).0).and_then(Days::share);
        let saves = one.alone.as_ref().is_some_and(|saving| saving.case.base > Decimal::ZERO);
        // What helps neither of the two that are still to be reached is not taken for their sake.
        one.chosen = left.cost && saves || left.time && shortens.is_some_and(|share| share > Decimal::ZERO);
    }
}

/// What the recommendation at that place adds to the others that are chosen.
fn marginal(before: &Procedure, wanted: &[Recommendation], at: usize, with_all: Option<&Cost>, registers: &Registers) -> Option<Saving> {
    let one = wanted.get(at).filter(|one| one.changes)?;
    let others: Vec<&Edit> =
        wanted.iter().enumerate().filter(|(place, other)| other.chosen && *place != at).map(|(_, other)| &other.edit).collect();
    let (_, without, _) = saving::applied(before, &others, registers);
    if one.chosen {
        return between(without.as_ref(), with_all);
    }
    let with: Vec<&Edit> = others.into_iter().chain([&one.edit]).collect();
    between(without.as_ref(), saving::applied(before, &with, registers).1.as_ref())
}

fn between(before: Option<&Cost>, after: Option<&Cost>) -> Option<Saving> {
    before.zip(after).map(|(before, after)| Saving::between(before, after))
}

fn edits(wanted: &[Recommendation], which: impl Fn(&Recommendation) -> bool) -> Vec<&Edit> {
    wanted.iter().filter(|one| which(one)).map(|one| &one.edit).collect()
}
