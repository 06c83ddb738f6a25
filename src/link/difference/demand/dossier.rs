//! Whether the law in force asks for what became heavier in the dossier.

use crate::{
    change::Change,
    citation::Citation,
    confidence::Confidence,
    link::{
        difference::demand::{Demand, asked, at_most, not_asked, unknown},
        linked::{Linked, LinkedDocument},
    },
    model::Form,
    register::{Element, Status},
};

fn document_of<'l>(change: &Change, linked: &'l Linked) -> Option<&'l LinkedDocument> {
    linked.documents.iter().find(|one| change.pointer == format!("/dossier/documents/{}", one.at))
}

pub(super) fn document(change: &Change, linked: &Linked) -> Demand {
    let Some(one) = document_of(change, linked) else { return Demand::default() };
    let waived = one.document.waived_when.is_some() || one.document.only_if_not_found;
    if let Some(let_go) = let_go(one) {
        return let_go;
    }
    match one.law.cites.as_slice() {
        [] if one.law.askable && !waived => not_asked(one.law.known, &[]),
        [] => Demand::default(),
        // What the law lays down for a case only, it does not ask of everybody.
        cites if by_case(one, linked) && one.document.cases.is_empty() && one.document.when.is_none() => unknown(cites),
        cites => asked(cites),
    }
}

/// What a law says that lets the paper go, since the data are held: it comes after the law that asked for it. For certain only where it
/// names this very procedure, or where the owner of the data has published that they may be used.
fn let_go(one: &LinkedDocument) -> Option<Demand> {
    let holder = one.holder.as_ref()?;
    let published = holder.named || holder.status == Some(Status::Shared);
    let sure = if published { holder.confidence } else { holder.confidence.min(Confidence::Presumed) };
    let cites: Vec<Citation> = holder.cite.iter().cloned().collect();
    (sure > Confidence::Undetermined).then(|| not_asked(sure, &cites))
}

/// Whether every provision lays a document down for some case only.
fn by_case(one: &LinkedDocument, linked: &Linked) -> bool {
    let rows = linked.prescribed.iter().filter(|row| row.element == Element::Document);
    let mut rows = rows.filter(|row| row.names.iter().any(|name| one.evidence.contains(name))).peekable();
    rows.peek().is_some() && rows.all(|row| !row.cases.is_empty())
}

pub(super) fn widened(change: &Change, linked: &Linked) -> Demand {
    let Some(one) = document_of(change, linked) else { return Demand::default() };
    match one.law.cites.as_slice() {
        [] => document(change, linked),
        cites if by_case(one, linked) || linked.prescribed.is_empty() => unknown(cites),
        cites => asked(cites),
    }
}

/// A stricter form, a younger paper, more copies: held against every provision that lays the paper down.
pub(super) fn excess(what: &str, change: &Change, linked: &Linked) -> Demand {
    let Some(one) = document_of(change, linked) else { return Demand::default() };
    let of_kind = |aspect: &str| aspect == what || what == "copies" && aspect == "originals";
    if one.law.cites.is_empty() {
        return document(change, linked);
    }
    let cites = &one.law.cites;
    let conditional = !one.document.cases.is_empty() || one.document.when.is_some() || one.document.is_unparsed("case");
    match one.excess.iter().find(|excess| of_kind(excess.what)) {
        // In what forms a record offers a choice is told in words, of which an importer reads a part.
        Some(_) if what == "form" && linked.procedure.imported_from.is_some() => unknown(cites),
        // Where no provision says how old it may be, another may say it of such papers in general.
        Some(excess) if excess.lawful.is_none() => not_asked(at_most(Confidence::Presumed, one.law.known), cites),
        Some(excess) if one.law.known == Confidence::Proved && !excess.by_case && !conditional => not_asked(Confidence::Proved, cites),
        Some(_) => not_asked(Confidence::Presumed, cites),
        None if what == "form" && is_lawful_form(one) || what == "age" => asked(cites),
        None => unknown(cites),
    }
}

/// Whether the law asks for as much as the lightest form that the document accepts.
fn is_lawful_form(one: &LinkedDocument) -> bool {
    let forms = one.document.alternatives.iter().flat_map(|one| one.forms.iter().map(|form| form.value));
    forms.min().zip(one.lightest_lawful.and_then(Form::named)).is_some_and(|(mine, lawful)| mine <= lawful)
}

/// A paper that would do no longer: the law may let it do, or name others only.
pub(super) fn alternative(change: &Change, linked: &Linked) -> Demand {
    let Some(one) = document_of(change, linked) else { return Demand::default() };
    let rows = linked.prescribed.iter().filter(|row| row.element == Element::Document);
    let row = rows.filter(|row| row.names.iter().any(|name| one.evidence.contains(name))).find(|row| row.cases.is_empty());
    match row {
        Some(row) if row.names.contains(&change.before) => {
            let sure = if row.known == Confidence::Proved { Confidence::Proved } else { Confidence::Presumed };
            not_asked(sure, &row.cites)
        }
        Some(row) => unknown(&row.cites),
        None => Demand::default(),
    }
}
