//! `redtape check --profile-rules`: what each rule costs.

use std::time::{Duration, Instant};

use redtape::{
    check::{self, Tally},
    link::World,
    locale::Locale,
    rule::RuleSet,
};

use crate::out;

/// Asks every rule by itself once more, on one thread, and says on standard error how long each took, the dearest first.
pub(crate) fn remark(rules: &RuleSet, world: &World, locale: &Locale) {
    let mut rows: Vec<(&str, Duration, Tally)> = Vec::new();
    for rule in rules.rules.values() {
        let started = Instant::now();
        let tally = check::tally(rule, world);
        rows.push((&rule.id, started.elapsed(), tally));
    }
    let all: Duration = rows.iter().map(|(_, time, _)| *time).sum();
    rows.sort_by_key(|(id, time, _)| (std::cmp::Reverse(*time), *id));
    let heads = ["profile.time", "profile.share", "profile.asked", "profile.spoke", "profile.rule"].map(|key| locale.say(key));
    let [time, share, asked, spoke, rule] = heads;
    out::remark(&format!("{time:>12} {share:>8} {asked:>12} {spoke:>10}  {rule}"));
    for (id, time, tally) in rows {
        let share = time.as_secs_f64() * 100.0 / all.as_secs_f64().max(f64::MIN_POSITIVE);
        let milliseconds = time.as_secs_f64() * 1e3;
        out::remark(&format!("{milliseconds:>12.3} {share:>7.1}% {:>12} {:>10}  {id}", tally.asked, tally.spoke));
    }
}
