//! The documents of one procedure, joined with the law, with who holds what they prove, and with who gives them.

use crate::{
    link::{
        Catalogue, Giver, alternative, excess,
        ground::Lookup,
        join::LazyLexicon,
        linked::LinkedDocument,
        overlap, partial,
        reuse::{self, Holder},
        template::Template,
    },
    model::{Document, Procedure},
    recognise::confirmer,
    recognise::names_none,
    register::Element,
    text,
};

/// The documents of a procedure, each with what the law and the registers say of it.
pub(super) fn of(
    documents: Vec<Document>,
    procedure: &Procedure,
    lookup: &Lookup<'_>,
    catalogue: &Catalogue<'_>,
    lexicon: &LazyLexicon<'_>,
) -> Vec<LinkedDocument> {
    let law = lookup.law(Element::Document);
    let link = |(at, document): (usize, Document)| {
        let (evidence, vague) = evidence(&document, procedure, lexicon);
        let made = |one: &String| lookup.registers.evidence.get(one).is_some_and(|known| known.class.as_deref() == Some("self-made"));
        let self_made = !evidence.is_empty() && evidence.iter().all(made);
        let (ground, lightest_lawful) = lookup.document(&law, &document, &evidence, self_made);
        let holder = reuse::holder(lookup.registers, &lookup.own, procedure, &document, &evidence, lookup.day);
        let excess = excess::of(&law, &document, &evidence);
        let let_go = reuse::let_go(lookup.registers, &lookup.own, procedure, &document, &evidence, lookup.day);
        let (given_by, own) = givers(&document, procedure, &evidence, catalogue);
        let partial =
            if holder.is_some() { None } else { partial::of(lookup.registers, &lookup.own, procedure, &document, &evidence, lookup.day) };
        LinkedDocument {
            at,
            self_made,
            vague,
            law: ground,
            lightest_lawful,
            holder,
            partial,
            excess,
            given_by,
            own,
            confirmer: confirmer(document.title.said("vi")),
            same_as: Vec::new(),
            template: Template::default(),
            reads: reads(&document, let_go.as_ref()),
            let_go,
            alternatives: alternative::of(lookup.registers, procedure, &document, &evidence, lookup.day),
            evidence,
            document,
        }
    };
    let mut linked: Vec<LinkedDocument> = documents.into_iter().enumerate().map(link).collect();
    overlap::mark(&mut linked, lookup.registers);
    say_once(&mut linked);
    linked
}

/// Of the papers of one published row, which keep its words, the first that no provision lays down is asked about; a heading is no paper.
fn say_once(linked: &mut [LinkedDocument]) {
    let mut asked: Vec<String> = Vec::new();
    for one in linked.iter_mut().filter(|one| one.law.askable && one.law.cites.is_empty()) {
        // The same words once more, in one case with "if there is one", are the same paper.
        let title = one.document.title.said("vi").replace("(nếu có)", "");
        let title = title.trim().trim_end_matches([';', '.']);
        if names_none(title) || !title.is_empty() && asked.iter().any(|other| other == title) {
            one.law.askable = false;
        } else {
            asked.push(title.to_owned());
        }
    }
}

/// The data source that the office reads instead of asking for a document: as the file says, else the one that takes the place of the paper.
fn reads(document: &Document, let_go: Option<&Holder>) -> Option<String> {
    let said = document.query.as_ref().and_then(|query| query.source.as_ref()).map(|source| source.value.clone());
    said.or_else(|| let_go.map(|holder| holder.source.clone()))
}

/// The types of evidence that will do: as written, else as recognised in the title; and whether the words are open.
fn evidence(document: &Document, procedure: &Procedure, lexicon: &LazyLexicon<'_>) -> (Vec<String>, bool) {
    let written = document.alternatives.iter().filter_map(|one| one.evidence.as_ref());
    let written: Vec<String> = written.map(|name| name.value.clone()).collect();
    // What an importer recognised it has written down; asking again would only cost time.
    if !written.is_empty() || procedure.by_program || document.is_unparsed("evidence") {
        return (written, document.vague);
    }
    let reading = lexicon.read(document.title.said("vi"));
    let vague = document.vague || reading.vague;
    if reading.waived || reading.guidance || reading.form_about.is_some() { (Vec::new(), vague) } else { (reading.evidence, vague) }
}

/// The procedures of the catalogue that give a paper, and those among them that the same office settles.
fn givers(document: &Document, procedure: &Procedure, evidence: &[String], catalogue: &Catalogue<'_>) -> (Vec<String>, Vec<String>) {
    // With alternatives the applicant may bring one that nobody here gives.
    let ([only], false) = (evidence, document.any_of) else { return (Vec::new(), Vec::new()) };
    let Some(all) = catalogue.givers.get(only) else { return (Vec::new(), Vec::new()) };
    let got = document.handed_back || document.obtained_by.as_deref().is_some_and(|by| by != "applicant");
    // Whoever changes a paper or makes it anew needs the one there is.
    let makes = procedure.results.iter().any(|result| result.evidence.as_ref().is_some_and(|made| made.value == *only));
    if got || makes || is_about_foreign_papers(procedure) {
        return (Vec::new(), Vec::new());
    }
    // The records of one province are not those of another.
    let apart = |giver: &&Giver| giver.issued_by.is_some() && giver.issued_by != procedure.issued_by;
    let title = text::fold(document.title.said("vi"));
    let fits = |giver: &&Giver| giver.purpose.as_ref().is_none_or(|purpose| title.contains(purpose.as_str()));
    let others = || all.iter().filter(|giver| giver.code != procedure.code.value && !apart(giver) && fits(giver));
    let settles = |giver: &&Giver| procedure.authority.iter().any(|name| giver.authority.contains(&name.value));
    let codes = |givers: Vec<&Giver>| {
        let mut codes: Vec<String> = givers.into_iter().map(|giver| giver.code.clone()).collect();
        codes.sort();
        codes.dedup();
        codes
    };
    (codes(others().collect()), codes(others().filter(settles).collect()))
}

/// Whether the papers are those of foreigners, or papers given abroad: no office here gave them; or whether one of many missions asks, which does
/// not keep what another gave.
fn is_about_foreign_papers(procedure: &Procedure) -> bool {
    let whom = |name: &str| procedure.audience.iter().any(|one| one == name);
    let mission = procedure.authority.iter().any(|name| name.value == "diplomatic-mission");
    mission || whom("foreigner") && !whom("citizen") || text::fold(procedure.title.said("vi")).contains("nước ngoài cấp")
}
