//! What an applicant pays in two versions.

use crate::{
    change::{
        Found, Kind, Thing, cases, folded,
        pair::{Matched, matched},
        values, whole,
    },
    model::{Fee, Procedure},
    text,
};

/// A fee, for what it is, and how a change speaks of it.
struct Due<'p> {
    fee: &'p Fee,
    key: String,
    thing: Thing,
    /// Its title and its amount.
    whole: String,
}

impl Due<'_> {
    /// The whole fee, as it came or went.
    fn entire(&self) -> Thing {
        Thing { what: self.whole.clone(), ..self.thing.clone() }
    }
}

/// Fees of one name, way to apply and case are held against each other, the equal ones first; a procedure with one fee has that one.
pub(super) fn compare(found: &mut Found<'_>) {
    let (before, now) = (due(found.old), due(found.new));
    let named = |one: &Due<'_>| one.fee.id.as_ref().map(|id| id.value.clone());
    let exact = |one: &Due<'_>| Some(format!("{}={}", one.key, one.whole));
    let for_same = |one: &Due<'_>| Some(one.key.clone());
    let alone = before.len() == 1 && now.len() == 1;
    let Matched { same, gone, new: fresh } = matched(&before, &now, &[&named, &exact, &for_same]).join(&before, &now, |one, other| {
        let untitled = one.fee.title.is_empty() || other.fee.title.is_empty();
        alone && untitled
    });
    for (was, is) in same {
        let (Some(mine), Some(its)) = (before.get(was), now.get(is)) else { continue };
        one(found, mine, its);
    }
    let is_free = |due: &Due<'_>| due.fee.amount.as_ref().is_some_and(|amount| amount.amount.is_zero());
    for due in fresh.into_iter().filter_map(|at| now.get(at)).filter(|due| !is_free(due)) {
        found.added(Kind::FeeAdded, &due.entire(), "fees");
    }
    for due in gone.into_iter().filter_map(|at| before.get(at)).filter(|due| !is_free(due)) {
        found.removed(Kind::FeeRemoved, &due.entire(), "fees");
    }
}

fn due(procedure: &Procedure) -> Vec<Due<'_>> {
    let due = procedure.fees.iter().enumerate().map(|(at, fee)| {
        let for_cases: Vec<String> = cases(procedure, &fee.cases).into_iter().collect();
        let key = format!("{}/{}/{}", folded(&fee.title), fee.channel.as_deref().unwrap_or(""), for_cases.join("+"));
        let title = text::one_line(fee.title.said("vi"));
        let amount = fee.amount.as_ref().map(ToString::to_string);
        let thing = Thing {
            what: if title.is_empty() { amount.clone().unwrap_or_default() } else { title.clone() },
            pointer: format!("/fees/{at}"),
            span: fee.span,
            key: fee.id.as_ref().map_or_else(|| key.clone(), |id| id.value.clone()),
            line: Some(("fee", folded(&fee.title))),
            ..Thing::default()
        };
        let whole = [Some(title).filter(|title| !title.is_empty()), amount].into_iter().flatten().collect::<Vec<_>>().join(": ");
        Due { fee, key, thing, whole }
    });
    due.collect()
}

/// What differs in one fee: how much, who pays nothing, how it can be paid.
fn one(found: &mut Found<'_>, old: &Due<'_>, new: &Due<'_>) {
    let (was, is) = (&old.thing, &new.thing);
    let said = |fee: &Fee| {
        let amount = fee.amount.as_ref().map(ToString::to_string);
        let set_by = fee.set_by.as_ref().map(|name| name.value.clone());
        [amount.or(set_by), fee.per.clone()].into_iter().flatten().collect::<Vec<_>>().join(" / ")
    };
    let values_said = (said(old.fee), said(new.fee));
    let kind = match (&old.fee.amount, &new.fee.amount) {
        _ if values_said.0 == values_said.1 => None,
        (Some(before), Some(now)) if before.currency == now.currency && old.fee.per == new.fee.per => {
            match before.amount.cmp(&now.amount) {
                std::cmp::Ordering::Less => Some(Kind::FeeMore),
                std::cmp::Ordering::Greater => Some(Kind::FeeLess),
                std::cmp::Ordering::Equal => None,
            }
        }
        _ => Some(Kind::FeeChanged),
    };
    if let Some(kind) = kind {
        found.changed(kind, was, is, values_said);
    }
    let exempt = (values(&old.fee.exempt), values(&new.fee.exempt));
    found.named((Kind::ExemptionGained, Kind::ExemptionLost), was, is, &exempt);
    let ways = (values(&old.fee.pay), values(&new.fee.pay));
    // Where no way was named any may have been open.
    if !ways.0.is_empty() && !ways.1.is_empty() {
        found.named((Kind::PaymentGained, Kind::PaymentLost), was, is, &ways);
    }
    whole::ground(found, was, is, (&old.fee.legal_basis, &new.fee.legal_basis));
}
