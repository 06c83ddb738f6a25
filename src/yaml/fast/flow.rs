//! Maps and lists in brackets, on one line.

use std::borrow::Cow;

use crate::{
    span::Spanned,
    yaml::{
        fast::{
            DEEPEST,
            lines::{Text, is_end},
        },
        key,
        node::{Entry, Node, Style, Value},
    },
};

impl<'t> Text<'t> {
    /// The collection whose bracket opens here, within `depth` others.
    pub(super) fn flow(&mut self, depth: usize) -> Option<Node<'t>> {
        if depth >= DEEPEST {
            return None;
        }
        let start = self.at;
        let value = if self.byte(start) == b'[' { self.flow_list(depth)? } else { self.flow_map(depth)? };
        Some(self.made(start, self.at, Style::Flow, value))
    }

    fn flow_list(&mut self, depth: usize) -> Option<Value<'t>> {
        if self.opens_empty(b']') {
            return Some(Value::List(Vec::new()));
        }
        let open = self.items.len();
        loop {
            let item = self.flow_node(depth)?;
            self.items.push(item);
            if self.closes(b']')? {
                return Some(Value::List(self.items.split_off(open)));
            }
        }
    }

    fn flow_map(&mut self, depth: usize) -> Option<Value<'t>> {
        if self.opens_empty(b'}') {
            return Some(Value::Map(Vec::new()));
        }
        let open = self.entries.len();
        loop {
            let key = self.flow_key()?;
            self.at = self.after_blanks(self.at + 1);
            let value = self.flow_node(depth)?;
            self.entries.push(Entry { key, value });
            if self.closes(b'}')? {
                let entries = self.entries.split_off(open);
                return (!key::is_repeated(&entries)).then_some(Value::Map(entries));
            }
        }
    }

    /// Goes over the bracket and, where nothing stands between, over its partner.
    fn opens_empty(&mut self, partner: u8) -> bool {
        self.at = self.after_blanks(self.at + 1);
        let empty = self.byte(self.at) == partner;
        self.at += usize::from(empty);
        empty
    }

    /// Goes over a comma or the closing bracket, and says which it was.
    fn closes(&mut self, bracket: u8) -> Option<bool> {
        let at = self.after_blanks(self.at);
        match self.byte(at) {
            b',' => self.at = self.after_blanks(at + 1),
            byte if byte == bracket => {
                self.at = at + 1;
                return Some(true);
            }
            _ => return None,
        }
        Some(false)
    }

    fn flow_node(&mut self, depth: usize) -> Option<Node<'t>> {
        match self.byte(self.at) {
            b'[' | b'{' => self.flow(depth + 1),
            b'\'' | b'"' => self.quoted(),
            _ => {
                let start = self.at;
                let end = self.flow_end(start)?;
                self.at = end;
                // A pair without braces is a map, which is rare.
                if self.byte(self.after_blanks(end)) == b':' { None } else { self.bare(start, end) }
            }
        }
    }

    fn flow_key(&mut self) -> Option<Spanned<Cow<'t, str>>> {
        if matches!(self.byte(self.at), b'\'' | b'"') {
            return self.key();
        }
        let (start, end) = (self.at, self.flow_end(self.at)?);
        self.bare_key(start, end)
    }

    /// Where the bare words that begin at `start` end in front of a comma, a bracket or the colon of a key.
    fn flow_end(&self, start: usize) -> Option<usize> {
        if !self.may_begin(start) || (self.byte(start) == b'-' && b",[]{}".contains(&self.byte(start + 1))) {
            return None;
        }
        let mut at = start;
        loop {
            at = self.find_sign(at);
            let next = self.byte(at + 1);
            match self.byte(at) {
                b':' if is_end(next) => break,
                b':' if b",[]{}".contains(&next) => return None,
                b'#' if self.byte(at - 1) == b' ' => return None,
                b':' | b'#' => at += 1,
                b',' | b']' | b'}' => break,
                _ => return None,
            }
        }
        Some(self.before_blanks(start, at))
    }
}
