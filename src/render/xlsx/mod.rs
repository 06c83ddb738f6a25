//! A review as a workbook: to filter, to add up, and to say of each recommendation what is decided. Numbers are numbers, days are days, and
//! words are never formulas.

mod finding;
mod height;
mod procedure;
mod recommend;
mod sheet;
mod summary;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::{
    date::Date,
    locale::Locale,
    render::{paper::pen::Pen, xlsx::sheet::Look},
    report::review::Review,
};

/// The bytes of a workbook of `review` in the words of `locale`, or why there can be none.
pub fn xlsx(review: &Review, locale: &'static Locale) -> Result<Vec<u8>, String> {
    let pen = Pen { review, locale };
    written(&pen).map_err(|error| format!("the workbook cannot be written ({error})"))
}

fn written(pen: &Pen<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The day of the law, so that the same review gives the same bytes.
    let made = DocProperties::new().set_author("redtape").set_creation_datetime(&excel(pen.review.trace.as_of)?);
    book.set_properties(&made);
    // The width of a column is counted in digits of this face.
    book.set_default_format(&sheet::face(), 20, 64)?;
    let look = Look::of(pen);
    for sheet in [
        summary::sheet(pen),
        recommend::sheet(pen),
        procedure::sheet(pen),
        procedure::lines(pen),
        finding::sheet(pen),
        summary::parameters(pen),
    ] {
        sheet.write(book.add_worksheet(), &look)?;
    }
    book.save_to_buffer()
}

/// A day as Excel counts it.
fn excel(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let (year, month, day) = day.parts();
    let narrow = |number: i8| u8::try_from(number).unwrap_or(1);
    ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or(1900), narrow(month), narrow(day))
}
