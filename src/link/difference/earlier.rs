//! What procedures were in an earlier version of the catalogue, and what changed since.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::{
    change::{self, Bills, Change, Grade},
    date::Date,
    decision::{Decisions, Verdict},
    files,
    link::{
        Terms,
        difference::{Against, Approval, Demand, Difference, demand},
        linked::Linked,
    },
    model::Procedure,
    register::Registers,
};

/// The version of what a fingerprint of a change is made of.
const FINGERPRINT: &str = "change-v1";

/// An earlier version of the catalogue.
#[derive(Clone, Debug, Default)]
pub struct Earlier {
    /// What it is called: a folder, or a revision.
    pub name: String,
    /// Its procedures.
    pub procedures: Vec<Procedure>,
}

/// What a procedure was before.
#[derive(Clone, Debug, Default)]
pub struct Past {
    /// Whether it was there.
    pub was_there: bool,
    /// What it cost, and what it costs now.
    pub bills: Bills,
}

/// A procedure that is there no more, and what became of it.
#[derive(Clone, Debug)]
pub struct Gone {
    /// The procedure, as it was.
    pub procedure: Procedure,
    /// What became of it: abolished, split or merged.
    pub difference: Difference,
    /// What it cost.
    pub bills: Bills,
    /// Whether the version now has it too, but not in force on the day.
    pub not_in_force: bool,
}

/// Two versions of a catalogue held against each other, procedure by procedure.
#[derive(Debug, Default)]
pub(crate) struct Compared {
    /// For each procedure in force now: what it was, and what changed.
    now: Vec<(Past, Vec<Change>)>,
    /// Those that are there no more.
    gone: Vec<Gone>,
}

/// What changed since the earlier version, where there is one.
pub(crate) fn compared(terms: &Terms, current: &[Procedure], waiting: &[Procedure], registers: &Registers) -> Option<Compared> {
    terms.earlier.as_deref().map(|earlier| compare(earlier, current, waiting, registers, terms.day))
}

/// Hangs on each procedure what changed in it, with what the law and the decisions say; what is there no more is returned.
pub(crate) fn settle(compared: Option<Compared>, linked: &mut [Linked], registers: &Registers, terms: &Terms) -> Vec<Gone> {
    let Some(Compared { now, mut gone }) = compared else { return Vec::new() };
    join(linked, now, registers);
    number(linked, &mut gone, &terms.decisions, terms.day);
    gone
}

/// Holds `current`, what is in force on `day`, against the earlier version; `waiting` is what the version now has beside that.
fn compare(earlier: &Earlier, current: &[Procedure], waiting: &[Procedure], registers: &Registers, day: Date) -> Compared {
    // What was in force on the day comes first; of what was not, only what is in force now is of interest.
    let mut old: Vec<&Procedure> = earlier.procedures.iter().collect();
    old.sort_by_key(|procedure| !procedure.valid.holds(day));
    let new: Vec<&Procedure> = current.iter().collect();
    let paired = change::pairs(&old, &new);
    let past = |(was, changes): (Option<usize>, Vec<Change>), now: &&Procedure| {
        let was = was.and_then(|at| old.get(at)).copied();
        (Past { was_there: was.is_some(), bills: Bills::of(was, Some(now), registers) }, changes)
    };
    let waits =
        |procedure: &Procedure| waiting.iter().any(|other| other.code.value == procedure.code.value && !other.code.value.is_empty());
    let gone = paired.gone.into_iter().filter_map(|(at, change)| Some((*old.get(at)?, change)));
    let gone = gone.filter(|(procedure, _)| procedure.valid.holds(day)).map(|(procedure, change)| Gone {
        bills: Bills::of(Some(procedure), None, registers),
        not_in_force: waits(procedure),
        difference: difference(&change, Demand::default()),
        procedure: procedure.clone(),
    });
    Compared { gone: gone.collect(), now: paired.now.into_par_iter().zip(&new).map(|(one, now)| past(one, now)).collect() }
}

/// Hangs on each procedure what changed in it, with what the law says.
fn join(linked: &mut [Linked], compared: Vec<(Past, Vec<Change>)>, registers: &Registers) {
    linked.par_iter_mut().zip(compared).for_each(|(one, (past, changes))| {
        let differences: Vec<Difference> = changes
            .iter()
            .map(|change| {
                let heavier = change.kind.grade() == Grade::Heavier;
                let demand = if heavier { demand::of(change, one, registers) } else { Demand::default() };
                let case = past.bills.share(change, &changes);
                let year = case.and_then(|case| past.bills.share_of_year(case));
                Difference { case, year, ..difference(change, demand) }
            })
            .collect();
        one.differences.extend(differences);
        one.past = Some(past);
    });
}

fn difference(change: &Change, demand: Demand) -> Difference {
    let what = [&change.what, &change.after, &change.before].into_iter().find(|words| !words.is_empty());
    Difference {
        against: Against::Earlier,
        kind: change.kind.word(),
        grade: change.kind.grade(),
        what: what.cloned().unwrap_or_default(),
        norm: change.before.clone(),
        now: change.after.clone(),
        papers: change.papers.clone(),
        key: change.key.clone(),
        span: change.span,
        pointer: change.pointer.clone(),
        related: change.was,
        demand,
        ..Difference::default()
    }
}

/// Gives each change its fingerprint, and the approval that `decisions` hold of it: by procedure, kind, thing, and what it leads to.
/// What stood there before is left out, so that an approval holds against every earlier version.
fn number(linked: &mut [Linked], gone: &mut [Gone], decisions: &Decisions, day: Date) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut of = |name: &str, one: &mut Difference| {
        let key = format!("{FINGERPRINT}\0{name}\0{}\0{}\0{}", one.kind, one.key, one.now);
        let ordinal = seen.entry(key.clone()).or_default();
        one.fingerprint = format!("{:016x}", files::hash_of(&format!("{key}\0{ordinal}")));
        *ordinal += 1;
        let decided = decisions.all.get(&one.fingerprint);
        one.approval = decided.filter(|decided| decided.verdict == Verdict::Approved).map(|decided| Approval {
            document: decided.document.clone().unwrap_or_default(),
            until: decided.until,
            holds: decided.holds(day),
        });
    };
    for one in linked {
        let name = one.procedure.name();
        one.differences.iter_mut().filter(|one| one.against == Against::Earlier).for_each(|one| of(&name, one));
    }
    for one in gone {
        of(&one.procedure.name(), &mut one.difference);
    }
}
