//! A row in clauses.

use super::phrase;
use super::script::Script;

/// A stretch of a row, by its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    /// Where it begins.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
}

impl Span {
    /// Whether `at` lies inside.
    pub(super) fn holds(self, at: usize) -> bool {
        (self.start..self.end).contains(&at)
    }
}

/// What a dash joins to the number of a template: where it was issued.
const CITED: [&str; 6] = ["Quyết định số", "Thông tư", "Nghị định", "Phụ lục", "Luật", "QĐ"];

/// The clauses of a row, from left to right: parted by line ends, semicolons, full stops and list marks.
pub(super) fn split(script: &Script) -> Vec<Span> {
    let folded = script.folded.as_str();
    let mut cuts: Vec<(usize, usize)> = script.breaks.iter().map(|at| (*at, *at)).collect();
    for (at, c) in folded.char_indices() {
        let end = at + c.len_utf8();
        let (before, after) = (&folded[..at], &folded[end..]);
        if let Some(marker) = letter(c, before, after) {
            cuts.push((at - marker, end));
            continue;
        }
        let cut = match c {
            ';' => depth(before) == 0,
            '.' => after.starts_with(' ') && !before.ends_with(|c: char| c.is_ascii_digit()) && depth(before) == 0,
            '-' | '+' | '*' | '•' | '–' => {
                (before.is_empty() || before.ends_with([' ', ':', '.', ';'])) && bullet(&script.kept[end..], before)
            }
            _ => false,
        };
        if cut {
            cuts.push((at, end));
        }
    }
    cuts.sort_unstable();
    rejoin(folded, between(&cuts, folded.len()))
}

/// `spans`, with a condition that runs on over a semicolon up to its "thì" made whole again.
fn rejoin(folded: &str, spans: Vec<Span>) -> Vec<Span> {
    let mut whole: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        let words = &folded[span.start..span.end];
        match whole.last_mut() {
            Some(last) if runs_on(&folded[last.start..last.end], words) && folded[last.end..span.start].contains(';') => {
                last.end = span.end
            }
            _ => whole.push(span),
        }
    }
    whole
}

/// Whether `first` opens a condition that only `next` closes.
fn runs_on(first: &str, next: &str) -> bool {
    let opens = |words: &str| {
        phrase::head(words.trim_start_matches(|c: char| !c.is_alphabetic()), &["trường hợp", "đối với trường hợp", "nếu"]).is_some()
    };
    opens(first) && !phrase::holds(first, &["thì"]) && !first.contains(':') && !opens(next) && phrase::holds(next, &["thì"])
}

/// The length of the list letter or number before a bracket that closes nothing, as in "a) …".
fn letter(c: char, before: &str, after: &str) -> Option<usize> {
    let word = before.rsplit(' ').next().filter(|_| c == ')' && after.starts_with(' '))?;
    let short = (1..=4).contains(&word.chars().count()) && word.chars().all(|c| c.is_alphanumeric() || c == '.');
    (short && depth(before) == 0).then_some(word.len())
}

/// Whether a dash with `after` (as written) and `before` beside it begins an item rather than joining two words.
fn bullet(after: &str, before: &str) -> bool {
    let opens = before.trim_end().is_empty() || before.trim_end().ends_with([':', ';', '.', ')', ',']);
    let free = after.starts_with(' ') || after.starts_with(char::is_alphabetic);
    let capital = after.trim_start().starts_with(char::is_uppercase) && !CITED.iter().any(|cited| after.trim_start().starts_with(cited));
    free && (opens || before.ends_with(' ') && capital && depth(before) == 0)
}

/// How many brackets are open at the end of `before`.
pub(super) fn depth(before: &str) -> usize {
    before.chars().fold(0usize, |open, c| match c {
        '(' => open + 1,
        ')' => open.saturating_sub(1),
        _ => open,
    })
}

/// What lies between `cuts`.
fn between(cuts: &[(usize, usize)], len: usize) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for (at, end) in cuts.iter().copied().chain([(len, len)]) {
        if at > start {
            spans.push(Span { start, end: at });
        }
        start = start.max(end);
    }
    spans
}
