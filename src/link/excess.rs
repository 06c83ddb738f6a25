//! Where a document is asked for in a stricter way than every provision that lays it down: its form, its age, how many.

use crate::{
    duration::Duration,
    link::law::Law,
    model::{Alternative, Document, Form},
    register::Prescription,
};

/// One way in which a paper is asked for more strictly than the law says.
#[derive(Clone, Debug)]
pub struct Excess {
    /// In what: `form`, `age`, `originals` or `copies`.
    pub what: &'static str,
    /// The paper.
    pub evidence: String,
    /// What is asked for.
    pub asked: String,
    /// The strictest that any provision says; nothing where none says anything of it.
    pub lawful: Option<String>,
    /// Whether some provision lays the paper down for a case only.
    pub by_case: bool,
}

/// What is asked of `document` beyond the rows of `law`, each alternative by itself; nothing of what no provision lays down.
pub(super) fn of(law: &Law<'_>, document: &Document, evidence: &[String]) -> Vec<Excess> {
    let mut found = Vec::new();
    let rows =
        |name: &String| -> Vec<&Prescription> { law.rows.iter().map(|(_, row)| *row).filter(|row| row.evidence.contains(name)).collect() };
    for alternative in &document.alternatives {
        let Some(name) = alternative.evidence.as_ref().map(|name| &name.value) else { continue };
        let rows = rows(name);
        if rows.is_empty() {
            continue;
        }
        found.extend(form(document, alternative, name, &rows));
        found.extend(age(alternative, name, &rows));
    }
    if let ([name], false) = (evidence, document.any_of) {
        let rows = rows(name);
        let asked = [("originals", &document.originals), ("copies", &document.copies)];
        for (what, count) in asked {
            found.extend(count.as_ref().and_then(|count| number(what, count.value, name, &rows)));
        }
    }
    found
}

fn excess(what: &'static str, name: &str, asked: String, lawful: Option<String>, rows: &[&Prescription]) -> Excess {
    Excess { what, evidence: name.to_owned(), asked, lawful, by_case: rows.iter().any(|row| row.case.is_some()) }
}

/// A certified copy or the original, where every provision is content with less.
fn form(document: &Document, alternative: &Alternative, name: &str, rows: &[&Prescription]) -> Option<Excess> {
    if document.is_unparsed("form") {
        return None;
    }
    let asked = alternative.forms.iter().map(|form| form.value).min()?;
    // What is lighter than a certified copy is near enough to every other light form.
    if asked < Form::CertifiedCopy {
        return None;
    }
    let lightest: Option<Vec<Form>> = rows.iter().map(|row| row.forms.iter().min().copied()).collect();
    let lawful = lightest?.into_iter().max()?;
    // A provision that names many papers in one breath does not tell a certified copy of one of them from a copy.
    let rough = asked == Form::CertifiedCopy && lawful == Form::Copy && rows.iter().any(|row| row.evidence.len() > 1);
    (asked > lawful && !rough).then(|| excess("form", name, asked.word().to_owned(), Some(lawful.word().to_owned()), rows))
}

/// A younger paper than any provision wants.
fn age(alternative: &Alternative, name: &str, rows: &[&Prescription]) -> Option<Excess> {
    let asked = alternative.issued_within.as_ref()?.value;
    let limits: Vec<Duration> = rows.iter().filter_map(|row| row.issued_within).collect();
    let stricter = limits.iter().all(|limit| limit.surely_exceeds(asked, 0));
    let strictest = limits.into_iter().reduce(|least, next| if next.days(0).0 < least.days(0).0 { next } else { least });
    stricter.then(|| excess("age", name, asked.to_string(), strictest.map(|limit| limit.to_string()), rows))
}

/// More of it than any provision wants, where each of them says how many.
fn number(what: &'static str, asked: i64, name: &str, rows: &[&Prescription]) -> Option<Excess> {
    let said = |row: &&Prescription| if what == "originals" { row.originals } else { row.copies };
    let lawful: Option<Vec<i64>> = rows.iter().map(said).collect();
    let most = lawful?.into_iter().max()?;
    (asked > most).then(|| excess(what, name, asked.to_string(), Some(most.to_string()), rows))
}
