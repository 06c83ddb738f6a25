//! Procedures joined with the registers and with each other: the world that rules judge.

mod alternative;
mod basis;
mod burden;
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
mod office;
mod overlap;
mod partial;
mod prescribed;
mod pace;
pub mod peers;
pub mod resolved;
pub mod reuse;
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

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use rayon::prelude::*;

pub use alternative::LinkedAlternative;
pub use basis::LegalBasis;
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
    register::{Provision, Registers},
    text,
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
    /// The procedures in force on that day, in the order read.
    pub procedures: Vec<Linked>,
    /// How many procedures are not in force on that day.
    pub not_in_force: usize,
    /// What could not be understood.
    pub problems: Vec<FileProblem>,
    /// What the dearest tenth of the procedures costs.
    pub dearest: burden::Dearest,
    /// The codes of figures that could not be joined with one procedure.
    pub unjoined: Unjoined,
    /// The procedures of the earlier version that are there no more.
    pub gone: Vec<Gone>,
}

/// What the procedures of a catalogue are to each other.
pub(crate) struct Catalogue<'r> {
    /// The procedures by the papers that they give.
    papers: givers::Papers,
    /// The places of the procedures by their code.
    pub(crate) by_code: BTreeMap<String, Vec<usize>>,
    /// The provisions in force that speak of every procedure.
    pub(crate) everywhere: Vec<&'r Provision>,
    /// What is known of the texts that it cites.
    texts: legal_text::LegalTexts<'r>,
    /// What was recognised in the titles of documents, and whether their words are open.
    titles: memo::Memo<(Vec<String>, bool)>,
    /// The most holidays in a row; at least nine days, a margin in favour of the office where the calendar register is short.
    pub(crate) closed: u32,
}

impl World {
    /// Joins what was read with what is known, for one day.
    pub fn link(procedures: Vec<Procedure>, registers: Arc<Registers>, problems: Vec<FileProblem>, terms: &Terms) -> Self {
        let as_of = terms.day;
        let all = procedures.len();
        let (mut current, gone): (Vec<Procedure>, Vec<Procedure>) =
            procedures.into_iter().partition(|procedure| procedure.valid.holds(as_of));
        let unjoined = usage::join(&mut current, &terms.volumes);
        let not_in_force = all - current.len();
        let catalogue = catalogue(&current, &registers, as_of);
        let mut problems = problems;
        problems.par_extend(current.par_iter().flat_map_iter(|procedure| names::problems(procedure, &registers)));
        // Built when the first title has to be read: a catalogue whose papers are all named needs none.
        let lexicon: join::LazyLexicon<'_> = LazyLock::new(Box::new(|| join::lexicon(&registers)));
        let differences: Vec<_> = current.par_iter().map(|one| difference::of(one, &current, &catalogue, &registers, as_of)).collect();
        let concepts: Vec<_> = current.par_iter().map(|one| concept::of(one, &current, &catalogue)).collect();
        let compared = difference::compared(terms, &current, &gone, &registers);
        let joined = current.into_par_iter().zip(differences);
        let mut linked: Vec<Linked> = joined
            .map(|(procedure, differences)| join::procedure(procedure, differences, &registers, &catalogue, &lexicon, as_of))
            .collect();
        drop((lexicon, catalogue));
        linked.iter_mut().zip(concepts).for_each(|(one, concepts)| one.concepts = concepts);
        tell_apart(&mut linked);
        let left = difference::settle(compared, &mut linked, &registers, terms);
        let gone = gone.into_iter().map(|procedure| (procedure.code.value, procedure.valid)).collect();
        let relations = graph::of(&linked, &registers, &gone);
        linked.iter_mut().zip(relations).for_each(|(one, relations)| one.relations = relations);
        together::join(&mut linked);
        let Terms { language, least, thresholds, .. } = terms.clone();
        let dearest = burden::Dearest::default();
        Self { unjoined, as_of, language, least, thresholds, registers, procedures: linked, not_in_force, problems, dearest, gone: left }
    }
}

/// Numbers the procedures of one name, and counts for each those before it that bear another title: few share a name, so titles are compared only then.
fn tell_apart(linked: &mut [Linked]) {
    let names: Vec<String> = linked.par_iter().map(|one| one.procedure.name()).collect();
    let mut seen: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        seen.entry(name).or_default().push(at);
    }
    for same in seen.into_values().filter(|same| same.len() > 1) {
        let mut titles: Vec<String> = Vec::new();
        for at in same {
            let Some(one) = linked.get_mut(at) else { continue };
            let title = text::plain(one.procedure.title.said("vi"));
            one.ordinal = titles.len();
            one.repeats = titles.iter().filter(|other| **other != title).count();
            titles.push(title);
        }
    }
}

/// The lexicon of everything the registers name.
pub fn lexicon(registers: &Registers) -> Lexicon {
    join::lexicon(registers)
}

fn catalogue<'r>(procedures: &[Procedure], registers: &'r Registers, day: Date) -> Catalogue<'r> {
    let mut by_code: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, procedure) in procedures.iter().enumerate() {
        by_code.entry(procedure.code.value.clone()).or_default().push(at);
    }
    let papers = givers::Papers::of(procedures);
    let everywhere = law::live(registers, "*", day);
    Catalogue {
        papers,
        by_code,
        everywhere,
        texts: legal_text::LegalTexts::new(registers, day),
        titles: memo::Memo::default(),
        closed: registers.longest_closure().max(9),
    }
}
