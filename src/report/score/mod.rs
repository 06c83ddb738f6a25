//! How far the indicators of Decision 766/QĐ-TTg can be told from definitions and figures; what cannot be told is listed as such.

mod measure;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::{
    date::Date,
    link::{Linked, World},
    report::score::measure::{Answer, MEASURES, Measure},
};

/// What the indicators come to.
#[derive(Clone, Debug)]
pub struct Score {
    /// The day of the run.
    pub as_of: Date,
    /// How many procedures were read.
    pub procedures: usize,
    /// For how many of them it is known how often they are used.
    pub with_figures: usize,
    /// The indicators of the whole catalogue, in their order.
    pub indicators: Vec<Indicator>,
    /// The same for each agency, the one with most procedures first.
    pub agencies: Vec<Agency>,
}

/// One indicator.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Its number in the decision: `1.3`.
    pub number: &'static str,
    /// The head it stands under: `openness`, `progress`, `digitisation`, `online` or `satisfaction`.
    pub head: &'static str,
    /// From which rate on it has all its points, in percent; none where that was not read.
    pub threshold: Option<i64>,
    /// What was counted; none where files and figures cannot tell.
    pub counted: Option<Counted>,
}

/// What was counted for an indicator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// How much meets it.
    pub met: Decimal,
    /// Of how much.
    pub of: Decimal,
    /// How many procedures do not say.
    pub silent: usize,
}

/// The indicators of one agency's procedures.
#[derive(Clone, Debug)]
pub struct Agency {
    /// Its name in the registers; empty where no register knows it.
    pub id: String,
    /// How many procedures it settles.
    pub procedures: usize,
    /// Its indicators, in the same order.
    pub indicators: Vec<Indicator>,
}

impl Counted {
    /// The rate, in percent; none where nothing was counted.
    pub fn rate(&self) -> Option<Decimal> {
        (!self.of.is_zero()).then(|| self.met * Decimal::from(100) / self.of)
    }
}

impl Indicator {
    /// The rate, in percent.
    pub fn rate(&self) -> Option<Decimal> {
        self.counted?.rate()
    }

    /// Its points in percent of those it can have: the smaller of 1 and the rate over the threshold.
    pub fn points(&self) -> Option<Decimal> {
        let threshold = Decimal::from(self.threshold?);
        Some((self.rate()? * Decimal::from(100) / threshold).min(Decimal::from(100)))
    }
}

/// The indicators of `world`.
pub fn of(world: &World) -> Score {
    let all: Vec<&Linked> = world.procedures.iter().collect();
    let mut by_agency: BTreeMap<&str, Vec<&Linked>> = BTreeMap::new();
    for linked in &all {
        let named = linked.procedure.authority.iter().map(|name| name.value.as_str());
        let named: Vec<&str> = if linked.procedure.authority.is_empty() { vec![""] } else { named.collect() };
        for id in named {
            by_agency.entry(id).or_default().push(linked);
        }
    }
    let agency = |(id, own): (&str, Vec<&Linked>)| Agency { id: id.to_owned(), procedures: own.len(), indicators: indicators(world, &own) };
    let mut agencies: Vec<Agency> = by_agency.into_iter().map(agency).collect();
    agencies.sort_by_key(|one| (std::cmp::Reverse(one.procedures), one.id.clone()));
    Score {
        as_of: world.as_of,
        procedures: all.len(),
        with_figures: all.iter().filter(|linked| !linked.procedure.volume.is_empty()).count(),
        indicators: indicators(world, &all),
        agencies,
    }
}

fn indicators(world: &World, procedures: &[&Linked]) -> Vec<Indicator> {
    let one = |measure: &Measure| Indicator {
        number: measure.number,
        head: measure.head,
        threshold: measure.threshold,
        counted: measure.of.map(|of| count(procedures.iter().map(|linked| of(world, linked)))),
    };
    MEASURES.iter().map(one).collect()
}

fn count(answers: impl Iterator<Item = Answer>) -> Counted {
    let mut counted = Counted::default();
    for answer in answers {
        match answer {
            Answer::Counted { met, of } => {
                counted.met += met;
                counted.of += of;
            }
            Answer::Silent => counted.silent += 1,
            Answer::NotAsked => (),
        }
    }
    counted
}
