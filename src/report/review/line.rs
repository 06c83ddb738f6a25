//! One line of a procedure: something it asks for, takes or gives, with its ground and with what becomes of it.

use crate::{
    confidence::Confidence,
    link::Ground,
    model::{Cited, Words},
};

/// What a line is about: a part of the procedure by its place in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A document of the dossier.
    Document(usize),
    /// A condition.
    Condition(usize),
    /// A time limit.
    Limit(usize),
    /// A fee.
    Fee(usize),
    /// A step.
    Step(usize),
    /// A way to apply.
    Channel(usize),
    /// A result.
    Outcome(usize),
}

impl What {
    /// The JSON pointer to it.
    pub fn pointer(self) -> String {
        match self {
            Self::Document(at) => format!("/dossier/documents/{at}"),
            Self::Condition(at) => format!("/conditions/{at}"),
            Self::Limit(at) => format!("/time_limit/{at}"),
            Self::Fee(at) => format!("/fees/{at}"),
            Self::Step(at) => format!("/steps/{at}"),
            Self::Channel(at) => format!("/channels/{at}"),
            Self::Outcome(at) => format!("/results/{at}"),
        }
    }
}

/// One line of a procedure.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it is about.
    pub what: What,
    /// What that is called; empty where it has no name of its own.
    pub title: Words,
    /// The provisions of the register that lay it down, in the canonical form.
    pub laid_down: Vec<String>,
    /// What the procedure cites for it, as written.
    pub cited: Vec<String>,
    /// How complete the register is on it: how sure it is that what is not laid down there is laid down nowhere.
    pub known: Confidence,
    /// The numbers of the recommendations about it.
    pub recommendations: Vec<usize>,
}

impl Line {
    /// A line with its ground.
    pub(super) fn new(what: What, title: &Words, law: Option<&Ground>, cited: &[Cited]) -> Self {
        let mut laid_down = law.map_or_else(Vec::new, |law| law.cites.iter().map(ToString::to_string).collect::<Vec<_>>());
        laid_down.dedup();
        Self {
            what,
            title: title.clone(),
            laid_down,
            cited: cited.iter().map(|cite| cite.words.clone()).collect(),
            known: law.map_or(Confidence::Undetermined, |law| law.known),
            recommendations: Vec::new(),
        }
    }
}
