//! Procedures of one title side by side, as tables or as JSON.

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::{
    link::peers::{Length, Peers, Version},
    locale::Locale,
    money::Money,
    text,
};

/// `compare-v1`: the same as the tables say, for programs.
pub fn compared_json(all: &[Peers], as_of: &str) -> String {
    let titles: Vec<Value> = all.iter().map(title).collect();
    text::json(&format!("{:#}", json!({"version": "compare-v1", "as_of": as_of, "titles": titles}))) + "\n"
}

fn title(one: &Peers) -> Value {
    let versions: Vec<Value> = one.versions.iter().map(version).collect();
    let papers: Vec<Value> = one.papers.iter().map(|(paper, count)| json!({"title": paper, "asked_by": count})).collect();
    json!({"title": one.title, "versions": versions, "asked_by_some": papers})
}

fn version(one: &Version) -> Value {
    let limits = one.limits.iter().map(|limit| {
        json!({"in": limit.within, "area": limit.area, "cases": limit.cases, "conditional": limit.conditional, "channel": limit.channel})
    });
    json!({
        "procedure": one.code,
        "issued_by": one.publisher,
        "level": one.levels,
        "time_limit": limits.collect::<Vec<_>>(),
        "documents": one.documents,
        "documents_always": one.always,
        "fees": one.fees,
    })
}

/// A table for each title, what differs under it, and a closing word.
pub fn compared(all: &[Peers], locale: &Locale) -> String {
    if all.is_empty() {
        return locale.say("compare.none").to_owned() + "\n";
    }
    let mut words = String::new();
    for one in all {
        words.push_str(&format!("{}\n", text::line(&one.title)));
        words.push_str(&table(one, locale));
        for note in notes(one, locale) {
            words.push_str(&format!("  {}\n", text::line(&note)));
        }
        words.push('\n');
    }
    words + locale.say("compare.closing") + "\n"
}

/// A row for each version, and one more for each further time limit of it.
fn table(one: &Peers, locale: &Locale) -> String {
    let heads = ["code", "by", "level", "documents", "always", "fees", "limit"];
    let mut rows: Vec<[String; 7]> = vec![heads.map(|head| locale.say(&format!("compare.head.{head}")).to_owned())];
    for version in &one.versions {
        let mut limits = version.limits.iter().map(|limit| length(limit, locale));
        let by = version.published_by.clone().unwrap_or_else(|| locale.say("compare.national").to_owned());
        let key = |level: &String| LEVELS.iter().find(|(name, _)| name == level).map_or("compare.dash", |(_, key)| key);
        let levels: Vec<&str> = version.levels.iter().map(|level| locale.say(key(level))).collect();
        rows.push([
            version.code.clone(),
            by,
            locale.commas(&levels),
            version.documents.to_string(),
            version.always.to_string(),
            locale.commas(&version.fees.iter().map(|fee| fees(fee, locale)).collect::<Vec<_>>()),
            limits.next().unwrap_or_else(|| locale.say("compare.dash").to_owned()),
        ]);
        for limit in limits {
            let mut row = [const { String::new() }; 7];
            row[6] = limit;
            rows.push(row);
        }
    }
    aligned(&rows)
}

/// The levels, and the keys of their words.
const LEVELS: [(&str, &str); 4] = [
    ("central", "compare.level.central"),
    ("province", "compare.level.province"),
    ("district", "compare.level.district"),
    ("commune", "compare.level.commune"),
];

fn fees(fee: &str, locale: &Locale) -> String {
    match fee {
        "" => locale.say("compare.unread").to_owned(),
        "provincial-peoples-council" => locale.say("compare.by_council").to_owned(),
        other => Money::parse(other).map_or_else(|| other.to_owned(), |money| locale.money(money.amount, &money.currency)),
    }
}

/// The columns one under the other; the last is as wide as it is.
fn aligned(rows: &[[String; 7]]) -> String {
    let width = |column: usize| rows.iter().map(|row| text::line(&row[column]).width()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..6).map(width).collect();
    let mut words = String::new();
    for row in rows {
        let mut line = String::from("  ");
        for (cell, width) in row.iter().zip(&widths) {
            let cell = text::line(cell);
            line.push_str(&format!("{cell}{}  ", " ".repeat(width.saturating_sub(cell.width()))));
        }
        line.push_str(&text::line(&row[6]));
        words.push_str(line.trim_end());
        words.push('\n');
    }
    words
}

/// A limit, with where and for what it holds.
fn length(limit: &Length, locale: &Locale) -> String {
    let within = limit.within.as_ref().map_or_else(|| locale.say("compare.unread").to_owned(), |within| locale.length(within));
    let area = limit.area.as_ref().map(|area| match area.as_str() {
        "mountainous" => locale.say("compare.area.mountainous").to_owned(),
        other => other.to_owned(),
    });
    let cases = limit.cases.iter().map(|case| text::shorten(case, 60).into_owned());
    let condition = (limit.conditional && limit.cases.is_empty()).then(|| locale.say("compare.conditional").to_owned());
    let channel = limit.channel.as_ref().map(|channel| locale.say(&format!("channel.{channel}")).to_owned());
    let parts: Vec<String> = area.into_iter().chain(cases).chain(channel).chain(condition).collect();
    if parts.is_empty() { within } else { format!("{within} ({})", locale.semicolons(&parts)) }
}

/// What differs: the time limits that hold without condition, the numbers of documents, the papers that some ask for.
fn notes(one: &Peers, locale: &Locale) -> Vec<String> {
    let mut notes = Vec::new();
    let plain = one.versions.iter().flat_map(|version| &version.limits);
    let plain = plain.filter(|limit| limit.area.is_none() && limit.cases.is_empty() && !limit.conditional);
    let lengths: Vec<&Length> = plain.filter(|limit| limit.days.is_some()).collect();
    let least = lengths.iter().min_by_key(|limit| limit.days);
    let most = lengths.iter().max_by_key(|limit| limit.days);
    if let (Some(least), Some(most)) = (least, most)
        && least.days != most.days
    {
        notes.push(range("compare.limits", &length(least, locale), &length(most, locale), locale));
    }
    let counts = one.versions.iter().map(|version| version.documents);
    if let (Some(least), Some(most)) = (counts.clone().min(), counts.max())
        && least != most
    {
        notes.push(range("compare.documents", &least.to_string(), &most.to_string(), locale));
    }
    for (paper, count) in one.papers.iter().take(MOST) {
        let words = locale.say("compare.paper").replace("{what}", paper).replace("{n}", &count.to_string());
        notes.push(words.replace("{all}", &one.versions.len().to_string()));
    }
    let more = one.papers.len().saturating_sub(MOST);
    if more > 0 {
        notes.push(locale.say("compare.papers").replace("{n}", &more.to_string()));
    }
    notes
}

/// How many papers are named under a table.
const MOST: usize = 5;

fn range(key: &str, least: &str, most: &str, locale: &Locale) -> String {
    locale.say(key).replace("{least}", least).replace("{most}", most)
}
