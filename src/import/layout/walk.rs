//! The schema, walked through: a column for each key that holds a value, a sheet for each that holds a list.

use serde_json::Value;

use crate::import::layout::{CODE, Column, FILE, Holds, PROCEDURES, Shape, Sheet, singular};

/// Sheets that are not called as their keys are.
const NAMES: [(&str, &str); 4] =
    [("any_of", "alternatives"), ("time_limit", "limits"), ("legal_basis", "legal basis"), ("volume", "volumes")];
/// The key that words alone mean in a list of maps.
const SHORT: [(&str, &str); 5] =
    [("documents", "title"), ("any_of", "evidence"), ("time_limit", "in"), ("conditions", "text"), ("results", "title")];
/// Languages of words, as the schema names them.
const TEXT: &str = "#/$defs/text";

/// Every sheet for files of `schema`.
pub(super) fn sheets(schema: &Value) -> Vec<Sheet> {
    let mut sheets = vec![sheet(PROCEDURES, &[], None)];
    add(schema, schema.get("properties"), &[], 0, &mut sheets);
    sheets
}

fn sheet(name: &str, path: &[String], parent: Option<&Sheet>) -> Sheet {
    let mut links = vec![CODE.to_owned(), FILE.to_owned()];
    if path.is_empty() {
        links.clear();
    }
    links.extend(parent.map(|parent| singular(&parent.name)));
    Sheet {
        name: name.to_owned(),
        path: path.to_vec(),
        parent: parent.map(|parent| parent.name.clone()),
        links,
        short: SHORT.iter().find(|(key, _)| path.last().is_some_and(|last| last == key)).map(|(_, short)| *short),
        shape: Shape::Maps,
        columns: Vec::new(),
    }
}

/// Adds a column to the sheet at `own` for each of `keys` that holds a value, and a sheet for each that holds a list of maps.
fn add(schema: &Value, keys: Option<&Value>, path: &[String], own: usize, sheets: &mut Vec<Sheet>) {
    for (key, of) in keys.and_then(Value::as_object).into_iter().flatten() {
        let path: Vec<String> = path.iter().cloned().chain([key.clone()]).collect();
        let resolved = followed(schema, of);
        let items = resolved.get("items").map(|items| followed(schema, items));
        let maps = items.is_some_and(|items| is(items, "object"));
        let text = resolved.get("items").is_some_and(is_text);
        let words = text || own == 0 && path.len() == 1 && key == "legal_basis";
        let keyed = resolved.get("additionalProperties").is_some_and(Value::is_object);
        if maps || words || keyed {
            list(
                schema,
                resolved,
                &path,
                own,
                sheets,
                if keyed {
                    Shape::Keyed
                } else if words {
                    Shape::Words
                } else {
                    Shape::Maps
                },
            );
        } else if is_text(of) {
            add_words(&path, of, own, sheets);
        } else if is(resolved, "object") {
            add(schema, resolved.get("properties"), &path, own, sheets);
            nullable(resolved, &path, own, sheets);
        } else {
            push(own, sheets, column(&path, resolved, of));
        }
    }
}

/// Adds the sheet of a list.
fn list(schema: &Value, of: &Value, path: &[String], own: usize, sheets: &mut Vec<Sheet>, shape: Shape) {
    let Some((owner, key)) = sheets.get(own).zip(path.last()) else { return };
    let name = NAMES.iter().find(|(known, _)| known == key).map_or(key.as_str(), |(_, name)| name);
    let mut sheet = sheet(name, path, (own > 0).then_some(owner));
    if shape == Shape::Keyed {
        sheet.links.push(singular(name));
    }
    sheet.shape = shape;
    let at = sheets.len();
    sheets.push(sheet);
    let inside = match shape {
        Shape::Keyed => of.get("additionalProperties"),
        Shape::Maps | Shape::Words => of.get("items"),
    };
    let Some(inside) = inside else { return };
    let whole = followed(schema, inside);
    match shape {
        Shape::Words if is_text(inside) => add_words(&["text".to_owned()], inside, at, sheets),
        Shape::Words => push(at, sheets, column(&[singular_word(key)], whole, inside)),
        Shape::Keyed | Shape::Maps => add(schema, whole.get("properties"), &[], at, sheets),
    }
    for column in sheets.get_mut(at).filter(|sheet| sheet.shape == Shape::Words).map(|sheet| &mut sheet.columns).into_iter().flatten() {
        // The words are the item itself.
        column.path.remove(0);
    }
}

fn is_text(of: &Value) -> bool {
    of.get("$ref").is_some_and(|name| name == TEXT)
}

/// The heading of a list of words: a legal basis is a citation.
fn singular_word(key: &str) -> String {
    if key == "legal_basis" { "citation".to_owned() } else { singular(key) }
}

/// Columns for words: as they stand, and in each language.
fn add_words(path: &[String], of: &Value, own: usize, sheets: &mut [Sheet]) {
    push(own, sheets, column(path, &Value::Null, of));
    for language in ["vi", "en", "ar"] {
        let path: Vec<String> = path.iter().cloned().chain([language.to_owned()]).collect();
        push(own, sheets, Column { language: Some(language.to_owned()), ..column(&path, &Value::Null, of) });
    }
}

/// Where a whole map may be `null`, that stands in the first of its columns.
fn nullable(of: &Value, path: &[String], own: usize, sheets: &mut [Sheet]) {
    let columns = sheets.get_mut(own).map(|sheet| sheet.columns.iter_mut());
    if let Some(first) = columns.into_iter().flatten().find(|column| column.path.starts_with(path)) {
        first.null = first.null.or(is(of, "null").then_some(path.len()));
    }
}

fn push(own: usize, sheets: &mut [Sheet], column: Column) {
    if let Some(sheet) = sheets.get_mut(own) {
        sheet.columns.push(column);
    }
}

fn column(path: &[String], resolved: &Value, of: &Value) -> Column {
    let says = of.get("description").or_else(|| resolved.get("description"));
    Column {
        head: path.join("."),
        path: path.to_vec(),
        holds: holds(resolved),
        null: is(resolved, "null").then_some(path.len()),
        language: None,
        says: says.and_then(Value::as_str).unwrap_or_default().to_owned(),
    }
}

fn holds(of: &Value) -> Holds {
    let pattern = of.get("pattern").and_then(Value::as_str).unwrap_or_default();
    match of.get("enum").and_then(Value::as_array) {
        _ if is(of, "array") => Holds::List { alone: is(of, "string") },
        _ if is(of, "integer") => Holds::Whole,
        _ if is(of, "number") => Holds::Number,
        _ if is(of, "boolean") => Holds::Flag,
        _ if pattern == r"^\d{4}-\d{2}-\d{2}$" => Holds::Day,
        _ if pattern.contains("working days") => Holds::Length,
        _ if pattern.ends_with("[A-Z]{3}$") => Holds::Money,
        Some(words) => Holds::OneOf(words.iter().filter_map(Value::as_str).map(str::to_owned).collect()),
        None => Holds::Text,
    }
}

fn is(of: &Value, kind: &str) -> bool {
    match of.get("type") {
        Some(Value::String(one)) => one == kind,
        Some(Value::Array(several)) => several.iter().any(|one| one == kind),
        _ => false,
    }
}

/// What a reference refers to; anything else is itself.
pub(super) fn followed<'s>(schema: &'s Value, of: &'s Value) -> &'s Value {
    match of.get("$ref").and_then(Value::as_str).and_then(|name| name.strip_prefix('#')) {
        Some(pointer) => schema.pointer(pointer).unwrap_or(of),
        None => of,
    }
}
