//! The lines of a text: which comes next, how far it is indented, and the comments on the way.

use crate::{
    span::{FileId, Span},
    yaml::node::{Comment, Entry, Node, Style, Value},
};

/// The signs that mean something within brackets.
const SIGNS: [bool; 256] = table(b",[]{}:#\n");

/// The signs with which no bare words begin.
const NEVER_FIRST: [bool; 256] = table(b"?:,[]{}#&*!|>'\"%@` \n");

/// Whether each byte is one `of` these: one look instead of many.
const fn table(of: &[u8]) -> [bool; 256] {
    let (mut signs, mut at) = ([false; 256], 0);
    while at < of.len() {
        signs[of[at] as usize] = true;
        at += 1;
    }
    signs
}

/// A text, and how far it is read.
pub(super) struct Text<'t> {
    pub(super) file: FileId,
    pub(super) content: &'t str,
    /// The byte that is read next.
    pub(super) at: usize,
    /// Where the line of `at` begins.
    line: usize,
    /// How far the node at `at` is indented, as far as only blanks and dashes stand before it; nothing at the end of the text.
    pub(super) column: Option<usize>,
    pub(super) comments: Vec<Comment>,
    /// The entries of the maps and the items of the lists that are still open, innermost last: each collection takes its own when it
    /// closes, all at once and no larger than it is.
    pub(super) entries: Vec<Entry<'t>>,
    pub(super) items: Vec<Node<'t>>,
}

impl<'t> Text<'t> {
    pub(super) fn new(file: FileId, content: &'t str) -> Self {
        Self { file, content, at: 0, line: 0, column: None, comments: Vec::new(), entries: Vec::new(), items: Vec::new() }
    }

    /// The byte at a place; the end of the text reads as the end of a line.
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.content.as_bytes().get(at).copied().unwrap_or(b'\n')
    }

    /// The first place from `at` on whose byte `ends` what is read, else the end of the text. It is asked of 16 bytes at once,
    /// which the compiler turns into a few instructions.
    pub(super) fn find(&self, at: usize, ends: impl Fn(u8) -> bool) -> usize {
        let rest = self.content.as_bytes().get(at..).unwrap_or_default();
        let (chunks, _) = rest.as_chunks::<16>();
        let goes_on = |chunk: &&[u8; 16]| !chunk.iter().fold(false, |found, byte| found | ends(*byte));
        let passed = chunks.iter().take_while(goes_on).count() * 16;
        let rest = rest.get(passed..).unwrap_or_default();
        at + passed + rest.iter().position(|byte| ends(*byte)).unwrap_or(rest.len())
    }

    /// Whether bare words may begin with what stands there.
    pub(super) fn may_begin(&self, at: usize) -> bool {
        match self.byte(at) {
            b'-' => !is_end(self.byte(at + 1)),
            byte => !NEVER_FIRST[usize::from(byte)],
        }
    }

    /// The first place from `at` on that may end bare words in brackets. They are short, so byte by byte is quickest.
    pub(super) fn find_sign(&self, at: usize) -> usize {
        let rest = self.content.as_bytes().get(at..).unwrap_or_default();
        at + rest.iter().position(|byte| SIGNS[usize::from(*byte)]).unwrap_or(rest.len())
    }

    /// Where the line of `at` ends.
    pub(super) fn end_of_line(&self, at: usize) -> usize {
        self.find(at, |byte| byte == b'\n')
    }

    /// The place behind the last byte between two places that is no blank.
    pub(super) fn before_blanks(&self, start: usize, end: usize) -> usize {
        let words = self.content.as_bytes().get(start..end).unwrap_or_default();
        // Words seldom end with blanks.
        if words.last().is_some_and(|last| *last != b' ') {
            return end;
        }
        start + words.iter().rposition(|byte| *byte != b' ').map_or(0, |last| last + 1)
    }

    /// The first byte from `at` on that is no blank.
    pub(super) fn after_blanks(&self, at: usize) -> usize {
        let rest = self.content.as_bytes().get(at..).unwrap_or_default();
        at + rest.iter().take_while(|byte| **byte == b' ').count()
    }

    /// Whether an item of a block list begins here.
    pub(super) fn at_dash(&self) -> bool {
        self.byte(self.at) == b'-' && matches!(self.byte(self.at + 1), b' ' | b'\n')
    }

    /// Goes to the first line that holds more than blanks and comments.
    pub(super) fn begin(&mut self) {
        self.line(0);
    }

    /// From the end of a line to the next that holds more than blanks and comments.
    pub(super) fn next_line(&mut self) {
        self.line(self.at + 1);
    }

    fn line(&mut self, mut start: usize) {
        self.column = None;
        while start < self.content.len() {
            let at = self.after_blanks(start);
            match self.byte(at) {
                b'\n' => start = at + 1,
                b'#' => start = self.comment(at, false) + 1,
                _ => {
                    (self.line, self.at, self.column) = (start, at, Some(at - start));
                    return;
                }
            }
        }
        self.at = self.content.len();
    }

    /// What stands behind a dash begins a column of its own.
    pub(super) fn step_in(&mut self, at: usize) {
        (self.at, self.column) = (at, Some(at - self.line));
    }

    /// Keeps the comment at a `#` and gives the end of its line.
    fn comment(&mut self, at: usize, trailing: bool) -> usize {
        let end = self.end_of_line(at);
        self.comments.push(Comment { span: Span::new(self.file, at..end), trailing });
        end
    }

    /// Goes over what may stand behind a value on its line: blanks and a comment. Nothing where something else does.
    pub(super) fn rest_of_line(&mut self) -> Option<()> {
        let at = self.after_blanks(self.at);
        self.at = match self.byte(at) {
            b'\n' => at,
            b'#' if at > self.at => self.comment(at, true),
            _ => return None,
        };
        Some(())
    }

    /// A node of this text.
    pub(super) fn made(&self, start: usize, end: usize, style: Style, value: Value<'t>) -> Node<'t> {
        Node { span: Span::new(self.file, start..end), style, anchored: false, value }
    }
}

/// Whether a colon or a dash before `byte` parts what stands around it.
pub(super) fn is_end(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n')
}
