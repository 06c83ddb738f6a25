//! Procedures of every key and of hostile words go through a workbook and through texts, and come back as they were.

#[path = "office/tree.rs"]
mod tree;

use proptest::prelude::*;
use redtape::{
    export::{self, Source},
    import::{
        self,
        layout::{self, Column, Holds, Shape, Sheet},
    },
    span::FileId,
    yaml,
};
use serde_json::{Map, Value, json};

/// Words that spreadsheets, YAML or our own cells could take for something else.
const WORDS: [&str; 30] = [
    "",
    " ",
    "null",
    "~",
    "=1+1",
    "+84",
    "-5",
    "@x",
    "'=1",
    "''=1",
    "'quoted'",
    "\"a\"",
    "\"",
    "[\"a\"]",
    "[x]",
    "a\nb",
    " a ",
    "1.000094",
    "0",
    "true",
    "2026-01-01",
    "_x000D_",
    "a;b",
    "a; b",
    "tiếng Việt 👍",
    "a\tb",
    "#1",
    "#REF!",
    "a,b\"c",
    "＝1",
];

/// A source of choices.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn words(&mut self) -> Value {
        let at = self.roll(WORDS.len() as u64 * 2);
        WORDS.get(at as usize).map_or_else(|| json!(format!("words {at}")), |words| json!(words))
    }

    fn value(&mut self, column: &Column) -> Value {
        match &column.holds {
            Holds::Text => self.words(),
            Holds::OneOf(words) => json!(words[self.roll(words.len() as u64) as usize]),
            Holds::List { alone } if *alone && self.roll(2) == 0 => self.words(),
            Holds::List { .. } => (0..self.roll(4)).map(|_| self.words()).collect(),
            Holds::Whole => json!(self.roll(100_000)),
            Holds::Number => json!(self.roll(100_000) as f64 / 1000.0),
            Holds::Flag => json!(self.roll(2) == 0),
            Holds::Day => json!(format!("{}-{:02}-{:02}", 1850 + self.roll(300), 1 + self.roll(12), 1 + self.roll(28))),
            Holds::Length => json!("7.5 working days"),
            Holds::Money => json!("8000 VND"),
        }
    }

    /// An item of `sheet`, with what belongs to it.
    fn item(&mut self, sheet: &Sheet) -> Value {
        let mut item = if sheet.shape == Shape::Words { Value::Null } else { json!({}) };
        for column in &sheet.columns {
            let wanted = sheet.shape == Shape::Words && item.is_null() || self.roll(3) == 0;
            if !wanted || !is_free(&item, &column.path) {
                continue;
            }
            match column.null.filter(|_| self.roll(3) == 0) {
                Some(keys) if is_free(&item, &column.path[..keys]) => set(&mut item, &column.path[..keys], Value::Null),
                _ => {
                    let value = self.value(column);
                    set(&mut item, &column.path, value);
                }
            }
        }
        for list in layout::sheets().iter().filter(|list| !list.path.is_empty() && list.parent.is_some() != sheet.path.is_empty()) {
            if list.parent.as_ref().is_none_or(|parent| *parent == sheet.name) {
                let items: Vec<Value> = (0..self.roll(4)).map(|_| self.item(list)).collect();
                match (list.shape, items.is_empty()) {
                    (_, true) => (),
                    (Shape::Keyed, _) => {
                        let key = |(at, item)| (format!("{}{at}", self.words().as_str().unwrap()), item);
                        let map = items.into_iter().enumerate().map(key).collect();
                        set(&mut item, &list.path, Value::Object(map));
                    }
                    (Shape::Maps | Shape::Words, _) => set(&mut item, &list.path, Value::Array(items)),
                }
            }
        }
        item
    }
}

/// Whether something can still be said at `path`.
fn is_free(item: &Value, path: &[String]) -> bool {
    let mut place = item;
    for (at, key) in path.iter().enumerate() {
        match place.get(key) {
            Some(inner) if at + 1 < path.len() && inner.is_object() => place = inner,
            Some(_) => return false,
            None => return place.is_object() || at == 0 && place.is_null(),
        }
    }
    place.is_null()
}

fn set(item: &mut Value, path: &[String], value: Value) {
    let mut place = item;
    for key in path {
        if !place.is_object() {
            *place = Value::Object(Map::new());
        }
        place = place.as_object_mut().unwrap().entry(key).or_insert(Value::Null);
    }
    *place = value;
}

/// Where two values are not the same, and what stands there.
fn apart(at: &str, was: &Value, is: &Value) -> Option<String> {
    match (was, is) {
        (Value::Object(one), Value::Object(other)) if one.len() == other.len() => {
            one.iter().find_map(|(key, was)| apart(&format!("{at}/{key}"), was, other.get(key).unwrap_or(&Value::Null)))
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            one.iter().zip(other).enumerate().find_map(|(item, (was, is))| apart(&format!("{at}/{item}"), was, is))
        }
        _ => (was != is).then(|| format!("{at}: {was} {is}")),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn nothing_is_lost(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let texts: Vec<String> = (0..3).map(|_| {
            let mut one = dice.item(&layout::sheets()[0]);
            one["procedure"] = dice.words();
            serde_yaml::to_string(&one).unwrap()
        }).collect();
        let trees: Vec<_> = texts.iter().map(|text| yaml::parse(FileId(0), text).0).collect();
        let sources: Vec<Source<'_>> = trees.iter().enumerate().map(|(at, tree)| Source { file: format!("f/{at}.yaml"), node: &tree.documents[0] }).collect();
        let tables = export::tables(&sources).unwrap();
        let book = vec![("a.xlsx".to_owned(), export::xlsx(&tables).unwrap())];
        let csv = export::csv(&tables).unwrap().into_iter().map(|(name, text)| (name, text.into_bytes())).collect::<Vec<_>>();
        for files in [book, csv] {
            let back = import::sheets(&files).unwrap();
            prop_assert_eq!(back.len(), texts.len());
            for (found, text) in back.iter().zip(&texts) {
                let (was, is) = (Value::from(tree::of(text)), Value::from(tree::of(&found.text)));
                prop_assert_eq!(apart("", &was, &is), None);
            }
        }
    }
}
