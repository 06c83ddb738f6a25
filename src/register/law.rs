//! The law: instruments, and what their provisions lay down and let go.

use crate::{
    citation::{self, Citation},
    date::{Date, Period},
    duration::Duration,
    model::{Bounds, Cited, Form, Reader, Words},
    money::Money,
    register::{Element, source::Sources},
    span::{Span, Spanned},
};

/// A legal instrument.
#[derive(Clone, Debug, Default)]
pub struct Instrument {
    /// Its number.
    pub number: String,
    /// What kind of instrument it is.
    pub kind: Option<String>,
    /// The agency that issued it.
    pub issuer: Option<String>,
    /// What it is called.
    pub title: Words,
    /// The days in which it is in force, as far as they are known.
    pub valid: Period,
    /// What ended it.
    pub repealed_by: Option<String>,
    /// What took its place.
    pub replaced_by: Vec<String>,
    /// Where it was read that templates of it for applicants are not kept in use after its end.
    pub templates_end_where: Option<String>,
    /// What amended it, and from when.
    pub amended_by: Vec<(String, Option<Date>)>,
    /// Days on which something read treats it as in force.
    pub shown: Vec<Date>,
    /// When its source was read.
    pub read: Option<Date>,
    /// The place of its entry.
    pub span: Span,
}

/// One provision of law.
#[derive(Clone, Debug)]
pub struct Provision {
    /// Where it stands.
    pub cite: Citation,
    /// The days in which it holds, by itself; its instrument may end earlier.
    pub valid: Period,
    /// What it says, in our own words.
    pub says: Words,
    /// What it lays down.
    pub prescribes: Vec<Prescription>,
    /// What it no longer lets be asked for.
    pub waives: Vec<Waiver>,
    /// The place of its entry.
    pub span: Span,
}

/// What a provision lays down for one element of one procedure.
#[derive(Clone, Debug)]
pub struct Prescription {
    /// The code, or `*`.
    pub procedure: String,
    /// The element.
    pub element: Element,
    /// The documents of which one will do; a form for the element `form`.
    pub evidence: Vec<String>,
    /// The forms in which it may be asked for; none where the provision does not say.
    pub forms: Vec<Form>,
    /// How long.
    pub within: Option<Duration>,
    /// Where.
    pub area: Option<String>,
    /// In which case, in words.
    pub case: Option<Words>,
    /// How many originals.
    pub originals: Option<i64>,
    /// How many copies.
    pub copies: Option<i64>,
    /// How recently it must have been issued.
    pub issued_within: Option<Duration>,
    /// Whether the applicant may leave it out, or brings it only when asked to complete the dossier.
    pub optional: bool,
    /// What it says, in our own words, where no name of the registers says it.
    pub says: Words,
    /// How many sets.
    pub sets: Option<i64>,
    /// How much.
    pub amount: Option<Money>,
    /// Per what.
    pub per: Option<String>,
    /// Whether it is free.
    pub free: bool,
    /// Who sets it.
    pub delegated_to: Option<String>,
    /// The name of the condition.
    pub condition: Option<String>,
    /// The least and the most that the condition demands.
    pub bounds: Bounds,
    /// What sort of step.
    pub step: Option<String>,
}

/// What a provision no longer lets be asked for.
#[derive(Clone, Debug)]
pub struct Waiver {
    /// The code, or `*`; nothing where the published code is corrupt beyond mending.
    pub procedure: Option<String>,
    /// The papers.
    pub evidence: Vec<String>,
    /// The data source that takes their place.
    pub when_held_by: Option<String>,
    /// The provisions that demand the paper.
    pub prescribed_by: Vec<Cited>,
    /// Whether it holds only in some cases.
    pub conditional: bool,
    /// Whether it takes the place of the paper in part only.
    pub partial: bool,
    /// Whether the row is likely an error of the published table.
    pub suspect: bool,
    /// For whom or what alone it holds.
    pub only: Option<Words>,
    /// The published words of its row.
    pub published: Option<Words>,
}

/// Plain words of a list of names.
pub(super) fn plain(names: Vec<Spanned<String>>) -> Vec<String> {
    names.into_iter().map(|name| name.value).collect()
}

/// A number as citations come to it, so that they find the entry however somebody spelled either.
pub(super) fn tidy(number: String) -> String {
    citation::instrument(&number).unwrap_or(number)
}

pub(super) fn entry_place(reader: &Reader<'_, '_>) -> Span {
    reader.node.entries().first().map_or(reader.node.span, |entry| entry.value.span)
}

pub(super) fn instrument(mut reader: Reader<'_, '_>, sources: &Sources) -> Instrument {
    let amended = reader.each("amended_by", |mut inner| (inner.name("by").map(|by| tidy(by.value)), inner.date("from")));
    Instrument {
        number: reader.name("number").map(|number| tidy(number.value)).unwrap_or_default(),
        kind: reader.name("kind").map(|kind| kind.value),
        issuer: reader.name("issuer").map(|issuer| issuer.value),
        title: reader.words("title").unwrap_or_default(),
        valid: reader.period("valid"),
        repealed_by: reader.name("repealed_by").map(|by| tidy(by.value)),
        replaced_by: plain(reader.names("replaced_by")).into_iter().map(tidy).collect(),
        templates_end_where: reader.name("templates_end_where").map(|place| place.value),
        amended_by: amended.into_iter().filter_map(|(by, from)| Some((by?, from))).collect(),
        shown: reader.each("shown", |mut inner| inner.date("on")).into_iter().flatten().collect(),
        read: sources.read(&reader),
        span: entry_place(&reader),
    }
}

pub(super) fn provision(mut reader: Reader<'_, '_>) -> Option<Provision> {
    Some(Provision {
        cite: reader.citation("cite")?,
        valid: reader.period("valid"),
        says: reader.words("says").unwrap_or_default(),
        prescribes: reader.each("prescribes", prescription).into_iter().flatten().collect(),
        waives: reader.each("waives", waiver),
        span: entry_place(&reader),
    })
}

fn prescription(mut reader: Reader<'_, '_>) -> Option<Prescription> {
    let mut evidence = plain(reader.names("evidence"));
    evidence.extend(plain(reader.names("any_of")));
    Some(Prescription {
        procedure: reader.name("procedure")?.value,
        element: Element::named(&reader.name("element")?.value)?,
        evidence,
        forms: reader.names("as").iter().filter_map(|form| Form::named(&form.value)).collect(),
        within: reader.duration("in").map(|within| within.value),
        area: reader.name("area").map(|area| area.value),
        case: reader.words("case"),
        originals: reader.count("originals").map(|count| count.value),
        copies: reader.count("copies").map(|count| count.value),
        issued_within: reader.duration("issued_within").map(|within| within.value),
        optional: reader.flag("optional").unwrap_or(false) || reader.flag("on_supplement").unwrap_or(false),
        says: reader.words("says").unwrap_or_default(),
        sets: reader.count("sets").map(|sets| sets.value),
        amount: reader.money("amount"),
        per: reader.name("per").map(|per| per.value),
        free: reader.flag("free").unwrap_or(false),
        delegated_to: reader.name("delegated_to").map(|to| to.value),
        condition: reader.name("condition").map(|condition| condition.value),
        bounds: Bounds::read(&reader),
        step: reader.name("step").map(|step| step.value),
    })
}

fn waiver(reader: Reader<'_, '_>) -> Waiver {
    let mut evidence = plain(reader.names("evidence"));
    evidence.extend(plain(reader.names("any_of")));
    let worded = reader.get("conditional").is_some_and(|node| node.text().is_some());
    Waiver {
        procedure: reader.name("procedure").map(|code| code.value),
        evidence,
        when_held_by: reader.name("when_held_by").map(|source| source.value),
        prescribed_by: reader.citations("prescribed_by"),
        conditional: worded || reader.flag("conditional").unwrap_or(false),
        partial: reader.name("extent").is_some_and(|extent| extent.value == "partial"),
        suspect: reader.get("suspect").is_some(),
        only: reader.words("only"),
        published: reader.words("as_published"),
    }
}
