//! Which files of a catalogue are to be read.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use walkdir::{DirEntry, WalkDir};

use crate::files::Error;

/// The YAML files at or below `path`, in the order of their paths. Hidden folders and `target` are passed over; a file
/// named itself is taken whatever it is called.
pub fn discover(path: &Path) -> Result<Vec<PathBuf>, Error> {
    discover_by(path, &["yaml", "yml"])
}

/// The same for files of other endings.
pub fn discover_by(path: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, Error> {
    let meta = std::fs::metadata(path).map_err(|reason| Error::disk(path, &reason))?;
    if !meta.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    let walk = WalkDir::new(path).into_iter().filter_entry(|entry| entry.depth() == 0 || !is_passed_over(entry));
    for entry in walk {
        let entry = entry.map_err(|error| match error.io_error() {
            Some(reason) => Error::disk(error.path().unwrap_or(path), reason),
            None => Error::Disk { path: path.to_owned(), reason: error.to_string() },
        })?;
        if ends(entry.path(), endings) && is_one(&entry) {
            stays_within(path, &entry)?;
            found.push(entry.into_path());
        }
    }
    found.sort_by(|one, two| one.as_os_str().cmp(two.as_os_str()));
    Ok(found)
}

/// The YAML files at or below all of `paths`; one that can be reached in two ways is taken once, by the first of them.
pub fn discover_all(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    let mut known = BTreeSet::new();
    let mut found = Vec::new();
    for path in paths {
        for file in discover(path)? {
            if known.insert(real(&file)) {
                found.push(file);
            }
        }
    }
    Ok(found)
}

/// Whether two paths lead to the same file.
pub fn is_same(one: &Path, two: &Path) -> bool {
    real(one) == real(two)
}

/// Where a path leads; a link to nothing leads to itself.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Whether something found is to be read: whatever is no folder, so that a link to nothing, a pipe or a device is told and
/// not passed over in silence. A link to a folder is not followed, since it may lead round in a circle.
fn is_one(entry: &DirEntry) -> bool {
    if entry.path_is_symlink() { !entry.path().is_dir() } else { !entry.file_type().is_dir() }
}

/// Refuses a link that leads out of the folder that was named: who writes a catalogue must not choose what else of the
/// disk is read and shown. A link that is named itself is followed.
fn stays_within(folder: &Path, entry: &DirEntry) -> Result<(), Error> {
    if !entry.path_is_symlink() || real(entry.path()).starts_with(real(folder)) || !leads_anywhere(entry.path()) {
        return Ok(());
    }
    let reason = "a link that leads out of the folder is not followed; name the file itself, or put it there".to_owned();
    Err(Error::Disk { path: entry.path().to_owned(), reason })
}

fn leads_anywhere(path: &Path) -> bool {
    std::fs::metadata(path).is_ok()
}

fn is_passed_over(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    name.as_encoded_bytes().first() == Some(&b'.') || (entry.file_type().is_dir() && name == "target")
}

fn ends(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|extension| endings.iter().any(|ending| extension == *ending))
}
