//! What the figures of a year say of a procedure: how many dossiers were late, and how long half of them took.

use rust_decimal::{Decimal, prelude::ToPrimitive};

use crate::model::{Procedure, Volume};

/// The last year of which it is known how many dossiers were settled in time.
pub(super) fn punctual(procedure: &Procedure) -> Option<&Volume> {
    latest(procedure, |volume| volume.on_time.is_some_and(is_share))
}

/// How many of a hundred dossiers were late in the last year of which that is known.
pub(super) fn late_share(procedure: &Procedure) -> Option<Decimal> {
    let on_time = punctual(procedure)?.on_time?;
    Some(((Decimal::ONE - on_time) * Decimal::ONE_HUNDRED).normalize())
}

/// How many dossiers were late in that year, to the nearest one.
pub(super) fn late(procedure: &Procedure) -> Option<i64> {
    let volume = punctual(procedure)?;
    let late = (Decimal::ONE - volume.on_time?).checked_mul(Decimal::from(volume.dossiers?))?;
    late.round().to_i64()
}

fn latest(procedure: &Procedure, known: impl Fn(&Volume) -> bool) -> Option<&Volume> {
    procedure.volume.iter().filter(|volume| known(volume)).max_by_key(|volume| volume.year)
}

fn is_share(number: Decimal) -> bool {
    (Decimal::ZERO..=Decimal::ONE).contains(&number)
}

/// How many of a hundred dossiers were refused in the last year of which that is known.
pub(super) fn refused_share(procedure: &Procedure) -> Option<Decimal> {
    let refused = latest(procedure, |volume| volume.refused.is_some_and(is_share))?.refused?;
    Some((refused * Decimal::ONE_HUNDRED).normalize())
}
