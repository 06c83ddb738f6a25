//! The words of a source, tidied: what a clerk's text processor left in them goes, the wording stays.

use crate::text;

/// `raw` on one line, in NFC, without invisible or control characters.
pub(super) fn tidy(raw: &str) -> String {
    let seen: String = text::nfc(raw).chars().filter(|c| !text::is_invisible(*c) && !text::is_control(*c)).collect();
    text::one_line(&seen)
}

/// `raw` tidied and without the bullet before it and the semicolon after it.
pub(super) fn bare(raw: &str) -> String {
    let words = tidy(raw);
    let words = words.trim_start_matches(is_bullet).trim_end_matches([';', ' ']);
    words.to_owned()
}

/// `words` without a leading `a)`, `(1.1)`, `2.` or `A -`, however many.
pub(super) fn unnumbered(words: &str) -> &str {
    let mut own = words.trim_start_matches(is_bullet);
    while let Some(rest) = after_number(own) {
        own = rest.trim_start_matches(is_bullet);
    }
    own
}

/// What follows the number of an item at the beginning of `words`.
fn after_number(words: &str) -> Option<&str> {
    let open = words.strip_prefix('(').unwrap_or(words);
    let end = open.find(|c: char| !c.is_alphanumeric() && c != '.')?;
    let (number, rest) = open.split_at(end);
    let digits = number.chars().all(|c| c.is_ascii_digit() || c == '.');
    let short = !number.is_empty() && number.chars().count() <= 4;
    let plain = number.chars().count() == 1 || digits;
    match rest.chars().next() {
        Some(')') if short => rest.strip_prefix(')'),
        Some('-') if short && plain => Some(rest),
        Some(' ') if short && plain && rest.starts_with(" - ") => Some(rest),
        Some(_) if short && digits && number.ends_with('.') => Some(rest),
        _ => None,
    }
}

/// Whether `words` say that there is nothing: empty, "không", "không có thông tin".
pub(super) fn is_nothing(words: &str) -> bool {
    matches!(text::fold(words).trim_end_matches('.'), "" | "không" | "không có" | "không có thông tin" | "khác")
}

/// The lines of `raw`, each tidied, empty ones left out.
pub(super) fn lines(raw: &str) -> impl Iterator<Item = String> {
    raw.split(['\n', '\r', '\u{2028}', '\u{b}']).map(tidy).filter(|line| !line.is_empty())
}

fn is_bullet(c: char) -> bool {
    matches!(c, '-' | '+' | '*' | '•' | '–' | '—' | '·' | '\u{f0b7}' | '\u{f02d}' | ' ')
}
