//! The words and signs of an expression, taken one by one.

use std::{iter::Peekable, ops::Range, vec};

use super::{
    fault::Fault,
    lex::{Lexeme, Token, lex},
};

/// What is left to read.
pub(super) struct Tokens {
    rest: Peekable<vec::IntoIter<Lexeme>>,
    /// Where the last one taken stands.
    pub last: Range<usize>,
}

impl Tokens {
    /// All of them.
    pub(super) fn of(text: &str) -> Result<Self, Fault> {
        Ok(Self { rest: lex(text)?.into_iter().peekable(), last: 0..0 })
    }

    /// The next one, which stays.
    pub(super) fn peek(&mut self) -> &Token {
        self.rest.peek().map_or(&Token::End, |lexeme| &lexeme.token)
    }

    /// Whether the next one is this sign; it stays.
    pub(super) fn shows(&mut self, sign: &str) -> bool {
        matches!(self.peek(), Token::Sign(next) if *next == sign)
    }

    /// Takes the next one.
    pub(super) fn next(&mut self) -> Token {
        let Some(lexeme) = self.rest.next() else { return Token::End };
        self.last = lexeme.at;
        lexeme.token
    }

    /// Takes the sign if it comes next.
    pub(super) fn takes(&mut self, sign: &str) -> bool {
        let takes = self.shows(sign);
        if takes {
            self.next();
        }
        takes
    }

    /// Takes the sign, which must come next.
    pub(super) fn needs(&mut self, sign: &str) -> Result<(), Fault> {
        if self.takes(sign) { Ok(()) } else { Err(self.unexpected(&format!("`{sign}`"))) }
    }

    /// Where the next one begins.
    pub(super) fn here(&mut self) -> usize {
        self.rest.peek().map_or(self.last.end, |lexeme| lexeme.at.start)
    }

    /// The fault that the next one is not what was wanted.
    pub(super) fn unexpected(&mut self, wanted: &str) -> Fault {
        let at = self.rest.peek().map_or(self.last.clone(), |lexeme| lexeme.at.clone());
        let found = match self.peek() {
            Token::Int(_) | Token::Decimal(_) => "a number".to_owned(),
            Token::Text(_) => "a text".to_owned(),
            Token::Name(name) => format!("`{name}`"),
            Token::Sign(sign) => format!("`{sign}`"),
            Token::End => "the end".to_owned(),
        };
        Fault::new(at, format!("expected {wanted}, found {found}"))
    }

    /// The fault that the number just taken has no place in 64 bits.
    pub(super) fn large(&self) -> Fault {
        Fault::new(self.last.clone(), "this number is too large")
    }
}
