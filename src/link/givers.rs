//! Who in the catalogue gives a paper. Many documents ask the same question, and it is answered once.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    link::{memo::Memo, reuse},
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

/// A procedure that gives a paper.
struct Giver {
    code: String,
    authority: Vec<String>,
    /// The province whose local version it is.
    issued_by: Option<String>,
    /// What alone the paper is given for, where its title says so: "để lấn biển".
    purpose: Option<String>,
}

/// All that give one type of evidence.
#[derive(Default)]
struct Paper {
    givers: Vec<Giver>,
    codes: BTreeSet<String>,
    purposes: BTreeSet<String>,
}

/// Those who give, and those among them whom the same office settles.
type Answer = Option<Arc<(Givers, Givers)>>;

/// The procedures of a catalogue by the papers that they give.
#[derive(Default)]
pub(super) struct Papers {
    papers: BTreeMap<String, Paper>,
    /// What was asked so far.
    asked: Memo<Answer>,
}

impl Papers {
    /// What `procedures` give.
    pub(super) fn of(procedures: &[Procedure]) -> Self {
        let mut papers: BTreeMap<String, Paper> = BTreeMap::new();
        for procedure in procedures {
            for result in &procedure.results {
                let Some(evidence) = &result.evidence else { continue };
                let giver = Giver {
                    code: procedure.code.value.clone(),
                    authority: procedure.authority.iter().map(|name| name.value.clone()).collect(),
                    issued_by: procedure.issued_by.clone(),
                    purpose: recognise::purpose(result.title.said("vi")),
                };
                let paper = papers.entry(evidence.value.clone()).or_default();
                paper.codes.insert(giver.code.clone());
                paper.purposes.extend(giver.purpose.clone());
                paper.givers.push(giver);
            }
        }
        Self { papers, asked: Memo::default() }
    }

    /// The procedures of the catalogue that give a paper, and those among them that the same office settles; nothing where none does.
    pub(super) fn givers(&self, document: &Document, procedure: &Procedure, evidence: &[String]) -> Answer {
        // With alternatives the applicant may bring one that nobody here gives.
        let ([only], false) = (evidence, document.any_of) else { return None };
        let paper = self.papers.get(only)?;
        let got = document.handed_back || document.obtained_by.as_deref().is_some_and(|by| by != "applicant");
        // Whoever changes a paper or makes it anew needs the one there is.
        let makes = procedure.results.iter().any(|result| result.evidence.as_ref().is_some_and(|made| made.value == *only));
        if got || makes || is_about_foreign_papers(procedure) {
            return None;
        }
        let title = if paper.purposes.is_empty() { String::new() } else { text::fold(document.title.said("vi")) };
        let fitting: Vec<&str> = paper.purposes.iter().map(String::as_str).filter(|purpose| title.contains(*purpose)).collect();
        if paper.codes.contains(&procedure.code.value) {
            return answer(paper, procedure, &fitting);
        }
        let offices: Vec<&str> = procedure.authority.iter().map(|name| name.value.as_str()).collect();
        let province = procedure.issued_by.as_deref().unwrap_or_default();
        let question = format!("{only}\0{province}\0{}\0{}", offices.join("|"), fitting.join("|"));
        self.asked.of(&question, || answer(paper, procedure, &fitting))
    }
}

fn answer(paper: &Paper, procedure: &Procedure, fitting: &[&str]) -> Answer {
    // The records of one province are not those of another.
    let apart = |giver: &&Giver| giver.issued_by.is_some() && giver.issued_by != procedure.issued_by;
    let fits = |giver: &&Giver| giver.purpose.as_ref().is_none_or(|purpose| fitting.contains(&purpose.as_str()));
    let others = || paper.givers.iter().filter(|giver| giver.code != procedure.code.value && !apart(giver) && fits(giver));
    let settles = |giver: &&Giver| procedure.authority.iter().any(|name| giver.authority.contains(&name.value));
    let all: BTreeSet<&str> = others().map(|giver| giver.code.as_str()).collect();
    let own: BTreeSet<&str> = others().filter(settles).map(|giver| giver.code.as_str()).collect();
    let named = |codes: BTreeSet<&str>| Givers { many: codes.len(), first: codes.into_iter().take(NAMED).map(str::to_owned).collect() };
    (!all.is_empty()).then(|| Arc::new((named(all), named(own))))
}

/// Whether the papers are those of foreigners, or papers given abroad: no office here gave them; or whether one of many missions asks, which does
/// not keep what another gave.
fn is_about_foreign_papers(procedure: &Procedure) -> bool {
    let whom = |name: &str| procedure.audience.iter().any(|one| one == name);
    reuse::is_at_mission(procedure) || whom("foreigner") && !whom("citizen") || recognise::is_given_abroad(procedure.title.said("vi"))
}
