//! An extension held against the first issue of the same paper: what must be brought a second time.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    link::{Linked, card::Card, graph::Member, shelf::Shelf},
    model::Document,
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

/// The place of the first issue for each extension of one in the catalogue, published by the same and settled at the same level.
pub(super) fn all(cards: &[Card]) -> BTreeMap<usize, usize> {
    let plain = |card: &Card| card.head.cases.is_empty() && card.head.words.contains(' ');
    let acting = |act: &'static str| cards.iter().enumerate().filter(move |(_, card)| card.head.act == act && plain(card));
    let mut first: BTreeMap<Key<'_>, usize> = BTreeMap::new();
    for (at, card) in acting("new") {
        first.entry(key(card)).or_insert(at);
    }
    acting("longer").filter_map(|(at, card)| Some((at, *first.get(&key(card))?))).collect()
}

/// What an extension and its first issue share.
type Key<'c> = (Option<&'c str>, &'c [String], &'c str);

fn key(card: &Card) -> Key<'_> {
    (card.issued_by.as_deref(), &card.levels, &card.head.words)
}

/// What `renewed` asks for again of what its first issue asks for.
pub(super) fn renewal(renewed: &Linked, first: &Card) -> Renewal {
    let documents: Vec<(&Document, &[String])> = renewed.documents.iter().map(|one| (&one.document, one.evidence.as_slice())).collect();
    let now = papers(&documents, |at| renewed.documents.get(at).is_some_and(|one| one.self_made));
    let papers: Vec<String> = first.brings.iter().map(|paper| paper.to_string()).collect();
    let again = papers.iter().filter(|paper| now.contains(paper.as_str())).cloned().collect();
    Renewal { first: Member::of(first), again, papers }
}

/// The types of the papers that everybody must bring, in order, the applicant's own forms left out.
pub(in crate::link) fn brought(documents: &[(&Document, &[String])], shelf: &Shelf<'_>) -> Box<[Arc<str>]> {
    let self_made = |at: usize| documents.get(at).is_some_and(|(_, types)| shelf.is_self_made(types));
    papers(documents, self_made).into_iter().map(|paper| shelf.word(paper)).collect()
}

fn papers<'d>(documents: &[(&Document, &'d [String])], self_made: impl Fn(usize) -> bool) -> BTreeSet<&'d str> {
    let asked = |document: &Document| {
        document.cases.is_empty() && document.when.is_none() && !document.only_if_not_found && document.waived_when.is_none()
    };
    let known = documents.iter().enumerate().filter_map(|(at, (document, types))| match types {
        [only] if asked(document) && !self_made(at) => Some(only.as_str()),
        _ => None,
    });
    known.collect()
}
