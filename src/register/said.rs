//! What one register file says, before it is joined with the others.

use crate::{
    date::Date,
    model::{self, Procedure, Reader, Words},
    problem::Problem,
    register::{
        Agency, Competence, Costs, Coverage, DataSource, Evidence, Instrument, Provision, coverage, data_source,
        evidence::{agency, concept, evidence},
        law,
        source::Sources,
    },
    text,
    yaml::Node,
};

/// The entries of one file, in the order written. Files are read side by side and joined in the order of their paths.
#[derive(Debug, Default)]
pub struct Said {
    pub(super) instruments: Vec<Instrument>,
    pub(super) provisions: Vec<Provision>,
    pub(super) coverage: Vec<Coverage>,
    pub(super) competence: Vec<Competence>,
    pub(super) concepts: Vec<(String, Words, bool)>,
    pub(super) evidence: Vec<Evidence>,
    pub(super) agencies: Vec<Agency>,
    pub(super) data_sources: Vec<DataSource>,
    pub(super) norms: Vec<Procedure>,
    pub(super) norm_matches: Vec<(String, String)>,
    pub(super) holidays: Vec<Date>,
    pub(super) costs: Costs,
    pub(super) fresh_months: Option<i64>,
}

impl Said {
    /// What `node` says, and what could not be understood.
    pub fn read(node: &Node<'_>) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut reader = Reader::new(node, &mut problems);
        let sources = Sources::of(&reader);
        let matched = |inner: Reader<'_, '_>| Some((text::plain(&inner.name("title")?.value), inner.name("norm")?.value));
        let mut says = Self {
            instruments: reader.each("instruments", |entry| law::instrument(entry, &sources)),
            provisions: reader.each("provisions", law::provision).into_iter().flatten().collect(),
            coverage: reader.each("coverage", |entry| coverage::coverage(entry, &sources)).into_iter().flatten().collect(),
            competence: reader.each("competence", coverage::competence),
            concepts: reader.each("concepts", concept),
            evidence: reader.each("evidence", evidence),
            agencies: reader.each("agencies", agency),
            data_sources: reader.each("data_sources", |entry| data_source::data_source(entry, &sources)),
            norm_matches: reader.each("norm_matches", matched).into_iter().flatten().collect(),
            ..Self::default()
        };
        for norm in reader.get("norms").map_or(&[][..], Node::items) {
            let (norm, found) = model::procedure(norm);
            reader.problems.extend(found);
            says.norms.push(norm);
        }
        if let Some(mut inner) = reader.within("calendar") {
            says.holidays = inner.each("holidays", |mut day| day.date("date")).into_iter().flatten().collect();
        }
        if let Some(mut inner) = reader.within("costs") {
            says.costs.take(&mut inner);
            says.costs.name_sources(|key| sources.title(key));
        }
        if let Some(inner) = reader.within("freshness") {
            says.fresh_months = inner.count("months").map(|months| months.value);
        }
        (says, problems)
    }
}
