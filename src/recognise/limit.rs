//! Tells whether the words for a time limit give one length of time, or none, or a choice of them.

use crate::text;

/// Why words give no single length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// A number and nothing that says of what.
    Number,
    /// From so many to so many.
    Range,
    /// No number at all.
    Open,
}

impl Unclear {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Range => "range",
            Self::Open => "open",
        }
    }
}

/// What a length of time is counted in.
const UNITS: [&str; 14] =
    ["ngày", "giờ", "tháng", "tuần", "năm", "buổi", "working", "day", "days", "hour", "hours", "month", "months", "week"];

/// Numbers written as words; `năm` is left out, which is a year as well.
const NUMBERS: [&str; 13] = ["một", "hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười", "nửa", "one", "two", "three"];

/// Between the two ends of a range.
const BETWEEN: [&str; 5] = ["-", "–", "đến", "tới", "to"];

/// Why `words` give no single length of time; nothing where they do, or where it cannot be told.
pub fn unclear(words: &str) -> Option<Unclear> {
    let folded = text::fold(words).replace(['-', '–'], " - ");
    let words: Vec<&str> = folded.split_whitespace().map(|word| word.trim_matches(|c: char| ".,;:()“”".contains(c))).collect();
    if let [only] = words.as_slice() {
        return number(only).filter(|number| *number > 0).map(|_| Unclear::Number);
    }
    if words.windows(4).any(is_range) {
        return Some(Unclear::Range);
    }
    is_open(&folded, &words).then_some(Unclear::Open)
}

fn is_range(words: &[&str]) -> bool {
    let [from, between, until, unit] = words else { return false };
    let rises = number(from).zip(number(until)).is_some_and(|(from, until)| from < until);
    rises && BETWEEN.contains(between) && UNITS.contains(unit)
}

/// No number, in figures or words, no "on the same day", and no word that there is no limit or that it stands elsewhere.
fn is_open(folded: &str, words: &[&str]) -> bool {
    let counted = words.windows(2).any(|pair| matches!(pair, [one, unit] if NUMBERS.contains(one) && UNITS.contains(unit)));
    let same_day = ["trong ngày", "trong buổi", "same day"].iter().any(|same| folded.contains(same));
    // What points elsewhere may be told there.
    let none = folded.is_empty() || ["không ", "no ", "theo mô tả", "khác"].iter().any(|none| folded.starts_with(none));
    !counted && !same_day && !none && !folded.contains(|c: char| c.is_ascii_digit())
}

fn number(word: &str) -> Option<u32> {
    match word.parse() {
        Ok(number) => Some(number),
        Err(_) => None,
    }
}
