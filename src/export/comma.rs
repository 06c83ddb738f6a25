//! Sheets as text with commas, one file a sheet; what a spreadsheet would run is kept from running.

use crate::{
    export::tables::{Put, Table},
    text,
};

/// The name and the text of a file for each of `tables`, or why there can be none. The text begins with the mark by which
/// Excel knows UTF-8.
pub fn csv(tables: &[Table]) -> Result<Vec<(String, String)>, String> {
    tables.iter().map(|table| Ok((format!("{}.csv", table.sheet.name.replace(' ', "-")), written(table)?))).collect()
}

fn written(table: &Table) -> Result<String, String> {
    let wrong = |error: &dyn std::fmt::Display| format!("the sheet `{}` cannot be written ({error})", table.sheet.name);
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&table.heads).map_err(|error| wrong(&error))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(field)).map_err(|error| wrong(&error))?;
    }
    let bytes = writer.into_inner().map_err(|error| wrong(&error))?;
    String::from_utf8(bytes).map(|text| format!("\u{feff}{text}")).map_err(|error| wrong(&error))
}

fn field(put: &Put) -> String {
    match put {
        Put::Nothing => String::new(),
        Put::Text(words) if text::is_formula(words) => format!("'{words}"),
        Put::Text(words) => words.clone(),
        Put::Number(written) => written.clone(),
        Put::Flag(yes) => yes.to_string(),
        Put::Day(day) => day.to_string(),
    }
}
