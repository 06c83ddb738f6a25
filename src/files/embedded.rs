//! What ships inside the program: the rules and the registers.

use include_dir::{Dir, include_dir};

static RULES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules");
static REGISTERS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/registers");

/// The built-in rules: path below `rules/`, and text.
pub fn rules() -> Vec<(String, &'static str)> {
    texts(&RULES)
}

/// The built-in registers: path below `registers/`, and text.
pub fn registers() -> Vec<(String, &'static str)> {
    texts(&REGISTERS)
}

fn texts(folder: &'static Dir<'_>) -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    collect(folder, &mut found);
    found.sort();
    found
}

fn collect(folder: &'static Dir<'_>, found: &mut Vec<(String, &'static str)>) {
    for file in folder.files() {
        let yaml = file.path().extension().is_some_and(|extension| extension == "yaml");
        if let (true, Some(text)) = (yaml, file.contents_utf8()) {
            found.push((file.path().display().to_string().replace('\\', "/"), text));
        }
    }
    folder.dirs().for_each(|inner| collect(inner, found));
}
