//! The papers of which one will do, each by itself.

use crate::{
    date::Date,
    link::reuse::{self, Holder},
    model::{Document, Form, Procedure},
    register::Registers,
    span::Span,
};

/// One of several papers of which one will do.
#[derive(Clone, Debug)]
pub struct LinkedAlternative {
    /// Its type.
    pub evidence: String,
    /// The forms among which the applicant chooses; none where it is not said.
    pub forms: Vec<Form>,
    /// Its place under `any_of`; none where the words name it.
    pub at: Option<usize>,
    /// Where it is named.
    pub span: Span,
    /// Who already holds what it proves.
    pub holder: Option<Box<Holder>>,
}

/// The alternatives of a document by the types of `evidence` that will do; none where there is only one.
pub(super) fn of(
    registers: &Registers,
    procedure: &Procedure,
    document: &Document,
    evidence: &[String],
    day: Date,
) -> Vec<LinkedAlternative> {
    if evidence.len() < 2 {
        return Vec::new();
    }
    let asked = !reuse::is_exempt(document) && !reuse::is_made(procedure, evidence);
    let one = |name: &String| {
        let written = document.alternatives.iter().find(|one| one.evidence.as_ref().is_some_and(|own| own.value == *name));
        LinkedAlternative {
            evidence: name.clone(),
            forms: written.map(|one| one.forms.iter().map(|form| form.value).collect()).unwrap_or_default(),
            at: written.and_then(|one| one.at),
            span: written.map_or(document.span, |one| one.span),
            holder: if asked { reuse::by_source(registers, procedure, name, day).map(Box::new) } else { None },
        }
    };
    evidence.iter().map(one).collect()
}
