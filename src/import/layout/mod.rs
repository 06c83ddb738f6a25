//! The sheets that hold procedures as tables, and the columns of each: found from the schema, so that every key has its place.

mod walk;

use std::sync::OnceLock;

use serde_json::{Map, Value};

use crate::{import::layout::walk::followed, schema::Kind as File};

/// What the cells of a column hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Text,
    /// One of these words.
    OneOf(Vec<String>),
    /// Words, one a line; whether a single one stands without a list.
    List {
        /// Whether one alone is written as words.
        alone: bool,
    },
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// A truth.
    Flag,
    /// A day.
    Day,
    /// A length of time.
    Length,
    /// An amount of money.
    Money,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading: the keys that lead to it, joined by points.
    pub head: String,
    /// The keys that lead to it.
    pub path: Vec<String>,
    /// What its cells hold.
    pub holds: Holds,
    /// How many of the keys `null` is said of, where it may stand there and says that there is none.
    pub null: Option<usize>,
    /// The language it is in, where the key holds words in several.
    pub language: Option<String>,
    /// What the schema says of it.
    pub says: String,
}

/// A sheet: the procedures themselves, or one list of theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// The keys that lead to the list, from the procedure or from what the list belongs to; none for the procedures.
    pub path: Vec<String>,
    /// The sheet of what the list belongs to, where that is not the procedure itself.
    pub parent: Option<String>,
    /// The heading under which a row names what it belongs to, and the key of the map that the list is, where it is one.
    pub links: Vec<String>,
    /// The key that words standing alone mean.
    pub short: Option<&'static str>,
    /// What the list is.
    pub shape: Shape,
    /// Its columns after the links.
    pub columns: Vec<Column>,
}

/// What kind of list a sheet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Maps, one a row.
    Maps,
    /// Maps by a key of their own, which stands in the last of the links.
    Keyed,
    /// Words, one a row.
    Words,
}

/// The heading under which every row names its procedure.
pub const CODE: &str = "procedure";
/// The heading under which every row names the file of its procedure.
pub const FILE: &str = "file";
/// The sheet of the procedures themselves.
pub const PROCEDURES: &str = "procedures";
/// What `null` is written as.
pub const NULL: &str = "null";

/// Every sheet, the procedures first; a list of lists comes after the list it belongs to.
pub fn sheets() -> &'static [Sheet] {
    static SHEETS: OnceLock<Vec<Sheet>> = OnceLock::new();
    SHEETS.get_or_init(|| walk::sheets(&schema()))
}

/// The keys of a procedure in the order of the schema; what the schema does not have comes last.
pub fn ordered(procedure: Value) -> Value {
    let schema = schema();
    order(&schema, &schema, procedure)
}

fn schema() -> Value {
    // A test keeps the built-in schemas readable.
    serde_json::from_str(File::Procedure.text()).unwrap_or(Value::Null)
}

fn order(schema: &Value, of: &Value, value: Value) -> Value {
    match value {
        Value::Array(items) => {
            let of = followed(schema, of).get("items").cloned().unwrap_or(Value::Null);
            Value::Array(items.into_iter().map(|item| order(schema, &of, item)).collect())
        }
        Value::Object(mut map) => {
            let of = followed(schema, of);
            let mut sorted = Map::new();
            let known = of.get("properties").and_then(Value::as_object);
            for (key, of) in known.into_iter().flatten() {
                sorted.extend(map.shift_remove(key).map(|value| (key.clone(), order(schema, of, value))));
            }
            let each = of.get("additionalProperties").filter(|each| each.is_object()).cloned().unwrap_or(Value::Null);
            sorted.extend(map.into_iter().map(|(key, value)| (key, order(schema, &each, value))));
            Value::Object(sorted)
        }
        other => other,
    }
}

/// The name of one row of a sheet: `document` of `documents`.
pub fn singular(name: &str) -> String {
    name.strip_suffix('s').unwrap_or(name).to_owned()
}

/// What words are written as in a cell: in quotes where they could be taken for something else, or would lose what is at their edges.
pub fn quoted(words: &str, nullable: bool) -> String {
    let odd = words.trim() != words
        || words.is_empty()
        || nullable && words == NULL
        || words.starts_with('"')
        || words.chars().any(|c| c.is_control() && c != '\n');
    if odd { Value::String(words.to_owned()).to_string() } else { words.to_owned() }
}

/// The words that a cell means, the other way round.
pub fn unquoted(cell: &str) -> String {
    let cell = cell.trim();
    match serde_json::from_str(cell) {
        Ok(Value::String(words)) if cell.starts_with('"') => words,
        _ => cell.to_owned(),
    }
}

/// What a list is written as in a cell: one a line, or as JSON where an item could be taken for something else.
pub fn listed(items: &[String]) -> String {
    let lines = items.join("\n");
    let plain = lines != NULL && !lines.contains(|c: char| c.is_control() && c != '\n') && unlisted(&lines) == items;
    if plain && !items.is_empty() { lines } else { Value::from(items).to_string() }
}

/// The items that a cell means, the other way round; semicolons part them as well where each is one word.
pub fn unlisted(cell: &str) -> Vec<String> {
    if let (true, Ok(items)) = (cell.trim_start().starts_with('['), serde_json::from_str::<Vec<String>>(cell)) {
        return items;
    }
    let parts = |mark: char| cell.split(mark).map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect::<Vec<_>>();
    let by_semicolon = parts(';');
    let words = by_semicolon.iter().all(|item| !item.contains(char::is_whitespace));
    if words && by_semicolon.len() > 1 { by_semicolon } else { parts('\n') }
}
