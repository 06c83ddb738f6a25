//! Every key of every file, from the JSON Schemas themselves.

use serde_json::{Map, Value};

use crate::{
    render::manual::{cell, terms},
    schema::Kind,
};

/// The kinds of file that people write, each with what stands above its keys.
const FILES: [(Kind, &str); 4] = [
    (Kind::Procedure, "A procedure: `procedures/**/*.yaml`"),
    (Kind::Register, "A register: `registers/**/*.yaml`"),
    (Kind::Rule, "A rule: `rules/<group>/<slug>.yaml`"),
    (Kind::Config, "The settings: `redtape.yaml`"),
];

/// A day, as every schema writes it.
const DAY: &str = r"^\d{4}-\d{2}-\d{2}$";

/// Part of a schema that has keys of its own, with the path to it.
struct Part<'s> {
    path: String,
    node: &'s Value,
}

/// The page of the format, in Markdown.
pub fn format() -> String {
    let mut page = "# Format\n\nEvery key of every file that a catalogue holds. This page is written by the program from the JSON Schemas that check the \
        files (`redtape schema`); the last column is what others call the same thing, where one of their terms surely means the same.\n\n"
        .to_owned();
    for (prefix, says) in terms::STANDARDS {
        page.push_str(&format!("- {prefix}: {says}\n"));
    }
    page.push_str(&values());
    for (kind, title) in FILES {
        let Some(schema) = read(kind) else { continue };
        page.push_str(&format!("\n## {title}\n\n{}\n", described(&schema, &schema)));
        parts(&schema, kind.name()).iter().for_each(|part| page.push_str(&table(part, &schema)));
    }
    page
}

/// The path of every key, for whoever wants to know whether one is there.
pub(super) fn paths() -> Vec<String> {
    let mut paths = Vec::new();
    for (kind, _) in FILES {
        let Some(schema) = read(kind) else { continue };
        paths.push(kind.name().to_owned());
        for part in parts(&schema, kind.name()) {
            paths.extend(keys(part.node).into_iter().flatten().map(|(key, _)| format!("{}/{key}", part.path)));
        }
    }
    paths
}

/// Nothing where the text is no JSON; a test keeps the built-in ones from that.
fn read(kind: Kind) -> Option<Value> {
    serde_json::from_str(kind.text()).map_or(None, Some)
}

/// The values that stand in many places, each with its line; the first file that has one says it.
fn values() -> String {
    let mut lines: Vec<(String, String)> = vec![("day".to_owned(), "As ISO 8601 has it, `2026-11-23`.".to_owned())];
    for schema in FILES.into_iter().filter_map(|(kind, _)| read(kind)) {
        for (name, node) in schema.get("$defs").and_then(Value::as_object).into_iter().flatten() {
            if !lines.iter().any(|(known, _)| known == name) {
                lines.push((name.clone(), described(node, &schema)));
            }
        }
    }
    let line = |(name, says): &(String, String)| format!("| <a id=\"{name}\"></a>{name} | {} |\n", cell(says));
    format!("\n## Values\n\n| value | how it is written |\n|---|---|\n{}", lines.iter().map(line).collect::<String>())
}

/// `node` and everything in it that has keys of its own, in the order written.
fn parts<'s>(node: &'s Value, path: &str) -> Vec<Part<'s>> {
    let mut found = vec![Part { path: path.to_owned(), node }];
    for (key, value) in keys(node).into_iter().flatten() {
        if let Some(inner) = inner(value) {
            found.extend(parts(inner, &format!("{path}/{key}")));
        }
    }
    found
}

/// The part of a key's schema that has keys: itself, what each item is, or what each name stands for.
fn inner(value: &Value) -> Option<&Value> {
    let each = ["items", "additionalProperties"].into_iter().filter_map(|way| value.get(way));
    std::iter::once(value).chain(each).find(|node| keys(node).is_some())
}

fn keys(node: &Value) -> Option<&Map<String, Value>> {
    node.get("properties")?.as_object()
}

fn table(part: &Part<'_>, schema: &Value) -> String {
    let (file, path) = part.path.split_once('/').unwrap_or((&part.path, ""));
    let heading = if path.is_empty() { String::new() } else { format!("\n### {file}: `{}`\n", path.replace('/', ".")) };
    let lines: String = keys(part.node).into_iter().flatten().map(|(key, value)| line(part, key, value, schema)).collect();
    format!("{heading}\n| key | value | what it says | elsewhere |\n|---|---|---|---|\n{lines}")
}

fn line(part: &Part<'_>, key: &str, value: &Value, schema: &Value) -> String {
    let required = part.node.get("required").and_then(Value::as_array).is_some_and(|keys| keys.iter().any(|one| one == key));
    let must = if required { "Required. " } else { "" };
    let term = terms::words(&format!("{}/{key}", part.path));
    format!("| `{key}` | {} | {must}{} | {} |\n", cell(&shape(value)), cell(&described(value, schema)), cell(term))
}

/// What a schema says of itself, or of what it refers to, or of each of its items.
fn described(node: &Value, schema: &Value) -> String {
    let own = |node: &Value| node.get("description").and_then(Value::as_str).map(str::to_owned);
    let shared = || own(schema.pointer(node.get("$ref")?.as_str()?.strip_prefix('#')?)?);
    let each = || own(node.get("items")?);
    let says = own(node).or_else(shared).or_else(each).unwrap_or_default();
    // How a day is written stands in the column of values.
    says.trim_end_matches(" A day as `2026-11-23`.").to_owned()
}

/// How a value is written, in words.
fn shape(node: &Value) -> String {
    let word = |key: &str| node.get(key).and_then(Value::as_str);
    if let Some(name) = word("$ref").and_then(|path| path.rsplit_once('/')) {
        return format!("[{0}](#{0})", name.1);
    }
    if let Some(options) = node.get("enum").and_then(Value::as_array) {
        return options.iter().map(|option| format!("`{}`", plain(option))).collect::<Vec<_>>().join(", ");
    }
    if let Some(value) = node.get("const") {
        return format!("`{}`", plain(value));
    }
    if word("pattern") == Some(DAY) {
        return "[day](#day)".to_owned();
    }
    let kinds: Vec<&str> = match node.get("type") {
        Some(Value::String(kind)) => vec![kind],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    kinds.into_iter().map(|kind| kind_in_words(kind, node)).collect::<Vec<_>>().join("; or ")
}

fn kind_in_words(kind: &str, node: &Value) -> String {
    match kind {
        "string" => node.pointer("/then/enum").map_or_else(|| "words".to_owned(), |options| shape(&serde_json::json!({"enum": options}))),
        "integer" => "whole number".to_owned(),
        "boolean" => "true or false".to_owned(),
        "null" => "nothing".to_owned(),
        "array" => {
            node.get("items").map(shape).filter(|item| !item.is_empty()).map_or_else(|| "list".to_owned(), |item| format!("list: {item}"))
        }
        "object" => {
            let named = node.get("additionalProperties").filter(|rest| rest.is_object()).map(shape).filter(|rest| !rest.is_empty());
            named.map_or_else(|| "map".to_owned(), |rest| format!("map by name: {rest}"))
        }
        other => other.to_owned(),
    }
}

/// A JSON value without quotation marks.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
