//! What an import read and what it did not understand, counted.

use std::collections::BTreeMap;

/// Counts by what was counted; the names are words of the closing summary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally(BTreeMap<&'static str, usize>);

impl Tally {
    /// One more of `what`.
    pub fn count(&mut self, what: &'static str) {
        self.add(what, 1);
    }

    /// So many more of `what`.
    pub fn add(&mut self, what: &'static str, times: usize) {
        if times > 0 {
            *self.0.entry(what).or_default() += times;
        }
    }

    /// All that `other` counted as well.
    pub fn join(&mut self, other: &Self) {
        for (what, times) in &other.0 {
            self.add(what, *times);
        }
    }

    /// How many of `what`.
    pub fn of(&self, what: &str) -> usize {
        self.0.get(what).copied().unwrap_or_default()
    }

    /// Every name and its count, by name.
    pub fn rows(&self) -> impl Iterator<Item = (&'static str, usize)> {
        self.0.iter().map(|(what, times)| (*what, *times))
    }
}
