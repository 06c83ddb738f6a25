//! How much: lengths of time inside running Vietnamese words.

use rust_decimal::Decimal;

use crate::{
    duration::{Duration, Unit},
    text,
};

/// A length of time and where its words stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Quantity {
    /// How long.
    pub length: Duration,
    /// The first byte of its words.
    pub start: usize,
    /// The byte after its words.
    pub end: usize,
}

/// How many characters a number may have.
const LONGEST: usize = 15;

/// Words that mean "on the day it is received": the office has that working day.
const SAME_DAY: [&str; 4] = ["ngay trong ngày làm việc", "ngay trong ngày", "trong ngày làm việc nhận", "trong ngày tiếp nhận"];

/// The lengths of time in `folded` (lower case, single blanks), from left to right; dates and times of day are none.
pub(super) fn find(folded: &str) -> Vec<Quantity> {
    let words = words(folded);
    let mut found: Vec<Quantity> = (0..words.len()).filter_map(|at| numbered(&words, at)).collect();
    if let Some(same) = SAME_DAY
        .iter()
        .filter_map(|same| folded.find(same).map(|at| (at, same.len())))
        .min_by_key(|(at, length)| (*at, usize::MAX - length))
    {
        let (start, length) = same;
        let day = Duration { amount: Decimal::ONE, unit: Unit::WorkingDays };
        found.push(Quantity { length: day, start, end: start + length });
    }
    found.sort_by_key(|quantity| quantity.start);
    found
}

/// The unit that Vietnamese `words` name.
pub(super) fn unit(words: &str) -> Option<Unit> {
    Some(match text::fold(words).trim_end_matches('.') {
        "ngày làm việc" => Unit::WorkingDays,
        "ngày" => Unit::Days,
        "giờ làm việc" => Unit::WorkingHours,
        "giờ" => Unit::Hours,
        "tuần" => Unit::Weeks,
        "tháng" => Unit::Months,
        _ => return None,
    })
}

/// A plain number with a decimal comma or point; none for anything else.
pub(super) fn number(word: &str) -> Option<Decimal> {
    let plain = word.replace(',', ".");
    let digits = |c: char| c.is_ascii_digit();
    if plain.starts_with(digits) && plain.ends_with(digits) { decimal(&plain) } else { None }
}

/// The number written `12.5`; none below zero, and none so long that sums of it could not be held.
pub(super) fn decimal(plain: &str) -> Option<Decimal> {
    if plain.len() > LONGEST {
        return None;
    }
    match Decimal::from_str_exact(plain) {
        Ok(number) if !number.is_sign_negative() => Some(number.normalize()),
        Ok(_) | Err(_) => None,
    }
}

/// Each word with its first byte, without the punctuation around it.
fn words(folded: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut from = 0;
    for word in folded.split(' ') {
        let lead = word.len() - word.trim_start_matches(['(', '“', '"', '[']).len();
        words.push((from + lead, word.get(lead..).unwrap_or_default()));
        from += word.len() + 1;
    }
    words
}

fn numbered(words: &[(usize, &str)], at: usize) -> Option<Quantity> {
    let word = |at: usize| words.get(at).map(|(_, word)| *word);
    let (start, amount) = words.get(at).map(|(start, word)| (*start, number(word)))?;
    let amount = amount.filter(|amount| !amount.is_zero())?;
    let (first, rest) = (word(at + 1)?, word(at + 2).map(trimmed));
    let works = rest == Some("làm") && word(at + 3).map(trimmed) == Some("việc");
    // "15 ngày tính theo ngày làm việc" counts working days in more words.
    let counted = (2..7).map(|n| word(at + n).map_or("", trimmed)).eq(["tính", "theo", "ngày", "làm", "việc"]);
    let unit = match (trimmed(first), works && trimmed(first) == first) {
        ("ngày", false) if counted => Unit::WorkingDays,
        ("ngày", true) => Unit::WorkingDays,
        ("ngày", false) => Unit::Days,
        ("giờ", true) => Unit::WorkingHours,
        ("giờ", false) => Unit::Hours,
        ("tháng", _) => Unit::Months,
        ("tuần", _) => Unit::Weeks,
        _ => return None,
    };
    let before = at.checked_sub(1).and_then(word).map(trimmed).unwrap_or_default();
    if is_date(unit, before, rest) {
        return None;
    }
    let last = match unit {
        Unit::WorkingDays if counted => at + 6,
        Unit::WorkingDays | Unit::WorkingHours => at + 3,
        Unit::Hours | Unit::Days | Unit::Weeks | Unit::Months | Unit::Years => at + 1,
    };
    let end = words.get(last).map(|(start, word)| start + trimmed(word).len())?;
    Some(Quantity { length: Duration { amount, unit }, start, end })
}

/// `ngày 02 tháng 7`, `sau 15 giờ`: a day of the calendar or a time of day.
fn is_date(unit: Unit, before: &str, after: Option<&str>) -> bool {
    match unit {
        Unit::Months => before == "ngày" || after.is_some_and(|after| number(after).is_some()),
        Unit::Hours => matches!(before, "sau" | "trước" | "lúc" | "đến" | "từ"),
        Unit::WorkingHours | Unit::WorkingDays | Unit::Days | Unit::Weeks | Unit::Years => false,
    }
}

fn trimmed(word: &str) -> &str {
    word.trim_end_matches(|c: char| !c.is_alphanumeric())
}
