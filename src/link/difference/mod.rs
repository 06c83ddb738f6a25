//! A local version of a procedure held against the national one that it implements, or any version against an earlier one.

mod demand;
mod earlier;
mod more;
mod norm;

use crate::{
    change::Grade,
    confidence::Confidence,
    date::Date,
    link::{catalogue::Catalogue, law, shelf::Shelf},
    model::Procedure,
    register::{Element, Range, Registers},
    span::Span,
};

pub use demand::{Asked, Demand};
pub use earlier::{Earlier, Gone, Past};
pub(super) use earlier::{compared, settle};
use norm::Found;
pub(super) use norm::{Sought, at as norm_at};

/// Against what a version is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Against {
    /// The national version that it implements.
    #[default]
    Norm,
    /// What it was before.
    Earlier,
}

/// One way in which a version differs from its norm, or from what it was before.
#[derive(Clone, Debug, Default)]
pub struct Difference {
    /// Against what it was held.
    pub against: Against,
    /// What differs, by the words of [`crate::change::Kind`].
    pub kind: &'static str,
    /// What it means for whoever applies.
    pub grade: Grade,
    /// What is added or longer, in words.
    pub what: String,
    /// What the norm says instead, or what stood there before.
    pub norm: String,
    /// What stands there now, in words or as it is written.
    pub now: String,
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
    /// What is known of the ground on which it differs from its norm.
    pub ground: Ground,
    /// Whether the law in force asks for a change that makes it heavier.
    pub demand: Demand,
    /// What the change alone costs more in an average case, where one line of the bill shows it.
    pub case: Option<Range>,
    /// The same in a year, where the dossiers of a year are known.
    pub year: Option<Range>,
    /// 16 hex digits that stay the same while the change leads to the same; empty for what is no change.
    pub fingerprint: String,
    /// The document that approves the burden, and whether the approval still counts.
    pub approval: Option<Approval>,
}

/// The document that approves an intended burden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// Its number.
    pub document: String,
    /// The day from which it counts no longer.
    pub until: Option<Date>,
    /// Whether it counts on the day of the run.
    pub holds: bool,
}

impl Difference {
    /// Whether a document that still counts approves it.
    pub fn is_approved(&self) -> bool {
        self.approval.as_ref().is_some_and(|approval| approval.holds)
    }

    /// Whether it is a burden that, as far as the registers know the law, the law in force does not ask for, and that nobody approved.
    pub fn is_unfounded(&self) -> bool {
        self.grade == Grade::Heavier && self.demand.says == Asked::No && !self.is_approved()
    }
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

/// What the local version at `at` asks for beyond its norm. None where no norm is named or known.
pub(super) fn of(local: &Procedure, at: usize, catalogue: &Catalogue, shelf: &Shelf<'_>) -> Vec<Difference> {
    let (registers, day) = (shelf.registers, shelf.day);
    let Some(Found { norm, how }) = norm::of(at, catalogue, shelf) else { return Vec::new() };
    let mut found = more::of(local, norm);
    for difference in &mut found {
        let ground = ground(element(difference.kind), local, norm, how, registers, day);
        difference.grade = Grade::Heavier;
        difference.now.clone_from(&difference.what);
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
