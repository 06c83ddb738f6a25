//! The smaller parts of a procedure: conditions, cases, volumes.

use rust_decimal::Decimal;

use crate::{
    model::cite::Cited,
    model::read::{Reader, Words, place, words},
    span::{Span, Spanned},
    yaml::{Node, Value},
};

/// A condition.
#[derive(Clone, Debug, Default)]
pub struct Condition {
    /// Its name.
    pub id: Option<Spanned<String>>,
    /// Its words.
    pub text: Words,
    /// What it is about, by a concept.
    pub concept: Option<Spanned<String>>,
    /// The least and the most that are demanded.
    pub bounds: Bounds,
    /// By what law.
    pub legal_basis: Vec<Cited>,
    /// The place that names it.
    pub span: Span,
}

/// The least and the most that a condition demands, of some unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// The least that must be reached.
    pub at_least: Option<Decimal>,
    /// The most that may be reached.
    pub at_most: Option<Decimal>,
    /// Of what.
    pub unit: Option<String>,
}

impl Bounds {
    /// The bounds that a map holds.
    pub fn read(reader: &Reader<'_, '_>) -> Self {
        Self { at_least: reader.number("at_least"), at_most: reader.number("at_most"), unit: reader.name("unit").map(|unit| unit.value) }
    }

    /// Whether it keeps out somebody whom `other` lets in; nothing can be said of different units.
    pub fn is_stricter_than(&self, other: &Self) -> bool {
        let more = self.at_least.is_some_and(|mine| other.at_least.is_none_or(|its| mine > its));
        let less = self.at_most.is_some_and(|mine| other.at_most.is_none_or(|its| mine < its));
        let comparable = other.at_least.is_some() || other.at_most.is_some();
        self.unit == other.unit && comparable && (more || less)
    }
}

/// How often a procedure was used in one year.
#[derive(Clone, Debug, Default)]
pub struct Volume {
    /// The year.
    pub year: i64,
    /// How many dossiers.
    pub dossiers: Option<i64>,
    /// How often one applicant applies in a year.
    pub times_a_year: Option<Decimal>,
    /// The share that came online, 0 to 1.
    pub online: Option<Decimal>,
    /// The share settled in time, 0 to 1.
    pub on_time: Option<Decimal>,
    /// The share asked for more papers, 0 to 1.
    pub supplemented: Option<Decimal>,
    /// The share refused, 0 to 1.
    pub refused: Option<Decimal>,
    /// In how many days half of them were settled.
    pub median_days: Option<Decimal>,
    /// The place that names the year.
    pub span: Span,
}

/// A sub-case.
#[derive(Clone, Debug, Default)]
pub struct Case {
    /// Its name.
    pub id: Spanned<String>,
    /// What it is called.
    pub title: Words,
    /// Its share of the dossiers, 0 to 1.
    pub share: Option<Decimal>,
    /// Whether an importer could not tell what it stands for.
    pub unparsed: bool,
}

pub(super) fn condition(reader: Reader<'_, '_>) -> Condition {
    let alone = words(reader.node).filter(|_| reader.node.text().is_some());
    Condition {
        id: reader.name("id"),
        concept: reader.name("concept"),
        text: alone.or_else(|| reader.words("text")).unwrap_or_default(),
        bounds: Bounds::read(&reader),
        legal_basis: reader.citations("legal_basis"),
        span: place(&reader, &["text", "id"]),
    }
}

pub(super) fn volume(reader: Reader<'_, '_>) -> Volume {
    Volume {
        year: reader.count("year").map(|year| year.value).unwrap_or_default(),
        dossiers: reader.count("dossiers").map(|dossiers| dossiers.value),
        times_a_year: reader.number("times_a_year"),
        online: reader.number("online"),
        on_time: reader.number("on_time"),
        supplemented: reader.number("supplemented"),
        refused: reader.number("refused"),
        median_days: reader.number("median_days"),
        span: place(&reader, &["year"]),
    }
}

/// The cases, in the order written.
pub(super) fn cases(node: &Node<'_>) -> Vec<Case> {
    let read = |entry: &crate::yaml::Entry<'_>| Case {
        id: Spanned::new(entry.key.value.clone().into_owned(), entry.key.span),
        title: entry.value.get("title").and_then(words).unwrap_or_default(),
        share: Reader::new(&entry.value, &mut Vec::new()).number("share"),
        unparsed: matches!(entry.value.get("unparsed").map(|node| &node.value), Some(Value::Bool(true))),
    };
    node.entries().iter().map(read).collect()
}
