//! `redtape init`.

use std::path::Path;

use redtape::{files, schema, text};

use crate::{catalogue, code, out};

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
    for (name, holds) in new {
        let path = directory.join(name);
        let shown = text::line(&catalogue::shown(&path)).into_owned();
        if path.exists() {
            words.push_str(&format!("kept     {shown}\n"));
            continue;
        }
        files::replace(&path, holds.as_bytes()).map_err(|error| error.to_string())?;
        words.push_str(&format!("written  {shown}\n"));
    }
    words.push_str("Next: describe a procedure in procedures/, then run `redtape check`.\n");
    out::print(&words)?;
    Ok(code::CLEAN)
}
