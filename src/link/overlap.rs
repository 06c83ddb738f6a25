//! Documents of one dossier that show only the same: papers whose place one entry of a data source takes.

use std::collections::BTreeSet;

use crate::{link::linked::LinkedDocument, register::Registers};

/// Notes beside each document which of those before it show only the same.
pub(super) fn mark(documents: &mut [LinkedDocument], registers: &Registers) {
    let shown: Vec<BTreeSet<&str>> = documents.iter().map(|one| shown(one, registers)).collect();
    let mut same: Vec<Vec<usize>> = Vec::new();
    for (at, one) in documents.iter().enumerate() {
        let before = documents.iter().zip(&shown).take(at).enumerate();
        let alike = before.filter(|(_, (other, set))| shown.get(at) == Some(*set) && !set.is_empty() && is_beside(one, other));
        let alike = alike.filter(|(_, (other, _))| is_one_entry(one, other, registers));
        same.push(alike.map(|(place, _)| place).collect());
    }
    documents.iter_mut().zip(same).for_each(|(one, same)| one.same_as = same);
}

/// Whether it is a paper that some office issued, and that everybody who applies has to bring: a form is the application itself, and what is the
/// applicant's own shows what it says only together with the rest.
fn is_shown(one: &LinkedDocument, registers: &Registers) -> bool {
    let document = &one.document;
    let issued = |id: &String| {
        let class = registers.evidence.get(id).and_then(|known| known.class.as_deref());
        matches!(class, Some("public-record" | "certificate"))
    };
    let asked = document.obtained_by.as_deref().is_none_or(|by| by == "applicant") && !document.handed_back && !one.vague;
    let always = document.when.is_none() && document.waived_when.is_none() && !document.only_if_not_found && !document.is_unparsed("case");
    asked && always && !one.self_made && !one.evidence.is_empty() && one.evidence.iter().all(issued)
}

/// What it shows, by the file or by the registers; nothing where it is not asked of everybody, or where the papers that will do show different things.
fn shown<'l>(one: &'l LinkedDocument, registers: &'l Registers) -> BTreeSet<&'l str> {
    if !is_shown(one, registers) {
        return BTreeSet::new();
    }
    if !one.document.proves.is_empty() {
        return one.document.proves.iter().map(|name| name.value.as_str()).collect();
    }
    let mut sets = one.evidence.iter().map(|id| {
        let known = registers.evidence.get(id);
        known.into_iter().flat_map(|known| known.proves.iter().map(String::as_str)).collect::<BTreeSet<_>>()
    });
    let first = sets.next().unwrap_or_default();
    if sets.all(|other| other == first) { first } else { BTreeSet::new() }
}

/// Whether some data source takes the place of both. Concepts are wide: a decision to fine and the receipt for the fine are both about the penalty. But papers
/// that one entry replaces say what that entry says.
fn is_one_entry(one: &LinkedDocument, other: &LinkedDocument, registers: &Registers) -> bool {
    registers.data_sources.values().any(|source| {
        let replaced = |paper: &String| source.substitutes.iter().any(|row| row.evidence == *paper && !row.partial);
        one.evidence.iter().chain(&other.evidence).all(replaced)
    })
}

/// Whether both are asked for in the same cases, and are papers of different types: two of one type are those of two people.
fn is_beside(one: &LinkedDocument, other: &LinkedDocument) -> bool {
    one.evidence.iter().all(|paper| !other.evidence.contains(paper)) && cases(one) == cases(other)
}

fn cases(one: &LinkedDocument) -> BTreeSet<&str> {
    one.document.cases.iter().map(|case| case.value.as_str()).collect()
}
