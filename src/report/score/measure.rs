//! What one procedure adds to each indicator of Decision 766/QĐ-TTg.
//!
//! Numbers, wordings and thresholds are those of the formulas that the national portal publishes beside the figures. How many points
//! each indicator has, and the thresholds that are missing here, were not read.

use rust_decimal::Decimal;

use crate::{
    link::{Linked, World},
    model::{Channel, Volume},
};

/// What one procedure says to an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// So much of so much.
    Counted {
        /// How much meets it.
        met: Decimal,
        /// Of how much.
        of: Decimal,
    },
    /// It should be counted, but neither file nor figures say.
    Silent,
    /// It is not among those counted.
    NotAsked,
}

/// What one procedure adds to an indicator.
type Of = fn(&World, &Linked) -> Answer;

/// How an indicator is measured.
pub(super) struct Measure {
    /// Its number.
    pub number: &'static str,
    /// The head it stands under.
    pub head: &'static str,
    /// From which rate on it has all its points, in percent.
    pub threshold: Option<i64>,
    /// What one procedure adds; none where files and figures cannot tell.
    pub of: Option<Of>,
}

const fn measure(number: &'static str, head: &'static str, threshold: Option<i64>, of: Option<Of>) -> Measure {
    Measure { number, head, threshold, of }
}

/// The indicators, in their order.
pub(super) const MEASURES: &[Measure] = &[
    measure("1.1", "openness", None, Some(announced)),
    measure("1.2", "openness", None, Some(entered)),
    measure("1.3", "openness", None, Some(complete)),
    measure("1.4", "openness", None, Some(synchronised)),
    measure("2.1", "progress", None, Some(on_time)),
    measure("2.2", "progress", None, None),
    measure("3.1", "online", Some(80), Some(offered)),
    measure("3.2", "online", None, Some(used)),
    measure("3.3", "online", Some(50), Some(came_online)),
    measure("3.5", "online", Some(80), Some(payable)),
    measure("3.6", "online", None, None),
    measure("4.1", "digitisation", None, Some(electronic)),
    measure("4.2", "digitisation", Some(80), None),
    measure("4.3", "digitisation", Some(80), None),
    measure("4.4", "digitisation", None, None),
    measure("4.5", "digitisation", None, None),
    measure("5", "satisfaction", Some(90), None),
];

fn yes(met: bool) -> Answer {
    Answer::Counted { met: Decimal::from(u8::from(met)), of: Decimal::ONE }
}

fn yes_or_silent(met: Option<bool>) -> Answer {
    met.map_or(Answer::Silent, yes)
}

fn by_ministry(linked: &Linked) -> bool {
    linked.publisher.first() == Some(&"ministry")
}

fn announced(_: &World, linked: &Linked) -> Answer {
    let days = || {
        let published = linked.procedure.published.as_ref()?;
        Some(published.signed?.days_until(published.effective?))
    };
    yes_or_silent(days().map(|days| days >= if by_ministry(linked) { 20 } else { 5 }))
}

/// An import has the day of the last entry; long after the decision that may be one made anew, which shows nothing.
const MADE_ANEW: i64 = 30;

fn entered(world: &World, linked: &Linked) -> Answer {
    let days = || {
        let published = linked.procedure.published.as_ref()?;
        world.registers.working_days(published.signed?, published.in_national_database?)
    };
    let days = days().filter(|days| linked.procedure.by_hand || *days <= MADE_ANEW);
    yes_or_silent(days.map(|days| days <= if by_ministry(linked) { 10 } else { 5 }))
}

fn complete(_: &World, linked: &Linked) -> Answer {
    let limit = !linked.limits.is_empty() || !linked.procedure.would_say("time_limit");
    yes(linked.missing.is_empty() && limit)
}

/// The figures of the latest year, where they say how many dossiers came.
fn latest(linked: &Linked) -> Option<(&Volume, Decimal)> {
    let latest = linked.procedure.volume.iter().max_by_key(|one| one.year)?;
    Some((latest, Decimal::from(latest.dossiers?)))
}

fn weighed(share: Option<Decimal>, dossiers: Decimal) -> Answer {
    share.map_or(Answer::Silent, |share| Answer::Counted { met: dossiers * share, of: dossiers })
}

fn synchronised(_: &World, linked: &Linked) -> Answer {
    let procedure = &linked.procedure;
    let (Some((_, dossiers)), Some(received)) = (latest(linked), &procedure.received_on) else { return Answer::Silent };
    let told = received.value == "national-portal" || procedure.synchronised_with.iter().any(|name| name.value == "national-portal");
    let known = told || procedure.synchronised_nowhere || !procedure.synchronised_with.is_empty();
    weighed(known.then(|| Decimal::from(u8::from(told))), dossiers)
}

fn on_time(_: &World, linked: &Linked) -> Answer {
    latest(linked).map_or(Answer::Silent, |(figures, dossiers)| weighed(figures.on_time, dossiers))
}

fn online(linked: &Linked) -> Option<&Channel> {
    let serves = |channel: &&Channel| channel.level.as_ref().is_none_or(|level| level.value != "information");
    linked.procedure.channels.iter().filter(|channel| channel.by == "online").find(serves)
}

fn offered(_: &World, linked: &Linked) -> Answer {
    if linked.procedure.channels.is_empty() { Answer::Silent } else { yes(online(linked).is_some()) }
}

fn used(_: &World, linked: &Linked) -> Answer {
    if online(linked).is_none() {
        return Answer::NotAsked;
    }
    let came = latest(linked).and_then(|(figures, dossiers)| Some(dossiers * figures.online?));
    yes_or_silent(came.map(|came| !came.is_zero()))
}

/// Whether the result is issued electronically, where every result says so.
fn is_electronic(linked: &Linked) -> Option<bool> {
    let said: Option<Vec<bool>> = linked.procedure.results.iter().map(|result| result.electronic).collect();
    said.filter(|said| !said.is_empty()).map(|said| said.into_iter().all(|electronic| electronic))
}

/// The formula counts an online dossier only where its result is electronic.
fn came_online(_: &World, linked: &Linked) -> Answer {
    let Some((figures, dossiers)) = latest(linked) else { return Answer::Silent };
    match is_electronic(linked) {
        Some(true) => weighed(figures.online, dossiers),
        Some(false) => weighed(Some(Decimal::ZERO), dossiers),
        None => Answer::Silent,
    }
}

fn payable(_: &World, linked: &Linked) -> Answer {
    let paid: Vec<_> = linked.fees.iter().filter(|one| one.fee.amount.as_ref().is_some_and(|amount| !amount.amount.is_zero())).collect();
    let Some(channel) = online(linked).filter(|_| !paid.is_empty()) else { return Answer::NotAsked };
    let own = |one: &&crate::link::LinkedFee| match one.fee.pay.as_slice() {
        [] => channel.payment,
        ways => Some(ways.iter().any(|way| way.value == "online")),
    };
    let said: Option<Vec<bool>> = paid.iter().map(own).collect();
    yes_or_silent(said.map(|said| said.into_iter().all(|online| online)))
}

fn electronic(_: &World, linked: &Linked) -> Answer {
    if linked.procedure.results.is_empty() { Answer::NotAsked } else { yes_or_silent(is_electronic(linked)) }
}
