//! One sheet: a head that stays in sight, a filter, columns as wide and rows as high as what they hold, and what of it is printed.

use rust_decimal::{Decimal, prelude::ToPrimitive};
use rust_xlsxwriter::{Color, DataValidation, FontScheme, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use crate::{
    date::Date,
    render::{
        paper::pen::Pen,
        xlsx::{excel, height},
    },
    text,
};

/// The most characters that a cell can hold, each counted as often as UTF-16 needs for it.
const LONGEST: usize = 32_767;
/// How many rows more than there are get the list of choices.
const SPARE: u32 = 50;

/// What is put into a cell.
pub(super) enum Put {
    Nothing,
    Words(String),
    Strong(String),
    Count(usize),
    Number(Decimal),
    Money(Decimal),
    /// A share of one.
    Share(Decimal),
    Day(Date),
}

/// A column.
pub(super) struct Column {
    pub(super) head: String,
    pub(super) width: u8,
    /// What may be chosen in it.
    pub(super) choices: Vec<String>,
    /// Whether somebody is to write into it.
    pub(super) is_open: bool,
    /// Whether it holds what a program needs and a reader does not.
    pub(super) is_hidden: bool,
}

/// A column of that many characters' width.
pub(super) fn column(head: String, width: u8) -> Column {
    Column { head, width, choices: Vec::new(), is_open: false, is_hidden: false }
}

/// A sheet; the first so many of its columns are printed, those that fit on a page and can still be read.
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<Put>>,
    /// How many columns stay in sight when it is moved aside.
    pub(super) fixed: u16,
    /// How many columns are printed.
    pub(super) printed: u16,
}

/// How cells look.
pub(super) struct Look {
    rtl: bool,
    foot: String,
    head: Format,
    words: Format,
    from_right: Format,
    guarded: Format,
    strong: Format,
    open: Format,
    count: Format,
    number: Format,
    money: Format,
    share: Format,
    day: Format,
}

impl Look {
    pub(super) fn of(pen: &Pen<'_>) -> Self {
        let line = |format: Format| format.set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x00BF_BFBF));
        let plain = line(face().set_align(FormatAlign::Top).set_text_wrap());
        let currency = &pen.review.plan.currency;
        let places = if currency == "VND" { "" } else { ".00" };
        Self {
            rtl: pen.locale.is_rtl(),
            foot: foot(&pen.say("sheet.foot")),
            head: plain.clone().set_bold().set_background_color(Color::RGB(0x00E8_EDF3)).set_align(FormatAlign::VerticalCenter),
            words: plain.clone().set_num_format("@"),
            from_right: plain.clone().set_num_format("@").set_reading_direction(2),
            guarded: plain.clone().set_num_format("@").set_quote_prefix(),
            strong: plain.clone().set_bold(),
            open: plain.clone().set_num_format("@").set_background_color(Color::RGB(0x00FF_F9E5)),
            count: plain.clone().set_num_format("#,##0").set_align(FormatAlign::Center),
            number: plain.clone().set_num_format("#,##0.##").set_align(FormatAlign::Center),
            money: plain.clone().set_num_format(format!("#,##0{places}\" {}\"", currency.replace('"', ""))),
            share: plain.clone().set_num_format("0%"),
            day: plain.set_num_format(if pen.locale.code == "en" { "d mmm yyyy" } else { "dd/mm/yyyy" }),
        }
    }
}

/// The face of all cells, the one in which offices write; a program that lacks it has another of the same widths.
pub(super) fn face() -> Format {
    Format::new().set_font_name("Times New Roman").set_font_size(11).set_font_family(1).set_font_scheme(FontScheme::None)
}

/// What stands below each printed page: the sheet on one side, the page on the other.
fn foot(page: &str) -> String {
    format!("&L&A&R{} &P/&N", page.replace('&', "&&"))
}

impl Sheet {
    pub(super) fn write(&self, page: &mut Worksheet, look: &Look) -> Result<(), XlsxError> {
        page.set_name(&self.name)?.set_freeze_panes(1, self.fixed)?.set_right_to_left(look.rtl);
        let last_row = u32::try_from(self.rows.len()).unwrap_or(u32::MAX - SPARE);
        for (at, column) in (0..).zip(&self.columns) {
            page.set_column_width(at, f64::from(column.width))?;
            page.write_string_with_format(0, at, &*text::document(&column.head), &look.head)?;
            if column.is_hidden {
                page.set_column_hidden(at)?;
            }
            if !column.choices.is_empty() {
                let list = DataValidation::new().allow_list_strings(&column.choices)?;
                page.add_data_validation(1, at, last_row + SPARE, at, &list)?;
            }
        }
        page.set_row_height(0, height::of_head(&self.columns))?;
        for (row, cells) in (1..).zip(&self.rows) {
            page.set_row_height(row, height::of_row(cells, &self.columns))?;
            for ((at, put), column) in (0..).zip(cells).zip(&self.columns) {
                put.write(page, (row, at), column, look)?;
            }
        }
        if let Some(last) = self.columns.len().checked_sub(1).and_then(|last| u16::try_from(last).map_or(None, Some)) {
            page.autofilter(0, 0, last_row, last)?;
        }
        self.print(page, look, last_row)
    }

    /// A4, the head on each page, and only the columns that a reader of paper needs: all of them would be too small to read.
    fn print(&self, page: &mut Worksheet, look: &Look, last_row: u32) -> Result<(), XlsxError> {
        let is_wide = self.columns.len() > 2;
        if is_wide {
            page.set_landscape()
        } else {
            page.set_portrait()
        };
        page.set_paper_size(9).set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
        page.set_print_area(0, 0, last_row, self.printed.saturating_sub(1))?.set_footer(&look.foot);
        Ok(())
    }
}

impl Put {
    fn write(&self, page: &mut Worksheet, (row, at): (u32, u16), column: &Column, look: &Look) -> Result<(), XlsxError> {
        let number = |number: &Decimal| number.to_f64().unwrap_or_default();
        match self {
            Self::Nothing if column.is_open => page.write_blank(row, at, &look.open)?,
            Self::Nothing => page.write_blank(row, at, &look.words)?,
            Self::Words(words) => {
                let words = shortened(words);
                // A formula to whoever goes into the cell and leaves it again; the mark keeps it words.
                let format = match () {
                    () if text::is_formula(&words) => &look.guarded,
                    () if column.is_open => &look.open,
                    // A sentence runs as its language does, though a name in other letters begins it.
                    () if look.rtl && words.contains(is_arabic) => &look.from_right,
                    () => &look.words,
                };
                page.write_string_with_format(row, at, &words, format)?
            }
            Self::Strong(words) => page.write_string_with_format(row, at, shortened(words), &look.strong)?,
            Self::Count(count) => page.write_number_with_format(row, at, number(&Decimal::from(*count)), &look.count)?,
            Self::Number(amount) => page.write_number_with_format(row, at, number(amount), &look.number)?,
            Self::Money(amount) => page.write_number_with_format(row, at, number(amount), &look.money)?,
            Self::Share(share) => page.write_number_with_format(row, at, number(share), &look.share)?,
            Self::Day(day) => page.write_datetime_with_format(row, at, excel(*day)?, &look.day)?,
        };
        Ok(())
    }
}

fn is_arabic(c: char) -> bool {
    ('\u{0600}'..='\u{06ff}').contains(&c)
}

/// Words without what cannot be seen, as long as a cell can hold them.
fn shortened(words: &str) -> String {
    // Lines stay lines within a cell.
    let safe = words.lines().map(text::document).collect::<Vec<_>>().join("\n");
    if safe.encode_utf16().count() <= LONGEST {
        return safe;
    }
    let mut room = LONGEST - 1;
    let fits = |c: &char| {
        let left = room.checked_sub(c.len_utf16());
        room = left.unwrap_or(0);
        left.is_some()
    };
    safe.chars().take_while(fits).chain(['…']).collect()
}
