//! What one step of a procedure needs of another: papers that are handed on, and papers that the applicant carries between offices.

use std::collections::BTreeSet;

use crate::{
    link::{
        chain::Length,
        flow::{self, ancestors, before, is_applicants, office},
    },
    model::{Procedure, Step},
    span::Spanned,
};

/// Kinds of step that others wait for whatever they give.
const GATES: [&str; 4] = ["submission", "receipt", "payment", "approval"];

/// The desk that receives and hands out.
const DESK: &str = "one-stop-shop";

/// A paper that the applicant carries from one office to another within one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Carried {
    /// The papers.
    pub papers: Vec<String>,
    /// Who gives the first of them.
    pub from: String,
    /// Who gets it.
    pub to: String,
}

/// The steps that stand directly before the one at `at`, in another office, and of which it uses nothing.
pub(super) fn needless(steps: &[Step], at: usize) -> Vec<usize> {
    let Some(step) = steps.get(at) else { return Vec::new() };
    let Some(own) = office(step).filter(|own| *own != DESK) else { return Vec::new() };
    if step.uses.is_empty() || step.kind.as_deref().is_some_and(|kind| kind == "delivery" || kind == "approval") {
        return Vec::new();
    }
    let free = |one: &usize| {
        steps.get(*one).is_some_and(|other| {
            let gate = other.kind.as_deref().is_some_and(|kind| GATES.contains(&kind));
            let elsewhere = office(other).is_some_and(|office| office != own && office != DESK);
            !gate && elsewhere && !other.gives.is_empty() && !shares(step, other)
        })
    };
    // Where no step says what it follows, nothing is known of what waits for what.
    step.after.iter().filter_map(|name| steps.iter().position(|other| other.id == name.value)).filter(free).collect()
}

/// How much sooner the longest chain is over when the step at `at` does not wait for those of which it uses nothing; nothing where some step does
/// not say how long it takes, where nothing is gained, or where working days would have to be taken from days of the calendar.
pub(super) fn saved(procedure: &Procedure, at: usize) -> Option<Length> {
    let needless = needless(&procedure.steps, at);
    if needless.is_empty() {
        return None;
    }
    let mut sooner = procedure.clone();
    let name = |place: &usize| procedure.steps.get(*place).map(|step| Spanned { value: step.id.clone(), span: step.span });
    let gone: Vec<Spanned<String>> = needless.iter().filter_map(name).collect();
    let is_gone = |name: &Spanned<String>| gone.iter().any(|one| one.value == name.value);
    let own = procedure.steps.get(at)?;
    for (place, step) in sooner.steps.iter_mut().enumerate() {
        if place == at {
            let inherited = needless.iter().filter_map(|one| procedure.steps.get(*one)).flat_map(|step| step.after.clone());
            step.after = step.after.iter().filter(|name| !is_gone(name)).cloned().chain(inherited).collect();
        } else if step.after.iter().any(|name| name.value == own.id) {
            // Whoever came behind both still does: what it uses of them is not looked at.
            step.after.extend(gone.iter().cloned());
        }
    }
    let longest = |procedure: &Procedure| flow::of(procedure)?.most.map(|chain| chain.length);
    longest(procedure)?.less(longest(&sooner)?)
}

/// What the applicant carries in the step at `at` from the office that gave it to the office that gets it.
pub(super) fn carried(steps: &[Step], at: usize) -> Option<Carried> {
    let step = steps.get(at).filter(|step| is_applicants(step) && step.kind.as_deref() != Some("payment"))?;
    let before = before(steps);
    let earlier: BTreeSet<usize> = ancestors(&before, at);
    let next = before.iter().enumerate().filter(|(_, all)| all.contains(&at)).filter_map(|(one, _)| steps.get(one));
    let next: Vec<&Step> = next.filter(|next| office(next).is_some()).collect();
    let given = |paper: &str| earlier.iter().filter_map(|one| steps.get(*one)).find(|giver| office(giver).is_some() && gives(giver, paper));
    let mut found: Option<Carried> = None;
    for paper in step.uses.iter().map(|name| name.value.as_str()) {
        let Some(from) = given(paper).and_then(office) else { continue };
        let takes = |next: &&&Step| office(next).is_some_and(|to| to != from) && (next.uses.is_empty() || uses(next, paper));
        let Some(to) = next.iter().find(takes).and_then(|next| office(next)) else { continue };
        let known = found.get_or_insert_with(|| Carried { papers: Vec::new(), from: from.to_owned(), to: to.to_owned() });
        known.papers.push(paper.to_owned());
    }
    found
}

/// What the places of a circle are called, in the order written.
pub(super) fn circle(steps: &[Step]) -> Option<(Vec<&str>, &crate::span::Spanned<String>)> {
    let places = flow::circle(steps);
    let names: Vec<&str> = places.iter().filter_map(|at| steps.get(*at)).map(|step| step.id.as_str()).collect();
    let first = places.first().and_then(|at| steps.get(*at))?;
    let link = first.after.iter().find(|name| names.contains(&name.value.as_str()))?;
    Some((names, link))
}

fn shares(step: &Step, other: &Step) -> bool {
    step.uses.iter().any(|name| gives(other, &name.value))
}

fn gives(step: &Step, paper: &str) -> bool {
    step.gives.iter().any(|name| name.value == paper)
}

fn uses(step: &Step, paper: &str) -> bool {
    step.uses.iter().any(|name| name.value == paper)
}
