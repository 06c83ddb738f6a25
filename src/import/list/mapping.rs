//! A mapping: which column of somebody's list is what.

use serde_json::{Map, Value as Json};

use crate::{
    import::list::known::To,
    problem::Problem,
    schema::{self, Kind},
    span::FileId,
    yaml::{self, Node, Value},
};

/// How the columns of a list are to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The sheet; the first that holds a list where none is named.
    pub(in crate::import) sheet: Option<String>,
    /// The row of the headings, from 0; found by their words where none is named.
    pub(in crate::import) heading_row: Option<u32>,
    /// Each heading as it stands in the sheet, and what is under it; nothing where the column is left out.
    pub(in crate::import) columns: Vec<(String, Option<Column>)>,
}

/// What a column is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct Column {
    /// What stands in it.
    pub to: To,
    /// What parts several values in one cell; line breaks and semicolons where nothing is named.
    pub separators: Vec<String>,
}

/// The mapping that `text` holds, and what in it could not be understood.
pub fn mapping(file: FileId, text: &str) -> (Mapping, Vec<Problem>) {
    let (tree, mut problems) = yaml::parse(file, text);
    let mut mapping = Mapping::default();
    let Some(node) = tree.documents.first() else { return (mapping, problems) };
    problems.extend(schema::check(Kind::Mapping, node));
    if !problems.is_empty() {
        return (mapping, problems);
    }
    mapping.sheet = node.get("sheet").and_then(Node::text).map(str::to_owned);
    mapping.heading_row = match node.get("heading_row").map(|row| &row.value) {
        Some(Value::Number(written)) => written.parse::<u32>().map_or(None, |row| row.checked_sub(1)),
        _ => None,
    };
    for entry in node.get("columns").map(Node::entries).unwrap_or_default() {
        mapping.columns.push((entry.key.value.clone().into_owned(), column(&entry.value)));
    }
    (mapping, problems)
}

fn column(node: &Node<'_>) -> Option<Column> {
    let to = node.text().or_else(|| node.get("to").and_then(Node::text)).and_then(To::of)?;
    let separators = node.get("separators").map(Node::items).unwrap_or_default();
    Some(Column { to, separators: separators.iter().filter_map(|one| one.text().map(str::to_owned)).collect() })
}

/// A mapping for a list with these headings, as a file: what could be told of them, and nothing for the rest.
pub(in crate::import) fn suggested(sheet: &str, row: u32, heads: &[(String, Option<To>)]) -> Result<String, String> {
    let column = |(head, to): &(String, Option<To>)| (head.clone(), to.map_or(Json::Null, |to| Json::from(to.key())));
    let whole = Map::from_iter([
        ("sheet".to_owned(), Json::from(sheet)),
        ("heading_row".to_owned(), Json::from(row + 1)),
        ("columns".to_owned(), Json::Object(heads.iter().map(column).collect())),
    ]);
    let keys: Vec<&str> = To::ALL.iter().map(|(key, _)| *key).collect();
    Ok(format!("# What may stand beside a heading: {}; null leaves the column out.\n{}", keys.join(", "), yaml::write(&whole)?))
}
