//! What one procedure costs its applicants, by the Standard Cost Model as Circular 02/2017/TT-VPCP Art. 27 has it: one case is the
//! work it takes, at the income of an hour, and fees and other charges; a year is one case times the dossiers of a year. What an applicant
//! could have earned meanwhile is not counted (Art. 27, principles). Nothing here knows of findings.

mod document;
mod sum;

pub use sum::{Sum, of};

use crate::{
    model::{Case, Channel, Document, Fee, Field, FormSheet, Outcome, Procedure, Step, Volume},
    register::Range,
};

/// The parts of a procedure that cost something.
#[derive(Clone, Debug, Default)]
pub struct Parts<'p> {
    /// The documents of the dossier.
    pub documents: Vec<&'p Document>,
    /// How many sets of it are handed in on paper.
    pub sets: i64,
    /// The forms, with the fields of each.
    pub forms: Vec<(&'p FormSheet, Fields)>,
    /// The ways to apply.
    pub channels: &'p [Channel],
    /// The steps.
    pub steps: &'p [Step],
    /// The fees.
    pub fees: Vec<&'p Fee>,
    /// What comes of it.
    pub results: &'p [Outcome],
    /// The cases.
    pub cases: &'p [Case],
    /// How often it is used, by year.
    pub volume: &'p [Volume],
}

impl<'p> Parts<'p> {
    /// Those of a procedure as it was read.
    pub fn of(procedure: &'p Procedure) -> Self {
        Self {
            documents: procedure.documents.iter().collect(),
            sets: procedure.sets.as_ref().map_or(1, |sets| sets.value),
            forms: procedure.forms.iter().map(|form| (form, Fields::of(form.fields.iter()))).collect(),
            channels: &procedure.channels,
            steps: &procedure.steps,
            fees: procedure.fees.iter().collect(),
            results: &procedure.results,
            cases: &procedure.cases,
            volume: &procedure.volume,
        }
    }
}

/// The fields of a form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// How many there are.
    pub listed: usize,
    /// How many of them the applicant fills in: not those that the office must fill in from what it holds.
    pub open: usize,
}

impl Fields {
    /// Counts them.
    pub fn of<'f>(fields: impl Iterator<Item = &'f Field>) -> Self {
        fields.fold(Self::default(), |all, field| Self {
            listed: all.listed + 1,
            open: all.open + usize::from(field.prefill.as_deref() != Some("required")),
        })
    }
}

/// One line of a bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What for: `document`, `form`, `submit`, `visit`, `post` or `fee`.
    pub kind: &'static str,
    /// Which one, by its name within the procedure.
    pub of: String,
    /// Minutes of work in an average case.
    pub minutes: Range,
    /// Money paid in an average case.
    pub charges: Range,
}

impl Cost {
    /// Whether a share of it means something: where no way to apply is known, most of what it costs is not.
    pub fn is_whole(&self) -> bool {
        !self.missing.contains(&"channels")
    }
}

/// What one procedure costs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// The currency.
    pub currency: String,
    /// One average case, in whole units of the currency.
    pub case: Range,
    /// The same to the last digit: what differences are made of.
    pub exact: Range,
    /// One year, where the dossiers of a year are known; never guessed.
    pub year: Option<Range>,
    /// The dossiers of the last year that is known.
    pub dossiers: Option<i64>,
    /// How often an applicant must come in an average case.
    pub visits: Range,
    /// The lines it is made of.
    pub lines: Vec<Line>,
    /// What was not known and is needed to be sure: `volume`, `channels`, `channel-shares`, `case-shares`, `forms`, `visits`, `fees`.
    pub missing: Vec<&'static str>,
    /// The parameters used that nobody measured.
    pub defaults: Vec<String>,
}
