//! `redtape check --watch`: the catalogue stays in memory; what is saved is judged at once, beside all the rest, and then the rest beside it.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
    thread,
    time::Duration,
};

use redtape::{
    files::{self, Stamp, Store},
    lint::{self, Desk, Linted},
    render,
    report::Report,
    span::FileId,
};

use crate::{catalogue, check, check_flags::CheckFlags, code, out, ready::Ready};

/// How long to wait between two looks. Looking at a thousand files takes a millisecond or two, on every system and every kind of
/// disk, a mounted one too, of which no system tells what changed; so nothing but looking is needed.
const PAUSE: Duration = Duration::from_millis(25);
/// How long a file must stay as it is to be read: what is still being written is not.
const STILL: Duration = Duration::from_millis(5);
/// After how many looks the folders are searched for files that came or went.
const SEARCH: u32 = 20;
/// How many of the other files are judged between two looks.
const MEANWHILE: usize = 256;

/// One file, as it was read last.
struct Watched {
    file: FileId,
    read: Stamp,
}

/// A catalogue that is being looked at.
struct Catalogue<'f> {
    flags: &'f CheckFlags,
    ready: &'f Ready,
    store: Store,
    desk: Desk<'f>,
    /// In the order of a run.
    order: Vec<PathBuf>,
    files: BTreeMap<PathBuf, Watched>,
}

/// Shows what there is to say, then what there is to say of each file that is saved, until nobody reads any more.
pub(crate) fn run(flags: &CheckFlags, mut store: Store) -> Result<u8, String> {
    if flags.outputs.all.iter().any(|one| one.file.is_some() || one.format.is_for_programs()) {
        return Err("--watch shows what changes on the screen, for people; leave out -o, and take full, concise or summary".to_owned());
    }
    let ready = Ready::of(flags, &mut store)?;
    let desk = Desk::new(&ready.registers, &ready.rules, &ready.terms);
    let mut catalogue = Catalogue { flags, ready: &ready, store, desk, order: Vec::new(), files: BTreeMap::new() };
    catalogue.search()?;
    let all = catalogue.all();
    if !flags.outputs.deliver(&catalogue.report(all)?, ready.locale, flags.color)? {
        return Ok(code::CLEAN);
    }
    let mut told = true;
    for look in 1_u32.. {
        if told {
            thread::sleep(PAUSE);
        }
        let mut saved = catalogue.saved();
        if look % SEARCH == 0
            && let Some(new) = catalogue.search()?
        {
            told = false;
            saved.extend(new);
        }
        told &= saved.is_empty();
        let heard = if saved.is_empty() { told || catalogue.settle(&mut told)? } else { catalogue.show(&saved)? };
        if !heard {
            break;
        }
    }
    Ok(code::CLEAN)
}

impl Catalogue<'_> {
    /// Takes in what came, which is returned, and drops what went; nothing where all is as it was.
    fn search(&mut self) -> Result<Option<Vec<FileId>>, String> {
        let found = files::discover_all(&self.ready.paths).map_err(|error| error.to_string())?;
        let found: Vec<PathBuf> = found.into_iter().filter(|path| self.ready.is_read(path)).collect();
        if found == self.order {
            return Ok(None);
        }
        let mut new = Vec::new();
        let there: BTreeSet<&PathBuf> = found.iter().collect();
        self.files.retain(|path, _| there.contains(path));
        for path in &found {
            if !self.files.contains_key(path) {
                let read = files::stamp(path);
                let file = self.store.disk(catalogue::shown(path), path.clone());
                self.files.insert(path.clone(), Watched { file, read });
                new.push(file);
            }
        }
        self.order = found;
        let files = self.in_order();
        self.desk.lay(&self.store, &files);
        Ok(Some(new))
    }

    fn in_order(&self) -> Vec<FileId> {
        self.order.iter().filter_map(|path| Some(self.files.get(path)?.file)).collect()
    }

    /// Reads again what was saved since it was read, as soon as it is seen to be whole.
    fn saved(&mut self) -> Vec<FileId> {
        let changed = |(path, watched): (&PathBuf, &mut Watched)| {
            let now = files::stamp(path);
            (now != watched.read && now.is_there()).then(|| (path.clone(), now))
        };
        let changed: Vec<(PathBuf, Stamp)> = self.files.iter_mut().filter_map(changed).collect();
        if changed.is_empty() {
            return Vec::new();
        }
        thread::sleep(STILL);
        let mut saved = Vec::new();
        for (path, seen) in changed.into_iter().filter(|(path, seen)| files::stamp(path) == *seen) {
            if let Some(watched) = self.files.get_mut(&path) {
                watched.read = seen;
                saved.push(watched.file);
            }
        }
        if !saved.is_empty() {
            self.desk.read(&self.store, &saved);
        }
        saved
    }

    /// What is to be said of all of it.
    fn all(&mut self) -> Linted {
        // What changed since a revision is told of the catalogue as a whole, and found out anew.
        if self.ready.terms.earlier.is_some() { self.anew() } else { self.desk.all() }
    }

    fn anew(&self) -> Linted {
        let Ready { registers, rules, terms, .. } = self.ready;
        lint::run(&self.store, &self.in_order(), registers.clone(), rules, terms, &|| ())
    }

    fn report(&self, linted: Linted) -> Result<Report, String> {
        self.ready.report(linted, &self.store, check::again(self.flags))
    }

    /// Shows what is to be said of the files that were saved; whether somebody still reads it.
    fn show(&mut self, saved: &[FileId]) -> Result<bool, String> {
        let linted = if self.ready.terms.earlier.is_some() { self.anew() } else { self.desk.judge(saved) };
        // A file that changes while the report is put together is looked at again in a moment.
        let Ok(report) = self.report(linted) else { return Ok(true) };
        out::is_heard(&render::at_hand(&report, saved, self.ready.locale, out::screen(self.flags.color, false)))
    }

    /// Judges some more of the other files; when all are, shows what everything comes to. Whether somebody still reads it.
    fn settle(&mut self, told: &mut bool) -> Result<bool, String> {
        if self.ready.terms.earlier.is_none() && !self.desk.settle(MEANWHILE) {
            return Ok(true);
        }
        *told = true;
        let all = self.all();
        out::is_heard(&render::in_all(&self.ready.counted(all, &self.store), self.ready.locale))
    }
}
