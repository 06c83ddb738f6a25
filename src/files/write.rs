//! A file replaced whole or not at all.

use std::{fs, io::Write, path::Path};

use crate::files::Error;

/// Puts `text` at `path`: written beside it, flushed, then put in its place, so that nobody ever sees half of it.
pub fn replace(path: &Path, text: &[u8]) -> Result<(), Error> {
    let refuse = |reason: std::io::Error| Error::disk(path.display().to_string(), &reason);
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(refuse)?;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let beside = path.with_file_name(name);
    let written = write(&beside, text, path);
    let placed = written.and_then(|()| fs::rename(&beside, path));
    if placed.is_err() && beside.exists() {
        // What could not be put in place is not left behind; that it could not be removed either would hide the cause.
        fs::remove_file(&beside).unwrap_or_default();
    }
    placed.map_err(refuse)
}

fn write(beside: &Path, text: &[u8], old: &Path) -> std::io::Result<()> {
    let mut file = fs::File::create(beside)?;
    file.write_all(text)?;
    if let Ok(meta) = fs::metadata(old) {
        file.set_permissions(meta.permissions())?;
    }
    file.sync_all()
}
