//! What ships inside the program: the rules and the registers.

use include_dir::{Dir, File, include_dir};
use rayon::prelude::*;

static RULES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/rules");
static REGISTERS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/registers");

/// The built-in rules: path below `rules/`, and text.
pub fn rules() -> Vec<(String, &'static str)> {
    texts(&RULES)
}

/// The built-in registers: path below `registers/`, and text.
pub fn registers() -> Vec<(String, &'static str)> {
    texts(&REGISTERS)
}

fn texts(folder: &'static Dir<'static>) -> Vec<(String, &'static str)> {
    let mut files = Vec::new();
    collect(folder, &mut files);
    let read = |file: &&'static File<'_>| Some((file.path().display().to_string().replace('\\', "/"), file.contents_utf8()?));
    let mut found: Vec<_> = files.par_iter().filter_map(read).collect();
    found.sort();
    found
}

fn collect(folder: &'static Dir<'static>, found: &mut Vec<&'static File<'static>>) {
    let yaml = |file: &&File<'_>| file.path().extension().is_some_and(|extension| extension == "yaml");
    found.extend(folder.files().filter(yaml));
    folder.dirs().for_each(|inner| collect(inner, found));
}
