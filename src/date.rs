//! A day of the civil calendar, and the stretch of days in which something holds.

use std::fmt;

use jiff::civil;

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// The day written as ISO 8601 has it, `2026-11-23`; nothing else is a date.
    pub fn parse(text: &str) -> Option<Self> {
        let shape = |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
        if text.len() != 10 || !text.bytes().enumerate().all(shape) {
            return None;
        }
        let digits = |part: &str| part.bytes().fold(0, |number, digit| 10 * number + i16::from(digit - b'0'));
        Self::new(digits(text.get(..4)?), digits(text.get(5..7)?), digits(text.get(8..)?))
    }

    /// The day of that year, month and day of the month, if there is one.
    pub fn new(year: i16, month: i16, day: i16) -> Option<Self> {
        let (month, day) = (i8::try_from(month), i8::try_from(day));
        let (Ok(month), Ok(day)) = (month, day) else { return None };
        match civil::Date::new(year, month, day) {
            Ok(date) => Some(Self(date)),
            Err(_) => None,
        }
    }

    /// The day of that date of the calendar library.
    pub fn of(date: civil::Date) -> Self {
        Self(date)
    }

    /// How many days from this one to `other`; negative where `other` is earlier.
    pub fn days_until(self, other: Self) -> i64 {
        i64::from(other.serial()) - i64::from(self.serial())
    }

    /// The day `days` later (or earlier); at the calendar's ends, that end.
    pub fn add_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().days(days.clamp(-999_999, 999_999))))
    }

    /// The day `months` later (or earlier), or the last of that month; at the calendar's ends, that end.
    pub fn add_months(self, months: i32) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().months(months.clamp(-9_999, 9_999))))
    }

    /// The day of the week, Monday as 0.
    pub fn weekday(self) -> usize {
        usize::try_from(self.0.weekday().to_monday_zero_offset()).unwrap_or_default()
    }

    /// Year, month and day of the month.
    pub fn parts(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// Days since the first of March of year 0 of the proleptic calendar.
    fn serial(self) -> i32 {
        let (year, month, day) = self.parts();
        let (month, day) = (i32::from(month), i32::from(day));
        let year = i32::from(year) - i32::from(month <= 2);
        let shifted = (month + 9) % 12;
        365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * shifted + 2) / 5 + day - 1
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// The days from `from` (inclusive) to `until` (exclusive); an absent end is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Option<Date>,
    /// The day after the last.
    pub until: Option<Date>,
}

impl Period {
    /// Whether `day` lies in it.
    pub fn holds(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }

    /// The days that lie in both.
    pub fn and(self, other: Self) -> Self {
        let until = match (self.until, other.until) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        Self { from: self.from.max(other.from), until }
    }
}
