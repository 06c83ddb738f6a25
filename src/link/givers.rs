//! Who in the catalogue gives a paper. Many documents ask the same question, and it is answered once.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    link::{
        card::{Card, Given, Wanted, number},
        catalogue::narrow,
        graph,
        memo::Memo,
        reuse,
        shelf::Shelf,
    },
    model::{Document, Procedure},
    recognise, text,
};

/// How many givers are named; the others are counted. A paper that thousands give would otherwise be told of by all their names, in
/// each dossier that asks for it.
const NAMED: usize = 20;

/// Procedures that give a paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Givers {
    /// The codes of the first of them, in order.
    pub first: Vec<String>,
    /// How many they are.
    pub many: usize,
}

/// All that give one type of evidence.
#[derive(Default)]
struct Paper {
    /// Their places, each with what alone it gives the paper for.
    givers: Vec<(u32, Option<Box<str>>)>,
    /// Their codes, as numbers.
    codes: BTreeSet<u64>,
    purposes: BTreeSet<Box<str>>,
}

/// Those who give, and those among them whom the same office settles.
pub(in crate::link) type Answer = Option<Arc<(Givers, Givers)>>;

/// The procedures of a catalogue by the papers that they give.
#[derive(Default)]
pub(super) struct Papers {
    papers: BTreeMap<Arc<str>, Paper>,
    /// What was asked so far.
    asked: Memo<Answer>,
}

impl Papers {
    /// What the procedures of `cards` give.
    pub(super) fn of(cards: &[Card]) -> Self {
        let mut papers: BTreeMap<Arc<str>, Paper> = BTreeMap::new();
        for (at, card) in cards.iter().enumerate() {
            for given in &card.gives {
                let paper = papers.entry(Arc::clone(&given.evidence)).or_default();
                paper.codes.insert(number(&card.code));
                paper.purposes.extend(given.purpose.clone());
                paper.givers.push((narrow(at), given.purpose.clone()));
            }
        }
        Self { papers, asked: Memo::default() }
    }

    /// The codes of those that give a paper, each as often as it does.
    pub(super) fn codes<'c>(&'c self, evidence: &str, cards: &'c [Card]) -> impl Iterator<Item = &'c str> {
        let givers = self.papers.get(evidence).into_iter().flat_map(|paper| &paper.givers);
        givers.filter_map(|(at, _)| cards.get(*at as usize)).map(|card| &*card.code)
    }

    /// Whether one of that code gives a paper.
    pub(super) fn gives(&self, evidence: &str, code: &str) -> bool {
        self.papers.get(evidence).is_some_and(|paper| paper.codes.contains(&number(code)))
    }

    /// The procedures of the catalogue that give a paper, and those among them that the same office settles; nothing where none does.
    /// `title` is what the dossier of `card` calls it, folded.
    pub(super) fn givers(&self, evidence: &str, title: impl FnOnce() -> Arc<str>, card: &Card, cards: &[Card]) -> Answer {
        let paper = self.papers.get(evidence)?;
        let title = if paper.purposes.is_empty() { Arc::from("") } else { title() };
        let fitting: Vec<&str> = paper.purposes.iter().map(AsRef::as_ref).filter(|purpose| title.contains(*purpose)).collect();
        if paper.codes.contains(&number(&card.code)) {
            return answer(paper, card, cards, &fitting);
        }
        let province = card.issued_by.as_deref().unwrap_or_default();
        let question = format!("{evidence}\0{province}\0{}\0{}", card.authority.join("|"), fitting.join("|"));
        self.asked.of(&question, || answer(paper, card, cards, &fitting))
    }
}

fn answer(paper: &Paper, asks: &Card, cards: &[Card], fitting: &[&str]) -> Answer {
    // The records of one province are not those of another.
    let apart = |giver: &Card| giver.issued_by.is_some() && giver.issued_by != asks.issued_by;
    let fits = |purpose: &Option<Box<str>>| purpose.as_ref().is_none_or(|purpose| fitting.contains(&purpose.as_ref()));
    let fitting = paper.givers.iter().filter(|(_, purpose)| fits(purpose));
    let others: Vec<&Card> =
        fitting.filter_map(|(at, _)| cards.get(*at as usize)).filter(|giver| giver.code != asks.code && !apart(giver)).collect();
    let settles = |giver: &&&Card| asks.authority.iter().any(|name| giver.authority.contains(name));
    let all: BTreeSet<&str> = others.iter().map(|giver| &*giver.code).collect();
    let own: BTreeSet<&str> = others.iter().filter(settles).map(|giver| &*giver.code).collect();
    let named = |codes: BTreeSet<&str>| Givers { many: codes.len(), first: codes.into_iter().take(NAMED).map(str::to_owned).collect() };
    (!all.is_empty()).then(|| Arc::new((named(all), named(own))))
}

/// What `procedure` gives.
pub(super) fn given(procedure: &Procedure, shelf: &Shelf<'_>) -> Box<[Given]> {
    let given = procedure.results.iter().filter_map(|result| {
        let evidence = shelf.word(&result.evidence.as_ref()?.value);
        Some(Given { evidence, purpose: recognise::purpose(result.title.said("vi")).map(Into::into) })
    });
    given.collect()
}

/// The papers of a dossier that everybody must bring and that other procedures may give.
pub(super) fn wants(procedure: &Procedure, documents: &[(&Document, &[String])], shelf: &Shelf<'_>) -> Box<[Wanted]> {
    let always = documents.iter().filter(|(document, _)| graph::is_always_asked(document));
    let wanted = always.filter_map(|(document, types)| {
        let evidence = shelf.word(wanted(document, procedure, types)?);
        Some(Wanted { evidence, title: shelf.word(&text::fold(document.title.said("vi"))) })
    });
    wanted.collect()
}

/// The type of a paper that others may give: the only one that will do, which the applicant must get elsewhere.
pub(super) fn wanted<'e>(document: &Document, procedure: &Procedure, evidence: &'e [String]) -> Option<&'e str> {
    // With alternatives the applicant may bring one that nobody here gives.
    let ([only], false) = (evidence, document.any_of) else { return None };
    let got = document.handed_back || document.obtained_by.as_deref().is_some_and(|by| by != "applicant");
    // Whoever changes a paper or makes it anew needs the one there is.
    let makes = procedure.results.iter().any(|result| result.evidence.as_ref().is_some_and(|made| made.value == *only));
    (!got && !makes && !is_about_foreign_papers(procedure)).then_some(only.as_str())
}

/// Whether the papers are those of foreigners, or papers given abroad: no office here gave them; or whether one of many missions asks, which does
/// not keep what another gave.
fn is_about_foreign_papers(procedure: &Procedure) -> bool {
    let whom = |name: &str| procedure.audience.iter().any(|one| one == name);
    reuse::is_at_mission(procedure) || whom("foreigner") && !whom("citizen") || recognise::is_given_abroad(procedure.title.said("vi"))
}
