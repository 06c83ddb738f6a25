//! The parts of a row that asks for several papers at once, each with its own words.

use std::collections::BTreeSet;

use crate::{
    import::paper::{PAPERS, name},
    recognise::{Lexicon, Reading},
    text,
};

/// Beginnings of a second paper that a row asks for besides the first.
const JOINED: [&str; 5] = ["giấy khai", "giấy chứng nhận", "giấy xác nhận", "quyết định", "sổ "];

/// Beginnings of items, besides those of rows.
const OTHERS: [&str; 9] = ["trích lục", "hộ chiếu", "thẻ ", "ảnh ", "phiếu ", "sổ ", "danh sách", "biên bản", "bằng "];

/// Beginnings of what stands over the items of a row and names no paper itself.
const HEADINGS: [&str; 6] = ["giấy tờ phải", "thành phần hồ sơ", "đối với", "trong trường hợp", "trường hợp", "các giấy tờ phải"];

/// The parts of the row `title`, read as `whole`; the row itself where it asks for one paper or cannot be taken apart for certain.
pub(super) fn of(title: String, whole: Reading, lexicon: &Lexicon) -> Vec<(String, Reading)> {
    let parts = dashed(&title, &whole, lexicon).unwrap_or_else(|| vec![(title, whole)]);
    let apart = |(title, reading): (String, Reading)| {
        let own = items(&title, &reading, lexicon).or_else(|| joined(&title, &reading, lexicon));
        own.unwrap_or_else(|| vec![(title, reading)])
    };
    parts.into_iter().flat_map(apart).collect()
}

/// The items of a row that lists papers with dashes; what a heading over them says is said of each.
fn dashed(title: &str, whole: &Reading, lexicon: &Lexicon) -> Option<Vec<(String, Reading)>> {
    let mut segments = segments(title);
    let heading = match segments.first().and_then(|first| first.trim_end().strip_suffix(':')) {
        Some(heading) if HEADINGS.iter().any(|start| text::fold(heading).starts_with(start)) => heading.to_owned(),
        Some(_) => return None,
        None => String::new(),
    };
    if !heading.is_empty() {
        segments.remove(0);
    }
    let least = if heading.is_empty() { 1 } else { 2 };
    if whole.evidence.len() < least || segments.len() < 2 || text::fold(title).contains("một trong") {
        return None;
    }
    let mut parts = Vec::new();
    for segment in segments {
        let own = name(&segment);
        let words = if heading.is_empty() { own.clone() } else { format!("{heading}: {own}") };
        let reading = lexicon.read(&words);
        let balanced = own.matches('(').count() == own.matches(')').count();
        if own.ends_with(" hoặc") || reading.guidance || !balanced {
            return None;
        }
        parts.push((own, reading));
    }
    doubt_case(&mut parts);
    let read: BTreeSet<&String> = parts.iter().flat_map(|(_, reading)| &reading.evidence).collect();
    let chosen = !whole.any_of || parts.iter().any(|(_, reading)| reading.any_of);
    (chosen && read == whole.evidence.iter().collect()).then_some(parts)
}

/// Where the last of several parts ends with a condition in brackets, it may be that of all of them.
fn doubt_case(parts: &mut [(String, Reading)]) {
    let closes =
        |title: &str| title.ends_with(')') && title.rsplit_once('(').is_some_and(|(_, end)| text::fold(end).starts_with("trường hợp"));
    if parts.last().is_some_and(|(title, _)| closes(title)) {
        for (_, reading) in parts.iter_mut().filter(|(_, reading)| reading.case.is_none() && !reading.unparsed.contains(&"case")) {
            reading.unparsed.push("case");
        }
    }
}

/// `title` cut before each dash that begins an item; where there is none, before each plus.
fn segments(title: &str) -> Vec<String> {
    let by_dash = cut(title, &[" -", " –"]);
    if by_dash.len() > 1 { by_dash } else { cut(title, &[" +"]) }
}

/// `title` cut at those of `marks` outside brackets after which a paper is named.
fn cut(title: &str, marks: &[&str]) -> Vec<String> {
    let mut found: Vec<(usize, usize)> =
        marks.iter().flat_map(|mark| title.match_indices(mark)).map(|(at, mark)| (at, at + mark.len())).collect();
    found.sort_unstable();
    let mut pieces = Vec::new();
    let mut from = 0;
    for (at, end) in found {
        let (before, after) = (title.get(..at).unwrap_or_default(), title.get(end..).unwrap_or_default().trim_start());
        let folded = text::fold(after);
        let paper = PAPERS.iter().chain(&OTHERS).any(|start| folded.starts_with(start)) && !folded.starts_with("quyết định số");
        let closed = before.matches('(').count() == before.matches(')').count();
        if at >= from && closed && paper && after.starts_with(char::is_uppercase) {
            pieces.extend(title.get(from..at).map(str::to_owned));
            from = end;
        }
    }
    pieces.extend(title.get(from..).map(str::to_owned));
    pieces.retain(|piece| !piece.trim().is_empty());
    pieces
}

/// The items of a row that lists several papers with semicolons, where each can be read by itself.
fn items(title: &str, whole: &Reading, lexicon: &Lexicon) -> Option<Vec<(String, Reading)>> {
    if whole.any_of || whole.evidence.len() < 2 || !title.contains(';') {
        return None;
    }
    let mut items = Vec::new();
    for item in title.split(';').map(name).filter(|item| !item.is_empty()) {
        let reading = lexicon.read(&item);
        let whole = item.matches('(').count() == item.matches(')').count();
        if reading.evidence.is_empty() || reading.guidance || !whole {
            return None;
        }
        // What follows "gồm:" and is of a type already named is what that paper holds.
        let known = |id: &String| items.iter().any(|(_, of): &(String, Reading)| of.evidence.contains(id));
        let held = reading.evidence.iter().all(known);
        match items.iter_mut().find(|(title, _)| held && title.contains("gồm:")) {
            Some((title, _)) => *title = format!("{title}; {item}"),
            None => items.push((item, reading)),
        }
    }
    let read: BTreeSet<&String> = items.iter().flat_map(|(_, reading)| &reading.evidence).collect();
    (items.len() > 1 && read == whole.evidence.iter().collect()).then_some(items)
}

/// The two papers of "giấy xác nhận … và giấy khai sinh …", of which the second is of a known type; what is said of copies is said of both.
fn joined(title: &str, whole: &Reading, lexicon: &Lexicon) -> Option<Vec<(String, Reading)>> {
    let (left, right) = title.split_once(" và ")?;
    let (first, second) = (text::fold(left), text::fold(right));
    let apart = !second.contains(" và ")
        && JOINED.iter().any(|start| second.starts_with(start))
        && PAPERS.iter().any(|start| first.starts_with(start));
    let (known, unknown) = (lexicon.read(right), lexicon.read(left));
    let both: Vec<&String> = unknown.evidence.iter().chain(&known.evidence).collect();
    let one = known.evidence.len() == 1 && both.len() <= 2 && both == whole.evidence.iter().collect::<Vec<_>>();
    let with_forms = |reading: Reading| Reading { forms: whole.forms.clone(), ..reading };
    let each = || vec![(left.to_owned(), with_forms(unknown)), (right.to_owned(), with_forms(known))];
    (apart && one && !whole.any_of && !whole.guidance).then(each)
}
