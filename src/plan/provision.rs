//! Which provisions lay down the thing that an edit changes: those that would have to be changed with it.

use crate::{
    citation::Citation,
    confidence::Confidence,
    edit,
    link::{Ground, Linked},
    model::Cited,
    simplify::Edit,
};

/// What is known of the text that lays a thing down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The register holds these provisions, in the canonical form.
    Register(Vec<String>),
    /// The procedure cites these, in the canonical form; the register does not hold them.
    Cited(Vec<String>),
    /// No law lays it down, or the edit brings the procedure to what the law says: only its publication has to change.
    Publication,
    /// Nothing is known.
    Unknown,
}

impl Source {
    /// The provisions, where some are known.
    pub fn provisions(&self) -> &[String] {
        match self {
            Self::Register(cites) | Self::Cited(cites) => cites,
            Self::Publication | Self::Unknown => &[],
        }
    }
}

/// What is known of the text behind the thing that `edit` changes.
pub(super) fn of(linked: &Linked, edit: &Edit) -> Source {
    if edit::is_of_publication(edit.what) {
        return Source::Publication;
    }
    let Some((ground, cited)) = ground(linked, edit) else {
        return if edit.what == "describe" { Source::Publication } else { Source::Unknown };
    };
    if !ground.cites.is_empty() {
        return Source::Register(each_once(ground.cites.iter()));
    }
    let cited = each_once(cited.iter().filter_map(|cite| cite.citation.as_ref()));
    match (cited.is_empty(), ground.known) {
        (false, _) => Source::Cited(cited),
        (true, Confidence::Proved | Confidence::Presumed) => Source::Publication,
        (true, Confidence::Undetermined) if edit.what == "describe" => Source::Publication,
        (true, Confidence::Undetermined) => Source::Unknown,
    }
}

/// The citations in the canonical form, each once: two alternatives of one paper often rest on one provision, which is changed once.
fn each_once<'c>(cites: impl Iterator<Item = &'c Citation>) -> Vec<String> {
    let mut once: Vec<String> = Vec::new();
    for cite in cites.map(ToString::to_string) {
        if !once.contains(&cite) {
            once.push(cite);
        }
    }
    once
}

fn ground<'l>(linked: &'l Linked, edit: &Edit) -> Option<(&'l Ground, Vec<&'l Cited>)> {
    let pieces: Vec<&str> = edit.at.split('/').skip(1).collect();
    let place = |piece: &str| piece.parse::<usize>().map_or(None, Some);
    match pieces.as_slice() {
        ["dossier", "documents", at, ..] => {
            let one = linked.documents.get(place(at)?)?;
            let alternatives = one.document.alternatives.iter().flat_map(|one| &one.legal_basis);
            Some((&one.law, one.document.legal_basis.iter().chain(alternatives).collect()))
        }
        ["conditions", at, ..] => linked.conditions.get(place(at)?).map(|one| (&one.law, one.condition.legal_basis.iter().collect())),
        ["fees", at, ..] => linked.fees.get(place(at)?).map(|one| (&one.law, one.fee.legal_basis.iter().collect())),
        _ => None,
    }
}
