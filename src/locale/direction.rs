//! Words of two directions in one line: what is written from left to right is fenced off within Arabic.

use std::borrow::Cow;

use crate::locale::Locale;

/// Begins a stretch that finds its own direction.
const BEGIN: char = '\u{2068}';
/// Ends it.
const END: char = '\u{2069}';

impl Locale {
    /// `words` for a page that people look at: within a language written from right to left, each stretch of Latin
    /// letters and digits, with all that stands between them, is fenced off (FSI … PDI), so that `63/2010/NĐ-CP` stays whole.
    ///
    /// Text that programs read, a terminal among them, goes without: to them the fences are strange characters.
    pub fn isolated<'w>(&self, words: &'w str) -> Cow<'w, str> {
        let stretches = self.stretches(words);
        if stretches.iter().all(|(fenced, _)| !fenced) {
            return Cow::Borrowed(words);
        }
        let mut isolated = String::new();
        for (fenced, stretch) in stretches {
            isolated.extend(fenced.then_some(BEGIN));
            isolated.push_str(stretch);
            isolated.extend(fenced.then_some(END));
        }
        Cow::Owned(isolated)
    }

    /// `words` in stretches, each with whether it runs against the language and is to be fenced off.
    pub fn stretches<'w>(&self, words: &'w str) -> Vec<(bool, &'w str)> {
        if !self.is_rtl() {
            // Here whatever stands beside the strange words may be theirs, so all of it is fenced off.
            return vec![(words.contains(is_right_letter), words)];
        }
        let mut stretches = Vec::new();
        let mut rest = words;
        while let Some(begin) = rest.find(|c| is_left(c) || c.is_ascii_digit()) {
            // The strokes before a flag are a part of it: `--volumes`.
            let begin = rest.get(..begin).map_or(begin, |before| before.trim_end_matches('-').len());
            let (before, from) = rest.split_at(begin);
            let (stretch, after) = from.split_at(length(from));
            stretches.push((false, before));
            stretches.push((stretch.contains(is_left), stretch));
            rest = after;
        }
        stretches.push((false, rest));
        stretches.retain(|(_, stretch)| !stretch.is_empty());
        stretches
    }
}

/// Letters that are written from left to right.
fn is_left(c: char) -> bool {
    c.is_alphabetic() && !is_right(c)
}

/// Letters that are written from right to left, and the marks of Arabic that part one stretch from the next.
fn is_right(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '«' | '»')
}

fn is_right_letter(c: char) -> bool {
    is_right(c) && !matches!(c, '«' | '»')
}

/// How far the stretch goes that `words` begin with: to its last letter or digit before words from right to left, and
/// over the brackets that close what it opened.
fn length(words: &str) -> usize {
    let (mut end, mut open) = (0, 0);
    for (at, c) in words.char_indices() {
        let closes = matches!(c, ')' | ']') && open > 0;
        match c {
            c if is_right(c) => break,
            '(' | '[' => open += 1,
            ')' | ']' if !closes => break,
            ')' | ']' => open -= 1,
            _ => (),
        }
        if closes || c.is_alphanumeric() || is_mark(c) {
            end = at + c.len_utf8();
        }
    }
    end
}

/// Marks that belong to the letter or digit before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '%' | '…')
}
