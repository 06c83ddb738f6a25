//! What the rest of a catalogue asks of one procedure, and nothing more: of a million procedures this much stays in memory.
//!
//! Whatever is only held against its equal is a number that its words come to. What a finding shows in words is kept in words.

use std::{collections::BTreeSet, sync::Arc};

use rust_decimal::Decimal;

use crate::{
    duration::Duration,
    files,
    link::{burden, difference::Sought, givers, graph, pace, shelf::Shelf, together, usage, uses},
    model::{Document, Procedure, Volume},
    recognise::title::{self, Stem},
    span::Span,
    text,
};

/// What the rest of a catalogue asks of one procedure.
#[derive(Clone, Debug)]
pub struct Card {
    pub(super) code: Box<str>,
    /// Its title in the language of the run.
    pub(super) title: Box<str>,
    pub(super) span: Span,
    pub(super) issued_by: Option<Arc<str>>,
    pub(super) authority: Arc<[String]>,
    pub(super) levels: Arc<[String]>,
    pub(super) audience: Arc<[String]>,
    /// Its title, taken apart.
    pub(super) head: Head,
    /// The types of its results, in order.
    pub(super) output: Arc<str>,
    /// The instruments that it cites, as numbers in order.
    pub(super) law: Box<[u64]>,
    /// What its dossier asks for, by type, else in plain words, as numbers in order.
    pub(super) dossier: Box<[u64]>,
    /// The papers that it gives.
    pub(super) gives: Box<[Given]>,
    /// The papers that it asks of everybody and that others may give.
    pub(super) wants: Box<[Wanted]>,
    /// The papers that everybody must bring, where it is a first issue that others may extend.
    pub(super) brings: Box<[Arc<str>]>,
    /// The codes of those that must come first.
    pub(super) needs: Box<[Box<str>]>,
    /// The fields of its forms that ask for a concept.
    pub(super) fields: Box<[FieldCard]>,
    /// How often it is used: years and dossiers.
    pub(super) volume: Box<[(i64, i64)]>,
    /// What an average case costs as a rule.
    pub(super) cost: Option<Decimal>,
    /// How often it is used by the figures that stand beside the files too, where its code bears some.
    pub(super) figured: Option<Box<[(i64, i64)]>>,
    /// The longest of its limits, where all of them could be read and nothing is left out of the count.
    pub(super) longest: Option<Duration>,
    /// By what its norm is sought, where it may have one.
    pub(super) norm: Option<Box<Sought>>,
    /// Its plain title, as a number.
    pub(super) plain: u64,
    /// The decision that published it with its days, as a number.
    pub(super) decision: Option<u64>,
    /// The names under which the register knows what it asks for; taken away when the catalogue is put together.
    pub(super) named: Vec<graph::Named>,
    /// The types that it asks for twice; taken away likewise.
    pub(super) twice: Vec<String>,
    /// The forms that it spells out; taken away likewise.
    pub(super) sheets: Vec<graph::Sheet>,
}

/// A title, taken apart.
#[derive(Clone, Debug)]
pub(super) struct Head {
    /// What is left of it.
    pub(super) words: Box<str>,
    pub(super) act: &'static str,
    pub(super) verb: &'static str,
    pub(super) cases: Box<[&'static str]>,
}

/// A paper that a procedure gives.
#[derive(Clone, Debug)]
pub(super) struct Given {
    /// Its type.
    pub(super) evidence: Arc<str>,
    /// What alone it is given for, where its title says so: "để lấn biển".
    pub(super) purpose: Option<Box<str>>,
}

/// A paper that a procedure asks for.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    /// Its type.
    pub(super) evidence: Arc<str>,
    /// Its title, folded.
    pub(super) title: Arc<str>,
}

/// A field that asks for a concept; its names as numbers.
#[derive(Clone, Debug)]
pub(super) struct FieldCard {
    pub(super) concept: u64,
    pub(super) id: u64,
    pub(super) span: Span,
}

/// The number that words come to.
pub(super) fn number(words: &str) -> u64 {
    files::hash_of(words)
}

impl Card {
    /// The card of `procedure`.
    pub(super) fn of(procedure: &Procedure, shelf: &Shelf<'_>) -> Self {
        let title = procedure.title.said("vi");
        let Stem { words, act, verb, cases, .. } = title::stem(title);
        let head = Head { words: words.into(), act, verb, cases: cases.into() };
        let evidence: Vec<Vec<String>> = procedure.documents.iter().map(|one| shelf.evidence(one, procedure).0).collect();
        let documents: Vec<(&Document, &[String])> = procedure.documents.iter().zip(evidence.iter().map(Vec::as_slice)).collect();
        let results: BTreeSet<&str> = procedure.results.iter().filter_map(|one| Some(one.evidence.as_ref()?.value.as_str())).collect();
        let authority: Vec<String> = procedure.authority.iter().map(|name| name.value.clone()).collect();
        Self {
            code: procedure.code.value.as_str().into(),
            title: procedure.title.said(&shelf.terms.language).into(),
            span: procedure.span,
            issued_by: procedure.issued_by.as_deref().map(|by| shelf.word(by)),
            authority: shelf.list(&authority),
            levels: shelf.list(&procedure.levels),
            audience: shelf.list(&procedure.audience),
            output: shelf.word(&results.into_iter().collect::<Vec<_>>().join("|")),
            law: set(uses::numbers(procedure).map(number)),
            dossier: set(documents.iter().map(|(document, types)| match types {
                [] => number(&text::plain(document.title.said("vi"))),
                types => number(&types.join("|")),
            })),
            gives: givers::given(procedure, shelf),
            wants: givers::wants(procedure, &documents, shelf),
            brings: if head.act == "new" { graph::brought(&documents, shelf) } else { Box::default() },
            needs: procedure.needs.iter().map(|need| need.value.as_str().into()).collect(),
            fields: fields(procedure),
            volume: volume(&procedure.volume),
            cost: burden::base(procedure, shelf.registers),
            figured: figured(procedure, shelf),
            longest: pace::longest(procedure),
            norm: Sought::of(procedure, shelf.registers).map(Box::new),
            plain: number(&text::plain(title)),
            decision: together::decision(procedure),
            named: shelf.names.named(&documents),
            twice: graph::twice(&documents),
            sheets: graph::sheets(procedure, shelf),
            head,
        }
    }

    /// Code and authority: what no two procedures of a catalogue share.
    pub(super) fn name(&self) -> String {
        let local = self.issued_by.as_deref().or(self.authority.first().map(String::as_str));
        format!("{}@{}", self.code, local.unwrap_or_default())
    }
}

impl Card {
    /// Lets go what only the graph of the catalogue is made of.
    pub(super) fn slim(&mut self) {
        self.head.words = Box::default();
        (self.law, self.dossier) = (Box::default(), Box::default());
        (self.gives, self.wants) = (Box::default(), Box::default());
    }
}

/// Numbers in order, each once.
fn set(numbers: impl Iterator<Item = u64>) -> Box<[u64]> {
    numbers.collect::<BTreeSet<u64>>().into_iter().collect()
}

fn fields(procedure: &Procedure) -> Box<[FieldCard]> {
    let fields = procedure.forms.iter().flat_map(|form| &form.fields);
    let asked = fields.filter_map(|field| {
        let concept = number(&field.concept.as_ref()?.value);
        Some(FieldCard { concept, id: number(&field.id), span: field.span })
    });
    asked.collect()
}

/// The dossiers of each year, by what is said of it first.
fn volume(volume: &[Volume]) -> Box<[(i64, i64)]> {
    let first = |(at, one): &(usize, &Volume)| volume.iter().position(|other| other.year == one.year) == Some(*at);
    volume.iter().enumerate().filter(first).filter_map(|(_, one)| Some((one.year, one.dossiers?))).collect()
}

/// What its files say of its use, with the figures beside the files.
fn figured(procedure: &Procedure, shelf: &Shelf<'_>) -> Option<Box<[(i64, i64)]>> {
    let figures = shelf.terms.volumes.get(&procedure.code.value)?;
    let mut own = procedure.volume.clone();
    usage::give(&mut own, figures);
    Some(volume(&own))
}
