//! Documents of office programs, opened without trust.

pub(super) mod comma;
pub(super) mod excel;
pub(super) mod grid;
pub(super) mod ods;
pub(super) mod package;
pub(super) mod word;
pub(super) mod xml;

use crate::import::{Kind, office::grid::Grid};

/// The sheets of a workbook, by the part that tells its kind; none where it is no workbook.
pub(super) fn sheets(bytes: &[u8]) -> Result<Option<(Kind, Vec<Grid>)>, String> {
    let package = package::open(bytes)?;
    if package.holds(excel::MAIN) {
        return Ok(Some((Kind::Xlsx, excel::read(bytes)?)));
    }
    if package.holds(ods::MAIN) {
        return Ok(Some((Kind::Ods, ods::read(bytes)?)));
    }
    Ok(None)
}
