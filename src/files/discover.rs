//! Which files of a catalogue are to be read.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::files::Error;

/// The YAML files at or below `path`, in the order of their paths. Hidden folders and `target` are passed over; a file
/// named itself is taken whatever it is called.
pub fn discover(path: &Path) -> Result<Vec<PathBuf>, Error> {
    discover_by(path, &["yaml", "yml"])
}

/// The same for files of other endings.
pub fn discover_by(path: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, Error> {
    let meta = std::fs::metadata(path).map_err(|reason| Error::disk(path.display().to_string(), &reason))?;
    if !meta.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    let walk = WalkDir::new(path).into_iter().filter_entry(|entry| entry.depth() == 0 || !is_passed_over(entry.file_name(), entry.file_type().is_dir()));
    for entry in walk {
        let entry = entry.map_err(|error| Error::Disk {
            path: error.path().unwrap_or(path).display().to_string(),
            reason: error.io_error().map_or_else(|| error.to_string(), ToString::to_string),
        })?;
        if entry.file_type().is_file() && ends(entry.path(), endings) {
            found.push(entry.into_path());
        }
    }
    found.sort_by(|one, two| one.as_os_str().cmp(two.as_os_str()));
    Ok(found)
}

fn is_passed_over(name: &std::ffi::OsStr, folder: bool) -> bool {
    name.as_encoded_bytes().first() == Some(&b'.') || (folder && name == "target")
}

fn ends(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|extension| endings.iter().any(|ending| extension == *ending))
}
