//! Rows of real dossiers with the labels a reader gave them.

use std::{fs, path::PathBuf};

use redtape::{files, text};
use serde::Deserialize;
use serde_json::Value;

/// One row and its labels; the head of the file says what they mean.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Row {
    text: Option<String>,
    row: Option<String>,
    hash: Option<String>,
    pub(crate) evidence: Vec<String>,
    pub(crate) any_of: bool,
    #[serde(rename = "as")]
    pub(crate) forms: Vec<String>,
    pub(crate) conditional: bool,
    pub(crate) waived: bool,
    pub(crate) only_if_not_found: bool,
    pub(crate) form_about: Option<String>,
    pub(crate) handed_back: bool,
    pub(crate) vague: bool,
    pub(crate) guidance: bool,
}

#[derive(Deserialize)]
struct File {
    rows: Vec<Row>,
}

/// The rows in `yaml`.
pub(crate) fn read(yaml: &str) -> Vec<Row> {
    serde_yaml::from_str::<File>(yaml).unwrap().rows
}

impl Row {
    /// What the row is called where its words do not stand here.
    pub(crate) fn name(&self) -> &str {
        self.row.as_deref().unwrap_or_default()
    }

    /// The words of the row, from the published procedures where they do not stand here.
    pub(crate) fn words(&self) -> Option<String> {
        if self.text.is_some() {
            return self.text.clone();
        }
        let data = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
        if !data.is_dir() {
            return None;
        }
        let (path, place) = self.name().split_once('#').expect("a file and a place in it");
        let (case, row) = place.split_once('/').expect("a case and a row");
        let record = serde_json::from_str(&fs::read_to_string(data.join(path)).unwrap()).unwrap();
        let words = find(&record, case.parse().unwrap(), row.parse().unwrap());
        let words = words.unwrap_or_else(|| panic!("{}: no such row", self.name()));
        let hash = format!("{:016x}", files::hash_of(&text::fold(&words)));
        assert_eq!(Some(hash), self.hash, "{}: not the row that was labelled", self.name());
        Some(words)
    }
}

/// The row at that place of a record of either collection.
fn find(record: &Value, case: usize, row: usize) -> Option<String> {
    let words = match record.get("data") {
        Some(data) => &data["executionCases"][case]["profileComponents"][row]["name"],
        None => &record["Thành phần hồ sơ:"].as_object()?.values().nth(case)?[row]["Tên giấy tờ"],
    };
    words.as_str().map(str::to_owned)
}
