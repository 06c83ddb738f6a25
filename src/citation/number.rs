//! The number of an instrument, out of the many ways in which people write it.

use std::borrow::Cow;

/// Letters that somebody wrote otherwise, and as they are officially written. Those that begin with a hyphen stand
/// anywhere, the others at the beginning. The National Assembly's resolutions bear the letters of its laws.
const OFFICIAL: [(&str, &str); 12] = [
    ("ND-", "NĐ-"),
    ("QD-", "QĐ-"),
    ("NQ-QH", "QH"),
    ("TTLT/", "TTLT-"),
    ("NQLT/", "NQLT-"),
    ("-HDND", "-HĐND"),
    ("HDNN", "HĐNN"),
    ("-BGDDT", "-BGDĐT"),
    ("-BLDTBXH", "-BLĐTBXH"),
    ("-BKHDT", "-BKHĐT"),
    ("-TTG", "-TTg"),
    ("TTG", "TTg"),
];

/// The kinds after whose letters a number goes on, even where somebody left a blank: `250/QĐ - TTg`.
const OPEN: [&str; 6] = ["/QĐ", "/NĐ", "/NQ", "/TT", "/CT", "/TTLT"];

/// The number of an instrument, tidied: `63/2010/NĐ-CP`, `66.7/2025/NQ-CP`, `163/QĐ-BTP`, `60/2014/QH13`.
pub fn instrument(word: &str) -> Option<String> {
    let stray = |c: char| matches!(c, '.' | ',' | ';' | ':' | '“' | '”' | '"' | '\'') || c.is_whitespace();
    let word = word.trim_matches(stray);
    // Decrees of the nineties are cited as `73-CP` and as `73/CP`.
    let (number, rest) = word.split_once('/').or_else(|| word.strip_suffix("-CP").map(|number| (number, "CP")))?;
    let number = number.trim_end_matches('.');
    let rest = if rest.contains('.') { Cow::Owned(rest.replace("NQ.", "NQ-")) } else { Cow::Borrowed(rest) };
    let (year, issuer) = match rest.split_once('/') {
        // A second slash among the letters: `05/2016/TTLT/BTP-BCA`, `522/TTLT/BTP`.
        Some((year, issuer)) if year.trim().bytes().all(|byte| byte.is_ascii_digit()) => (Some(year.trim()), issuer.trim()),
        _ => (None, &*rest),
    };
    // Letters may follow the digits: `09b/2013/TT-BTP`, `21-LCT/HĐNN8`.
    let letters = number.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-'));
    let numeric =
        number.starts_with(|c: char| c.is_ascii_digit()) && letters.len() < 4 && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
    let dated = year.is_none_or(|year| year.len() == 4);
    let lettered =
        issuer.starts_with(char::is_alphabetic) && issuer.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '&' | '/' | '_'));
    if !(numeric && dated && lettered) {
        return None;
    }
    // Numbers below ten are officially written with a nought before them.
    let nought = if number.len() == 1 { "0" } else { "" };
    let letters = official(issuer);
    Some(year.map_or_else(|| format!("{nought}{number}/{letters}"), |year| format!("{nought}{number}/{year}/{letters}")))
}

/// `words` without the blanks that somebody put into a number: `35 /2025/NQ-HĐND`, `250/QĐ - TTg`.
pub(super) fn joined(words: &str) -> Cow<'_, str> {
    if !words.contains(' ') {
        return Cow::Borrowed(words);
    }
    let mut whole = String::new();
    let mut left = words;
    while let Some((at, mark)) = [" /", "/ ", " - "].into_iter().filter_map(|mark| Some((left.find(mark)?, mark))).min() {
        whole.push_str(&left[..at]);
        left = &left[at + mark.len()..];
        let digits = whole.ends_with(|c: char| c.is_ascii_digit());
        let goes_on = if mark == " - " { OPEN.iter().any(|open| whole.ends_with(open)) } else { digits };
        whole.push_str(if goes_on { mark.trim() } else { mark });
        left = if goes_on { left.trim_start() } else { left };
    }
    if whole.is_empty() {
        return Cow::Borrowed(words);
    }
    whole.push_str(left);
    Cow::Owned(whole)
}

/// Where `bare` stands in `letters` at or after `from`: behind any hyphen where it begins with one, else at the very beginning.
fn place(letters: &str, from: usize, bare: &str) -> Option<usize> {
    let begins = |at: &usize| letters.get(*at..).is_some_and(|rest| rest.starts_with(bare));
    if !bare.starts_with('-') {
        return Some(0).filter(|at| from == 0 && begins(at));
    }
    // To step from hyphen to hyphen takes a tenth of a search for the letters; thousands of numbers are read at every start.
    letters.get(from..)?.match_indices('-').map(|(at, _)| from + at).find(begins)
}

/// The letters of an instrument as officially written: capitals, and the mark that somebody left out or took from another alphabet.
fn official(letters: &str) -> String {
    // The Icelandic letter looks like the Vietnamese one.
    let mut letters = letters.to_uppercase();
    if letters.contains(['Ð', '_']) {
        letters = letters.replace('Ð', "Đ").replace('_', "-");
    }
    for (bare, right) in OFFICIAL {
        let mut from = 0;
        while let Some(at) = place(&letters, from, bare) {
            letters.replace_range(at..at + bare.len(), right);
            from = at + right.len();
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use crate::citation::Citation;

    #[test]
    fn dirty_spellings_come_to_one_number() {
        let pairs = [
            ("31/2024/QH15 ", "31/2024/QH15"),
            ("35 /2025/NQ-HĐND", "35/2025/NQ-HĐND"),
            ("28/2026/QĐ-UBND.", "28/2026/QĐ-UBND"),
            ("250/QĐ - TTg", "250/QĐ-TTg"),
            ("4/2023/NĐ-CP", "04/2023/NĐ-CP"),
            ("Nghị định số 4/2023/NĐ-CP của Chính phủ", "04/2023/NĐ-CP"),
            ("Luật số 60/2014/QH13 - Hộ tịch", "60/2014/QH13"),
            ("190/2025/NQ-QH15", "190/2025/QH15"),
            ("18/2009/TTLT/BGDĐT-BTC-BLDTBXH", "18/2009/TTLT-BGDĐT-BTC-BLĐTBXH"),
            ("18/2009/TTLT/BLDTBXH-BTC-BLDTBXH", "18/2009/TTLT-BLĐTBXH-BTC-BLĐTBXH"),
            ("7/TL-BLDTBXH-BLDTBXH", "07/TL-BLĐTBXH-BLĐTBXH"),
            ("09b/2013/TT-BTP", "09b/2013/TT-BTP"),
            ("66/2013/QĐ-TTG", "66/2013/QĐ-TTg"),
            ("326/TTG", "326/TTg"),
            ("50/2022/NĐ_CP", "50/2022/NĐ-CP"),
            ("89/2015/NÐ-CP", "89/2015/NĐ-CP"),
            ("01/2016/NQ.HĐTP", "01/2016/NQ-HĐTP"),
            ("Nghị định số 73-CP", "73/CP"),
            ("21-LCT/HDNN8", "21-LCT/HĐNN8"),
            ("Luật số 58", ""),
            ("ngày 01/07/2026", ""),
            ("24/7", ""),
        ];
        for (dirty, clean) in pairs {
            let number = Citation::read(dirty).map(|read| read.instrument).unwrap_or_default();
            assert_eq!(number, clean, "{dirty}");
        }
    }
}
