//! How far a plan comes, against its target: for one procedure, a sector, an agency, and all of it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::{
    cost::Cost,
    model::Procedure,
    plan::{Days, Planned},
    register::Range,
};

/// How far some procedures come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// How many procedures it speaks of.
    pub procedures: usize,
    /// How many of them something chosen changes.
    pub changed: usize,
    /// The share of the cost of an average case that goes; of one procedure only, since the cases of several cannot be added without volumes.
    pub case_share: Option<Decimal>,
    /// The cost of a year before and after, over those procedures whose dossiers are known.
    pub year: Option<(Range, Range)>,
    /// How many procedures that is.
    pub counted: usize,
    /// The share of the time that goes; of one procedure only.
    pub time_share: Option<Decimal>,
    /// How many procedures reach the target for the cost, and how many for the time.
    pub met: (usize, usize),
    /// How many procedures have a cost, and how many a time limit, that could reach it.
    pub measured: (usize, usize),
}

impl Reached {
    /// The share of the yearly cost that goes, over those procedures whose dossiers are known.
    pub fn year_share(&self) -> Option<Decimal> {
        let (before, after) = self.year?;
        before.base.checked_sub(after.base)?.checked_div(before.base)
    }

    /// Whether every procedure that can be measured reaches the target, for the cost and for the time; nothing where none can be.
    pub fn is_met(&self) -> (Option<bool>, Option<bool>) {
        let met = |met: usize, of: usize| (of > 0).then_some(met == of);
        (met(self.met.0, self.measured.0), met(self.met.1, self.measured.1))
    }
}

/// What is still short of a target.
pub(super) struct Left {
    /// The cost.
    pub(super) cost: bool,
    /// The time.
    pub(super) time: bool,
}

/// What of a target is not reached yet. What cannot be measured is not short of anything.
pub(super) fn left(before: &Procedure, after: &Procedure, cost: Option<&Cost>, then: Option<&Cost>, target: Decimal) -> Left {
    let share = cost.zip(then).and_then(|(before, after)| case_share(before, after));
    let time = Days::of(before, after).and_then(Days::share);
    Left { cost: share.is_some_and(|share| share < target), time: time.is_some_and(|share| share < target) }
}

/// The share of the cost of a case that goes; nothing where only a part of that cost is known.
fn case_share(before: &Cost, after: &Cost) -> Option<Decimal> {
    if !before.is_whole() {
        return None;
    }
    before.case.base.checked_sub(after.case.base)?.checked_div(before.case.base)
}

/// How far those procedures come.
pub(super) fn of(procedures: &[&Planned], target: Option<Decimal>) -> Reached {
    let mut reached = Reached { procedures: procedures.len(), ..Reached::default() };
    for one in procedures {
        reached.changed += usize::from(one.recommendations.iter().any(|one| one.chosen));
        let costs = one.cost_before.as_ref().zip(one.cost_after.as_ref());
        let cost = costs.and_then(|(before, after)| case_share(before, after));
        let time = one.days.and_then(Days::share);
        if procedures.len() == 1 {
            (reached.case_share, reached.time_share) = (cost, time);
        }
        reached.measured.0 += usize::from(cost.is_some());
        reached.measured.1 += usize::from(time.is_some());
        if let Some(target) = target {
            reached.met.0 += usize::from(cost.is_some_and(|share| share >= target));
            reached.met.1 += usize::from(time.is_some_and(|share| share >= target));
        }
        if let Some((before, after)) = costs.and_then(|(before, after)| before.year.zip(after.year)) {
            let (so_far, then) = reached.year.unwrap_or_default();
            reached.year = Some((so_far + before, then + after));
            reached.counted += 1;
        }
    }
    reached
}

/// How far they come, by what `names` says of each; a procedure of two agencies counts with both.
pub(super) fn by(procedures: &[Planned], target: Option<Decimal>, names: impl Fn(&Planned) -> Vec<String>) -> Vec<(String, Reached)> {
    let mut groups: BTreeMap<String, Vec<&Planned>> = BTreeMap::new();
    for one in procedures {
        for name in names(one) {
            groups.entry(name).or_default().push(one);
        }
    }
    groups.into_iter().map(|(name, group)| (name, of(&group, target))).collect()
}
