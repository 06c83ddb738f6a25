//! An Excel workbook, cell by cell; formulas give the value that was last shown.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx};

use crate::import::office::{
    grid::{Allowance, Cell, Grid, MOST_SHEETS, UNKNOWN},
    package,
};

/// The part by which an Excel workbook is known.
pub(in crate::import) const MAIN: &str = "xl/workbook.xml";
/// The part that holds all words once.
const WORDS: &str = "xl/sharedStrings.xml";
/// How many bytes each of the words that it announces must at least take.
const LEAST_WORD: usize = 7;

/// The sheets of the workbook `bytes`.
pub(in crate::import) fn read(bytes: &[u8]) -> Result<Vec<Grid>, String> {
    let mut package = package::open(bytes)?;
    if package.holds(WORDS) {
        announced(&package.text(WORDS)?)?;
    }
    let broken = |why: &dyn std::fmt::Display| format!("a workbook that cannot be read ({why}): open it and save it anew as .xlsx");
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    if names.len() > MOST_SHEETS {
        return Err(format!("a workbook of {} sheets, and at most {MOST_SHEETS} are read", names.len()));
    }
    let mut allowance = Allowance::default();
    let mut grids = Vec::new();
    for name in names {
        let mut grid = Grid::new(name.clone());
        let mut cells = book.worksheet_cells_reader(&name).map_err(|error| broken(&error))?;
        // Cell by cell, since a sheet of two cells in opposite corners would be made whole in memory.
        while let Some(found) = cells.next_cell_with_formula_metadata().map_err(|error| broken(&error))? {
            let unknown = || found.formula.as_ref().map(|_| Cell::Error(UNKNOWN.to_owned()));
            if let Some(cell) = cell(&found.value).or_else(unknown) {
                grid.put(found.pos.0, found.pos.1, cell, &mut allowance)?;
            }
        }
        grids.push(grid);
    }
    Ok(grids)
}

/// Refuses a table of words that announces more of them than its own length can hold: room is made for them before they are read.
fn announced(words: &str) -> Result<(), String> {
    let most = words.len() / LEAST_WORD + 1;
    let head = words.split("<si").next().unwrap_or_default();
    for count in head.split("Count").skip(1) {
        let digits: String =
            count.trim_start_matches(['=', '"', '\'', ' ', '\t', '\n', '\r']).chars().take_while(char::is_ascii_digit).collect();
        if digits.len() > 18 || digits.parse::<usize>().is_ok_and(|count| count > most) {
            return Err("a workbook that announces more words than it has: open it and save it anew".to_owned());
        }
    }
    Ok(())
}

fn cell(value: &DataRef<'_>) -> Option<Cell> {
    Some(match value {
        DataRef::Empty => return None,
        DataRef::Int(number) => Cell::Number(number.to_string()),
        DataRef::Float(number) => Cell::Number(number.to_string()),
        DataRef::String(words) => Cell::Text(lines(words)),
        DataRef::SharedString(words) => Cell::Text(lines(words)),
        DataRef::Bool(yes) => Cell::Bool(*yes),
        DataRef::DateTime(time) => day(time),
        DataRef::DateTimeIso(words) => Cell::Day(words.split('T').next().unwrap_or_default().to_owned()),
        DataRef::DurationIso(words) => Cell::Text(words.clone()),
        DataRef::Error(error) => Cell::Error(error.to_string()),
    })
}

/// Words with line breaks of one kind.
fn lines(words: &str) -> String {
    words.replace("\r\n", "\n").replace('\r', "\n")
}

fn day(time: &ExcelDateTime) -> Cell {
    if !time.is_datetime() || time.as_f64() < 1.0 || time.as_f64() > 2_958_465.9 {
        return Cell::Number(time.as_f64().to_string());
    }
    let (year, month, day, ..) = time.to_ymd_hms_milli();
    Cell::Day(format!("{year:04}-{month:02}-{day:02}"))
}
