//! A table of how often procedures are used, as a spreadsheet saves it: one row for each procedure and year.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::{import::office::comma, model::Volume, text};

/// What is wrong with a table, and where: line and column of the table, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line.
    pub line: u64,
    /// Which column of the table.
    pub column: usize,
    /// What is wrong, and how to mend it.
    pub says: String,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Code,
    File,
    Year,
    Dossiers,
    TimesAYear,
    Online,
    OnTime,
    Supplemented,
    Refused,
    MedianDays,
}

/// The heads under which a column is known, in English and in Vietnamese, in small letters.
const HEADS: &[(&str, Column)] = &[
    ("procedure", Column::Code),
    ("code", Column::Code),
    ("mã thủ tục", Column::Code),
    ("mã tthc", Column::Code),
    ("file", Column::File),
    ("year", Column::Year),
    ("năm", Column::Year),
    ("dossiers", Column::Dossiers),
    ("số hồ sơ", Column::Dossiers),
    ("times a year", Column::TimesAYear),
    ("số lần trong năm", Column::TimesAYear),
    ("online", Column::Online),
    ("trực tuyến", Column::Online),
    ("on time", Column::OnTime),
    ("đúng hạn", Column::OnTime),
    ("supplemented", Column::Supplemented),
    ("bổ sung", Column::Supplemented),
    ("refused", Column::Refused),
    ("từ chối", Column::Refused),
    ("median days", Column::MedianDays),
    ("số ngày trung vị", Column::MedianDays),
];

/// The figures that `table` holds, by the code of the procedure, in the order of years; or everything that is wrong with it.
pub fn volumes(table: &str) -> Result<BTreeMap<String, Vec<Volume>>, Vec<Fault>> {
    let table = table.trim_start_matches('\u{feff}');
    let delimiter = comma::delimiter(table.lines().next().unwrap_or_default());
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).trim(csv::Trim::All).from_reader(table.as_bytes());
    let heads = reader.headers().cloned().map_err(|error| vec![unreadable(&error)])?;
    of_rows(&heads, reader.records().map(|row| row.map_err(|error| unreadable(&error))))
}

/// The figures in `rows` under `heads`.
pub(super) fn of_rows(
    heads: &csv::StringRecord,
    rows: impl Iterator<Item = Result<csv::StringRecord, Fault>>,
) -> Result<BTreeMap<String, Vec<Volume>>, Vec<Fault>> {
    let columns = columns(heads)?;
    let mut found: BTreeMap<String, Vec<Volume>> = BTreeMap::new();
    let mut faults = Vec::new();
    for row in rows {
        match row.map_err(|fault| vec![fault]).and_then(|row| read(&row, &columns)) {
            Ok((code, volume)) => found.entry(code).or_default().push(volume),
            Err(mut wrong) => faults.append(&mut wrong),
        }
    }
    found.values_mut().for_each(|years| years.sort_by_key(|one| one.year));
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}

/// Whether `head` is the head of the codes.
pub(super) fn is_code(head: &str) -> bool {
    let folded = text::fold(head).replace('_', " ");
    HEADS.iter().any(|(known, column)| *known == folded && *column == Column::Code)
}

/// What each column holds, by its head.
fn columns(heads: &csv::StringRecord) -> Result<Vec<Column>, Vec<Fault>> {
    let mut columns = Vec::new();
    let mut faults = Vec::new();
    for (at, head) in heads.iter().enumerate() {
        let folded = text::fold(head).replace('_', " ");
        match HEADS.iter().find(|(known, _)| *known == folded) {
            Some((_, column)) if columns.contains(column) => faults.push(fault(1, at, format!("`{head}` stands there twice"))),
            Some((_, column)) => columns.push(*column),
            None => faults.push(fault(1, at, unknown(head, &folded))),
        }
    }
    for (needed, head) in [(Column::Code, "procedure"), (Column::Year, "year"), (Column::Dossiers, "dossiers")] {
        if faults.is_empty() && !columns.contains(&needed) {
            faults.push(fault(1, heads.len().saturating_sub(1), format!("there is no column `{head}`")));
        }
    }
    if faults.is_empty() { Ok(columns) } else { Err(faults) }
}

fn unknown(head: &str, folded: &str) -> String {
    let near = text::nearest(folded, HEADS.iter().map(|(known, _)| *known));
    let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    let known: Vec<&str> = HEADS.iter().map(|(known, _)| *known).collect();
    format!("no column is called `{head}`{near} (known are: {})", known.join(", "))
}

/// One row: the code, and the figures of one year.
fn read(row: &csv::StringRecord, columns: &[Column]) -> Result<(String, Volume), Vec<Fault>> {
    let line = row.position().map_or(0, csv::Position::line);
    let mut volume = Volume::default();
    let mut code = String::new();
    let mut faults = Vec::new();
    let mut said = |at: usize, says: Option<String>| faults.extend(says.map(|says| fault(line, at, says)));
    for (at, (field, column)) in row.iter().zip(columns).enumerate() {
        let wrong = match column {
            Column::Code => put(&mut code, Some(field.to_owned()).filter(|code| !code.is_empty()), field, "a code, as 1.000123"),
            // Sheets of ours name the file as well; figures are joined by the code.
            Column::File => None,
            Column::Year => put(&mut volume.year, year(field), field, "a year, as 2025"),
            Column::Dossiers => put(&mut volume.dossiers, maybe(field, whole), field, "a whole number without separators, as 41200"),
            Column::TimesAYear => put(&mut volume.times_a_year, maybe(field, decimal), field, "a number, as 1 or 2.5"),
            Column::Online => put(&mut volume.online, maybe(field, share), field, SHARE),
            Column::OnTime => put(&mut volume.on_time, maybe(field, share), field, SHARE),
            Column::Supplemented => put(&mut volume.supplemented, maybe(field, share), field, SHARE),
            Column::Refused => put(&mut volume.refused, maybe(field, share), field, SHARE),
            Column::MedianDays => put(&mut volume.median_days, maybe(field, decimal), field, "a number of days, as 3 or 2.5"),
        };
        said(at, wrong);
    }
    if row.len() != columns.len() {
        said(row.len().min(columns.len()), Some(format!("this row has {} fields, the first line {}", row.len(), columns.len())));
    }
    if faults.is_empty() { Ok((code, volume)) } else { Err(faults) }
}

const SHARE: &str = "a share, as 55% or 0.55";

/// Puts a value in its place; where there is none, what should have stood there.
fn put<T>(place: &mut T, value: Option<T>, field: &str, expected: &str) -> Option<String> {
    match value {
        Some(value) => {
            *place = value;
            None
        }
        None => Some(format!("`{}` is not {expected}", text::shorten(field, 40))),
    }
}

/// An empty field says nothing, which is no fault; anything else must be read.
fn maybe<T>(field: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if field.is_empty() { Some(None) } else { read(field).map(Some) }
}

fn whole(field: &str) -> Option<i64> {
    if field.bytes().all(|byte| byte.is_ascii_digit()) { field.parse().map_or(None, Some) } else { None }
}

fn year(field: &str) -> Option<i64> {
    whole(field).filter(|year| (1990..=2200).contains(year))
}

/// A number with a point or, as Vietnamese spreadsheets write it, a comma.
fn decimal(field: &str) -> Option<Decimal> {
    let plain = field.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',');
    if plain { Decimal::from_str_exact(&field.replace(',', ".")).map_or(None, Some) } else { None }
}

/// A share from 0 to 1, or in percent.
fn share(field: &str) -> Option<Decimal> {
    let share = match field.strip_suffix('%') {
        Some(percent) => decimal(percent.trim_end())? / Decimal::from(100),
        None => decimal(field)?,
    };
    Some(share).filter(|share| *share <= Decimal::ONE)
}

fn fault(line: u64, at: usize, says: String) -> Fault {
    Fault { line, column: at + 1, says }
}

fn unreadable(error: &csv::Error) -> Fault {
    fault(error.position().map_or(1, csv::Position::line), 0, format!("this line cannot be read ({error})"))
}
