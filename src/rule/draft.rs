//! A rule being read, and everything that is wrong with it.

use crate::{
    problem::Problem,
    rule::Error,
    span::{Lines, Span},
};

/// A rule being read: where its errors belong.
pub(super) struct Draft<'t> {
    /// Its file.
    pub file: &'t str,
    /// The lines of it.
    pub lines: Lines<'t>,
    /// What is wrong so far.
    pub errors: Vec<Error>,
}

impl Draft<'_> {
    /// Notes what is wrong at that place.
    pub(super) fn refuse(&mut self, span: Span, says: impl Into<String>) {
        let place = self.lines.place(span.range().start);
        let (line, column) = (place.line, place.column);
        self.errors.push(Error { file: self.file.to_owned(), line, column, says: says.into() });
    }

    /// Notes a problem of the file.
    pub(super) fn problem(&mut self, problem: &Problem) {
        let near = problem.near.as_ref().map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        let expected = if problem.expected.is_empty() { String::new() } else { format!(" (expected: {})", problem.expected) };
        self.refuse(problem.span, format!("{}: {}{expected}{near}", problem.kind.word(), problem.found));
    }
}
