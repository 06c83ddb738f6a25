//! How high a row must be for its words to be seen: office programs find out for themselves only while somebody types.

use crate::render::xlsx::sheet::{Column, Put};

/// The height of a line of the face in which cells are written, in points.
const LINE: f64 = 14.5;
/// The most that a row can be.
const HIGHEST: f64 = 409.0;
/// In how many digits less, of five, bold letters find room, beside the button of the filter.
const BOLD: u8 = 4;

/// The height of the row of heads.
pub(super) fn of_head(columns: &[Column]) -> f64 {
    let shown = columns.iter().filter(|column| !column.is_hidden);
    points(shown.map(|column| lines(&column.head, column.width / 5 * BOLD)).max())
}

/// The height of a row of cells.
pub(super) fn of_row(cells: &[Put], columns: &[Column]) -> f64 {
    let shown = cells.iter().zip(columns).filter(|(_, column)| !column.is_hidden);
    let lines = shown.map(|(cell, column)| match cell {
        Put::Words(words) => lines(words, column.width),
        Put::Strong(words) => lines(words, column.width / 5 * BOLD),
        Put::Nothing | Put::Count(_) | Put::Number(_) | Put::Money(_) | Put::Share(_) | Put::Day(_) => 1,
    });
    points(lines.max())
}

fn points(lines: Option<usize>) -> f64 {
    let lines = u32::try_from(lines.unwrap_or(1)).unwrap_or(u32::MAX);
    (f64::from(lines) * LINE + 3.0).min(HIGHEST)
}

/// How many lines words take in a column of so many digits. Letters are narrower than digits by a good fifth on the whole; measured over the
/// reports of the catalogue in three languages, a fifth leaves no row too low.
fn lines(words: &str, width: u8) -> usize {
    let room = usize::from(width.max(4)) * 6 / 5;
    words.lines().map(|line| textwrap::wrap(line, room).len()).sum::<usize>().max(1)
}
