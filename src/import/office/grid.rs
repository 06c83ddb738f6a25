//! A sheet of a spreadsheet: its cells by row and column, as values that were never run.

use std::collections::BTreeMap;

/// How many sheets a workbook may have.
pub(in crate::import) const MOST_SHEETS: usize = 256;
/// How many rows are read; Excel has no more.
pub(in crate::import) const MOST_ROWS: u32 = 1 << 20;
/// How many columns are read; no list of procedures has as many.
pub(in crate::import) const MOST_COLUMNS: u32 = 1024;
/// How many filled cells a workbook may have.
const MOST_CELLS: usize = 2_000_000;
/// How many bytes of words a workbook may have, each cell counted for itself.
const MOST_WORDS: usize = 128 << 20;

/// What stands for the value of a formula that no program has computed yet.
pub(in crate::import) const UNKNOWN: &str = "a formula without a value";

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) enum Cell {
    /// Words.
    Text(String),
    /// A number in digits, with a point where it is not whole.
    Number(String),
    /// A truth.
    Bool(bool),
    /// A day, as 2026-11-23.
    Day(String),
    /// What a formula that went wrong shows.
    Error(String),
}

/// One sheet; rows and columns are counted from 0, and cells that hold nothing are not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct Grid {
    /// Its name.
    pub name: String,
    rows: BTreeMap<u32, BTreeMap<u32, Cell>>,
}

/// How much of a workbook was read so far, held against what is allowed.
#[derive(Default)]
pub(in crate::import) struct Allowance {
    cells: usize,
    words: usize,
}

impl Allowance {
    /// Counts one cell, or says that there are too many.
    pub(in crate::import) fn take(&mut self, cell: &Cell) -> Result<(), String> {
        self.cells += 1;
        self.words += match cell {
            Cell::Text(words) | Cell::Number(words) | Cell::Day(words) | Cell::Error(words) => words.len(),
            Cell::Bool(_) => 1,
        };
        if self.cells > MOST_CELLS || self.words > MOST_WORDS {
            return Err("a workbook with more in it than is read: part it into several".to_owned());
        }
        Ok(())
    }
}

impl Grid {
    /// An empty sheet of that name.
    pub(in crate::import) fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), rows: BTreeMap::new() }
    }

    /// Puts a cell in its place; words of blanks alone are nothing.
    pub(in crate::import) fn put(&mut self, row: u32, column: u32, cell: Cell, allowance: &mut Allowance) -> Result<(), String> {
        if matches!(&cell, Cell::Text(words) if words.trim().is_empty()) {
            return Ok(());
        }
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            let place = place(row, column);
            return Err(format!(
                "a filled cell at {place} of the sheet `{}`, and at most {MOST_COLUMNS} columns and {MOST_ROWS} rows are read",
                self.name
            ));
        }
        allowance.take(&cell)?;
        self.rows.entry(row).or_default().insert(column, cell);
        Ok(())
    }

    /// The rows that hold something, in order, each with its number.
    pub(in crate::import) fn rows(&self) -> impl Iterator<Item = (u32, &BTreeMap<u32, Cell>)> {
        self.rows.iter().map(|(row, cells)| (*row, cells))
    }

    /// The cells of one row, by column.
    pub(in crate::import) fn row(&self, row: u32) -> Option<&BTreeMap<u32, Cell>> {
        self.rows.get(&row)
    }

    /// Where a cell is, for a person: `documents!C7`.
    pub(in crate::import) fn place(&self, row: u32, column: u32) -> String {
        let name = if self.name.contains([' ', '!', '\'']) { format!("'{}'", self.name) } else { self.name.clone() };
        format!("{name}!{}", place(row, column))
    }
}

/// The name of a cell, as spreadsheets give it: `C7`.
fn place(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).map_or(b'?', |at| b'A' + at);
        letters.push(char::from(letter));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &(row + 1).to_string()
}
