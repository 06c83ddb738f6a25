//! A sheet that was saved as text, its fields parted by commas, semicolons or tabs.

use crate::{
    import::office::grid::{Allowance, Cell, Grid},
    text,
};

/// The sheet `name` that `said` holds.
pub(in crate::import) fn read(name: &str, said: &str) -> Result<Grid, String> {
    let said = said.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(said.lines().next().unwrap_or_default()))
        .has_headers(false)
        .flexible(true)
        .from_reader(said.as_bytes());
    let mut grid = Grid::new(name);
    let mut allowance = Allowance::default();
    for (row, record) in (0..).zip(reader.records()) {
        let record = record.map_err(|error| format!("a line that cannot be read ({error})"))?;
        for (column, field) in (0..).zip(record.iter()) {
            grid.put(row, column, Cell::Text(plain(field).to_owned()), &mut allowance)?;
        }
    }
    Ok(grid)
}

/// `field` without the apostrophe that keeps a spreadsheet from running it.
fn plain(field: &str) -> &str {
    field.strip_prefix('\'').filter(|rest| text::is_formula(rest)).unwrap_or(field)
}

/// What stands between the fields: spreadsheets write semicolons where the comma is the decimal mark.
pub(in crate::import) fn delimiter(head: &str) -> u8 {
    let count = |mark: char| head.matches(mark).count();
    match (count(','), count(';'), count('\t')) {
        (_, semicolons, tabs) if tabs > semicolons && tabs > count(',') => b'\t',
        (commas, semicolons, _) if semicolons > commas => b';',
        _ => b',',
    }
}
