//! The time that the steps of a procedure take, held against its time limits.

use rust_decimal::{Decimal, prelude::ToPrimitive};

use crate::{
    duration::{Duration, Unit},
    link::{
        chain::{Chain, Length},
        flow::{self, Flow},
    },
    model::{Limit, Procedure, Volume},
};

/// What may start the clock of a limit so that the steps of the office are counted from it.
const STARTS: [&str; 2] = ["complete-dossier", "receipt"];

/// How the steps of one procedure stand to its limits.
#[derive(Clone, Debug, Default)]
pub struct Pace {
    /// The steps; nothing where there are none, or where they go round in a circle.
    pub flow: Option<Flow>,
    /// The longest of its limits, where all of them could be read and nothing is left out of the count.
    pub longest: Option<Duration>,
    /// Whether the steps take longer than each of its limits for certain.
    pub exceeds: bool,
    /// What share of its shortest limit the steps take at the most, in percent.
    pub share: Option<i64>,
    /// What share of its shortest limit half of the dossiers took at the most, in percent.
    pub median_share: Option<i64>,
    /// The year that is known of.
    pub median_year: Option<i64>,
}

/// How the steps of `procedure` stand to its limits; `closed` is the longest run of days off.
pub(super) fn of(procedure: &Procedure, closed: u32) -> Pace {
    let flow = flow::of(procedure);
    let limits = limits(procedure);
    let countable = is_countable(procedure);
    let least = flow.as_ref().map(|flow| flow.least.length);
    let exceeds = |length: Length| !limits.is_empty() && countable && limits.iter().all(|limit| length.surely_exceeds(*limit, closed));
    let shortest = limits.iter().copied().min_by_key(|limit| limit.days(0).0);
    let chain = flow.as_ref().and_then(|flow| flow.most.as_ref()).filter(|chain| !chain.steps.is_empty());
    let timed = procedure.volume.iter().filter(|volume| volume.median_days.is_some()).max_by_key(|volume| volume.year);
    Pace {
        longest: longest(procedure),
        exceeds: least.is_some_and(exceeds),
        share: chain.zip(shortest).and_then(|(chain, limit)| share(chain, limit)),
        median_share: timed.zip(shortest).and_then(|(volume, limit)| median_share(volume, limit)),
        median_year: timed.map(|volume| volume.year),
        flow,
    }
}

/// The longest of its limits, where all of them could be read and nothing is left out of the count.
pub(super) fn longest(procedure: &Procedure) -> Option<Duration> {
    limits(procedure).into_iter().max_by_key(|limit| limit.days(0).1).filter(|_| is_countable(procedure))
}

/// Its limits, if each of them could be read.
fn limits(procedure: &Procedure) -> Vec<Duration> {
    let read = |limit: &Limit| limit.within.as_ref().filter(|_| !limit.unparsed).map(|within| within.value);
    procedure.limits.iter().map(read).collect::<Option<Vec<Duration>>>().unwrap_or_default()
}

/// Whether all the time of the office between receipt and result counts against each of its limits.
fn is_countable(procedure: &Procedure) -> bool {
    let counts = |limit: &Limit| limit.excludes.is_empty() && limit.from.as_deref().is_none_or(|from| STARTS.contains(&from));
    procedure.limits.iter().all(counts)
}

fn share(chain: &Chain, limit: Duration) -> Option<i64> {
    let (length, limited) = (chain.length, Length::of(limit));
    if length.is_working() && limited.is_working() {
        return percent(length.working, limited.working);
    }
    percent(length.most_days(), limit.days(0).0)
}

/// The median is taken for working days, which is the longer of the two that can be meant.
fn median_share(volume: &Volume, limit: Duration) -> Option<i64> {
    let median = volume.median_days.filter(|days| *days <= Decimal::from(1_000_000))?;
    let chain = Chain { length: Length::of(Duration { amount: median, unit: Unit::WorkingDays }), steps: Vec::new() };
    share(&chain, limit)
}

/// What part of `whole` it is, rounded up.
fn percent(part: Decimal, whole: Decimal) -> Option<i64> {
    let hundredfold = part.saturating_mul(Decimal::ONE_HUNDRED);
    hundredfold.checked_div(whole)?.ceil().to_i64()
}
