//! Sheets of ours, turned back into the procedures they were made from.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::{
    import::{
        Refused, cell,
        heads::{self, Heads},
        layout::{self, CODE, FILE, PROCEDURES, Shape, Sheet},
        office::grid::{Cell, Grid},
    },
    text,
};

/// A procedure as its rows tell it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rebuilt {
    /// Its code.
    pub code: String,
    /// The file that it stood in, where the sheet says so.
    pub file: Option<String>,
    /// What its file says.
    pub value: Value,
}

/// What the sheets say, and every mistake in them.
#[derive(Default)]
struct Sheets {
    procedures: Vec<Rebuilt>,
    by_code: BTreeMap<String, Vec<usize>>,
    by_file: BTreeMap<String, usize>,
    mistakes: Vec<Refused>,
}

/// One row of a sheet.
struct Row<'r> {
    sheet: &'r Sheet,
    grid: &'r Grid,
    heads: &'r Heads<'r>,
    at: u32,
    cells: &'r BTreeMap<u32, Cell>,
}

/// A column, and what is wrong there.
type Wrong = (u32, String);

/// Whether one of the sheets holds procedures as we write them.
pub(super) fn is_ours(grids: &[Grid]) -> bool {
    grids.iter().any(|grid| grid.name == PROCEDURES && heads::first(grid).is_some_and(|(_, heads)| heads.contains_key(CODE)))
}

/// The procedures that the sheets hold, in their order, and every mistake in the sheets.
pub(super) fn procedures(grids: &[Grid]) -> (Vec<Rebuilt>, Vec<Refused>) {
    let mut sheets = Sheets::default();
    let known = layout::sheets();
    for grid in grids.iter().filter(|grid| !grid.name.starts_with('_') && !known.iter().any(|sheet| sheet.name == grid.name)) {
        let near = text::nearest(&text::fold(&grid.name), known.iter().map(|sheet| sheet.name.as_str()));
        let near = near.map_or_else(String::new, |near| format!(" (did you mean `{near}`?)"));
        let says = format!("no sheet is called `{}`{near}; take it out, or begin its name with `_`", grid.name);
        sheets.wrong(grid, 0, (0, says));
    }
    for sheet in known {
        for grid in grids.iter().filter(|grid| grid.name == sheet.name) {
            let (heads, wrong) = heads::of(sheet, grid);
            sheets.mistakes.extend(wrong);
            let Some(heads) = heads else { continue };
            for (row, cells) in grid.rows().filter(|(row, _)| *row > heads.row) {
                sheets.row(&Row { sheet, grid, heads: &heads, at: row, cells });
            }
        }
    }
    for procedure in &mut sheets.procedures {
        procedure.value = layout::ordered(std::mem::take(&mut procedure.value));
    }
    (sheets.procedures, sheets.mistakes)
}

impl Row<'_> {
    /// What the row says under a heading that links it.
    fn link(&self, head: &str) -> Option<(u32, &Cell)> {
        let at = self.heads.links.get(head)?;
        Some((*at, self.cells.get(at)?))
    }

    /// The words under such a heading.
    fn named(&self, head: &str) -> Result<Option<(u32, String)>, Wrong> {
        match self.link(head) {
            Some((at, cell)) => cell::said(cell).map(|said| Some((at, layout::unquoted(&said)))).map_err(|says| (at, says)),
            None => Ok(None),
        }
    }
}

impl Sheets {
    fn wrong(&mut self, grid: &Grid, row: u32, (column, says): Wrong) {
        self.mistakes.push(Refused { reason: format!("{}: {says}", grid.place(row, column)) });
    }

    fn row(&mut self, row: &Row<'_>) {
        let mut item = Value::Null;
        for (at, cell) in row.cells {
            let Some(column) = row.heads.columns.get(at) else {
                if !row.heads.links.values().any(|link| link == at) {
                    self.wrong(row.grid, row.at, (*at, "there is no heading above this cell".to_owned()));
                }
                continue;
            };
            let is_code = row.sheet.path.is_empty() && column.head == CODE;
            let read = if is_code { cell::code(cell).map(|(code, _)| Value::String(code)) } else { cell::value(column, cell) };
            match (read, column.null) {
                (Ok(Value::Null), Some(keys)) => set(&mut item, column.path.get(..keys).unwrap_or_default(), Value::Null),
                (Ok(value), _) => set(&mut item, &column.path, value),
                (Err(says), _) => self.wrong(row.grid, row.at, (*at, says)),
            }
        }
        let put = if row.sheet.path.is_empty() { self.procedure(row, item) } else { self.item(row, item) };
        if let Err(wrong) = put {
            self.wrong(row.grid, row.at, wrong);
        }
    }

    /// A row of the procedures.
    fn procedure(&mut self, row: &Row<'_>, value: Value) -> Result<(), Wrong> {
        let code = value.get(CODE).and_then(Value::as_str).map(str::to_owned);
        let code = code.ok_or((0, "this row has no code; write it under `procedure`, as 1.000123".to_owned()))?;
        let named = row.named(FILE)?;
        let at = self.procedures.len();
        if let Some((column, file)) = &named {
            if !is_safe(file) {
                return Err((*column, "a file is named from the folder of the procedures, as `land/one.yaml`".to_owned()));
            }
            if self.by_file.insert(file.clone(), at).is_some() {
                return Err((*column, format!("two rows are of the file `{file}`")));
            }
        }
        self.by_code.entry(code.clone()).or_default().push(at);
        self.procedures.push(Rebuilt { code, file: named.map(|(_, file)| file), value });
        Ok(())
    }

    /// Which procedure a row belongs to.
    fn owner(&self, row: &Row<'_>) -> Result<usize, Wrong> {
        if let Some((at, file)) = row.named(FILE)? {
            return self.by_file.get(&file).copied().ok_or_else(|| (at, format!("no row of `{PROCEDURES}` is of the file `{file}`")));
        }
        let Some((at, cell)) = row.link(CODE) else {
            return Err((0, format!("this row does not say what it belongs to; write the code under `{CODE}`")));
        };
        let (code, _) = cell::code(cell).map_err(|says| (at, says))?;
        match self.by_code.get(&code).map(Vec::as_slice) {
            Some([one]) => Ok(*one),
            Some(_) => Err((at, format!("several procedures have the code `{code}`; name the file under `{FILE}`"))),
            None => Err((at, format!("no row of `{PROCEDURES}` has the code `{code}`"))),
        }
    }

    /// A row of a list, put where it belongs.
    fn item(&mut self, row: &Row<'_>, item: Value) -> Result<(), Wrong> {
        let owner = self.owner(row)?;
        let Some(procedure) = self.procedures.get_mut(owner) else { return Ok(()) };
        let mut place = &mut procedure.value;
        if let Some(parent) = row.sheet.parent.as_ref().and_then(|parent| layout::sheets().iter().find(|sheet| sheet.name == *parent)) {
            let link = layout::singular(&parent.name);
            let Some((at, name)) = row.named(&link)? else {
                return Err((0, format!("this row does not say under `{link}` what it belongs to")));
            };
            place = within(place, &parent.path, &name)
                .ok_or_else(|| (at, format!("no row of `{}` is called `{name}` in this procedure", parent.name)))?;
        }
        let item = if item.is_null() { Value::Object(Map::new()) } else { item };
        match row.sheet.links.last().filter(|_| row.sheet.shape == Shape::Keyed) {
            None => append(place, &row.sheet.path, item),
            Some(link) => {
                let (_, key) = row.named(link)?.ok_or_else(|| (0, format!("this row has no name under `{link}`")))?;
                let path: Vec<String> = row.sheet.path.iter().cloned().chain([key]).collect();
                set(place, &path, item);
            }
        }
        Ok(())
    }
}

/// Whether the name of a file stays in its folder.
fn is_safe(file: &str) -> bool {
    let named = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', ':', '\0']);
    let whole = file.split_once('#').map_or(file, |(file, _)| file);
    whole.split('/').all(named) && (whole.ends_with(".yaml") || whole.ends_with(".yml"))
}

/// The item of the list at `path` that is called `name`, by its id or by its number.
fn within<'v>(value: &'v mut Value, path: &[String], name: &str) -> Option<&'v mut Value> {
    let pointer = format!("/{}", path.join("/"));
    let items = value.pointer_mut(&pointer)?.as_array_mut()?;
    if let Some(Ok(number)) = name.strip_prefix('#').map(str::parse::<usize>) {
        return items.get_mut(number.checked_sub(1)?);
    }
    items.iter_mut().find(|item| item.get("id").is_some_and(|id| id == name))
}

fn append(value: &mut Value, path: &[String], item: Value) {
    let mut place = value;
    for key in path {
        place = under(place, key);
    }
    match place {
        Value::Array(items) => items.push(item),
        other => *other = Value::Array(vec![item]),
    }
}

fn set(value: &mut Value, path: &[String], to: Value) {
    let mut place = value;
    for key in path {
        place = under(place, key);
    }
    *place = to;
}

/// What stands under `key`, which is made where it is not there.
fn under<'v>(value: &'v mut Value, key: &str) -> &'v mut Value {
    if !value.is_object() {
        *value = Value::Object(Map::new());
    }
    match value {
        Value::Object(map) => map.entry(key).or_insert(Value::Null),
        other => other,
    }
}
