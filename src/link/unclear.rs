//! Whether a time limit can be told from what is published: its unit, its words, and the other limits for the same case.

use rust_decimal::Decimal;

use crate::{
    duration::{Duration, Unit},
    link::linked::{Linked, LinkedLimit},
    model::Limit,
    recognise::unclear,
};

/// Why the limit cannot be told; of several limits alike only the first is asked.
pub(super) fn of(linked: &Linked, one: &LinkedLimit) -> Option<&'static str> {
    let found = why(linked, &one.limit)?;
    let alike = |other: &LinkedLimit| amount(&other.limit) == amount(&one.limit) && words(&other.limit) == words(&one.limit);
    let twins = |other: &LinkedLimit| found == "days" && amount(&other.limit).map(|it| it.0) == amount(&one.limit).map(|it| it.0);
    let mut before = linked.limits.iter().take_while(|other| other.at < one.at);
    let told = before.any(|other| (alike(other) || twins(other)) && why(linked, &other.limit) == Some(found));
    (!told).then_some(found)
}

/// Whether the source states both kinds of days beyond doubt: each in a field of its own, or in the very words "working days".
///
/// Who writes "days" beside a field for the unit may mean the unit of the field.
pub(super) fn is_certain(linked: &Linked, one: &LinkedLimit) -> bool {
    let Some(within) = &one.limit.within else { return false };
    let worded = |limit: &Limit| words(limit).is_some();
    if one.limit.unit_unclear {
        return within.value.unit == Unit::WorkingDays || !worded(&one.limit);
    }
    let Some(other) = twin(within.value) else { return false };
    let twins =
        linked.limits.iter().filter(|it| is_same_case(&it.limit, &one.limit) && amount(&it.limit) == Some((other.amount, other.unit)));
    twins.into_iter().any(|it| !worded(&it.limit) && !it.limit.unparsed && !worded(&one.limit) && !one.limit.unparsed)
}

/// The same amount in the other kind of days.
pub(super) fn twin(length: Duration) -> Option<Duration> {
    let unit = match length.unit {
        Unit::WorkingDays => Unit::Days,
        Unit::Days => Unit::WorkingDays,
        Unit::WorkingHours | Unit::Hours | Unit::Weeks | Unit::Months | Unit::Years => return None,
    };
    Some(Duration { unit, ..length })
}

fn why(linked: &Linked, limit: &Limit) -> Option<&'static str> {
    let Some(within) = &limit.within else { return words(limit).and_then(unclear).map(|why| why.word()) };
    let other = twin(within.value).map(|other| (other.amount, other.unit))?;
    let contradicted = linked.limits.iter().any(|one| is_same_case(&one.limit, limit) && amount(&one.limit) == Some(other));
    (limit.unit_unclear || contradicted).then_some("days")
}

/// Whether both hold for the same case and place; conditions in words are not compared.
fn is_same_case(one: &Limit, other: &Limit) -> bool {
    let cases = one.cases.iter().map(|case| &case.value).eq(other.cases.iter().map(|case| &case.value));
    cases && one.when.is_none() && other.when.is_none() && one.area == other.area
}

fn amount(limit: &Limit) -> Option<(Decimal, Unit)> {
    limit.within.as_ref().map(|within| (within.value.amount, within.value.unit))
}

fn words(limit: &Limit) -> Option<&str> {
    let says = limit.says.as_ref()?;
    says.vi.as_deref().or(says.en.as_deref())
}

/// The published words, as they are.
pub(super) fn published(limit: &Limit) -> &str {
    words(limit).unwrap_or_default()
}
