//! How alike two procedures are: the weighted share of what they have in common, rare things counting for more than common ones.

use std::collections::{BTreeMap, BTreeSet};

use crate::link::card::Card;

/// How rare each instrument is.
pub(super) struct Rarity {
    many: usize,
    law: BTreeMap<u64, usize>,
}

impl Rarity {
    pub(super) fn of(cards: &[Card]) -> Self {
        let mut law: BTreeMap<u64, usize> = BTreeMap::new();
        for number in cards.iter().flat_map(|card| &card.law) {
            *law.entry(*number).or_default() += 1;
        }
        Self { many: cards.len(), law }
    }

    /// What share of their law two procedures have in common, in percent; nothing where one cites none.
    pub(super) fn law(&self, one: &Card, two: &Card) -> Option<i64> {
        if one.law.is_empty() || two.law.is_empty() {
            return None;
        }
        let weight = |number: &u64| weight(self.many, self.law.get(number).copied().unwrap_or(1));
        let common: u64 = both(&one.law, &two.law).map(weight).sum();
        let all = |numbers: &[u64]| numbers.iter().map(weight).sum::<u64>();
        Some(percent(common, all(&one.law) + all(&two.law) - common))
    }
}

/// The numbers that stand in both of two rows, each in order.
fn both<'n>(one: &'n [u64], two: &'n [u64]) -> impl Iterator<Item = &'n u64> {
    one.iter().filter(|number| two.binary_search(number).is_ok())
}

/// What share of two rows of numbers is in both, in percent.
pub(super) fn shared(one: &[u64], two: &[u64]) -> i64 {
    let common = both(one, two).count();
    percent(common as u64, (one.len() + two.len() - common) as u64)
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
