//! Findings alone, of a catalogue of any size: each file is looked at twice, and what was read is let go after each look.
//!
//! The first look takes a card of each procedure, with what the rest of the catalogue asks of it; the cards make the catalogue; the second look
//! joins each procedure with it and judges it. The first so many files are kept from one look to the other and not read again.

use std::sync::Arc;

use rayon::prelude::*;

use crate::{
    check::{Asking, Judged},
    date::Period,
    files::Store,
    link::{Card, Cards, Catalogue, FileProblem, Shelf, Terms, World},
    lint::{
        Linted,
        read::{Understood, again, read},
    },
    model::Procedure,
    problem::Problem,
    register::Registers,
    rule::RuleSet,
    span::FileId,
};

/// How many files are kept in memory from one look to the other, where nobody says otherwise: about 40 MB.
pub const KEPT: usize = 4_096;

/// How many files are under way at once.
const CHUNK: usize = 1_024;

/// What the first look at a file came to.
pub(super) struct Seen {
    pub(super) hash: u64,
    pub(super) problems: Vec<FileProblem>,
    /// The names in it that refer to nothing.
    pub(super) names: Vec<FileProblem>,
    pub(super) cards: Vec<Card>,
    /// What of it is not in force on the day.
    pub(super) gone: Vec<(String, Period)>,
    /// Its procedures in force, where they are kept.
    pub(super) kept: Option<Vec<Procedure>>,
}

/// One file between the two looks.
struct Between {
    hash: u64,
    /// The place of its first procedure among all that are in force, and how many it holds.
    first: usize,
    many: u32,
}

/// Reads and judges `files` on the given terms, the first `kept` of them in one look; `done` is called after each look at a file.
pub fn check(
    store: &Store,
    files: &[FileId],
    registers: impl Into<Arc<Registers>>,
    rules: &RuleSet,
    terms: &Terms,
    kept: usize,
    done: &(dyn Fn() + Sync),
) -> Linted {
    let registers = registers.into();
    let shelf = Shelf::new(&registers, terms);
    let mut first = First::of(store, files, &shelf, kept, done);
    let mut world = World::of(&first.cards, Arc::clone(&registers), std::mem::take(&mut first.problems), terms);
    let mut catalogue = Catalogue::of(std::mem::take(&mut first.cards), &shelf);
    catalogue.hold_norms(&shelf, |at| first.procedure(at, store, files, &shelf));
    world.learn(&catalogue);
    let First { between, kept, .. } = first;
    let asking = Asking::new(rules);
    let second = Second { store, shelf: &shelf, catalogue: &catalogue, world: &world, asking: &asking, done };
    let (mut judged, changed) = second.judged(files, &between, kept);
    let mut hashes: Vec<(FileId, u64)> = files.iter().zip(&between).map(|(file, one)| (*file, one.hash)).collect();
    drop((catalogue, between));
    for problem in changed {
        // What it holds now was not judged, and is not told by what it held before.
        hashes.iter_mut().filter(|(file, _)| *file == problem.span.file).for_each(|(_, hash)| *hash = 0);
        world.problems.push(FileProblem { problem, code: None });
    }
    judged.add(asking.of_problems(&world));
    judged.sort();
    Linted { world, judged, files: hashes }
}

/// The first look.
#[derive(Default)]
struct First {
    cards: Cards,
    problems: Vec<FileProblem>,
    between: Vec<Between>,
    /// The procedures of the files that are kept.
    kept: Vec<Vec<Procedure>>,
}

impl First {
    fn of(store: &Store, files: &[FileId], shelf: &Shelf<'_>, kept: usize, done: &(dyn Fn() + Sync)) -> Self {
        let (mut first, mut names) = (Self::default(), Vec::new());
        for (chunk, files) in files.chunks(CHUNK).enumerate() {
            let keeps = |at: usize| chunk * CHUNK + at < kept;
            let look = |(at, file): (usize, &FileId)| {
                let seen = Seen::of(read(store, *file), shelf, keeps(at));
                done();
                seen
            };
            let seen: Vec<Seen> = files.par_iter().enumerate().map(look).collect();
            for one in seen {
                names.extend(first.add(one));
            }
        }
        first.problems.extend(names);
        first
    }

    /// Takes in the next file; the names in it that refer to nothing are returned.
    fn add(&mut self, seen: Seen) -> Vec<FileProblem> {
        let many = u32::try_from(seen.cards.len()).unwrap_or(u32::MAX);
        self.between.push(Between { hash: seen.hash, first: self.cards.in_force(), many });
        self.problems.extend(seen.problems);
        seen.cards.into_iter().for_each(|card| self.cards.add(card));
        seen.gone.into_iter().for_each(|(code, valid)| self.cards.add_gone(code, valid));
        self.kept.extend(seen.kept);
        seen.names
    }

    /// The procedure at `at` among those in force; nothing where its file is no longer what it was, which the second look says.
    fn procedure(&self, at: usize, store: &Store, files: &[FileId], shelf: &Shelf<'_>) -> Option<Procedure> {
        let place = self.between.partition_point(|one| one.first <= at).checked_sub(1)?;
        let between = self.between.get(place)?;
        if let Some(kept) = self.kept.get(place) {
            return kept.get(at - between.first).cloned();
        }
        let procedures = again(store, *files.get(place)?, between.hash).unwrap_or_else(|_| Vec::new());
        procedures.into_iter().filter(|one| shelf.is_in_force(one)).nth(at - between.first)
    }
}

impl Seen {
    pub(super) fn of(understood: Understood, shelf: &Shelf<'_>, keep: bool) -> Self {
        let Understood { procedures, problems, hash } = understood;
        let (current, gone): (Vec<Procedure>, Vec<Procedure>) = procedures.into_iter().partition(|one| shelf.is_in_force(one));
        Self {
            hash,
            problems,
            names: current.iter().flat_map(|procedure| shelf.problems(procedure)).collect(),
            cards: current.iter().map(|procedure| shelf.card(procedure)).collect(),
            gone: gone.into_iter().map(|procedure| (procedure.code.value, procedure.valid)).collect(),
            kept: keep.then_some(current),
        }
    }
}

/// The second look.
struct Second<'s, 'r> {
    store: &'s Store,
    shelf: &'s Shelf<'r>,
    catalogue: &'s Catalogue,
    world: &'s World,
    asking: &'s Asking<'s>,
    done: &'s (dyn Fn() + Sync),
}

impl Second<'_, '_> {
    /// What the rules say of every file, and which files are not what they were.
    fn judged(&self, files: &[FileId], between: &[Between], kept: Vec<Vec<Procedure>>) -> (Judged, Vec<Problem>) {
        let (mut judged, mut changed) = (Judged::default(), Vec::new());
        let mut kept = kept.into_iter().map(Some).chain(std::iter::repeat_with(|| None));
        for (files, between) in files.chunks(CHUNK).zip(between.chunks(CHUNK)) {
            let work: Vec<_> = files.iter().zip(between).zip(kept.by_ref()).collect();
            let each: Vec<_> = work.into_par_iter().map(|((file, between), kept)| self.file(*file, between, kept)).collect();
            for one in each {
                match one {
                    Ok(one) => judged.add(one),
                    Err(problem) => changed.push(problem),
                }
            }
        }
        (judged, changed)
    }

    fn file(&self, file: FileId, between: &Between, kept: Option<Vec<Procedure>>) -> Result<Judged, Problem> {
        let mut judged = Judged::default();
        let procedures = match kept {
            Some(procedures) => procedures,
            None if between.many == 0 => Vec::new(),
            None => again(self.store, file, between.hash)?.into_iter().filter(|one| self.shelf.is_in_force(one)).collect(),
        };
        for (at, procedure) in procedures.into_iter().enumerate() {
            let linked = self.catalogue.link(between.first + at, procedure, self.shelf);
            judged.add(self.asking.of_procedure(self.world, &linked));
        }
        (self.done)();
        Ok(judged)
    }
}
