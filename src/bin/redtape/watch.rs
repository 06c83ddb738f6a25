//! `redtape check --watch`: the catalogue stays in memory, and what is saved is judged at once, beside all the rest.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
    thread,
    time::Duration,
};

use redtape::{
    files::{self, Stamp, Store},
    lint::{self, Understood},
    render,
    report::Report,
    span::FileId,
};

use crate::{catalogue, check, check_flags::CheckFlags, code, out, ready::Ready};

/// How long to wait between two looks. Looking at a thousand files takes a millisecond or two, on every system and every kind of
/// disk, a mounted one too, of which no system tells what changed; so nothing but looking is needed.
const PAUSE: Duration = Duration::from_millis(25);
/// After how many looks the folders are searched for files that came or went.
const SEARCH: u32 = 20;

/// One file, as it was read last.
struct Watched {
    file: FileId,
    read: Stamp,
    /// As it was at the last look: what is still being written is not read.
    seen: Stamp,
    understood: Understood,
}

/// A catalogue that is being looked at.
struct Catalogue<'f> {
    flags: &'f CheckFlags,
    ready: Ready,
    store: Store,
    files: BTreeMap<PathBuf, Watched>,
}

/// Shows what there is to say, then what there is to say of each file that is saved, until nobody reads any more.
pub(crate) fn run(flags: &CheckFlags, mut store: Store) -> Result<u8, String> {
    if flags.outputs.all.iter().any(|one| one.file.is_some() || one.format.is_for_programs()) {
        return Err("--watch shows what changes on the screen, for people; leave out -o, and take full, concise or summary".to_owned());
    }
    let ready = Ready::of(flags, &mut store)?;
    let mut catalogue = Catalogue { flags, ready, store, files: BTreeMap::new() };
    catalogue.search()?;
    if !flags.outputs.deliver(&catalogue.report()?, catalogue.ready.locale, flags.color)? {
        return Ok(code::CLEAN);
    }
    for look in 1_u32.. {
        thread::sleep(PAUSE);
        let mut changed = catalogue.saved();
        if look % SEARCH == 0 && catalogue.search()? {
            changed.push(None);
        }
        if !changed.is_empty() && !catalogue.show(&changed)? {
            break;
        }
    }
    Ok(code::CLEAN)
}

impl Catalogue<'_> {
    /// Takes in what came and drops what went; whether anything did.
    fn search(&mut self) -> Result<bool, String> {
        let found: BTreeSet<PathBuf> = files::discover_all(&self.ready.paths).map_err(|error| error.to_string())?.into_iter().collect();
        let before = self.files.len();
        self.files.retain(|path, _| found.contains(path));
        let mut changed = self.files.len() < before;
        for path in found {
            if !self.files.contains_key(&path) {
                let stamp = files::stamp(&path);
                let file = self.store.disk(catalogue::shown(&path), path.clone());
                let understood = lint::read(&self.store, file);
                self.files.insert(path, Watched { file, read: stamp.clone(), seen: stamp, understood });
                changed = true;
            }
        }
        Ok(changed)
    }

    /// Reads again what was saved since it was read, as soon as two looks find it the same.
    fn saved(&mut self) -> Vec<Option<FileId>> {
        let mut saved = Vec::new();
        for (path, watched) in &mut self.files {
            let now = files::stamp(path);
            if now != watched.read && now == watched.seen && now.is_there() {
                watched.read = now.clone();
                watched.understood = lint::read(&self.store, watched.file);
                saved.push(Some(watched.file));
            }
            watched.seen = now;
        }
        saved
    }

    /// Everything judged anew: what is said of one procedure may hang on all the others.
    fn report(&self) -> Result<Report, String> {
        let files: Vec<FileId> = self.files.values().map(|one| one.file).collect();
        let understood: Vec<Understood> = self.files.values().map(|one| one.understood.clone()).collect();
        let linted = lint::judge(&files, understood, self.ready.registers.clone(), &self.ready.rules, &self.ready.terms);
        self.ready.report(linted, &self.store, check::again(self.flags))
    }

    /// Shows what is to be said of the files that changed, and what all of it comes to; whether somebody still reads it.
    fn show(&self, changed: &[Option<FileId>]) -> Result<bool, String> {
        // A file that changes while the report is put together is looked at again in a moment.
        let Ok(report) = self.report() else { return Ok(true) };
        let files: Vec<FileId> = changed.iter().flatten().copied().collect();
        out::is_heard(&render::at_hand(&report, &files, self.ready.locale, out::screen(self.flags.color, false)))
    }
}
