//! What a workbook of the report says was decided: the column that a leader filled in, in whatever language its heads are.

use std::collections::BTreeMap;

use crate::{
    date::Date,
    decision::{Decision, Decisions, Verdict},
    import::{
        Kind,
        office::{
            self,
            grid::{Cell, Grid},
        },
    },
    locale::Locale,
    span::{Span, Spanned},
    text,
};

/// The columns that are read, by the key of their head.
const HEADS: [&str; 5] = ["sheet.fingerprint", "sheet.decision", "sheet.reason", "sheet.document", "sheet.until"];

/// The decisions in the workbook `bytes`, or every mistake in it with sheet and cell. A row without a decision decides nothing.
pub fn decisions(bytes: &[u8]) -> Result<Decisions, Vec<String>> {
    let sheets = match office::sheets(bytes) {
        Ok(Some((Kind::Xlsx | Kind::Ods, sheets))) => sheets,
        Ok(_) => return Err(vec!["it is no workbook".to_owned()]),
        Err(why) => return Err(vec![why]),
    };
    let mut found = Decisions::default();
    let mut wrong = Vec::new();
    let mut is_known = false;
    for sheet in &sheets {
        let Some((head, columns)) = heads(sheet) else { continue };
        is_known = true;
        for (row, cells) in sheet.rows().filter(|(row, _)| *row > head) {
            match decision(sheet, row, cells, columns) {
                Ok(Some(one)) => put(&mut found, &mut wrong, one, || sheet.place(row, columns[1])),
                Ok(None) => (),
                Err(why) => wrong.push(why),
            }
        }
    }
    if !is_known {
        wrong.push("it has no sheet with fingerprints and decisions: `redtape report -o FILE.xlsx` writes one".to_owned());
    }
    if wrong.is_empty() { Ok(found) } else { Err(wrong) }
}

fn put(found: &mut Decisions, wrong: &mut Vec<String>, one: Decision, place: impl Fn() -> String) {
    let before = found.all.insert(one.finding.value.clone(), one.clone());
    if before.is_some_and(|before| (before.verdict, before.reason) != (one.verdict, one.reason)) {
        wrong.push(format!("{}: of `{}` something else was decided above", place(), one.finding.value));
    }
}

/// The row of the heads and where each column is, if this is the sheet of the decisions.
fn heads(sheet: &Grid) -> Option<(u32, [u32; 5])> {
    let (row, cells) = sheet.rows().next()?;
    let named = |key: &str| {
        let words: Vec<String> = Locale::codes().map(|code| text::fold(Locale::of(code).say(key))).collect();
        let is_it = |cell: &Cell| matches!(cell, Cell::Text(said) if words.contains(&text::fold(said)));
        cells.iter().find(|(_, cell)| is_it(cell)).map(|(column, _)| *column)
    };
    let columns: Vec<Option<u32>> = HEADS.iter().map(|key| named(key)).collect();
    let [Some(fingerprint), Some(decision), reason, document, until] = columns[..] else { return None };
    let or_none = |column: Option<u32>| column.unwrap_or(u32::MAX);
    Some((row, [fingerprint, decision, or_none(reason), or_none(document), or_none(until)]))
}

/// What a row decides; nothing where its cell is empty.
fn decision(sheet: &Grid, row: u32, cells: &BTreeMap<u32, Cell>, columns: [u32; 5]) -> Result<Option<Decision>, String> {
    let [at, decided, because, approved, until] = columns;
    let said = |column: u32| cells.get(&column).map(words).transpose().map_err(|why| format!("{}: {why}", sheet.place(row, column)));
    let Some(verdict) = said(decided)? else { return Ok(None) };
    let place = sheet.place(row, decided);
    let Some(verdict) = named(&verdict) else {
        let choices: Vec<&str> = Verdict::ALL.iter().take(3).map(|verdict| verdict.word()).collect();
        return Err(format!("{place}: `{verdict}` is no decision; it is one of {}", choices.join(", ")));
    };
    let finding = said(at)?.unwrap_or_default();
    if finding.len() != 16 || !finding.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte)) {
        return Err(format!(
            "{}: `{finding}` is no fingerprint of 16 hex digits; the hidden column must stay as it was written",
            sheet.place(row, at)
        ));
    }
    let (reason, document) = (said(because)?, said(approved)?);
    if verdict == Verdict::Rejected && reason.is_none() {
        return Err(format!("{place}: a rejection must give its reason"));
    }
    let until = match said(until)? {
        None => None,
        Some(day) => Some(Date::parse(&day).ok_or_else(|| format!("{}: `{day}` is no day", sheet.place(row, until)))?),
    };
    Ok(Some(Decision { finding: Spanned::new(finding, Span::default()), verdict, reason, document, until, by: None }))
}

/// The verdict of that word in any language, or as `decisions.yaml` has it.
fn named(word: &str) -> Option<Verdict> {
    let folded = text::fold(word);
    let is_it = |verdict: &Verdict| {
        let key = format!("decision.{}", verdict.word());
        verdict.word() == folded || Locale::codes().any(|code| text::fold(Locale::of(code).say(&key)) == folded)
    };
    Verdict::ALL.into_iter().filter(|verdict| *verdict != Verdict::Approved).find(is_it)
}

/// The words of a cell.
fn words(cell: &Cell) -> Result<String, String> {
    match cell {
        Cell::Text(words) | Cell::Number(words) | Cell::Day(words) => Ok(words.trim().to_owned()),
        Cell::Bool(yes) => Err(format!("`{yes}` is a truth, where words are read")),
        Cell::Error(error) => Err(format!("a formula that shows `{error}`")),
    }
}
