//! Whether the law in force asks for what a change makes heavier, as far as the registers know.

use crate::{
    change::{Change, Kind},
    citation::Citation,
    confidence::Confidence,
    link::{
        law,
        linked::{Ground, Linked, LinkedDocument},
    },
    model::Form,
    register::{Element, Registers},
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
        Kind::DocumentAdded | Kind::DocumentHanded => document(change, linked),
        Kind::DocumentWidened => widened(change, linked),
        Kind::PaperStricter => excess("form", change, linked),
        Kind::PaperYounger => excess("age", change, linked),
        Kind::CopiesMore => excess("copies", change, linked),
        Kind::AlternativeLost => alternative(change, linked),
        Kind::SetsMore => sets(linked),
        Kind::LimitLonger => limit(change, linked),
        Kind::LimitLost => against_law(&linked.limit_law),
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

fn document_of<'l>(change: &Change, linked: &'l Linked) -> Option<&'l LinkedDocument> {
    linked.documents.iter().find(|one| change.pointer == format!("/dossier/documents/{}", one.at))
}

fn document(change: &Change, linked: &Linked) -> Demand {
    let Some(one) = document_of(change, linked) else { return Demand::default() };
    let waived = one.document.waived_when.is_some() || one.document.only_if_not_found;
    match one.law.cites.as_slice() {
        [] if one.law.askable && !waived => not_asked(one.law.known, &[]),
        [] => Demand::default(),
        // What the law lays down for a case only, it does not ask of everybody.
        cites if by_case(one, linked) && one.document.cases.is_empty() && one.document.when.is_none() => unknown(cites),
        cites => asked(cites),
    }
}

/// Whether every provision lays a document down for some case only.
fn by_case(one: &LinkedDocument, linked: &Linked) -> bool {
    let rows = linked.prescribed.iter().filter(|row| row.element == Element::Document);
    let mut rows = rows.filter(|row| row.names.iter().any(|name| one.evidence.contains(name))).peekable();
    rows.peek().is_some() && rows.all(|row| !row.cases.is_empty())
}

fn widened(change: &Change, linked: &Linked) -> Demand {
    let Some(one) = document_of(change, linked) else { return Demand::default() };
    match one.law.cites.as_slice() {
        [] => document(change, linked),
        cites if by_case(one, linked) || linked.prescribed.is_empty() => unknown(cites),
        cites => asked(cites),
    }
}

/// A stricter form, a younger paper, more copies: held against every provision that lays the paper down.
fn excess(what: &str, change: &Change, linked: &Linked) -> Demand {
    let Some(one) = document_of(change, linked) else { return Demand::default() };
    let of_kind = |aspect: &str| aspect == what || what == "copies" && aspect == "originals";
    if one.law.cites.is_empty() {
        return document(change, linked);
    }
    let cites = &one.law.cites;
    let conditional = !one.document.cases.is_empty() || one.document.when.is_some();
    match one.excess.iter().find(|excess| of_kind(excess.what)) {
        // In what forms a record offers a choice is told in words, of which an importer reads a part.
        Some(_) if what == "form" && linked.procedure.imported_from.is_some() => unknown(cites),
        // Where no provision says how old it may be, another may say it of such papers in general.
        Some(excess) if excess.lawful.is_none() => not_asked(at_most(Confidence::Presumed, one.law.known), cites),
        Some(excess) if one.law.known == Confidence::Proved && !excess.by_case && !conditional => not_asked(Confidence::Proved, cites),
        Some(_) => not_asked(Confidence::Presumed, cites),
        None if what == "form" && is_lawful_form(one) || what == "age" => asked(cites),
        None => unknown(cites),
    }
}

/// The lesser of two; what rests on a register that is merely silent is not even presumed.
fn at_most(most: Confidence, known: Confidence) -> Confidence {
    if known == Confidence::Proved { most } else { Confidence::Undetermined }
}

/// Whether the law asks for as much as the lightest form that the document accepts.
fn is_lawful_form(one: &LinkedDocument) -> bool {
    let forms = one.document.alternatives.iter().flat_map(|one| one.forms.iter().map(|form| form.value));
    forms.min().zip(one.lightest_lawful.and_then(Form::named)).is_some_and(|(mine, lawful)| mine <= lawful)
}

/// A paper that would do no longer: the law may let it do, or name others only.
fn alternative(change: &Change, linked: &Linked) -> Demand {
    let Some(one) = document_of(change, linked) else { return Demand::default() };
    let rows = linked.prescribed.iter().filter(|row| row.element == Element::Document);
    let row = rows.filter(|row| row.names.iter().any(|name| one.evidence.contains(name))).find(|row| row.cases.is_empty());
    match row {
        Some(row) if row.names.contains(&change.before) => {
            let sure = if row.known == Confidence::Proved { Confidence::Proved } else { Confidence::Presumed };
            not_asked(sure, &row.cites)
        }
        Some(row) => unknown(&row.cites),
        None => Demand::default(),
    }
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

/// Nothing is said where the law lays something down.
fn against_law(law: &Ground) -> Demand {
    if law.cites.is_empty() { Demand::default() } else { not_asked(law.known.max(Confidence::Presumed), &law.cites) }
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
    let laid_down: Vec<Citation> = linked.prescribed.iter().flat_map(|row| row.cites.clone()).chain(linked.limit_law.cites.clone()).collect();
    let names_none = linked.uses.is_empty() && linked.procedure.legal_basis.is_empty() && linked.procedure.would_say("legal_basis");
    match () {
        () if !laid_down.is_empty() => asked(&laid_down),
        // A record that names no law names none; a file written by hand may not be finished.
        () if names_none && linked.procedure.imported_from.is_some() => not_asked(Confidence::Proved, &[]),
        () if names_none => not_asked(Confidence::Presumed, &[]),
        () => Demand::default(),
    }
}
