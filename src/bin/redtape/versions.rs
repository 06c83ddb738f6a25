//! The versions of a catalogue that are compared: folders, or revisions of a git repository.

use std::path::{Path, PathBuf};

use redtape::{
    files::{self, Revision, Store},
    link::Earlier,
    lint,
    span::FileId,
};

use crate::{catalogue, check, settings::Settings};

/// Files that stand in a catalogue and hold no procedures.
const OTHERS: [&str; 4] = ["redtape.yaml", "redtape.yml", "decisions.yaml", "decisions.yml"];

/// One version of a catalogue: what it is called, and its files.
pub(crate) struct Version {
    pub(crate) name: String,
    pub(crate) files: Vec<FileId>,
}

impl Version {
    /// What words on the command line name: a folder or a file that is there, else a revision, as `main` or `main:procedures`.
    pub(crate) fn named(words: &str, settings: &Settings, store: &mut Store) -> Result<Self, String> {
        let path = Path::new(words);
        if path.exists() {
            return Self::on_disk(words.to_owned(), &[path.to_owned()], store);
        }
        let (name, inside) = files::parted(words);
        let revision = Revision::open(Path::new("."), name).map_err(|error| error.to_string());
        let revision = revision.map_err(|says| format!("{words}: there is no such folder or file here, and {says}"))?;
        let paths = match inside {
            Some(inside) => vec![revision.path_written(inside).map_err(|error| error.to_string())?],
            // Where the settings name no procedures here, the revision is taken whole.
            None => check::paths(&[], settings).map_or_else(|_| Ok(vec![String::new()]), |paths| written(&revision, &paths))?,
        };
        let found = held(&revision, &paths, store)?;
        match (found, inside) {
            (None, Some(inside)) => Err(format!("the revision `{name}` has no `{inside}`")),
            (found, _) => Ok(Self { name: words.to_owned(), files: found.unwrap_or_default() }),
        }
    }

    /// The version on the disk, in the folders and files named.
    pub(crate) fn on_disk(name: String, paths: &[PathBuf], store: &mut Store) -> Result<Self, String> {
        let paths: Vec<PathBuf> = paths.iter().map(|path| catalogue_of(path)).collect();
        let found = files::discover_all(&paths).map_err(|error| error.to_string())?;
        let files = found.into_iter().filter(|path| !is_other(&path.to_string_lossy()));
        Ok(Self { name, files: files.map(|path| store.disk(catalogue::shown(&path), path)).collect() })
    }

    /// What stood at `paths` in a revision; nothing where it has no such paths, as before a catalogue began.
    pub(crate) fn before(revision: &str, paths: &[PathBuf], store: &mut Store) -> Result<Self, String> {
        let near = paths.first().map_or_else(|| PathBuf::from("."), Clone::clone);
        let open = Revision::open(&near, revision).map_err(|error| error.to_string())?;
        let paths = written(&open, paths)?;
        Ok(Self { name: revision.to_owned(), files: held(&open, &paths, store)?.unwrap_or_default() })
    }

    /// What it holds, and how many of its files could not be read.
    pub(crate) fn read(&self, store: &Store) -> (Earlier, usize) {
        lint::earlier(store, &self.files, &self.name)
    }
}

/// The folder of procedures in a catalogue, else what is named itself.
fn catalogue_of(path: &Path) -> PathBuf {
    let procedures = path.join("procedures");
    if procedures.is_dir() { procedures } else { path.to_owned() }
}

/// The paths in the repository.
fn written(revision: &Revision, paths: &[PathBuf]) -> Result<Vec<String>, String> {
    paths.iter().map(|path| revision.path_of(path).map_err(|error| error.to_string())).collect()
}

/// The files at `paths` in a revision, each shown with the revision before it; nothing where none of the paths is there.
fn held(revision: &Revision, paths: &[String], store: &mut Store) -> Result<Option<Vec<FileId>>, String> {
    let mut all: Option<Vec<FileId>> = None;
    for path in paths {
        let Some(found) = revision.files(path).map_err(|error| error.to_string())? else { continue };
        let files = all.get_or_insert_default();
        let found = found.into_iter().filter(|(path, _)| !is_other(path));
        files.extend(found.map(|(path, held)| store.held(format!("{}:{path}", revision.name), held)));
    }
    Ok(all)
}

fn is_other(path: &str) -> bool {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    OTHERS.contains(&name)
}
