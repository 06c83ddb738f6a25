//! A rule's `when`: a documented subset of CEL, checked when it is read, compiled to closures.

mod fault;
mod tree;
mod lex;
mod tokens;
mod parse;
mod typed;
mod flow;
mod check;
mod place;
mod operate;
mod call;
mod frame;
mod reckon;
mod ask;
mod compile;

pub use fault::Fault;

use std::{borrow::Cow, fmt};

use crate::{
    link::{Fact, Scope, Words},
    text,
};

use check::Check;
use compile::Compile;
use frame::{Answer, Frame};
use tree::{Kind, Node};
use typed::Plain;

/// What may be written in an expression, for whoever writes rules; a test compiles its examples.
#[doc = include_str!("grammar.md")]
pub const GRAMMAR: &str = include_str!("grammar.md");

/// A question about a subject, answered yes or no.
pub struct Predicate {
    answer: Answer,
    texts: Box<[String]>,
    words: Box<[u16]>,
}

impl Predicate {
    /// Asks it. Every question has an answer; a fact that is not what its word declared counts as no, 0 or empty.
    pub fn holds(&self, scope: &dyn Scope) -> bool {
        (self.answer)(&Frame::new(scope, &self.texts))
    }

    /// The places of the words it uses, in order.
    pub fn words(&self) -> &[u16] {
        &self.words
    }
}

/// An expression that answers with a text.
pub struct Value {
    value: frame::Value,
    texts: Box<[String]>,
    words: Box<[u16]>,
}

impl Value {
    /// The text.
    pub fn of<'s>(&'s self, scope: &'s dyn Scope) -> Cow<'s, str> {
        match (self.value)(&Frame::new(scope, &self.texts)) {
            Fact::Text(words) => words,
            _ => Cow::Borrowed(""),
        }
    }

    /// The places of the words it uses, in order.
    pub fn words(&self) -> &[u16] {
        &self.words
    }
}

impl fmt::Debug for Predicate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Predicate").field("words", &self.words).finish_non_exhaustive()
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Value").field("words", &self.words).finish_non_exhaustive()
    }
}

/// Reads a question, as `when` asks it.
pub fn compile(text: &str, words: &dyn Words) -> Result<Predicate, Fault> {
    let node = parse::parse(text)?;
    let mut check = Check::new(text, words);
    let (yes, _) = check.question(&node)?;
    let words = check.used.into_iter().collect();
    let mut compile = Compile::default();
    let answer = compile.answer(yes);
    Ok(Predicate { answer, texts: compile.texts.into(), words })
}

/// Reads an expression that answers with one of the texts in `allowed`, as `confidence` does; one of them by itself will do.
///
/// Texts written in the expression are held against `allowed`; texts that facts answer with are not.
pub fn compile_value(text: &str, words: &dyn Words, allowed: &[&str]) -> Result<Value, Fault> {
    let mut compile = Compile::default();
    if let Some(word) = allowed.iter().find(|word| **word == text.trim()) {
        let value = compile.value(Plain::Literal(Fact::from((*word).to_owned())));
        return Ok(Value { value, texts: compile.texts.into(), words: Box::default() });
    }
    let node = parse::parse(text)?;
    let mut check = Check::new(text, words);
    let plain = check.words_of(&node)?;
    answers_with(&node, allowed)?;
    let words = check.used.into_iter().collect();
    let value = compile.value(plain);
    Ok(Value { value, texts: compile.texts.into(), words })
}

/// Refuses a text that the expression can answer with and that is not allowed.
fn answers_with(node: &Node, allowed: &[&str]) -> Result<(), Fault> {
    match &node.kind {
        Kind::Choice(three) => {
            let [_, yes, no] = three.as_ref();
            answers_with(yes, allowed)?;
            answers_with(no, allowed)
        }
        Kind::Text(words) if !allowed.contains(&words.as_str()) => {
            let near = text::nearest(words, allowed.iter().copied());
            let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            let says = format!("`{}` is none of {}{near}", text::shorten(words, 60), allowed.join(", "));
            Err(Fault::new(node.at.clone(), says))
        }
        _ => Ok(()),
    }
}
