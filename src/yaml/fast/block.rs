//! Maps and lists by indentation.

use crate::yaml::{
    fast::{DEEPEST, lines::Text},
    key,
    node::{Entry, Node, Style, Value},
};

impl<'t> Text<'t> {
    /// The map or list that begins here, at its column, within `depth` others.
    pub(super) fn node(&mut self, depth: usize) -> Option<Node<'t>> {
        let column = self.column?;
        if depth >= DEEPEST {
            return None;
        }
        if self.at_dash() { self.list(column, depth) } else { self.map(column, depth) }
    }

    fn map(&mut self, column: usize, depth: usize) -> Option<Node<'t>> {
        let (start, open) = (self.at, self.entries.len());
        while self.column == Some(column) {
            if self.at_dash() {
                return None;
            }
            let key = self.key()?;
            // The library gives the colon as the place of a value that is not there.
            let colon = self.at;
            self.at += 1;
            let value = self.value(column, colon, depth)?;
            self.entries.push(Entry { key, value });
        }
        let entries = self.entries.split_off(open);
        if self.column > Some(column) || key::is_repeated(&entries) {
            return None;
        }
        let last = entries.last()?;
        let end = last.value.span.end.max(last.key.span.end) as usize;
        Some(self.made(start, end, Style::Plain, Value::Map(entries)))
    }

    /// What stands behind a colon, on its line or below.
    fn value(&mut self, column: usize, colon: usize, depth: usize) -> Option<Node<'t>> {
        let at = self.after_blanks(self.at);
        if !matches!(self.byte(at), b'\n' | b'#') {
            self.at = at;
            return self.words(column, depth);
        }
        self.rest_of_line()?;
        self.next_line();
        if self.column == Some(column) && self.at_dash() {
            // A list need not be indented below its key.
            return (depth + 1 < DEEPEST).then(|| self.list(column, depth + 1))?;
        }
        if self.column > Some(column) {
            return self.node(depth + 1);
        }
        Some(self.made(colon, colon, Style::Plain, Value::Null))
    }

    /// A value that begins on the line of its key or dash and is no block collection.
    fn words(&mut self, column: usize, depth: usize) -> Option<Node<'t>> {
        let node = match self.byte(self.at) {
            b'|' | b'>' => self.literal(column)?,
            b'[' | b'{' => {
                let node = self.flow(depth + 1)?;
                self.rest_of_line()?;
                node
            }
            b'\'' | b'"' => {
                let node = self.quoted()?;
                self.rest_of_line()?;
                node
            }
            _ => self.plain()?,
        };
        self.next_line();
        Some(node)
    }

    fn list(&mut self, column: usize, depth: usize) -> Option<Node<'t>> {
        let (start, open) = (self.at, self.items.len());
        while self.column == Some(column) && self.at_dash() {
            self.at += 1;
            let item = self.item(column, depth)?;
            self.items.push(item);
        }
        let items = self.items.split_off(open);
        if self.column > Some(column) {
            return None;
        }
        let end = items.last()?.span.end as usize;
        Some(self.made(start, end, Style::Plain, Value::List(items)))
    }

    /// What stands behind a dash, on its line or below.
    fn item(&mut self, column: usize, depth: usize) -> Option<Node<'t>> {
        let at = self.after_blanks(self.at);
        if matches!(self.byte(at), b'\n' | b'#') {
            self.rest_of_line()?;
            self.next_line();
            return if self.column > Some(column) { self.node(depth + 1) } else { None };
        }
        self.step_in(at);
        if self.at_dash() || self.at_key() { self.node(depth + 1) } else { self.words(column, depth) }
    }
}
