//! A plan for people: what comes of it, then procedure by procedure what to do.

use rust_decimal::Decimal;

use crate::{
    link::World,
    locale::Locale,
    plan::{Plan, Planned, Reached, Recommendation},
    text,
};

/// The plan as text for a terminal.
pub fn table(plan: &Plan, world: &World, locale: &Locale) -> String {
    let mut lines = vec![locale.filled("plan.head", &[("day", &locale.date(world.as_of))])];
    if let Some(target) = plan.target {
        lines.push(locale.filled("plan.target", &[("share", &share(target, locale))]));
    }
    lines.push(String::new());
    let with = |one: &&Planned| one.recommendations.iter().any(|one| one.chosen);
    for one in plan.procedures.iter().filter(with) {
        lines.extend(procedure(one, plan, locale));
    }
    lines.extend(whole(plan, locale));
    lines.into_iter().map(|line| text::line(&line).into_owned() + "\n").collect()
}

fn share(share: Decimal, locale: &Locale) -> String {
    locale.percent(share * Decimal::ONE_HUNDRED, 0)
}

/// One procedure: what it costs, how long it takes, and what to do.
fn procedure(one: &Planned, plan: &Plan, locale: &Locale) -> Vec<String> {
    let mut lines = vec![format!("{}  {}", one.before.code.value, one.before.title.said(locale.code))];
    if let (Some(before), Some(after), Some(part)) = (&one.cost_before, &one.cost_after, one.reached.case_share) {
        let money = |amount: Decimal| locale.money(amount, &plan.currency);
        let blanks = [("before", money(before.case.base)), ("after", money(after.case.base)), ("share", share(part, locale))];
        lines.push(format!("    {}", filled(locale, "plan.case", &blanks)));
    }
    if let Some((before, after)) = one.days.and_then(|days| days.before.zip(days.after)).filter(|(before, after)| before != after) {
        let blanks = [("before", locale.length(&before.to_string())), ("after", locale.length(&after.to_string()))];
        lines.push(format!("    {}", filled(locale, "plan.limit", &blanks)));
    }
    for recommendation in one.recommendations.iter().filter(|one| one.chosen) {
        lines.extend(advice(recommendation, plan, locale));
    }
    let more = one.recommendations.iter().filter(|one| !one.chosen && one.changes).count();
    if more > 0 {
        lines.push(format!("    {}", locale.count("plan.more", more)));
    }
    if plan.target.is_some() {
        lines.push(format!("    {}", standing(one, locale)));
    }
    lines.push(String::new());
    lines
}

/// Whether the target is reached, and what is next best where it is not.
fn standing(one: &Planned, locale: &Locale) -> String {
    let (cost, time) = one.reached.is_met();
    if cost != Some(false) && time != Some(false) {
        return locale.say("plan.is-met").to_owned();
    }
    let next = one.recommendations.iter().find(|one| !one.chosen && one.is_open());
    let next = next.map_or_else(
        || locale.say("plan.next.none").to_owned(),
        |next| locale.filled("plan.next", &[("n", &next.number.to_string()), ("what", &next.edit.title), ("do", &next.edit.advice)]),
    );
    format!("{} {next}", locale.say(if cost == Some(false) { "plan.short.cost" } else { "plan.short.time" }))
}

fn advice(one: &Recommendation, plan: &Plan, locale: &Locale) -> Vec<String> {
    let begun = if one.power.now { locale.say("plan.now") } else { locale.say("plan.later") };
    let who = locale.say(&format!("who.{}", one.power.authority)).to_owned();
    let mut line = vec![format!("{:>3}. {}: {}", one.number, one.edit.title, one.edit.advice)];
    let sure = locale.say(&format!("confidence.{}", one.edit.confidence.word())).to_owned();
    line.push(format!("     {}", filled(locale, "plan.who", &[("now", begun.to_owned()), ("who", who), ("sure", sure)])));
    if let Some((alone, marginal)) = one.alone.as_ref().zip(one.marginal.as_ref()).filter(|(alone, _)| !alone.is_nothing()) {
        let money = |amount: Decimal| locale.money(amount, &plan.currency);
        let blanks = [("alone", money(alone.case.base)), ("marginal", money(marginal.case.base))];
        line.push(format!("     {}", filled(locale, "plan.saves", &blanks)));
    }
    line.into_iter().map(|line| format!(" {line}")).collect()
}

/// What comes of all of it, and what is still to be collected.
fn whole(plan: &Plan, locale: &Locale) -> Vec<String> {
    let whole = &plan.whole;
    let mut lines = vec![format!("{}, {}", locale.count("plan.procedures", whole.procedures), locale.count("plan.changed", whole.changed))];
    if let (Some((before, after)), Some(part)) = (whole.year, whole.year_share()) {
        let money = |amount: Decimal| locale.money(amount, &plan.currency);
        let blanks = [("before", money(before.base)), ("after", money(after.base)), ("share", share(part, locale))];
        lines.push(filled(locale, "plan.year", &blanks) + &format!(" ({})", locale.count("plan.counted", whole.counted)));
    }
    if plan.target.is_some() {
        lines.push(met(whole, locale));
        for (key, groups) in [("report.sectors", &plan.sectors), ("report.agencies", &plan.agencies)] {
            lines.push(format!("{}:", locale.say(key)));
            lines.extend(groups.iter().map(|(name, reached)| format!("  {name}: {}", met(reached, locale))));
        }
    }
    if whole.counted < whole.procedures {
        lines.push(locale.count("plan.collect", whole.procedures - whole.counted));
    }
    if !plan.stale.is_empty() {
        lines.push(locale.count("plan.stale", plan.stale.len()) + ": " + &plan.stale.join(", "));
    }
    lines.push(locale.say("plan.defaults").to_owned());
    lines
}

/// How many procedures reach the target.
fn met(reached: &Reached, locale: &Locale) -> String {
    let number = |n: usize| locale.number(i64::try_from(n).unwrap_or(i64::MAX));
    let blanks = [
        ("cost", number(reached.met.0)),
        ("costs", number(reached.measured.0)),
        ("time", number(reached.met.1)),
        ("times", number(reached.measured.1)),
    ];
    filled(locale, "plan.met", &blanks)
}

fn filled(locale: &Locale, key: &str, blanks: &[(&str, String)]) -> String {
    let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, words)| (*name, words.as_str())).collect();
    locale.filled(key, &blanks)
}
