//! Where the law in force lays down, for one element of one procedure, two different values.

use crate::{
    citation::Citation,
    date::Date,
    link::{ground::Lookup, law},
    model::Form,
    register::{Element, Prescription, Provision, Registers},
    span::Span,
};

/// The elements whose values can be held against each other.
const COMPARED: [Element; 4] = [Element::TimeLimit, Element::Fee, Element::Copies, Element::Document];

/// Two provisions in force that lay down different values for the same thing.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// The element.
    pub element: Element,
    /// The papers it is about, where it is about papers.
    pub papers: Vec<String>,
    /// The provision that goes before the other: the higher one, among equals the newer one.
    pub higher: Side,
    /// The other.
    pub lower: Side,
    /// Whether both are of the same rank.
    pub same_rank: bool,
    /// Whether one of them holds only in a case or an area, or leaves the value to somebody: then both can hold.
    pub by_case: bool,
}

/// One provision of the two.
#[derive(Clone, Debug)]
pub struct Side {
    /// The provision.
    pub cite: Citation,
    /// What it lays down: a length of time, an amount, a number of sets, the forms of a paper.
    pub value: String,
    /// Where the register holds it.
    pub place: Span,
    /// Since when it holds.
    from: Option<Date>,
    /// How high its instrument stands; the lower the number, the higher.
    rank: usize,
}

impl Conflict {
    /// What no two conflicts of one procedure share.
    pub fn key(&self) -> String {
        let mut cites = [self.higher.cite.to_string(), self.lower.cite.to_string()];
        cites.sort();
        format!("{}/{}/{}", self.element.word(), self.papers.join("|"), cites.join("/"))
    }
}

/// Where the law in force about this procedure lays down different values.
pub(super) fn of(lookup: &Lookup<'_>) -> Vec<Conflict> {
    let mut found = Vec::new();
    for element in COMPARED {
        let law = lookup.law(element);
        for (at, one) in law.rows.iter().enumerate() {
            for other in law.rows.iter().skip(at + 1) {
                found.extend(held_against(lookup.registers, element, *one, *other));
            }
        }
    }
    found.sort_by_key(|one| (one.key(), one.by_case));
    found.dedup_by_key(|one| one.key());
    found
}

/// The conflict between two rows of two instruments, if there is one.
fn held_against(
    registers: &Registers,
    element: Element,
    one: (&Provision, &Prescription),
    other: (&Provision, &Prescription),
) -> Option<Conflict> {
    if one.0.cite.instrument == other.0.cite.instrument || !is_about_the_same(one.1, other.1) {
        return None;
    }
    let (first, second) = values(element, one.1, other.1)?;
    let mut sides = [side(registers, one.0, first), side(registers, other.0, second)];
    sides.sort_by_key(|side| (side.rank, std::cmp::Reverse(side.from)));
    let [higher, lower] = sides;
    let same_rank = higher.rank == lower.rank;
    let by_case = [one.1, other.1].iter().any(|row| row.case.is_some() || row.area.is_some() || row.delegated_to.is_some());
    Some(Conflict { element, papers: one.1.evidence.clone(), higher, lower, same_rank, by_case })
}

/// Whether both speak of the same papers, and of so much for the same thing.
fn is_about_the_same(one: &Prescription, other: &Prescription) -> bool {
    one.procedure == other.procedure && one.evidence == other.evidence && one.per == other.per
}

/// The two values, where both are given and cannot both hold.
fn values(element: Element, one: &Prescription, other: &Prescription) -> Option<(String, String)> {
    match element {
        Element::TimeLimit => {
            let (mine, its) = (one.within?, other.within?);
            let differ = mine.surely_exceeds(its, 0) || its.surely_exceeds(mine, 0);
            differ.then(|| (mine.to_string(), its.to_string()))
        }
        Element::Fee => {
            let said = |row: &Prescription| row.amount.as_ref().map(ToString::to_string).or_else(|| row.free.then(|| "0 VND".to_owned()));
            let (mine, its) = (said(one)?, said(other)?);
            (mine != its).then_some((mine, its))
        }
        Element::Copies => {
            let (mine, its) = (one.sets?, other.sets?);
            (mine != its).then(|| (mine.to_string(), its.to_string()))
        }
        Element::Document => {
            let apart = !one.evidence.is_empty() && !one.forms.is_empty() && !other.forms.is_empty();
            let apart = apart && one.forms.iter().all(|form| !other.forms.contains(form));
            apart.then(|| (forms(&one.forms), forms(&other.forms)))
        }
        _ => None,
    }
}

fn forms(forms: &[Form]) -> String {
    forms.iter().map(|form| form.word()).collect::<Vec<_>>().join("|")
}

fn side(registers: &Registers, provision: &Provision, value: String) -> Side {
    let begun = registers.instruments.get(&provision.cite.instrument).and_then(|known| known.valid.from);
    Side {
        cite: provision.cite.clone(),
        value,
        place: provision.span,
        from: provision.valid.from.or(begun),
        rank: law::rank(registers, &provision.cite.instrument),
    }
}
