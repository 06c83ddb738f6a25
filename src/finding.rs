//! One judgement at one place.

use serde_json::{Map, Value};

use crate::{
    confidence::Confidence,
    date::Date,
    rule::{Persona, Severity},
    span::Span,
};

/// What a rule said, of what, where, and on what ground.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that spoke.
    pub rule: String,
    /// How bad it is.
    pub severity: Severity,
    /// How sure it is.
    pub confidence: Confidence,
    /// For whom it is said.
    pub persona: Persona,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub advice: String,
    /// The edit that does it.
    pub edit: Option<String>,
    /// With what: the data source, the limit, the form, the amount.
    pub with: Vec<String>,
    /// The procedure's code.
    pub procedure: Option<String>,
    /// The procedure's official name.
    pub procedure_title: String,
    /// The procedure's field.
    pub sector: Option<String>,
    /// What kind of thing it is about.
    pub kind: &'static str,
    /// Which one.
    pub subject: String,
    /// What that is called.
    pub title: String,
    /// Where it stands.
    pub span: Span,
    /// A JSON pointer to it.
    pub pointer: String,
    /// Other places that matter: the provision, the norm, the other mentions.
    pub related: Vec<Related>,
    /// The provisions it rests on, in the canonical form.
    pub basis: Vec<String>,
    /// Who can act, lowest first.
    pub who: Vec<String>,
    /// The facts it rests on.
    pub facts: Facts,
    /// 16 hex digits that stay the same while the thing stays the same.
    pub fingerprint: String,
    /// Rules that said the same of the same thing and rank lower.
    pub under: Vec<String>,
}

/// Facts by their names, kept as a line of JSON: a run may make a hundred thousand findings, and few of them are shown fact by fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts(Box<str>);

impl Facts {
    /// Those facts.
    pub fn of(facts: Map<String, Value>) -> Self {
        Self(Value::Object(facts).to_string().into())
    }

    /// The facts by their names. What was written as JSON is read as such.
    pub fn map(&self) -> Map<String, Value> {
        serde_json::from_str(&self.0).unwrap_or_else(|_| Map::new())
    }
}

/// A finding that the file accepts.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// The finding.
    pub finding: Finding,
    /// Why.
    pub because: String,
    /// The day from which it is accepted no longer.
    pub until: Option<Date>,
}

/// A finding that the baseline knows already.
#[derive(Clone, Debug)]
pub struct Known {
    /// The finding.
    pub finding: Finding,
    /// What somebody has to say of it.
    pub note: Option<String>,
}

/// Another place that matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// What is there: `provision`, `source`, `norm`, `also`, `register`.
    pub kind: &'static str,
    /// Its name, where it has one.
    pub what: String,
    /// Where.
    pub span: Span,
}
