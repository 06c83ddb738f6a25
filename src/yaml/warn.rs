//! What reads as YAML and yet misleads: hidden characters, tabs, booleans of YAML 1.1.

use crate::{
    problem::{Kind, Problem},
    span::{FileId, Span},
    text,
};

/// The most hidden characters pointed at in one file: a file full of them is one fault, not thousands.
const MOST: usize = 5;

/// The places of characters that a reader does not see or a program may obey, and of the first tab.
pub(super) fn characters(file: FileId, content: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    if let Some(at) = content.find('\t') {
        problems.push(Problem::new(Kind::Tab, Span::new(file, at..at + 1), "a tab"));
    }
    let bytes = content.as_bytes();
    let tail = bytes.iter().rev().take(2).any(|byte| !matches!(byte, 0x20..=0x7e | b'\n' | b'\r' | b'\t'));
    if !tail && !bytes.windows(3).any(may_hide) {
        return problems;
    }
    // A byte-order mark at the very start is how some editors say "UTF-8".
    let hidden = |(at, c): &(usize, char)| text::is_control(*c) || (text::is_invisible(*c) && (*at > 0 || *c != '\u{feff}'));
    for (at, c) in content.char_indices().filter(hidden).take(MOST) {
        let says = match c {
            c if text::is_bidi(c) => "turns the direction of the text",
            c if text::is_control(c) => "is a control character",
            _ => "cannot be seen",
        };
        let span = Span::new(file, at..at + c.len_utf8());
        problems.push(Problem::new(Kind::HiddenCharacter, span, format!("U+{:04X}", c as u32)).expecting(says));
    }
    problems
}

/// Whether a hidden character may begin with these bytes: a control, or the first bytes of an invisible one in UTF-8.
/// Asked of every place, so that only a file that may hold one is read again character by character.
fn may_hide(bytes: &[u8]) -> bool {
    match bytes {
        [b'\n' | b'\r' | b'\t', ..] => false,
        [..0x20 | 0x7f, ..] | [0xc2, 0x80..=0x9f | 0xad, _] | [0xd8, 0x9c, _] | [0xe1, 0xa0, 0x8e] => true,
        [0xe2, 0x80 | 0x81, third] => matches!(third, 0x8b..=0x8f | 0xa0..=0xaf),
        [0xef, 0xbb | 0xbf, third] => matches!(third, 0xb9..=0xbb | 0xbf),
        _ => false,
    }
}

/// Whether YAML 1.1 would have read the bare `word` as a boolean where 1.2 reads a word.
pub(super) fn is_boolean_of_1_1(word: &str) -> bool {
    word.len() <= 3 && ["yes", "no", "on", "off", "y", "n"].iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether the bare `word` is a number by the core schema of YAML 1.2.
pub(super) fn is_number(word: &str) -> bool {
    let digits = word.strip_prefix(['-', '+']).unwrap_or(word);
    let Some(first) = digits.bytes().next() else { return false };
    if !first.is_ascii_digit() && first != b'.' {
        return false;
    }
    if let Some(hex) = word.strip_prefix("0x") {
        return !hex.is_empty() && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    if let Some(octal) = word.strip_prefix("0o") {
        return !octal.is_empty() && octal.bytes().all(|byte| matches!(byte, b'0'..=b'7'));
    }
    let (mantissa, exponent) = digits.split_once(['e', 'E']).unwrap_or((digits, "0"));
    let exponent = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    !(whole.is_empty() && fraction.is_empty())
        && all_digits(whole)
        && all_digits(fraction)
        && !exponent.is_empty()
        && all_digits(exponent)
}
