//! A checked expression to closures; a test of one fact becomes one closure that copies nothing.

use std::borrow::Cow;

use regex::Regex;

use crate::link::Fact;

use super::{
    ask::{ask, compared, member},
    frame::{Answer, Items, Value, Values, answer, value, values},
    reckon,
    tree::Op,
    typed::{List, Loop, Place, Plain, Root, Round, Test, Yes},
};

/// Compiles, and keeps the texts that closures can only lend out if somebody else holds them.
#[derive(Default)]
pub(super) struct Compile {
    /// The texts, by number.
    pub texts: Vec<String>,
}

impl Compile {
    /// The question.
    pub(super) fn answer(&mut self, yes: Yes) -> Answer {
        match yes {
            Yes::Literal(yes) => answer(move |_| yes),
            Yes::Place(place) => ask(place, |fact| matches!(fact, Fact::Bool(true))),
            Yes::Null(place, true) => ask(place, |fact| matches!(fact, Fact::Null)),
            Yes::Null(place, false) => ask(place, |fact| !matches!(fact, Fact::Null)),
            Yes::Not(inner) => {
                let inner = self.answer(*inner);
                answer(move |frame| !inner(frame))
            }
            Yes::Every(questions) => self.every(questions),
            Yes::Either(questions) => {
                let questions: Box<[Answer]> = questions.into_iter().map(|one| self.answer(one)).collect();
                answer(move |frame| questions.iter().any(|question| question(frame)))
            }
            Yes::Same(pair, same) => {
                let [one, two] = pair.map(|yes| self.answer(yes));
                answer(move |frame| (one(frame) == two(frame)) == same)
            }
            Yes::Compare(op, pair) => self.comparison(op, *pair),
            Yes::In(item, list) => self.within(*item, *list),
            Yes::Test(test, pair) => self.part(test, *pair),
            Yes::Matches(words, regex) => self.pattern(*words, regex),
            Yes::Loop(round, turn) => self.round(round, turn),
            Yes::Choice(three) => {
                let (test, yes, no) = *three;
                let (test, yes, no) = (self.answer(test), self.answer(yes), self.answer(no));
                answer(move |frame| if test(frame) { yes(frame) } else { no(frame) })
            }
        }
    }

    /// The number, date or text.
    pub(super) fn value(&mut self, plain: Plain) -> Value {
        match plain {
            Plain::Literal(Fact::Text(words)) => {
                let at = self.texts.len();
                self.texts.push(words.into_owned());
                value(move |frame| Fact::Text(Cow::Borrowed(frame.words(at))))
            }
            Plain::Literal(fact) => value(move |_| fact.clone()),
            Plain::Place(Place { root: Root::Word(at), fields }) if fields.is_empty() => value(move |frame| frame.word(at)),
            Plain::Place(place) => value(move |frame| frame.take(&place)),
            Plain::Sum(op, pair) => {
                let [one, two] = pair.map(|plain| self.value(plain));
                value(move |frame| reckon::reckon(op, &one(frame), &two(frame)))
            }
            Plain::Minus(inner) => {
                let inner = self.value(*inner);
                value(move |frame| reckon::minus(&inner(frame)))
            }
            Plain::Length(words) => {
                let words = self.value(*words);
                value(move |frame| Fact::from(text(&words(frame)).chars().count()))
            }
            Plain::Count(list) => {
                let list = self.values(*list);
                value(move |frame| Fact::from(list(frame).all().len()))
            }
            Plain::Choice(three) => {
                let (test, yes, no) = *three;
                let (test, yes, no) = (self.answer(test), self.value(yes), self.value(no));
                value(move |frame| if test(frame) { yes(frame) } else { no(frame) })
            }
        }
    }

    fn values(&mut self, list: List) -> Values {
        match list {
            List::Literal(items) => {
                let items: Box<[Value]> = items.into_iter().map(|item| self.value(item)).collect();
                values(move |frame| Items::Own(items.iter().map(|item| item(frame)).collect()))
            }
            List::Place(place) => values(move |frame| frame.list(&place)),
            List::Filter(Loop { list, level, body }) => {
                let (list, body) = (self.values(*list), self.answer(*body));
                values(move |frame| list(frame).kept(|item| body(&frame.with(level, item))))
            }
            List::Choice(three) => {
                let (test, yes, no) = *three;
                let (test, yes, no) = (self.answer(test), self.values(yes), self.values(no));
                values(move |frame| if test(frame) { yes(frame) } else { no(frame) })
            }
        }
    }

    /// A guard `place != null` goes where a test of the same fact stands beside it: that test is no for null.
    fn every(&mut self, questions: Vec<Yes>) -> Answer {
        let tested: Vec<Place> = questions.iter().filter_map(Yes::tested).cloned().collect();
        let guard = |yes: &Yes| matches!(yes, Yes::Null(place, false) if tested.contains(place));
        let mut kept: Vec<Answer> = questions.into_iter().filter(|yes| !guard(yes)).map(|yes| self.answer(yes)).collect();
        match (kept.len(), kept.pop()) {
            (1, Some(only)) => only,
            (2, Some(second)) => match kept.pop() {
                Some(first) => answer(move |frame| first(frame) && second(frame)),
                None => second,
            },
            (_, last) => {
                let all: Box<[Answer]> = kept.into_iter().chain(last).collect();
                answer(move |frame| all.iter().all(|question| question(frame)))
            }
        }
    }

    fn comparison(&mut self, op: Op, pair: [Plain; 2]) -> Answer {
        match pair {
            [Plain::Place(place), Plain::Literal(literal)] => compared(op, place, literal),
            pair => {
                let [one, two] = pair.map(|plain| self.value(plain));
                answer(move |frame| one(frame).compare(&two(frame)).is_some_and(|order| op.passes(order)))
            }
        }
    }

    fn part(&mut self, test: Test, pair: [Plain; 2]) -> Answer {
        match pair {
            [Plain::Place(place), Plain::Literal(Fact::Text(part))] => {
                ask(place, move |fact| matches!(fact, Fact::Text(words) if test.passes(words, &part)))
            }
            pair => {
                let [words, part] = pair.map(|plain| self.value(plain));
                answer(move |frame| test.passes(text(&words(frame)), text(&part(frame))))
            }
        }
    }

    fn pattern(&mut self, words: Plain, regex: Regex) -> Answer {
        if let Plain::Place(place) = words {
            return ask(place, move |fact| matches!(fact, Fact::Text(words) if regex.is_match(words)));
        }
        let words = self.value(words);
        answer(move |frame| regex.is_match(text(&words(frame))))
    }

    fn within(&mut self, item: Plain, list: List) -> Answer {
        let (item, list) = match (item, list) {
            (Plain::Place(place), List::Literal(items)) => match literals(items) {
                Ok(facts) => return member(place, facts),
                Err(items) => (Plain::Place(place), List::Literal(items)),
            },
            other => other,
        };
        let (item, list) = (self.value(item), self.values(list));
        answer(move |frame| {
            let item = item(frame);
            list(frame).all().iter().any(|fact| fact.compare(&item).is_some_and(|order| order.is_eq()))
        })
    }

    fn round(&mut self, round: Round, turn: Loop) -> Answer {
        let level = turn.level;
        let (list, body) = (self.values(*turn.list), self.answer(*turn.body));
        match round {
            Round::Exists => answer(move |frame| list(frame).all().iter().any(|item| body(&frame.with(level, item)))),
            Round::All => answer(move |frame| list(frame).all().iter().all(|item| body(&frame.with(level, item)))),
            Round::ExistsOne => answer(move |frame| {
                let list = list(frame);
                list.all().iter().filter(|item| body(&frame.with(level, item))).take(2).count() == 1
            }),
        }
    }
}

/// The facts, if every value is a literal; else the values again.
fn literals(items: Vec<Plain>) -> Result<Vec<Fact<'static>>, Vec<Plain>> {
    if !items.iter().all(|item| matches!(item, Plain::Literal(_))) {
        return Err(items);
    }
    let fact = |item| if let Plain::Literal(fact) = item { Some(fact) } else { None };
    Ok(items.into_iter().filter_map(fact).collect())
}

fn text<'f>(fact: &'f Fact<'_>) -> &'f str {
    if let Fact::Text(words) = fact { words } else { "" }
}
