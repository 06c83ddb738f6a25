//! The dossier as a procedure file says it: sub-cases, papers and forms.

use serde::Serialize;

use crate::import::shape::{Many, Vi, is_false};

/// A sub-case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Case {
    /// Its published name.
    pub title: Vi,
}

/// What is to be handed in.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Dossier {
    /// How many sets of it are handed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sets: Option<u32>,
    /// The papers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<Document>,
    /// Rows of the source that are advice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub guidance: Vec<Vi>,
}

/// One paper of the dossier.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Document {
    /// Its slug, unique in the procedure.
    pub id: String,
    /// Its published name.
    pub title: Vi,
    /// Its type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// The types of which one is enough.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub any_of: Vec<Alternative>,
    /// The form to be filled in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// The form of the paper; several where the applicant may choose.
    #[serde(rename = "as", skip_serializing_if = "Many::is_empty")]
    pub kind: Many<&'static str>,
    /// How many originals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub originals: Option<u32>,
    /// How many copies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copies: Option<u32>,
    /// The sub-cases in which it is asked for; all where there is none.
    #[serde(skip_serializing_if = "Many::is_empty")]
    pub case: Many<String>,
    /// A condition in words that is not a case of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Vi>,
    /// When it need not be handed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waived_when: Option<Vi>,
    /// Asked for only where the office cannot find the data itself.
    #[serde(skip_serializing_if = "is_false")]
    pub only_if_not_found: bool,
    /// The paper that this form is about, where it is a form about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form_about: Option<String>,
    /// Handed back because this procedure replaces it.
    #[serde(skip_serializing_if = "is_false")]
    pub handed_back: bool,
    /// The source lists the row right after the same row.
    #[serde(skip_serializing_if = "is_false")]
    pub repeated: bool,
    /// "Or an equivalent paper" is accepted.
    #[serde(skip_serializing_if = "is_false")]
    pub equivalent: bool,
    /// Open-ended wording.
    #[serde(skip_serializing_if = "is_false")]
    pub vague: bool,
    /// What could not be read: form, case, copies, evidence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unparsed: Vec<&'static str>,
}

/// One of the types of which one is enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alternative {
    /// Its type.
    pub evidence: String,
}

/// A form that the source offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Form {
    /// Its slug, unique in the procedure.
    pub id: String,
    /// Its published name.
    pub title: Vi,
    /// The type of paper it makes, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// Whether there is a file to fill in.
    pub template: bool,
    /// Whether it can be filled in on line; absent where the source does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interactive: Option<bool>,
}
