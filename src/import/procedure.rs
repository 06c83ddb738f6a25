//! The procedure file that an import writes: its keys, in the order in which people read them.

use serde::{Serialize, Serializer, ser::SerializeMap};

use crate::import::{
    document::{Case, Dossier, Form},
    shape::{Many, Vi, is_false},
};

/// One procedure, as its file says it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Procedure {
    /// The code in the national catalogue.
    pub procedure: String,
    /// Its published name.
    pub title: Vi,
    /// The field of administration.
    pub sector: String,
    /// Where it is decided: central, province, commune.
    #[serde(skip_serializing_if = "Many::is_empty")]
    pub level: Many<&'static str>,
    /// The agencies that carry it out, by their ids.
    #[serde(skip_serializing_if = "Many::is_empty")]
    pub authority: Many<&'static str>,
    /// The agencies as published, where one of them is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority_says: Option<Vi>,
    /// Who may apply.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub audience: Vec<&'static str>,
    /// The province that published it, where one did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_by: Option<String>,
    /// The instruments it rests on, in canonical form.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub legal_basis: Vec<String>,
    /// The decision that published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Published>,
    /// Its sub-cases by their keys.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "keyed")]
    pub cases: Vec<(String, Case)>,
    /// What is to be handed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dossier: Option<Dossier>,
    /// The forms that the source offers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<Form>,
    /// The ways to apply.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Channel>,
    /// Why not all of it can be done on line, where the source lets that be seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partial_online_because: Option<Because>,
    /// How long it may take.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub time_limit: Vec<TimeLimit>,
    /// How often and how fast more papers may be asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supplement: Option<Supplement>,
    /// What the office does when it is late.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delay: Option<Delay>,
    /// What the applicant must fulfil.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
    /// What it costs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fees: Vec<Fee>,
    /// What the applicant receives.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<Outcome>,
    /// Where the file comes from, and what its source does not say.
    pub imported: Origin,
}

impl Procedure {
    /// Whether `other`, from another record, says the same of the same procedure.
    pub fn is_twin_of(&self, other: &Self) -> bool {
        let renamed = || Self { imported: Origin { file: self.imported.file.clone(), ..other.imported.clone() }, ..other.clone() };
        self.procedure == other.procedure && self.imported.file != other.imported.file && *self == renamed()
    }
}

/// The decision that published the procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Published {
    /// Its number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub decision: String,
    /// The day it was signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed: Option<String>,
    /// The day the procedure stood in the national database.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_national_database: Option<String>,
}

/// A way to apply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Channel {
    /// online, in-person or post.
    pub by: &'static str,
    /// full where the source says that all of it can be done on line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<&'static str>,
    /// Whether originals must be handed in or shown as well, where the source says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compare_original: Option<bool>,
}

/// Why not all of it can be done on line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Because {
    /// The reason, by its word.
    pub reason: &'static str,
}

/// How long it may take.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TimeLimit {
    /// The limit, as `5 working days`.
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    pub limit: Option<String>,
    /// From when it is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<&'static str>,
    /// The sub-case it holds for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
    /// The condition it holds under, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Vi>,
    /// The kind of place it holds for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<&'static str>,
    /// The way to apply it holds for; all where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<&'static str>,
    /// The time that is not counted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub excludes: Vec<&'static str>,
    /// The published words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<Vi>,
    /// Whether the words were not understood.
    #[serde(skip_serializing_if = "is_false")]
    pub unparsed: bool,
    /// Whether the same amount is published in working days and in days of the calendar.
    #[serde(skip_serializing_if = "is_false")]
    pub unit_unclear: bool,
    /// Whether the source publishes it beside another length, and none of its words tells which holds.
    #[serde(skip_serializing_if = "is_false")]
    pub at_odds: bool,
}

/// How often and how fast more papers may be asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Supplement {
    /// How often.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requests: Option<u32>,
    /// Within what time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice_in: Option<String>,
}

/// What the office does when it is late.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Delay {
    /// Whether it excuses itself and names a new day.
    pub apology: bool,
}

/// What the applicant must fulfil.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// Its slug, unique in the procedure.
    pub id: String,
    /// The published words.
    pub text: Vi,
}

/// What it costs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Fee {
    /// Its slug, unique in the procedure.
    pub id: String,
    /// Its kind, as the source names it.
    pub title: Vi,
    /// The amount, as `8000 VND`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
    /// For each what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<&'static str>,
    /// The way to apply it holds for; all where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<&'static str>,
    /// The published words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<Vi>,
    /// Who sets it, where this source leaves it to somebody else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_by: Option<&'static str>,
    /// Whether the amount was not understood.
    #[serde(skip_serializing_if = "is_false")]
    pub unparsed: bool,
}

/// What the applicant receives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// Its type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// Its published name.
    pub title: Vi,
}

/// Where the file comes from, and what its source does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// The format of the source.
    pub from: &'static str,
    /// The name of the file.
    pub file: String,
    /// The day the source was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<String>,
    /// Keys for which the format has no field.
    pub not_in_source: Vec<&'static str>,
    /// Keys whose field the source shows empty.
    pub not_published: Vec<&'static str>,
}

fn keyed<T: Serialize, S: Serializer>(pairs: &[(String, T)], to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(pairs.len()))?;
    for (key, value) in pairs {
        map.serialize_entry(key, value)?;
    }
    map.end()
}
