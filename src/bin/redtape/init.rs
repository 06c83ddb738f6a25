//! `redtape init`.

use std::path::Path;

use redtape::{files, schema};

use crate::{code, out};

/// The settings a new catalogue starts with.
const SETTINGS: &str = include_str!("init/redtape.yaml");
/// A procedure to start from.
const EXAMPLE: &str = include_str!("init/example.yaml");
/// What tells an editor by which schema to help.
const EDITOR: &str = include_str!("init/settings.json");

/// Writes the files of a new catalogue; what is there already stays.
pub(crate) fn run(directory: &Path) -> Result<u8, String> {
    let new = [
        ("redtape.yaml", SETTINGS),
        ("procedures/example.yaml", EXAMPLE),
        (".redtape/procedure.schema.json", schema::Kind::Procedure.text()),
        (".vscode/settings.json", EDITOR),
    ];
    let mut words = String::new();
    for (name, text) in new {
        let path = directory.join(name);
        if path.exists() {
            words.push_str(&format!("kept     {}\n", path.display()));
            continue;
        }
        files::replace(&path, text.as_bytes()).map_err(|error| error.to_string())?;
        words.push_str(&format!("written  {}\n", path.display()));
    }
    words.push_str("Next: describe a procedure in procedures/, then run `redtape check`.\n");
    out::print(&words)?;
    Ok(code::CLEAN)
}
