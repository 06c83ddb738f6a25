//! One type of evidence, and every name by which the dossiers of the catalogue ask for it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    link::{card::Card, graph::Member, memo::Memo},
    model::Document,
    recognise,
    register::{Evidence, Registers},
    span::Span,
    text,
};

/// A type of evidence, by all the names under which it is asked for.
#[derive(Clone, Debug)]
pub struct PaperUse {
    /// The type.
    pub evidence: String,
    /// Each name, how many documents bear it, and the first procedure and place where it stands; the most used first.
    pub names: Vec<(String, usize, Member, Span)>,
    /// The document of the procedure it is shown with.
    pub at: usize,
    /// Its place.
    pub span: Span,
}

/// A name of the register as one document bears it.
#[derive(Clone, Debug)]
pub(in crate::link) struct Named {
    evidence: Arc<str>,
    name: Arc<str>,
    /// The place of the document in the dossier.
    at: usize,
    span: Span,
}

/// A name as it was met: how often, and first by which procedure and where.
#[derive(Clone, Copy)]
struct First {
    count: usize,
    by: usize,
    at: usize,
    span: Span,
}

/// The names that were met, by the types that they name.
#[derive(Default)]
pub(in crate::link) struct Met {
    used: BTreeMap<Arc<str>, BTreeMap<Arc<str>, First>>,
    /// The types that some dossier asks for twice: what stands there side by side are two papers, not two names of one.
    apart: BTreeSet<String>,
}

impl Met {
    /// Takes in what the procedure at `by` asks for, and the types that it asks for `twice`.
    pub(in crate::link) fn add(&mut self, by: usize, named: Vec<Named>, twice: Vec<String>) {
        for Named { evidence, name, at, span } in named {
            let first = First { count: 0, by, at, span };
            self.used.entry(evidence).or_default().entry(name).or_insert(first).count += 1;
        }
        self.apart.extend(twice);
    }

    /// Every type that is asked for under one of the names that the register knows, with the place of the first procedure.
    pub(super) fn all(self, cards: &[Card]) -> Vec<(usize, PaperUse)> {
        let named = self.used.into_iter().filter(|(evidence, _)| !self.apart.contains(&**evidence));
        named.filter_map(|(evidence, names)| paper(&evidence, distinct(&names), cards)).collect()
    }
}

/// The types that some dossier asks for twice.
pub(in crate::link) fn twice(documents: &[(&Document, &[String])]) -> Vec<String> {
    let mut met = BTreeSet::new();
    documents.iter().flat_map(|(_, types)| types.iter()).filter(|evidence| !met.insert(*evidence)).cloned().collect()
}

/// The names that are no other name with words more, no choice and no reference.
fn distinct(names: &BTreeMap<Arc<str>, First>) -> BTreeMap<&str, First> {
    let all: Vec<&str> = names.keys().map(AsRef::as_ref).collect();
    let longer = |name: &str| all.iter().any(|other| *other != name && name.contains(other));
    let kept = names.iter().map(|(name, met)| (&**name, *met)).filter(|(name, _)| !longer(name) && !recognise::refers(name));
    kept.collect()
}

fn paper(evidence: &str, names: BTreeMap<&str, First>, cards: &[Card]) -> Option<(usize, PaperUse)> {
    let (by, at, span) = names.values().map(|met| (met.by, met.at, met.span)).min()?;
    let member = |met: &First| cards.get(met.by).map(Member::of);
    let mut listed: Vec<(String, usize, Member, Span)> =
        names.into_iter().filter_map(|(name, met)| Some((name.to_owned(), met.count, member(&met)?, met.span))).collect();
    listed.sort_by(|one, two| (two.1, &one.0).cmp(&(one.1, &two.0)));
    Some((by, PaperUse { evidence: evidence.to_owned(), names: listed, at, span }))
}

/// The names of one type: in plain words, and as the register has them.
type Prepared<'r> = Arc<Vec<(String, &'r str)>>;

/// The names of the registers, prepared once for each type.
pub(in crate::link) struct Names<'r> {
    registers: &'r Registers,
    known: Memo<Prepared<'r>>,
    /// What was found for a type in a title: many dossiers ask in the same words.
    met: Memo<Option<Arc<str>>>,
}

impl<'r> Names<'r> {
    /// None prepared yet.
    pub(in crate::link) fn new(registers: &'r Registers) -> Self {
        Self { registers, known: Memo::default(), met: Memo::default() }
    }

    /// The names of the register that the documents of a dossier bear.
    pub(in crate::link) fn named(&self, documents: &[(&Document, &[String])]) -> Vec<Named> {
        let one = |(at, (document, types)): (usize, &(&Document, &[String]))| {
            let ([evidence], false) = (types, document.any_of) else { return None };
            let entry = self.registers.evidence.get(evidence)?;
            let name = self.of(entry, document.title.said("vi"))?;
            Some(Named { evidence: Arc::from(evidence.as_str()), name, at, span: document.span })
        };
        documents.iter().enumerate().filter_map(one).collect()
    }

    /// The one name of `entry` that stands in `title`; nothing where none does, or several that do not overlap.
    fn of(&self, entry: &Evidence, title: &str) -> Option<Arc<str>> {
        self.met.of(&format!("{}\0{title}", entry.id), || {
            let known = self.known.of(&entry.id, || Arc::new(prepared(&entry.id, self.registers)));
            let plain = text::plain(title);
            let met = standing(&plain, &known);
            let longest = met.iter().max_by_key(|(plain, _)| plain.len());
            longest.filter(|longest| met.iter().all(|(plain, _)| longest.0.contains(plain.as_str()))).map(|longest| Arc::from(longest.1))
        })
    }
}

/// The names whose words stand in the words of a title. A name begins where a word begins, so nothing is sought in between.
fn standing<'k, 'r>(title: &str, known: &'k [(String, &'r str)]) -> Vec<&'k (String, &'r str)> {
    let begins: Vec<&[u8]> = std::iter::once(title.as_bytes())
        .chain(title.match_indices(' ').map(|(at, _)| title.as_bytes().get(at + 1..).unwrap_or_default()))
        .collect();
    let stands = |name: &[u8], from: &[u8]| {
        from.first() == name.first() && from.starts_with(name) && matches!(from.get(name.len()), None | Some(b' '))
    };
    known.iter().filter(|(name, _)| begins.iter().any(|from| stands(name.as_bytes(), from))).collect()
}

/// Title and aliases, each in plain words; names with words left open are no names to hold others against.
fn prepared<'r>(id: &str, registers: &'r Registers) -> Vec<(String, &'r str)> {
    let Some(entry) = registers.evidence.get(id) else { return Vec::new() };
    let names = entry.title.vi.as_deref().into_iter().chain(entry.aliases.iter().map(String::as_str)).filter(|name| !name.contains('…'));
    let mut seen = BTreeSet::new();
    names.map(|name| (text::plain(name), name)).filter(|(plain, _)| seen.insert(plain.clone())).collect()
}
