//! One procedure's result in another's dossier, where no other gives it.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    link::{
        Linked, LinkedDocument,
        graph::{Codes, Member, meant},
    },
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

/// Every such paper, with the place of the procedure that asks for it.
pub(super) fn all(all: &[Linked], codes: &Codes<'_>) -> Vec<(usize, Feed)> {
    let results = results(all);
    let mut feeds = Vec::new();
    for (at, linked) in all.iter().enumerate() {
        for (one, code) in only_givers(linked) {
            let meant = meant(code, linked.procedure.issued_by.as_deref(), all, codes);
            let Some(giver) = meant.first().and_then(|at| all.get(*at)) else { continue };
            feeds.push((at, feed(linked, giver, one, &results)));
        }
    }
    feeds
}

/// The documents that a procedure asks for of everybody, of which one procedure of the catalogue alone gives the type, with its code.
pub(super) fn only_givers(linked: &Linked) -> impl Iterator<Item = (&LinkedDocument, &str)> {
    linked.documents.iter().filter_map(|one| match (one.givers.as_ref()?.0.first.as_slice(), one.evidence.len()) {
        ([code], 1) if is_always_asked(one) => Some((one, code.as_str())),
        _ => None,
    })
}

/// Whether everybody must bring it: no case, no condition, no other way.
fn is_always_asked(one: &LinkedDocument) -> bool {
    let document = &one.document;
    let conditional = !document.cases.is_empty() || document.when.is_some() || document.waived_when.is_some();
    let read = ["evidence", "case"].iter().all(|aspect| !document.is_unparsed(aspect));
    !conditional && read && !document.any_of && !document.equivalent && !document.only_if_not_found
}

/// For each type of evidence the codes of the procedures that give it.
fn results(all: &[Linked]) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut results: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for linked in all {
        for evidence in linked.procedure.results.iter().filter_map(|result| result.evidence.as_ref()) {
            results.entry(evidence.value.as_str()).or_default().insert(linked.procedure.code.value.as_str());
        }
    }
    results
}

fn feed(taker: &Linked, giver: &Linked, one: &LinkedDocument, results: &BTreeMap<&str, BTreeSet<&str>>) -> Feed {
    let (from, to) = (&giver.procedure, &taker.procedure);
    let evidence = &one.evidence[0];
    let own = || to.results.iter().filter_map(|result| result.evidence.as_ref()).filter_map(|result| results.get(result.value.as_str()));
    // Few give this one, and thousands may give the other.
    let gives = results.get(evidence.as_str()).into_iter().flatten();
    let joint: BTreeSet<String> = gives.filter(|code| own().any(|gives| gives.contains(*code))).map(|code| (*code).to_owned()).collect();
    Feed {
        giver: Member::of(giver),
        evidence: evidence.clone(),
        title: one.document.title.said("vi").to_owned(),
        same_audience: to.audience.iter().any(|whom| from.audience.contains(whom)),
        joint: joint.into_iter().collect(),
        percent: percent(giver, taker),
        at: one.at,
        span: one.document.span,
    }
}

/// How many dossiers the taker has for each hundred of the giver's, in the latest year of which both tell.
fn percent(giver: &Linked, taker: &Linked) -> Option<i64> {
    let told = |linked: &Linked, year: i64| linked.procedure.volume.iter().find(|one| one.year == year).and_then(|one| one.dossiers);
    let years = giver.procedure.volume.iter().map(|one| one.year).filter(|year| told(taker, *year).is_some());
    let year = years.filter(|year| told(giver, *year).is_some_and(|dossiers| dossiers > 0)).max()?;
    told(taker, year)?.checked_mul(100)?.checked_div(told(giver, year)?)
}
