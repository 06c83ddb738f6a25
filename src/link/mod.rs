//! Procedures joined with the registers and with each other: the world that rules judge.

mod alternative;
mod basis;
mod burden;
mod card;
mod catalogue;
mod chain;
mod concept;
mod conflict;
mod dependence;
mod difference;
mod dossier;
mod each;
mod excess;
mod fact;
mod flow;
mod givers;
pub mod graph;
mod ground;
mod identity;
mod join;
mod known;
mod lapse;
pub mod law;
mod legal_text;
mod linked;
mod memo;
mod names;
mod nearby;
mod numbering;
mod odds;
mod once;
mod office;
mod overlap;
mod partial;
mod prescribed;
mod pace;
pub mod peers;
pub mod resolved;
pub mod reuse;
mod shelf;
mod subject;
mod succession;
mod template;
mod threshold;
mod unclear;
mod together;
mod usage;
mod uses;
mod volume;
mod whole;

use std::{collections::BTreeMap, sync::Arc};

use rayon::prelude::*;
use rust_decimal::Decimal;

pub use alternative::LinkedAlternative;
pub use basis::LegalBasis;
pub use card::Card;
pub use catalogue::{Cards, Catalogue};
pub use concept::ConceptUse;
pub use conflict::Conflict;
pub use difference::{Against, Approval, Asked, Demand, Difference, Earlier, Gone, Past};
pub use each::Each;
pub use fact::{Fact, Field, Scope, Type, Word, Words};
pub use givers::Givers;
pub use graph::{Cycle, Family, Feed, FormUse, Need, PaperUse, Sequence};
pub use identity::Identity;
pub use known::{Reach, Row, rows, words};
pub use lapse::Lapse;
pub use legal_text::LegalText;
pub use linked::{
    AcceptanceUse, FileProblem, Ground, Linked, LinkedCondition, LinkedDocument, LinkedFee, LinkedField, LinkedForm, LinkedLimit,
};
pub use nearby::Nearby;
pub use prescribed::Prescribed;
pub use shelf::Shelf;
pub use subject::{Subject, View, within};
pub use threshold::Thresholds;
pub use usage::Unjoined;
pub use uses::InstrumentUse;

use crate::{
    confidence::Confidence,
    date::Date,
    decision::Decisions,
    model::{Procedure, Volume},
    recognise::Lexicon,
    register::Registers,
};

/// What a run is asked: for which day, in which language, and how sure a finding must be to be spelt out.
#[derive(Clone, Debug)]
pub struct Terms {
    /// The day whose law applies.
    pub day: Date,
    /// The language in which titles and messages are given.
    pub language: String,
    /// Findings less sure than this are counted and not spelt out: on what the registers are silent about there are many.
    pub least: Confidence,
    /// From where on something is too much.
    pub thresholds: Thresholds,
    /// How often procedures are used, by code: figures that stand beside the files.
    pub volumes: BTreeMap<String, Vec<Volume>>,
    /// The earlier version of the catalogue with which it is compared.
    pub earlier: Option<Arc<Earlier>>,
    /// What was decided of findings and changes.
    pub decisions: Arc<Decisions>,
}

impl Terms {
    /// The law of `day`, in `language`, every finding spelt out, by the thresholds that nobody set.
    pub fn new(day: Date, language: &str) -> Self {
        Self {
            day,
            language: language.to_owned(),
            least: Confidence::Undetermined,
            thresholds: Thresholds::default(),
            volumes: BTreeMap::new(),
            earlier: None,
            decisions: Arc::default(),
        }
    }
}

/// Everything a rule can see.
#[derive(Clone)]
pub struct World {
    /// The day of the run.
    pub as_of: Date,
    /// The language in which titles are given.
    pub language: String,
    /// How sure a finding must be to be spelt out.
    pub least: Confidence,
    /// From where on something is too much.
    pub thresholds: Thresholds,
    /// What is known of the world.
    pub registers: Arc<Registers>,
    /// The procedures in force on that day, in the order read, where they are kept.
    pub procedures: Vec<Linked>,
    /// How many procedures are in force on that day.
    pub in_force: usize,
    /// How many procedures are not in force on that day.
    pub not_in_force: usize,
    /// What could not be understood.
    pub problems: Vec<FileProblem>,
    /// What the dearest tenth of the procedures costs at the least.
    pub dearest: Option<Decimal>,
    /// The codes of figures that could not be joined with one procedure.
    pub unjoined: Unjoined,
    /// The procedures of the earlier version that are there no more.
    pub gone: Vec<Gone>,
}

impl World {
    /// Joins what was read with what is known, for one day, and keeps all of it.
    pub fn link(procedures: Vec<Procedure>, registers: Arc<Registers>, problems: Vec<FileProblem>, terms: &Terms) -> Self {
        let (mut current, gone): (Vec<Procedure>, Vec<Procedure>) =
            procedures.into_iter().partition(|procedure| procedure.valid.holds(terms.day));
        let known = Arc::clone(&registers);
        let shelf = Shelf::new(&known, terms);
        let mut cards = Cards::default();
        let made: Vec<Card> = current.par_iter().map(|procedure| shelf.card(procedure)).collect();
        made.into_iter().for_each(|card| cards.add(card));
        gone.iter().for_each(|procedure| cards.add_gone(procedure.code.value.clone(), procedure.valid));
        let mut problems = problems;
        problems.par_extend(current.par_iter().flat_map_iter(|procedure| shelf.problems(procedure)));
        let mut world = Self::of(&cards, registers, problems, terms);
        let mut catalogue = Catalogue::of(cards, &shelf);
        catalogue.hold_norms(&shelf, |at| current.get(at).cloned());
        world.learn(&catalogue);
        if terms.earlier.is_some() {
            current.par_iter_mut().enumerate().for_each(|(at, procedure)| catalogue.give_figures(at, procedure, &shelf));
        }
        let compared = difference::compared(terms, &current, &gone, &known);
        let mut linked: Vec<Linked> =
            current.into_par_iter().enumerate().map(|(at, procedure)| catalogue.link(at, procedure, &shelf)).collect();
        world.gone = difference::settle(compared, &mut linked, &known, terms);
        world.procedures = linked;
        world
    }

    /// The world of the procedures of `cards`, none of which is kept.
    pub fn of(cards: &Cards, registers: Arc<Registers>, problems: Vec<FileProblem>, terms: &Terms) -> Self {
        let Terms { language, least, thresholds, .. } = terms.clone();
        Self {
            as_of: terms.day,
            language,
            least,
            thresholds,
            registers,
            procedures: Vec::new(),
            in_force: cards.in_force(),
            not_in_force: cards.not_in_force(),
            problems,
            dearest: None,
            unjoined: Unjoined::default(),
            gone: Vec::new(),
        }
    }

    /// Takes in what a rule may ask of the catalogue as a whole.
    pub fn learn(&mut self, catalogue: &Catalogue) {
        self.dearest = catalogue.dearest;
        self.unjoined = catalogue.unjoined.clone();
    }
}

/// The lexicon of everything the registers name.
pub fn lexicon(registers: &Registers) -> Lexicon {
    join::lexicon(registers)
}
