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
    let lower: Vec<char> = kept.chars().map(lower).collect();
    let mut folded = String::with_capacity(kept.len());
    let mut at = 0;
    while at < lower.len() {
        match respelt(&lower, at) {
            Some(pair) => {
                folded.extend(pair);
                at += 2;
            }
            None => {
                folded.push(lower[at]);
                at += 1;
            }
        }
    }
    folded
}

/// The small letter of `c`, where it takes as many bytes.
fn lower(c: char) -> char {
    let mut small = c.to_lowercase();
    match (small.next(), small.next()) {
        (Some(one), None) if one.len_utf8() == c.len_utf8() => one,
        _ => c,
    }
}

/// The older spelling `oà`, `uỷ` at the end of a syllable, in the newer one: `òa`, `ủy`.
fn respelt(letters: &[char], at: usize) -> Option<[char; 2]> {
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
    let first = *letters.get(at)?;
    let second = *letters.get(at + 1)?;
    let (_, _, new) = MOVED.iter().find(|(one, two, _)| *one == first && *two == second)?;
    let open = !letters.get(at + 2).is_some_and(|next| next.is_alphabetic());
    let after_q = at > 0 && letters[at - 1] == 'q';
    (open && !after_q).then_some(*new)
}
