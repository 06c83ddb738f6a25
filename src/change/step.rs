//! The steps in two versions, and how often the applicant must come.

use crate::{
    change::{
        Found, Kind, Thing, folded,
        pair::{self, Matched, matched},
        sign, whole,
    },
    model::{Procedure, Step},
    text,
};

/// The ways to apply by which visits are counted, as `Step::visits` has them.
const CHANNELS: [&str; 3] = ["in-person", "online", "post"];

/// Steps by their names, else by their words; then the visits of all of them together.
pub(super) fn compare(found: &mut Found<'_>) {
    let (old, new) = (found.old, found.new);
    let named = |one: &Step| Some(one.id.clone()).filter(|id| !id.is_empty());
    let worded = |one: &Step| sign(&one.title);
    let near = |one: &Step, other: &Step| pair::is_near(&folded(&one.title), &folded(&other.title));
    let Matched { same, gone, new: fresh } = matched(&old.steps, &new.steps, &[&named, &worded]).join(&old.steps, &new.steps, near);
    for (was, is) in same {
        let (Some(before), Some(now)) = (old.steps.get(was), new.steps.get(is)) else { continue };
        one(found, (before, &thing(before, was)), (now, &thing(now, is)));
    }
    for at in fresh {
        let Some(step) = new.steps.get(at) else { continue };
        let kind = if asks_applicant(step) { Kind::StepAdded } else { Kind::OfficeStepAdded };
        found.added(kind, &thing(step, at), "steps");
    }
    for at in gone {
        let Some(step) = old.steps.get(at) else { continue };
        let kind = if asks_applicant(step) { Kind::StepRemoved } else { Kind::OfficeStepRemoved };
        found.removed(kind, &thing(step, at), "steps");
    }
    visits(found, old, new);
}

fn thing(one: &Step, at: usize) -> Thing {
    let title = text::one_line(one.title.said("vi"));
    Thing {
        key: if one.id.is_empty() { folded(&one.title) } else { one.id.clone() },
        what: if title.is_empty() { one.id.clone() } else { title },
        pointer: format!("/steps/{at}"),
        span: one.span,
        ..Thing::default()
    }
}

/// Whether the applicant must do something, or come.
fn asks_applicant(step: &Step) -> bool {
    step.by.as_ref().is_some_and(|by| by.value == "applicant") || step.visits.iter().flatten().any(|count| *count > 0)
}

/// What differs in one step: who does it, how long it may take, in what way.
fn one(found: &mut Found<'_>, (old, was): (&Step, &Thing), (new, is): (&Step, &Thing)) {
    let said = |one: &Step| {
        let by = one.by.as_ref().map(|by| by.value.clone());
        let within = one.within.as_ref().map(|within| within.value.to_string());
        let medium = one.medium.as_ref().map(|medium| medium.value.clone());
        let parts = [by, within, medium, one.kind.clone(), one.silence.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    let (before, now) = (said(old), said(new));
    if before != now {
        let kind = match (asks_applicant(old), asks_applicant(new)) {
            (false, true) => Kind::StepAdded,
            (true, false) => Kind::StepRemoved,
            _ => Kind::StepChanged,
        };
        found.changed(kind, was, is, (before, now));
    }
    whole::ground(found, was, is, (&old.legal_basis, &new.legal_basis));
}

/// How often one must come in all who applies one way, where both versions count it.
fn visits(found: &mut Found<'_>, old: &Procedure, new: &Procedure) {
    let counted = |one: &Procedure, column: usize| -> Option<i64> {
        let counts: Vec<i64> = one.steps.iter().filter_map(|step| step.visits.get(column).copied().flatten()).collect();
        if counts.is_empty() { None } else { Some(counts.iter().sum()) }
    };
    for (column, channel) in CHANNELS.into_iter().enumerate() {
        let (Some(before), Some(now)) = (counted(old, column), counted(new, column)) else { continue };
        let thing = |one: &Procedure| Thing {
            key: format!("visits-{channel}"),
            what: channel.to_owned(),
            pointer: "/steps".to_owned(),
            span: one.place("steps").unwrap_or(one.span),
            line: Some(("visit", channel.to_owned())),
            ..Thing::default()
        };
        found.counted((Kind::VisitsMore, Kind::VisitsFewer), &thing(old), &thing(new), (before, now));
    }
}
