//! Functions, tests of texts, and loops over lists.

use regex::RegexBuilder;

use crate::{
    date::Date,
    link::{Fact, Type},
    text,
};

use super::{
    check::{Check, kind},
    fault::Fault,
    place::subjects,
    tree::{Call, Kind, Node},
    typed::{List, Loop, Plain, Round, Test, Typed, Yes},
};

/// The most loops in one another: what an expression costs is bounded by the square of its longest list.
const MOST_LOOPS: usize = 2;
/// The longest pattern, in bytes.
const MOST_PATTERN: usize = 512;
/// The most memory a pattern may take, in bytes; with the length of the text it bounds the time.
const MOST_REGEX: usize = 1 << 18;

/// Every function, and how it is used.
const USES: &[(&str, &str)] = &[
    ("size", "size(text), size(list) or list.size()"),
    ("date", "date('2026-01-01')"),
    ("startsWith", "text.startsWith('part')"),
    ("endsWith", "text.endsWith('part')"),
    ("contains", "text.contains('part')"),
    ("matches", "text.matches(r'pattern')"),
    ("exists", "list.exists(x, question about x)"),
    ("all", "list.all(x, question about x)"),
    ("exists_one", "list.exists_one(x, question about x)"),
    ("filter", "list.filter(x, question about x)"),
];

impl Check<'_> {
    /// `name(…)` or `on.name(…)`.
    pub(super) fn call(&mut self, node: &Node, call: &Call) -> Result<Typed, Fault> {
        match (call.name.as_str(), call.on.as_deref(), call.args.as_slice()) {
            ("size", Some(of), []) | ("size", None, [of]) => self.size(of),
            ("date", None, [written]) => self.date(written),
            ("startsWith", Some(words), [part]) => self.test(Test::Starts, words, part),
            ("endsWith", Some(words), [part]) => self.test(Test::Ends, words, part),
            ("contains", Some(words), [part]) => self.test(Test::Contains, words, part),
            ("matches", Some(words), [pattern]) | ("matches", None, [words, pattern]) => self.pattern(words, pattern),
            ("exists", Some(list), [item, body]) => self.asked(Round::Exists, list, item, body),
            ("all", Some(list), [item, body]) => self.asked(Round::All, list, item, body),
            ("exists_one", Some(list), [item, body]) => self.asked(Round::ExistsOne, list, item, body),
            ("filter", Some(list), [item, body]) => {
                let (turn, kind) = self.turn(list, item, body)?;
                Ok(Typed::List(List::Filter(turn), kind))
            }
            _ => {
                let at = if USES.iter().any(|(known, _)| *known == call.name) { &node.at } else { &call.named };
                Err(Fault::new(at.clone(), unknown(&call.name)))
            }
        }
    }

    fn size(&mut self, of: &Node) -> Result<Typed, Fault> {
        let plain = match self.typed(of)?.0 {
            Typed::List(list, _) => Plain::Count(Box::new(list)),
            Typed::Plain(words, Type::Text) => Plain::Length(Box::new(words)),
            other => {
                let says = format!("a text or a list has a size, not a {}", kind(&other));
                return Err(self.fault(of, says));
            }
        };
        Ok(Typed::Plain(plain, Type::Int))
    }

    fn date(&self, written: &Node) -> Result<Typed, Fault> {
        let day = match &written.kind {
            Kind::Text(words) => Date::parse(words),
            _ => None,
        };
        let day = day.ok_or_else(|| self.fault(written, "a date is written date('2026-01-01')"))?;
        Ok(Typed::Plain(Plain::Literal(Fact::Date(day)), Type::Date))
    }

    fn test(&mut self, test: Test, words: &Node, part: &Node) -> Result<Typed, Fault> {
        let pair = [self.words_of(words)?, self.words_of(part)?];
        Ok(Typed::Yes(Yes::Test(test, Box::new(pair))))
    }

    fn pattern(&mut self, words: &Node, pattern: &Node) -> Result<Typed, Fault> {
        let words = self.words_of(words)?;
        let Kind::Text(written) = &pattern.kind else {
            return Err(self.fault(pattern, "a pattern is written out: text.matches(r'pattern')"));
        };
        if written.len() > MOST_PATTERN {
            return Err(self.fault(pattern, format!("a pattern has at most {MOST_PATTERN} bytes")));
        }
        let regex = RegexBuilder::new(written).size_limit(MOST_REGEX).dfa_size_limit(MOST_REGEX).nest_limit(32).build();
        match regex {
            Ok(regex) => Ok(Typed::Yes(Yes::Matches(Box::new(words), regex))),
            Err(regex::Error::CompiledTooBig(_)) => Err(self.fault(pattern, "this pattern takes too much memory")),
            Err(error) => {
                // The library draws the pattern and a caret above its reason; our own caret stands elsewhere.
                let error = error.to_string();
                let reason = error.lines().last().unwrap_or_default();
                let reason = reason.strip_prefix("error: ").unwrap_or(reason);
                Err(self.fault(pattern, format!("this pattern cannot be read: {}", text::one_line(reason))))
            }
        }
    }

    fn asked(&mut self, round: Round, list: &Node, item: &Node, body: &Node) -> Result<Typed, Fault> {
        Ok(Typed::Yes(Yes::Loop(round, self.turn(list, item, body)?.0)))
    }

    /// A question about each value of a list, and the type of the values.
    fn turn(&mut self, list: &Node, item: &Node, body: &Node) -> Result<(Loop, &'static Type), Fault> {
        let (list, kind) = self.list(list)?;
        let level = self.items.len();
        if level >= MOST_LOOPS {
            return Err(self.fault(body, "a loop may stand in one other, and no deeper"));
        }
        let Kind::Name(name) = &item.kind else {
            return Err(self.fault(item, "the first part names each value: list.exists(x, question about x)"));
        };
        let taken = self.items.iter().any(|(known, _)| known == name) || subjects(&self.words.names()).contains(name.as_str());
        if taken {
            return Err(self.fault(item, format!("`{name}` already means something here; take another name")));
        }
        self.items.push((name.clone(), *kind));
        let asked = self.question(body);
        self.items.pop();
        Ok((Loop { list: Box::new(list), level, body: Box::new(asked?.0) }, kind))
    }
}

fn unknown(name: &str) -> String {
    if let Some((_, used)) = USES.iter().find(|(known, _)| *known == name) {
        return format!("`{name}` is used so: {used}");
    }
    if name == "has" {
        return "there is no `has` here; write `word != null`".to_owned();
    }
    let name = text::shorten(name, 60);
    match text::nearest(&name, USES.iter().map(|(known, _)| *known)) {
        Some(near) => format!("there is no function `{name}`; did you mean `{near}`?"),
        None => {
            let known: Vec<&str> = USES.iter().map(|(known, _)| *known).collect();
            format!("there is no function `{name}`; there are {}", known.join(", "))
        }
    }
}
