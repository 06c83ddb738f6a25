//! How often a procedure is used, by the figures of the latest year and of the years before it.

use rust_decimal::Decimal;

use crate::model::{Procedure, Volume};

/// The figures of the latest year.
pub(super) fn latest(procedure: &Procedure) -> Option<&Volume> {
    procedure.volume.iter().max_by_key(|one| one.year)
}

/// A share of the latest year as whole percent, rounded down.
pub(super) fn percent(procedure: &Procedure, share: impl Fn(&Volume) -> Option<Decimal>) -> Option<i64> {
    let percent = (share(latest(procedure)?)? * Decimal::from(100)).floor();
    i64::try_from(percent).map_or(None, Some)
}

/// For how many years in a row, up to the latest, no dossier came.
pub(super) fn unused_years(procedure: &Procedure) -> usize {
    let mut years: Vec<&Volume> = procedure.volume.iter().collect();
    years.sort_by_key(|one| std::cmp::Reverse(one.year));
    years.into_iter().take_while(|one| one.dossiers == Some(0)).count()
}
