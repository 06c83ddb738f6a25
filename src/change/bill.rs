//! What a change costs: the bills of both versions, made out for the same use of the procedure.

use rust_decimal::Decimal;

use crate::{
    change::{Change, Kind},
    cost::{self, Cost, Parts},
    model::Procedure,
    register::{Range, Registers},
};

/// The bills of a procedure before and now.
#[derive(Clone, Debug, Default)]
pub struct Bills {
    /// What it cost; nothing where it was not there, or where the registers give no parameters.
    pub before: Option<Cost>,
    /// What it costs now; nothing where it is there no more.
    pub after: Option<Cost>,
    /// The usual income of an hour.
    hour: Range,
}

impl Bills {
    /// The bills of both versions. How often a procedure is used, and in which way, is no change of the procedure: where both versions
    /// have the same ways to apply, the earlier one is reckoned with the figures of the later.
    pub fn of(old: Option<&Procedure>, new: Option<&Procedure>, registers: &Registers) -> Self {
        let bill = |one: &Procedure| cost::of(&Parts::of(one), registers);
        let before = old.and_then(|old| new.map_or_else(|| bill(old), |new| bill(&used_as(old, new))));
        let after = new.and_then(|new| old.map_or_else(|| bill(new), |old| bill(&counted_as(new, old))));
        Self { before, after, hour: registers.costs.parameter("hour").map(|hour| hour.value).unwrap_or_default() }
    }

    /// How much more one average case costs now; less where it is negative.
    pub fn case(&self) -> Option<Range> {
        self.less(|cost| Some(cost.exact)).map(Range::rounded)
    }

    /// How much more a year costs now, where the dossiers of a year are known.
    pub fn year(&self) -> Option<Range> {
        self.less(|cost| cost.year)
    }

    fn less(&self, of: impl Fn(&Cost) -> Option<Range>) -> Option<Range> {
        match (&self.before, &self.after) {
            (None, None) => None,
            (Some(before), Some(after)) => Some(minus(of(after)?, of(before)?)),
            (None, Some(after)) => of(after),
            (Some(before), None) => Some(minus(Range::default(), of(before)?)),
        }
    }

    /// How much more one average case costs by this change alone, where one line of the bill shows it and no other change of `all` does.
    pub fn share(&self, change: &Change, all: &[Change]) -> Option<Range> {
        let own = change.lines.iter().flatten().next()?;
        let shared = |other: &&Change| is_paid(other.kind) && other.lines.iter().flatten().any(|line| line == own);
        let sets = all.iter().any(|other| matches!(other.kind, Kind::SetsMore | Kind::SetsFewer));
        if !is_paid(change.kind) || sets || all.iter().filter(shared).count() > 1 {
            return None;
        }
        let [was, is] = &change.lines;
        let money = |cost: &Option<Cost>, line: &Option<(&'static str, String)>| {
            let (Some(cost), Some((kind, of))) = (cost, line) else { return Range::default() };
            let lines = cost.lines.iter().filter(|one| one.kind == *kind && one.of == *of);
            let minute = Range::exactly(Decimal::ONE / Decimal::from(60));
            lines.fold(Range::default(), |all, one| all + one.minutes * minute * self.hour + one.charges)
        };
        self.after.as_ref().or(self.before.as_ref())?;
        Some(minus(money(&self.after, is), money(&self.before, was)).rounded())
    }

    /// The same a year, where the dossiers of a year are known.
    pub fn share_of_year(&self, case: Range) -> Option<Range> {
        let dossiers = self.after.as_ref().or(self.before.as_ref())?.dossiers?;
        Some(case * Range::exactly(Decimal::from(dossiers)))
    }
}

/// Each end less the same end: both bills rest on the same parameters, which are low or high in both.
fn minus(one: Range, other: Range) -> Range {
    one + other * Range::exactly(-Decimal::ONE)
}

/// Whether a change of that kind shows in the line of the thing it is about.
fn is_paid(kind: Kind) -> bool {
    match kind {
        Kind::DocumentAdded
        | Kind::DocumentRemoved
        | Kind::DocumentWidened
        | Kind::DocumentNarrowed
        | Kind::DocumentCases
        | Kind::DocumentHanded
        | Kind::DocumentGot
        | Kind::PaperStricter
        | Kind::PaperLighter
        | Kind::PaperChanged
        | Kind::AlternativeLost
        | Kind::AlternativeGained
        | Kind::CopiesMore
        | Kind::CopiesFewer
        | Kind::CopiesChanged
        | Kind::FormAdded
        | Kind::FormRemoved
        | Kind::FieldAdded
        | Kind::FieldRemoved
        | Kind::VisitsMore
        | Kind::VisitsFewer
        | Kind::FeeAdded
        | Kind::FeeRemoved
        | Kind::FeeMore
        | Kind::FeeLess
        | Kind::FeeChanged => true,
        // What no line of a bill stands for.
        _ => false,
    }
}

/// The earlier version, used as the later one is.
fn used_as(old: &Procedure, new: &Procedure) -> Procedure {
    let mut used = old.clone();
    let ways = |one: &Procedure| {
        let mut ways: Vec<String> = one.channels.iter().map(|channel| channel.by.clone()).collect();
        ways.sort();
        ways
    };
    if ways(old) == ways(new) {
        for channel in &mut used.channels {
            channel.share = new.channels.iter().find(|other| other.by == channel.by).and_then(|other| other.share);
        }
    }
    for case in &mut used.cases {
        case.share = new.cases.iter().find(|other| other.id.value == case.id.value).map_or(case.share, |other| other.share);
    }
    if !new.volume.is_empty() {
        used.volume.clone_from(&new.volume);
    }
    used
}

/// The later version with the figures of the earlier one where it has none.
fn counted_as(new: &Procedure, old: &Procedure) -> Procedure {
    let volume = if new.volume.is_empty() { old.volume.clone() } else { new.volume.clone() };
    Procedure { volume, ..new.clone() }
}
