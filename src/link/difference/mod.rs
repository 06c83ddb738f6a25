//! A local version of a procedure held against the national one that it implements.

mod more;
mod norm;

use crate::{
    confidence::Confidence,
    date::Date,
    link::{Catalogue, law},
    model::Procedure,
    register::{Element, Registers},
    span::Span,
};

use norm::Found;

/// One way in which a local version differs from its norm.
#[derive(Clone, Debug)]
pub struct Difference {
    /// What differs: `document-added`, `sets-more`, `limit-longer`, `condition-added`, `step-added`, `fee-added`, `fee-more`.
    pub kind: &'static str,
    /// What is added or longer, in words.
    pub what: String,
    /// What the norm says instead.
    pub norm: String,
    /// The types of the added document.
    pub papers: Vec<String>,
    /// A key that does not depend on the order.
    pub key: String,
    /// Its place in the local version.
    pub span: Span,
    /// Its pointer in the local version.
    pub pointer: String,
    /// Where the norm says it.
    pub related: Span,
    /// What is known of the ground on which it differs.
    pub ground: Ground,
}

/// Whether a locality may differ in one element, as far as that is known.
#[derive(Clone, Debug, Default)]
pub struct Ground {
    /// The code of the norm.
    pub norm: String,
    /// How the norm was found: `named`, `same-code` or `matched`.
    pub found: &'static str,
    /// How completely the register knows what the law lays down of that element of the norm.
    pub known: Confidence,
    /// The texts of the province that the local version cites: one of them may lawfully lay the difference down.
    pub own_texts: Vec<String>,
    /// Whether a provision in force leaves that element to somebody else to lay down.
    pub delegated: bool,
    /// Whether a provision in force lays the added document down for the norm: then it is the norm's publication that lacks it.
    pub laid_down: bool,
}

/// What the local version asks for beyond its norm. None where no norm is named or known.
pub(super) fn of(local: &Procedure, all: &[Procedure], catalogue: &Catalogue<'_>, registers: &Registers, day: Date) -> Vec<Difference> {
    let Some(Found { norm, how }) = norm::of(local, all, catalogue, registers, day) else { return Vec::new() };
    let mut found = more::of(local, norm);
    for difference in &mut found {
        let ground = ground(element(difference.kind), local, norm, how, registers, day);
        let laid_down = law::live(registers, &ground.norm, day).into_iter().flat_map(|provision| &provision.prescribes);
        let laid_down =
            laid_down.into_iter().any(|row| row.procedure == ground.norm && row.evidence.iter().any(|one| difference.papers.contains(one)));
        difference.ground = Ground { laid_down, ..ground };
    }
    found
}

fn element(kind: &str) -> Element {
    match kind {
        "document-added" => Element::Document,
        "sets-more" => Element::Copies,
        "limit-longer" => Element::TimeLimit,
        "condition-added" => Element::Condition,
        "step-added" => Element::Step,
        _ => Element::Fee,
    }
}

fn ground(element: Element, local: &Procedure, norm: &Procedure, found: &'static str, registers: &Registers, day: Date) -> Ground {
    let code = &norm.code.value;
    let rows = law::live(registers, code, day).into_iter().flat_map(|provision| &provision.prescribes);
    let delegated = rows.into_iter().any(|row| row.procedure == *code && row.element == element && row.delegated_to.is_some());
    let numbers = local.legal_basis.iter().filter_map(|cited| cited.citation.as_ref()).map(|cite| cite.instrument.as_str());
    let of_province = |number: &&str| law::kind(registers, number).is_some_and(|kind| kind.starts_with("provincial-"));
    Ground {
        norm: code.clone(),
        found,
        known: law::known(registers, code, element, day),
        own_texts: numbers.filter(of_province).map(str::to_owned).collect(),
        delegated,
        laid_down: false,
    }
}
