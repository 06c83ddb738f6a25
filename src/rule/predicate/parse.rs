//! Words and signs to a tree, within bounds that no expression can escape.

use std::ops::Range;

use super::{
    fault::Fault,
    lex::Token,
    tokens::Tokens,
    tree::{Call, Kind, Node, Op},
};

/// The longest expression, in bytes.
const MOST_BYTES: usize = 4096;
/// The most parts an expression has.
const MOST_NODES: usize = 512;
/// The most parts below one another.
const MOST_HEIGHT: usize = 64;
/// The most values a written list holds.
const MOST_ITEMS: usize = 256;

/// Reads an expression.
pub(super) fn parse(text: &str) -> Result<Node, Fault> {
    if text.len() > MOST_BYTES {
        return Err(Fault::new(0..0, format!("an expression has at most {MOST_BYTES} bytes")));
    }
    let mut parser = Parser { tokens: Tokens::of(text)?, depth: 0, nodes: 0 };
    let node = parser.expression()?;
    match parser.tokens.peek() {
        Token::End => Ok(node),
        _ => Err(parser.tokens.unexpected("an operator such as `==` or `&&`")),
    }
}

struct Parser {
    tokens: Tokens,
    depth: usize,
    nodes: usize,
}

impl Parser {
    /// A node that begins at `from` and ends with the last token taken.
    fn node(&mut self, from: usize, kind: Kind) -> Result<Node, Fault> {
        let height = 1 + kind.below().iter().map(|node| node.height).max().unwrap_or(0);
        let at = from..self.tokens.last.end;
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            return Err(Fault::new(at, format!("an expression has at most {MOST_NODES} parts")));
        }
        if height > MOST_HEIGHT {
            return Err(deep(at));
        }
        Ok(Node { at, height, kind })
    }

    /// One step further down; every way into itself leads through here.
    fn deeper(&mut self, read: impl FnOnce(&mut Self) -> Result<Node, Fault>) -> Result<Node, Fault> {
        self.depth += 1;
        if self.depth > MOST_HEIGHT {
            return Err(deep(self.tokens.last.clone()));
        }
        let node = read(self);
        self.depth -= 1;
        node
    }

    fn expression(&mut self) -> Result<Node, Fault> {
        self.deeper(|parser| {
            let from = parser.tokens.here();
            let test = parser.either()?;
            if !parser.tokens.takes("?") {
                return Ok(test);
            }
            let yes = parser.either()?;
            parser.tokens.needs(":")?;
            let no = parser.expression()?;
            parser.node(from, Kind::Choice(Box::new([test, yes, no])))
        })
    }

    fn either(&mut self) -> Result<Node, Fault> {
        self.chain("||", Self::every, Kind::Either)
    }

    fn every(&mut self) -> Result<Node, Fault> {
        self.chain("&&", |parser| parser.binary(1), Kind::Every)
    }

    /// Operands joined by one sign, kept side by side so that a long chain is not a deep one.
    fn chain(
        &mut self,
        sign: &str,
        operand: impl Fn(&mut Self) -> Result<Node, Fault>,
        kind: impl FnOnce(Vec<Node>) -> Kind,
    ) -> Result<Node, Fault> {
        let from = self.tokens.here();
        let first = operand(self)?;
        if !self.tokens.shows(sign) {
            return Ok(first);
        }
        let mut operands = vec![first];
        while self.tokens.takes(sign) {
            operands.push(operand(self)?);
        }
        self.node(from, kind(operands))
    }

    /// Operators that bind at least so tightly, from left to right.
    fn binary(&mut self, tightness: u8) -> Result<Node, Fault> {
        let from = self.tokens.here();
        let mut left = self.unary()?;
        loop {
            let Token::Sign(sign) = *self.tokens.peek() else { return Ok(left) };
            let Some((op, binds)) = Op::read(sign).filter(|(_, binds)| *binds >= tightness) else {
                return Ok(left);
            };
            self.tokens.next();
            let right = self.binary(binds + 1)?;
            left = self.node(from, Kind::Binary(op, Box::new([left, right])))?;
        }
    }

    fn unary(&mut self) -> Result<Node, Fault> {
        let from = self.tokens.here();
        if self.tokens.takes("!") {
            let inner = self.deeper(Self::unary)?;
            return self.node(from, Kind::Not(Box::new(inner)));
        }
        if !self.tokens.takes("-") {
            return self.member();
        }
        match *self.tokens.peek() {
            Token::Int(number) => {
                self.tokens.next();
                let number = 0_i64.checked_sub_unsigned(number).ok_or_else(|| self.tokens.large())?;
                self.node(from, Kind::Int(number))
            }
            Token::Decimal(number) => {
                self.tokens.next();
                self.node(from, Kind::Decimal(-number))
            }
            _ => {
                let inner = self.deeper(Self::unary)?;
                self.node(from, Kind::Minus(Box::new(inner)))
            }
        }
    }

    fn member(&mut self) -> Result<Node, Fault> {
        let from = self.tokens.here();
        let mut node = self.primary()?;
        loop {
            if self.tokens.takes("[") {
                let says = "a list is not read by position; ask `x in list`, list.exists(x, …), list.all(x, …) or list.size()";
                return Err(Fault::new(self.tokens.last.clone(), says));
            }
            if !self.tokens.takes(".") {
                return Ok(node);
            }
            if !matches!(self.tokens.peek(), Token::Name(_)) {
                return Err(self.tokens.unexpected("a name after the dot"));
            }
            let Token::Name(name) = self.tokens.next() else { return Ok(node) };
            let named = self.tokens.last.clone();
            let kind = if self.tokens.takes("(") {
                let args = self.items(")")?;
                Kind::Call(Call { on: Some(Box::new(node)), name, named, args })
            } else {
                Kind::Select(Box::new(node), name)
            };
            node = self.node(from, kind)?;
        }
    }

    fn primary(&mut self) -> Result<Node, Fault> {
        let from = self.tokens.here();
        if self.tokens.takes("(") {
            let inner = self.expression()?;
            self.tokens.needs(")")?;
            return Ok(Node { at: from..self.tokens.last.end, ..inner });
        }
        if self.tokens.takes("[") {
            let items = self.items("]")?;
            return self.node(from, Kind::List(items));
        }
        if matches!(self.tokens.peek(), Token::Sign(_) | Token::End) {
            return Err(self.tokens.unexpected("a word, a value or `(`"));
        }
        let kind = match self.tokens.next() {
            Token::Int(number) => Kind::Int(i64::try_from(number).map_err(|_| self.tokens.large())?),
            Token::Decimal(number) => Kind::Decimal(number),
            Token::Text(words) => Kind::Text(words),
            Token::Name(name) => return self.named(from, name),
            Token::Sign(_) | Token::End => Kind::Null,
        };
        self.node(from, kind)
    }

    fn named(&mut self, from: usize, name: String) -> Result<Node, Fault> {
        let named = self.tokens.last.clone();
        let kind = match name.as_str() {
            "true" => Kind::Bool(true),
            "false" => Kind::Bool(false),
            "null" => Kind::Null,
            _ if self.tokens.takes("(") => Kind::Call(Call { on: None, name, named, args: self.items(")")? }),
            _ => Kind::Name(name),
        };
        self.node(from, kind)
    }

    /// Expressions parted by commas, up to the sign that ends them.
    fn items(&mut self, end: &str) -> Result<Vec<Node>, Fault> {
        let mut items = Vec::new();
        while !self.tokens.takes(end) {
            if !items.is_empty() {
                self.tokens.needs(",")?;
            }
            items.push(self.expression()?);
            if items.len() > MOST_ITEMS {
                return Err(Fault::new(self.tokens.last.clone(), format!("a list holds at most {MOST_ITEMS} values")));
            }
        }
        Ok(items)
    }
}

fn deep(at: Range<usize>) -> Fault {
    Fault::new(at, format!("an expression is at most {MOST_HEIGHT} parts deep"))
}
