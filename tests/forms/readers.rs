//! The readers: what each makes of a form, or why it would refuse it.

use std::{fs, path::Path};

use serde_json::Value;

/// The schema of SARIF 2.1.0, which stands beside the project where it is developed and is no part of it.
const SARIF: &str = "../shared/data/schemas/sarif-2.1.0.schema.json";

/// What the published schema holds against a log; `None` where the schema is not at hand.
pub(crate) fn sarif(text: &str) -> Option<Vec<String>> {
    let path = [SARIF, "../../shared/data/schemas/sarif-2.1.0.schema.json"].into_iter().find(|path| Path::new(path).is_file())?;
    let schema: Value = serde_json::from_str(&fs::read_to_string(path).expect("the schema can be read")).expect("the schema is JSON");
    Some(faults(&schema, text))
}

/// What a schema holds against a text in JSON, the first few.
pub(crate) fn faults(schema: &Value, text: &str) -> Vec<String> {
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(fault) => return vec![fault.to_string()],
    };
    let schema = jsonschema::validator_for(schema).expect("a schema that can be used");
    schema.iter_errors(&value).take(20).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// The rows of a table, the names first.
pub(crate) fn csv(text: &str) -> Result<Vec<Vec<String>>, String> {
    let rows = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes()).into_records();
    rows.map(|row| row.map(|row| row.iter().map(str::to_owned).collect()).map_err(|fault| fault.to_string())).collect()
}
