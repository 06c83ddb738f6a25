//! The page of one procedure.

use crate::{
    confidence::Confidence,
    files::Store,
    link::Linked,
    model::{Document, Words},
    plan::{Plan, Planned},
    report::{
        Report,
        review::{Line, Test, What},
    },
};

/// Everything about one procedure that its plan does not say.
#[derive(Clone, Debug)]
pub struct Page {
    /// The file it stands in, as it is shown.
    pub file: String,
    /// Its agencies in the words of the publication, where no register knows them.
    pub authority_says: Option<Words>,
    /// The decision that published it.
    pub published: Option<String>,
    /// What it asks for, takes and gives, line by line.
    pub lines: Vec<Line>,
    /// The law it names as its ground, as written.
    pub basis: Vec<String>,
    /// The places of its findings in the report, by the test they answer; those of no test come last.
    pub tests: Vec<(Option<Test>, Vec<usize>)>,
    /// The places of those that are undetermined.
    pub undetermined: Vec<usize>,
}

/// The page of a procedure, without its findings.
pub(super) fn of(linked: &Linked, planned: &Planned, store: &Store) -> Page {
    let procedure = &linked.procedure;
    let mut lines: Vec<Line> = linked.documents.iter().map(|one| document(&one.document, one.at, one)).collect();
    let nothing = Words::default();
    lines.extend(
        linked
            .conditions
            .iter()
            .map(|one| Line::new(What::Condition(one.at), &one.condition.text, Some(&one.law), &one.condition.legal_basis)),
    );
    lines.extend(
        linked
            .limits
            .iter()
            .map(|one| Line::new(What::Limit(one.at), one.limit.says.as_ref().unwrap_or(&nothing), Some(&one.law), &one.limit.legal_basis)),
    );
    lines.extend(linked.fees.iter().map(|one| Line::new(What::Fee(one.at), &one.fee.title, Some(&one.law), &one.fee.legal_basis)));
    let steps = procedure.steps.iter().enumerate();
    lines.extend(steps.map(|(at, step)| Line::new(What::Step(at), &step.title, None, &step.legal_basis)));
    lines.extend((0..procedure.channels.len()).map(|at| Line::new(What::Channel(at), &nothing, None, &[])));
    let results = procedure.results.iter().enumerate();
    lines.extend(results.map(|(at, result)| Line::new(What::Outcome(at), &result.title, None, &[])));
    for line in &mut lines {
        let pointer = line.what.pointer();
        let about = |at: &str| at.strip_prefix(&pointer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        line.recommendations = planned.recommendations.iter().filter(|one| about(&one.edit.at)).map(|one| one.number).collect();
    }
    Page {
        file: store.name(planned.file).to_owned(),
        authority_says: procedure.authority_says.clone(),
        published: procedure.published.as_ref().and_then(|published| published.decision.clone()),
        lines,
        basis: procedure.legal_basis.iter().map(|cite| cite.words.clone()).collect(),
        tests: Vec::new(),
        undetermined: Vec::new(),
    }
}

fn document(document: &Document, at: usize, linked: &crate::link::LinkedDocument) -> Line {
    let cited: Vec<_> = document.legal_basis.iter().chain(document.alternatives.iter().flat_map(|one| &one.legal_basis)).cloned().collect();
    let mut line = Line::new(What::Document(at), &document.title, Some(&linked.law), &cited);
    line.cited.dedup();
    line
}

/// Gives each page the places of its findings.
pub(super) fn place(pages: &mut [Page], plan: &Plan, report: &Report) {
    for (at, shown) in report.findings.iter().enumerate() {
        let finding = &shown.finding;
        let its = |one: &Planned| one.file == finding.span.file && finding.procedure.as_deref() == Some(one.before.code.value.as_str());
        let Some(page) = plan.procedures.iter().position(its).and_then(|place| pages.get_mut(place)) else { continue };
        if finding.confidence == Confidence::Undetermined {
            page.undetermined.push(at);
            continue;
        }
        let test = Test::of(finding);
        match page.tests.iter_mut().find(|(known, _)| *known == test) {
            Some((_, findings)) => findings.push(at),
            None => page.tests.push((test, vec![at])),
        }
    }
    let order = |test: Option<Test>| Test::ALL.iter().position(|one| Some(*one) == test).unwrap_or(Test::ALL.len());
    pages.iter_mut().for_each(|page| page.tests.sort_by_key(|(test, _)| order(*test)));
}
