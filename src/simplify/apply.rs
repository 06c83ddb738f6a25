//! Several edits of one procedure, one after another: each on what those before it left.

use crate::{
    model::Procedure,
    simplify::{
        edit::Edit,
        means, model,
        stroke::{Stroke, shifted},
        whole,
    },
};

/// A procedure with edits applied.
#[derive(Clone, Debug, Default)]
pub struct Simplified {
    /// The procedure as it then is.
    pub procedure: Procedure,
    /// The places, among the edits asked for, of those that changed something.
    pub applied: Vec<usize>,
}

/// `procedure` with `edits` applied in that order, those of the procedure as a whole behind the others. An edit of something that an earlier
/// one took out has nothing left to do.
pub fn all(procedure: &Procedure, edits: &[&Edit]) -> Simplified {
    let mut simplified = Simplified { procedure: procedure.clone(), applied: Vec::new() };
    let mut gone: Vec<String> = Vec::new();
    let mut last: Vec<(usize, usize, String)> = Vec::new();
    for (place, edit) in edits.iter().enumerate() {
        let Some(at) = gone.iter().try_fold(edit.at.clone(), |at, removed| shifted(&at, removed)) else { continue };
        if let Some(order) = whole::order(edit) {
            last.push((order, place, at));
            continue;
        }
        let strokes = means::strokes(&simplified.procedure, &Edit { at, ..(*edit).clone() });
        for stroke in &strokes {
            model::strike(&mut simplified.procedure, stroke);
            if let Stroke::Remove(removed) = stroke {
                gone.push(removed.clone());
            }
        }
        if !strokes.is_empty() {
            simplified.applied.push(place);
        }
    }
    last.sort();
    for (_, place, at) in last {
        if edits.get(place).is_some_and(|edit| whole::done(&mut simplified.procedure, edit, &at)) {
            simplified.applied.push(place);
        }
    }
    simplified
}
