//! What the procedures of a catalogue are to each other: what must come first, what feeds what, what goes in a circle, what is alike.
//!
//! Each part is linear in the number of procedures, or nearly: needs and papers are followed through maps, circles are found by a
//! depth-first search, and likeness is only asked of neighbours in blocks (see `twin`).

mod alike;
mod circle;
mod cycle;
mod family;
mod feed;
mod need;
mod paper;
mod renewal;
mod sequence;
mod sheet;
mod twin;

use std::collections::BTreeMap;

pub use cycle::Cycle;
pub use family::Family;
pub use feed::Feed;
pub(super) use feed::is_always_asked;
pub use need::Need;
pub use paper::PaperUse;
pub(super) use paper::{Met, Named, Names, twice};
pub use renewal::Renewal;
pub(super) use renewal::brought;
pub use sequence::Sequence;
pub use sheet::FormUse;
pub(super) use sheet::{Sheet, Sheets, sheets};

use crate::{
    link::{
        Linked,
        card::Card,
        catalogue::{Catalogue, Codes},
        givers::Papers,
        graph::{
            alike::Rarity,
            cycle::{Circle, Order},
            family::Group,
            sequence::Path,
        },
        together::Together,
    },
    span::Span,
};

/// What one procedure is to the others. A thing of several procedures stands with the one whose name comes first.
#[derive(Clone, Debug, Default)]
pub struct Relations {
    /// The procedures that must come first.
    pub needs: Vec<Need>,
    /// The procedures whose result its dossier asks for, where only one gives it.
    pub feeds: Vec<Feed>,
    /// The circles of which it is the first member.
    pub cycles: Vec<Cycle>,
    /// The longest ways that end with it.
    pub sequences: Vec<Sequence>,
    /// The groups of like procedures of which it is the first member.
    pub families: Vec<Family>,
    /// The types of evidence that it is the first to ask for by a name of the register.
    pub papers: Vec<PaperUse>,
    /// The forms that it is the first to spell out and that others spell out too.
    pub forms: Vec<FormUse>,
    /// The first issue of what it extends.
    pub renewal: Option<Renewal>,
    /// What it shares with the others of the decision that published it.
    pub decision: Together,
}

/// One of several procedures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Code and publisher: what no two procedures of a catalogue share.
    pub name: String,
    /// Its code.
    pub code: String,
    /// Its title, in the language of the run.
    pub title: String,
    /// Its place.
    pub span: Span,
}

impl Member {
    pub(super) fn of(card: &Card) -> Self {
        Self { name: card.name(), code: card.code.to_string(), title: card.title.to_string(), span: card.span }
    }
}

/// What the procedures of a catalogue are to each other, as far as it takes all of them to find it out; by the place of the one with which
/// it stands.
pub(super) struct Graph {
    cycles: BTreeMap<usize, Vec<Circle>>,
    sequences: BTreeMap<usize, Vec<Path>>,
    families: BTreeMap<usize, Vec<Group>>,
    papers: BTreeMap<usize, Vec<PaperUse>>,
    forms: BTreeMap<usize, Vec<FormUse>>,
    /// The place of the first issue of what is extended.
    first: BTreeMap<usize, usize>,
}

/// What the procedures of `cards` are to each other; `met` and `sheets` were taken in with them.
pub(super) fn of(cards: &[Card], codes: &Codes, papers: &Papers, met: Met, sheets: Sheets) -> Graph {
    let (rarity, order) = (Rarity::of(cards), Order::of(cards, codes, papers));
    Graph {
        cycles: by_place(cycle::all(cards, &order)),
        sequences: by_place(sequence::all(cards, &order)),
        families: by_place(family::all(cards, &rarity).into_iter().chain(twin::all(cards, &rarity))),
        papers: by_place(met.all(cards)),
        forms: by_place(sheets.all(cards)),
        first: renewal::all(cards),
    }
}

fn by_place<T>(found: impl IntoIterator<Item = (usize, T)>) -> BTreeMap<usize, Vec<T>> {
    let mut placed: BTreeMap<usize, Vec<T>> = BTreeMap::new();
    for (at, one) in found {
        placed.entry(at).or_default().push(one);
    }
    placed
}

impl Graph {
    /// What the procedure at `at` is to the others.
    pub(super) fn relations(&self, at: usize, linked: &Linked, catalogue: &Catalogue) -> Relations {
        let cards = &catalogue.cards;
        let Some(card) = cards.get(at) else { return Relations::default() };
        let members = |places: &[usize]| places.iter().filter_map(|at| cards.get(*at)).map(Member::of).collect();
        let cycles = self.cycles.get(&at).into_iter().flatten();
        Relations {
            needs: need::of(linked, card, catalogue),
            feeds: feed::of(linked, card, catalogue),
            cycles: cycles.map(|(places, stated)| Cycle { members: members(places), stated: *stated }).collect(),
            sequences: self.sequences.get(&at).into_iter().flatten().map(|path| path.told(cards)).collect(),
            families: self.families.get(&at).into_iter().flatten().map(|group| group.told(cards)).collect(),
            papers: self.papers.get(&at).cloned().unwrap_or_default(),
            forms: self.forms.get(&at).cloned().unwrap_or_default(),
            renewal: self.first.get(&at).and_then(|first| cards.get(*first)).map(|first| renewal::renewal(linked, first)),
            decision: Together::default(),
        }
    }
}
