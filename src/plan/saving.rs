//! What a procedure costs with edits applied, and what that is less than without them.

use rust_decimal::Decimal;

use crate::{
    cost::{self, Cost, Parts},
    duration::Duration,
    model::Procedure,
    register::{Range, Registers},
    simplify::{self, Edit},
};

/// What is saved: by the case, and by the year where the dossiers of a year are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saving {
    /// In one average case.
    pub case: Range,
    /// In a year.
    pub year: Option<Range>,
    /// How many times less an applicant must come, in an average case.
    pub visits: Range,
}

impl Saving {
    /// What `after` costs less than `before`.
    pub fn between(before: &Cost, after: &Cost) -> Self {
        Self {
            case: before.exact.less(after.exact).rounded(),
            year: before.year.zip(after.year).map(|(before, after)| before.less(after)),
            visits: before.visits.less(after.visits),
        }
    }

    /// Whether it is nothing at all.
    pub fn is_nothing(&self) -> bool {
        [self.case, self.visits, self.year.unwrap_or_default()].iter().all(|range| *range == Range::default())
    }
}

/// The longest time limit of a procedure, before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// As it is.
    pub before: Option<Duration>,
    /// As it would be.
    pub after: Option<Duration>,
}

impl Days {
    /// Of a procedure as it is and as it would be; nothing where neither has a limit.
    pub(super) fn of(before: &Procedure, after: &Procedure) -> Option<Self> {
        let days = Self { before: longest(before), after: longest(after) };
        (days.before.is_some() || days.after.is_some()).then_some(days)
    }

    /// The share of the time that goes, by the most days of the calendar it can take; nothing where one of the two is not known.
    pub fn share(self) -> Option<Decimal> {
        let (before, after) = (self.before?.days(0).1, self.after?.days(0).1);
        before.checked_sub(after)?.checked_div(before)
    }
}

fn longest(procedure: &Procedure) -> Option<Duration> {
    let limits = procedure.limits.iter().filter_map(|limit| limit.within.as_ref().map(|within| within.value));
    limits.max_by_key(|limit| limit.days(0).1)
}

/// A procedure with edits applied, and what it then costs; which of them changed something comes with it.
pub(super) fn applied(procedure: &Procedure, edits: &[&Edit], registers: &Registers) -> (Procedure, Option<Cost>, Vec<usize>) {
    let simplified = simplify::all(procedure, edits);
    let cost = cost::of(&Parts::of(&simplified.procedure), registers);
    (simplified.procedure, cost, simplified.applied)
}
