//! Edits of a procedure as a whole: they change what it costs, and are never written into a file, where people must find the words.

use rust_decimal::{Decimal, prelude::ToPrimitive};

use crate::{
    duration::Duration,
    model::{Procedure, Step},
    simplify::edit::Edit,
    span::Spanned,
};

/// The edits of this kind, in the order in which they are done, behind all others: whatever is asked for with them costs the same in any order.
const ORDER: [&str; 3] = ["lengthen-validity", "turn-into-notification", "abolish"];

/// The place of an edit in that order; nothing where it is of another kind.
pub(super) fn order(edit: &Edit) -> Option<usize> {
    ORDER.iter().position(|what| *what == edit.what)
}

/// Does it to the procedure; whether that changes something.
pub(super) fn done(procedure: &mut Procedure, edit: &Edit, at: &str) -> bool {
    match (edit.what, at) {
        ("abolish", "") => abolished(procedure),
        ("turn-into-notification", "") => notified(procedure),
        ("lengthen-validity", at) => at.strip_prefix("/results/").and_then(|place| lengthened(procedure, place, edit.with()?)).is_some(),
        _ => false,
    }
}

/// Nothing is asked for, waited for or paid any more.
fn abolished(procedure: &mut Procedure) -> bool {
    let after = Procedure {
        documents: Vec::new(),
        conditions: Vec::new(),
        limits: Vec::new(),
        steps: Vec::new(),
        channels: Vec::new(),
        fees: Vec::new(),
        forms: Vec::new(),
        results: Vec::new(),
        ..std::mem::take(procedure)
    };
    *procedure = after;
    true
}

/// It is told once, and nothing is waited for or fetched. Papers, form and fee stay: which of them a notification needs, people must say, and
/// so must they which step goes where the steps say how often one comes.
fn notified(procedure: &mut Procedure) -> bool {
    let is_counted = procedure.steps.iter().any(|step| step.visits.iter().any(Option::is_some));
    let changes = !(is_counted && procedure.limits.is_empty() && procedure.results.is_empty());
    procedure.limits.clear();
    procedure.results.clear();
    if !is_counted {
        // In person, online, by post.
        procedure.steps.push(Step { visits: [Some(1), Some(0), Some(0)], ..Step::default() });
    }
    changes
}

/// Whoever holds the result comes again so much more rarely. Nothing where one of the two lengths is not known, or the new one is no longer.
fn lengthened(procedure: &mut Procedure, place: &str, wanted: &str) -> Option<()> {
    let at: usize = place.parse().map_or(None, Some)?;
    let result = procedure.results.get_mut(at)?;
    let days = |words: &str| Duration::parse(words).map(|length| length.days(0).1);
    let (old, new) = (days(&result.valid_for.as_ref()?.value)?, days(wanted)?);
    let share = old.checked_div(new).filter(|_| new > old)?;
    result.valid_for = Some(Spanned::new(wanted.to_owned(), result.span));
    for volume in &mut procedure.volume {
        volume.dossiers = volume.dossiers.and_then(|count| rarer(count, share));
    }
    Some(())
}

fn rarer(count: i64, share: Decimal) -> Option<i64> {
    Decimal::from(count).checked_mul(share)?.round().to_i64()
}
