//! Words as people write them: normal form, folding, near names, and one escape for each kind of output.

mod escape;

use std::borrow::Cow;

pub use escape::{
    css, csv, document, github, github_property, html, is_formula, json, line, markdown, same_length, sarif, terminal, uri, xml,
};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// `text` in Unicode's composed form (NFC), without a copy where it is so already.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_plainly_nfc(text.as_bytes()) || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// Whether `bytes` hold only characters that are composed whatever stands beside them: up to U+02FF, where the marks
/// begin, the precomposed Latin letters from U+1E00 to U+1EFF, Vietnamese ones among them, and dashes and quotation marks
/// from U+2010. Asked first and without a branch, since it costs a tenth of the full question.
fn is_plainly_nfc(bytes: &[u8]) -> bool {
    let odd = |first: u8, second: u8| {
        let letters = u8::from(first == 0xe1) & u8::from(second.wrapping_sub(0xb8) < 4);
        let dashes = u8::from(first == 0xe2) & u8::from(second == 0x80);
        u8::from(first >= 0xcc) & (1 - (letters | dashes))
    };
    let last = bytes.last().is_none_or(|byte| *byte < 0xcc);
    // U+2000 and U+2001 begin like a dash and have another form.
    let dashes = || bytes.windows(3).any(|three| matches!(three, [0xe2, 0x80, 0x80 | 0x81]));
    last && !any_pair(bytes, odd) && !(bytes.contains(&0xe2) && dashes())
}

/// Whether `odd` gives anything but 0 for a byte of `bytes` and the one after it; asked of 32 pairs at once, which the
/// compiler turns into a few instructions. A pair of small letters must not be odd.
pub fn any_pair(bytes: &[u8], odd: impl Fn(u8, u8) -> u8) -> bool {
    let seconds = bytes.get(1..).unwrap_or_default();
    let firsts = bytes.get(..seconds.len()).unwrap_or_default();
    let (firsts, first_rest) = firsts.as_chunks::<32>();
    let (seconds, second_rest) = seconds.as_chunks::<32>();
    let of = |firsts: &[u8; 32], seconds: &[u8; 32]| {
        firsts.iter().zip(seconds).fold(0, |found, (first, second)| found | odd(*first, *second)) != 0
    };
    // The rest is filled up with a letter that is never odd, so that it need not be asked byte by byte.
    let filled = |rest: &[u8]| {
        let mut filled = [b'a'; 32];
        if let Some(place) = filled.get_mut(..rest.len()) {
            place.copy_from_slice(rest);
        }
        filled
    };
    firsts.iter().zip(seconds).any(|(firsts, seconds)| of(firsts, seconds))
        || !first_rest.is_empty() && of(&filled(first_rest), &filled(second_rest))
}

/// `text` for comparing: composed, lower case, white space folded to single blanks, invisible characters gone.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut blank = true;
    for c in nfc(text).chars() {
        if let Some(small) = small(c) {
            folded.push(small);
            blank = false;
            continue;
        }
        for c in c.to_lowercase() {
            if c.is_whitespace() {
                if !blank {
                    folded.push(' ');
                }
                blank = true;
            } else if !is_invisible(c) {
                folded.push(c);
                blank = false;
            }
        }
    }
    if blank {
        folded.pop();
    }
    folded
}

/// The small letter of `c`, where that can be told without a table: most letters of a Vietnamese text.
pub fn small(c: char) -> Option<char> {
    match c {
        '!'..='~' => Some(c.to_ascii_lowercase()),
        // Capitals and small letters stand in turn.
        '\u{1ea0}'..='\u{1eff}' | '\u{100}'..='\u{12f}' => char::from_u32(u32::from(c) | 1),
        'à'..='ö' | 'ơ' | 'ư' => Some(c),
        _ => None,
    }
}

/// `text` in small letters, its words alone: single blanks between them and no marks.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut apart = false;
    let mut take = |c: char, is_word: bool| {
        if is_word {
            if apart && !plain.is_empty() {
                plain.push(' ');
            }
            plain.push(c);
        }
        apart = !is_word;
    };
    for c in nfc(text).chars() {
        match small(c) {
            Some(small) => take(small, !small.is_ascii() || small.is_ascii_alphanumeric()),
            None => c.to_lowercase().filter(|c| c.is_whitespace() || !is_invisible(*c)).for_each(|c| take(c, c.is_alphanumeric())),
        }
    }
    plain
}

/// Whether `c` shows nothing yet changes what a reader or a program sees: zero-width characters and marks of direction.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Whether `c` could turn the direction of what follows it (the "Trojan Source" characters).
pub fn is_bidi(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether `c` is a control character that has no place in a text.
pub fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// `text` in ASCII: Vietnamese letters without their marks, all else dropped or turned to blanks.
pub fn ascii(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.nfd() {
        match c {
            'đ' => plain.push('d'),
            'Đ' => plain.push('D'),
            c if c.is_ascii_alphanumeric() => plain.push(c),
            c if c.is_alphanumeric() || is_invisible(c) || ('\u{300}'..='\u{36f}').contains(&c) => (),
            _ => plain.push(' '),
        }
    }
    plain
}

/// `text` as a slug: ASCII words in lower case joined by hyphens.
pub fn slug(text: &str) -> String {
    let words: Vec<String> = ascii(text).split_whitespace().map(str::to_ascii_lowercase).collect();
    words.join("-")
}

/// The most names that a word is held against: one of so many is no guess.
const MOST_COMPARED: usize = 2000;

/// The name among `known` that `word` was most likely meant to be.
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let word: String = word.chars().take(64).collect();
    let near = known.into_iter().take(MOST_COMPARED).map(|name| (strsim::damerau_levenshtein(&word, name), name));
    let (distance, name) = near.min()?;
    (distance <= 1 + word.chars().count() / 4).then_some(name)
}

/// `text` on one line: line breaks and runs of blanks become one blank.
pub fn one_line(text: &str) -> String {
    if is_one_line(text) {
        return text.to_owned();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` in lines of at most so many letters, broken after blanks and hyphens; a word that is longer has a line of its own.
pub fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_inclusive([' ', '-']) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.trim_end().chars().count() <= most => line.push_str(word),
            _ => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// Whether `text` is so already: told by its bytes, since most texts are and blanks that are not ASCII begin with one of four bytes.
fn is_one_line(text: &str) -> bool {
    let blank = |byte: u8| u8::from(byte <= b' ');
    let odd = |first: u8, second: u8| {
        let control = u8::from(first < b' ') | (u8::from(first == 0xc2) | u8::from(first == 0xe2) | u8::from(first == 0xe3));
        control | u8::from(first == 0xe1) & u8::from(second == 0x9a) | blank(first) & blank(second)
    };
    let ends = |byte: Option<&u8>| byte.is_some_and(|byte| odd(*byte, b' ') != 0 || *byte == b' ');
    !ends(text.as_bytes().first()) && !ends(text.as_bytes().last()) && !any_pair(text.as_bytes(), odd)
}

/// `text` cut to `most` characters, with an ellipsis where something was cut.
pub fn shorten(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        None => Cow::Borrowed(text),
        Some(_) => {
            let kept: String = text.chars().take(most.saturating_sub(1)).collect();
            Cow::Owned(format!("{}…", kept.trim_end()))
        }
    }
}
