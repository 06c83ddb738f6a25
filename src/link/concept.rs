//! The concepts that the forms of a procedure ask for: each once, with every field that asks for it, here and in the procedures that must come first.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    link::{
        card::{Card, number},
        catalogue::Catalogue,
    },
    model::{Field, Procedure},
    span::Span,
};

/// One concept as the forms of one procedure ask for it, however often.
#[derive(Clone, Debug)]
pub struct ConceptUse {
    /// The concept.
    pub concept: String,
    /// The fields that ask for it, in the order written.
    pub places: Vec<Asked>,
    /// Those of them that ask once more for what a field of the same name in an earlier form asks for, and are not filled in beforehand.
    pub again: Vec<Asked>,
    /// The fields of the same name in procedures that must come first: their codes, and where they stand.
    pub earlier: Vec<(String, Span)>,
}

/// A field that asks.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The form.
    pub form: String,
    /// What stands beside the field.
    pub label: crate::model::Words,
    /// The places of form and field in their lists.
    pub at: (usize, usize),
    /// Where it stands.
    pub span: Span,
    /// The name of the field within its form.
    pub id: String,
    /// Whether the office fills it in beforehand.
    pub prefilled: bool,
}

/// The concepts that `procedure` asks for, in the order of the first field.
pub(super) fn of(procedure: &Procedure, catalogue: &Catalogue) -> Vec<ConceptUse> {
    let mut found: BTreeMap<&str, Vec<Asked>> = BTreeMap::new();
    for (concept, asked) in fields(procedure) {
        found.entry(concept).or_default().push(asked);
    }
    if found.is_empty() {
        return Vec::new();
    }
    let before = before(procedure, catalogue);
    let one = |(concept, places): (&str, Vec<Asked>)| {
        let once_more = |at: usize, one: &Asked| places.iter().take(at).any(|other| other.id == one.id && other.form != one.form);
        let again =
            places.iter().enumerate().filter(|(at, one)| !one.prefilled && once_more(*at, one)).map(|(_, one)| one.clone()).collect();
        let same: Vec<u64> = places.iter().filter(|own| !own.prefilled).map(|own| number(&own.id)).collect();
        let wanted = number(concept);
        let earlier = before.iter().flat_map(|other| {
            let there = other.fields.iter().filter(|field| field.concept == wanted && same.contains(&field.id));
            there.map(|field| (other.code.to_string(), field.span))
        });
        ConceptUse { concept: concept.to_owned(), again, earlier: earlier.collect(), places }
    };
    let mut uses: Vec<ConceptUse> = found.into_iter().map(one).collect();
    uses.sort_by_key(|used| used.places.first().map(|one| one.at));
    uses
}

/// The fields that ask for a concept, by that concept.
fn fields(procedure: &Procedure) -> impl Iterator<Item = (&str, Asked)> {
    procedure.forms.iter().enumerate().flat_map(|(at, form)| {
        let asked = move |(place, field): (usize, &Field)| Asked {
            form: form.id.clone(),
            label: field.label.clone(),
            at: (at, place),
            span: field.span,
            id: field.id.clone(),
            prefilled: field.prefill.as_deref().is_some_and(|prefill| prefill != "none"),
        };
        let fields = form.fields.iter().enumerate();
        fields.filter_map(move |(place, field)| Some((field.concept.as_ref()?.value.as_str(), asked((place, field)))))
    })
}

/// The procedures that must come first, and those that must come before them.
fn before<'c>(procedure: &Procedure, catalogue: &'c Catalogue) -> Vec<&'c Card> {
    let cards = &catalogue.cards;
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    let mut open: Vec<&str> = procedure.needs.iter().map(|need| need.value.as_str()).collect();
    while let Some(code) = open.pop() {
        for at in catalogue.codes.of_code(code, cards) {
            let Some(other) = cards.get(at).filter(|other| *other.code != *procedure.code.value) else { continue };
            if seen.insert(at) {
                open.extend(other.needs.iter().map(AsRef::as_ref));
            }
        }
    }
    seen.into_iter().filter_map(|at| cards.get(at)).collect()
}
