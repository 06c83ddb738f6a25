//! A row prepared for reading: as written and folded, letter under letter.

use crate::text;

/// The same words twice; a byte offset means the same place in both.
pub(super) struct Script {
    /// Composed, blanks folded, invisible characters gone; letters as written.
    pub(super) kept: String,
    /// The same in lower case, each tone mark where the newer spelling has it.
    pub(super) folded: String,
    /// Where a line ended in the source.
    pub(super) breaks: Vec<usize>,
}

impl Script {
    /// `words` prepared for reading.
    pub(super) fn new(words: &str) -> Self {
        let mut script = Self { kept: String::with_capacity(words.len()), folded: String::new(), breaks: Vec::new() };
        for c in text::nfc(words).chars() {
            script.push(c);
        }
        script.kept.truncate(script.kept.trim_end().len());
        // A line end after the last word parts nothing, and would lie behind the end.
        let end = script.kept.len();
        script.breaks.retain(|at| *at <= end);
        script.folded = fold(&script.kept);
        script
    }

    fn push(&mut self, c: char) {
        if matches!(c, '\n' | '\r') {
            self.breaks.push(self.kept.len());
        }
        if c.is_whitespace() {
            if !self.kept.is_empty() && !self.kept.ends_with(' ') {
                self.kept.push(' ');
            }
        } else if !text::is_invisible(c) {
            self.kept.push(c);
        }
    }
}

/// `kept` in lower case, without moving a byte.
pub(super) fn fold(kept: &str) -> String {
    let mut letters = kept.chars().map(lower).peekable();
    let mut folded = String::with_capacity(kept.len());
    let mut before = ' ';
    while let Some(first) = letters.next() {
        let pair = letters.peek().and_then(|second| respelt(first, *second)).filter(|_| before != 'q');
        match pair {
            Some(pair) => {
                let second = letters.next().unwrap_or(first);
                let open = !letters.peek().is_some_and(|next| next.is_alphabetic());
                folded.extend(if open { pair } else { [first, second] });
                before = second;
            }
            None => {
                folded.push(first);
                before = first;
            }
        }
    }
    folded
}

/// The small letter of `c`, where it takes as many bytes.
fn lower(c: char) -> char {
    if let Some(small) = text::small(c) {
        return small;
    }
    let mut small = c.to_lowercase();
    match (small.next(), small.next()) {
        (Some(one), None) if one.len_utf8() == c.len_utf8() => one,
        _ => c,
    }
}

/// Two letters of the older spelling `oà`, `uỷ` in the newer one, `òa`, `ủy`, as they stand at the end of a syllable.
fn respelt(first: char, second: char) -> Option<[char; 2]> {
    // Most letters are told apart by this.
    if !matches!(first, 'o' | 'u') || second.is_ascii() {
        return None;
    }
    const MOVED: [(char, char, [char; 2]); 15] = [
        ('o', 'à', ['ò', 'a']),
        ('o', 'á', ['ó', 'a']),
        ('o', 'ả', ['ỏ', 'a']),
        ('o', 'ã', ['õ', 'a']),
        ('o', 'ạ', ['ọ', 'a']),
        ('o', 'è', ['ò', 'e']),
        ('o', 'é', ['ó', 'e']),
        ('o', 'ẻ', ['ỏ', 'e']),
        ('o', 'ẽ', ['õ', 'e']),
        ('o', 'ẹ', ['ọ', 'e']),
        ('u', 'ỳ', ['ù', 'y']),
        ('u', 'ý', ['ú', 'y']),
        ('u', 'ỷ', ['ủ', 'y']),
        ('u', 'ỹ', ['ũ', 'y']),
        ('u', 'ỵ', ['ụ', 'y']),
    ];
    MOVED.iter().find(|(one, two, _)| *one == first && *two == second).map(|(_, _, new)| *new)
}
