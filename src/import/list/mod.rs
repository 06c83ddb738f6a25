//! Lists of procedures that other people keep in spreadsheets: a row, or a few rows, for each procedure.

mod heading;
mod known;
mod mapping;
mod said;

use std::collections::BTreeMap;

use crate::{
    import::{
        Refused, cell,
        list::{heading::Heading, known::To},
        office::grid::{Cell, Grid},
        record::Record,
        tally::Tally,
        words,
    },
    text,
};

pub use mapping::{Mapping, mapping};

/// What one procedure of a list says, before anything is understood.
#[derive(Clone, Debug, Default)]
struct Entry {
    code: String,
    said: BTreeMap<To, Vec<String>>,
    row: u32,
}

/// A list as it was read.
#[derive(Default)]
pub(super) struct List {
    /// Each procedure.
    pub records: Vec<Record>,
    /// What is wrong, and where.
    pub wrong: Vec<Refused>,
    /// Headings under which nothing was read.
    pub left_out: Vec<String>,
    /// What was counted on the way.
    pub tally: Tally,
}

/// The list in `grids`, read by `mapping` and by what is known of headings.
pub(super) fn read(grids: &[Grid], mapping: &Mapping) -> List {
    let heading = match heading::find(grids, mapping) {
        Ok(heading) => heading,
        Err(wrong) => return List { wrong, ..List::default() },
    };
    let mut list = List { left_out: left_out(&heading), ..List::default() };
    let entries = entries(&heading, &mut list);
    for entry in entries {
        match said::record(&entry, &heading) {
            Ok(record) => list.records.push(record),
            Err(wrong) => list.wrong.push(wrong),
        }
    }
    list
}

/// A mapping for the list in `grids`, as a file.
pub(super) fn suggested(grids: &[Grid]) -> Result<String, Vec<Refused>> {
    let found = heading::find(grids, &Mapping::default());
    let fallback = || grids.iter().find_map(|grid| Some((grid, grid.rows().map(|(row, _)| row).next()?)));
    let (sheet, row, heads) = match (found, fallback()) {
        (Ok(heading), _) => (heading.grid.name.clone(), heading.row, heading.heads),
        (Err(_), Some((grid, row))) => (grid.name.clone(), row, heading::said(grid, row)),
        (Err(wrong), None) => return Err(wrong),
    };
    mapping::suggested(&sheet, row, &heads).map_err(|reason| vec![Refused { reason }])
}

fn left_out(heading: &Heading<'_>) -> Vec<String> {
    heading.heads.iter().filter(|(_, to)| to.is_none()).map(|(head, _)| head.clone()).collect()
}

/// The rows below the headings, those of one procedure together.
fn entries(heading: &Heading<'_>, list: &mut List) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut sector = None;
    for (row, cells) in heading.grid.rows().filter(|(row, _)| *row > heading.row) {
        let said = match filled(heading, cells) {
            Ok(said) => said,
            Err((at, says)) => {
                list.wrong.push(Refused { reason: format!("{}: {says}", heading.grid.place(row, at)) });
                continue;
            }
        };
        if is_repeated(heading, cells) || is_numbering(cells) {
            continue;
        }
        let named = said.contains_key(&To::Title);
        match coded(heading, cells, &mut list.tally) {
            Ok(code) => {
                let mut said: BTreeMap<To, Vec<String>> = said.into_iter().map(|(to, words)| (to, vec![words])).collect();
                if let Some(sector) = sector.clone() {
                    said.entry(To::Sector).or_insert_with(|| vec![sector]);
                }
                entries.push(Entry { code, said, row });
            }
            Err(_) if is_title(heading, cells) => sector = field(cells).or(sector),
            // Cells that were merged over several rows stand in the first of them alone.
            Err(None) if !named => {
                if let Some(entry) = entries.last_mut() {
                    said.into_iter().for_each(|(to, words)| entry.said.entry(to).or_default().push(words));
                }
            }
            Err(wrong) => {
                let says = wrong.unwrap_or_else(|| "this row names a procedure and has no code; write it, as 1.000123".to_owned());
                list.wrong.push(Refused { reason: format!("{}: {says}", heading.grid.place(row, column(heading, To::Code))) });
            }
        }
    }
    entries
}

fn column(heading: &Heading<'_>, to: To) -> u32 {
    heading.columns.iter().find(|(_, column)| column.to == to).map_or(0, |(at, _)| *at)
}

/// What a row says in the columns that are known.
fn filled(heading: &Heading<'_>, cells: &BTreeMap<u32, Cell>) -> Result<BTreeMap<To, String>, (u32, String)> {
    let mut said = BTreeMap::new();
    for (at, column) in &heading.columns {
        let Some(cell) = cells.get(at) else { continue };
        let words = cell::said(cell).map_err(|says| (*at, says))?;
        if !words.trim().is_empty() {
            said.insert(column.to, words);
        }
    }
    Ok(said)
}

/// The national code of a row, without what a province's own system writes behind it; what is wrong with what stands in its place.
fn coded(heading: &Heading<'_>, cells: &BTreeMap<u32, Cell>, tally: &mut Tally) -> Result<String, Option<String>> {
    let cell = cells.get(&column(heading, To::Code)).ok_or(None)?;
    let (code, recovered) = cell::code(cell).map_err(Some)?;
    tally.add("codes that the spreadsheet had made numbers", usize::from(recovered));
    let plain = words::tidy(&code);
    let digits: String = plain.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    let national = digits.get(..8).filter(|code| is_national(code));
    match national {
        Some(code) if plain.len() == 8 || plain.get(8..9) == Some(".") => Ok(code.to_owned()),
        _ => Err(Some(format!("`{}` is no code of the national catalogue; write it as 1.000123", text::shorten(&plain, 40)))),
    }
}

/// A digit, a point and six digits.
fn is_national(code: &str) -> bool {
    code.bytes().enumerate().all(|(at, byte)| if at == 1 { byte == b'.' } else { byte.is_ascii_digit() })
}

/// Whether a row repeats the headings, as lists do on each page.
fn is_repeated(heading: &Heading<'_>, cells: &BTreeMap<u32, Cell>) -> bool {
    heading.grid.row(heading.row) == Some(cells)
}

/// Whether a row counts the columns: (1), (2), (3).
fn is_numbering(cells: &BTreeMap<u32, Cell>) -> bool {
    let number = |cell: &Cell| match cell {
        Cell::Text(words) => words.trim().trim_matches(['(', ')']).parse::<u8>().is_ok(),
        Cell::Number(number) => number.len() < 3,
        Cell::Bool(_) | Cell::Day(_) | Cell::Error(_) => false,
    };
    cells.len() > 2 && cells.values().all(number)
}

/// Whether a row is a title over those below: words in one cell, which is none of a procedure's, with at most a number before them.
fn is_title(heading: &Heading<'_>, cells: &BTreeMap<u32, Cell>) -> bool {
    let to = |at: &u32| heading.columns.get(at).map(|column| column.to);
    let words = |(at, cell): &(&u32, &Cell)| match cell {
        Cell::Text(words) => {
            let long = words.trim().chars().count() > 5 && !words.trim().starts_with(|c: char| c.is_ascii_digit());
            long && matches!(to(at), None | Some(To::Code | To::Title))
        }
        Cell::Number(_) | Cell::Bool(_) | Cell::Day(_) | Cell::Error(_) => false,
    };
    let number = |(at, cell): &(&u32, &Cell)| match cell {
        Cell::Text(words) => words.trim().chars().count() <= 5,
        Cell::Number(number) => number.len() <= 3 && to(at).is_none(),
        Cell::Bool(_) | Cell::Day(_) | Cell::Error(_) => false,
    };
    let (words, numbers) = (cells.iter().filter(words).count(), cells.iter().filter(number).count());
    words == 1 && numbers <= 1 && words + numbers == cells.len()
}

/// The field of administration that such a title names.
fn field(cells: &BTreeMap<u32, Cell>) -> Option<String> {
    cells.values().find_map(|cell| {
        let Cell::Text(words) = cell else { return None };
        let tidy = words::tidy(words);
        let own = words::unnumbered(&tidy);
        let at = text::fold(own).starts_with("lĩnh vực ").then(|| own.char_indices().nth("lĩnh vực ".chars().count()))??.0;
        own.get(at..).map(|name| name.trim_matches([':', ' ', '.']).to_owned()).filter(|name| !name.is_empty())
    })
}
