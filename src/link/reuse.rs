//! Who already holds what a paper proves, how sure that is, and by what provision.

use std::cell::LazyCell;

use crate::{
    citation::Citation,
    confidence::Confidence,
    date::Date,
    model::{Document, Procedure},
    recognise,
    register::{Provision, Registers, Sharing, Status, Waiver},
    span::Span,
};

/// A holder of what a paper proves.
#[derive(Clone, Debug)]
pub struct Holder {
    /// The paper.
    pub evidence: String,
    /// The data source.
    pub source: String,
    /// How sure it is that the paper need not be asked for.
    pub confidence: Confidence,
    /// How far the source is shared with those who settle the procedure.
    pub status: Option<Status>,
    /// Whether it is shared that far with every office, and not only with some.
    pub everybody: bool,
    /// The provision that lets the paper go.
    pub cite: Option<Citation>,
    /// Where the register says so.
    pub place: Span,
    /// Whether the provision that lets the paper go names this very procedure.
    pub named: bool,
    /// The provisions that demanded the paper, by the waiver itself.
    pub demanded_by: Vec<Citation>,
    /// The day from which it can no longer be relied on, where one is known.
    pub until: Option<Date>,
}

/// A paper that a procedure asks for on some day, with what is known that may let it go.
pub(super) struct Request<'r> {
    /// The registers.
    pub(super) registers: &'r Registers,
    /// The provisions in force that name the procedure.
    pub(super) live: &'r [&'r Provision],
    /// The procedure.
    pub(super) procedure: &'r Procedure,
    /// The document of its dossier.
    pub(super) document: &'r Document,
    /// The types of evidence that will do.
    pub(super) evidence: &'r [String],
    /// The day.
    pub(super) day: Date,
}

/// Who holds all that is asked for: nothing unless every alternative is held, since who brings the other one is not asked again for what is held.
pub(super) fn holder(request: &Request<'_>) -> Option<Holder> {
    if is_exempt(request.document) { None } else { held(request) }
}

/// Who lets go what the document does not ask for any more, because the office looks it up.
pub(super) fn let_go(request: &Request<'_>) -> Option<Holder> {
    let document = request.document;
    let queried = document.obtained_by.as_deref() == Some("agency-query");
    let waived = queried || document.waived_when.is_some() || document.only_if_not_found;
    if waived { held(request) } else { None }
}

/// Who holds all those papers.
fn held(request: &Request<'_>) -> Option<Holder> {
    let Request { registers, procedure, evidence, day, .. } = *request;
    let first = evidence.first()?;
    let named = waived_by_name(request);
    if named.is_some() {
        return named;
    }
    if is_made(procedure, evidence) {
        return None;
    }
    let held: Vec<Option<Holder>> = evidence.iter().map(|one| by_source(registers, procedure, one, day)).collect();
    let all: Option<Vec<Holder>> = held.into_iter().collect();
    let weakest = all?.into_iter().min_by_key(|holder| holder.confidence)?;
    // Where the law that names the procedure lets the paper go in some cases only, the source alone does not make it certain for all.
    let confidence = if is_conditional(request) { weakest.confidence.min(Confidence::Presumed) } else { weakest.confidence };
    Some(Holder { evidence: first.clone(), confidence, ..weakest })
}

/// Whether a waiver that names this very procedure lets one of those papers go in some cases only.
fn is_conditional(request: &Request<'_>) -> bool {
    let waivers = request.live.iter().flat_map(|provision| &provision.waives);
    let named = waivers.filter(|waiver| waiver.conditional && waiver.procedure.as_ref() == Some(&request.procedure.code.value));
    named.into_iter().any(|waiver| request.evidence.iter().any(|one| waiver.evidence.contains(one)))
}

/// Whether the procedure gives one of those papers: who makes a paper anew does so because it, or its entry, is not there, so that it is held is
/// not to be presumed.
pub(super) fn is_made(procedure: &Procedure, evidence: &[String]) -> bool {
    let makes = |one: &String| procedure.results.iter().any(|result| result.evidence.as_ref().is_some_and(|made| made.value == *one));
    evidence.iter().any(makes)
}

/// Whether the law or the file itself leaves room to ask: an exception, a fallback, a paper that is handed back, one that the office gets itself.
pub(super) fn is_exempt(document: &Document) -> bool {
    document.reuse_exception.is_some()
        || document.handed_back
        || document.waived_when.is_some()
        || document.only_if_not_found
        || document.obtained_by.as_deref().is_some_and(|by| by != "applicant")
}

/// The waiver that names this very procedure and paper.
fn waived_by_name(request: &Request<'_>) -> Option<Holder> {
    let Request { registers, live, procedure, evidence, day, .. } = *request;
    let code = &procedure.code.value;
    let mut found: Option<Holder> = None;
    for provision in live {
        let named = |waiver: &&Waiver| waiver.procedure.as_ref() == Some(code) && !waiver.suspect && !waiver.partial && !waiver.conditional;
        for waiver in provision.waives.iter().filter(named) {
            let Some(source) = waiver.when_held_by.as_ref() else { continue };
            // Each paper the row asks for must be among those the waiver lets go.
            if !evidence.iter().all(|one| waiver.evidence.contains(one)) {
                continue;
            }
            let sharing = registers.data_sources.get(source).and_then(|source| source.sharing(day, &agencies(procedure)));
            let status = sharing.map(|sharing| sharing.status);
            // What is still to be shared cannot be looked up, whatever the list of papers says.
            let sure = if status == Some(Status::Planned) { Confidence::Undetermined } else { Confidence::Proved };
            let demanded = waiver.prescribed_by.iter().filter_map(|cited| cited.citation.clone());
            let holder = Holder {
                evidence: evidence.first().cloned().unwrap_or_default(),
                source: source.clone(),
                confidence: sure,
                status,
                everybody: sharing.is_some_and(is_for_everybody),
                cite: Some(provision.cite.clone()),
                place: provision.span,
                named: true,
                demanded_by: demanded.collect(),
                until: provision.valid.until,
            };
            if found.as_ref().is_none_or(|best| best.confidence < holder.confidence) {
                found = Some(holder);
            }
        }
    }
    found
}

/// The data source that takes the place of `evidence`, for whatever procedure.
pub(super) fn by_source(registers: &Registers, procedure: &Procedure, evidence: &str, day: Date) -> Option<Holder> {
    let agencies = LazyCell::new(|| agencies(procedure));
    let foreign = LazyCell::new(|| is_about_foreign(procedure));
    let mut best: Option<Holder> = None;
    for source in registers.sources_of(evidence) {
        let fits = source.substitutes.iter().filter(|one| one.evidence == evidence && one.valid.holds(day) && !one.partial);
        for substitute in fits {
            let sharing = source.sharing(day, &agencies);
            let status = sharing.map(|sharing| sharing.status);
            let sure = match status {
                // The papers of foreigners stand in sources abroad.
                Some(Status::Shared | Status::Connected | Status::Published) if *foreign => continue,
                Some(Status::Shared) if substitute.only.is_none() && !reaches_abroad(procedure) => Confidence::Proved,
                Some(Status::Shared | Status::Connected | Status::Published) => Confidence::Presumed,
                Some(Status::Planned) | None => continue,
            };
            let holder = Holder {
                evidence: evidence.to_owned(),
                source: source.id.clone(),
                confidence: sure,
                status,
                everybody: sharing.is_some_and(is_for_everybody),
                cite: substitute.legal_basis.clone(),
                place: source.span,
                named: false,
                demanded_by: Vec::new(),
                until: substitute.valid.until,
            };
            if best.as_ref().is_none_or(|best| best.confidence < holder.confidence) {
                best = Some(holder);
            }
        }
    }
    best
}

fn is_for_everybody(sharing: &Sharing) -> bool {
    sharing.to.is_empty() || sharing.to.iter().any(|to| to == "*")
}

/// Whether foreigners or Vietnamese living abroad apply too: for them a source counts only as far as it reaches
/// (Resolution 66.7/2025/NQ-CP Art. 2(3)), and no register says how far that is.
fn reaches_abroad(procedure: &Procedure) -> bool {
    is_at_mission(procedure) || procedure.audience.iter().any(|whom| whom == "foreigner" || whom == "overseas-vietnamese")
}

/// Whether the procedure is about foreign matters: those whose papers it asks for need not stand in any source here.
fn is_about_foreign(procedure: &Procedure) -> bool {
    let foreign = reaches_abroad(procedure) && !procedure.audience.iter().any(|whom| whom == "citizen");
    // Who applies at a mission lives abroad, whatever his papers.
    foreign || is_at_mission(procedure) || recognise::is_about_foreign(procedure.title.said("vi"))
}

/// Whether a mission abroad settles the procedure.
pub(super) fn is_at_mission(procedure: &Procedure) -> bool {
    procedure.authority.iter().any(|name| name.value == "diplomatic-mission")
}

/// The agencies that settle a procedure.
pub(super) fn agencies(procedure: &Procedure) -> Vec<String> {
    procedure.authority.iter().map(|name| name.value.clone()).collect()
}

/// The source that holds `concept` on `day` and is shared or connected, if there is one, and how sure that is.
pub fn concept_holder<'r>(registers: &'r Registers, procedure: &Procedure, concept: &str, day: Date) -> Option<(&'r str, Confidence)> {
    let agencies = agencies(procedure);
    let holding =
        registers.data_sources.values().filter(|source| source.holds.iter().any(|(held, valid)| held == concept && valid.holds(day)));
    let sure = holding.filter_map(|source| match source.status(day, &agencies) {
        Some(Status::Shared) => Some((source.id.as_str(), Confidence::Proved)),
        Some(Status::Connected | Status::Published) => Some((source.id.as_str(), Confidence::Presumed)),
        Some(Status::Planned) | None => None,
    });
    sure.max_by_key(|(_, sure)| *sure)
}

/// Whether some data source takes the place of `evidence` on `day`, however far it is shared.
pub fn is_held(registers: &Registers, procedure: &Procedure, evidence: &str, day: Date) -> bool {
    by_source(registers, procedure, evidence, day).is_some()
}
