//! The words a rule may use: one table of facts for each kind of subject.

mod alternative;
mod concept;
mod burden;
mod difference;
mod document;
mod graph;
mod ground;
mod parts;
mod procedure;
mod proof;
mod published;
mod run;
mod said;
mod step;
mod template;
mod unrecorded;
mod usage;

use std::{collections::BTreeMap, sync::OnceLock};

use crate::{
    link::{
        World,
        each::Each,
        fact::{Fact, Type, Word},
        subject::View,
    },
    model::Words,
};

/// One thing known of every subject of a kind: a word in expressions, and a row of the manual.
pub struct Row {
    /// The word.
    pub name: &'static str,
    /// What kind of value it has, and whether it can be null.
    pub kind: Kind,
    /// What it says, as one line.
    pub says: &'static str,
    /// Whether it rests on the subject's own file alone, or on the whole catalogue: what a cache needs to know.
    pub reach: Reach,
    /// How it is found out.
    of: for<'w> fn(View<'w>) -> Fact<'w>,
}

/// What a fact rests on, beside the registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The file of the subject.
    File,
    /// Every procedure of the catalogue.
    Catalogue,
}

/// The reach of a row: that of its file, unless the row says otherwise.
macro_rules! reach {
    () => {
        $crate::link::known::Reach::File
    };
    (catalogue) => {
        $crate::link::known::Reach::Catalogue
    };
}
use reach;

/// A type, and whether the value can be null.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// The type.
    pub of: Type,
    /// Whether it can be null.
    pub nullable: bool,
}

const fn always(of: Type) -> Kind {
    Kind { of, nullable: false }
}

const fn perhaps(of: Type) -> Kind {
    Kind { of, nullable: true }
}

const TEXT: Kind = always(Type::Text);
const TEXT_OR_NULL: Kind = perhaps(Type::Text);
const BOOL: Kind = always(Type::Bool);
const BOOL_OR_NULL: Kind = perhaps(Type::Bool);
const COUNT: Kind = always(Type::Int);
const COUNT_OR_NULL: Kind = perhaps(Type::Int);
const DECIMAL_OR_NULL: Kind = perhaps(Type::Decimal);
const DATE: Kind = always(Type::Date);
const DATE_OR_NULL: Kind = perhaps(Type::Date);
const TEXTS: Kind = always(Type::List(&Type::Text));

/// A table of facts: what the subject must be, then a row for each word; `catalogue` at its end says that it rests on the whole catalogue.
macro_rules! facts {
    ($subject:pat, $world:ident; $(($name:literal, $kind:expr, $says:literal, $of:expr $(, $reach:ident)?),)*) => {
        &[$($crate::link::known::Row {
            name: $name,
            kind: $kind,
            says: $says,
            reach: $crate::link::known::reach!($($reach)?),
            of: |view| {
                #[allow(unused_variables, reason = "not every fact needs every part of the subject")]
                let $world = view.world;
                #[allow(unused_variables, reason = "not every fact needs every part of the subject")]
                let $subject = view.subject else { return $crate::link::Fact::Null };
                $crate::link::Fact::from($of)
            },
        },)*]
    };
}
use facts;

/// The table of facts that every subject within a procedure shares.
macro_rules! facts_of_procedure {
    ($linked:ident, $world:ident; $(($name:literal, $kind:expr, $says:literal, $of:expr $(, $reach:ident)?),)*) => {
        &[$($crate::link::known::Row {
            name: $name,
            kind: $kind,
            says: $says,
            reach: $crate::link::known::reach!($($reach)?),
            of: |view| {
                #[allow(unused_variables, reason = "not every fact needs the world")]
                let $world = view.world;
                let Some($linked) = view.subject.linked() else { return $crate::link::Fact::Null };
                $crate::link::Fact::from($of)
            },
        },)*]
    };
}
use facts_of_procedure;

/// The facts known of each subject of a kind.
pub fn rows(each: Each) -> &'static [Row] {
    match each {
        Each::Run => run::RUN,
        Each::Problem => run::PROBLEM,
        Each::Procedure => procedure::PROCEDURE,
        Each::Document => document::DOCUMENT,
        Each::Form => parts::FORM,
        Each::Field => parts::FIELD,
        Each::Channel => parts::CHANNEL,
        Each::TimeLimit => parts::LIMIT,
        Each::Step => step::STEP,
        Each::Condition => parts::CONDITION,
        Each::Fee => parts::FEE,
        Each::Result => parts::RESULT,
        Each::InstrumentUse => run::INSTRUMENT,
        Each::Basis => ground::BASIS,
        Each::Lapse => ground::LAPSE,
        Each::Prescription => ground::PRESCRIPTION,
        Each::Conflict => ground::CONFLICT,
        Each::Difference => difference::DIFFERENCE,
        Each::Need => graph::NEED,
        Each::Feed => graph::FEED,
        Each::Cycle => graph::CYCLE,
        Each::Sequence => graph::SEQUENCE,
        Each::Publication => graph::PUBLICATION,
        Each::Family => graph::FAMILY,
        Each::EvidenceUse => graph::EVIDENCE,
        Each::FormUse => graph::SHEET,
        Each::Acceptance => run::ACCEPTANCE,
        Each::Alternative => alternative::ALTERNATIVE,
        Each::ConceptUse => concept::CONCEPT,
    }
}

/// Every word that a rule about `each` may use.
pub fn words(each: Each) -> &'static BTreeMap<String, Word> {
    static WORDS: [OnceLock<BTreeMap<String, Word>>; Each::ALL.len()] = [const { OnceLock::new() }; Each::ALL.len()];
    static NONE: BTreeMap<String, Word> = BTreeMap::new();
    WORDS.get(each as usize).map_or(&NONE, |words| words.get_or_init(|| words_of(each)))
}

fn words_of(each: Each) -> BTreeMap<String, Word> {
    let mut words = BTreeMap::new();
    for seen in each.sees() {
        for (at, row) in rows(seen).iter().enumerate() {
            let at = u16::try_from(at).unwrap_or(u16::MAX);
            let word = Word { at: (seen as u16) << 8 | at, kind: row.kind.of, nullable: row.kind.nullable };
            words.insert(format!("{}.{}", seen.word(), row.name), word);
        }
    }
    words
}

/// The fact at a place that [`words`] gave out.
pub(super) fn fact<'w>(view: &View<'w>, at: u16) -> Fact<'w> {
    let each = Each::ALL.get(usize::from(at >> 8)).copied().unwrap_or(Each::Run);
    rows(each).get(usize::from(at & 0xff)).map_or(Fact::Null, |row| (row.of)(*view))
}

/// The title of an entry of the registers, else its name.
fn title<'w>(words: Option<&'w Words>, name: &'w str, language: &str) -> &'w str {
    words.map(|words| words.said(language)).filter(|title| !title.is_empty()).unwrap_or(name)
}

/// What the data source of that name is called.
fn source_title<'w>(source: &'w str, world: &'w World) -> &'w str {
    title(world.registers.data_sources.get(source).map(|known| &known.title), source, &world.language)
}

/// The names, lent.
fn strings(names: &[impl AsRef<str>]) -> Vec<&str> {
    names.iter().map(AsRef::as_ref).collect()
}
