//! How many originals and copies, and in what form the paper is wanted.

use crate::{
    import::{cases::Heading, choices, paper::Around, record::Row},
    recognise::Reading,
};

/// Whether a row asks for no original and no copy.
pub(super) fn are_none(row: &Row) -> bool {
    row.originals.unwrap_or_default() == 0 && row.copies.unwrap_or_default() == 0
}

/// What of a row was not understood, besides what the recogniser did not.
pub(super) fn not_understood(row: &Row, reading: &Reading, kinds: &[&'static str]) -> Vec<&'static str> {
    let (originals, copies) = (row.originals.unwrap_or_default(), row.copies.unwrap_or_default());
    let mut unparsed = reading.unparsed.clone();
    if are_none(row) || at_odds(kinds, originals, copies) {
        unparsed.push("copies");
    }
    if kinds.is_empty() && !are_none(row) {
        unparsed.push("form");
    }
    if reading.evidence.is_empty() {
        unparsed.push("evidence");
    }
    if reading.case_of_part {
        unparsed.push("case");
    }
    unparsed.sort_unstable();
    unparsed.dedup();
    unparsed
}

/// The form of the paper: what the row says, else what the steps leave free, else what the lengths tell.
pub(super) fn kinds(row: &Row, title: &str, reading: &Reading, around: &Around) -> Vec<&'static str> {
    let stated: Vec<&'static str> = reading.forms.iter().map(|form| form.name()).collect();
    let evidence = reading.evidence.first().map(String::as_str);
    let bound = stated.as_slice() == ["original"] || stated.contains(&"presented") || reading.handed_back;
    let template = reading.is_form || !row.templates.is_empty();
    if *around.heading == Heading::Show && stated.is_empty() {
        return vec!["presented"];
    }
    if around.free && !bound && !template && !choices::stop_at(title, evidence) {
        return choices::FREE.to_vec();
    }
    if !stated.is_empty() {
        return stated;
    }
    match (row.originals.unwrap_or_default(), row.copies.unwrap_or_default()) {
        (1.., 0) => vec!["original"],
        (0, 1..) => vec!["copy"],
        (1.., 1..) | (0, 0) => Vec::new(),
    }
}

/// Whether the words ask for one kind of paper and the numbers for another.
fn at_odds(kinds: &[&'static str], originals: u32, copies: u32) -> bool {
    let originals_only = copies == 0 && originals > 0 && !kinds.is_empty();
    let copies_only = originals == 0 && copies > 0 && !kinds.is_empty();
    let copy = kinds.iter().any(|kind| matches!(*kind, "copy" | "certified-copy" | "electronic"));
    let original = kinds.iter().any(|kind| matches!(*kind, "original" | "presented" | "electronic"));
    (originals_only && !original) || (copies_only && !copy)
}
