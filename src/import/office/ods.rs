//! An OpenDocument spreadsheet, cell by cell; formulas give the value that was last shown.

use crate::import::office::{
    grid::{Allowance, Cell, Grid, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, UNKNOWN},
    package,
    xml::{self, Element, Inside},
};

/// The part that holds all sheets.
pub(in crate::import) const MAIN: &str = "content.xml";

/// The sheets of the workbook `bytes`.
pub(in crate::import) fn read(bytes: &[u8]) -> Result<Vec<Grid>, String> {
    let mut package = package::open(bytes)?;
    let root = xml::read(&package.text(MAIN)?)?;
    let book = root.first("body").and_then(|body| body.first("spreadsheet")).ok_or("an OpenDocument file without sheets")?;
    let mut allowance = Allowance::default();
    let mut grids = Vec::new();
    for table in book.elements().filter(|element| element.name == "table") {
        if grids.len() == MOST_SHEETS {
            return Err(format!("a workbook of more than {MOST_SHEETS} sheets"));
        }
        let mut grid = Grid::new(table.get("name").unwrap_or_default());
        let mut at = 0;
        rows(table, &mut at, &mut grid, &mut allowance)?;
        grids.push(grid);
    }
    Ok(grids)
}

/// The rows of a table, also those in groups and heads; empty ones that are repeated to the end of the sheet take no room.
fn rows(within: &Element, at: &mut u32, grid: &mut Grid, allowance: &mut Allowance) -> Result<(), String> {
    for element in within.elements() {
        match element.name.as_str() {
            "table-row" => {
                let times = times(element, "number-rows-repeated");
                let cells = cells(element);
                if !cells.is_empty() {
                    for row in *at..at.saturating_add(times).min(MOST_ROWS) {
                        for (column, cell) in &cells {
                            grid.put(row, *column, cell.clone(), allowance)?;
                        }
                    }
                }
                *at = at.saturating_add(times);
            }
            "table-row-group" | "table-header-rows" | "table-rows" => rows(element, at, grid, allowance)?,
            _ => (),
        }
    }
    Ok(())
}

fn cells(row: &Element) -> Vec<(u32, Cell)> {
    let mut cells = Vec::new();
    let mut column: u32 = 0;
    for element in row.elements().filter(|element| matches!(element.name.as_str(), "table-cell" | "covered-table-cell")) {
        let times = times(element, "number-columns-repeated");
        if let Some(cell) = cell(element) {
            cells.extend((column..column.saturating_add(times).min(MOST_COLUMNS)).map(|column| (column, cell.clone())));
        }
        column = column.saturating_add(times);
    }
    cells
}

fn times(element: &Element, name: &str) -> u32 {
    match element.get(name).map(str::parse) {
        Some(Ok(times)) => times,
        Some(Err(_)) | None => 1,
    }
}

fn cell(element: &Element) -> Option<Cell> {
    let value = |name: &str| element.get(name).map(str::to_owned);
    match element.get("value-type") {
        Some("float" | "percentage" | "currency") => value("value").map(Cell::Number),
        Some("boolean") => value("boolean-value").map(|value| Cell::Bool(value == "true")),
        Some("date") => value("date-value").map(|value| Cell::Day(value.split('T').next().unwrap_or_default().to_owned())),
        Some(_) => Some(Cell::Text(value("string-value").unwrap_or_else(|| words(element)))),
        None => value("formula").map(|_| Cell::Error(UNKNOWN.to_owned())),
    }
}

/// The paragraphs of a cell, a line each; remarks at its edge are not its words.
fn words(element: &Element) -> String {
    let paragraphs = element.elements().filter(|inside| inside.name == "p");
    let said = paragraphs.map(|paragraph| {
        let mut line = String::new();
        run(paragraph, &mut line);
        line
    });
    said.collect::<Vec<_>>().join("\n")
}

fn run(within: &Element, line: &mut String) {
    for inside in &within.inside {
        match inside {
            Inside::Words(words) => line.push_str(words),
            Inside::Element(element) => match element.name.as_str() {
                // At most as many blanks as anybody would write, since their number is only announced.
                "s" => line.extend((0..times(element, "c").min(64)).map(|_| ' ')),
                "line-break" => line.push('\n'),
                "tab" => line.push('\t'),
                "annotation" => (),
                _ => run(element, line),
            },
        }
    }
}
