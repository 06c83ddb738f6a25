//! Names that refer to something, held against what there is: registers for papers and agencies, the procedure for its own parts.

use std::{cell::LazyCell, collections::BTreeSet};

use crate::{
    link::{dependence, linked::FileProblem},
    model::Procedure,
    problem::{self, Kind, MOST_TOLD, Problem},
    register::Registers,
    span::Spanned,
    text,
};

/// The names of `procedure` that refer to nothing. Of a register that holds nothing no name is unknown: a run without the law of any country
/// knows no papers and no offices.
pub(super) fn problems(procedure: &Procedure, registers: &Registers) -> Vec<FileProblem> {
    let mut found = unknown_papers(procedure, registers);
    found.extend(unknown_agencies(procedure, registers));
    found.extend(unknown_sources(procedure, registers));
    found.extend(dangling(procedure));
    found.extend(repeated(procedure));
    found.extend(circular(procedure));
    let (first, more) = problem::first_of(found, |one| (one.kind, one.span));
    let code = || Some(procedure.code.value.clone());
    first.into_iter().chain(more).map(|problem| FileProblem { problem, code: code() }).collect()
}

fn unknown_papers(procedure: &Procedure, registers: &Registers) -> Vec<Problem> {
    let documents = procedure.documents.iter().flat_map(|document| &document.alternatives);
    let papers = documents.filter_map(|one| one.evidence.as_ref());
    let results = procedure.results.iter().filter_map(|result| result.evidence.as_ref());
    let forms = procedure.forms.iter().filter_map(|form| form.evidence.as_ref());
    let known = |name: &str| registers.evidence.is_empty() || registers.evidence.contains_key(name);
    let names = papers.chain(results).chain(forms).filter(|name| !known(&name.value));
    unknown(Kind::UnknownName, names, registers.evidence.keys(), "a type of evidence of the registers")
}

fn unknown_agencies(procedure: &Procedure, registers: &Registers) -> Vec<Problem> {
    let known = |name: &str| registers.agencies.is_empty() || registers.agencies.contains_key(name);
    let names = procedure.authority.iter().filter(|name| !known(&name.value));
    unknown(Kind::UnknownName, names, registers.agencies.keys(), "an agency of the registers")
}

fn unknown_sources(procedure: &Procedure, registers: &Registers) -> Vec<Problem> {
    let sources = procedure.documents.iter().filter_map(|document| document.query.as_ref()?.source.as_ref());
    let known = |name: &str| registers.data_sources.is_empty() || registers.data_sources.contains_key(name);
    let names = sources.filter(|name| !known(&name.value));
    unknown(Kind::UnknownName, names, registers.data_sources.keys(), "a data source of the registers")
}

/// References within the procedure: cases, forms, steps.
fn dangling(procedure: &Procedure) -> Vec<Problem> {
    // Most procedures refer to none of them.
    let cases = LazyCell::new(|| procedure.cases.iter().map(|case| &case.id.value).collect::<BTreeSet<_>>());
    let forms = LazyCell::new(|| procedure.forms.iter().map(|form| &form.id).collect::<BTreeSet<_>>());
    let steps = LazyCell::new(|| procedure.steps.iter().map(|step| &step.id).collect::<BTreeSet<_>>());
    let of_documents = procedure.documents.iter().flat_map(|document| &document.cases);
    let of_limits = procedure.limits.iter().flat_map(|limit| &limit.cases);
    let of_fees = procedure.fees.iter().flat_map(|fee| &fee.cases);
    let used_cases = of_documents.chain(of_limits).chain(of_fees).filter(|name| !cases.contains(&name.value));
    let used_forms = procedure.documents.iter().filter_map(|document| document.form.as_ref()).filter(|name| !forms.contains(&name.value));
    let used_steps = procedure.steps.iter().flat_map(|step| &step.after).filter(|name| !steps.contains(&name.value));
    let in_cases = unknown(Kind::DanglingReference, used_cases, procedure.cases.iter().map(|case| &case.id.value), "a key under `cases`");
    let in_forms = unknown(Kind::DanglingReference, used_forms, procedure.forms.iter().map(|form| &form.id), "an id under `forms`");
    let in_steps = unknown(Kind::DanglingReference, used_steps, procedure.steps.iter().map(|step| &step.id), "an id under `steps`");
    [in_cases, in_forms, in_steps].concat()
}

/// Two documents of one id: whatever refers to it could mean either.
fn repeated(procedure: &Procedure) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    let ids = procedure.documents.iter().filter_map(|document| document.id.as_ref());
    let again = ids.filter(|id| !seen.insert(&id.value));
    again.map(|id| Problem::new(Kind::RepeatedName, id.span, &id.value).expecting("a name of its own")).collect()
}

/// Steps that wait for each other: none of them can ever begin.
fn circular(procedure: &Procedure) -> Option<Problem> {
    let (names, link) = dependence::circle(&procedure.steps)?;
    Some(Problem::new(Kind::CircularSteps, link.span, names.join(", ")).expecting("steps that come before it"))
}

/// A problem for each name; the name that was meant is looked for as long as it is told.
fn unknown<'n, 'k>(
    kind: Kind,
    names: impl Iterator<Item = &'n Spanned<String>>,
    known: impl Iterator<Item = &'k String> + Clone,
    expected: &str,
) -> Vec<Problem> {
    let near = |at: usize, name: &str| (at < MOST_TOLD).then(|| text::nearest(name, known.clone().map(String::as_str)).map(str::to_owned));
    let told = |(at, name): (usize, &Spanned<String>)| Problem {
        near: near(at, &name.value).flatten(),
        ..Problem::new(kind, name.span, &name.value).expecting(expected)
    };
    names.enumerate().map(told).collect()
}
