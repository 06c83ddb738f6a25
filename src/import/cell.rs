//! A cell of a sheet of ours as the value of its column, or what is wrong with it.

use serde_json::{Number, Value};

use crate::{
    date::Date,
    duration::Duration,
    import::{
        layout::{Column, Holds, NULL, unlisted, unquoted},
        office::grid::Cell,
    },
    money::Money,
    text,
};

/// Words for yes and no.
const YES: [&str; 5] = ["true", "yes", "x", "có", "1"];
const NO: [&str; 4] = ["false", "no", "không", "0"];

/// The value that `cell` gives to `column`; what is wrong, and how to mend it, where it gives none.
pub(super) fn value(column: &Column, cell: &Cell) -> Result<Value, String> {
    let said = said(cell)?;
    if column.null.is_some() && said == NULL {
        return Ok(Value::Null);
    }
    match &column.holds {
        Holds::Text if matches!(cell, Cell::Bool(_)) => Err(format!("`{said}` is a truth and no words; write it as text")),
        Holds::Text => words(cell, &said),
        Holds::OneOf(words) => one_of(words, &said),
        Holds::List { alone } => Ok(list(&said, *alone)),
        Holds::Whole => whole(&said),
        Holds::Number => number(&said),
        Holds::Flag => flag(&said),
        Holds::Day => told(Date::parse(&said), said, "a day; write it as 2026-11-23, or as a date of the spreadsheet"),
        Holds::Length => told(Duration::parse(&said), said, "a length of time; write it as `5 working days` or `1 month`"),
        Holds::Money => told(Money::parse(&said), said, "an amount of money; write it as `8000 VND`"),
    }
}

/// What a cell shows, in words.
pub(super) fn said(cell: &Cell) -> Result<String, String> {
    match cell {
        Cell::Text(words) => Ok(words.trim().to_owned()),
        Cell::Number(number) => Ok(number.clone()),
        Cell::Day(day) => Ok(day.clone()),
        Cell::Bool(yes) => Ok(yes.to_string()),
        Cell::Error(error) => Err(format!("this cell shows {error}; write the value itself into it")),
    }
}

/// A code of the national catalogue: one that a spreadsheet made a number is told again where only one code can be meant.
pub(super) fn code(cell: &Cell) -> Result<(String, bool), String> {
    let said = said(cell)?;
    let Cell::Number(number) = cell else { return Ok((unquoted(&said), false)) };
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    // A code is a digit, a point and six digits; a number has lost the noughts at its end, and more than two are seldom lost.
    if whole.len() == 1 && (4..=6).contains(&part.len()) {
        return Ok((format!("{whole}.{part:0<6}"), true));
    }
    Err(format!(
        "the spreadsheet holds the number {number} where a code should stand; make the column text and write the code again, as 1.000123"
    ))
}

fn words(cell: &Cell, said: &str) -> Result<Value, String> {
    match cell {
        // The spreadsheet has taken the noughts at the end, if there were any.
        Cell::Number(number) if number.contains('.') => {
            Err(format!("`{number}` is a number and no words; make the cell text and write it again"))
        }
        Cell::Number(_) => Ok(Value::String(said.to_owned())),
        Cell::Text(_) | Cell::Day(_) | Cell::Bool(_) | Cell::Error(_) => Ok(Value::String(unquoted(said))),
    }
}

fn one_of(words: &[String], said: &str) -> Result<Value, String> {
    if words.iter().any(|word| word == said) {
        return Ok(Value::String(said.to_owned()));
    }
    let known = words.iter().map(String::as_str);
    let near = text::nearest(&text::fold(said), known).map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    Err(format!("`{}` is not known here{near} (known are: {})", text::shorten(said, 40), words.join(", ")))
}

fn list(said: &str, alone: bool) -> Value {
    let mut items = unlisted(said);
    match (alone, items.len()) {
        (true, 1) => Value::String(items.remove(0)),
        _ => Value::from(items),
    }
}

fn whole(said: &str) -> Result<Value, String> {
    let digits = said.strip_suffix(".0").unwrap_or(said);
    match digits.parse::<i64>() {
        Ok(number) => Ok(Value::from(number)),
        Err(_) => Err(format!("`{}` is no whole number; write it without separators, as 41200", text::shorten(said, 40))),
    }
}

fn number(said: &str) -> Result<Value, String> {
    let percent = said.strip_suffix('%').map(str::trim_end);
    let plain = percent.unwrap_or(said).replace(',', ".");
    let read = if let Ok(whole) = plain.parse::<i64>() { Some(Number::from(whole)) } else { plain.parse().map_or(None, Number::from_f64) };
    match (read, percent) {
        (Some(number), None) => Ok(Value::Number(number)),
        (Some(number), Some(_)) => {
            Ok(number.as_f64().map(|number| number / 100.0).and_then(Number::from_f64).map_or(Value::Null, Value::Number))
        }
        (None, _) => Err(format!("`{}` is no number; write it as 0.55", text::shorten(said, 40))),
    }
}

fn flag(said: &str) -> Result<Value, String> {
    let folded = text::fold(said);
    match (YES.contains(&folded.as_str()), NO.contains(&folded.as_str())) {
        (true, _) => Ok(Value::Bool(true)),
        (_, true) => Ok(Value::Bool(false)),
        _ => Err(format!("`{}` is neither true nor false", text::shorten(said, 40))),
    }
}

/// `said` where it could be read.
fn told<T>(read: Option<T>, said: String, what: &str) -> Result<Value, String> {
    match read {
        Some(_) => Ok(Value::String(said)),
        None => Err(format!("`{}` is not {what}", text::shorten(&said, 40))),
    }
}
