//! Files from outside judged straight away: a spreadsheet, a download of the portal, a printed form.

use std::path::{Path, PathBuf};

use redtape::{
    files::{self, Store},
    import, link,
    register::Registers,
    span::FileId,
};

use crate::{catalogue, out};

/// The paths among those named that are files of other people's formats, and the others.
pub(crate) fn parted(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let ours = |path: &Path| path.extension().is_none_or(|ending| ["yaml", "yml"].iter().any(|own| ending.eq_ignore_ascii_case(own)));
    paths.iter().cloned().partition(|path| path.is_file() && !ours(path))
}

/// The procedures in those files, held in memory as if each stood in a file of its own. What could not be read is said on standard error; a file
/// of which nothing could be read is an error.
pub(crate) fn add(paths: &[PathBuf], registers: &Registers, store: &mut Store) -> Result<Vec<FileId>, String> {
    let lexicon = link::lexicon(registers);
    let mut added = Vec::new();
    for path in paths {
        let name = catalogue::shown(path);
        let bytes = files::bytes(path).map_err(|fault| format!("{name}: {}", catalogue::unreadable(&fault)))?;
        let read = import::recognised(&name, &bytes, &lexicon).map_err(|refused| refused.reason)?;
        let why = || read.refused.iter().map(|refused| refused.reason.clone()).collect::<Vec<_>>().join("\n");
        if read.found.is_empty() {
            return Err(format!("no procedure could be read in {name}\n{}", why()).trim_end().to_owned());
        }
        if !read.refused.is_empty() {
            out::remark(&format!("redtape: not all of {name} could be read:\n{}", why()));
        }
        added.extend(read.found.into_iter().map(|one| store.memory(format!("{name} › {}", one.file), one.text)));
    }
    Ok(added)
}
