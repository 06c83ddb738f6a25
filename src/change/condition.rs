//! The conditions in two versions, and the procedures that must come first.

use crate::{
    change::{
        Found, Kind, Thing, folded,
        pair::{self, Matched, matched},
        sign, values, whole,
    },
    model::{Bounds, Condition},
    text,
};

/// Conditions by their names, else by their words.
pub(super) fn compare(found: &mut Found<'_>) {
    let (old, new) = (found.old, found.new);
    let named = |one: &Condition| one.id.as_ref().map(|id| id.value.clone());
    let worded = |one: &Condition| sign(&one.text);
    let near = |one: &Condition, other: &Condition| pair::is_near(&folded(&one.text), &folded(&other.text));
    let matched = matched(&old.conditions, &new.conditions, &[&named, &worded]).join(&old.conditions, &new.conditions, near);
    let Matched { same, gone, new: fresh } = matched;
    for (was, is) in same {
        let (Some(before), Some(now)) = (old.conditions.get(was), new.conditions.get(is)) else { continue };
        one(found, (before, &thing(before, was)), (now, &thing(now, is)));
    }
    for at in fresh {
        new.conditions.get(at).into_iter().for_each(|one| found.added(Kind::ConditionAdded, &thing(one, at), "conditions"));
    }
    for at in gone {
        old.conditions.get(at).into_iter().for_each(|one| found.removed(Kind::ConditionRemoved, &thing(one, at), "conditions"));
    }
    let thing = |key: &str, one: &crate::model::Procedure| Thing {
        key: key.to_owned(),
        pointer: format!("/{key}"),
        span: one.place(key).unwrap_or(one.span),
        ..Thing::default()
    };
    let needs = (values(&old.needs), values(&new.needs));
    found.named((Kind::NeedAdded, Kind::NeedRemoved), &thing("needs", old), &thing("needs", new), &needs);
}

fn thing(one: &Condition, at: usize) -> Thing {
    let words = text::one_line(one.text.said("vi"));
    let key = one.id.as_ref().map_or_else(|| folded(&one.text), |id| id.value.clone());
    Thing {
        what: if words.is_empty() { key.clone() } else { words },
        pointer: format!("/conditions/{at}"),
        span: one.span,
        key,
        ..Thing::default()
    }
}

/// What differs in one condition: its bounds, else its words.
fn one(found: &mut Found<'_>, (old, was): (&Condition, &Thing), (new, is): (&Condition, &Thing)) {
    let bounds = (said(&old.bounds), said(&new.bounds));
    let stricter = new.bounds.is_stricter_than(&old.bounds);
    let looser = old.bounds.is_stricter_than(&new.bounds);
    match (stricter, looser) {
        (true, false) => found.changed(Kind::ConditionStricter, was, is, bounds),
        (false, true) => found.changed(Kind::ConditionLooser, was, is, bounds),
        _ if old.bounds != new.bounds => found.changed(Kind::ConditionReworded, was, is, bounds),
        _ if folded(&old.text) != folded(&new.text) => {
            found.changed(Kind::ConditionReworded, was, is, (was.what.clone(), is.what.clone()));
        }
        _ => (),
    }
    whole::ground(found, was, is, (&old.legal_basis, &new.legal_basis));
}

/// Bounds in a line: `≥ 18 years`.
fn said(bounds: &Bounds) -> String {
    let unit = bounds.unit.as_deref().unwrap_or_default();
    let least = bounds.at_least.map(|least| format!("≥ {} {unit}", least.normalize()));
    let most = bounds.at_most.map(|most| format!("≤ {} {unit}", most.normalize()));
    let both: Vec<String> = least.into_iter().chain(most).map(|one| one.trim().to_owned()).collect();
    both.join(", ")
}
