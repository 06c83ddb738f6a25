//! Tells which papers a row of a dossier means, and under what conditions.

mod choice;
mod clause;
mod condition;
mod confirmation;
mod heading;
mod item;
mod limit;
mod name;
mod paper;
mod phrase;
mod place;
mod read;
mod row;
mod script;
mod tell;
mod template;
pub mod title;
mod wanted;
mod wording;
mod words;

pub use confirmation::confirmer;
pub use heading::names_none;
pub use limit::{Unclear, unclear};
pub use template::{Template, is_form, numbers, template, template_numbers};
pub use wording::{is_about_foreign, is_given_abroad, is_photograph, names_several, offers_choice, purpose, refers, without_if_any};

use crate::recognise::name::Names;

/// The known types of evidence, by all their names.
pub struct Lexicon {
    names: Names,
    ids: Vec<String>,
    self_made: Vec<bool>,
}

/// One type of evidence, as a register lists it.
pub struct Entry<'a> {
    /// Its name in the registers.
    pub id: &'a str,
    /// What rows call it; `…` in a name stands for words in between.
    pub names: Vec<&'a str>,
    /// Whether the applicant makes it: a form, a declaration.
    pub self_made: bool,
}

/// In which form a paper is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// The paper itself.
    Original,
    /// A copy that an authority has certified.
    CertifiedCopy,
    /// A plain copy.
    Copy,
    /// Shown, not left.
    Presented,
    /// A file.
    Electronic,
}

impl Form {
    /// Its name in procedure files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::CertifiedCopy => "certified-copy",
            Self::Copy => "copy",
            Self::Presented => "presented",
            Self::Electronic => "electronic",
        }
    }
}

/// What a row of a dossier says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// The types of evidence it asks for, in the order of the text, each once.
    pub evidence: Vec<String>,
    /// Whether they are alternatives.
    pub any_of: bool,
    /// The forms it names; several are the applicant's choice, none means that it does not say.
    pub forms: Vec<Form>,
    /// The words of the condition under which it asks.
    pub case: Option<String>,
    /// Whether that condition is one of several in the row, or stands with a later paper only.
    pub case_of_part: bool,
    /// Whether it says that a paper need not be handed in.
    pub waived: bool,
    /// Whether it asks only if the data cannot be found.
    pub only_if_not_found: bool,
    /// Whether it asks for a form that the applicant fills in, of a known type or not.
    pub is_form: bool,
    /// The type of the paper which the form is about.
    pub form_about: Option<String>,
    /// Whether the paper is the old one that comes back because this procedure replaces it.
    pub handed_back: bool,
    /// Whether another paper of the same force will do.
    pub equivalent: bool,
    /// Whether it is advice rather than a document.
    pub guidance: bool,
    /// Whether it asks for "related papers" and names none.
    pub vague: bool,
    /// Whether it asks, besides or instead, for whatever paper proves something: "giấy tờ chứng minh …".
    pub open: bool,
    /// What could not be read with certainty: `case`, `form`, `evidence`.
    pub unparsed: Vec<&'static str>,
}

impl Lexicon {
    /// The lexicon of `entries`.
    pub fn new<'a>(entries: impl IntoIterator<Item = Entry<'a>>) -> Self {
        let (mut names, mut ids, mut self_made) = (Vec::new(), Vec::new(), Vec::new());
        for entry in entries {
            names.extend(entry.names.into_iter().map(|name| (ids.len(), name)));
            ids.push(entry.id.to_owned());
            self_made.push(entry.self_made);
        }
        Self { names: Names::new(names), ids, self_made }
    }

    /// What `text` asks for.
    pub fn read(&self, text: &str) -> Reading {
        read::read(self, text)
    }
}
