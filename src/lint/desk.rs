//! A catalogue that stays in memory while somebody writes in it: what is saved is read and judged at once beside all the others, and what
//! these come to by that is found out when there is time.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rayon::prelude::*;

use crate::{
    check::{Asking, Judged},
    files::Store,
    link::{Cards, Catalogue, Shelf, Terms, World},
    lint::{Linted, read::read, twice::Seen},
    model::Procedure,
    register::Registers,
    rule::RuleSet,
    span::FileId,
};

/// A catalogue that is being written.
pub struct Desk<'r> {
    registers: &'r Arc<Registers>,
    terms: &'r Terms,
    shelf: Shelf<'r>,
    asking: Asking<'r>,
    pages: Vec<Page>,
    /// What they come to together; nothing since one of them changed.
    whole: Option<Whole>,
}

/// One file, and what was said of it.
struct Page {
    file: FileId,
    seen: Seen,
    /// Nothing since any of the files changed.
    judged: Option<Judged>,
}

/// What the files come to together.
struct Whole {
    catalogue: Catalogue,
    world: World,
    /// The place of the first procedure of each file among all that are in force.
    first: Vec<usize>,
    /// What is said of what could not be understood.
    problems: Judged,
}

impl<'r> Desk<'r> {
    /// One on which nothing lies yet.
    pub fn new(registers: &'r Arc<Registers>, rules: &'r RuleSet, terms: &'r Terms) -> Self {
        let shelf = Shelf::new(registers, terms);
        Self { registers, terms, shelf, asking: Asking::new(rules), pages: Vec::new(), whole: None }
    }

    /// Lays out `files`, which are all there are, in that order; those that lie there already are not read again.
    pub fn lay(&mut self, store: &Store, files: &[FileId]) {
        let mut known: BTreeMap<FileId, Seen> = std::mem::take(&mut self.pages).into_iter().map(|page| (page.file, page.seen)).collect();
        let new: Vec<FileId> = files.iter().copied().filter(|file| !known.contains_key(file)).collect();
        known.extend(self.look(store, &new));
        self.pages = files.iter().filter_map(|file| Some(Page { file: *file, seen: known.remove(file)?, judged: None })).collect();
        self.whole = None;
    }

    /// Reads again what was saved; no other file is opened.
    pub fn read(&mut self, store: &Store, saved: &[FileId]) {
        let mut new: BTreeMap<FileId, Seen> = self.look(store, saved).into_iter().collect();
        for page in &mut self.pages {
            page.judged = None;
            if let Some(seen) = new.remove(&page.file) {
                page.seen = seen;
            }
        }
        self.whole = None;
    }

    fn look(&self, store: &Store, files: &[FileId]) -> Vec<(FileId, Seen)> {
        files.par_iter().map(|file| (*file, Seen::of(read(store, *file), &self.shelf, true))).collect()
    }

    /// What the rules say of those files beside all the others.
    pub fn judge(&mut self, files: &[FileId]) -> Linted {
        let files: BTreeSet<FileId> = files.iter().copied().collect();
        let wanted = self.pages.iter().enumerate().filter(|(_, page)| files.contains(&page.file) && page.judged.is_none());
        let wanted: Vec<usize> = wanted.map(|(at, _)| at).collect();
        self.ask(&wanted);
        self.linted(|page| files.contains(&page.file))
    }

    /// Judges so many more of the files that were not judged since one changed; whether none is left.
    pub fn settle(&mut self, most: usize) -> bool {
        let open = self.pages.iter().enumerate().filter(|(_, page)| page.judged.is_none());
        let open: Vec<usize> = open.map(|(at, _)| at).take(most).collect();
        self.ask(&open);
        self.open() == 0
    }

    /// How many files were not judged since one changed.
    pub fn open(&self) -> usize {
        self.pages.iter().filter(|page| page.judged.is_none()).count()
    }

    /// What the rules say of all of them.
    pub fn all(&mut self) -> Linted {
        self.settle(usize::MAX);
        self.linted(|_| true)
    }

    fn ask(&mut self, places: &[usize]) {
        let whole = self.whole();
        let (shelf, asking, pages) = (&self.shelf, &self.asking, &self.pages);
        let judged: Vec<(usize, Judged)> =
            places.par_iter().filter_map(|at| Some((*at, whole.judged(*at, pages.get(*at)?, shelf, asking)))).collect();
        for (at, judged) in judged {
            if let Some(page) = self.pages.get_mut(at) {
                page.judged = Some(judged);
            }
        }
        self.whole = Some(whole);
    }

    /// What they come to together, found out anew where something changed.
    fn whole(&mut self) -> Whole {
        self.whole.take().unwrap_or_else(|| Whole::of(&self.pages, &self.shelf, &self.asking, self.registers, self.terms))
    }

    fn linted(&mut self, wanted: impl Fn(&Page) -> bool) -> Linted {
        let whole = self.whole();
        let pages: Vec<&Page> = self.pages.iter().filter(|page| wanted(page)).collect();
        let files: Vec<(FileId, u64)> = pages.iter().map(|page| (page.file, page.seen.hash)).collect();
        let among: BTreeSet<FileId> = files.iter().map(|(file, _)| *file).collect();
        let mut judged = whole.problems.clone();
        judged.findings.retain(|finding| among.contains(&finding.span.file));
        pages.iter().filter_map(|page| page.judged.clone()).for_each(|one| judged.add(one));
        judged.sort();
        let world = whole.world.clone();
        self.whole = Some(whole);
        Linted { world, judged, files }
    }
}

impl Whole {
    fn of(pages: &[Page], shelf: &Shelf<'_>, asking: &Asking<'_>, registers: &Arc<Registers>, terms: &Terms) -> Self {
        let (mut cards, mut first) = (Cards::default(), Vec::new());
        for Page { seen, .. } in pages {
            first.push(cards.in_force());
            seen.cards.iter().for_each(|card| cards.add(card.clone()));
            seen.gone.iter().for_each(|(code, valid)| cards.add_gone(code.clone(), *valid));
        }
        // In the order in which a run tells them.
        let said = pages.iter().flat_map(|page| &page.seen.problems).chain(pages.iter().flat_map(|page| &page.seen.names));
        let mut world = World::of(&cards, Arc::clone(registers), said.cloned().collect(), terms);
        let mut catalogue = Catalogue::of(cards, shelf);
        catalogue.hold_norms(shelf, |at| procedure(at, &first, pages).cloned());
        world.learn(&catalogue);
        let problems = asking.of_problems(&world);
        Self { catalogue, world, first, problems }
    }

    /// What the rules say of the procedures of one file.
    fn judged(&self, at: usize, page: &Page, shelf: &Shelf<'_>, asking: &Asking<'_>) -> Judged {
        let first = self.first.get(at).copied().unwrap_or_default();
        let mut judged = Judged::default();
        for (at, procedure) in page.seen.kept.iter().flatten().enumerate() {
            let linked = self.catalogue.link(first + at, procedure.clone(), shelf);
            judged.add(asking.of_procedure(&self.world, &linked));
        }
        judged
    }
}

/// The procedure at a place among all that are in force.
fn procedure<'p>(at: usize, first: &[usize], pages: &'p [Page]) -> Option<&'p Procedure> {
    let page = first.partition_point(|first| *first <= at).checked_sub(1)?;
    pages.get(page)?.seen.kept.as_ref()?.get(at - first.get(page)?)
}
