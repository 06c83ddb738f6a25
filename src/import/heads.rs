//! The headings of a sheet of ours.

use std::collections::BTreeMap;

use crate::{
    import::{
        Refused,
        layout::{CODE, Column, FILE, Sheet},
        office::grid::{Cell, Grid},
    },
    text,
};

/// What stands in which column of a sheet.
pub(super) struct Heads<'s> {
    /// The row of the headings.
    pub row: u32,
    /// The columns that hold values.
    pub columns: BTreeMap<u32, &'s Column>,
    /// The columns that say what a row belongs to, by heading.
    pub links: BTreeMap<String, u32>,
}

/// The first row that holds something, as headings; none where there is none.
pub(super) fn first(grid: &Grid) -> Option<(u32, BTreeMap<String, u32>)> {
    let (row, cells) = grid.rows().next()?;
    let named = cells.iter().filter_map(|(at, cell)| match cell {
        Cell::Text(words) => Some((words.trim().to_owned(), *at)),
        Cell::Number(_) | Cell::Bool(_) | Cell::Day(_) | Cell::Error(_) => None,
    });
    Some((row, named.collect()))
}

/// The headings of `grid`, which holds what `sheet` says, and what is wrong with them; none where no row can be read under them.
pub(super) fn of<'s>(sheet: &'s Sheet, grid: &Grid) -> (Option<Heads<'s>>, Vec<Refused>) {
    let Some((row, cells)) = grid.rows().next() else { return (None, Vec::new()) };
    let mut heads = Heads { row, columns: BTreeMap::new(), links: BTreeMap::new() };
    let mut wrong = Vec::new();
    let mut said = |at: u32, says: String| wrong.push(Refused { reason: format!("{}: {says}", grid.place(row, at)) });
    let own = |link: &str| sheet.links.iter().any(|known| known == link) || sheet.path.is_empty() && link == FILE;
    for (at, cell) in cells {
        let Cell::Text(head) = cell else {
            said(*at, "a heading should stand here".to_owned());
            continue;
        };
        let head = head.trim();
        let column = sheet.columns.iter().find(|column| column.head == head);
        if own(head) {
            if heads.links.insert(head.to_owned(), *at).is_some() {
                said(*at, format!("`{head}` stands there twice"));
            }
        } else if let Some(column) = column {
            if heads.columns.values().any(|other| *other == column) {
                said(*at, format!("`{head}` stands there twice"));
            }
            heads.columns.insert(*at, column);
        } else {
            said(*at, unknown(sheet, head));
        }
    }
    let code =
        if sheet.path.is_empty() { heads.columns.values().any(|column| column.head == CODE) } else { heads.links.contains_key(CODE) };
    if !code {
        said(0, format!("there is no column `{CODE}`, which says of what procedure a row is"));
    }
    (Some(heads), wrong)
}

fn unknown(sheet: &Sheet, head: &str) -> String {
    let known = || sheet.links.iter().map(String::as_str).chain(sheet.columns.iter().map(|column| column.head.as_str()));
    let near = text::nearest(&text::fold(head), known()).map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    format!("no column of `{}` is called `{}`{near}", sheet.name, text::shorten(head, 40))
}
