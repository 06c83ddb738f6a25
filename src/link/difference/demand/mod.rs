//! Whether the law in force asks for what a change makes heavier, as far as the registers know.

mod dossier;

use crate::{
    change::{Change, Kind},
    citation::Citation,
    confidence::Confidence,
    link::{
        law,
        linked::{Ground, Linked},
    },
    register::Registers,
};

/// Whether the law in force asks for something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asked {
    /// It lays it down.
    Yes,
    /// It does not ask for it, but leaves room for it.
    Allowed,
    /// It does not ask for it.
    No,
    /// The registers do not say.
    #[default]
    Unknown,
}

impl Asked {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "asked",
            Self::Allowed => "allowed",
            Self::No => "not-asked",
            Self::Unknown => "unknown",
        }
    }
}

/// Whether the law in force asks for a change, how sure that is, by what provisions, and who could change it.
#[derive(Clone, Debug, Default)]
pub struct Demand {
    /// Whether it asks.
    pub says: Asked,
    /// How sure that is.
    pub confidence: Confidence,
    /// The provisions that lay down what the change is about.
    pub cites: Vec<Citation>,
    /// Who could change it, lowest first.
    pub who: Vec<&'static str>,
}

/// Whether the law asks for `change` of a procedure; asked only of what makes it heavier.
pub(super) fn of(change: &Change, linked: &Linked, registers: &Registers) -> Demand {
    let demand = match change.kind {
        Kind::DocumentAdded | Kind::DocumentHanded => dossier::document(change, linked),
        Kind::DocumentWidened => dossier::widened(change, linked),
        Kind::PaperStricter => dossier::excess("form", change, linked),
        Kind::PaperYounger => dossier::excess("age", change, linked),
        Kind::CopiesMore => dossier::excess("copies", change, linked),
        Kind::AlternativeLost => dossier::alternative(change, linked),
        Kind::SetsMore => sets(linked),
        Kind::LimitLonger => limit(change, linked),
        Kind::LimitLost => against_law(linked),
        Kind::ConditionAdded | Kind::ConditionStricter => condition(change, linked),
        Kind::StepAdded => step(change, linked),
        Kind::FeeAdded | Kind::FeeMore => fee(change, linked),
        Kind::Created => whole(linked),
        // Of all else no register knows what the law lays down.
        _ => Demand::default(),
    };
    let who = match demand.says {
        Asked::Yes => law::lowest_first(demand.cites.iter().map(|cite| law::power(registers, &cite.instrument))),
        // What no text lays down the office itself can let go, and whoever published it.
        Asked::No => law::lowest_first(std::iter::once("agency").chain(linked.publisher.iter().copied())),
        Asked::Allowed | Asked::Unknown => linked.publisher.clone(),
    };
    Demand { who, ..demand }
}

fn asked(cites: &[Citation]) -> Demand {
    Demand { says: Asked::Yes, confidence: Confidence::Proved, cites: cites.to_vec(), who: Vec::new() }
}

/// Not asked, as sure as that is; what is not even presumed is not known.
fn not_asked(confidence: Confidence, cites: &[Citation]) -> Demand {
    let says = if confidence > Confidence::Undetermined { Asked::No } else { Asked::Unknown };
    Demand { says, confidence, cites: cites.to_vec(), who: Vec::new() }
}

fn unknown(cites: &[Citation]) -> Demand {
    Demand { cites: cites.to_vec(), ..Demand::default() }
}

/// The lesser of two; what rests on a register that is merely silent is not even presumed.
fn at_most(most: Confidence, known: Confidence) -> Confidence {
    if known == Confidence::Proved { most } else { Confidence::Undetermined }
}

fn sets(linked: &Linked) -> Demand {
    let asked_for = linked.procedure.sets.as_ref().map_or(1, |sets| sets.value);
    let law = &linked.sets_law;
    match linked.lawful_sets {
        Some(most) if asked_for <= most => asked(&law.cites),
        Some(_) => not_asked(law.known.max(Confidence::Presumed), &law.cites),
        None => not_asked(at_most(Confidence::Proved, law.known), &law.cites),
    }
}

fn limit(change: &Change, linked: &Linked) -> Demand {
    let Some(one) = linked.limits.iter().find(|one| change.pointer == format!("/time_limit/{}", one.at)) else { return Demand::default() };
    // Of several limits of an imported record it is not certain what the law's limit is to be held against.
    let conditional = !one.limit.cases.is_empty() || one.limit.when.is_some() || linked.limits.len() > 1;
    let certain = one.law.known == Confidence::Proved && !(linked.procedure.imported_from.is_some() && conditional);
    match &one.lawful {
        Some(_) if one.exceeds => not_asked(if certain { Confidence::Proved } else { Confidence::Presumed }, &one.law.cites),
        Some(_) => Demand { says: Asked::Allowed, ..asked(&one.law.cites) },
        None => unknown(&one.law.cites),
    }
}

/// No limit is said where the law lays one down; where others are said, it is not certain that none of them takes its place.
fn against_law(linked: &Linked) -> Demand {
    let law: &Ground = &linked.limit_law;
    let sure = if linked.limits.is_empty() { law.known.max(Confidence::Presumed) } else { Confidence::Presumed };
    if law.cites.is_empty() { Demand::default() } else { not_asked(sure, &law.cites) }
}

fn condition(change: &Change, linked: &Linked) -> Demand {
    let Some(one) = linked.conditions.iter().find(|one| change.pointer == format!("/conditions/{}", one.at)) else {
        return Demand::default();
    };
    let cites = &one.law.cites;
    match () {
        () if one.lawful.is_some() => not_asked(Confidence::Presumed, cites),
        () if !cites.is_empty() && one.by_case => unknown(cites),
        () if !cites.is_empty() => asked(cites),
        // It may stand under another name in the law that it cites.
        () if one.law.askable && one.condition.legal_basis.is_empty() => not_asked(one.law.known.min(Confidence::Presumed), &[]),
        () => Demand::default(),
    }
}

fn step(change: &Change, linked: &Linked) -> Demand {
    let step = linked.procedure.steps.iter().enumerate().find(|(at, _)| change.pointer == format!("/steps/{at}"));
    let Some((step, kind)) = step.and_then(|(_, step)| Some((step, step.kind.as_ref()?))) else { return Demand::default() };
    // Handing in, paying and fetching the result belong to every procedure.
    let own = ["interview", "inspection", "approval", "consultation"].contains(&kind.as_str());
    match linked.step_law.kinds.contains(kind) {
        true => asked(&[]),
        false if own && step.legal_basis.is_empty() => not_asked(linked.step_law.known, &[]),
        false => Demand::default(),
    }
}

fn fee(change: &Change, linked: &Linked) -> Demand {
    let Some(one) = linked.fees.iter().find(|one| change.pointer == format!("/fees/{}", one.at)) else { return Demand::default() };
    // Where no provision lays any fee down, the first of them is asked about for all.
    let all = linked.fees.iter().any(|other| other.more > 0);
    let askable = one.law.askable || all && one.fee.amount.is_some() && !one.fee.unparsed && one.fee.set_by.is_none();
    let cites = &one.law.cites;
    match () {
        () if !askable => unknown(cites),
        () if one.exceeds => not_asked(one.law.known.max(Confidence::Presumed), cites),
        () if cites.is_empty() => not_asked(one.law.known, cites),
        () if one.lawful.is_some() => asked(cites),
        () => unknown(cites),
    }
}

/// A procedure that is new: it must name the law that lays it down.
fn whole(linked: &Linked) -> Demand {
    let laid_down: Vec<Citation> =
        linked.prescribed.iter().flat_map(|row| row.cites.clone()).chain(linked.limit_law.cites.clone()).collect();
    let names_none = linked.uses.is_empty() && linked.procedure.legal_basis.is_empty() && linked.procedure.would_say("legal_basis");
    match () {
        () if !laid_down.is_empty() => asked(&laid_down),
        // That it names none is certain; that there is none is not.
        () if names_none => not_asked(Confidence::Presumed, &[]),
        () => Demand::default(),
    }
}
