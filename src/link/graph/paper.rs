//! One type of evidence, and every name by which the dossiers of the catalogue ask for it.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    link::{Linked, graph::Member},
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

/// A name as it was met: how often, and first by which procedure and where.
struct Met<'l> {
    count: usize,
    first: (&'l Linked, usize, Span),
    by: usize,
}

/// Every type that is asked for under one of the names that the register knows, with the place of the first procedure.
pub(super) fn all(all: &[Linked], registers: &Registers) -> Vec<(usize, PaperUse)> {
    let mut used: BTreeMap<&str, BTreeMap<&str, Met<'_>>> = BTreeMap::new();
    let mut names = Names { registers, known: BTreeMap::new(), met: BTreeMap::new() };
    for (by, linked) in all.iter().enumerate() {
        for one in linked.documents.iter().filter(|one| !one.document.any_of) {
            let [evidence] = one.evidence.as_slice() else { continue };
            let Some(entry) = registers.evidence.get(evidence) else { continue };
            let Some(name) = names.of(entry, one.document.title.said("vi")) else { continue };
            let first = (linked, one.at, one.document.span);
            used.entry(evidence).or_default().entry(name).or_insert(Met { count: 0, first, by }).count += 1;
        }
    }
    let apart = apart(all);
    let named = used.into_iter().filter(|(evidence, _)| !apart.contains(evidence));
    named.filter_map(|(evidence, names)| paper(evidence, distinct(names))).collect()
}

/// The types that some dossier asks for twice: what stands there side by side are two papers, not two names of one.
fn apart(all: &[Linked]) -> BTreeSet<&str> {
    let mut apart = BTreeSet::new();
    for linked in all {
        let mut met = BTreeSet::new();
        let types = linked.documents.iter().flat_map(|one| one.evidence.iter().map(String::as_str));
        apart.extend(types.filter(|evidence| !met.insert(*evidence)));
    }
    apart
}

/// The names that are no other name with words more, no choice and no reference.
fn distinct<'n, 'l>(names: BTreeMap<&'n str, Met<'l>>) -> BTreeMap<&'n str, Met<'l>> {
    let all: Vec<&str> = names.keys().copied().collect();
    let longer = |name: &str| all.iter().any(|other| *other != name && name.contains(other));
    names.into_iter().filter(|(name, _)| !longer(name) && !recognise::refers(name)).collect()
}

fn paper(evidence: &str, names: BTreeMap<&str, Met<'_>>) -> Option<(usize, PaperUse)> {
    let (by, at, span) = names.values().map(|met| (met.by, met.first.1, met.first.2)).min()?;
    let mut listed: Vec<(String, usize, Member, Span)> =
        names.into_iter().map(|(name, met)| (name.to_owned(), met.count, Member::of(met.first.0), met.first.2)).collect();
    listed.sort_by(|one, two| (two.1, &one.0).cmp(&(one.1, &two.0)));
    Some((by, PaperUse { evidence: evidence.to_owned(), names: listed, at, span }))
}

/// The names of the registers, prepared once for each type.
struct Names<'r, 't> {
    registers: &'r Registers,
    known: BTreeMap<&'r str, Vec<(String, &'r str)>>,
    /// What was found for a type in a title: many dossiers ask in the same words.
    met: BTreeMap<(&'t str, &'r str), Option<&'r str>>,
}

impl<'r, 't> Names<'r, 't> {
    /// The one name of `entry` that stands in `title`; nothing where none does, or several that do not overlap.
    fn of(&mut self, entry: &'r Evidence, title: &'t str) -> Option<&'r str> {
        if let Some(met) = self.met.get(&(title, entry.id.as_str())) {
            return *met;
        }
        let known = self.known.entry(entry.id.as_str()).or_insert_with(|| prepared(entry, self.registers));
        let plain = text::plain(title);
        let met = standing(&plain, known);
        let longest = met.iter().max_by_key(|(plain, _)| plain.len());
        let name = longest.filter(|longest| met.iter().all(|(plain, _)| longest.0.contains(plain.as_str()))).map(|longest| longest.1);
        self.met.insert((title, entry.id.as_str()), name);
        name
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
fn prepared<'r>(entry: &'r Evidence, registers: &'r Registers) -> Vec<(String, &'r str)> {
    let title = registers.evidence.get(&entry.id).and_then(|known| known.title.vi.as_deref());
    let names = title.into_iter().chain(entry.aliases.iter().map(String::as_str)).filter(|name| !name.contains('…'));
    let mut seen = std::collections::BTreeSet::new();
    names.map(|name| (text::plain(name), name)).filter(|(plain, _)| seen.insert(plain.clone())).collect()
}
