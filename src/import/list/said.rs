//! The cells of one procedure of a list, put into a record like any other source's.

use crate::{
    date::Date,
    import::{
        Refused, agencies,
        list::{Entry, heading::Heading, known::To},
        record::{DossierPart, Record, Row, UNPUBLISHED, Way},
        word_tables, words,
    },
    text,
};

/// Keys for which lists have no column besides.
const NOT_IN_LIST: [&str; 2] = ["cases", "forms"];

/// Keys that are not in the source where no cell says anything of them.
const BY_COLUMN: [(To, &str); 12] = [
    (To::Level, "level"),
    (To::Authority, "authority"),
    (To::Audience, "audience"),
    (To::LegalBasis, "legal_basis"),
    (To::Decision, "published"),
    (To::Channels, "channels"),
    (To::Documents, "documents"),
    (To::Documents, "dossier"),
    (To::Limit, "time_limit"),
    (To::Fees, "fees"),
    (To::Conditions, "conditions"),
    (To::Results, "results"),
];

/// The record of one procedure, or what is wrong with it and where.
pub(super) fn record(entry: &Entry, heading: &Heading<'_>) -> Result<Record, Refused> {
    let all = |to: To| entry.said.get(&to).map(|said| said.join("\n")).unwrap_or_default();
    let one = |to: To| words::tidy(entry.said.get(&to).and_then(|said| said.first()).map_or("", String::as_str));
    let parts = |to: To| parts(&all(to), heading, to);
    let title = one(To::Title);
    if title.is_empty() {
        return Err(refused(entry, heading, To::Title, "this row has a code and no name"));
    }
    let bases = parts(To::LegalBasis).into_iter().map(|basis| (basis.clone(), basis)).collect();
    Ok(Record {
        code: entry.code.clone(),
        name: title,
        sector: one(To::Sector),
        levels: levels(&all(To::Level)),
        agencies: parts(To::Authority).iter().flat_map(|cell| word_tables::names(cell)).collect(),
        subjects: parts(To::Audience).iter().flat_map(|cell| agencies::subjects_in(cell)).collect(),
        bases,
        publisher: one(To::IssuedBy),
        decision: one(To::Decision),
        signed: day(entry, heading)?,
        steps: all(To::Steps),
        channels: ways(&all(To::Channels), &all(To::Online), &all(To::Limit), &all(To::Fees)),
        dossier: dossier(&parts(To::Documents)),
        results: parts(To::Results),
        conditions: Some(all(To::Conditions)).filter(|said| !words::is_nothing(said)).unwrap_or_default(),
        not_in_source: silent(entry),
        ..Record::default()
    })
}

fn refused(entry: &Entry, heading: &Heading<'_>, to: To, says: &str) -> Refused {
    Refused { reason: format!("{}: {says}", heading.grid.place(entry.row, super::column(heading, to))) }
}

/// What the list does not say of a procedure: a list is not what was published, so an empty cell is no fault of the procedure's,
/// and cells that were merged over several procedures are empty in all but the first.
fn silent(entry: &Entry) -> Vec<&'static str> {
    // "As described" sends the reader to another place, which the list does not hold.
    let elsewhere = |said: &Vec<String>| said.iter().all(|words| text::fold(words).starts_with("theo mô tả"));
    let has = |to: To| entry.said.get(&to).is_some_and(|said| !elsewhere(said));
    let ways = has(To::Channels) || has(To::Online);
    let missing = BY_COLUMN.into_iter().filter(|(to, _)| !has(*to) && (*to != To::Channels || !ways)).map(|(_, key)| key);
    UNPUBLISHED.iter().copied().chain(NOT_IN_LIST).chain(missing).collect()
}

/// The values in a cell, parted by what the mapping names, else by line breaks and semicolons.
fn parts(cell: &str, heading: &Heading<'_>, to: To) -> Vec<String> {
    let separators = heading.columns.values().find(|column| column.to == to).map(|column| column.separators.as_slice()).unwrap_or_default();
    let mut parts = vec![cell.to_owned()];
    let usual = ["\n".to_owned(), ";".to_owned()];
    for separator in if separators.is_empty() { usual.as_slice() } else { separators } {
        parts = parts.iter().flat_map(|part| part.split(separator.as_str())).map(str::to_owned).collect();
    }
    parts.into_iter().map(|part| words::tidy(&part)).filter(|part| !words::is_nothing(part)).collect()
}

fn levels(cell: &str) -> Vec<&'static str> {
    let folded = text::fold(cell);
    let known = [("bộ", "central"), ("trung ương", "central"), ("tỉnh", "province"), ("huyện", "district"), ("xã", "commune")];
    let mut levels: Vec<&'static str> = Vec::new();
    for (word, level) in known {
        let named = folded.split(|c: char| !c.is_alphanumeric() && c != ' ').any(|part| format!(" {part} ").contains(&format!(" {word} ")));
        if named && !levels.contains(&level) {
            levels.push(level);
        }
    }
    levels
}

/// The day on which the decision was signed: as a date of the spreadsheet, as 2025-06-20 or, as the offices write it, 20/6/2025.
fn day(entry: &Entry, heading: &Heading<'_>) -> Result<Option<String>, Refused> {
    let Some(said) = entry.said.get(&To::Signed).and_then(|said| said.first()).map(|said| words::tidy(said)) else { return Ok(None) };
    let parts: Vec<Option<i16>> = said.split(['/', '.', '-']).map(|part| part.trim().parse().map_or(None, Some)).collect();
    let local = match parts.as_slice() {
        [Some(day), Some(month), Some(year)] => Date::new(*year, *month, *day),
        _ => None,
    };
    match Date::parse(&said).or(local) {
        Some(day) => Ok(Some(day.to_string())),
        None => {
            let says = format!("`{}` is no date; write it as 20/06/2025, or as a date of the spreadsheet", text::shorten(&said, 40));
            Err(refused(entry, heading, To::Signed, &says))
        }
    }
}

/// The ways to apply that the cells name, each with the limit and the fees of the row.
fn ways(said: &str, online: &str, limit: &str, fees: &str) -> Vec<Way> {
    let folded = text::fold(said);
    let level = text::fold(online);
    let full = level.contains("toàn trình") || level.contains("mức độ 4") || level == "4";
    let partial = level.contains("một phần") || level.contains("mức độ 3") || level == "3";
    let named = [("online", "trực tuyến"), ("in-person", "trực tiếp"), ("post", "bưu chính"), ("post", "bưu điện")];
    let mut by: Vec<&'static str> = named.into_iter().filter(|(_, word)| folded.contains(word)).map(|(by, _)| by).collect();
    if full || partial {
        by.push("online");
    }
    by.sort_unstable();
    by.dedup();
    if by.is_empty() {
        by.push("");
    }
    let long = words::lines(said).count() > 1 || said.chars().count() > 60;
    let way = |by: &'static str| Way {
        by,
        full: by == "online" && full,
        limit: word_tables::limit(limit),
        says: if long { said.to_owned() } else { String::new() },
        fees: word_tables::prices(fees),
    };
    by.into_iter().map(way).collect()
}

/// The papers, under the headings that end with a colon.
fn dossier(lines: &[String]) -> Vec<DossierPart> {
    let mut parts = vec![DossierPart::default()];
    for line in lines {
        if line.ends_with(':') {
            parts.push(DossierPart { name: line.clone(), rows: Vec::new() });
        } else if let Some(part) = parts.last_mut() {
            part.rows.push(Row { name: line.clone(), ..Row::default() });
        }
    }
    parts.retain(|part| !part.rows.is_empty() || !part.name.is_empty());
    parts
}
