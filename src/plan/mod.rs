//! What to change, in which order, and what it saves: the recommendations of the findings, costed together on each procedure.
//!
//! Savings are never summed. A procedure is costed before, and after with all that is chosen; what one recommendation adds is what the
//! procedure would cost more without it. Of what is chosen, nothing is undetermined: where the registers are silent, nobody is told to act.

mod choose;
mod power;
mod provision;
mod reach;
mod saving;

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

pub use power::{LADDER, Power};
pub use provision::Source;
pub use reach::Reached;
pub use saving::{Days, Saving};

use crate::{
    confidence::Confidence,
    cost::Cost,
    date::Date,
    decision::{Decision, Decisions, Verdict},
    finding::Finding,
    link::{Linked, World},
    model::Procedure,
    simplify::Edit,
    span::{FileId, Span},
};

/// What the plan is to reach, and what was decided before.
#[derive(Debug, Default)]
pub struct Aim {
    /// The share of the cost, and of the time, that is to go: 0 to 1. None takes all that can be done.
    pub target: Option<Decimal>,
    /// What was decided about recommendations.
    pub decisions: Decisions,
}

/// One change that a finding recommends, with what it saves.
#[derive(Clone, Debug)]
pub struct Recommendation {
    /// Its number in the plan, from one.
    pub number: usize,
    /// What is to be done, to what, by whom.
    pub edit: Edit,
    /// What is wrong, in words.
    pub message: String,
    /// What is known of the text that lays the thing down, and would have to be changed.
    pub source: Source,
    /// Who must act for all of it to be done, and whether the office can begin by itself.
    pub power: Power,
    /// What was decided about it.
    pub decided: Option<Decision>,
    /// Whether it changes what is costed; one that cites, publishes or describes does not.
    pub changes: bool,
    /// Whether it is among those the plan takes.
    pub chosen: bool,
    /// What it saves by itself.
    pub alone: Option<Saving>,
    /// What it adds to the others that are chosen; what it would add, where it is not.
    pub marginal: Option<Saving>,
}

impl Recommendation {
    /// Whether it still asks for something: it was not rejected.
    pub fn is_open(&self) -> bool {
        self.decided.as_ref().is_none_or(|decided| decided.verdict != Verdict::Rejected)
    }
}

/// One procedure in the plan.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Its place in the plan, from one.
    pub number: usize,
    /// The file it stands in.
    pub file: FileId,
    /// Where.
    pub span: Span,
    /// The procedure as it is.
    pub before: Procedure,
    /// As it is with all that is chosen.
    pub after: Procedure,
    /// What it costs as it is; nothing where no register gives an income.
    pub cost_before: Option<Cost>,
    /// What it costs with all that is chosen.
    pub cost_after: Option<Cost>,
    /// The longest time limit, before and after.
    pub days: Option<Days>,
    /// What is recommended for it, in the order in which it is to be taken up.
    pub recommendations: Vec<Recommendation>,
    /// How far it comes.
    pub reached: Reached,
}

/// The whole plan.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The currency of all amounts.
    pub currency: String,
    /// The share that is to go.
    pub target: Option<Decimal>,
    /// The procedures, in the order read.
    pub procedures: Vec<Planned>,
    /// What is recommended for no single procedure.
    pub beyond: Vec<Recommendation>,
    /// How far each sector comes, by name.
    pub sectors: Vec<(String, Reached)>,
    /// How far each agency comes, by its name in the registers.
    pub agencies: Vec<(String, Reached)>,
    /// How far all of it comes.
    pub whole: Reached,
    /// Decisions about nothing that is recommended any more, by fingerprint.
    pub stale: Vec<String>,
}

/// The plan for a world and what was found in it.
pub fn make(world: &World, findings: &[&Finding], aim: &Aim) -> Plan {
    let mut beyond: Vec<Recommendation> = Vec::new();
    let mut of: Vec<Vec<Recommendation>> = world.procedures.iter().map(|_| Vec::new()).collect();
    let places: BTreeMap<(FileId, &str), usize> =
        world.procedures.iter().enumerate().rev().map(|(at, linked)| (known_by(linked), at)).collect();
    for finding in findings.iter().filter(|finding| finding.confidence > Confidence::Undetermined) {
        let Some(mut one) = recommendation(finding, aim, world.as_of) else { continue };
        let place = places.get(&(finding.span.file, finding.procedure.as_deref().unwrap_or_default()));
        if let Some(linked) = place.and_then(|place| world.procedures.get(*place)) {
            one.source = provision::of(linked, &one.edit);
        }
        place.and_then(|place| of.get_mut(*place)).unwrap_or(&mut beyond).push(one);
    }
    let mut procedures: Vec<Planned> =
        world.procedures.iter().zip(of).map(|(linked, wanted)| choose::planned(linked, wanted, &world.registers, aim.target)).collect();
    procedures.iter_mut().enumerate().for_each(|(place, one)| one.number = place + 1);
    let all = procedures.iter_mut().flat_map(|one| &mut one.recommendations).chain(&mut beyond);
    all.enumerate().for_each(|(place, one)| one.number = place + 1);
    Plan {
        currency: world.registers.costs.currency.clone(),
        target: aim.target,
        sectors: reach::by(&procedures, aim.target, |one| one.before.sector.iter().cloned().collect()),
        agencies: reach::by(&procedures, aim.target, |one| one.before.authority.iter().map(|name| name.value.clone()).collect()),
        whole: reach::of(&procedures.iter().collect::<Vec<_>>(), aim.target),
        stale: stale(findings, aim),
        procedures,
        beyond,
    }
}

/// By what a finding names a procedure: its file and its code.
fn known_by(linked: &Linked) -> (FileId, &str) {
    (linked.procedure.span.file, linked.procedure.code.value.as_str())
}

fn recommendation(finding: &Finding, aim: &Aim, day: Date) -> Option<Recommendation> {
    let edit = Edit::of(finding)?;
    let decided = aim.decisions.of(&finding.fingerprint, day).cloned();
    let power = Power::of(&edit);
    let message = finding.message.clone();
    Some(Recommendation {
        number: 0,
        edit,
        message,
        source: Source::Unknown,
        power,
        decided,
        changes: false,
        chosen: false,
        alone: None,
        marginal: None,
    })
}

fn stale(findings: &[&Finding], aim: &Aim) -> Vec<String> {
    let known: BTreeSet<&str> = findings.iter().map(|finding| finding.fingerprint.as_str()).collect();
    // An approval speaks of a change, which no plan knows.
    let recommended = aim.decisions.stale(&known).into_iter().filter(|one| one.verdict != Verdict::Approved);
    recommended.map(|one| one.finding.value.clone()).collect()
}
