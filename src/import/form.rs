//! One printed form of a procedure while it is being read: what stands under each label.

use serde_json::{Map, Value};

use crate::{
    import::{
        labels::{BASES, CODE, DOSSIER, FEES, LIMIT, WAYS, is_plain},
        office::word::{self, Block},
    },
    text,
};

/// One form being read.
#[derive(Default)]
pub(super) struct Form {
    said: Map<String, Value>,
    label: Option<&'static str>,
    heading: String,
}

impl Form {
    /// Whether something stands under `label` already.
    pub(super) fn holds(&self, label: &str) -> bool {
        self.said.contains_key(label)
    }

    /// Begins what stands under `label`.
    pub(super) fn begin(&mut self, label: &'static str) {
        self.turn_to(label);
        if is_plain(label) {
            self.said.entry(label).or_insert_with(|| Value::String(String::new()));
        }
    }

    /// Goes on under `label`, which a table shows by its heads.
    pub(super) fn turn_to(&mut self, label: &'static str) {
        if self.label != Some(label) {
            self.label = Some(label);
            self.heading.clear();
        }
    }

    /// Adds `words` to what stands under the label that was begun.
    pub(super) fn say(&mut self, words: &str) {
        let words = words.trim();
        let Some(label) = self.label.filter(|_| !words.is_empty()) else { return };
        if label == DOSSIER {
            self.heading = words.to_owned();
        }
        if is_plain(label) {
            if let Some(Value::String(said)) = self.said.get_mut(label) {
                if !said.is_empty() {
                    said.push('\n');
                }
                said.push_str(words);
            }
            return;
        }
        // Kept until it is known whether a table follows, of which this is the heading.
        let loose = self.said.entry(loose(label)).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(lines) = loose {
            lines.extend(words.lines().map(|line| Value::String(line.to_owned())));
        }
    }

    /// Adds one row of the table that belongs to `label`.
    pub(super) fn row(&mut self, label: &'static str, columns: &[Option<&'static str>], cells: &[Vec<Block>]) {
        let mut row = Map::new();
        for (column, cell) in columns.iter().zip(cells) {
            if let Some(column) = column {
                row.insert((*column).to_owned(), Value::String(word::words(cell)));
            }
        }
        if row.values().all(|value| value.as_str().is_none_or(str::is_empty)) {
            return;
        }
        if label == DOSSIER {
            let parts = self.said.entry(label).or_insert_with(|| Value::Object(Map::new()));
            let part = parts.as_object_mut().map(|parts| parts.entry(self.heading.clone()).or_insert_with(|| Value::Array(Vec::new())));
            push(part, row);
        } else {
            push(Some(self.said.entry(label).or_insert_with(|| Value::Array(Vec::new()))), row);
        }
    }

    /// The table of words; what stood as loose lines where a table was expected is read line by line.
    pub(super) fn done(mut self) -> Map<String, Value> {
        for label in [WAYS, DOSSIER, BASES] {
            let lines = match self.said.remove(&loose(label)) {
                Some(Value::Array(lines)) if !self.said.contains_key(label) => lines,
                _ => continue,
            };
            let lines: Vec<&str> = lines.iter().filter_map(Value::as_str).collect();
            let read = match label {
                WAYS => ways(&lines),
                DOSSIER => Value::Object(Map::from_iter([(String::new(), rows("Tên giấy tờ", "Tên giấy tờ", &lines))])),
                _ => rows("Số ký hiệu", "Trích yếu", &lines),
            };
            self.said.insert(label.to_owned(), read);
        }
        self.spread();
        self.said.entry(CODE).or_insert_with(|| Value::String(String::new()));
        self.said
    }

    /// A limit or a fee with a label of its own holds for every way to apply that gives none.
    fn spread(&mut self) {
        for key in [LIMIT, FEES] {
            let Some(words) = self.said.remove(key) else { continue };
            let ways = self.said.entry(WAYS).or_insert_with(|| Value::Array(vec![Value::Object(Map::new())]));
            for way in ways.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
                way.entry(key).or_insert_with(|| words.clone());
            }
        }
    }
}

fn push(list: Option<&mut Value>, row: Map<String, Value>) {
    if let Some(Value::Array(rows)) = list {
        rows.push(Value::Object(row));
    }
}

/// Where the loose lines of a label are kept.
fn loose(label: &str) -> String {
    format!("loose {label}")
}

/// The ways to apply that lines of words name.
fn ways(lines: &[&str]) -> Value {
    let named = [("trực tiếp", "Trực tiếp"), ("trực tuyến", "Trực tuyến"), ("bưu chính", "Dịch vụ bưu chính")];
    let whole = lines.join("\n");
    let folded = text::fold(&whole);
    let ways = named.into_iter().filter(|(mark, _)| folded.contains(mark));
    let way = |(_, name): (&str, &str)| Value::Object(Map::from_iter([("Hình thức nộp", name), ("Mô tả", &whole)].map(text_of)));
    Value::Array(ways.map(way).collect())
}

fn rows(first: &str, second: &str, lines: &[&str]) -> Value {
    let row = |line: &&str| Value::Object(Map::from_iter([(first, *line), (second, *line)].map(text_of)));
    Value::Array(lines.iter().map(row).collect())
}

fn text_of((key, value): (&str, &str)) -> (String, Value) {
    (key.to_owned(), Value::String(value.to_owned()))
}
