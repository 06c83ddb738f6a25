//! The ways to apply in two versions, and what the applicant gets.

use crate::{
    change::{
        Found, Kind, Thing, folded,
        pair::{Matched, matched},
        sign,
    },
    duration::Duration,
    model::{Channel, Outcome, Procedure},
    span::Spanned,
    text,
};

/// The ways to apply.
pub(super) fn compare(found: &mut Found<'_>) {
    let (old, new) = (found.old, found.new);
    // A procedure that names no way may be applied for in any.
    if old.channels.is_empty() || new.channels.is_empty() {
        return;
    }
    let by = |one: &Channel| Some(one.by.clone());
    let Matched { same, gone, new: fresh } = matched(&old.channels, &new.channels, &[&by]);
    for (was, is) in same {
        let (Some(before), Some(now)) = (old.channels.get(was), new.channels.get(is)) else { continue };
        one(found, (before, &thing(before, was)), (now, &thing(now, is)));
    }
    for at in fresh {
        new.channels.get(at).into_iter().for_each(|one| found.added(Kind::ChannelAdded, &thing(one, at), "channels"));
    }
    for at in gone {
        let Some(one) = old.channels.get(at) else { continue };
        found.removed(Kind::ChannelLost, &thing(one, at), "channels");
        // How much could be done that way is told with it.
        let level = one.level.as_ref().map(|level| level.value.clone());
        found.changes.iter_mut().rev().take(1).for_each(|change| change.before = level.clone().unwrap_or_default());
    }
}

fn thing(one: &Channel, at: usize) -> Thing {
    Thing { key: one.by.clone(), what: one.by.clone(), pointer: format!("/channels/{at}"), span: one.span, ..Thing::default() }
}

/// How much of it can be done that way.
fn rank(level: Option<&Spanned<String>>) -> Option<usize> {
    ["information", "partial", "full"].iter().position(|word| level.is_some_and(|level| level.value == *word))
}

/// What differs in one way to apply.
fn one(found: &mut Found<'_>, (old, was): (&Channel, &Thing), (new, is): (&Channel, &Thing)) {
    let level = |one: &Channel| one.level.as_ref().map_or_else(String::new, |level| level.value.clone());
    match (rank(old.level.as_ref()), rank(new.level.as_ref())) {
        (Some(before), Some(now)) if now < before => found.changed(Kind::LevelLower, was, is, (level(old), level(new))),
        (Some(before), Some(now)) if now > before => found.changed(Kind::LevelHigher, was, is, (level(old), level(new))),
        _ => (),
    }
    let signed = |one: &Channel| one.signature.as_ref().is_some_and(|signature| signature.value != "none");
    match (signed(old), signed(new)) {
        (false, true) => found.changed(Kind::SignatureAdded, was, is, Default::default()),
        (true, false) => found.changed(Kind::SignatureRemoved, was, is, Default::default()),
        _ => (),
    }
    let shown = |one: &Channel| one.compare_original == Some(true);
    match (shown(old), shown(new)) {
        (false, true) => found.changed(Kind::OriginalsShown, was, is, Default::default()),
        (true, false) => found.changed(Kind::OriginalsNotShown, was, is, Default::default()),
        _ => (),
    }
    match (old.payment, new.payment) {
        (Some(true), Some(false)) => found.changed(Kind::PaymentLost, was, is, (old.by.clone(), String::new())),
        (Some(false), Some(true)) => found.changed(Kind::PaymentGained, was, is, (String::new(), new.by.clone())),
        _ => (),
    }
}

/// What the applicant gets.
pub(super) fn compare_results(found: &mut Found<'_>) {
    let (old, new) = (found.old, found.new);
    let typed = |one: &Outcome| one.evidence.as_ref().map(|name| name.value.clone());
    let worded = |one: &Outcome| sign(&one.title);
    let matched = matched(&old.results, &new.results, &[&typed, &worded]);
    let alone = old.results.len() == 1 && new.results.len() == 1;
    let Matched { same, gone, new: fresh } =
        matched.join(&old.results, &new.results, |one, other| alone && (one.evidence.is_none() || other.evidence.is_none()));
    for (was, is) in same {
        let (Some(before), Some(now)) = (old.results.get(was), new.results.get(is)) else { continue };
        result(found, (before, &outcome(before, was)), (now, &outcome(now, is)));
    }
    for at in fresh {
        new.results.get(at).into_iter().for_each(|one| found.added(Kind::ResultAdded, &outcome(one, at), "results"));
    }
    for at in gone {
        old.results.get(at).into_iter().for_each(|one| found.removed(Kind::ResultRemoved, &outcome(one, at), "results"));
    }
    handling(found, old, new);
}

fn outcome(one: &Outcome, at: usize) -> Thing {
    let title = text::one_line(one.title.said("vi"));
    let key = one.evidence.as_ref().map_or_else(|| folded(&one.title), |name| name.value.clone());
    Thing {
        what: if title.is_empty() { key.clone() } else { title },
        pointer: format!("/results/{at}"),
        span: one.span,
        papers: one.evidence.iter().map(|name| name.value.clone()).collect(),
        key,
        line: None,
    }
}

/// What differs in one result: whether it is electronic, and how long it is valid.
fn result(found: &mut Found<'_>, (old, was): (&Outcome, &Thing), (new, is): (&Outcome, &Thing)) {
    match (old.electronic, new.electronic) {
        (Some(true), Some(false)) => found.changed(Kind::ResultOnPaper, was, is, (String::new(), "paper".to_owned())),
        (Some(true), None) => found.changed(Kind::ResultOnPaper, was, is, Default::default()),
        (Some(false) | None, Some(true)) => found.changed(Kind::ResultElectronic, was, is, Default::default()),
        _ => (),
    }
    let said = |one: &Outcome| one.valid_for.as_ref().map_or_else(String::new, |length| length.value.clone());
    let (before, now) = (said(old), said(new));
    let kind = match (Duration::parse(&before), Duration::parse(&now)) {
        _ if before == now => return,
        (Some(before), Some(now)) if before.surely_exceeds(now, 9) => Kind::ResultShorter,
        (Some(before), Some(now)) if now.surely_exceeds(before, 9) => Kind::ResultLonger,
        // What says nothing of an end may have had one.
        _ => return,
    };
    found.changed(kind, was, is, (before, now));
}

/// How the office deals with what is missing or late.
fn handling(found: &mut Found<'_>, old: &Procedure, new: &Procedure) {
    let thing = |one: &Procedure, key: &str| Thing {
        key: key.to_owned(),
        pointer: format!("/{key}"),
        span: one.place(key).unwrap_or(one.span),
        ..Thing::default()
    };
    let count = |count: &Option<Spanned<i64>>| count.as_ref().map(|count| count.value);
    let (was, is) = (thing(old, "supplement"), thing(new, "supplement"));
    if let (Some(before), Some(now)) = (count(&old.supplement_requests), count(&new.supplement_requests)) {
        found.counted((Kind::SupplementMore, Kind::SupplementFewer), &was, &is, (before, now));
    }
    let said = |one: &Procedure| {
        let notice = one.supplement_notice.as_ref().map(|length| length.value.to_string());
        let apology = one.apology.as_ref().map(|apology| apology.value.to_string());
        [notice, apology, count(&one.new_appointments).map(|count| count.to_string())]
    };
    for ((key, before), now) in ["supplement", "delay", "delay"].into_iter().zip(said(old)).zip(said(new)) {
        if before != now {
            let values = (before.unwrap_or_default(), now.unwrap_or_default());
            found.changed(Kind::Handling, &thing(old, key), &thing(new, key), values);
        }
    }
}
