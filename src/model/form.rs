//! A form and its fields.

use crate::{
    model::cite::Cited,
    model::read::{Reader, Words, place},
    span::{Span, Spanned},
};

/// A form the applicant fills in.
#[derive(Clone, Debug, Default)]
pub struct FormSheet {
    /// Its name within the procedure.
    pub id: String,
    /// What it is called.
    pub title: Words,
    /// Its type.
    pub evidence: Option<Spanned<String>>,
    /// Whether a template is published.
    pub template: Option<bool>,
    /// Which version of it.
    pub version: Option<String>,
    /// Whether it can be filled in online.
    pub interactive: Option<bool>,
    /// Its fields.
    pub fields: Vec<Field>,
    /// By what law.
    pub legal_basis: Vec<Cited>,
    /// The place that names it.
    pub span: Span,
}

/// A field of a form.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// Its name within the form.
    pub id: String,
    /// What stands beside it.
    pub label: Words,
    /// The concept it asks for.
    pub concept: Option<Spanned<String>>,
    /// What is filled in: `text`, `date`, `choice`, `confirmation`, `free-text`, …
    pub kind: Option<String>,
    /// `none`, `optional` or `required`.
    pub prefill: Option<String>,
    /// Who must confirm it.
    pub by: Option<Spanned<String>>,
    /// The steps that use it.
    pub used_by: Vec<Spanned<String>>,
    /// The place that names it.
    pub span: Span,
}

/// Reads one form.
pub(super) fn read(mut reader: Reader<'_, '_>) -> FormSheet {
    FormSheet {
        id: reader.name("id").map(|id| id.value).unwrap_or_default(),
        title: reader.words("title").unwrap_or_default(),
        evidence: reader.name("evidence"),
        template: reader.flag("template"),
        version: reader.name("version").map(|version| version.value),
        interactive: reader.flag("interactive"),
        legal_basis: reader.citations("legal_basis"),
        span: place(&reader, &["title", "id"]),
        fields: reader.each("fields", |reader| Field {
            id: reader.name("id").map(|id| id.value).unwrap_or_default(),
            label: reader.words("label").unwrap_or_default(),
            concept: reader.name("concept"),
            kind: reader.name("kind").map(|kind| kind.value),
            prefill: reader.name("prefill").map(|prefill| prefill.value),
            by: reader.name("by"),
            used_by: reader.names("used_by"),
            span: place(&reader, &["label", "id"]),
        }),
    }
}
