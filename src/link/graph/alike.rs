//! How alike two procedures are: the weighted share of what they have in common, rare things counting for more than common ones.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    link::Linked,
    recognise::title::{self, Stem},
    text,
};

/// What a procedure is compared by.
pub(super) struct Traits<'l> {
    /// Its title, taken apart.
    pub(super) stem: Stem,
    /// The instruments it cites.
    pub(super) law: BTreeSet<&'l str>,
    /// What its dossier asks for, by type, else in folded words.
    pub(super) dossier: BTreeSet<String>,
    /// The types of its results.
    pub(super) output: String,
}

/// How rare each word and each instrument is.
pub(super) struct Rarity<'l> {
    many: usize,
    law: BTreeMap<&'l str, usize>,
}

impl<'l> Traits<'l> {
    pub(super) fn of(linked: &'l Linked) -> Self {
        let procedure = &linked.procedure;
        let dossier = linked.documents.iter().map(|one| match one.evidence.as_slice() {
            [] => text::plain(one.document.title.said("vi")),
            types => types.join("|"),
        });
        let results: BTreeSet<&str> =
            procedure.results.iter().filter_map(|one| one.evidence.as_ref()).map(|one| one.value.as_str()).collect();
        Self {
            stem: title::stem(procedure.title.said("vi")),
            law: linked.uses.iter().map(|one| one.number.as_str()).collect(),
            dossier: dossier.collect(),
            output: results.into_iter().collect::<Vec<_>>().join("|"),
        }
    }
}

impl<'l> Rarity<'l> {
    pub(super) fn of(all: &'l [Linked]) -> Self {
        let mut law: BTreeMap<&str, usize> = BTreeMap::new();
        for used in all.iter().flat_map(|linked| &linked.uses) {
            *law.entry(used.number.as_str()).or_default() += 1;
        }
        Self { many: all.len(), law }
    }

    /// What share of their law two procedures have in common, in percent; nothing where one cites none.
    pub(super) fn law(&self, one: &Traits<'_>, two: &Traits<'_>) -> Option<i64> {
        if one.law.is_empty() || two.law.is_empty() {
            return None;
        }
        let weight = |number: &&str| weight(self.many, self.law.get(*number).copied().unwrap_or(1));
        let common: u64 = one.law.intersection(&two.law).map(weight).sum();
        let whole: u64 = one.law.union(&two.law).map(weight).sum();
        Some(percent(common, whole))
    }
}

/// What share of two sets is in both, in percent; a hundred where both are empty.
pub(super) fn common<T: Ord>(one: &BTreeSet<T>, two: &BTreeSet<T>) -> i64 {
    let whole = one.union(two).count() as u64;
    if whole == 0 { 100 } else { percent(one.intersection(two).count() as u64, whole) }
}

/// One more for each halving of how many there are: whole numbers, so that every machine reckons the same.
fn weight(many: usize, having: usize) -> u64 {
    1 + u64::from((many / having.max(1)).max(1).ilog2())
}

fn percent(part: u64, whole: u64) -> i64 {
    i64::try_from(part.saturating_mul(100) / whole.max(1)).unwrap_or(100)
}
