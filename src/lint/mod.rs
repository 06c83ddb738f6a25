//! From files to findings: the one road through the building.

mod desk;
mod read;
mod register;
mod twice;

use std::{collections::BTreeSet, sync::Arc};

use rayon::prelude::*;

pub use desk::Desk;
pub use read::{Understood, read};
pub use register::{BuiltIn, add_register, built_in};
pub use twice::{KEPT, check};

use crate::{
    check::{self, Judged},
    files::Store,
    link::{Earlier, Terms, World},
    register::Registers,
    rule::RuleSet,
    span::FileId,
};

/// What a run came to.
pub struct Linted {
    /// The world that was judged.
    pub world: World,
    /// What the rules said of it.
    pub judged: Judged,
    /// The files read, each with the hash of its text.
    pub files: Vec<(FileId, u64)>,
}

impl Linted {
    /// The files of which nothing at all could be read.
    pub fn unread(&self) -> BTreeSet<FileId> {
        let problems = self.world.problems.iter().map(|one| &one.problem);
        problems.filter(|problem| problem.kind.is_unread()).map(|problem| problem.span.file).collect()
    }
}

/// Reads and judges `files` on the given terms, and keeps every procedure as it was joined, for whoever wants more than findings; `done` is
/// called after each file.
pub fn run(
    store: &Store,
    files: &[FileId],
    registers: impl Into<Arc<Registers>>,
    rules: &RuleSet,
    terms: &Terms,
    done: &(dyn Fn() + Sync),
) -> Linted {
    let understood: Vec<Understood> = files
        .par_iter()
        .map(|file| {
            let understood = read(store, *file);
            done();
            understood
        })
        .collect();
    let hashes = files.iter().zip(&understood).map(|(file, one)| (*file, one.hash)).collect();
    let mut procedures = Vec::new();
    let mut problems = Vec::new();
    for one in understood {
        procedures.extend(one.procedures);
        problems.extend(one.problems);
    }
    let world = World::link(procedures, registers.into(), problems, terms);
    let judged = check::run(rules, &world);
    Linted { world, judged, files: hashes }
}

/// What an earlier version of the catalogue held, and how many of its files could not be read.
pub fn earlier(store: &Store, files: &[FileId], name: &str) -> (Earlier, usize) {
    let understood: Vec<Understood> = files.par_iter().map(|file| read(store, *file)).collect();
    let unread = understood.iter().flat_map(|one| &one.problems).filter(|one| one.problem.kind.is_unread()).count();
    let procedures = understood.into_iter().flat_map(|one| one.procedures).collect();
    (Earlier { name: name.to_owned(), procedures }, unread)
}
