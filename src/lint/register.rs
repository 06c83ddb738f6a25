//! The registers and rules that a run judges by: what ships with the program, and what a user adds.

use rayon::prelude::*;

use crate::{
    files::Store,
    lint::read::{unread, with_new},
    problem::Problem,
    register::{Registers, Said},
    rule::{self, RuleSet},
    schema,
    span::FileId,
    yaml::{self, Node},
};

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
