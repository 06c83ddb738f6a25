//! How much of the law the register knows, and what kinds of instrument may lay down what.

use crate::{
    date::{Date, Period},
    model::Reader,
    register::{
        Element,
        law::{entry_place, plain, tidy},
        source::Sources,
    },
    span::Span,
};

/// How much the register knows of one element of one procedure.
#[derive(Clone, Debug)]
pub struct Coverage {
    /// The code.
    pub procedure: String,
    /// The element.
    pub element: Element,
    /// Whether everything is written down; else a part is.
    pub complete: bool,
    /// The days for which that is so.
    pub valid: Period,
    /// The instruments it rests on.
    pub relies_on: Vec<String>,
    /// When it was read.
    pub read: Option<Date>,
    /// The place of its entry.
    pub span: Span,
}

/// What kinds of instrument may lay down procedures.
#[derive(Clone, Debug)]
pub struct Competence {
    /// The kinds.
    pub kinds: Vec<String>,
    /// `all`, `if-delegated` or `none`.
    pub may: Option<String>,
    /// The instruments that entrust them with it.
    pub delegations: Vec<String>,
    /// Since when and until when.
    pub valid: Period,
}

pub(super) fn coverage(mut reader: Reader<'_, '_>, sources: &Sources) -> Option<Coverage> {
    let valid = Period { from: reader.date("from"), until: reader.date("until") };
    Some(Coverage {
        procedure: reader.name("procedure")?.value,
        element: Element::named(&reader.name("element")?.value)?,
        complete: reader.name("known").is_some_and(|known| known.value == "complete"),
        valid,
        relies_on: plain(reader.names("relies_on")).into_iter().map(tidy).collect(),
        read: reader.date("read").or(sources.read(&reader)),
        span: entry_place(&reader),
    })
}

pub(super) fn competence(mut reader: Reader<'_, '_>) -> Competence {
    Competence {
        kinds: plain(reader.names("kinds")),
        may: reader.name("may").map(|may| may.value),
        delegations: plain(reader.names("delegations")).into_iter().map(tidy).collect(),
        valid: reader.period("valid"),
    }
}
