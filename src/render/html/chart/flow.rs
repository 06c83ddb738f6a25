//! Which result feeds which dossier, drawn from the beginning of a line to its end.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use crate::{
    locale::Locale,
    render::html::{
        block::write,
        chart::{figure, length},
    },
    report::review::Review,
    text,
};

/// How many givers are drawn, and how many of the dossiers that each feeds; the table below names them all.
const GIVERS: usize = 8;
const TAKERS: usize = 12;
/// How large a box is, how far boxes stand apart, and how many lines of how many letters of a name fit into one.
const BOX: (f64, f64) = (310.0, 56.0);
const GAP: (f64, f64) = (90.0, 10.0);
const LINES: usize = 2;
const LETTERS: usize = 42;

/// The graph of the flows; nothing where there are none.
pub(super) fn chart(review: &Review, locale: &'static Locale) -> String {
    let flows = chosen(review);
    if flows.is_empty() {
        return String::new();
    }
    let columns = columns(&flows);
    let places = placed(&columns, &flows);
    let height = columns.iter().map(BTreeSet::len).max().unwrap_or_default() as f64 * (BOX.1 + GAP.1);
    let width = columns.len() as f64 * (BOX.0 + GAP.0) - GAP.0;
    let mirror = |x: f64, wide: f64| if locale.is_rtl() { width - x - wide } else { x };
    let label = text::html(locale.say("html.flow"));
    let mut svg = format!("<svg viewBox=\"-2 0 {} {height}\" width=\"{width}\" role=\"group\" aria-label=\"{label}\">\n", width + 4.0);
    for (from, to) in &flows {
        let (Some(from), Some(to)) = (places.get(from), places.get(to)) else { continue };
        let [x1, x2] = [from.0 + BOX.0, to.0].map(|x| mirror(x, 0.0));
        let [y1, y2] = [from.1, to.1].map(|y| y + BOX.1 / 2.0);
        let middle = length((x1 + x2) / 2.0);
        let [x1, x2, y1, y2] = [x1, x2, y1, y2].map(length);
        write(&mut svg, format_args!("<path d=\"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}\"/>\n"));
    }
    for (code, (x, y)) in &places {
        node(&mut svg, review, code, (mirror(*x, BOX.0), *y), locale);
    }
    svg.push_str("</svg>\n");
    figure(
        "flows",
        locale.say("html.flow"),
        &format!("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\">{svg}</div>\n"),
        locale,
    )
}

/// What is drawn: the givers that feed the most dossiers, and what each feeds. What feeds itself is left to the table.
fn chosen(review: &Review) -> BTreeSet<(&str, &str)> {
    let mut takers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for flow in review.flows.iter().filter(|flow| flow.from != flow.to) {
        takers.entry(&flow.from).or_default().insert(&flow.to);
    }
    let mut givers: Vec<(&str, BTreeSet<&str>)> = takers.into_iter().collect();
    givers.sort_by_key(|(code, takers)| (Reverse(takers.len()), *code));
    let drawn = givers.into_iter().take(GIVERS);
    drawn.flat_map(|(from, takers)| takers.into_iter().take(TAKERS).map(move |to| (from, to))).collect()
}

/// The procedures by their distance from the beginning of the longest line that leads to them. Lines that run in a circle end after as many steps as
/// there are procedures.
fn columns<'f>(flows: &BTreeSet<(&'f str, &'f str)>) -> Vec<BTreeSet<&'f str>> {
    let mut depth: BTreeMap<&str, usize> = flows.iter().flat_map(|(from, to)| [(*from, 0), (*to, 0)]).collect();
    let most = depth.len().min(6);
    for _ in 0..most {
        for (from, to) in flows {
            let next = depth.get(from).map_or(0, |depth| depth + 1).min(most - 1);
            if let Some(depth) = depth.get_mut(to) {
                *depth = (*depth).max(next);
            }
        }
    }
    let mut columns: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    depth.into_iter().for_each(|(code, depth)| {
        columns.entry(depth).or_default().insert(code);
    });
    columns.into_values().collect()
}

/// Where each box stands: in its column, beside the middle of what feeds it, one below the other.
fn placed<'f>(columns: &[BTreeSet<&'f str>], flows: &BTreeSet<(&'f str, &'f str)>) -> BTreeMap<&'f str, (f64, f64)> {
    let step = BOX.1 + GAP.1;
    let tallest = columns.iter().map(BTreeSet::len).max().unwrap_or_default();
    let mut places: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    // The last column first: those before it then stand beside what they feed.
    for (at, column) in columns.iter().enumerate().rev() {
        let fed = |code: &str| {
            let ends: Vec<f64> = flows.iter().filter(|(from, _)| *from == code).filter_map(|(_, to)| Some(places.get(to)?.1)).collect();
            if ends.is_empty() { f64::MAX } else { ends.iter().sum::<f64>() / ends.len() as f64 }
        };
        let giver = |code: &str| flows.iter().filter(|(_, to)| *to == code).map(|(from, _)| *from).min();
        let mut order: Vec<(&str, f64)> = column.iter().map(|code| (*code, fed(code))).collect();
        order.sort_by(|a, b| a.1.total_cmp(&b.1).then_with(|| giver(a.0).cmp(&giver(b.0))).then_with(|| a.0.cmp(b.0)));
        let spread = tallest as f64 / order.len().max(1) as f64;
        for (row, (code, _)) in order.into_iter().enumerate() {
            let y = (row as f64 + 0.5) * spread * step - step / 2.0;
            places.insert(code, (at as f64 * (BOX.0 + GAP.0), y));
        }
    }
    places
}

/// The box of one procedure: its code, its name, and a link to its page.
fn node(to: &mut String, review: &Review, code: &str, (x, y): (f64, f64), locale: &Locale) {
    let found = review.plan.procedures.iter().position(|one| one.before.code.value == code);
    let title = found.and_then(|at| review.plan.procedures.get(at)).map_or("", |one| one.before.title.said(locale.code));
    let ltr = locale.is_rtl() && !title.contains(|c| ('\u{0600}'..='\u{06ff}').contains(&c));
    let side = length(if locale.is_rtl() { x + BOX.0 - 8.0 } else { x + 8.0 });
    let (width, height) = BOX;
    let mut words = format!(
        "<title>{}</title><rect x=\"{}\" y=\"{}\" width=\"{width}\" height=\"{height}\" rx=\"5\"/><text class=\"code\" x=\"{side}\" y=\"{}\">{}</text>",
        text::html(title),
        length(x),
        length(y),
        length(y + 16.0),
        text::html(code)
    );
    // Words from left to right end where the line of a page from right to left begins.
    let set = if ltr { " direction=\"ltr\" text-anchor=\"end\"" } else { "" };
    for (at, line) in shortened(title).iter().enumerate() {
        let y = length(y + 32.0 + 16.0 * at as f64);
        write(&mut words, format_args!("<text x=\"{side}\" y=\"{y}\"{set}>{}</text>", text::html(line)));
    }
    match found {
        Some(at) => write(to, format_args!("<a href=\"#procedure-{}\">{words}</a>\n", at + 1)),
        None => write(to, format_args!("<g>{words}</g>\n")),
    }
}

/// The lines of a name that fit into a box; where there are more, the last says so.
fn shortened(title: &str) -> Vec<String> {
    let mut lines = text::lines(title, LETTERS);
    if lines.len() > LINES {
        lines.truncate(LINES);
        if let Some(last) = lines.last_mut() {
            let kept = last.trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned();
            *last = format!("{}…", text::lines(&kept, LETTERS - 1).first().unwrap_or(&kept));
        }
    }
    lines
}
