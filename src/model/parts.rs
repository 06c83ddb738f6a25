//! The smaller parts of a procedure: forms and fields, channels, limits, steps, fees, conditions, results, volumes.

use crate::{
    date::Date,
    duration::Duration,
    model::read::{Cited, Words},
    money::Money,
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

/// A way to apply.
#[derive(Clone, Debug, Default)]
pub struct Channel {
    /// `online`, `in-person` or `post`.
    pub by: String,
    /// `full`, `partial` or `information`.
    pub level: Option<Spanned<String>>,
    /// How one signs in.
    pub sign_in: Option<String>,
    /// What signature is asked for.
    pub signature: Option<Spanned<String>>,
    /// Whether fees can be paid this way.
    pub payment: Option<bool>,
    /// Whether originals must be shown as well.
    pub compare_original: Option<bool>,
    /// The place that names it.
    pub span: Span,
}

/// One time limit.
#[derive(Clone, Debug, Default)]
pub struct Limit {
    /// How long; nothing where it could not be read.
    pub within: Option<Spanned<Duration>>,
    /// What starts the clock.
    pub from: Option<String>,
    /// The cases it holds for.
    pub cases: Vec<Spanned<String>>,
    /// Where a condition in words stands.
    pub when: Option<Span>,
    /// Where it holds: `mountainous`, `island`, …
    pub area: Option<String>,
    /// The channel it holds for.
    pub channel: Option<String>,
    /// What time is not counted.
    pub excludes: Vec<Spanned<String>>,
    /// Where the published wording stands.
    pub says: Option<Span>,
    /// By what law.
    pub legal_basis: Vec<Cited>,
    /// Whether an importer could not read it.
    pub unparsed: bool,
    /// The place that names it.
    pub span: Span,
}

/// A step of the procedure.
#[derive(Clone, Debug, Default)]
pub struct Step {
    /// Its name within the procedure.
    pub id: String,
    /// What it is called.
    pub title: Words,
    /// Who does it.
    pub by: Option<Spanned<String>>,
    /// The steps before it.
    pub after: Vec<Spanned<String>>,
    /// How long it may take.
    pub within: Option<Spanned<Duration>>,
    /// How often the applicant must come when applying in person, online, by post.
    pub visits: [Option<i64>; 3],
    /// `electronic`, `paper` or `mixed`.
    pub medium: Option<Spanned<String>>,
    /// What sort of step: `consultation`, `inspection`, …
    pub kind: Option<String>,
    /// What it uses.
    pub uses: Vec<Spanned<String>>,
    /// What it gives.
    pub gives: Vec<Spanned<String>>,
    /// By what law.
    pub legal_basis: Vec<Cited>,
    /// The place that names it.
    pub span: Span,
}

/// A condition.
#[derive(Clone, Debug, Default)]
pub struct Condition {
    /// Its name.
    pub id: Option<Spanned<String>>,
    /// Its words.
    pub text: Words,
    /// By what law.
    pub legal_basis: Vec<Cited>,
    /// The place that names it.
    pub span: Span,
}

/// A fee.
#[derive(Clone, Debug, Default)]
pub struct Fee {
    /// Its name.
    pub id: Option<Spanned<String>>,
    /// What it is for.
    pub title: Words,
    /// How much; nothing where it is set elsewhere or could not be read.
    pub amount: Option<Money>,
    /// Per what.
    pub per: Option<String>,
    /// The cases it holds for.
    pub cases: Vec<Spanned<String>>,
    /// Who does not pay.
    pub exempt: Vec<Spanned<String>>,
    /// How it can be paid.
    pub pay: Vec<Spanned<String>>,
    /// Where the published wording stands.
    pub says: Option<Span>,
    /// Who sets the amount.
    pub set_by: Option<Spanned<String>>,
    /// By what law.
    pub legal_basis: Vec<Cited>,
    /// Whether an importer could not read it.
    pub unparsed: bool,
    /// The place that names it.
    pub span: Span,
}

/// What the applicant gets.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Its type.
    pub evidence: Option<Spanned<String>>,
    /// What it is called.
    pub title: Words,
    /// Whether it is issued electronically; nothing where it is not said.
    pub electronic: Option<bool>,
    /// The data source in which it is kept.
    pub stored_in: Option<Spanned<String>>,
    /// Whether it is said, by `null`, that it is kept nowhere.
    pub stored_nowhere: bool,
    /// How long it is valid.
    pub valid_for: Option<Spanned<String>>,
    /// The place that names it.
    pub span: Span,
}

/// How often a procedure was used in one year.
#[derive(Clone, Debug, Default)]
pub struct Volume {
    /// The year.
    pub year: i64,
    /// How many dossiers.
    pub dossiers: Option<i64>,
}

/// A finding accepted in the file.
#[derive(Clone, Debug)]
pub struct Acceptance {
    /// The rule.
    pub rule: Spanned<String>,
    /// The JSON pointer under which it is accepted; empty for the whole procedure.
    pub at: String,
    /// Why.
    pub because: String,
    /// The day after the last on which it is accepted.
    pub until: Option<Date>,
}

/// A sub-case.
#[derive(Clone, Debug, Default)]
pub struct Case {
    /// Its name.
    pub id: Spanned<String>,
    /// What it is called.
    pub title: Words,
    /// Whether an importer could not tell what it stands for.
    pub unparsed: bool,
}
