//! The documents of one procedure, joined with the law, with who holds what they prove, and with who gives them.

use crate::{
    link::{
        alternative, excess,
        givers::Answer,
        ground::Lookup,
        linked::LinkedDocument,
        overlap, partial,
        reuse::{self, Holder, Request},
        shelf::Shelf,
        template::Template,
    },
    model::{Document, Procedure},
    recognise::{confirmer, names_none, without_if_any},
    register::Element,
};

/// The documents of a procedure, each with what the law and the registers say of it.
pub(super) fn of(
    documents: Vec<Document>,
    procedure: &Procedure,
    lookup: &Lookup<'_>,
    shelf: &Shelf<'_>,
    givers: &dyn Fn(&Document, &[String]) -> Answer,
) -> Vec<LinkedDocument> {
    let law = lookup.law(Element::Document);
    let link = |(at, document): (usize, Document)| {
        let (evidence, vague) = shelf.evidence(&document, procedure);
        let self_made = shelf.is_self_made(&evidence);
        let (ground, lightest_lawful) = lookup.document(&law, &document, &evidence, self_made);
        let (registers, live, day) = (lookup.registers, lookup.own.as_slice(), lookup.day);
        let request = Request { registers, live, procedure, document: &document, evidence: &evidence, day };
        let (holder, let_go) = (reuse::holder(&request), reuse::let_go(&request));
        let partial = if holder.is_some() { None } else { partial::of(&request) };
        let excess = excess::of(&law, &document, &evidence);
        let givers = givers(&document, &evidence);
        LinkedDocument {
            at,
            self_made,
            vague,
            law: ground,
            lightest_lawful,
            holder: holder.map(Box::new),
            partial: partial.map(Box::new),
            excess,
            givers,
            confirmer: confirmer(document.title.said("vi")),
            same_as: Vec::new(),
            template: Template::default(),
            reads: reads(&document, let_go.as_ref()),
            let_go: let_go.map(Box::new),
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
        let title = without_if_any(one.document.title.said("vi"));
        if names_none(&title) || !title.is_empty() && asked.contains(&title) {
            one.law.askable = false;
        } else {
            asked.push(title);
        }
    }
}

/// The data source that the office reads instead of asking for a document: as the file says, else the one that takes the place of the paper.
fn reads(document: &Document, let_go: Option<&Holder>) -> Option<String> {
    let said = document.query.as_ref().and_then(|query| query.source.as_ref()).map(|source| source.value.clone());
    said.or_else(|| let_go.map(|holder| holder.source.clone()))
}
