//! Procedures as spreadsheets and back: nothing is lost on the way.

#[path = "office/tree.rs"]
mod tree;

use std::{
    fs,
    path::{Path, PathBuf},
};

use redtape::{
    export::{self, Source},
    import::{self, Refused},
    span::FileId,
    yaml,
};

/// Every procedure file of a folder, by its path from there.
fn files(folder: &Path) -> Vec<(String, String)> {
    let mut open = vec![folder.to_owned()];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for path in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            match path.extension() {
                _ if path.is_dir() => open.push(path),
                Some(ending) if ending == "yaml" => found.push(path),
                _ => (),
            }
        }
    }
    found.sort();
    let named = |path: PathBuf| (path.strip_prefix(folder).unwrap().display().to_string(), fs::read_to_string(&path).unwrap());
    found.into_iter().map(named).collect()
}

/// The sheets of these files.
fn tables(files: &[(String, String)]) -> Vec<export::Table> {
    let trees: Vec<_> = files.iter().map(|(_, text)| yaml::parse(FileId(0), text).0).collect();
    let mut sources = Vec::new();
    for ((file, _), tree) in files.iter().zip(&trees) {
        for (at, node) in tree.documents.iter().enumerate() {
            let file = if at == 0 { file.clone() } else { format!("{file}#{}", at + 1) };
            sources.push(Source { file, node });
        }
    }
    export::tables(&sources).unwrap_or_else(|wrong| panic!("{}", wrong.join("\n")))
}

/// Asserts that what comes back says what `files` say.
fn same(files: &[(String, String)], back: Result<Vec<import::Found>, Vec<Refused>>) {
    let back = back.unwrap_or_else(|wrong| panic!("{wrong:#?}"));
    assert_eq!(back.len(), files.len());
    for (found, (file, text)) in back.iter().zip(files) {
        assert_eq!(found.file, *file);
        let (was, is) = (tree::of(text), tree::of(&found.text));
        assert!(was == is, "{file}\n{}\n{}", serde_json::to_string(&was).unwrap(), serde_json::to_string(&is).unwrap());
    }
}

/// There and back, as a workbook and as texts with commas.
fn both_ways(files: &[(String, String)]) {
    let tables = tables(files);
    same(files, import::sheets(&[("book.xlsx".to_owned(), export::xlsx(&tables).unwrap())]));
    let texts = export::csv(&tables).unwrap().into_iter().map(|(name, text)| (name, text.into_bytes())).collect::<Vec<_>>();
    same(files, import::sheets(&texts));
}

#[test]
fn the_catalogue_comes_back_as_it_was() {
    both_ways(&files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("procedures")));
}
