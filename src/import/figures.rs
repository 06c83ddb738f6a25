//! Tables of how often procedures are used, whatever they were saved as: text with commas, an Excel workbook, an OpenDocument spreadsheet.

use std::collections::BTreeMap;

use csv::{Position, StringRecord};

use crate::{
    import::{
        cell,
        office::{
            self,
            grid::{Cell, Grid},
            package,
        },
        volumes::{self, Fault},
    },
    model::Volume,
};

/// The sheet that is read where a workbook has several and one is called so.
const VOLUMES: &str = "volumes";

/// The figures that the table `bytes` holds, by the code of the procedure, in the order of years; or everything that is wrong with it.
/// Of a workbook the sheet `volumes` is read, else the first that is not empty.
pub fn figures(bytes: &[u8]) -> Result<BTreeMap<String, Vec<Volume>>, Vec<Fault>> {
    let wrong = |says: String| vec![Fault { line: 1, column: 1, says }];
    if !package::is_package(bytes) {
        let text = std::str::from_utf8(bytes)
            .map_err(|error| wrong(format!("the table is not UTF-8 from byte {} on; save it as UTF-8", error.valid_up_to())))?;
        return volumes::volumes(text);
    }
    let sheets = office::sheets(bytes).map_err(wrong)?;
    let Some((_, grids)) = sheets else { return Err(wrong("the file is neither a spreadsheet nor text".to_owned())) };
    let named = grids.iter().find(|grid| grid.name.eq_ignore_ascii_case(VOLUMES));
    let Some(grid) = named.or_else(|| grids.iter().find(|grid| grid.rows().next().is_some())) else {
        return Err(wrong("the workbook is empty".to_owned()));
    };
    let mut rows = records(grid)?.into_iter();
    let heads = rows.next().unwrap_or_default();
    volumes::of_rows(&heads, rows.map(Ok))
}

/// The rows of a sheet as those of a text would be, each with its line; or the cells that show no value.
fn records(grid: &Grid) -> Result<Vec<StringRecord>, Vec<Fault>> {
    let first = grid.rows().next().map(|(_, cells)| cells).cloned().unwrap_or_default();
    let columns = first.keys().next_back().map_or(0, |last| last + 1);
    let codes = first.iter().filter(|(_, head)| matches!(head, Cell::Text(words) if volumes::is_code(words))).map(|(at, _)| *at).next();
    let (mut records, mut faults) = (Vec::new(), Vec::new());
    for (row, cells) in grid.rows() {
        let mut record = StringRecord::new();
        let wide = cells.keys().next_back().map_or(columns, |last| columns.max(last + 1));
        for at in 0..wide {
            let said = match cells.get(&at) {
                None => Ok(String::new()),
                Some(cell) if Some(at) == codes => cell::code(cell).map(|(code, _)| code),
                Some(cell) => cell::said(cell),
            };
            match said {
                Ok(said) => record.push_field(said.trim()),
                Err(says) => faults.push(Fault { line: u64::from(row) + 1, column: at as usize + 1, says }),
            }
        }
        let mut position = Position::new();
        position.set_line(u64::from(row) + 1);
        record.set_position(Some(position));
        records.push(record);
    }
    if faults.is_empty() { Ok(records) } else { Err(faults) }
}
