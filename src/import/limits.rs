//! Time limits: what each way to apply and each case says, joined to one list.

use crate::{
    duration::Duration,
    import::{
        cases::Cases,
        condition, lengths, odds,
        procedure::TimeLimit,
        record::{self, Limit, Record, Way},
        said,
        shape::Vi,
        stated,
        tally::Tally,
    },
    text,
};

/// A limit and the ways to apply that publish it; no way where it is given by case.
struct OfWays {
    limit: TimeLimit,
    ways: Vec<&'static str>,
}

/// The limits of `record`; cases it names for the first time are added to `cases`.
pub(super) fn of(record: &Record, cases: &mut Cases, tally: &mut Tally) -> Vec<TimeLimit> {
    let mut all: Vec<OfWays> = Vec::new();
    let cased: Vec<Duration> = record.limits.iter().filter_map(|case| stated::amount(&case.limit)).collect();
    for way in &record.channels {
        let twice = record.channels.iter().filter(|other| other.by == way.by).count() > 1;
        for mut limit in stated::of_way(way, sibling(record, way), &cased) {
            if twice && limit.when.is_none() {
                limit.when = said::opening(&way.says).or_else(|| said::subject(&way.says)).map(Vi::new);
            }
            join(&mut all, limit, way.by);
        }
    }
    let disagree = of_cases(record, &mut all, cases);
    let mut limits = Vec::new();
    for OfWays { limit, ways } in all {
        let everywhere = !disagree && record.channels.iter().all(|way| ways.contains(&way.by));
        tally.count(if limit.unparsed { "limits not understood" } else { "limits" });
        let channels = if everywhere { vec![None] } else { record::channels(&ways) };
        limits.extend(channels.into_iter().map(|channel| TimeLimit { channel, ..limit.clone() }));
    }
    limits
}

/// Whether the words of `limit`, where it keeps any, state that number themselves: a sum of what they state is nothing that was published.
fn states(limit: &TimeLimit, length: Duration) -> bool {
    let amount = length.amount.normalize();
    limit.says.as_ref().is_none_or(|says| lengths::find(&text::fold(&says.vi)).iter().any(|one| one.length.amount == amount))
}

/// What another entry of the same way to apply publishes, where none of its words are about remote areas.
fn sibling(record: &Record, way: &Way) -> Option<Duration> {
    let others = record.channels.iter().filter(|other| other.by == way.by && other.limit != way.limit);
    others.filter(|other| !condition::is_remote(&other.says.to_lowercase())).find_map(|other| stated::amount(&other.limit))
}

/// `limit` among `all`: on top of an equal one of another way to apply, or by itself.
fn join(all: &mut Vec<OfWays>, limit: TimeLimit, by: &'static str) {
    let bare = |limit: &TimeLimit| {
        let says = limit.says.clone().filter(|_| limit.limit.is_none());
        (limit.limit.clone(), limit.when.clone(), limit.area, limit.unparsed, says)
    };
    let Some(known) = all.iter_mut().find(|known| bare(&known.limit) == bare(&limit)) else {
        all.push(OfWays { limit, ways: vec![by] });
        return;
    };
    if !known.ways.contains(&by) {
        known.ways.push(by);
    }
    known.limit.from = known.limit.from.or(limit.from);
    known.limit.says = known.limit.says.take().or(limit.says);
    known.limit.excludes.extend(limit.excludes);
    known.limit.excludes.sort_unstable();
    known.limit.excludes.dedup();
}

/// Whether a way to apply gives another number than `length`, or another case another length.
fn is_at_odds(record: &Record, length: Duration) -> bool {
    let other = |limit: &Limit| match limit {
        Limit::Number(amount, None) => !amount.is_zero() && *amount != length.amount,
        Limit::Number(..) | Limit::Words(_) | Limit::None => false,
    };
    record.channels.iter().any(|way| other(&way.limit))
        || record.limits.iter().filter_map(|case| stated::amount(&case.limit)).any(|one| one != length)
}

/// Limits given by case, beside what the channels say; whether one without a name of its own disagrees with them.
fn of_cases(record: &Record, all: &mut Vec<OfWays>, cases: &mut Cases) -> bool {
    let by_channel = all.iter().any(|known| known.limit.limit.is_some());
    let mut disagree = false;
    for case in &record.limits {
        let Some(length) = stated::amount(&case.limit) else {
            if all.is_empty() {
                let unread = stated::unread(&case.limit);
                all.extend(unread.map(|limit| OfWays { limit, ways: Vec::new() }));
            }
            continue;
        };
        let number = length.to_string();
        if all.iter().any(|known| known.limit.limit.as_ref() == Some(&number)) {
            continue;
        }
        let twin = stated::twin(length).to_string();
        if let Some(known) = all.iter_mut().find(|known| known.limit.limit.as_ref() == Some(&twin)) {
            known.limit.unparsed = true;
            known.limit.unit_unclear = states(&known.limit, length);
            continue;
        }
        let (name, title) = (text::fold(&case.name), text::fold(&record.name));
        let own = !name.starts_with(&title) && !title.starts_with(&name);
        let key = own.then(|| cases.key(&case.name)).flatten();
        disagree |= by_channel && key.is_none();
        // A figure without a name of its own that is not what the ways to apply say may hold a verification.
        let unparsed = key.is_none() && (by_channel || is_at_odds(record, length));
        let at_odds = key.is_none() && odds::is_untold(record, length);
        let limit = TimeLimit { limit: Some(number), case: key, unparsed, at_odds, ..TimeLimit::default() };
        all.push(OfWays { limit, ways: Vec::new() });
    }
    disagree
}
