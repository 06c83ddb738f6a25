//! The largest cuts: the procedures that become cheaper by most.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use crate::{plan::Planned, register::Range, report::review::Review};

/// A procedure that becomes cheaper.
#[derive(Clone, Copy, Debug)]
pub struct Cut<'r> {
    /// Its place in the plan.
    pub at: usize,
    /// The procedure.
    pub planned: &'r Planned,
    /// What one case costs, before and after.
    pub case: (Range, Range),
    /// What a year costs, before and after, where its dossiers are known.
    pub year: Option<(Range, Range)>,
}

impl Cut<'_> {
    /// What a case then costs less.
    pub fn of_case(&self) -> Decimal {
        self.case.0.less(self.case.1).base
    }

    /// What a year then costs less.
    pub fn of_year(&self) -> Option<Decimal> {
        self.year.map(|(before, after)| before.less(after).base)
    }
}

impl Review {
    /// The largest cuts, so many at the most: a year where that is known, else a case.
    pub fn largest_cuts(&self, most: usize) -> Vec<Cut<'_>> {
        let all = self.plan.procedures.iter().enumerate();
        let mut cuts: Vec<Cut<'_>> = all.filter_map(|(at, planned)| cut(at, planned)).collect();
        cuts.sort_by_cached_key(|cut| (Reverse((cut.of_year(), cut.of_case())), cut.planned.before.code.value.clone()));
        cuts.truncate(most);
        cuts
    }
}

fn cut(at: usize, planned: &Planned) -> Option<Cut<'_>> {
    let (before, after) = planned.cost_before.as_ref().zip(planned.cost_after.as_ref())?;
    let cut = Cut { at, planned, case: (before.case, after.case), year: before.year.zip(after.year) };
    // What nobody used last year is no large cut, whatever one case of it would cost.
    (cut.of_case() > Decimal::ZERO && cut.of_year() != Some(Decimal::ZERO)).then_some(cut)
}
