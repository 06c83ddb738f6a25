//! What an edit means in strokes, found out on the procedure as it stands.

mod ease;
mod office;
mod remove;

use crate::{
    confidence::Confidence,
    model::Procedure,
    simplify::{
        edit::Edit,
        stroke::{Stroke, number, pieces},
    },
};

/// A part of a procedure, by its place in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Procedure,
    Document(usize),
    Alternative(usize, usize),
    Condition(usize),
    Step(usize),
    Fee(usize),
    Channel(usize),
    Outcome(usize),
    Limit(usize),
    Form(usize),
    Field(usize, usize),
}

/// The part that a pointer leads to; nothing for what no edit changes.
fn part(pointer: &str) -> Option<Part> {
    Some(match pieces(pointer).as_slice() {
        [] => Part::Procedure,
        ["dossier", "documents", at] => Part::Document(number(at)?),
        ["dossier", "documents", at, "any_of", one] => Part::Alternative(number(at)?, number(one)?),
        ["conditions", at] => Part::Condition(number(at)?),
        ["steps", at] => Part::Step(number(at)?),
        ["fees", at] => Part::Fee(number(at)?),
        ["channels", at] => Part::Channel(number(at)?),
        ["results", at] => Part::Outcome(number(at)?),
        ["time_limit", at] => Part::Limit(number(at)?),
        ["forms", at] => Part::Form(number(at)?),
        ["forms", at, "fields", one] => Part::Field(number(at)?, number(one)?),
        _ => return None,
    })
}

/// The strokes that `edit` comes to on `procedure`, each on what the one before left. None where it is done already, where the thing is gone,
/// or where people must say what to write: an edit that describes, publishes, cites, mends or merges
/// changes nothing, and one that abolishes, lengthens or makes a notification only what is costed (`whole`).
pub fn strokes(procedure: &Procedure, edit: &Edit) -> Vec<Stroke> {
    let Some(part) = part(&edit.at) else { return Vec::new() };
    match (edit.what, part) {
        ("remove-document", Part::Document(at)) => remove::document(procedure, at),
        ("remove-condition", Part::Condition(at)) => remove::item(procedure, "/conditions", procedure.conditions.len(), at),
        ("remove-step", Part::Step(at)) => remove::step(procedure, at),
        ("remove-fee", Part::Fee(at)) => remove::item(procedure, "/fees", procedure.fees.len(), at),
        ("ask-once", Part::Field(form, at)) => remove::field(procedure, form, at),
        ("run-together", Part::Step(at)) => remove::waiting(procedure, at, &edit.with),
        ("obtain-from-source", Part::Document(at)) => ease::obtained(procedure, at, edit.with()),
        ("accept-copy", Part::Document(_) | Part::Alternative(..)) => ease::form(procedure, part, edit.with().unwrap_or("copy")),
        ("accept-electronic", Part::Document(_) | Part::Alternative(..)) => ease::electronic(procedure, part),
        ("one-set", Part::Procedure) => ease::sets(procedure, edit.with()),
        ("one-set", Part::Document(at)) => ease::numbers(procedure, at, &edit.with),
        // Where no provision allows a fee, none is what the law says.
        ("set-fee", Part::Fee(at)) if edit.with.is_empty() && edit.confidence > Confidence::Undetermined => {
            remove::item(procedure, "/fees", procedure.fees.len(), at)
        }
        ("set-fee", Part::Fee(at)) => ease::fee(procedure, at, edit.with()),
        ("set-limit" | "shorten-limit", part) => ease::limit(procedure, part, edit.what, edit.with()),
        ("go-online", part) => office::online(procedure, part, edit.with()),
        ("issue-electronically", Part::Outcome(at)) => office::issued(procedure, at, edit.with()),
        ("prefill", Part::Field(form, at)) => office::prefilled(procedure, form, at),
        _ => Vec::new(),
    }
}
