//! Literal and folded blocks of text.

use std::borrow::Cow;

use crate::yaml::{
    fast::lines::Text,
    node::{Node, Style, Value},
};

impl<'t> Text<'t> {
    /// The block that a `|` or `>` opens here, below a key or dash at `column`.
    pub(super) fn literal(&mut self, column: usize) -> Option<Node<'t>> {
        let (opened, folded) = (self.at, self.byte(self.at) == b'>');
        let stripped = self.byte(opened + 1) == b'-';
        let header = self.after_blanks(opened + 1 + usize::from(stripped));
        let indent = self.after_blanks(header + 1) - (header + 1);
        // A first line without words may say how far the block is indented, or not.
        if self.byte(header) != b'\n' || indent <= column || self.byte(header + 1 + indent) == b'\n' {
            return None;
        }
        self.at = header;
        let mut words = self.lines_of(column, indent, folded)?;
        let end = self.content.get(opened..self.at)?.trim_end().len();
        if !stripped {
            words.push('\n');
        }
        Some(self.made(opened, opened + end, Style::Block, Value::Text(Cow::Owned(words))))
    }

    /// The words of the lines below that are indented so far, and the way to the end of the last of them.
    fn lines_of(&mut self, column: usize, indent: usize, folded: bool) -> Option<String> {
        let mut words = String::new();
        let mut breaks = 0;
        let mut start = self.at + 1;
        while start < self.content.len() {
            let (at, end) = (self.after_blanks(start), self.end_of_line(start));
            let spaces = at - start;
            if at == end {
                // Blanks beyond the indentation are words, which is rare.
                if spaces > indent {
                    return None;
                }
                breaks += 1;
                start = end + 1;
                continue;
            }
            if spaces < indent {
                // What is indented less than the block and more than its key is an error or a comment.
                return (spaces <= column).then_some(words);
            }
            // A folded line that is indented further is not folded.
            if folded && spaces > indent {
                return None;
            }
            words.push_str(joint(words.is_empty(), folded, breaks));
            words.extend(std::iter::repeat_n('\n', breaks));
            words.push_str(self.content.get(start + indent..end)?);
            (breaks, self.at, start) = (0, end, end + 1);
        }
        Some(words)
    }
}

/// What joins a line to the one before it, beside the empty lines between.
fn joint(first: bool, folded: bool, breaks: usize) -> &'static str {
    match (first, folded, breaks) {
        (true, ..) | (_, true, 1..) => "",
        (false, true, 0) => " ",
        (false, false, _) => "\n",
    }
}
