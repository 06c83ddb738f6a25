//! How the registers stand, as a table for people and as JSON for programs.

use std::cmp::Reverse;

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::{
    link::resolved::Resolved,
    locale::Locale,
    register::{Entry, Kind, Kinds},
    report::standing::{Rested, Standing},
    text,
};

/// How many entries of one list a table names.
const MOST: usize = 20;

/// The table.
pub fn table(standing: &Standing, locale: &Locale) -> String {
    let mut words = locale
        .say("standing.head")
        .replace("{day}", &locale.date(standing.as_of))
        .replace("{instruments}", &locale.count("standing.instruments", standing.instruments))
        .replace("{begun}", &number(standing.begun, locale))
        .replace("{ended}", &number(standing.ended, locale))
        .replace("{coverage}", &locale.count("standing.entries", standing.coverage))
        .replace("{sources}", &locale.count("standing.sources", standing.data_sources));
    words.push('\n');
    words.push_str(&list(&locale.count("standing.unread", usize::from(standing.months)), &standing.unread, &standing.kinds, locale));
    words.push_str(&list(&locale.count("standing.ending", usize::from(standing.horizon)), &standing.ending, &standing.kinds, locale));
    words.push_str(&standing.resolved.as_ref().map_or_else(String::new, |resolved| citations(resolved, &standing.kinds, locale)));
    words
}

fn number(count: usize, locale: &Locale) -> String {
    locale.number(i64::try_from(count).unwrap_or(i64::MAX))
}

fn list(title: &str, entries: &[Rested], kinds: &Kinds, locale: &Locale) -> String {
    if entries.is_empty() {
        return format!("\n{title}: {}\n", locale.say("standing.none"));
    }
    let gathered = gathered(entries);
    let rows: Vec<Vec<String>> =
        gathered.iter().take(MOST).map(|(entry, elements, findings)| row(entry, elements, *findings, kinds, locale)).collect();
    let mut words = format!("\n{title}:\n{}", aligned(&rows));
    if gathered.len() > MOST {
        words.push_str(&format!("  {}\n", locale.say("standing.more").replace("{n}", &number(gathered.len() - MOST, locale))));
    }
    words
}

/// The coverage of one procedure in one line; what ends first comes first, and of that what most findings rest on.
fn gathered(entries: &[Rested]) -> Vec<(&Entry, Vec<&str>, Option<usize>)> {
    let mut lines: Vec<(&Entry, Vec<&str>, Option<usize>)> = Vec::new();
    for Rested { entry, findings } in entries {
        let alike = |(other, ..): &&mut (&Entry, Vec<&str>, Option<usize>)| {
            other.kind == Kind::Coverage
                && (other.kind, &other.name, other.until, other.read) == (entry.kind, &entry.name, entry.until, entry.read)
        };
        let element = entry.element;
        match lines.last_mut().filter(alike) {
            Some((_, elements, count)) => {
                elements.extend(element);
                *count = count.map(|count| count + findings.unwrap_or_default());
            }
            None => lines.push((entry, element.into_iter().collect(), *findings)),
        }
    }
    lines.sort_by_key(|(entry, _, findings)| (entry.until, Reverse(*findings)));
    lines
}

fn row(entry: &Entry, elements: &[&str], findings: Option<usize>, kinds: &Kinds, locale: &Locale) -> Vec<String> {
    let read = entry
        .read
        .map_or_else(|| locale.say("standing.never").to_owned(), |day| locale.say("standing.read").replace("{day}", &locale.date(day)));
    let ends = match (entry.until, &entry.ended_by) {
        (Some(day), Some(by)) => {
            locale.say("standing.ends_by").replace("{day}", &locale.date(day)).replace("{by}", &kinds.cited(by, locale.code))
        }
        (Some(day), None) => locale.say("standing.ends").replace("{day}", &locale.date(day)),
        (None, _) => String::new(),
    };
    let kind = locale.say(match entry.kind {
        Kind::Instrument => "standing.kind.instrument",
        Kind::Coverage => "standing.kind.coverage",
        Kind::DataSource => "standing.kind.data-source",
    });
    let findings = findings.map_or_else(String::new, |count| locale.count("standing.findings", count));
    let name = if entry.kind == Kind::Instrument { kinds.cited(&entry.name, locale.code) } else { entry.name.clone() };
    let elements: Vec<String> = elements.iter().map(|element| locale.say(&format!("element.{element}")).to_owned()).collect();
    vec![kind.to_owned(), text::line(&name).into_owned(), read, ends, findings, locale.commas(&elements)]
}

fn citations(resolved: &Resolved, kinds: &Kinds, locale: &Locale) -> String {
    let all = resolved.all();
    let share = |count: usize| (100 * count + all / 2).checked_div(all).unwrap_or_default();
    let parts = [
        ("standing.dated", resolved.dated),
        ("standing.undated", resolved.undated),
        ("standing.unknown", resolved.unknown),
        ("standing.unreadable", resolved.unreadable),
    ];
    let rows: Vec<Vec<String>> = parts
        .iter()
        .map(|(key, count)| vec![format!("{count:>6}"), format!("{:>3} %", share(*count)), locale.say(key).to_owned()])
        .collect();
    let mut words = format!("\n{}:\n{}", locale.count("standing.citations", all), aligned(&rows));
    if !resolved.missing.is_empty() {
        let rows: Vec<Vec<String>> = resolved
            .missing
            .iter()
            .take(MOST)
            .map(|(number, count)| vec![format!("{count:>6}"), text::line(&kinds.cited(number, locale.code)).into_owned()])
            .collect();
        words.push_str(&format!("\n{}:\n{}", locale.say("standing.missing"), aligned(&rows)));
    }
    words
}

/// Rows with their cells one below the other.
fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let widths: Vec<usize> =
        (0..columns).map(|at| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.width()).max().unwrap_or_default()).collect();
    let mut words = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).filter(|(_, width)| **width > 0);
        let line: String = cells.map(|(cell, width)| format!("  {cell}{}", " ".repeat(width - cell.width()))).collect();
        words.push_str(line.trim_end());
        words.push('\n');
    }
    words
}

/// The same for programs, as one line.
pub fn json(standing: &Standing) -> String {
    let value = json!({
        "version": 1,
        "as_of": standing.as_of.to_string(),
        "months": standing.months,
        "horizon": standing.horizon,
        "registers": {
            "instruments": standing.instruments,
            "with_first_day": standing.begun,
            "with_end": standing.ended,
            "coverage": standing.coverage,
            "data_sources": standing.data_sources,
        },
        "unread": standing.unread.iter().map(record).collect::<Vec<_>>(),
        "ending": standing.ending.iter().map(record).collect::<Vec<_>>(),
        "citations": standing.resolved.as_ref().map(resolved),
    });
    text::json(&value.to_string()) + "\n"
}

fn record(rested: &Rested) -> Value {
    let entry = &rested.entry;
    json!({
        "kind": entry.kind.word(),
        "name": entry.name,
        "element": entry.element,
        "read": entry.read.map(|day| day.to_string()),
        "until": entry.until.map(|day| day.to_string()),
        "ended_by": entry.ended_by,
        "findings": rested.findings,
    })
}

fn resolved(of: &Resolved) -> Value {
    let missing: Vec<Value> = of.missing.iter().map(|(number, procedures)| json!({"number": number, "procedures": procedures})).collect();
    json!({"all": of.all(), "dated": of.dated, "undated": of.undated, "unknown": of.unknown, "unreadable": of.unreadable, "missing": missing})
}
