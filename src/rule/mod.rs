//! Judgements, read from rule files: the path is the id, and the id is the registration.

mod draft;
mod file;
mod manual;
pub mod predicate;
mod severity;
mod with;
mod words;

use std::collections::BTreeMap;

use rayon::prelude::*;

pub use severity::Severity;
pub use with::With;
pub use words::Template;

use crate::{
    citation::Citation,
    confidence::Confidence,
    date::{Date, Period},
    files,
    link::{self, Each},
    model::Words,
};

/// For whom a rule speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Persona {
    /// For everybody.
    #[default]
    Regular,
    /// For those who want to know everything.
    Pedantic,
}

impl Persona {
    /// The persona of that word.
    pub fn named(word: &str) -> Option<Self> {
        [Self::Regular, Self::Pedantic].into_iter().find(|persona| persona.word() == word)
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Regular => "regular",
            Self::Pedantic => "pedantic",
        }
    }
}

/// A provision that a rule rests on, and when.
#[derive(Clone, Debug)]
pub struct Basis {
    /// The provision.
    pub cite: Citation,
    /// The days in which the rule rests on it.
    pub valid: Period,
}

/// How sure a rule's findings are.
#[derive(Debug)]
pub enum Sureness {
    /// Always the same.
    Always(Confidence),
    /// As an expression says.
    Asked(predicate::Value),
}

/// Who can act on a rule's findings.
#[derive(Clone, Debug)]
pub enum Who {
    /// Always the same.
    Always(Vec<String>),
    /// As the fact at that place says.
    Asked(u16),
}

/// One example: the test and the manual page in one.
#[derive(Clone, Debug)]
pub struct Example {
    /// The day of the run.
    pub as_of: Date,
    /// Registers.
    pub given: Option<String>,
    /// The earlier version with which the others are compared.
    pub before: Option<String>,
    /// Where the rule speaks, at each line marked `#~`.
    pub bad: String,
    /// Where it is silent.
    pub good: String,
    /// Where it is silent, but nearly not.
    pub near: Option<String>,
}

/// One judgement.
#[derive(Debug)]
pub struct Rule {
    /// Its path: `group/slug`.
    pub id: String,
    /// What it is called.
    pub title: Words,
    /// Its numbers in the catalogue of rules.
    pub catalogue: Vec<i64>,
    /// How bad it is when undetermined, presumed and proved.
    pub severity: [Severity; 3],
    /// Whether it can neither be accepted nor put in a baseline.
    pub mandatory: bool,
    /// For whom it speaks.
    pub persona: Persona,
    /// Of one subject and aspect only the highest-ranked finding shows.
    pub aspect: Option<String>,
    /// Rules of the same aspect that stay silent where this one speaks.
    pub outranks: Vec<String>,
    /// What it rests on.
    pub basis: Vec<Basis>,
    /// Why it matters.
    pub rationale: Words,
    /// What it is about.
    pub each: Each,
    /// When it speaks, as written.
    pub when_words: String,
    /// When it speaks.
    pub when: predicate::Predicate,
    /// How sure it is.
    pub sureness: Sureness,
    /// Who can act.
    pub who: Who,
    /// What it says.
    pub message: Template,
    /// What to do.
    pub advice: Template,
    /// The edit it asks for.
    pub edit: Option<String>,
    /// With what.
    pub with: With,
    /// The facts of its subject that a finding keeps, with their places.
    pub facts: BTreeMap<String, u16>,
    /// Its examples.
    pub examples: Vec<Example>,
}

impl Rule {
    /// How bad a finding of that confidence is.
    pub fn severity(&self, confidence: Confidence) -> Severity {
        let [undetermined, presumed, proved] = self.severity;
        match confidence {
            Confidence::Undetermined => undetermined,
            Confidence::Presumed => presumed,
            Confidence::Proved => proved,
        }
    }

    /// The provisions it rests on that day.
    pub fn basis_on(&self, day: Date) -> impl Iterator<Item = &Basis> {
        self.basis.iter().filter(move |basis| basis.valid.holds(day))
    }

    /// The words of the facts that its question, its confidence and its sentences use, each in backquotes.
    pub fn words(&self) -> Vec<String> {
        let asked = match &self.sureness {
            Sureness::Always(_) => &[][..],
            Sureness::Asked(value) => value.words(),
        };
        let blanks = [self.message.blanks(), self.advice.blanks()].concat();
        let used = |at: &u16| self.when.words().contains(at) || asked.contains(at) || blanks.contains(at);
        link::words(self.each).iter().filter(|(_, word)| used(&word.at)).map(|(name, _)| format!("`{name}`")).collect()
    }

    /// Its group, the part of the id before the slash.
    pub fn group(&self) -> &str {
        self.id.split('/').next().unwrap_or_default()
    }

    /// Its manual page in `language`.
    pub fn manual(&self, language: &str) -> String {
        manual::page(self, language)
    }
}

/// Why a rule file could not be used.
#[derive(Debug, thiserror::Error)]
#[error("{file}:{line}:{column}: {says}")]
pub struct Error {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// What is wrong, and how to mend it.
    pub says: String,
}

/// Rules by id.
#[derive(Debug, Default)]
pub struct RuleSet {
    /// The rules.
    pub rules: BTreeMap<String, Rule>,
}

impl RuleSet {
    /// The rules that ship with the program, read side by side.
    pub fn built_in() -> Result<Self, Vec<Error>> {
        let read = |(path, text): (String, &str)| file::read_built_in(path.trim_end_matches(".yaml"), &format!("rules/{path}"), text);
        let rules: Vec<Rule> = files::rules().into_par_iter().map(read).collect::<Result<_, _>>()?;
        Ok(Self { rules: rules.into_iter().map(|rule| (rule.id.clone(), rule)).collect() })
    }

    /// Adds the rule that `text` holds, whose id the path must be; one of the same id is replaced.
    pub fn add(&mut self, id: &str, file: &str, text: &str) -> Result<(), Vec<Error>> {
        let rule = file::read(id, file, text)?;
        self.rules.insert(rule.id.clone(), rule);
        Ok(())
    }

    /// The rules about subjects of one kind.
    pub fn about(&self, each: Each) -> impl Iterator<Item = &Rule> {
        self.rules.values().filter(move |rule| rule.each == each)
    }

    /// The bases that `known` does not know, with the rule that names each.
    pub fn unknown_bases(&self, known: impl Fn(&Citation) -> bool) -> Vec<(String, String)> {
        let bases = self.rules.values().flat_map(|rule| rule.basis.iter().map(move |basis| (rule, basis)));
        let unknown = bases.filter(|(_, basis)| !known(&basis.cite));
        unknown.map(|(rule, basis)| (rule.id.clone(), basis.cite.to_string())).collect()
    }
}
