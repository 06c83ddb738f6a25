//! Tables: the head is repeated on each page, a row stays together, numbers stand at the end of their column.

use docx_rs::{Docx, HeightRule, Paragraph, Shading, ShdType, Table as WordTable, TableCell, TableLayoutType, TableRow, WidthType};

use crate::render::{
    docx::{TEXT, set::Setting},
    paper::{Cell, Style, Table},
};

/// The shade of heads.
const SHADE: &str = "E8EDF3";
/// The most characters in a cell of a row that is kept on one page; a longer one might not fit on any.
const TOGETHER: usize = 420;
/// The most characters in a table without heads that is kept on one page as a whole.
const WHOLE: usize = 1200;

pub(super) fn put(docx: Docx, table: &Table, set: &Setting<'_>) -> Docx {
    let docx = match &table.caption {
        Some(caption) => docx.add_paragraph(set.line("Caption", caption)),
        None => docx,
    };
    let widths = widths(table);
    let mut rows: Vec<TableRow> = Vec::new();
    if !table.heads.is_empty() {
        let cells =
            table.heads.iter().zip(&widths).map(|(head, width)| cell(*width).shading(shade()).add_paragraph(set.line("TableHead", head)));
        // `patch` makes these the heads that are repeated: no other row has a height.
        rows.push(TableRow::new(cells.collect()).cant_split().row_height(1.0).height_rule(HeightRule::AtLeast));
    }
    let is_whole = table.heads.is_empty()
        && table.rows.iter().flatten().flatten().flatten().map(|run| run.words.chars().count()).sum::<usize>() <= WHOLE;
    let last = table.rows.len().saturating_sub(1);
    rows.extend(table.rows.iter().enumerate().map(|(at, row)| of_row(row, is_whole && at < last, table, &widths, set)));
    let word = WordTable::without_borders(rows)
        .style("Lines")
        .set_grid(widths.clone())
        .width(widths.iter().sum(), WidthType::Dxa)
        .layout(TableLayoutType::Fixed);
    // Two tables without a paragraph between them would become one.
    docx.add_table(word).add_paragraph(set.paragraph("AfterTable"))
}

/// The widths of the columns in twentieths of a point.
fn widths(table: &Table) -> Vec<usize> {
    let all: usize = table.widths.iter().map(|width| usize::from(*width)).sum();
    table.widths.iter().map(|width| usize::from(*width) * TEXT / all.max(1)).collect()
}

fn of_row(row: &[Cell], stays: bool, table: &Table, widths: &[usize], set: &Setting<'_>) -> TableRow {
    let cells = row.iter().zip(widths).enumerate().map(|(at, (lines, width))| {
        let is_number = table.numbers.get(at) == Some(&true);
        let begun = if at == 0 && table.heads.is_empty() { cell(*width).shading(shade()) } else { cell(*width) };
        // A row stays on the page of the next by its paragraphs.
        lines_of(lines, is_number, set).into_iter().map(|line| line.keep_next(stays)).fold(begun, TableCell::add_paragraph)
    });
    let set = TableRow::new(cells.collect());
    let longest = row.iter().map(|lines| lines.iter().flatten().map(|run| run.words.chars().count()).sum()).max().unwrap_or(0);
    if longest <= TOGETHER { set.cant_split() } else { set }
}

/// The lines of a cell; an empty one gets an empty line, which a cell must have.
fn lines_of(lines: &Cell, is_number: bool, set: &Setting<'_>) -> Vec<Paragraph> {
    let style = if is_number { "TableNumber" } else { "TableText" };
    if lines.is_empty() {
        return vec![set.words(set.paragraph(style), "", Style::Plain)];
    }
    lines.iter().map(|runs| set.runs(set.paragraph(style), runs)).collect()
}

fn cell(width: usize) -> TableCell {
    TableCell::new().width(width, WidthType::Dxa)
}

fn shade() -> Shading {
    Shading::new().shd_type(ShdType::Clear).color("auto").fill(SHADE)
}
