//! One type of evidence, and every name by which the dossiers of the catalogue ask for it.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    link::{Linked, graph::Member},
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
    let mut names = Names { registers, known: BTreeMap::new() };
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
    let other = |name: &str| name.contains(" hoặc ") || name.contains("quy định tại") || name.contains("loại giấy tờ");
    names.into_iter().filter(|(name, _)| !longer(name) && !other(name)).collect()
}

fn paper(evidence: &str, names: BTreeMap<&str, Met<'_>>) -> Option<(usize, PaperUse)> {
    let (by, at, span) = names.values().map(|met| (met.by, met.first.1, met.first.2)).min()?;
    let mut listed: Vec<(String, usize, Member, Span)> =
        names.into_iter().map(|(name, met)| (name.to_owned(), met.count, Member::of(met.first.0), met.first.2)).collect();
    listed.sort_by(|one, two| (two.1, &one.0).cmp(&(one.1, &two.0)));
    Some((by, PaperUse { evidence: evidence.to_owned(), names: listed, at, span }))
}

/// The names of the registers, prepared once for each type.
struct Names<'r> {
    registers: &'r Registers,
    known: BTreeMap<&'r str, Vec<(String, &'r str)>>,
}

impl<'r> Names<'r> {
    /// The one name of `entry` that stands in `title`; nothing where none does, or several that do not overlap.
    fn of(&mut self, entry: &'r Evidence, title: &str) -> Option<&'r str> {
        let known = self.known.entry(entry.id.as_str()).or_insert_with(|| prepared(entry, self.registers));
        let title = format!(" {} ", text::plain(title));
        let met: Vec<&(String, &str)> = known.iter().filter(|(plain, _)| title.contains(plain.as_str())).collect();
        let longest = met.iter().max_by_key(|(plain, _)| plain.len())?;
        met.iter().all(|(plain, _)| longest.0.contains(plain.trim())).then_some(longest.1)
    }
}

/// Title and aliases, each in plain words between blanks; names with words left open are no names to hold others against.
fn prepared<'r>(entry: &'r Evidence, registers: &'r Registers) -> Vec<(String, &'r str)> {
    let title = registers.evidence.get(&entry.id).and_then(|known| known.title.vi.as_deref());
    let names = title.into_iter().chain(entry.aliases.iter().map(String::as_str)).filter(|name| !name.contains('…'));
    let mut seen = std::collections::BTreeSet::new();
    names.map(|name| (format!(" {} ", text::plain(name)), name)).filter(|(plain, _)| seen.insert(plain.clone())).collect()
}
