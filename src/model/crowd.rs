//! How much of one list or map of a procedure is read.

use crate::{
    problem::{Kind, Problem},
    span::Span,
    yaml::{Node, Value},
};

/// The most items of one list, and keys of one map. The longest list seen in a real procedure has fifty-nine; what compares the items of a list with each
/// other may count on it.
const MOST: usize = 1000;

/// Takes from the lists and maps of `node` what stands beyond the first thousand; each that lost something is one problem, at the first thing lost.
pub fn shorten(node: &mut Node<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    cut(node, &mut problems);
    problems
}

fn cut(node: &mut Node<'_>, problems: &mut Vec<Problem>) {
    match &mut node.value {
        Value::List(items) => {
            problems.extend(items.get(MOST).map(|first| problem(first.span)));
            items.truncate(MOST);
            items.iter_mut().for_each(|item| cut(item, problems));
        }
        Value::Map(entries) => {
            problems.extend(entries.get(MOST).map(|first| problem(first.key.span)));
            entries.truncate(MOST);
            entries.iter_mut().for_each(|entry| cut(&mut entry.value, problems));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => (),
    }
}

fn problem(span: Span) -> Problem {
    let problem = Problem::new(Kind::UnsupportedYaml, span, "too many values in one list or map");
    problem.expecting(format!("at most {MOST} values in one list or map"))
}
