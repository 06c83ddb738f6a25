//! Who holds a part of what a paper proves: for some people, some places or some of its data.

use std::cell::LazyCell;

use crate::{
    citation::Citation,
    link::reuse::{self, Request},
    model::Words,
    register::{Status, Waiver},
    span::Span,
};

/// A holder of a part.
#[derive(Clone, Debug)]
pub struct Partial {
    /// The data source.
    pub source: String,
    /// For whom or what alone the paper can go, in the words of the register.
    pub only: Words,
    /// The provision that lets it go.
    pub cite: Option<Citation>,
    /// Where the register says so.
    pub place: Span,
    /// Whether that provision names this very procedure.
    pub named: bool,
    /// Whether the register says in which cases, in words of its own.
    pub told: bool,
}

/// Who holds a part of what is asked for: by the provisions that name the procedure, else by the data sources.
pub(super) fn of(request: &Request<'_>) -> Option<Partial> {
    let [only] = request.evidence else { return None };
    if reuse::is_exempt(request.document) || reuse::is_made(request.procedure, request.evidence) {
        return None;
    }
    waived(request, only).or_else(|| by_source(request, only))
}

/// The waiver that names this very procedure and lets the paper go in some case.
fn waived(request: &Request<'_>, evidence: &String) -> Option<Partial> {
    let code = &request.procedure.code.value;
    let fits = |waiver: &&Waiver| {
        let named = waiver.procedure.as_ref() == Some(code) && waiver.evidence.contains(evidence);
        named && !waiver.suspect && (waiver.conditional || waiver.partial)
    };
    request.live.iter().find_map(|provision| {
        let waiver = provision.waives.iter().find(fits)?;
        let only = waiver.only.clone().or_else(|| waiver.published.clone())?;
        let source = waiver.when_held_by.clone()?;
        let told = waiver.only.is_some();
        Some(Partial { source, only, cite: Some(provision.cite.clone()), place: provision.span, named: true, told })
    })
}

/// The data source whose data take the place of the paper in part.
fn by_source(request: &Request<'_>, evidence: &str) -> Option<Partial> {
    let Request { registers, procedure, day, .. } = *request;
    let agencies = LazyCell::new(|| reuse::agencies(procedure));
    registers.sources_of(evidence).find_map(|source| {
        let status = source.status(day, &agencies)?;
        let one = source.substitutes.iter().find(|one| one.evidence == evidence && one.partial && one.valid.holds(day))?;
        let only = one.only.clone().filter(|_| status > Status::Planned)?;
        Some(Partial { source: source.id.clone(), only, cite: one.legal_basis.clone(), place: source.span, named: false, told: true })
    })
}
