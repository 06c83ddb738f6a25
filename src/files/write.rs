//! A file replaced whole or not at all.

use std::{
    fs,
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};

use crate::files::Error;

/// How many files of earlier runs are passed over before one gives up.
const MOST_LEFT: u32 = 1000;

/// Adds `text` to the end of the file at `path`, which is made where there is none.
pub fn append(path: &Path, text: &[u8]) -> Result<(), Error> {
    let file = fs::OpenOptions::new().append(true).create(true).open(path);
    file.and_then(|mut file| file.write_all(text)).map_err(|reason| Error::disk(path, &reason))
}

/// Puts `text` at `path`: written beside it, flushed, then put in its place, so that nobody ever sees half of it.
/// Through a link the file it leads to is replaced; into what is no file, as a pipe, the text is written straight.
pub fn replace(path: &Path, text: &[u8]) -> Result<(), Error> {
    let refuse = |reason: std::io::Error| Error::disk(path, &reason);
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(refuse)?;
    }
    if fs::metadata(path).is_ok_and(|meta| !meta.is_file()) {
        return straight(path, text).map_err(refuse);
    }
    let target = target(path);
    let (beside, file) = beside(&target).map_err(refuse)?;
    let written = write(file, text, &target);
    let placed = written.and_then(|()| fs::rename(&beside, &target));
    if placed.is_err() && beside.exists() {
        // What could not be put in place is not left behind; that it could not be removed either would hide the cause.
        fs::remove_file(&beside).unwrap_or_default();
    }
    placed.map_err(refuse)
}

/// Where a path leads; itself where nothing is there yet.
fn target(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

fn straight(path: &Path, text: &[u8]) -> std::io::Result<()> {
    let mut open = fs::OpenOptions::new().write(true).open(path)?;
    open.write_all(text)
}

/// A new file beside `target`. One that stands there already, as a killed run or somebody's link leaves it, is never written to.
fn beside(target: &Path) -> std::io::Result<(PathBuf, fs::File)> {
    let mut number = 0;
    loop {
        let mut name = target.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{}-{number}.new", std::process::id()));
        let beside = target.with_file_name(name);
        match fs::OpenOptions::new().write(true).create_new(true).open(&beside) {
            Err(reason) if reason.kind() == ErrorKind::AlreadyExists && number < MOST_LEFT => number += 1,
            opened => return opened.map(|file| (beside, file)),
        }
    }
}

fn write(mut file: fs::File, text: &[u8], old: &Path) -> std::io::Result<()> {
    file.write_all(text)?;
    if let Ok(meta) = fs::metadata(old) {
        file.set_permissions(meta.permissions())?;
    }
    file.sync_all()
}
