//! The same questions put to the `cel` crate, which must answer alike wherever both answer.

use std::{collections::HashMap, sync::Arc};

use cel::{Context, ExecutionError, Program, Value, extractors::This};
use redtape::{date::Date, link::Fact, rule::predicate::compile};

use crate::{
    dice::Dice,
    subject::{Subject, WORDS, subject, words},
};

/// Days since a fixed one: `cel` without its calendar has no dates.
fn days(day: Date) -> i64 {
    Date::parse("2000-01-01").unwrap().days_until(day)
}

fn value(fact: &Fact<'_>) -> Value {
    match fact {
        Fact::Null => Value::Null,
        Fact::Bool(yes) => Value::Bool(*yes),
        Fact::Int(number) => Value::Int(*number),
        Fact::Decimal(number) => Value::Float(number.to_string().parse().unwrap()),
        Fact::Date(day) => Value::Int(days(*day)),
        Fact::Text(words) => Value::from(words.as_ref()),
        Fact::List(facts) => Value::from(facts.iter().map(value).collect::<Vec<_>>()),
        Fact::Record(fields) => record(fields.iter().map(|(name, fact)| (*name, fact))),
    }
}

fn record<'f>(fields: impl Iterator<Item = (&'f str, &'f Fact<'f>)>) -> Value {
    Value::from(fields.map(|(name, fact)| (name.to_owned(), value(fact))).collect::<HashMap<String, Value>>())
}

/// What `cel` answers, if it does.
fn cel(program: &Program, subject: &Subject) -> Option<bool> {
    let mut context = Context::default();
    context.add_function("date", |iso: Arc<String>| Date::parse(&iso).map_or(0, days)).unwrap();
    context
        .add_function("matches", |This(text): This<Arc<String>>, pattern: Arc<String>| {
            regex::Regex::new(&pattern).is_ok_and(|regex| regex.is_match(&text))
        })
        .unwrap();
    for name in ["document", "procedure"] {
        let fields =
            WORDS.iter().zip(&subject.facts).filter_map(|((word, ..), fact)| Some((word.strip_prefix(name)?.strip_prefix('.')?, fact)));
        context.add_variable_from_value(name, record(fields));
    }
    match program.execute(&context) {
        Ok(Value::Bool(yes)) => Some(yes),
        Err(ExecutionError::Overflow(..)) => None,
        other => panic!("{other:?}"),
    }
}

#[test]
fn cel_answers_alike() {
    let dice = Dice::new(2026);
    let subjects: Vec<Subject> = (0..12).map(|_| dice.subject()).collect();
    let (mut expressions, mut alike, mut silent, mut yes) = (0, 0, 0, 0);
    while expressions < 1_500 {
        let expression = dice.question();
        let Ok(ours) = compile(&expression, &words()) else { continue };
        let theirs = Program::compile(&expression).unwrap();
        expressions += 1;
        for subject in &subjects {
            let answer = ours.holds(subject);
            match cel(&theirs, subject) {
                None => silent += 1,
                Some(oracle) => {
                    assert_eq!(answer, oracle, "{expression}\n{:?}", subject.facts);
                    alike += 1;
                    yes += usize::from(answer);
                }
            }
        }
    }
    // `cel` is silent where a sum overflows; a test that compares little, or only one answer, would say nothing.
    assert!(alike > silent * 5, "{alike} alike, {silent} silent");
    assert!(yes * 5 > alike && yes * 5 < alike * 4, "{yes} yes of {alike}");
}

#[test]
fn cel_answers_alike_on_written_questions() {
    for expression in [
        "document.title.matches(r'^P\\w+t$')",
        "document.title.matches('^P\\\\w+t$') && !document.title.matches('^port')",
        "size('Giấy') == 4",
        "-7 / 2 == -3 && -7 % 2 == -1 && 1 - -1 == 2",
        "1 + 2 * 3 == 7 && 10 - 3 - 2 == 5 && 100 / 10 / 5 == 2",
        "false && false || true",
        "true || false && false",
        "document.held ? (false ? false : true) : false ? false : true",
        "procedure.changed - procedure.reviewed == 31",
        "document.share < 1 && 1 > document.share && document.originals > document.share",
        "document.laws.filter(x, x.binding).all(x, x.cite == 'Law 1')",
        "document.laws.exists(x, x.topics.exists(y, y == x.cite))",
        "document.proves.exists_one(x, x == 'person.identity') && document.title in ['Passport']",
        "document.law != null && document.law.from != null && document.law.from < procedure.reviewed",
    ] {
        let subject = subject(&[]);
        let ours = compile(expression, &words()).unwrap().holds(&subject);
        assert_eq!(cel(&Program::compile(expression).unwrap(), &subject), Some(ours), "{expression}");
        assert!(ours, "{expression}");
    }
}
