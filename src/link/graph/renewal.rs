//! An extension held against the first issue of the same paper: what must be brought a second time.

use std::collections::{BTreeMap, BTreeSet};

use crate::link::{
    Linked, LinkedDocument,
    graph::{Member, alike::Traits},
};

/// The extension of something, and its first issue.
#[derive(Clone, Debug)]
pub struct Renewal {
    /// The procedure by which it is issued first.
    pub first: Member,
    /// The papers that everybody must bring there, by their types; the applicant's own forms are left out.
    pub papers: Vec<String>,
    /// Those among them that everybody must bring again.
    pub again: Vec<String>,
}

/// Every extension whose first issue is in the catalogue, published by the same and settled at the same level.
pub(super) fn all(all: &[Linked], traits: &[Traits<'_>]) -> Vec<(usize, Renewal)> {
    let mut first: BTreeMap<(Option<&str>, &[String], &str), usize> = BTreeMap::new();
    let key = |at: usize| {
        let procedure = &all[at].procedure;
        (procedure.issued_by.as_deref(), procedure.levels.as_slice(), traits[at].stem.words.as_str())
    };
    let plain = |at: &usize| traits[*at].stem.cases.is_empty() && traits[*at].stem.words.contains(' ');
    for at in (0..all.len()).filter(plain).filter(|at| traits[*at].stem.act == "new") {
        first.entry(key(at)).or_insert(at);
    }
    let longer = (0..all.len()).filter(plain).filter(|at| traits[*at].stem.act == "longer");
    longer.filter_map(|at| Some((at, renewal(&all[at], &all[*first.get(&key(at))?])))).collect()
}

fn renewal(renewed: &Linked, first: &Linked) -> Renewal {
    let (papers, now) = (papers(first), papers(renewed));
    let again = papers.intersection(&now).map(|paper| (*paper).to_owned()).collect();
    Renewal { first: Member::of(first), again, papers: papers.into_iter().map(str::to_owned).collect() }
}

/// The types of the papers that everybody must bring, the applicant's own forms left out.
fn papers(linked: &Linked) -> BTreeSet<&str> {
    let asked = |one: &&LinkedDocument| {
        let document = &one.document;
        !one.self_made
            && document.cases.is_empty()
            && document.when.is_none()
            && !document.only_if_not_found
            && document.waived_when.is_none()
    };
    let known = linked.documents.iter().filter(asked).filter(|one| one.evidence.len() == 1);
    known.filter_map(|one| one.evidence.first()).map(String::as_str).collect()
}
