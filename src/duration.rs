//! How long the law or an office may take.

use std::fmt;

use rust_decimal::Decimal;

/// What a time limit is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Hours in which the office is open; eight make a working day.
    WorkingHours,
    /// Hours by the clock.
    Hours,
    /// Days on which the office is open.
    WorkingDays,
    /// Days of the calendar, holidays included.
    Days,
    /// Weeks of the calendar.
    Weeks,
    /// Months of the calendar.
    Months,
    /// Years of the calendar.
    Years,
}

/// The names of the units, singular and plural, longest first.
const UNITS: [(Unit, &str, &str); 7] = [
    (Unit::WorkingHours, "working hour", "working hours"),
    (Unit::WorkingDays, "working day", "working days"),
    (Unit::Hours, "hour", "hours"),
    (Unit::Days, "day", "days"),
    (Unit::Weeks, "week", "weeks"),
    (Unit::Months, "month", "months"),
    (Unit::Years, "year", "years"),
];

/// So many of a unit of time; half days are written `7.5 working days`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    /// How many.
    pub amount: Decimal,
    /// Of what.
    pub unit: Unit,
}

impl Duration {
    /// The duration written `5 working days`, `8 working hours`, `1 month`.
    pub fn parse(text: &str) -> Option<Self> {
        let (amount, unit) = text.trim().split_once(' ')?;
        if !amount.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            return None;
        }
        let Ok(amount) = Decimal::from_str_exact(amount) else { return None };
        // No law gives a million days; what is longer could not be reckoned with.
        if amount > Decimal::from(1_000_000) {
            return None;
        }
        let unit = unit.trim();
        let (unit, ..) = UNITS.iter().find(|(_, one, many)| unit == *one || unit == *many)?;
        Some(Self { amount, unit: *unit })
    }

    /// The least and the most calendar days it can come to, by the start date: weekends and holidays may fall into it or not.
    ///
    /// Working days fall in weeks of five; the upper end allows for the longest run of holidays `closed` (days in a row).
    pub fn days(self, closed: u32) -> (Decimal, Decimal) {
        let amount = self.amount;
        let whole = amount.ceil();
        match self.unit {
            Unit::Hours => (amount / Decimal::from(24), amount / Decimal::from(24)),
            Unit::Days => (amount, amount),
            Unit::Weeks => (amount * Decimal::from(7), amount * Decimal::from(7)),
            Unit::Months => (amount * Decimal::from(28), amount * Decimal::from(31)),
            Unit::Years => (amount * Decimal::from(365), amount * Decimal::from(366)),
            Unit::WorkingHours => {
                let days = Self { amount: amount / Decimal::from(8), unit: Unit::WorkingDays };
                days.days(closed)
            }
            Unit::WorkingDays => {
                let least = amount + Decimal::from(2) * ((whole - Decimal::ONE).max(Decimal::ZERO) / Decimal::from(5)).floor();
                let most = amount + Decimal::from(2) * (whole / Decimal::from(5)).ceil();
                (least, most + Decimal::from(closed))
            }
        }
    }

    /// The least working hours that fall into it, whatever the day it starts; `closed` is the longest run of days off.
    pub fn least_working_hours(self, closed: u32) -> Decimal {
        let eight = Decimal::from(8);
        match self.unit {
            Unit::WorkingHours => self.amount,
            Unit::WorkingDays => self.amount * eight,
            Unit::Hours | Unit::Days | Unit::Weeks | Unit::Months | Unit::Years => {
                let open = (self.days(0).0.floor() - Decimal::from(closed)).max(Decimal::ZERO);
                let weekends = Decimal::from(2) * (open / Decimal::from(7)).ceil();
                (open - weekends).max(Decimal::ZERO) * eight
            }
        }
    }

    /// Whether it is longer than `other` for certain, whatever the day it starts: same kind of unit by the amount, else by the ends of both.
    pub fn surely_exceeds(self, other: Self, closed: u32) -> bool {
        match (self.comparable(), other.comparable()) {
            ((kind, mine), (its, theirs)) if kind == its => mine > theirs,
            _ => self.days(0).0 > other.days(closed).1,
        }
    }

    /// The amount in the smallest unit of its kind: working hours, hours by the clock, or months.
    fn comparable(self) -> (Unit, Decimal) {
        let times = |n: i64| self.amount * Decimal::from(n);
        match self.unit {
            Unit::WorkingHours => (Unit::WorkingHours, self.amount),
            Unit::WorkingDays => (Unit::WorkingHours, times(8)),
            Unit::Hours => (Unit::Hours, self.amount),
            Unit::Days => (Unit::Hours, times(24)),
            Unit::Weeks => (Unit::Hours, times(24 * 7)),
            Unit::Months => (Unit::Months, self.amount),
            Unit::Years => (Unit::Months, times(12)),
        }
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = UNITS.iter().find(|(unit, ..)| *unit == self.unit);
        let (_, one, many) = names.copied().unwrap_or((Unit::Days, "day", "days"));
        let name = if self.amount == Decimal::ONE { one } else { many };
        write!(f, "{} {name}", self.amount.normalize())
    }
}
