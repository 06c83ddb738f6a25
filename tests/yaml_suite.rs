//! Every case of the public YAML test suite, as a test of its own, where the suite lies beside the project.

use std::{
    fs,
    path::{Path, PathBuf},
};

use libtest_mimic::{Arguments, Failed, Trial};
use redtape::{
    problem::Kind,
    span::FileId,
    yaml::{self, Node, Value},
};
use serde_json::Value as Json;

const SUITE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/yaml-test-suite");

fn main() {
    let root = Path::new(SUITE);
    let mut folders = Vec::new();
    cases(root, &mut folders);
    folders.sort();
    let mut trials: Vec<Trial> = folders
        .into_iter()
        .map(|folder| {
            let name = folder.strip_prefix(root).unwrap_or(&folder).display().to_string();
            Trial::test(name, move || holds(&folder))
        })
        .collect();
    if trials.is_empty() {
        let none = "the_yaml_test_suite_is_not_beside_the_project_so_its_cases_are_skipped";
        trials.push(Trial::test(none, || Ok(())).with_ignored_flag(true));
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn cases(folder: &Path, found: &mut Vec<PathBuf>) {
    if folder.join("in.yaml").is_file() {
        found.push(folder.to_owned());
    }
    let Ok(entries) = fs::read_dir(folder) else { return };
    entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).for_each(|path| cases(&path, found));
}

/// The valid are read, the invalid refused, and the tree says what the suite says.
fn holds(folder: &Path) -> Result<(), Failed> {
    let text = fs::read_to_string(folder.join("in.yaml"))?;
    let (tree, problems) = yaml::parse(FileId::default(), &text);
    let refused = problems.iter().find(|problem| problem.kind == Kind::NotYaml);
    match (folder.join("error").exists(), refused) {
        (true, None) => return Err(format!("invalid, but read as {:?}\nin\n{text}", tree.documents).into()),
        (false, Some(problem)) => return Err(format!("valid, but refused: {problem:?}\nin\n{text}").into()),
        (true, Some(_)) => return Ok(()),
        (false, None) => (),
    }
    let path = folder.join("in.json");
    if !path.exists() {
        return Ok(());
    }
    let wanted: Vec<Json> = serde_json::Deserializer::from_str(&fs::read_to_string(path)?).into_iter().collect::<Result<_, _>>()?;
    let tagged = problems.iter().any(|problem| problem.kind == Kind::UnsupportedYaml && problem.found.contains('!'));
    let same = tree.documents.len() == wanted.len() && tree.documents.iter().zip(&wanted).all(|(node, json)| says(node, json, tagged));
    if same { Ok(()) } else { Err(format!("wanted {wanted:?}\nread   {:?}\nin\n{text}", tree.documents).into()) }
}

/// Whether `node` says what `json` says. A tag may make words of a number and so on; we keep what is written.
fn says(node: &Node<'_>, json: &Json, tagged: bool) -> bool {
    match (&node.value, json) {
        (Value::Null, Json::Null) => true,
        (Value::Bool(yes), Json::Bool(wanted)) => yes == wanted,
        (Value::Number(written), Json::Number(number)) => same_number(written, number),
        (Value::Text(words), Json::String(wanted)) => words == wanted,
        (Value::List(items), Json::Array(wanted)) => {
            items.len() == wanted.len() && items.iter().zip(wanted).all(|(item, json)| says(item, json, tagged))
        }
        (Value::Map(entries), Json::Object(wanted)) => {
            entries.len() == wanted.len()
                && entries.iter().all(|entry| wanted.get(&*entry.key.value).is_some_and(|json| says(&entry.value, json, tagged)))
        }
        (Value::Null, Json::String(wanted)) if tagged => wanted.is_empty() || wanted == "null",
        (Value::Number(words), Json::String(wanted)) if tagged => words == wanted,
        (Value::Text(words), Json::Number(number)) if tagged => same_number(words, number),
        (Value::Bool(yes), Json::String(wanted)) if tagged => yes.to_string() == *wanted,
        _ => false,
    }
}

fn same_number(written: &str, number: &serde_json::Number) -> bool {
    match written.strip_prefix("0x").map(|hex| i64::from_str_radix(hex, 16)) {
        Some(Ok(read)) => number.as_i64() == Some(read),
        _ => written.parse::<f64>().ok() == number.as_f64(),
    }
}
