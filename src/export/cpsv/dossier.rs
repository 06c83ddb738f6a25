//! The dossier as requirements, each with the lists of evidence types of which one must be brought.

use crate::{
    export::cpsv::Writer,
    model::{Alternative, Cited, Document, Procedure, Words},
};

impl Writer<'_> {
    /// The documents and the conditions of `procedure`.
    pub(super) fn dossier(&mut self, service: &str, id: &str, procedure: &Procedure) {
        for (at, document) in procedure.documents.iter().enumerate() {
            let own = format!("{id}.document.{}", document.id.as_ref().map_or_else(|| (at + 1).to_string(), |id| id.value.clone()));
            self.document(service, &own, document);
        }
        for (at, condition) in procedure.conditions.iter().enumerate() {
            let own = format!("{id}.condition.{}", condition.id.as_ref().map_or_else(|| (at + 1).to_string(), |id| id.value.clone()));
            let name = self.requirement(service, &own, &condition.text);
            for basis in &condition.legal_basis {
                self.legal_resource(&name, "cv:isDerivedFrom", basis);
            }
        }
    }

    fn document(&mut self, service: &str, own: &str, document: &Document) {
        let types: Vec<String> = document.alternatives.iter().filter_map(|one| self.evidence_type(own, one)).collect();
        let title = self.called(document);
        let name = self.requirement(service, own, &title);
        // A paper of no known type is a type of its own, by its published name.
        let types = if types.is_empty() { vec![self.untyped(own, &title)] } else { types };
        for (at, one) in types.iter().enumerate() {
            let list = self.graph.name("evidence-list", &format!("{own}.{}", at + 1));
            self.graph.make(&list, &["cv:EvidenceTypeList"]);
            self.graph.say(&list, "dct:identifier", format!("{own}.{}", at + 1).into());
            self.graph.link(&list, "cv:specifiesEvidenceType", one);
            self.graph.link(&name, "cv:hasEvidenceTypeList", &list);
            self.graph.link(service, "cv:hasInputType", one);
        }
        let bases = document.alternatives.iter().flat_map(|one| &one.legal_basis).chain(&document.legal_basis);
        for basis in bases.collect::<Vec<&Cited>>() {
            self.legal_resource(&name, "cv:isDerivedFrom", basis);
        }
        for concept in &document.proves {
            let known = self.registers.concepts.get(&concept.value).cloned();
            let concept_name = self.graph.name("concept", &concept.value);
            if self.graph.make(&concept_name, &["cv:InformationConcept"]) {
                self.graph.say(&concept_name, "dct:identifier", concept.value.clone().into());
                let label = known.unwrap_or_else(|| plain(&concept.value));
                self.graph.words(&concept_name, "skos:prefLabel", &label);
            }
            self.graph.link(&name, "cv:hasConcept", &concept_name);
        }
    }

    /// What a document is called: its title, else what its types are.
    fn called(&self, document: &Document) -> Words {
        if !document.title.is_empty() {
            return document.title.clone();
        }
        let first = document.alternatives.iter().find_map(|one| one.evidence.as_ref());
        let known = first.and_then(|id| self.registers.evidence.get(&id.value)).map(|evidence| evidence.title.clone());
        let id = document.id.as_ref().or(first).map_or("a paper", |id| id.value.as_str());
        known.unwrap_or_else(|| plain(id))
    }

    fn requirement(&mut self, service: &str, own: &str, title: &Words) -> String {
        let name = self.graph.name("requirement", own);
        self.graph.make(&name, &["cv:Requirement"]);
        self.graph.say(&name, "dct:identifier", own.into());
        self.graph.words(&name, "dct:title", title);
        self.graph.link(service, "cv:holdsRequirement", &name);
        name
    }

    /// The type of evidence that one alternative is; none where it has neither a type nor a name.
    fn evidence_type(&mut self, own: &str, one: &Alternative) -> Option<String> {
        let Some(id) = &one.evidence else {
            let at = one.at.map_or(0, |at| at + 1);
            return (!one.title.is_empty()).then(|| self.untyped(&format!("{own}.{at}"), &one.title));
        };
        let name = self.graph.name("evidence", &id.value);
        if self.graph.make(&name, &["cv:EvidenceType"]) {
            self.graph.say(&name, "dct:identifier", id.value.clone().into());
            let registers = self.registers;
            let known = registers.evidence.get(&id.value);
            let title = known.map_or_else(|| plain(&id.value), |evidence| evidence.title.clone());
            self.graph.words(&name, "dct:title", &title);
            if let Some(class) = known.and_then(|evidence| evidence.class.as_ref()) {
                let concept = self.graph.concept("evidence-class", class);
                self.graph.link(&name, "cv:evidenceTypeClassification", &concept);
            }
        }
        Some(name)
    }

    fn untyped(&mut self, own: &str, title: &Words) -> String {
        let name = self.graph.name("evidence", own);
        self.graph.make(&name, &["cv:EvidenceType"]);
        self.graph.say(&name, "dct:identifier", own.into());
        self.graph.words(&name, "dct:title", title);
        name
    }
}

/// A name in small letters and hyphens as words.
pub(super) fn plain(id: &str) -> Words {
    Words { en: Some(id.replace(['-', '.'], " ")), ..Words::default() }
}
