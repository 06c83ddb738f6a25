//! Time limits of one way to apply: its number and its words, held against each other.

use rust_decimal::Decimal;

use crate::{
    duration::{Duration, Unit},
    import::{
        excludes,
        procedure::TimeLimit,
        record::{Limit, Way},
        said::{self, Said, Scope},
        shape::Vi,
        words,
    },
    text,
};

/// The name of areas where more time is allowed.
const REMOTE: &str = "mountainous";

/// How much of the published words a limit keeps.
const LONGEST: usize = 400;

/// The limits that one way to apply publishes; `sibling` is what another entry of the same way says in general, `cased`
/// are the limits given by case.
pub(super) fn of_way(way: &Way, sibling: Option<Duration>, cased: &[Duration]) -> Vec<TimeLimit> {
    let (all, words) = statements(way);
    let said: Vec<Said> = all.iter().filter(|said| said.scope != Scope::Share).cloned().collect();
    let base = amount(&way.limit);
    let mut limits = match base {
        None => entries(&said, None),
        Some(base) if is_sum(base, &all) => vec![sum(base, &all)],
        Some(base) if before_increase(base, &said, cased).is_some() => {
            let before = before_increase(base, &said, cased);
            let mut limits = entries(&said, before);
            limits.splice(0..0, before.map(plain));
            limits
        }
        Some(base) if only_more(&said) && !cased.is_empty() && !cased.contains(&base) => {
            // The number may hold the increase already, as it does elsewhere: the sum is not known.
            std::iter::once(plain(base)).chain(said.iter().map(unparsed)).collect()
        }
        Some(base) if is_increase(base, &said) && sibling.is_some() => entries(&said, sibling),
        Some(base) if said.is_empty() && sibling.is_some() && said::names_remote(&way.says) => {
            vec![TimeLimit { area: Some(REMOTE), ..plain(base) }]
        }
        Some(base) => with_number(base, entries(&said, Some(base))),
    };
    if limits.is_empty() && cased.is_empty() {
        let shares: Vec<&str> = all.iter().map(|said| said.clause.as_str()).collect();
        let shares = (!shares.is_empty()).then(|| puzzle(&shares.join(" ")));
        limits.extend(shares.or_else(|| unread(&way.limit)));
    }
    let spent = excludes::of(&words);
    for limit in &mut limits {
        limit.excludes.clone_from(&spent);
    }
    limits
}

/// What the words of `way` state, and those words: its limit's own where they state anything, else what stands beside.
fn statements(way: &Way) -> (Vec<Said>, String) {
    if let Limit::Words(words) = &way.limit {
        let own = said::statements(words);
        if !own.is_empty() {
            return (own, format!("{words}\n{}", way.says));
        }
    }
    (said::statements(&way.says), way.says.clone())
}

/// `limits` from words beside the number `base`: the words stay where they restate it, else only what they add to it.
fn with_number(base: Duration, mut limits: Vec<TimeLimit>) -> Vec<TimeLimit> {
    let number = base.to_string();
    if limits.iter().any(|limit| limit.limit.as_ref() == Some(&number)) {
        return limits;
    }
    // The same amount in other days: which days are meant is known for none of them.
    let twin = twin(base).to_string();
    if limits.iter().any(|limit| limit.limit.as_ref() == Some(&twin)) {
        for limit in &mut limits {
            limit.unparsed = true;
            limit.unit_unclear = limit.limit.as_ref() == Some(&twin);
        }
        return limits;
    }
    limits.retain(|limit| limit.area.is_some() || limit.when.is_some() || limit.unparsed);
    limits.insert(0, plain(base));
    limits
}

/// The same amount in the other kind of days: calendar days for working days, working days for any other unit.
pub(super) fn twin(length: Duration) -> Duration {
    let unit = if length.unit == Unit::WorkingDays { Unit::Days } else { Unit::WorkingDays };
    Duration { unit, ..length }
}

/// Whether `base` is the sum of what the words allow the agencies one by one.
fn is_sum(base: Duration, all: &[Said]) -> bool {
    let same = all.iter().all(|said| said.length.unit == base.unit);
    let shares = all.iter().any(|said| said.scope == Scope::Share);
    same && shares && all.len() > 1 && all.iter().map(|said| said.length.amount).sum::<Decimal>() == base.amount
}

fn sum(base: Duration, all: &[Said]) -> TimeLimit {
    let area = all.iter().any(|said| said.remote).then_some(REMOTE);
    let when = all.iter().find_map(|said| said.when.clone()).map(Vi::new);
    let words: Vec<&str> = all.iter().map(|said| said.clause.as_str()).collect();
    TimeLimit { area, when, says: Some(says(&words.join(" "))), ..plain(base) }
}

/// Whether the words say nothing but how much more remote areas may take.
fn only_more(said: &[Said]) -> bool {
    !said.is_empty() && said.iter().all(|said| said.scope == Scope::More && said.remote)
}

/// Whether `base` is only what the words put on top of another number.
fn is_increase(base: Duration, said: &[Said]) -> bool {
    only_more(said) && said.iter().all(|said| said.length.amount == base.amount)
}

/// The limit by case to which what the words put on top was already added when `base` was published.
fn before_increase(base: Duration, said: &[Said], cased: &[Duration]) -> Option<Duration> {
    let more = said.iter().find(|said| said.remote && said.scope == Scope::More)?;
    let fits =
        |case: &&Duration| case.unit == base.unit && more.length.unit == base.unit && case.amount + more.length.amount == base.amount;
    cased.iter().find(fits).copied().filter(|_| only_more(said))
}

fn plain(length: Duration) -> TimeLimit {
    TimeLimit { limit: Some(length.to_string()), ..TimeLimit::default() }
}

/// The amount of a published number; an hour "15" is the time of day after which the office answers the next day.
pub(super) fn amount(limit: &Limit) -> Option<Duration> {
    match limit {
        Limit::Number(amount, Some(Unit::Hours)) if *amount == Decimal::from(15) => None,
        Limit::Number(amount, Some(unit)) if !amount.is_zero() => Some(Duration { amount: *amount, unit: *unit }),
        Limit::Number(..) | Limit::Words(_) | Limit::None => None,
    }
}

/// A limit whose words say nothing that was understood; none where they only point elsewhere.
pub(super) fn unread(limit: &Limit) -> Option<TimeLimit> {
    let words = match limit {
        Limit::Words(words) => words::tidy(words),
        Limit::Number(amount, Some(unit)) => Duration { amount: *amount, unit: *unit }.to_string(),
        Limit::Number(amount, None) => amount.to_string(),
        Limit::None => return None,
    };
    let nothing = matches!(text::fold(&words).as_str(), "theo mô tả" | "khác" | "không quy định" | "không có" | "");
    (!nothing).then(|| puzzle(&words))
}

/// `words` about a limit that were not understood.
fn puzzle(words: &str) -> TimeLimit {
    TimeLimit { says: Some(says(words)), unparsed: true, ..TimeLimit::default() }
}

/// The limits in statements: more time for remote areas goes on top of what was said last, or of `base`.
fn entries(said: &[Said], base: Option<Duration>) -> Vec<TimeLimit> {
    let mut limits = Vec::new();
    let mut open: Vec<(Duration, Option<String>)> = Vec::new();
    let mut closed = false;
    let differ = said
        .iter()
        .filter(|said| is_plain(said))
        .any(|one| said.iter().filter(|said| is_plain(said)).any(|other| other.length != one.length));
    for statement in said {
        closed |= statement.remote;
        if statement.scope == Scope::More {
            let under = if open.is_empty() { base.map(|base| (base, None)).into_iter().collect() } else { open.clone() };
            limits.extend(under.iter().map(|(length, when)| more(statement, *length, when.as_deref())));
            if under.is_empty() {
                limits.push(unparsed(statement));
            }
        } else if statement.remote {
            let when = open.last().and_then(|(_, when)| when.clone());
            limits.push(entry(statement, statement.length, when));
        } else {
            let named = differ && is_plain(statement) && is_name(&statement.subject);
            let when = statement.when.clone().or_else(|| named.then(|| statement.subject.clone()));
            if std::mem::take(&mut closed) {
                open.clear();
            }
            open.push((statement.length, when.clone()));
            limits.push(entry(statement, statement.length, when));
        }
    }
    limits
}

/// Whether the words before a number can tell it from another: several, from the beginning of a clause.
fn is_name(subject: &str) -> bool {
    subject.split(' ').count() > 2 && subject.starts_with(char::is_uppercase)
}

fn is_plain(said: &Said) -> bool {
    !said.remote && said.scope == Scope::Whole && said.when.is_none()
}

fn entry(said: &Said, length: Duration, when: Option<String>) -> TimeLimit {
    TimeLimit {
        limit: Some(length.to_string()),
        from: said.from_complete.then_some("complete-dossier"),
        when: said.when.clone().or(when).map(Vi::new),
        area: said.remote.then_some(REMOTE),
        says: Some(says(&said.clause)),
        ..TimeLimit::default()
    }
}

/// `said` more than `length`: a sum where both count the same days, else words that were not understood.
fn more(said: &Said, length: Duration, when: Option<&str>) -> TimeLimit {
    let bound = said.remote || said.when.is_some();
    if length.unit != said.length.unit || !bound {
        return TimeLimit { when: when.map(Vi::new), ..unparsed(said) };
    }
    let sum = Duration { amount: length.amount + said.length.amount, unit: length.unit };
    let both = said.when.as_deref().zip(when).map(|(own, base)| format!("{base}; {own}"));
    let said = Said { when: both.or_else(|| said.when.clone()), ..said.clone() };
    entry(&said, sum, when.map(str::to_owned))
}

fn unparsed(said: &Said) -> TimeLimit {
    TimeLimit { limit: None, unparsed: true, ..entry(said, said.length, None) }
}

fn says(words: &str) -> Vi {
    Vi::new(text::shorten(words, LONGEST))
}
