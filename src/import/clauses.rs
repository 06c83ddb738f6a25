//! Running text cut into the clauses in which it states one thing.

use crate::import::{lengths, words};

/// Words after which time is named that is not counted.
pub(super) const NOT_COUNTED: [&str; 5] = ["không bao gồm", "không tính", "chưa bao gồm", "không kể", "chưa tính"];

/// The clauses of `text`: lines, sentences and items; what has no number before a semicolon goes with what follows.
pub(super) fn of(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for line in words::lines(text).map(|line| opened(&line)) {
        let mut open = String::new();
        for part in cut(&line) {
            open.push_str(part);
            let waits = part.ends_with(';') && lengths::find(&open.to_lowercase()).is_empty();
            if !waits {
                pieces.push(std::mem::take(&mut open));
            }
        }
        if !open.is_empty() {
            pieces.push(open);
        }
    }
    pieces
        .iter()
        .map(|piece| words::unnumbered(piece).trim_end_matches([';', ' ']).trim().to_owned())
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// `line` with the time that another case takes let out of its brackets: "10 ngày (hoặc 7 ngày đối với nhà ở riêng lẻ)".
fn opened(line: &str) -> String {
    let apart = || {
        let (before, rest) = line.split_once("(hoặc ")?;
        let (inner, after) = rest.split_once(')')?;
        let (length, case) = inner.split_once("đối với ")?;
        let own = format!("{} {}", before.trim_end(), after.trim());
        let both = [before, length].iter().all(|words| !lengths::find(&words::tidy(words).to_lowercase()).is_empty());
        let case = format!("{} đối với {}", length.trim(), case.trim());
        both.then(|| format!("{}; {case}", own.trim_end_matches(['.', ';', ' '])))
    };
    apart().unwrap_or_else(|| line.to_owned())
}

fn cut(line: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut from, mut depth) = (0, 0_usize);
    let bracketed = is_balanced(line);
    let chars: Vec<(usize, char)> = line.char_indices().collect();
    for (at, (byte, c)) in chars.iter().enumerate() {
        let next = |ahead: usize| chars.get(at + ahead).map(|(_, c)| *c);
        let ends = match c {
            _ if bracketed && nesting(*c, &mut depth) > 0 => false,
            ';' => true,
            '.' => next(1).is_some_and(|next| !next.is_ascii_digit()) || at > 0 && chars.get(at - 1).is_some_and(|(_, c)| c.is_lowercase()),
            ' ' => matches!(next(1), Some('-' | '+' | '*')) && next(2) == Some(' ') && next(3).is_some_and(char::is_uppercase),
            _ => false,
        };
        if ends {
            let end = byte + c.len_utf8();
            parts.extend(line.get(from..end));
            from = end;
        }
    }
    parts.extend(line.get(from..).filter(|rest| !rest.trim().is_empty()));
    parts
}

/// How deep in brackets the text is after `c`.
fn nesting(c: char, depth: &mut usize) -> usize {
    match c {
        '(' => *depth += 1,
        ')' => *depth = depth.saturating_sub(1),
        _ => (),
    }
    *depth
}

/// `piece` without brackets and without what is not counted, as written and in lower case (the same length).
pub(super) fn scanned(piece: &str) -> (String, String) {
    let mut depth = 0_usize;
    let mut plain = String::with_capacity(piece.len());
    let bracketed = is_balanced(piece);
    for c in piece.chars() {
        if !bracketed || (nesting(c, &mut depth) == 0 && c != ')') {
            plain.push(c);
        }
    }
    let plain = words::tidy(&plain).replace("đối với đối với", "đối với");
    let folded = plain.to_lowercase();
    let plain = if folded.len() == plain.len() { plain } else { folded.clone() };
    let end = NOT_COUNTED.iter().filter_map(|mark| folded.find(mark)).min().unwrap_or(folded.len());
    let kept = |whole: &str| whole.get(..end).unwrap_or_default().to_owned();
    (kept(&plain), kept(&folded))
}

/// Whether every bracket that opens closes.
fn is_balanced(text: &str) -> bool {
    text.matches('(').count() == text.matches(')').count()
}
