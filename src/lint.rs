//! From files to findings: the one road through the building.

use std::{collections::BTreeSet, ops::Range, sync::Arc};

use rayon::prelude::*;

use crate::{
    check::{self, Judged},
    files::{self, Fault, Store},
    link::{Earlier, FileProblem, Terms, World},
    model::{self, Procedure},
    problem::{self, Kind, Problem},
    register::{Registers, Said},
    rule::{self, RuleSet},
    schema,
    span::{FileId, Span},
    yaml::{self, Node},
};

/// What one file came to.
#[derive(Clone, Debug, Default)]
pub struct Understood {
    /// The procedures it holds.
    pub procedures: Vec<Procedure>,
    /// What in it could not be understood.
    pub problems: Vec<FileProblem>,
    /// The hash of its text, by which it is known again when the report is written.
    pub hash: u64,
}

/// What a run came to.
pub struct Linted {
    /// The world that was judged.
    pub world: World,
    /// What the rules said of it.
    pub judged: Judged,
    /// The files read, each with the hash of its text.
    pub files: Vec<(FileId, u64)>,
}

/// Reads and judges `files` on the given terms; `done` is called after each file.
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
    judge(files, understood, registers, rules, terms)
}

/// Judges what `files` came to, read before: whoever watches a catalogue reads only what was changed.
pub fn judge(
    files: &[FileId],
    understood: Vec<Understood>,
    registers: impl Into<Arc<Registers>>,
    rules: &RuleSet,
    terms: &Terms,
) -> Linted {
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

/// What one file holds. A file that cannot be read or is not YAML is one problem, and the run goes on.
pub fn read(store: &Store, file: FileId) -> Understood {
    let text = match store.text(file) {
        Ok(text) => text,
        Err(fault) => return unread(file, fault),
    };
    let (tree, problems) = yaml::parse(file, &text);
    let mut understood = Understood { hash: files::hash_of(&text), ..Understood::default() };
    let broken = !problems.is_empty() && tree.documents.is_empty();
    let mut all: Vec<FileProblem> = problems.into_iter().map(|problem| FileProblem { problem, code: None }).collect();
    if !broken && tree.documents.iter().all(Node::is_null) {
        all.push(FileProblem { problem: Problem::new(Kind::Empty, Span::new(file, 0..0), ""), code: None });
    }
    let mut before = 0;
    let last = tree.documents.last().map(|last| last.span);
    for mut node in tree.documents {
        let here = node.span.range();
        let until = if last == Some(node.span) { usize::MAX } else { here.end };
        if !node.is_null() {
            all.extend(understand(&mut node, &mut understood.procedures));
        }
        if let Some(procedure) = understood.procedures.last_mut().filter(|_| !node.is_null() && !tree.comments.is_empty()) {
            // Those that belong to it stand behind the end of the document before it.
            procedure.accepted.extend(model::in_comments(&text, between(&tree.comments, before..until), &node));
        }
        before = here.end;
    }
    understood.problems = told(all);
    understood
}

/// The first problems of each kind, and how many more there are.
fn told(problems: Vec<FileProblem>) -> Vec<FileProblem> {
    let (first, more) = problem::first_of(problems, |one| (one.problem.kind, one.problem.span));
    let more = more.into_iter().map(|problem| FileProblem { problem, code: None });
    first.into_iter().chain(more).collect()
}

/// The comments that begin within some bytes.
fn between(comments: &[yaml::Comment], bytes: Range<usize>) -> &[yaml::Comment] {
    let from = comments.partition_point(|one| one.span.range().start < bytes.start);
    let to = comments.partition_point(|one| one.span.range().start < bytes.end);
    comments.get(from..to).unwrap_or_default()
}

/// Adds the procedure that `node` is, and gives what in it could not be understood.
fn understand(node: &mut Node<'_>, procedures: &mut Vec<Procedure>) -> Vec<FileProblem> {
    let mut problems = schema::check(schema::Kind::Procedure, node);
    problems.extend(model::shorten(node));
    let (procedure, found) = model::procedure(node);
    let problems = with_new(problems, found);
    let code = Some(procedure.code.value.clone()).filter(|code| !code.is_empty());
    // Something that is not a map holds nothing to judge.
    if matches!(node.value, yaml::Value::Map(_)) {
        procedures.push(procedure);
    }
    problems.into_iter().map(|problem| FileProblem { problem, code: code.clone() }).collect()
}

/// What the schema refused, and what the reader `found` beside it: a value is not refused twice.
fn with_new(mut refused: Vec<Problem>, found: Vec<Problem>) -> Vec<Problem> {
    let places: BTreeSet<Span> = refused.iter().map(|one| one.span).collect();
    refused.extend(found.into_iter().filter(|one| !places.contains(&one.span)));
    refused
}

fn unread(file: FileId, fault: Fault) -> Understood {
    let problem = match fault {
        Fault::Unreadable(says) => Problem::new(Kind::Unreadable, Span::new(file, 0..0), says),
        Fault::NotUtf8(at) => Problem::new(Kind::NotUtf8, Span::new(file, at..at + 1), format!("byte {at}")),
    };
    Understood { problems: vec![FileProblem { problem, code: None }], ..Understood::default() }
}

/// Adds the register that `file` holds; the problems of a file that is none are returned.
pub fn add_register(registers: &mut Registers, store: &Store, file: FileId) -> Vec<Problem> {
    let text = match store.text(file) {
        Ok(text) => text,
        Err(fault) => return unread(file, fault).problems.into_iter().map(|one| one.problem).collect(),
    };
    let (tree, mut problems) = yaml::parse(file, &text);
    for node in tree.documents.iter().filter(|node| !node.is_null()) {
        // What ships with the program is held against the schema by a test, not at every start.
        if !store.is_embedded(file) {
            problems.extend(schema::check(schema::Kind::Register, node));
            let norms = node.get("norms").map_or(&[][..], Node::items);
            problems.extend(norms.iter().flat_map(|norm| schema::check(schema::Kind::Procedure, norm)));
            registers.give_way(node);
        }
        let found = registers.add(node);
        problems = with_new(problems, found);
    }
    problems
}

/// What ships with the program, or what is wrong with it.
pub struct BuiltIn {
    /// Its rules.
    pub rules: Result<RuleSet, Vec<rule::Error>>,
    /// Its registers.
    pub registers: Result<Registers, Vec<Problem>>,
}

/// Reads what ships with the program, side by side, since every run waits for it; the registers are `files` of `store`.
pub fn built_in(store: &Store, files: &[FileId]) -> BuiltIn {
    let (rules, (registers, _)) = rayon::join(RuleSet::built_in, || {
        // The first file that is linted would wait for its schema.
        rayon::join(|| built_in_registers(store, files), || schema::is_ready(schema::Kind::Procedure))
    });
    BuiltIn { rules, registers }
}

fn built_in_registers(store: &Store, files: &[FileId]) -> Result<Registers, Vec<Problem>> {
    // File by file: the large ones stand beside each other, and no thread is to be left with several of them.
    let read: Vec<Vec<Said>> = files.par_iter().with_max_len(1).map(|file| said(store, *file)).collect::<Result<_, _>>()?;
    let mut registers = Registers::default();
    read.into_iter().flatten().for_each(|says| registers.join(says));
    Ok(registers)
}

/// What each document of a register says, where all of it can be understood.
fn said(store: &Store, file: FileId) -> Result<Vec<Said>, Vec<Problem>> {
    let text = store.text(file).map_err(|fault| unread(file, fault).problems.into_iter().map(|one| one.problem).collect::<Vec<_>>())?;
    let (tree, mut problems) = yaml::parse(file, &text);
    let mut said = Vec::new();
    for node in tree.documents.iter().filter(|node| !node.is_null()) {
        let (says, found) = Said::read(node);
        said.push(says);
        problems.extend(found);
    }
    if problems.is_empty() { Ok(said) } else { Err(problems) }
}
