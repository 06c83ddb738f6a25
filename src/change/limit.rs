//! The time limits in two versions.

use std::collections::BTreeSet;

use crate::{
    change::{
        Found, Kind, Thing, cases,
        pair::{Matched, matched},
        sign, values, whole,
    },
    model::{Limit, Procedure},
};

/// Limits for the same channel, place and cases are held against each other; one that only one version has, against the general one
/// of the other.
pub(super) fn compare(found: &mut Found<'_>) {
    let (old, new) = (found.old, found.new);
    let (before, now): (Vec<Held<'_>>, Vec<Held<'_>>) = (held(old), held(new));
    let exact = |one: &Held<'_>| Some(format!("{}={:?}", one.key, one.limit.within.as_ref().map(|within| within.value)));
    let for_same = |one: &Held<'_>| Some(one.key.clone());
    let Matched { same, gone, new: fresh } = matched(&before, &now, &[&exact, &for_same]);
    for (was, is) in same {
        let (Some(mine), Some(its)) = (before.get(was), now.get(is)) else { continue };
        one(found, mine, its);
    }
    let general = |list: &[Held<'_>]| list.iter().position(|one| one.key == GENERAL);
    let recased = fresh.first().copied();
    for place in fresh {
        let Some(its) = now.get(place) else { continue };
        match general(&before).and_then(|at| before.get(at)) {
            Some(mine) => length(found, mine, its),
            None if gone.is_empty() => found.added(Kind::LimitAdded, &its.thing, "time_limit"),
            // It took the place of one that is gone, with which it is compared below.
            None => (),
        }
    }
    for place in gone {
        let Some(mine) = before.get(place) else { continue };
        match (general(&now).and_then(|at| now.get(at)), recased.and_then(|at| now.get(at))) {
            (Some(its), _) => length(found, mine, its),
            // What held for all now holds case by case, and each of these was held against it.
            (None, Some(_)) if mine.key == GENERAL => (),
            (None, Some(its)) => {
                found.changed(Kind::LimitChanged, &mine.thing, &its.thing, (mine.thing.what.clone(), its.thing.what.clone()))
            }
            (None, None) => found.removed(Kind::LimitLost, &mine.thing, "time_limit"),
        }
    }
}

/// The key of the limit that holds wherever no other does.
const GENERAL: &str = "//";

/// A limit, for what it holds, and how a change speaks of it.
struct Held<'p> {
    limit: &'p Limit,
    key: String,
    thing: Thing,
}

/// The limits that say how long; one that could not be read says nothing that could be compared.
fn held(procedure: &Procedure) -> Vec<Held<'_>> {
    let read = procedure.limits.iter().enumerate().filter(|(_, limit)| limit.within.is_some());
    let held = read.map(|(at, limit)| {
        let mut within = cases(procedure, &limit.cases);
        within.extend(sign(&limit.when_says));
        let within: Vec<String> = within.into_iter().collect();
        let key = format!("{}/{}/{}", limit.channel.as_deref().unwrap_or(""), limit.area.as_deref().unwrap_or(""), within.join("+"));
        let thing = Thing {
            key: key.clone(),
            what: limit.within.as_ref().map_or_else(String::new, |within| within.value.to_string()),
            pointer: format!("/time_limit/{at}"),
            span: limit.span,
            ..Thing::default()
        };
        Held { limit, key, thing }
    });
    held.collect()
}

/// What differs in one limit: how long, from when, and what is not counted.
fn one(found: &mut Found<'_>, old: &Held<'_>, new: &Held<'_>) {
    length(found, old, new);
    let from = |held: &Held<'_>| held.limit.from.clone().unwrap_or_default();
    if from(old) != from(new) {
        found.changed(Kind::LimitChanged, &old.thing, &new.thing, (from(old), from(new)));
    }
    let uncounted = |held: &Held<'_>| -> BTreeSet<String> { values(&held.limit.excludes) };
    found.named((Kind::ExcludesMore, Kind::ExcludesFewer), &old.thing, &new.thing, &(uncounted(old), uncounted(new)));
    whole::ground(found, &old.thing, &new.thing, (&old.limit.legal_basis, &new.limit.legal_basis));
}

fn length(found: &mut Found<'_>, old: &Held<'_>, new: &Held<'_>) {
    let (Some(before), Some(now)) = (&old.limit.within, &new.limit.within) else { return };
    let (before, now) = (before.value, now.value);
    // Days and working days: what is longer at one end and no shorter at the other is longer.
    let ((least, most), (now_least, now_most)) = (before.days(9), now.days(9));
    let kind = match () {
        () if before == now => return,
        () if now.surely_exceeds(before, 9) => Kind::LimitLonger,
        () if before.surely_exceeds(now, 9) => Kind::LimitShorter,
        // Forty working hours are five working days.
        () if (least, most) == (now_least, now_most) => return,
        () if now_least >= least && now_most >= most => Kind::LimitLonger,
        () if now_least <= least && now_most <= most => Kind::LimitShorter,
        () => Kind::LimitChanged,
    };
    found.changed(kind, &old.thing, &new.thing, (before.to_string(), now.to_string()));
}
