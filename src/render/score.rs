//! The indicators of Decision 766/QĐ-TTg as a table for people and as JSON for programs.

use rust_decimal::Decimal;
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::{
    link::World,
    locale::Locale,
    report::score::{Indicator, Score},
    text,
};

/// The indicators that stand in the table of agencies.
const OF_AGENCY: [&str; 7] = ["1.2", "1.3", "2.1", "3.1", "3.3", "3.5", "4.1"];

/// The table: each head with its indicators, then the agencies, then what the figures mean.
pub fn table(score: &Score, world: &World, locale: &Locale) -> String {
    let mut lines = vec![head(score, locale), String::new()];
    let mut before = "";
    let widest = score.indicators.iter().map(|one| label(one, locale).width()).max().unwrap_or_default();
    for indicator in &score.indicators {
        if indicator.head != before {
            lines.push(locale.say(&format!("score.head.{}", indicator.head)).to_owned());
            before = indicator.head;
        }
        lines.push(format!("  {}  {}", padded(&label(indicator, locale), widest), told(indicator, locale)));
    }
    lines.push(String::new());
    lines.extend(agencies(score, world, locale));
    lines.push(String::new());
    lines.extend(["score.means.points", "score.means.read", "score.means.silent"].map(|key| locale.say(key).to_owned()));
    lines.join("\n") + "\n"
}

fn head(score: &Score, locale: &Locale) -> String {
    let filled = locale.say("score.title").replace("{day}", &locale.date(score.as_of));
    filled.replace("{n}", &score.procedures.to_string()).replace("{figures}", &score.with_figures.to_string())
}

fn label(indicator: &Indicator, locale: &Locale) -> String {
    format!("{:3}  {}", indicator.number, locale.say(&format!("score.indicator.{}", indicator.number)))
}

/// What an indicator comes to, in words.
fn told(indicator: &Indicator, locale: &Locale) -> String {
    let Some(counted) = indicator.counted else {
        return locale.say(&format!("score.unknown.{}", indicator.number)).to_owned();
    };
    let silent = (counted.silent > 0).then(|| locale.count("score.silent", counted.silent));
    let Some(rate) = counted.rate() else {
        return silent.unwrap_or_else(|| locale.say("score.nothing").to_owned());
    };
    let of = locale.say("score.of").replace("{met}", &locale.decimal(counted.met, 0)).replace("{of}", &locale.decimal(counted.of, 0));
    let points = indicator.points().zip(indicator.threshold).map(|(points, threshold)| {
        let filled = locale.say("score.points").replace("{points}", &locale.decimal(points, 0));
        filled.replace("{threshold}", &threshold.to_string())
    });
    let parts = [Some(locale.percent(rate, 1)), Some(of), points, silent];
    locale.semicolons(&parts.into_iter().flatten().collect::<Vec<_>>())
}

fn agencies(score: &Score, world: &World, locale: &Locale) -> Vec<String> {
    let title = locale.say("score.by_agency");
    let names: Vec<String> = score.agencies.iter().map(|one| name(&one.id, world, locale)).collect();
    let widest = names.iter().map(|name| name.width()).chain([title.width()]).max().unwrap_or_default();
    let mut heads = format!("{}  {:>6}", padded(title, widest), locale.say("score.procedures"));
    OF_AGENCY.iter().for_each(|number| heads.push_str(&format!("  {number:>6}")));
    let mut lines = vec![heads];
    for (agency, name) in score.agencies.iter().zip(names) {
        let count = format!("{:>1$}", agency.procedures, locale.say("score.procedures").width().max(6));
        let mut line = format!("{}  {count}", padded(&name, widest));
        for number in OF_AGENCY {
            let rate = agency.indicators.iter().find(|one| one.number == number).and_then(Indicator::rate);
            let rate = rate.map_or_else(|| "–".to_owned(), |rate| locale.percent(rate, 0));
            line.push_str(&format!("  {rate:>6}"));
        }
        lines.push(line);
    }
    lines
}

fn name(id: &str, world: &World, locale: &Locale) -> String {
    let known = world.registers.agencies.get(id).map(|agency| agency.title.said(locale.code)).filter(|title| !title.is_empty());
    let name = known.unwrap_or(if id.is_empty() { locale.say("score.agency_in_words") } else { id });
    text::line(&text::shorten(name, 60)).into_owned()
}

fn padded(words: &str, width: usize) -> String {
    format!("{words}{}", " ".repeat(width.saturating_sub(words.width())))
}

/// `score-v1`.
pub fn json(score: &Score) -> String {
    let value = json!({
        "version": "score-v1",
        "redtape": env!("CARGO_PKG_VERSION"),
        "as_of": score.as_of.to_string(),
        "procedures": score.procedures,
        "with_figures": score.with_figures,
        "indicators": score.indicators.iter().map(indicator).collect::<Vec<_>>(),
        "agencies": score.agencies.iter().map(|agency| json!({
            "agency": agency.id,
            "procedures": agency.procedures,
            "indicators": agency.indicators.iter().map(indicator).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    });
    text::json(&format!("{value:#}")) + "\n"
}

fn indicator(one: &Indicator) -> Value {
    let percent = |number: Option<Decimal>| number.map(|number| number.round_dp(1).normalize().to_string());
    json!({
        "number": one.number,
        "head": one.head,
        "threshold_percent": one.threshold,
        "known": one.counted.is_some(),
        "met": one.counted.map(|counted| counted.met.normalize().to_string()),
        "of": one.counted.map(|counted| counted.of.normalize().to_string()),
        "silent": one.counted.map(|counted| counted.silent),
        "rate_percent": percent(one.rate()),
        "points_percent": percent(one.points()),
    })
}
