//! The words and signs of an expression.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::text;

use super::fault::Fault;

/// One word or sign.
#[derive(Debug, PartialEq)]
pub(super) enum Token {
    /// `3`; the sign before it is not its own.
    Int(u64),
    /// `0.5`
    Decimal(Decimal),
    /// `'words'`
    Text(String),
    /// `name`
    Name(String),
    /// `(`, `&&`, `in`, …
    Sign(&'static str),
    /// There is no more.
    End,
}

/// A word or sign and its place.
pub(super) struct Lexeme {
    /// What it is.
    pub token: Token,
    /// Where it stands.
    pub at: Range<usize>,
}

/// Longer signs stand before those they begin with.
const SIGNS: &[&str] =
    &["==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "+", "-", "*", "/", "%", "(", ")", "[", "]", ",", ".", "?", ":"];

/// What people write for a sign of ours, and the sign.
const SLIPS: &[(&str, &str)] =
    &[("=", "=="), ("&", "&&"), ("|", "||"), ("and", "&&"), ("or", "||"), ("not", "!"), ("≠", "!="), ("≤", "<="), ("≥", ">=")];

const BACKSLASH: &str = "after a backslash stands another, a quote, n or t; in r'…' it means itself";

/// Takes an expression apart into words and signs, the last of them `End`.
pub(super) fn lex(text: &str) -> Result<Vec<Lexeme>, Fault> {
    let mut lexer = Lexer { text, at: 0 };
    let mut found = Vec::new();
    loop {
        lexer.skip(|c| matches!(c, ' ' | '\t' | '\n' | '\r'));
        let from = lexer.at;
        let token = lexer.token()?;
        let last = token == Token::End;
        found.push(Lexeme { token, at: from..lexer.at });
        if last {
            return Ok(found);
        }
    }
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Lexer<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn bump(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// Steps over the characters that pass, and gives them.
    fn skip(&mut self, passes: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let skipped = rest.find(|c| !passes(c)).map_or(rest, |end| rest.get(..end).unwrap_or_default());
        self.at += skipped.len();
        skipped
    }

    fn token(&mut self) -> Result<Token, Fault> {
        let from = self.at;
        match self.peek() {
            None => Ok(Token::End),
            Some(c) if c.is_ascii_digit() => self.number(),
            Some('\'' | '"') => self.words(from, false),
            Some(c) if c.is_ascii_alphabetic() || c == '_' => self.name(),
            Some(c) => {
                let Some(sign) = SIGNS.iter().find(|sign| self.rest().starts_with(**sign)) else {
                    let end = from + c.len_utf8();
                    return Err(Fault::new(from..end, slip(&c.to_string()).unwrap_or_else(|| strange(c))));
                };
                self.at += sign.len();
                Ok(Token::Sign(sign))
            }
        }
    }

    fn name(&mut self) -> Result<Token, Fault> {
        let from = self.at;
        let name = self.skip(|c| c.is_ascii_alphanumeric() || c == '_');
        if name == "r" && matches!(self.peek(), Some('\'' | '"')) {
            return self.words(from, true);
        }
        // After a dot any name is a word; by itself `or` is a slip.
        let dotted = self.text.get(..from).is_some_and(|before| before.trim_end().ends_with('.'));
        match slip(name) {
            Some(says) if !dotted => Err(Fault::new(from..self.at, says)),
            _ if name == "in" && !dotted => Ok(Token::Sign("in")),
            _ => Ok(Token::Name(name.to_owned())),
        }
    }

    fn number(&mut self) -> Result<Token, Fault> {
        let from = self.at;
        self.skip(|c| c.is_ascii_digit());
        let mut after = self.rest().chars();
        let fraction = after.next() == Some('.') && after.next().is_some_and(|c| c.is_ascii_digit());
        if fraction {
            self.bump();
            self.skip(|c| c.is_ascii_digit());
        }
        let written = self.text.get(from..self.at).unwrap_or_default();
        if self.peek().is_some_and(|c| c.is_ascii_alphanumeric() || c == '_') {
            self.skip(|c| c.is_ascii_alphanumeric() || c == '_');
            return Err(Fault::new(from..self.at, "a number is written with digits and at most one point"));
        }
        let large = || Fault::new(from..self.at, "this number has too many digits");
        if fraction {
            Decimal::from_str_exact(written).map(Token::Decimal).map_err(|_| large())
        } else {
            written.parse().map(Token::Int).map_err(|_| large())
        }
    }

    /// A text from its opening quote on; in a raw one a backslash is a backslash.
    fn words(&mut self, from: usize, raw: bool) -> Result<Token, Fault> {
        let quote = self.bump();
        let mut words = String::new();
        loop {
            let at = self.at;
            match self.bump() {
                None | Some('\n' | '\r') => {
                    return Err(Fault::new(from..at, "this text has no closing quote"));
                }
                end if end == quote => return Ok(Token::Text(text::nfc(&words).into_owned())),
                Some('\\') if !raw => match self.bump() {
                    Some(c @ ('\\' | '\'' | '"')) => words.push(c),
                    Some('n') => words.push('\n'),
                    Some('t') => words.push('\t'),
                    _ => return Err(Fault::new(at..self.at, BACKSLASH)),
                },
                Some(c) => words.push(c),
            }
        }
    }
}

fn slip(written: &str) -> Option<String> {
    let (_, sign) = SLIPS.iter().find(|(slip, _)| *slip == written)?;
    Some(format!("`{written}` is written `{sign}`"))
}

fn strange(c: char) -> String {
    match c {
        '“' | '”' | '‘' | '’' => "a text stands between straight quotes, ' or \"".to_owned(),
        '{' | '}' => "there are no maps here; a list is written [1, 2]".to_owned(),
        _ => format!("`{}` has no meaning here", text::terminal(&c.to_string())),
    }
}
