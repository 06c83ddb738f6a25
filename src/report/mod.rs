//! Findings chosen, placed, counted and grouped, ready to be shown.

pub mod change;
mod choice;
mod count;
mod place;
pub mod review;
pub mod score;
mod spoken;
pub mod standing;

use std::{cmp::Reverse, collections::BTreeMap, sync::Arc};

pub use choice::{Below, Choice};
pub use count::{Documents, Row, Totals, by};
use rayon::prelude::*;
pub use spoken::Spoken;

use crate::{
    baseline::Stale,
    confidence::Confidence,
    date::Date,
    files::{Error, Store},
    finding::{Finding, Known, Related},
    link::World,
    lint::Linted,
    register::Kinds,
    report::place::Wanted,
    rule::Severity,
    span::{FileId, Place},
};

/// A place as people count.
#[derive(Clone, Debug)]
pub struct Location {
    /// The file, as it is shown.
    pub file: Arc<str>,
    /// Its number in this run.
    pub id: FileId,
    /// Whether it ships with the program, and so lies in no folder of the reader's.
    pub shipped: bool,
    /// A JSON pointer into it.
    pub pointer: String,
    /// The first character.
    pub start: Place,
    /// The one after the last.
    pub end: Place,
}

/// A finding with its places.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The finding.
    pub finding: Finding,
    /// Where it is.
    pub location: Location,
    /// The other places.
    pub related: Vec<(Related, Location)>,
}

/// A finding that a file accepts or a baseline knows, with its place.
#[derive(Clone, Debug)]
pub struct Excused {
    /// The finding.
    pub shown: Shown,
    /// Why.
    pub because: String,
    /// The day from which it is accepted no longer.
    pub until: Option<Date>,
}

/// Everything a renderer needs.
#[derive(Debug)]
pub struct Report {
    /// The day of the run.
    pub as_of: Date,
    /// What is shown, by file and place.
    pub findings: Vec<Shown>,
    /// What the files accept, where that was asked for.
    pub accepted: Vec<Excused>,
    /// What a baseline knows already, where that was asked for; its note stands for the reason.
    pub known: Vec<Excused>,
    /// What a baseline lists and no run finds any more.
    pub stale: Vec<Stale>,
    /// Whether people are shown a list of it.
    pub lists_accepted: bool,
    /// The rules that spoke, where that was asked for.
    pub rules: Vec<Spoken>,
    /// The counts.
    pub totals: Totals,
    /// From which severity on the run fails, if it does.
    pub fails: Option<Severity>,
    /// How sure a finding had to be.
    pub least: Confidence,
    /// The command that makes this run again, for whoever wants to look further.
    pub again: String,
    /// What the texts of law are whose numbers do not tell it.
    pub kinds: Kinds,
    /// The texts of the files shown, where they were asked for.
    pub texts: BTreeMap<FileId, String>,
}

impl Report {
    /// What is shown, the worst and surest first.
    pub fn worst_first(&self) -> Vec<&Shown> {
        let mut worst: Vec<&Shown> = self.findings.iter().collect();
        worst.sort_by_key(|shown| Reverse((shown.finding.severity, shown.finding.confidence)));
        worst
    }
}

/// Chooses, places and counts what a run came to. A file that changed since it was judged is an error.
pub fn assemble(linted: Linted, store: &Store, choice: &Choice) -> Result<Report, Error> {
    let mut totals = totals(&linted);
    let Linted { world: World { as_of, procedures, registers, .. }, judged, files } = linted;
    let chosen = chosen(judged.findings, store, choice, &mut totals);
    totals.before = before(judged.before, store, choice);
    let known = known(judged.known, store, choice, &mut totals);
    let excused = if choice.accepted { judged.accepted } else { Vec::new() };
    let wanted = Wanted { store, hashes: files.into_iter().collect(), texts: choice.texts };
    let all = || chosen.iter().chain(excused.iter().map(|one| &one.finding)).chain(known.iter().map(|one| &one.finding));
    // All has been said of the world, and nothing of it is needed for showing.
    let ((), places) = rayon::join(|| procedures.into_par_iter().for_each(drop), || wanted.find(all()));
    let places = places?;
    let placed = |mut finding: Finding| Shown {
        location: places.location(finding.span, &finding.pointer),
        related: std::mem::take(&mut finding.related).into_iter().map(|one| places.with_location(one)).collect(),
        finding,
    };
    let findings = each_placed(chosen, placed);
    let accepted = excused.into_iter().map(|one| Excused { shown: placed(one.finding), because: one.because, until: one.until });
    let accepted = accepted.collect();
    let known = known.into_iter().map(|one| Excused { shown: placed(one.finding), because: one.note.unwrap_or_default(), until: None });
    let known = known.collect();
    let kinds = registers.kinds();
    Ok(Report { findings, accepted, known, kinds, texts: places.texts, ..bare(as_of, totals, choice) })
}

/// Chooses and counts what a run came to, without a place for any of it: no file is opened.
pub fn counted(linted: Linted, store: &Store, choice: &Choice) -> Report {
    let mut totals = totals(&linted);
    let Linted { world, judged, .. } = linted;
    chosen(judged.findings, store, choice, &mut totals);
    totals.before = before(judged.before, store, choice);
    known(judged.known, store, choice, &mut totals);
    bare(world.as_of, totals, choice)
}

/// A report in which nothing stands but counts.
fn bare(as_of: Date, totals: Totals, choice: &Choice) -> Report {
    Report {
        as_of,
        findings: Vec::new(),
        accepted: Vec::new(),
        known: Vec::new(),
        stale: Vec::new(),
        lists_accepted: choice.lists_accepted,
        rules: Vec::new(),
        totals,
        fails: choice.fails,
        least: choice.min_confidence,
        again: "redtape check".to_owned(),
        kinds: Kinds::default(),
        texts: BTreeMap::new(),
    }
}

/// What is counted before any finding is looked at.
fn totals(linted: &Linted) -> Totals {
    Totals {
        files: linted.files.len(),
        procedures: linted.world.in_force,
        not_in_force: linted.world.not_in_force,
        unread: linted.unread().len(),
        accepted: linted.judged.accepted.len(),
        hidden: linted.judged.hidden,
        ..Totals::default()
    }
}

/// The findings that are shown, graded as the settings will have it, and counted.
fn chosen(mut findings: Vec<Finding>, store: &Store, choice: &Choice, totals: &mut Totals) -> Vec<Finding> {
    findings.retain_mut(|finding| {
        let (wanted, sure) = graded(finding, store, choice);
        totals.hidden += usize::from(wanted && !sure);
        if wanted && sure {
            totals.add(finding);
        }
        wanted && sure
    });
    findings
}

/// Each finding with its places, in order. The row of findings is given up while that of the placed ones grows: there may be very many.
fn each_placed(mut findings: Vec<Finding>, placed: impl Fn(Finding) -> Shown) -> Vec<Shown> {
    const GIVEN_UP: usize = 4_096;
    let mut all = Vec::new();
    while let Some(finding) = findings.pop() {
        all.push(placed(finding));
        if findings.len().is_multiple_of(GIVEN_UP) {
            findings.shrink_to_fit();
        }
    }
    all.reverse();
    all
}

/// Grades a finding as the settings will have it: whether they want it shown, and whether it is sure enough to be.
fn graded(finding: &mut Finding, store: &Store, choice: &Choice) -> (bool, bool) {
    (choice.grade(finding, store.name(finding.span.file)), finding.confidence >= choice.min_confidence)
}

/// How many of the findings that an earlier version had too would be shown.
fn before(mut findings: Vec<Finding>, store: &Store, choice: &Choice) -> usize {
    findings.iter_mut().map(|one| graded(one, store, choice)).filter(|graded| *graded == (true, true)).count()
}

/// What a baseline knows already of what would be shown; counted, and kept where that was asked for.
fn known(mut known: Vec<Known>, store: &Store, choice: &Choice, totals: &mut Totals) -> Vec<Known> {
    known.retain_mut(|one| graded(&mut one.finding, store, choice) == (true, true));
    totals.known += known.len();
    if choice.accepted { known } else { Vec::new() }
}
