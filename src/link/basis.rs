//! The law that a procedure, or one part of it, names as its ground; and whether those who wrote it may lay down procedures.

use crate::{
    citation::Citation,
    date::Date,
    link::{
        law,
        linked::{LinkedCondition, LinkedDocument, LinkedFee, LinkedForm, LinkedLimit},
    },
    model::{Cited, Procedure, Words},
    register::Registers,
    span::Span,
};

/// The law that a procedure, or one part of it, names as its ground.
#[derive(Clone, Debug)]
pub struct LegalBasis {
    /// Whose: `procedure`, `document`, `time-limit`, `step`, `condition`, `fee` or `form`.
    pub of: &'static str,
    /// The part, by a key that does not depend on its position; empty for the procedure.
    pub part: String,
    /// What the part is called.
    pub title: Words,
    /// A JSON pointer to the citations.
    pub pointer: String,
    /// Where they stand.
    pub places: Vec<Span>,
    /// What is cited, as far as it could be read.
    pub cites: Vec<Citation>,
    /// The words that name no text: neither could they be read as a citation, nor do they hold a number.
    pub unreadable: Vec<String>,
    /// Whether the registers know a provision in force that lays the part down.
    pub in_law: bool,
    /// What the strongest of the instruments may lay down: `all`, `delegated`, `unknown`, `if-delegated` or `none`; nothing
    /// where none could be read.
    pub may: Option<&'static str>,
}

/// The parts of a procedure that may cite law of their own, linked.
pub(super) struct Parts<'p> {
    /// Its documents.
    pub documents: &'p [LinkedDocument],
    /// Its time limits.
    pub limits: &'p [LinkedLimit],
    /// Its conditions.
    pub conditions: &'p [LinkedCondition],
    /// Its fees.
    pub fees: &'p [LinkedFee],
    /// Its forms.
    pub forms: &'p [LinkedForm],
}

/// The grounds that `procedure` and its parts name, each part by itself.
pub(super) fn of(registers: &Registers, procedure: &Procedure, parts: &Parts<'_>, day: Date) -> Vec<LegalBasis> {
    let all = cited_by(procedure);
    // Most parts name no law: they are passed over before anything is copied.
    let mut bases = vec![named("procedure", String::new(), &procedure.title, String::new(), &procedure.legal_basis)];
    bases.extend(of_documents(parts.documents));
    bases.extend(parts.limits.iter().filter(|one| !one.limit.legal_basis.is_empty()).map(|one| {
        let (channel, pointer) = (one.limit.channel.clone().unwrap_or_default(), format!("/time_limit/{}", one.at));
        let basis = named("time-limit", channel, &Words::default(), pointer, &one.limit.legal_basis);
        LegalBasis { in_law: !one.law.cites.is_empty(), ..basis }
    }));
    bases.extend(parts.conditions.iter().filter(|one| !one.condition.legal_basis.is_empty()).map(|one| {
        let name = one.condition.id.as_ref().map_or_else(|| one.condition.text.said("vi").to_owned(), |id| id.value.clone());
        let basis = named("condition", name, &one.condition.text, format!("/conditions/{}", one.at), &one.condition.legal_basis);
        LegalBasis { in_law: !one.law.cites.is_empty(), ..basis }
    }));
    bases.extend(parts.fees.iter().filter(|one| !one.fee.legal_basis.is_empty()).map(|one| {
        let name = one.fee.id.as_ref().map_or_else(|| one.fee.title.said("vi").to_owned(), |id| id.value.clone());
        let basis = named("fee", name, &one.fee.title, format!("/fees/{}", one.at), &one.fee.legal_basis);
        LegalBasis { in_law: !one.law.cites.is_empty(), ..basis }
    }));
    let form = |one: &LinkedForm| named("form", one.form.id.clone(), &one.form.title, format!("/forms/{}", one.at), &one.form.legal_basis);
    bases.extend(parts.forms.iter().filter(|one| !one.form.legal_basis.is_empty()).map(form));
    let steps = procedure.steps.iter().enumerate().filter(|(_, one)| !one.legal_basis.is_empty());
    bases.extend(steps.map(|(at, one)| named("step", one.id.clone(), &one.title, format!("/steps/{at}"), &one.legal_basis)));
    bases.retain(|basis| !basis.places.is_empty());
    for basis in &mut bases {
        let each = basis.cites.iter().map(|cite| may(registers, &cite.instrument, &all, day));
        basis.may = each.max_by_key(|may| strength(may));
    }
    bases
}

fn of_documents(documents: &[LinkedDocument]) -> impl Iterator<Item = LegalBasis> {
    let citing = |one: &&LinkedDocument| {
        !one.document.legal_basis.is_empty() || one.document.alternatives.iter().any(|other| !other.legal_basis.is_empty())
    };
    documents.iter().filter(citing).map(|one| {
        let others = one.document.alternatives.iter().flat_map(|other| &other.legal_basis);
        let cited: Vec<Cited> = one.document.legal_basis.iter().chain(others).cloned().collect();
        let basis = named("document", one.document.key(), &one.document.title, format!("/dossier/documents/{}", one.at), &cited);
        LegalBasis { in_law: !one.law.cites.is_empty(), ..basis }
    })
}

/// What one part cites; what it may carry is found out afterwards.
fn named(of: &'static str, part: String, title: &Words, pointer: String, cited: &[Cited]) -> LegalBasis {
    let unread = cited.iter().filter(|one| one.citation.is_none() && !is_numbered(&one.words));
    LegalBasis {
        of,
        part,
        title: title.clone(),
        pointer: format!("{pointer}/legal_basis"),
        places: cited.iter().map(|one| one.span).collect(),
        cites: cited.iter().filter_map(|one| one.citation.clone()).collect(),
        unreadable: unread.map(|one| one.words.clone()).collect(),
        in_law: false,
        may: None,
    }
}

/// Whether words name a text by some number, though not one that we know how to read.
fn is_numbered(words: &str) -> bool {
    words.split_whitespace().any(|word| word.contains(['/', '-']) && word.starts_with(|c: char| c.is_ascii_digit()))
}

/// The numbers of the instruments that the procedure as a whole cites: among them one may entrust another.
fn cited_by(procedure: &Procedure) -> Vec<&str> {
    procedure.legal_basis.iter().filter_map(|cited| cited.citation.as_ref()).map(|cite| cite.instrument.as_str()).collect()
}

/// From the weakest to the strongest; what is not known stands between what needs a text that entrusts it and what does not.
fn strength(may: &str) -> usize {
    ["none", "if-delegated", "unknown", "delegated", "all"].iter().position(|word| *word == may).unwrap_or(2)
}

/// What an instrument of that number may lay down, by the rules of the days in which it can have been made.
fn may(registers: &Registers, number: &str, cited: &[&str], day: Date) -> &'static str {
    let Some(kind) = law::kind(registers, number) else { return "unknown" };
    let days = made(registers, number, day);
    let kinds: Vec<_> = registers.competence.iter().filter(|one| one.kinds.iter().any(|known| known == kind)).collect();
    let fits: Vec<_> = kinds.iter().filter(|one| days.iter().any(|day| one.valid.holds(*day))).collect();
    // What is older than all that the registers know of its kind is held against the oldest they know.
    let oldest = kinds.iter().filter(|_| fits.is_empty()).min_by_key(|one| one.valid.from);
    let each = fits.into_iter().chain(oldest).map(|one| match one.may.as_deref() {
        Some("all") => "all",
        Some("if-delegated") if one.delegations.iter().any(|by| cited.contains(&by.as_str())) => "delegated",
        Some("if-delegated") => "if-delegated",
        Some("none") => "none",
        _ => "unknown",
    });
    each.max_by_key(|may| strength(may)).unwrap_or("unknown")
}

/// The first and the last day on which an instrument can have been made: the day it took effect, else the year in its number,
/// else the day asked about.
fn made(registers: &Registers, number: &str, day: Date) -> Vec<Date> {
    if let Some(from) = registers.instruments.get(number).and_then(|known| known.valid.from) {
        return vec![from];
    }
    let year = number.split('/').nth(1).and_then(|year| Date::parse(&format!("{year}-01-01")).zip(Date::parse(&format!("{year}-12-31"))));
    year.map_or_else(|| vec![day], |(first, last)| vec![first, last])
}
