//! Who can do what is recommended, and how far up it must go.

use crate::{confidence::Confidence, simplify::Edit};

/// Those who can act, lowest first: the further up, the more it takes.
pub const LADDER: [&str; 8] =
    ["agency", "commune", "province", "peoples-council", "ministry", "prime-minister", "government", "national-assembly"];

/// Who can do what is recommended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Power {
    /// Who must act for all of it to be done: the highest of those named; `unknown` where nobody is.
    pub authority: &'static str,
    /// Whether the office can begin today without asking anyone: it is among those who can act, and the fault is proved.
    pub now: bool,
}

impl Power {
    /// Who can do an edit.
    pub fn of(edit: &Edit) -> Self {
        let highest = LADDER.into_iter().rev().find(|name| edit.who.iter().any(|who| who == name));
        let own = edit.who.iter().any(|who| who == "agency");
        Self { authority: highest.unwrap_or("unknown"), now: own && edit.confidence == Confidence::Proved }
    }

    /// How far up it must go, from 1: the step of the ladder, and one more than the highest where nobody is named. It is an order, not a measured effort.
    pub fn step(self) -> i64 {
        let place = LADDER.iter().position(|name| *name == self.authority).unwrap_or(LADDER.len());
        i64::try_from(place).unwrap_or(i64::MAX - 1) + 1
    }
}
