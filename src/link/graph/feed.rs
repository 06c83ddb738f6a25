//! One procedure's result in another's dossier, where no other gives it.

use std::collections::BTreeSet;

use crate::{
    link::{Linked, LinkedDocument, card::Card, catalogue::Catalogue, graph::Member},
    model::Document,
    span::Span,
};

/// A paper that a dossier always asks for, and the one procedure of the catalogue that gives it.
#[derive(Clone, Debug)]
pub struct Feed {
    /// The procedure that gives it.
    pub giver: Member,
    /// Its type.
    pub evidence: String,
    /// What the dossier calls it.
    pub title: String,
    /// Whether both are for the same applicants.
    pub same_audience: bool,
    /// The procedures of the catalogue that give both results at once.
    pub joint: Vec<String>,
    /// Dossiers of the one that asks for each hundred of the one that gives, by the latest year that both tell.
    pub percent: Option<i64>,
    /// The place of the document in the dossier.
    pub at: usize,
    /// Where it is asked for.
    pub span: Span,
}

/// Every such paper of one procedure, which bears `card`.
pub(super) fn of(linked: &Linked, card: &Card, catalogue: &Catalogue) -> Vec<Feed> {
    let feeds = only_givers(linked).filter_map(|(one, code)| {
        let meant = catalogue.codes.meant(code, card.issued_by.as_deref(), &catalogue.cards);
        Some(feed(linked, card, catalogue.cards.get(*meant.first()?)?, one, catalogue))
    });
    feeds.collect()
}

/// The documents that a procedure asks for of everybody, of which one procedure of the catalogue alone gives the type, with its code.
fn only_givers(linked: &Linked) -> impl Iterator<Item = (&LinkedDocument, &str)> {
    linked.documents.iter().filter_map(|one| match (one.givers.as_ref()?.0.first.as_slice(), one.evidence.len()) {
        ([code], 1) if is_always_asked(&one.document) => Some((one, code.as_str())),
        _ => None,
    })
}

/// Whether everybody must bring a document: no case, no condition, no other way.
pub(in crate::link) fn is_always_asked(document: &Document) -> bool {
    let conditional = !document.cases.is_empty() || document.when.is_some() || document.waived_when.is_some();
    let read = ["evidence", "case"].iter().all(|aspect| !document.is_unparsed(aspect));
    !conditional && read && !document.any_of && !document.equivalent && !document.only_if_not_found
}

fn feed(linked: &Linked, taker: &Card, giver: &Card, one: &LinkedDocument, catalogue: &Catalogue) -> Feed {
    let evidence = &one.evidence[0];
    let results = linked.procedure.results.iter().filter_map(|result| Some(result.evidence.as_ref()?.value.as_str()));
    let results: Vec<&str> = results.collect();
    // Few give this one, and thousands may give the other.
    let gives = catalogue.papers.codes(evidence, &catalogue.cards);
    let joint: BTreeSet<&str> = gives.filter(|code| results.iter().any(|result| catalogue.papers.gives(result, code))).collect();
    Feed {
        giver: Member::of(giver),
        evidence: evidence.clone(),
        title: one.document.title.said("vi").to_owned(),
        same_audience: taker.audience.iter().any(|whom| giver.audience.contains(whom)),
        joint: joint.into_iter().map(str::to_owned).collect(),
        percent: percent(giver, taker),
        at: one.at,
        span: one.document.span,
    }
}

/// How many dossiers the taker has for each hundred of the giver's, in the latest year of which both tell.
fn percent(giver: &Card, taker: &Card) -> Option<i64> {
    let told = |year: i64| taker.volume.iter().find(|one| one.0 == year).map(|one| one.1);
    let years = giver.volume.iter().filter(|(year, dossiers)| *dossiers > 0 && told(*year).is_some());
    let (year, dossiers) = years.max_by_key(|(year, _)| *year)?;
    told(*year)?.checked_mul(100)?.checked_div(*dossiers)
}
