//! `redtape export`.

use std::{
    borrow::Cow,
    path::{Path, PathBuf},
};

use redtape::{
    export::{self, Services, Source, Table},
    files::{self, Store},
    model,
    register::Registers,
    span::FileId,
    text,
    yaml::{self, Tree},
};

use crate::{
    args::ExportTo,
    catalogue,
    check::{add, paths},
    code,
    flags::ExportFlags,
    out, settings,
};

/// How many faults of the files are named.
const MOST: usize = 20;

/// Exports what the flags name, all of it or nothing.
pub(crate) fn run(flags: &ExportFlags) -> Result<u8, String> {
    let mut store = Store::default();
    let settings = settings::read(flags.config.as_deref(), &mut store)?;
    let named = paths(&flags.paths, &settings)?;
    let read = add(&named, None, &mut store)?;
    if read.is_empty() {
        out::complain("no procedure was found in what was named");
        return Ok(code::NOTHING);
    }
    let into = text::line(&catalogue::shown(&flags.into)).into_owned();
    let count = match flags.to {
        ExportTo::Xlsx => {
            let (tables, count) = tables(&read, &store, &named)?;
            files::replace(&flags.into, &export::xlsx(&tables)?).map_err(|error| error.to_string())?;
            count
        }
        ExportTo::Csv => {
            let (tables, count) = tables(&read, &store, &named)?;
            for (name, text) in export::csv(&tables)? {
                files::replace(&flags.into.join(name), text.as_bytes()).map_err(|error| error.to_string())?;
            }
            count
        }
        ExportTo::CpsvAp => {
            let registers = catalogue::registers(&settings, &mut store)?;
            let services = services(&read, &store, &registers, &flags.base)?;
            files::replace(&flags.into, services.text.as_bytes()).map_err(|error| error.to_string())?;
            for left_out in &services.without_authority {
                out::remark(&format!("{left_out} names no authority, without which CPSV-AP knows no public service; it is left out"));
            }
            if !services.without_authority.is_empty() {
                out::print(&said(services.count, &into))?;
                return Ok(code::FINDINGS);
            }
            services.count
        }
    };
    out::print(&said(count, &into))?;
    Ok(code::CLEAN)
}

fn said(count: usize, into: &str) -> String {
    let noun = if count == 1 { "procedure" } else { "procedures" };
    format!("{count} {noun} in {into}.\n")
}

/// Each of these files: its name and what it holds.
fn texts<'s>(read: &[FileId], store: &'s Store) -> Result<Vec<(FileId, String, Cow<'s, str>)>, String> {
    let text = |file: &FileId| {
        let name = store.name(*file).to_owned();
        let text = store.text(*file).map_err(|fault| format!("{}: {}", text::line(&name), catalogue::unreadable(&fault)))?;
        Ok((*file, name, text))
    };
    read.iter().map(text).collect()
}

/// The tree of a file that is YAML.
fn tree<'t>(file: FileId, name: &str, text: &'t str) -> Result<Tree<'t>, String> {
    let (tree, problems) = yaml::parse(file, text);
    catalogue::refuse(name, text, &problems).map_err(|says| format!("a file cannot be exported:\n{says}"))?;
    Ok(tree)
}

/// The public services that the procedures in these files are.
fn services(read: &[FileId], store: &Store, registers: &Registers, base: &str) -> Result<Services, String> {
    let mut procedures = Vec::new();
    for (file, name, text) in texts(read, store)? {
        procedures.extend(tree(file, &name, &text)?.documents.iter().map(|node| model::procedure(node).0));
    }
    Ok(export::cpsv(&procedures.iter().collect::<Vec<_>>(), registers, base))
}

/// The sheets of all procedures in these files, and how many procedures there are.
fn tables(read: &[FileId], store: &Store, named: &[PathBuf]) -> Result<(Vec<Table>, usize), String> {
    let texts = texts(read, store)?;
    let mut trees = Vec::new();
    for (file, name, text) in &texts {
        trees.push((below(name, named), tree(*file, name, text)?));
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
