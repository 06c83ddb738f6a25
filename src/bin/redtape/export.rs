//! `redtape export`.

use std::path::{Path, PathBuf};

use redtape::{
    export::{self, Source, Table},
    files::{self, Store},
    span::FileId,
    text, yaml,
};

use crate::{
    args::ExportTo,
    catalogue,
    check::{add, paths},
    code,
    flags::ExportFlags,
    out,
};

/// How many faults of the files are named.
const MOST: usize = 20;

/// Exports what the flags name, all of it or nothing.
pub(crate) fn run(flags: &ExportFlags) -> Result<u8, String> {
    let mut store = Store::default();
    let settings = catalogue::settings(flags.config.as_deref(), &mut store)?;
    let named = paths(&flags.paths, &settings)?;
    let read = add(&named, None, &mut store)?;
    let (tables, procedures) = tables(&read, &store, &named)?;
    if procedures == 0 {
        out::complain("no procedure was found in what was named");
        return Ok(code::NOTHING);
    }
    match flags.to {
        ExportTo::Xlsx => {
            let book = export::xlsx(&tables)?;
            files::replace(&flags.into, &book).map_err(|error| error.to_string())?;
        }
        ExportTo::Csv => {
            for (name, text) in export::csv(&tables)? {
                files::replace(&flags.into.join(name), text.as_bytes()).map_err(|error| error.to_string())?;
            }
        }
    }
    let noun = if procedures == 1 { "procedure" } else { "procedures" };
    out::print(&format!("{procedures} {noun} in {}.\n", text::line(&catalogue::shown(&flags.into))))?;
    Ok(code::CLEAN)
}

/// The sheets of all procedures in these files, and how many procedures there are.
fn tables(read: &[FileId], store: &Store, named: &[PathBuf]) -> Result<(Vec<Table>, usize), String> {
    let mut texts = Vec::new();
    for file in read {
        let name = store.name(*file).to_owned();
        let text = store.text(*file).map_err(|fault| format!("{}: {}", text::line(&name), catalogue::unreadable(&fault)))?;
        texts.push((*file, name, text));
    }
    let mut trees = Vec::new();
    for (file, name, text) in &texts {
        let (tree, problems) = yaml::parse(*file, text);
        catalogue::refuse(name, text, &problems).map_err(|says| format!("a file cannot be exported:\n{says}"))?;
        trees.push((below(name, named), tree));
    }
    let mut sources = Vec::new();
    for (file, tree) in &trees {
        for (at, node) in tree.documents.iter().enumerate() {
            let file = if at == 0 { file.clone() } else { format!("{file}#{}", at + 1) };
            sources.push(Source { file, node });
        }
    }
    let count = sources.len();
    let tables = export::tables(&sources).map_err(|mut wrong| {
        let more = wrong.len().saturating_sub(MOST);
        wrong.truncate(MOST);
        if more > 0 {
            wrong.push(format!("and {more} more"));
        }
        let said: Vec<String> = wrong.iter().map(|says| text::line(says).into_owned()).collect();
        format!("these files cannot be exported without loss, and nothing was written:\n{}", said.join("\n"))
    })?;
    Ok((tables, count))
}

/// The path of a file from the folder that was named, else its own name.
fn below(name: &str, named: &[PathBuf]) -> String {
    let path = Path::new(name);
    let from_folder = named.iter().find_map(|folder| match path.strip_prefix(catalogue::shown(folder)) {
        Ok(below) if !below.as_os_str().is_empty() => Some(below.to_owned()),
        Ok(_) | Err(_) => None,
    });
    let own = || PathBuf::from(path.file_name().unwrap_or_default());
    from_folder.unwrap_or_else(own).to_string_lossy().replace('\\', "/")
}
