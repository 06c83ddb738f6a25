//! What every procedure of a run is joined with: the registers on one day, and what was found out of texts, titles and papers so far.

use std::sync::{Arc, LazyLock};

use crate::{
    date::Date,
    link::{
        FileProblem, Terms,
        card::Card,
        graph::Names,
        join::{self, LazyLexicon},
        law,
        legal_text::LegalTexts,
        memo::Memo,
        names,
        once::Once,
    },
    model::{Document, Procedure},
    register::{Provision, Registers},
};

/// What every procedure of a run is joined with.
pub struct Shelf<'r> {
    pub(super) registers: &'r Registers,
    pub(super) terms: &'r Terms,
    /// The day whose law applies.
    pub(super) day: Date,
    /// The provisions in force that speak of every procedure.
    pub(super) everywhere: Vec<&'r Provision>,
    /// What is known of the texts that are cited.
    pub(super) texts: LegalTexts<'r>,
    /// The most holidays in a row; at least nine days, a margin in favour of the office where the calendar register is short.
    pub(super) closed: u32,
    /// The names of papers, by which dossiers are seen to ask for one paper under several.
    pub(super) names: Names<'r>,
    /// What was recognised in the titles of documents, and whether their words are open.
    titles: Memo<(Vec<String>, bool)>,
    /// Built when the first title has to be read: a catalogue whose papers are all named needs none.
    lexicon: LazyLexicon<'r>,
    words: Once<str>,
    lists: Once<[String]>,
}

impl<'r> Shelf<'r> {
    /// What the registers say on the given terms; nothing is found out yet.
    pub fn new(registers: &'r Registers, terms: &'r Terms) -> Self {
        let day = terms.day;
        Self {
            registers,
            terms,
            day,
            everywhere: law::live(registers, "*", day),
            texts: LegalTexts::new(registers, day),
            closed: registers.longest_closure().max(9),
            names: Names::new(registers),
            titles: Memo::default(),
            lexicon: LazyLock::new(Box::new(|| join::lexicon(registers))),
            words: Once::default(),
            lists: Once::default(),
        }
    }

    /// Whether `procedure` is in force on the day.
    pub fn is_in_force(&self, procedure: &Procedure) -> bool {
        procedure.valid.holds(self.day)
    }

    /// What the rest of the catalogue asks of `procedure`.
    pub fn card(&self, procedure: &Procedure) -> Card {
        Card::of(procedure, self)
    }

    /// The names in `procedure` that refer to nothing.
    pub fn problems(&self, procedure: &Procedure) -> Vec<FileProblem> {
        names::problems(procedure, self.registers)
    }

    /// Those words, kept once.
    pub(super) fn word(&self, word: &str) -> Arc<str> {
        self.words.of(word)
    }

    /// That list, kept once.
    pub(super) fn list(&self, list: &[String]) -> Arc<[String]> {
        self.lists.of(list)
    }

    /// The types of evidence that will do for a document: as written, else as recognised in the title; and whether the words are open.
    pub(super) fn evidence(&self, document: &Document, procedure: &Procedure) -> (Vec<String>, bool) {
        let written = document.alternatives.iter().filter_map(|one| one.evidence.as_ref());
        let written: Vec<String> = written.map(|name| name.value.clone()).collect();
        // What an importer recognised it has written down; asking again would only cost time.
        if !written.is_empty() || procedure.by_program || document.is_unparsed("evidence") {
            return (written, document.vague);
        }
        let title = document.title.said("vi");
        let (evidence, vague) = self.titles.of(title, || {
            let reading = self.lexicon.read(title);
            let none = reading.waived || reading.guidance || reading.form_about.is_some();
            (if none { Vec::new() } else { reading.evidence }, reading.vague)
        });
        (evidence, document.vague || vague)
    }

    /// Whether papers of those types are all made by the applicant.
    pub(super) fn is_self_made(&self, evidence: &[String]) -> bool {
        let made = |one: &String| self.registers.evidence.get(one).is_some_and(|known| known.class.as_deref() == Some("self-made"));
        !evidence.is_empty() && evidence.iter().all(made)
    }
}
