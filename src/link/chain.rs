//! A chain of steps, and how long it takes: working time and calendar time, between the least and the most that it can come to.

use rust_decimal::Decimal;

use crate::duration::{Duration, Unit};

/// A length of time put together of several: working days and calendar days differ by the day one starts, so they are summed apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Length {
    /// The working hours in it.
    pub working: Decimal,
    /// The calendar days in it, at the least and at the most: a month has 28 to 31.
    pub calendar: (Decimal, Decimal),
}

/// Steps one after the other, and what they take.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    /// The places of the steps.
    pub steps: Vec<usize>,
    /// What they take.
    pub length: Length,
}

impl Chain {
    /// The chain that takes the longest by `measure`, where each step takes what `of` says; `order` has each step behind those before it.
    pub(super) fn longest(order: &[usize], before: &[Vec<usize>], of: impl Fn(&usize) -> Length, measure: fn(Length) -> Decimal) -> Self {
        let mut best: Vec<Self> = vec![Self::default(); order.len()];
        for at in order {
            let came = before.get(*at).into_iter().flatten().filter_map(|one| best.get(*one));
            let came = came.max_by_key(|chain| measure(chain.length)).cloned().unwrap_or_default();
            let own = of(at);
            let mut steps = came.steps;
            if own != Length::default() {
                steps.push(*at);
            }
            if let Some(place) = best.get_mut(*at) {
                *place = Self { steps, length: came.length.and(own) };
            }
        }
        // Of equals the first.
        best.into_iter().rev().max_by_key(|chain| measure(chain.length)).unwrap_or_default()
    }
}

impl Length {
    /// The length of one duration.
    pub(super) fn of(duration: Duration) -> Self {
        match duration.unit {
            Unit::WorkingHours => Self { working: duration.amount, ..Self::default() },
            Unit::WorkingDays => Self { working: times(duration.amount, 8), ..Self::default() },
            Unit::Hours | Unit::Days | Unit::Weeks | Unit::Months | Unit::Years => Self { calendar: duration.days(0), ..Self::default() },
        }
    }

    /// Both, one behind the other.
    pub(super) fn and(self, other: Self) -> Self {
        let sum = |one: Decimal, other: Decimal| one.saturating_add(other);
        Self {
            working: sum(self.working, other.working),
            calendar: (sum(self.calendar.0, other.calendar.0), sum(self.calendar.1, other.calendar.1)),
        }
    }

    /// What is left of it when `other` is taken away, where both are of one kind of time and something is left.
    pub(super) fn less(self, other: Self) -> Option<Self> {
        let one_kind = self.is_working() && other.is_working() || self.working.is_zero() && other.working.is_zero();
        let left = Self {
            working: self.working.saturating_sub(other.working),
            calendar: (self.calendar.0.saturating_sub(other.calendar.0), self.calendar.1.saturating_sub(other.calendar.1)),
        };
        let gained = left.working.saturating_add(left.calendar.0.min(left.calendar.1)) > Decimal::ZERO;
        (one_kind && gained).then_some(left)
    }

    /// The fewest calendar days in which it can be over.
    ///
    /// Working time needs its weekends, or else takes the days of the steps between for them: the larger of both bounds holds.
    pub(super) fn least_days(self) -> Decimal {
        let alone = self.working_days().days(0).0;
        let together = self.working_days().amount.saturating_add(self.calendar.0);
        alone.max(together)
    }

    /// The most calendar days it may take, public holidays left out.
    pub(super) fn most_days(self) -> Decimal {
        self.working_days().days(0).1.saturating_add(self.calendar.1)
    }

    /// Whether it is longer than `limit` for certain, whatever the day it starts.
    pub(super) fn surely_exceeds(self, limit: Duration, closed: u32) -> bool {
        let limited = Self::of(limit);
        if limited.is_working() && self.working > limited.working {
            return true;
        }
        if self.working.is_zero() && limited.working.is_zero() {
            return self.calendar.0 > limited.calendar.1;
        }
        self.least_days() > limit.days(closed).1
    }

    /// Whether it is working time alone.
    pub(super) fn is_working(self) -> bool {
        self.calendar.1.is_zero()
    }

    /// It as lawyers write it: one length for each kind of time.
    pub(super) fn written(self) -> Vec<String> {
        let working = if (self.working / Decimal::from(8)).fract().is_zero() {
            self.working_days()
        } else {
            Duration { amount: self.working, unit: Unit::WorkingHours }
        };
        let calendar = Duration { amount: self.calendar.1, unit: Unit::Days };
        let said = |duration: Duration| (!duration.amount.is_zero()).then(|| duration.to_string());
        [said(working), said(calendar)].into_iter().flatten().collect()
    }

    fn working_days(self) -> Duration {
        Duration { amount: self.working / Decimal::from(8), unit: Unit::WorkingDays }
    }
}

fn times(amount: Decimal, n: i64) -> Decimal {
    amount.saturating_mul(Decimal::from(n))
}
