//! What one file comes to.

use std::{collections::BTreeSet, ops::Range};

use crate::{
    files::{self, Fault, Store},
    link::FileProblem,
    model::{self, Procedure},
    problem::{self, Kind, Problem},
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

/// What one file holds. A file that cannot be read or is not YAML is one problem, and the run goes on.
pub fn read(store: &Store, file: FileId) -> Understood {
    match store.text(file) {
        Ok(text) => understood(file, &text, understand),
        Err(fault) => unread(file, fault),
    }
}

/// The procedures of a file that was read before, when its text had that `hash`. What was wrong with it was said then; that it is another one
/// now, or gone, is one problem.
pub(super) fn again(store: &Store, file: FileId, hash: u64) -> Result<Vec<Procedure>, Problem> {
    match store.text(file) {
        Ok(text) if files::hash_of(&text) == hash => Ok(understood(file, &text, reread).procedures),
        Ok(_) => Err(Problem::new(Kind::Unreadable, Span::new(file, 0..0), "it changed while it was being read; run again")),
        Err(fault) => Err(refused(file, fault)),
    }
}

/// What a text holds; `each` adds the procedure that a document of it is, and gives what in that could not be understood.
fn understood(file: FileId, text: &str, each: impl Fn(&mut Node<'_>, &mut Vec<Procedure>) -> Vec<FileProblem>) -> Understood {
    let (tree, problems) = yaml::parse(file, text);
    let mut understood = Understood { hash: files::hash_of(text), ..Understood::default() };
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
            all.extend(each(&mut node, &mut understood.procedures));
        }
        if let Some(procedure) = understood.procedures.last_mut().filter(|_| !node.is_null() && !tree.comments.is_empty()) {
            // Those that belong to it stand behind the end of the document before it.
            procedure.accepted.extend(model::in_comments(text, between(&tree.comments, before..until), &node));
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
    add(node, procedure, procedures);
    problems.into_iter().map(|problem| FileProblem { problem, code: code.clone() }).collect()
}

/// Adds the procedure that `node` is, all that is wrong with it having been said before.
fn reread(node: &mut Node<'_>, procedures: &mut Vec<Procedure>) -> Vec<FileProblem> {
    model::shorten(node);
    add(node, model::procedure(node).0, procedures);
    Vec::new()
}

/// Something that is not a map holds nothing to judge.
fn add(node: &Node<'_>, procedure: Procedure, procedures: &mut Vec<Procedure>) {
    if matches!(node.value, yaml::Value::Map(_)) {
        procedures.push(procedure);
    }
}

/// What the schema refused, and what the reader `found` beside it: a value is not refused twice.
pub(super) fn with_new(mut refused: Vec<Problem>, found: Vec<Problem>) -> Vec<Problem> {
    let places: BTreeSet<Span> = refused.iter().map(|one| one.span).collect();
    refused.extend(found.into_iter().filter(|one| !places.contains(&one.span)));
    refused
}

/// What is known of a file that could not be read.
pub(super) fn unread(file: FileId, fault: Fault) -> Understood {
    Understood { problems: vec![FileProblem { problem: refused(file, fault), code: None }], ..Understood::default() }
}

fn refused(file: FileId, fault: Fault) -> Problem {
    match fault {
        Fault::Unreadable(says) => Problem::new(Kind::Unreadable, Span::new(file, 0..0), says),
        Fault::NotUtf8(at) => Problem::new(Kind::NotUtf8, Span::new(file, at..at + 1), format!("byte {at}")),
    }
}
