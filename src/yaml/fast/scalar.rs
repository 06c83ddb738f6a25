//! Words on one line: bare, in quotation marks, and as keys.

use std::borrow::Cow;

use crate::{
    span::{Span, Spanned},
    yaml::{
        bare,
        fast::lines::{Text, is_end},
        key,
        node::{Node, Style, Value},
        warn,
    },
};

/// The longest key, in bytes up to its colon. The library takes 1024 characters.
const LONGEST_KEY: usize = 1000;

/// What ends bare words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// A colon that parts a key from its value.
    Colon,
    /// A comment or the end of the line.
    Line,
}

impl<'t> Text<'t> {
    /// Whether a key begins here. Asked behind a dash, where words may stand too.
    pub(super) fn at_key(&self) -> bool {
        match self.byte(self.at) {
            b'[' | b'{' | b'|' | b'>' => false,
            quote @ (b'\'' | b'"') => self.closing(quote).is_some_and(|end| self.byte(end) == b':' && is_end(self.byte(end + 1))),
            _ => self.bare_end().1 == Stop::Colon,
        }
    }

    /// The key here, and the way to its colon.
    pub(super) fn key(&mut self) -> Option<Spanned<Cow<'t, str>>> {
        let start = self.at;
        if matches!(self.byte(start), b'\'' | b'"') {
            let node = self.quoted()?;
            return self.as_key(node);
        }
        let (end, Stop::Colon) = self.bare_end() else { return None };
        self.bare_key(start, end)
    }

    /// The bare words between two places as a key, and the way to its colon.
    pub(super) fn bare_key(&mut self, start: usize, end: usize) -> Option<Spanned<Cow<'t, str>>> {
        // What begins so may be the mark of a new document.
        if matches!(self.byte(start), b'-' | b'.') || !self.may_begin(start) {
            return None;
        }
        let words = self.content.get(start..end)?;
        self.at = self.after_blanks(end);
        if is_name(words) {
            let key = Spanned::new(Cow::Borrowed(words), Span::new(self.file, start..end));
            return (self.is_at_colon() && self.at - start <= LONGEST_KEY).then_some(key);
        }
        self.as_key(self.made(start, end, Style::Plain, bare::value(Cow::Borrowed(words))))
    }

    /// Whether a colon stands here that parts a key from its value.
    fn is_at_colon(&self) -> bool {
        self.byte(self.at) == b':' && is_end(self.byte(self.at + 1))
    }

    /// A node as the key of the colon here.
    fn as_key(&self, node: Node<'t>) -> Option<Spanned<Cow<'t, str>>> {
        let long = self.at - node.span.range().start;
        let fits = self.is_at_colon() && long <= LONGEST_KEY;
        let mut problems = Vec::new();
        let key = key::read(node, self.content, &mut problems);
        (fits && problems.is_empty()).then_some(key)
    }

    /// Bare words as a value, and what stands behind them on the line.
    pub(super) fn plain(&mut self) -> Option<Node<'t>> {
        let start = self.at;
        if !self.may_begin(start) {
            return None;
        }
        let (end, Stop::Line) = self.bare_end() else { return None };
        self.at = end;
        self.rest_of_line()?;
        self.bare(start, end)
    }

    /// The bare words between two places, as a value.
    pub(super) fn bare(&self, start: usize, end: usize) -> Option<Node<'t>> {
        let words = self.content.get(start..end)?;
        // It means two things, which is a problem to be told.
        if words.is_empty() || warn::is_boolean_of_1_1(words) {
            return None;
        }
        Some(self.made(start, end, Style::Plain, bare::value(Cow::Borrowed(words))))
    }

    /// Where the bare words here end, without blanks behind them, and what ends them.
    fn bare_end(&self) -> (usize, Stop) {
        let mut at = self.at;
        let stop = loop {
            at = self.find(at, |byte| (byte == b'\n') | (byte == b':') | (byte == b'#'));
            match self.byte(at) {
                b':' if is_end(self.byte(at + 1)) => break Stop::Colon,
                b'#' if at > self.at && self.byte(at - 1) == b' ' => break Stop::Line,
                b'\n' => break Stop::Line,
                _ => at += 1,
            }
        };
        (self.before_blanks(self.at, at), stop)
    }

    /// Words in quotation marks, which close on the same line; in double ones only `\"` and `\\` are escaped.
    pub(super) fn quoted(&mut self) -> Option<Node<'t>> {
        let (start, quote) = (self.at, self.byte(self.at));
        let end = self.closing(quote)?;
        self.at = end;
        let words = self.content.get(start + 1..end - 1)?;
        let (style, escape) = if quote == b'"' { (Style::DoubleQuoted, '\\') } else { (Style::SingleQuoted, '\'') };
        let words = if words.contains(escape) { Cow::Owned(unescaped(words, escape)) } else { Cow::Borrowed(words) };
        Some(self.made(start, end, style, Value::Text(words)))
    }

    /// The place behind the mark that closes the one here.
    fn closing(&self, quote: u8) -> Option<usize> {
        let mut at = self.at + 1;
        loop {
            at = self.find(at, |byte| (byte == quote) | (byte == b'\n') | (byte == b'\\'));
            match self.byte(at) {
                b'\n' => return None,
                b'\\' if quote == b'"' && !matches!(self.byte(at + 1), b'"' | b'\\') => return None,
                b'\\' if quote == b'"' => at += 2,
                byte if byte != quote => at += 1,
                _ if quote == b'\'' && self.byte(at + 1) == quote => at += 2,
                _ => return Some(at + 1),
            }
        }
    }
}

/// Whether `words` are a key as this program knows them, of small letters: it reads as itself, whatever it says.
fn is_name(words: &str) -> bool {
    words.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

/// The words without the sign that says that the next one is meant by itself.
fn unescaped(words: &str, escape: char) -> String {
    let mut taken = false;
    let keeps = |c: &char| {
        taken = *c == escape && !taken;
        !taken
    };
    words.chars().filter(keeps).collect()
}
