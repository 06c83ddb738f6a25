//! Expressions made to do harm: every one is refused or answered, soon, on a small stack.

use std::{
    thread,
    time::{Duration, Instant},
};

use redtape::{
    link::{Fact, Scope},
    rule::predicate::compile,
};

use crate::{
    dice::Dice,
    subject::{subject, words},
};

/// Half of what Rust gives a thread, and enough for a build without optimisation.
const STACK: usize = 1024 * 1024;

fn within_bounds(name: &str, expression: String) {
    let begun = Instant::now();
    let asked = move || match compile(&expression, &words()) {
        Ok(predicate) => predicate.holds(&subject(&[])),
        Err(fault) => {
            assert!(fault.says.len() < 400, "{}", fault.says);
            expression.get(fault.at).is_some()
        }
    };
    let thread = thread::Builder::new().stack_size(STACK).spawn(asked).unwrap();
    assert!(thread.join().is_ok(), "{name} panicked");
    assert!(begun.elapsed() < Duration::from_secs(2), "{name} took {:?}", begun.elapsed());
}

#[test]
fn deep_and_long_expressions_end_well() {
    for many in [30, 63, 64, 65, 300, 511, 513, 2_000, 100_000] {
        let times = |part: &str| part.repeat(many);
        for (name, expression) in [
            ("parentheses", format!("{}true{}", times("("), times(")"))),
            ("open", times("(")),
            ("nots", times("!") + "true"),
            ("minuses", times("- ") + "1 == 1"),
            ("sums", format!("1{} == 1", times("+1"))),
            ("products", format!("1{} == 1", times("*1"))),
            ("conjunction", "true".to_owned() + &times("&&true")),
            ("disjunction", "document.held".to_owned() + &times("||document.held")),
            ("guards", "document.law!=null".to_owned() + &times("&&document.law!=null")),
            ("mixed", "true".to_owned() + &times("&&true||false")),
            ("choices", times("true?true:") + "true"),
            ("conditions", format!("{}true{}", times("(true?"), times(":true)"))),
            ("fields", "a".to_owned() + &times(".a")),
            ("calls", "a".to_owned() + &times(".size()")),
            ("functions", format!("{}1{} == 1", times("size("), times(")"))),
            ("positions", "a".to_owned() + &times("[0]")),
            ("lists", format!("{}1{} == 1", times("["), times("]"))),
            ("list", format!("1 in [1{}]", times(",1"))),
            ("filters", format!("document.proves{}.size() > 0", times(".filter(x,true)"))),
            ("loops", format!("{}true{}", times("[1].all(x,"), times(")"))),
            ("text", format!("'{}' == ''", times("a"))),
            ("pattern", format!("'a'.matches('{}')", times("a*"))),
            ("groups", format!("'a'.matches('{}a{}')", times("("), times(")"))),
            ("number", times("9") + " == 1"),
            ("fraction", format!("0.{} == 1", times("9"))),
            ("name", times("a")),
            ("word", format!("document.{} == 1", times("a"))),
            ("function", format!("{}(1)", times("a"))),
            ("blanks", times(" ") + "true"),
            ("quotes", times("'")),
            ("backslashes", format!("'{}' == ''", times("\\\\"))),
        ] {
            within_bounds(&format!("{many} {name}"), expression);
        }
    }
}

#[test]
fn patterns_are_linear() {
    let long = [("document.title", Fact::from("a".repeat(20_000)))];
    for pattern in ["(a*)*b", "(a|a)*b", "(a+)+$b", "(.*)*x", "((a{0,10}){0,10}){0,10}b"] {
        let expression = format!("document.title.matches('{pattern}')");
        let begun = Instant::now();
        if let Ok(predicate) = compile(&expression, &words()) {
            predicate.holds(&subject(&long));
        }
        assert!(begun.elapsed() < Duration::from_secs(2), "{pattern} took {:?}", begun.elapsed());
    }
}

const PARTS: &[&str] = &[
    "document",
    ".",
    "title",
    "holder",
    "document.title",
    "document.holder",
    "document.law",
    "document.laws",
    ".level",
    "(",
    ")",
    "[",
    "]",
    ",",
    "==",
    "!=",
    "<",
    ">=",
    "&&",
    "||",
    "!",
    "-",
    "+",
    "*",
    "/",
    "%",
    "?",
    ":",
    "in",
    "null",
    "true",
    "1",
    "0.5",
    "'a'",
    "\"b",
    "r'",
    "\\",
    "x",
    ".exists(x,",
    ".size()",
    "size(",
    "date('2026-01-01')",
    "matches",
    "ấ",
    "\u{0}",
    "\u{202e}",
    " ",
    "\n",
    "#",
    "=",
    "9999999999999999999999",
    "_",
];

#[test]
fn random_words_are_refused_or_answered() {
    let dice = Dice::new(7);
    for _ in 0..20_000 {
        let expression: String = (0..dice.below(24)).map(|_| dice.pick(PARTS)).collect();
        match compile(&expression, &words()) {
            Ok(predicate) => _ = predicate.holds(&subject(&[])),
            Err(fault) => {
                assert!(expression.get(fault.at.clone()).is_some(), "{expression}: {fault:?}")
            }
        }
    }
}

/// A subject whose facts are not what their words declare.
struct Liar(Dice);

impl Scope for Liar {
    fn fact(&self, at: u16) -> Fact<'_> {
        let honest = subject(&[]).facts;
        honest.get((usize::from(at) * 7 + self.0.below(3)) % honest.len()).cloned().unwrap_or(Fact::Null)
    }
}

#[test]
fn a_fact_of_the_wrong_type_stops_nothing() {
    let dice = Dice::new(11);
    for seed in 0..3_000 {
        let expression = dice.question();
        if let Ok(predicate) = compile(&expression, &words()) {
            predicate.holds(&Liar(Dice::new(seed)));
        }
    }
}

#[test]
fn every_bound_is_told() {
    for (expression, says) in [
        (format!("1 in [{}]", ["1"; 256].join(",")), None),
        (format!("1 in [{}]", ["1"; 257].join(",")), Some("a list holds at most 256 values")),
        (["true"; 511].join("&&"), None),
        (["true"; 512].join("&&"), Some("an expression has at most 512 parts")),
        (format!("{}true", " ".repeat(4092)), None),
        (format!("{}true", " ".repeat(4093)), Some("an expression has at most 4096 bytes")),
        (format!("{}true", "!".repeat(62)), None),
        (format!("{}true", "!".repeat(64)), Some("an expression is at most 64 parts deep")),
        (format!("1{} == 1", "+1".repeat(62)), None),
        (format!("1{} == 1", "+1".repeat(63)), Some("an expression is at most 64 parts deep")),
        (format!("'a'.matches('{}')", "a".repeat(512)), None),
        (format!("'a'.matches('{}')", "a".repeat(513)), Some("a pattern has at most 512 bytes")),
    ] {
        assert_eq!(compile(&expression, &words()).err().map(|fault| fault.says).as_deref(), says, "{expression}");
    }
}
