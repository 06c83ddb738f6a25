//! Where in a stranger's spreadsheet the list begins, and what each of its columns is.

use std::collections::BTreeMap;

use crate::{
    import::{
        Refused, cell,
        list::{
            known::{self, To},
            mapping::{Column, Mapping},
        },
        office::grid::Grid,
        words,
    },
    text,
};

/// In how many rows from the top the headings are looked for.
const DEEPEST: usize = 40;
/// How many headings must be known for a row to be that of the headings.
const LEAST: usize = 2;

/// The headings of a list.
pub(in crate::import) struct Heading<'g> {
    /// The sheet.
    pub grid: &'g Grid,
    /// The row.
    pub row: u32,
    /// What each column holds.
    pub columns: BTreeMap<u32, Column>,
    /// Each heading as it stands there, with what it means where that is known.
    pub heads: Vec<(String, Option<To>)>,
}

/// The headings of the list in `grids`; what is wrong where there are none.
pub(in crate::import) fn find<'g>(grids: &'g [Grid], mapping: &Mapping) -> Result<Heading<'g>, Vec<Refused>> {
    let wanted: Vec<&Grid> = match &mapping.sheet {
        Some(name) => grids.iter().filter(|grid| grid.name == *name).collect(),
        None => grids.iter().collect(),
    };
    if let (true, Some(name)) = (wanted.is_empty(), &mapping.sheet) {
        let near = text::nearest(name, grids.iter().map(|grid| grid.name.as_str()));
        let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        return Err(vec![Refused { reason: format!("the mapping names the sheet `{name}`, which is not there{near}") }]);
    }
    let best = wanted.iter().flat_map(|grid| rows(grid, mapping).map(|row| (known_in(grid, row, mapping), *grid, row)));
    // The first of equals, since lists repeat their headings on each page.
    let best =
        best.fold(None, |best: Option<(usize, &Grid, u32)>, one| if best.is_none_or(|best| one.0 > best.0) { Some(one) } else { best });
    match best {
        Some((known, grid, row)) if known >= LEAST || mapping.heading_row.is_some() => read(grid, row, mapping),
        _ => Err(vec![Refused {
            reason:
                "no row of headings was found, such as `Mã TTHC` and `Tên thủ tục hành chính`; name the row and the columns in a mapping \
                     (`redtape import --suggest-mapping` writes the beginning of one)"
                    .to_owned(),
        }]),
    }
}

/// The rows in which the headings may stand.
fn rows<'g>(grid: &'g Grid, mapping: &Mapping) -> impl Iterator<Item = u32> + use<'g> {
    let named = mapping.heading_row;
    grid.rows()
        .take(DEEPEST.max(named.map_or(0, |row| row as usize + 1)))
        .map(|(row, _)| row)
        .filter(move |row| named.is_none_or(|named| named == *row))
}

fn known_in(grid: &Grid, row: u32, mapping: &Mapping) -> usize {
    let mut found: Vec<To> = heads(grid, row).filter_map(|(_, head)| meant(&head, mapping)).flatten().map(|column| column.to).collect();
    found.sort_unstable();
    found.dedup();
    found.len()
}

/// The headings of one row, with what is known of them.
pub(in crate::import) fn said(grid: &Grid, row: u32) -> Vec<(String, Option<To>)> {
    heads(grid, row).map(|(_, head)| (head.clone(), known::meant(&head))).collect()
}

fn heads(grid: &Grid, row: u32) -> impl Iterator<Item = (u32, String)> + '_ {
    let cells = grid.row(row).into_iter().flatten();
    cells.filter_map(|(at, cell)| match cell::said(cell) {
        Ok(said) => Some((*at, words::tidy(&said))),
        Err(_) => None,
    })
}

/// What the mapping says of `head`, else what is known of it; nothing where neither does.
fn meant(head: &str, mapping: &Mapping) -> Option<Option<Column>> {
    let same = |(named, _): &&(String, Option<Column>)| text::fold(&words::tidy(named)) == text::fold(head);
    let known = || known::meant(head).map(|to| Some(Column { to, separators: Vec::new() }));
    mapping.columns.iter().find(same).map(|(_, column)| column.clone()).or_else(known)
}

fn read<'g>(grid: &'g Grid, row: u32, mapping: &Mapping) -> Result<Heading<'g>, Vec<Refused>> {
    let mut heading = Heading { grid, row, columns: BTreeMap::new(), heads: Vec::new() };
    let mut wrong = Vec::new();
    let mut said = |at: u32, says: String| wrong.push(Refused { reason: format!("{}: {says}", grid.place(row, at)) });
    for (at, head) in heads(grid, row) {
        let meant = meant(&head, mapping).flatten();
        heading.heads.push((head.clone(), meant.as_ref().map(|column| column.to)));
        let Some(column) = meant else { continue };
        if let Some((_, twin)) = heading.columns.iter().find(|(_, other)| other.to == column.to) {
            let key = twin.to.key();
            said(at, format!("`{head}` is a second column for `{key}`; leave one of them out in a mapping, as `{head}: null`"));
        }
        heading.columns.insert(at, column);
    }
    for (named, _) in &mapping.columns {
        if !heading.heads.iter().any(|(head, _)| text::fold(head) == text::fold(&words::tidy(named))) {
            let near = text::nearest(named, heading.heads.iter().map(|(head, _)| head.as_str()));
            let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            said(0, format!("the mapping names the column `{named}`, which is not in this row{near}"));
        }
    }
    for to in [To::Code, To::Title] {
        if !heading.columns.values().any(|column| column.to == to) {
            let known = known::headings(to).join("`, `");
            said(0, format!("no column is known as `{}` (headings known for it are `{known}`); name it in a mapping", to.key()));
        }
    }
    if wrong.is_empty() { Ok(heading) } else { Err(wrong) }
}
