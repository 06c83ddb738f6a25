//! Two lengths of time for one case: which other limits of a procedure say something else of the same case.

use crate::{
    duration::{Duration, Unit},
    link::linked::{Linked, LinkedLimit},
    model::Limit,
};

/// The other lengths that are published for the same case as `one`; none for the first of them, so that each pair is told once.
pub(super) fn of(linked: &Linked, one: &LinkedLimit) -> Vec<Duration> {
    // What an importer read out of words may hold under a condition that it did not understand.
    let certain = one.limit.at_odds || linked.procedure.imported_from.is_none();
    let Some(own) = length(&one.limit).filter(|_| certain) else { return Vec::new() };
    let before = linked.limits.iter().take_while(|other| other.at < one.at || one.limit.at_odds && other.at != one.at);
    let mut others: Vec<Duration> = Vec::new();
    for other in before.filter(|other| is_same_case(&other.limit, &one.limit)) {
        let Some(other) = length(&other.limit).filter(|other| is_other(*other, own)) else { continue };
        if !others.contains(&other) {
            others.push(other);
        }
    }
    others
}

/// The length, where it was read or its source is at odds with itself.
fn length(limit: &Limit) -> Option<Duration> {
    let within = limit.within.as_ref()?;
    (limit.at_odds || !limit.unparsed && !limit.unit_unclear).then_some(within.value)
}

/// Whether two lengths are not the same; of units that only a day can tell apart nothing is said.
fn is_other(one: Duration, other: Duration) -> bool {
    let days = |length: Duration| matches!(length.unit, Unit::Days | Unit::WorkingDays);
    one.amount != other.amount && (one.unit == other.unit || days(one) && days(other))
}

/// Whether both hold for the same case, place and way to apply, from the same day; what holds under a condition in words is another case.
fn is_same_case(one: &Limit, other: &Limit) -> bool {
    let cases = |limit: &Limit| limit.cases.iter().map(|case| case.value.clone()).collect::<Vec<_>>();
    let plain = one.when.is_none() && other.when.is_none() && one.area == other.area && cases(one) == cases(other);
    let spent = |limit: &Limit| limit.excludes.iter().map(|name| name.value.clone()).collect::<Vec<_>>();
    let strict = one.channel == other.channel && one.from == other.from && spent(one) == spent(other);
    plain && (strict || one.at_odds || other.at_odds)
}
