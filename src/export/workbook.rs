//! Sheets as an Excel workbook: words stay words, whatever they look like.

use rust_xlsxwriter::{DataValidation, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::{
    date::Date,
    export::tables::{Put, Table},
    import::layout::{Column, Holds},
};

/// The most characters that a cell can hold.
const LONGEST: usize = 32_767;
/// The last row that a list of choices is offered for.
const LAST: u32 = 20_000;
/// The most characters of all choices together that Excel takes.
const CHOICES: usize = 255;

/// The bytes of a workbook of `tables`, or why there can be none.
pub fn xlsx(tables: &[Table]) -> Result<Vec<u8>, String> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold().set_align(FormatAlign::Top);
    let date = Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Top);
    let words = Format::new().set_num_format("@").set_align(FormatAlign::Top).set_text_wrap();
    let plain = Format::new().set_align(FormatAlign::Top);
    for table in tables {
        let page = book.add_worksheet();
        let wrong = |error: XlsxError| format!("the sheet `{}` cannot be written ({error})", table.sheet.name);
        prepare(page, table, &bold, &words).map_err(wrong)?;
        for (row, cells) in (1..).zip(&table.rows) {
            for (column, put) in (0..).zip(cells) {
                let written = match put {
                    Put::Nothing => continue,
                    Put::Text(said) if said.chars().count() > LONGEST => {
                        let head = table.heads.get(usize::from(column)).copied().unwrap_or_default();
                        return Err(format!(
                            "the words under `{head}` in row {} of `{}` are longer than a cell can hold ({LONGEST} characters); write csv",
                            row + 1,
                            table.sheet.name
                        ));
                    }
                    Put::Text(said) => page.write_string_with_format(row, column, said, &words),
                    Put::Flag(yes) => page.write_boolean_with_format(row, column, *yes, &plain),
                    Put::Day(day) => match excel(*day) {
                        Some(day) => page.write_datetime_with_format(row, column, day, &date),
                        None => page.write_string_with_format(row, column, day.to_string(), &words),
                    },
                    Put::Number(written) => match written.parse::<f64>() {
                        Ok(number) => page.write_number_with_format(row, column, number, &plain),
                        Err(_) => page.write_string_with_format(row, column, written, &words),
                    },
                };
                written.map_err(wrong)?;
            }
        }
    }
    book.save_to_buffer().map_err(|error| format!("the workbook cannot be written ({error})"))
}

/// The headings, which stay in sight, how wide the columns are, and the choices where only some words will do.
fn prepare(page: &mut Worksheet, table: &Table, bold: &Format, words: &Format) -> Result<(), XlsxError> {
    page.set_name(&table.sheet.name)?.set_freeze_panes(1, 0)?;
    for (at, head) in (0..).zip(&table.heads) {
        page.write_string_with_format(0, at, *head, bold)?;
        let column = table.sheet.columns.iter().find(|column| column.head == *head);
        page.set_column_width(at, width(head, column))?;
        if column.is_none_or(is_words) {
            // A code that is typed in stays what was typed.
            page.set_column_format(at, words)?;
        }
        if let Some(Holds::OneOf(choices)) = column.map(|column| &column.holds) {
            let together: usize = choices.iter().map(|choice| choice.len() + 1).sum();
            if together <= CHOICES {
                page.add_data_validation(1, at, LAST, at, &DataValidation::new().allow_list_strings(choices)?)?;
            }
        }
    }
    Ok(())
}

fn is_words(column: &Column) -> bool {
    !matches!(column.holds, Holds::Whole | Holds::Number | Holds::Flag | Holds::Day)
}

fn width(head: &str, column: Option<&Column>) -> f64 {
    let long = column.is_some_and(|column| column.language.is_some()) || ["title", "says", "text", "because"].contains(&head);
    let head = f64::from(u32::try_from(head.len()).unwrap_or(20)) + 2.0;
    if long { 48.0 } else { head.clamp(12.0, 40.0) }
}

/// A day as Excel knows it, which is wrong about the beginning of 1900 and knows none before.
fn excel(day: Date) -> Option<ExcelDateTime> {
    let (year, month, day) = day.parts();
    let (Ok(year), Ok(month), Ok(day)) = (u16::try_from(year), u8::try_from(month), u8::try_from(day)) else { return None };
    match ExcelDateTime::from_ymd(year, month, day) {
        Ok(day) if year > 1900 => Some(day),
        Ok(_) | Err(_) => None,
    }
}
