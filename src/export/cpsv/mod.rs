//! Procedures as public services of the Core Public Service Vocabulary, CPSV-AP 3.2, in JSON-LD.

mod dossier;
mod graph;
mod parts;

use std::collections::BTreeSet;

use crate::{
    export::cpsv::graph::Graph,
    model::{Procedure, Words},
    register::Registers,
};

/// Where every one of these services is given.
const COUNTRY: &str = "authority:country/VNM";

/// What was exported, and what could not be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Services {
    /// The document.
    pub text: String,
    /// How many public services it holds.
    pub count: usize,
    /// The codes of procedures that name no authority, without which CPSV-AP knows no public service.
    pub without_authority: Vec<String>,
}

/// The public services that `procedures` are, in JSON-LD; names of nodes begin with `base`.
pub fn cpsv(procedures: &[&Procedure], registers: &Registers, base: &str) -> Services {
    let mut writer = Writer { graph: Graph::new(base), registers };
    let mut services = Services::default();
    let (mut names, mut needs) = (BTreeSet::new(), Vec::new());
    for procedure in procedures {
        let code = &procedure.code.value;
        if procedure.authority.is_empty() && procedure.authority_says.as_ref().is_none_or(Words::is_empty) {
            services.without_authority.push(code.clone());
            continue;
        }
        let local = procedure.issued_by.as_ref().map_or_else(|| code.clone(), |place| format!("{code}@{place}"));
        let mut id = local.clone();
        let mut again = 2;
        while !names.insert(id.clone()) {
            id = format!("{local}~{again}");
            again += 1;
        }
        let name = writer.graph.name("procedure", &id);
        writer.service(&name, &id, procedure);
        services.count += 1;
        needs.extend(procedure.needs.iter().map(|need| (name.clone(), need.value.clone())));
    }
    for (name, need) in needs {
        // One that is not in this document would stand there as a service of which nothing is said.
        let other = writer.graph.name("procedure", &need);
        if writer.graph.holds(&other) {
            writer.graph.link(&name, "dct:requires", &other);
        }
    }
    services.text = writer.graph.done();
    services
}

/// The graph while it is being made, and the registers that know what things are called.
struct Writer<'r> {
    graph: Graph,
    registers: &'r Registers,
}

impl Writer<'_> {
    /// One procedure: `name` is its node, `id` what the names of its parts begin with.
    fn service(&mut self, name: &str, id: &str, procedure: &Procedure) {
        self.graph.make(name, &["cpsv:PublicService"]);
        self.graph.say(name, "dct:identifier", procedure.code.value.clone().into());
        self.graph.words(name, "dct:title", &procedure.title);
        // No source publishes a description beside the name, and the profile demands one.
        self.graph.words(name, "dct:description", &procedure.title);
        self.place();
        self.graph.link(name, "dct:spatial", COUNTRY);
        for authority in &procedure.authority {
            let agency = self.agency(&authority.value);
            self.graph.link(name, "cv:hasCompetentAuthority", &agency);
        }
        if let Some(says) = procedure.authority_says.as_ref().filter(|_| procedure.authority.is_empty()) {
            let agency = self.graph.name("agency", &crate::text::slug(says.said("vi")));
            self.organisation(&agency, says);
            self.graph.link(name, "cv:hasCompetentAuthority", &agency);
        }
        if let Some(sector) = &procedure.sector {
            let concept = self.graph.concept("sector", sector);
            self.graph.link(name, "cv:thematicArea", &concept);
        }
        for who in &procedure.audience {
            let concept = self.graph.concept("audience", who);
            self.graph.link(name, "dct:audience", &concept);
        }
        for basis in &procedure.legal_basis {
            self.legal_resource(name, "cv:hasLegalResource", basis);
        }
        self.dossier(name, id, procedure);
        self.parts(name, id, procedure);
    }

    /// The name of an agency, which is made.
    fn agency(&mut self, id: &str) -> String {
        let name = self.graph.name("agency", id);
        let unknown = Words { vi: Some(id.to_owned()), ..Words::default() };
        let registers = self.registers;
        let title = registers.agencies.get(id).map_or(&unknown, |agency| &agency.title);
        self.organisation(&name, title);
        name
    }

    fn organisation(&mut self, name: &str, title: &Words) {
        if self.graph.make(name, &["cv:PublicOrganisation", "org:Organization"]) {
            self.graph.words(name, "skos:prefLabel", title);
            self.place();
            self.graph.link(name, "dct:spatial", COUNTRY);
        }
    }

    fn place(&mut self) {
        if self.graph.make(COUNTRY, &["dct:Location"]) {
            self.graph.text(COUNTRY, "rdfs:label", "en", "Viet Nam");
        }
    }
}
