//! Tests of one fact, each one closure. All of them say no to null, so none needs a guard.

use std::collections::BTreeSet;

use crate::link::Fact;

use super::{
    frame::{Answer, answer},
    tree::Op,
    typed::{Place, Root},
};

/// How many texts are quicker looked through than looked up.
const FEW: usize = 12;

/// Whether the fact at a place passes a test.
pub(super) fn ask(place: Place, test: impl Fn(&Fact<'_>) -> bool + Send + Sync + 'static) -> Answer {
    match place {
        Place { root: Root::Word(at), fields } if fields.is_empty() => answer(move |frame| test(&frame.word(at))),
        place => answer(move |frame| frame.see(&place, &test)),
    }
}

/// Whether the fact at a place and a literal pass a comparison.
pub(super) fn compared(op: Op, place: Place, literal: Fact<'static>) -> Answer {
    match (op, literal) {
        (Op::Same, Fact::Text(words)) => ask(place, move |fact| matches!(fact, Fact::Text(found) if found.as_bytes() == words.as_bytes())),
        (Op::Differs, Fact::Text(words)) => {
            ask(place, move |fact| matches!(fact, Fact::Text(found) if found.as_bytes() != words.as_bytes()))
        }
        (op, Fact::Int(number)) => ask(place, move |fact| match fact {
            Fact::Int(found) => op.passes(found.cmp(&number)),
            other => passes(op, other, &Fact::Int(number)),
        }),
        (op, literal) => ask(place, move |fact| passes(op, fact, &literal)),
    }
}

/// Whether the fact at a place is one of these.
pub(super) fn member(place: Place, facts: Vec<Fact<'static>>) -> Answer {
    let texts: Option<Vec<String>> = facts
        .iter()
        .map(|fact| match fact {
            Fact::Text(words) => Some(words.clone().into_owned()),
            _ => None,
        })
        .collect();
    match texts {
        Some(few) if few.len() <= FEW => {
            ask(place, move |fact| matches!(fact, Fact::Text(found) if few.iter().any(|one| one == found.as_ref())))
        }
        Some(many) => {
            let many: BTreeSet<String> = many.into_iter().collect();
            ask(place, move |fact| matches!(fact, Fact::Text(found) if many.contains(found.as_ref())))
        }
        None => ask(place, move |fact| facts.iter().any(|one| passes(Op::Same, fact, one))),
    }
}

fn passes(op: Op, fact: &Fact<'_>, literal: &Fact<'_>) -> bool {
    fact.compare(literal).is_some_and(|order| op.passes(order))
}
