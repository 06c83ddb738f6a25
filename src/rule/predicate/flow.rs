//! What an answer tells about nulls.

use std::collections::BTreeSet;

use super::typed::Place;

/// The places that cannot be null once a question is answered.
#[derive(Clone, Default)]
pub(super) struct Flow {
    /// If the answer is yes.
    pub yes: BTreeSet<Place>,
    /// If the answer is no.
    pub no: BTreeSet<Place>,
}

impl Flow {
    /// After `place == null`.
    pub(super) fn null(place: Place) -> Self {
        Self { yes: BTreeSet::new(), no: BTreeSet::from([place]) }
    }

    /// After `!question`.
    pub(super) fn not(self) -> Self {
        Self { yes: self.no, no: self.yes }
    }

    /// After `self && next`, where `next` is asked only after a yes.
    pub(super) fn and(mut self, next: Self) -> Self {
        self.no.retain(|place| self.yes.contains(place) || next.no.contains(place));
        self.yes.extend(next.yes);
        self
    }

    /// After `self || next`, where `next` is asked only after a no.
    pub(super) fn or(self, next: Self) -> Self {
        self.not().and(next.not()).not()
    }

    /// After `self ? yes : no`.
    pub(super) fn choose(self, yes: Self, no: Self) -> Self {
        let agree = |one: BTreeSet<Place>, two: BTreeSet<Place>| -> BTreeSet<Place> {
            let one: BTreeSet<Place> = one.union(&self.yes).cloned().collect();
            let two: BTreeSet<Place> = two.union(&self.no).cloned().collect();
            one.intersection(&two).cloned().collect()
        };
        Self { yes: agree(yes.yes, no.yes), no: agree(yes.no, no.no) }
    }
}
