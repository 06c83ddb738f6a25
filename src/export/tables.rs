//! Procedures as the rows of linked sheets; whatever has no place there is named, and nothing is left out in silence.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    date::Date,
    import::layout::{self, CODE, Column, FILE, Holds, NULL, PROCEDURES, Shape, Sheet, listed, quoted},
    yaml::{Node, Value},
};

/// What a cell will hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Put {
    /// Nothing.
    Nothing,
    /// Words.
    Text(String),
    /// A number, as written.
    Number(String),
    /// A truth.
    Flag(bool),
    /// A day.
    Day(Date),
}

/// A sheet and its rows; the first is the headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The sheet.
    pub sheet: &'static Sheet,
    /// The headings.
    pub heads: Vec<&'static str>,
    /// The rows below them.
    pub rows: Vec<Vec<Put>>,
}

/// A procedure to be written: the file that it stands in, as the sheets name it, and what it says.
pub struct Source<'s> {
    /// The file, from the folder of the procedures.
    pub file: String,
    /// The procedure.
    pub node: &'s Node<'s>,
}

/// The sheets for `sources`, those without rows as well; or everything in them that has no place in a sheet.
pub fn tables(sources: &[Source<'_>]) -> Result<Vec<Table>, Vec<String>> {
    let heads = |sheet: &'static Sheet| {
        let file = sheet.path.is_empty().then_some(FILE);
        let links = sheet.links.iter().map(String::as_str);
        file.into_iter().chain(links).chain(sheet.columns.iter().map(|column| column.head.as_str())).collect()
    };
    let mut writer = Writer {
        tables: layout::sheets().iter().map(|sheet| Table { sheet, heads: heads(sheet), rows: Vec::new() }).collect(),
        wrong: Vec::new(),
        file: String::new(),
        code: String::new(),
        named: BTreeMap::new(),
    };
    for source in sources {
        writer.named.clear();
        writer.file.clone_from(&source.file);
        source.node.get(CODE).and_then(Node::text).unwrap_or_default().clone_into(&mut writer.code);
        writer.row(PROCEDURES, vec![Put::Text(quoted(&source.file, false))], source.node);
    }
    writer.tables.iter_mut().for_each(without_unsaid);
    if writer.wrong.is_empty() { Ok(writer.tables) } else { Err(writer.wrong) }
}

/// Leaves out the columns of languages in which nothing is said.
fn without_unsaid(table: &mut Table) {
    let kept: Vec<bool> = (0..table.heads.len())
        .map(|at| {
            let column = table.heads.get(at).and_then(|head| table.sheet.columns.iter().find(|column| column.head == *head));
            let said = || table.rows.iter().any(|row| row.get(at).is_some_and(|put| *put != Put::Nothing));
            column.is_none_or(|column| column.language.is_none()) || said()
        })
        .collect();
    let mut keep = kept.iter();
    table.heads.retain(|_| keep.next() == Some(&true));
    for row in &mut table.rows {
        let mut keep = kept.iter();
        row.retain(|_| keep.next() == Some(&true));
    }
}

/// The sheets while they are being filled, and of which procedure.
struct Writer {
    tables: Vec<Table>,
    wrong: Vec<String>,
    file: String,
    code: String,
    named: BTreeMap<&'static str, Named>,
}

/// How the items of one list of a procedure are called in the rows that belong to them.
#[derive(Default)]
struct Named {
    ids: BTreeSet<String>,
    count: usize,
    last: String,
}

impl Named {
    /// Names the next item: by its id, or by its number where it has none of its own.
    fn next(&mut self, node: &Node<'_>) {
        self.count += 1;
        let id = node.get("id").and_then(Node::text).filter(|id| !id.starts_with('#'));
        self.last = match id {
            Some(id) if self.ids.insert(id.to_owned()) => id.to_owned(),
            _ => format!("#{}", self.count),
        };
    }
}

impl Writer {
    /// Adds the row of `node` to the sheet `name`, after the cells that link it.
    fn row(&mut self, name: &str, links: Vec<Put>, node: &Node<'_>) {
        let Some(at) = self.tables.iter().position(|table| table.sheet.name == name) else { return };
        let Some(sheet) = self.tables.get(at).map(|table| table.sheet) else { return };
        let first = links.len();
        let mut row = links;
        row.resize(first + sheet.columns.len(), Put::Nothing);
        let place = self.tables.get(at).map_or(0, |table| table.rows.len());
        if let Some(table) = self.tables.get_mut(at) {
            table.rows.push(Vec::new());
        }
        self.named.entry(&sheet.name).or_default().next(node);
        let mut said = Vec::new();
        match (&node.value, sheet.short) {
            (Value::Text(_), Some(short)) => self.said(sheet, &[short], node, &mut said),
            (Value::Text(_) | Value::Map(_), _) => self.said(sheet, &[], node, &mut said),
            (Value::Null, _) => (),
            _ => self.lost(sheet, &[], node),
        }
        for (column, put) in said {
            if let Some(cell) = row.get_mut(first + column) {
                *cell = put;
            }
        }
        if let Some(kept) = self.tables.get_mut(at).and_then(|table| table.rows.get_mut(place)) {
            *kept = row;
        }
    }

    /// What `node`, which stands at `path` of an item of `sheet`, says: cells of this row, and rows of other sheets.
    fn said(&mut self, sheet: &'static Sheet, path: &[&str], node: &Node<'_>, cells: &mut Vec<(usize, Put)>) {
        let column = sheet.columns.iter().position(|column| column.path == path);
        let list = layout::sheets().iter().find(|list| list.path == path && !path.is_empty() && is_in(list, sheet));
        match (&node.value, column, list) {
            (_, _, Some(list)) => self.list(list, node),
            (Value::Null, Some(at), _) => {
                let own = sheet.columns.get(at).is_some_and(|column| column.null.is_some());
                cells.extend(own.then(|| (at, Put::Text(NULL.to_owned()))));
            }
            (Value::Null, None, _) => {
                let first = sheet.columns.iter().position(|column| column.null == Some(path.len()) && starts(&column.path, path));
                cells.extend(first.map(|at| (at, Put::Text(NULL.to_owned()))));
            }
            (Value::Map(entries), _, _) => {
                for entry in entries {
                    let inner: Vec<&str> = path.iter().copied().chain([&*entry.key.value]).collect();
                    self.said(sheet, &inner, &entry.value, cells);
                }
            }
            (_, Some(at), _) => match sheet.columns.get(at).map(|column| put(column, node)) {
                Some(Some(put)) => cells.push((at, put)),
                Some(None) | None => self.lost(sheet, path, node),
            },
            (_, None, None) => self.lost(sheet, path, node),
        }
    }

    /// The rows of a list.
    fn list(&mut self, list: &'static Sheet, node: &Node<'_>) {
        let linked = [Put::Text(quoted(&self.code, false)), Put::Text(quoted(&self.file, false))];
        let links = || linked.clone().into_iter();
        if list.shape == Shape::Keyed {
            for entry in node.entries() {
                let links = links().chain([Put::Text(quoted(&entry.key.value, false))]).collect();
                self.row(&list.name, links, &entry.value);
            }
            return;
        }
        // What stands alone where a list may stand is a list of one.
        let items = if matches!(node.value, Value::Text(_) | Value::Map(_)) { std::slice::from_ref(node) } else { node.items() };
        let parents = list.parent.as_ref().and_then(|parent| self.named.get(parent.as_str())).map(|named| named.last.clone());
        for item in items {
            let links = links().chain(parents.clone().map(|parent| Put::Text(quoted(&parent, false)))).collect();
            self.row(&list.name, links, item);
        }
    }

    fn lost(&mut self, sheet: &Sheet, path: &[&str], node: &Node<'_>) {
        let what = match &node.value {
            Value::Map(_) => "a map".to_owned(),
            Value::List(_) => "a list".to_owned(),
            Value::Null => "nothing".to_owned(),
            Value::Bool(yes) => format!("`{yes}`"),
            Value::Number(words) | Value::Text(words) => format!("`{}`", crate::text::shorten(words, 40)),
        };
        let key = if path.is_empty() { String::new() } else { format!(", under `{}`", path.join(".")) };
        self.wrong.push(format!(
            "{}: {what} in `{}`{key} has no place in a sheet; `redtape check` says what is wrong with it",
            self.file, sheet.name
        ));
    }
}

fn starts(path: &[String], with: &[&str]) -> bool {
    path.len() > with.len() && path.iter().zip(with).all(|(one, other)| one == other)
}

/// Whether `list` is a list of the items of `sheet`.
fn is_in(list: &Sheet, sheet: &Sheet) -> bool {
    match &list.parent {
        Some(parent) => *parent == sheet.name,
        None => sheet.path.is_empty(),
    }
}

/// What `node` is in a cell of `column`; none where it does not fit.
fn put(column: &Column, node: &Node<'_>) -> Option<Put> {
    let nullable = column.null.is_some();
    match (&column.holds, &node.value) {
        (Holds::List { .. }, Value::List(items)) => {
            let words: Option<Vec<String>> = items.iter().map(|item| item.text().map(str::to_owned)).collect();
            words.map(|words| Put::Text(listed(&words)))
        }
        (Holds::List { alone: true }, Value::Text(words)) => Some(Put::Text(listed(&[words.clone().into_owned()]))),
        (Holds::Day, Value::Text(words)) => Date::parse(words).map(Put::Day),
        (Holds::Text, Value::Text(words)) => Some(Put::Text(quoted(words, nullable))),
        (Holds::OneOf(_) | Holds::Length | Holds::Money, Value::Text(words)) => Some(Put::Text(words.clone().into_owned())),
        (Holds::Whole | Holds::Number, Value::Number(written)) => Some(Put::Number(written.clone().into_owned())),
        (Holds::Flag, Value::Bool(yes)) => Some(Put::Flag(*yes)),
        _ => None,
    }
}
