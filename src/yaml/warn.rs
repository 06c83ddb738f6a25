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
    // A byte-order mark at the very start is how some editors say "UTF-8".
    let hides = |(at, c): &(usize, char)| text::is_control(*c) || (text::is_invisible(*c) && (*at > 0 || *c != '\u{feff}'));
    for (at, c) in suspects(content).filter(hides).take(MOST) {
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

/// Whether `content` holds neither a hidden character, nor a tab, nor what is read differently by line or by character: a byte-order mark,
/// other line ends, characters that are none. One look at most bytes, many at once.
pub(super) fn is_clean(content: &str) -> bool {
    let odd = |c: char| text::is_control(c) || text::is_invisible(c) || matches!(c, '\u{fffe}' | '\u{ffff}');
    let clean = |at: usize, byte: u8| match byte {
        b'\n' | b' '..=b'~' => true,
        0..0x20 | 0x7f => false,
        0xc2 | 0xd8 | 0xe1 | 0xe2 | 0xef => !content.get(at..).and_then(|rest| rest.chars().next()).is_some_and(odd),
        _ => true,
    };
    let bytes = content.as_bytes();
    (0..bytes.len()).step_by(SMALL).all(|from| {
        // One byte more, so that each byte of the chunk is seen with the one after it.
        let chunk = bytes.get(from..bytes.len().min(from + SMALL + 1)).unwrap_or_default();
        !may_hide(chunk) || chunk.iter().enumerate().all(|(at, byte)| clean(from + at, *byte))
    })
}

/// How many bytes are looked at together where a single dash or quotation mark makes it worth a closer look.
const SMALL: usize = 64;

/// How many bytes are looked at together; the compiler turns such a chunk into a few instructions.
const CHUNK: usize = 256;

/// The characters that begin in a chunk which may hold a hidden one, with their places. Most chunks hold none, so most
/// of a file is never read character by character.
fn suspects(content: &str) -> impl Iterator<Item = (usize, char)> {
    let chunks = content.as_bytes().chunks(CHUNK).enumerate().filter(|(_, chunk)| may_hide(chunk));
    chunks.flat_map(|(number, _)| {
        let from = content.ceil_char_boundary(number * CHUNK);
        let to = content.ceil_char_boundary((number + 1) * CHUNK);
        content.get(from..to).unwrap_or_default().char_indices().map(move |(at, c)| (from + at, c))
    })
}

/// Whether a chunk holds a byte with which a hidden character may begin: a control, a tab and a return among them, or the first byte in UTF-8 of an
/// invisible one (U+0080 to U+00AD, U+061C, U+180E, U+200B and up, U+FEFF and up). Vietnamese letters share one of them
/// with U+180E, so its second byte is asked for too; one cut off by the end of the chunk is looked at in any case.
fn may_hide(chunk: &[u8]) -> bool {
    let hides = |first: u8, second: u8| {
        let control = u8::from(first < 0x20) & u8::from(first != b'\n');
        let begins =
            u8::from(first == 0x7f) | u8::from(first == 0xc2) | u8::from(first == 0xd8) | u8::from(first == 0xe2) | u8::from(first == 0xef);
        control | begins | (u8::from(first == 0xe1) & u8::from(second == 0xa0))
    };
    let last = chunk.last().is_some_and(|byte| *byte == 0xe1 || hides(*byte, 0) != 0);
    last || text::any_pair(chunk, hides)
}

/// Whether YAML 1.1 would have read the bare `word` as a boolean where 1.2 reads a word.
pub(super) fn is_boolean_of_1_1(word: &str) -> bool {
    word.len() <= 3 && ["yes", "no", "on", "off", "y", "n"].iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether the bare `word` is a number by the core schema of YAML 1.2.
pub(super) fn is_number(word: &str) -> bool {
    // Most words are told apart by their first byte.
    if !word.bytes().next().is_some_and(|first| first.is_ascii_digit() || matches!(first, b'-' | b'+' | b'.')) {
        return false;
    }
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
    !(whole.is_empty() && fraction.is_empty()) && all_digits(whole) && all_digits(fraction) && !exponent.is_empty() && all_digits(exponent)
}
