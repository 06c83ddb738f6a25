//! What a record of a source says, before anything is understood; the same for every source.

use rust_decimal::Decimal;

/// Keys of a procedure that no source publishes: neither the portal's records and printed forms nor the lists that offices keep.
pub(super) const UNPUBLISHED: &[&str] = &[
    "steps",
    "delay",
    "supplement",
    "needs",
    "redress",
    "handling",
    "volume",
    "valid",
    "norm",
    "reviewed",
    "dossier.sets",
    "documents.legal_basis",
    "documents.proves",
    "forms.fields",
    "channels.share",
    "channels.sign_in",
    "channels.signature",
    "fees.pay",
    "results.electronic",
    "results.stored_in",
];

/// One procedure as its source publishes it.
#[derive(Clone, Debug, Default)]
pub(super) struct Record {
    /// The national code.
    pub code: String,
    /// The name.
    pub name: String,
    /// The field of administration, in words.
    pub sector: String,
    /// Levels: central, province, district, commune.
    pub levels: Vec<&'static str>,
    /// The agencies that carry it out, in words.
    pub agencies: Vec<String>,
    /// Who may apply, in words.
    pub subjects: Vec<String>,
    /// The instruments it rests on: number and title of each.
    pub bases: Vec<(String, String)>,
    /// Who published it, in words.
    pub publisher: String,
    /// The number of the decision that published it.
    pub decision: String,
    /// The day that decision was signed.
    pub signed: Option<String>,
    /// The day the procedure stood in the national database.
    pub in_national_database: Option<String>,
    /// The day the record was last changed.
    pub updated: Option<String>,
    /// What is done, in words.
    pub steps: String,
    /// The ways to apply.
    pub channels: Vec<Way>,
    /// Limits given by case and not by channel.
    pub limits: Vec<CaseLimit>,
    /// The dossier, part by part.
    pub dossier: Vec<DossierPart>,
    /// What the applicant receives.
    pub results: Vec<String>,
    /// What the applicant must fulfil, in words.
    pub conditions: String,
    /// Keys for which the format has no field.
    pub not_in_source: Vec<&'static str>,
}

/// One way to apply, with its limit and fees.
#[derive(Clone, Debug, Default)]
pub(super) struct Way {
    /// online, in-person or post; empty where the source names another.
    pub by: &'static str,
    /// Whether the source says that all of it can be done on line.
    pub full: bool,
    /// The limit.
    pub limit: Limit,
    /// The words beside it.
    pub says: String,
    /// The fees of this way.
    pub fees: Vec<Price>,
}

/// A limit as published.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Limit {
    /// None is given.
    #[default]
    None,
    /// An amount and a unit; the unit is none where the source says "other".
    Number(Decimal, Option<crate::duration::Unit>),
    /// Words.
    Words(String),
}

/// A limit given by case.
#[derive(Clone, Debug)]
pub(super) struct CaseLimit {
    /// The name of the case.
    pub name: String,
    /// The limit.
    pub limit: Limit,
}

/// A part of the dossier under one heading.
#[derive(Clone, Debug, Default)]
pub(super) struct DossierPart {
    /// The heading.
    pub name: String,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// One row of the dossier.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// Its words.
    pub name: String,
    /// How many originals; none where the source does not say.
    pub originals: Option<u32>,
    /// How many copies; none where the source does not say.
    pub copies: Option<u32>,
    /// Whether it can be filled in on line; none where the source does not say.
    pub interactive: Option<bool>,
    /// The names of the files offered with it.
    pub templates: Vec<String>,
}

/// A fee as published.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Price {
    /// Its kind, in words.
    pub kind: &'static str,
    /// The amount.
    pub value: Option<Decimal>,
    /// The currency by its three letters, where one is named.
    pub currency: Option<&'static str>,
    /// The words beside it.
    pub says: String,
}

/// The channels that `ways` are, in their order; none for all where the source names no known way.
pub(super) fn channels(ways: &[&'static str]) -> Vec<Option<&'static str>> {
    let known: Vec<_> = ["online", "in-person", "post"].into_iter().filter(|by| ways.contains(by)).map(Some).collect();
    if known.is_empty() { vec![None] } else { known }
}
