//! What became of a text: by what it was amended since a procedure was last looked at, and what its successor changes.

use crate::{
    date::Date,
    link::law,
    model::Procedure,
    register::{Element, Prescription, Provision, Registers},
};

/// One thing that a successor lays down otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What: `document` or `time-limit`.
    pub element: Element,
    /// Whether it is gone, new, or another than before.
    pub how: &'static str,
    /// The papers, or the length of time.
    pub what: String,
}

/// What the texts of `chain`, in force on `day`, change of what `number` laid down for the procedure of that code when it ended;
/// nothing of an element on which the registers know only one side.
pub(super) fn changes(registers: &Registers, code: &str, number: &str, chain: &[String], ended: Date, day: Date) -> Vec<Change> {
    let at_end = |provision: &&Provision| {
        provision.cite.instrument == number
            && provision.valid.until.is_none_or(|until| until >= ended)
            && provision.valid.from.is_none_or(|from| from < ended)
    };
    let before: Vec<&Provision> = registers.provisions_of(code).filter(at_end).collect();
    let live = law::live(registers, code, day);
    let after: Vec<&Provision> = live.into_iter().filter(|provision| chain.contains(&provision.cite.instrument)).collect();
    let mut found = papers(&rows(&before, code, Element::Document), &rows(&after, code, Element::Document));
    found.extend(limit(&rows(&before, code, Element::TimeLimit), &rows(&after, code, Element::TimeLimit)));
    found
}

fn rows<'r>(provisions: &[&'r Provision], code: &str, element: Element) -> Vec<&'r Prescription> {
    let all = provisions.iter().flat_map(|provision| &provision.prescribes);
    all.filter(|row| row.procedure == code && row.element == element).collect()
}

fn papers(before: &[&Prescription], after: &[&Prescription]) -> Vec<Change> {
    if before.is_empty() || after.is_empty() {
        return Vec::new();
    }
    let gone = before.iter().filter(|old| !old.evidence.is_empty() && !after.iter().any(|new| meets(old, new)));
    let new = after.iter().filter(|new| !new.evidence.is_empty() && !before.iter().any(|old| meets(old, new)));
    let named = |how: &'static str| move |row: &&Prescription| Change { element: Element::Document, how, what: row.evidence.join("|") };
    let mut found: Vec<Change> = gone.map(named("gone")).chain(new.map(named("new"))).collect();
    found.dedup();
    found
}

fn meets(one: &Prescription, other: &Prescription) -> bool {
    one.evidence.iter().any(|paper| other.evidence.contains(paper))
}

fn limit(before: &[&Prescription], after: &[&Prescription]) -> Option<Change> {
    let longest = |rows: &[&Prescription]| {
        let limits = rows.iter().filter_map(|row| row.within);
        limits.reduce(|longest, next| if next.days(0).1 > longest.days(0).1 { next } else { longest })
    };
    let (old, new) = (longest(before)?, longest(after)?);
    (old != new).then(|| Change { element: Element::TimeLimit, how: "other", what: new.to_string() })
}

/// What amended the instrument of that number after the procedure was last looked at, up to `day`, each with its day; what the
/// procedure itself cites it has taken in.
pub(super) fn amended(registers: &Registers, procedure: &Procedure, number: &str, cited: &[&str], day: Date) -> Vec<(String, Date)> {
    let Some((checked, known)) = procedure.checked().zip(registers.instruments.get(number)) else {
        return Vec::new();
    };
    let dated = known.amended_by.iter().filter_map(|(by, from)| {
        let began = || registers.instruments.get(by).and_then(|amender| amender.valid.from);
        Some((by.clone(), from.or_else(began)?))
    });
    let mut found: Vec<(String, Date)> =
        dated.filter(|(by, from)| checked < *from && *from <= day && !cited.contains(&by.as_str())).collect();
    found.sort_by(|one, two| (one.1, &one.0).cmp(&(two.1, &two.0)));
    found.dedup();
    found
}

/// The elements of the procedure on which the amended instrument or an amending one says something else since `checked`.
pub(super) fn touched(registers: &Registers, code: &str, numbers: &[&str], checked: Date, day: Date) -> Vec<Element> {
    let since = |provision: &&Provision| {
        let begun = provision.valid.from.is_some_and(|from| checked < from && from <= day);
        let ended = provision.valid.until.is_some_and(|until| checked < until && until <= day);
        numbers.contains(&provision.cite.instrument.as_str()) && (begun || ended)
    };
    let rows = registers.provisions_of(code).filter(since).flat_map(|provision| &provision.prescribes);
    let mut elements: Vec<Element> = rows.filter(|row| row.procedure == code).map(|row| row.element).collect();
    elements.sort();
    elements.dedup();
    elements
}
