//! What will do for one document in two versions: which papers, in what form, how recently issued.

use std::collections::BTreeSet;

use crate::{
    change::{Found, Kind, Thing, folded},
    model::{Alternative, Document, Form},
};

/// The papers of which one will do, and how each is asked for.
pub(super) fn compare(found: &mut Found<'_>, (old, was): (&Document, &Thing), (new, is): (&Document, &Thing)) {
    let (before, after) = (names(old), names(new));
    // A paper whose type is only now said, or no longer said, is the same paper.
    if is_typed(old) == is_typed(new) && !before.is_empty() && !after.is_empty() {
        found.named((Kind::AlternativeGained, Kind::AlternativeLost), was, is, &(before, after));
    }
    if let (false, true) | (true, false) = (old.equivalent, new.equivalent) {
        let kind = if new.equivalent { Kind::AlternativeGained } else { Kind::AlternativeLost };
        found.changed(kind, was, is, (String::new(), String::new()));
    }
    form(found, (old, was), (new, is));
    for (mine, its) in alike(old, new) {
        age(found, (mine, was), (its, is));
    }
}

fn is_typed(document: &Document) -> bool {
    document.alternatives.iter().any(|one| one.evidence.is_some())
}

fn name(one: &Alternative) -> String {
    one.evidence.as_ref().map_or_else(|| folded(&one.title), |name| name.value.clone())
}

fn names(document: &Document) -> BTreeSet<String> {
    document.alternatives.iter().map(name).filter(|name| !name.is_empty()).collect()
}

/// The alternatives that stand in both: by their names, or the only one of each.
fn alike<'d>(old: &'d Document, new: &'d Document) -> Vec<(&'d Alternative, &'d Alternative)> {
    if let ([mine], [its]) = (old.alternatives.as_slice(), new.alternatives.as_slice()) {
        return vec![(mine, its)];
    }
    let twin = |one: &'d Alternative| Some((one, new.alternatives.iter().find(|other| name(other) == name(one))?));
    old.alternatives.iter().filter_map(twin).collect()
}

/// The lightest form that will do.
fn form(found: &mut Found<'_>, (old, was): (&Document, &Thing), (new, is): (&Document, &Thing)) {
    let pairs = alike(old, new);
    let forms = |one: &Alternative| one.forms.iter().map(|form| form.value).collect::<BTreeSet<Form>>();
    let (mut before, mut after) = (BTreeSet::new(), BTreeSet::new());
    for (mine, its) in pairs {
        before.extend(forms(mine));
        after.extend(forms(its));
    }
    let kind = match (before.first(), after.first()) {
        _ if before == after => return,
        // Nothing was said; to ask for the original or a certified copy is to ask for more than a paper.
        (None, Some(now)) if *now >= Form::CertifiedCopy => Kind::PaperStricter,
        (Some(before), Some(now)) if now > before => Kind::PaperStricter,
        (Some(before), Some(now)) if now < before => Kind::PaperLighter,
        _ => Kind::PaperChanged,
    };
    let said = |forms: BTreeSet<Form>| forms.into_iter().map(Form::word).collect::<Vec<_>>().join(" / ");
    found.changed(kind, was, is, (said(before), said(after)));
}

/// How recently it must have been issued.
fn age(found: &mut Found<'_>, (old, was): (&Alternative, &Thing), (new, is): (&Alternative, &Thing)) {
    let kind = match (&old.issued_within, &new.issued_within) {
        (None, None) => return,
        (None, Some(_)) => Kind::PaperYounger,
        (Some(_), None) => Kind::PaperOlder,
        (Some(before), Some(now)) if before.value == now.value => return,
        (Some(before), Some(now)) if before.value.surely_exceeds(now.value, 9) => Kind::PaperYounger,
        (Some(before), Some(now)) if now.value.surely_exceeds(before.value, 9) => Kind::PaperOlder,
        (Some(_), Some(_)) => Kind::PaperAge,
    };
    let said = |one: &Alternative| one.issued_within.as_ref().map_or_else(String::new, |within| within.value.to_string());
    found.changed(kind, was, is, (said(old), said(new)));
}
