//! The law that a procedure, or one part of it, names as its ground; and whether those who wrote it may lay down procedures.

use crate::{
    citation::Citation,
    link::{
        legal_text::{LegalText, LegalTexts},
        linked::{LinkedCondition, LinkedDocument, LinkedFee, LinkedForm, LinkedLimit},
    },
    model::{Cited, Procedure, Words},
    register::Registers,
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
    /// What is cited, each where it stands.
    pub cited: Vec<Cited>,
    /// Whether the registers know a provision in force that lays the part down.
    pub in_law: bool,
    /// What the strongest of the instruments may lay down: `all`, `delegated`, `unknown`, `if-delegated` or `none`; nothing
    /// where none could be read.
    pub may: Option<&'static str>,
}

impl LegalBasis {
    /// What is cited, as far as it could be read.
    pub fn cites(&self) -> impl Iterator<Item = &Citation> {
        self.cited.iter().filter_map(|one| one.citation.as_ref())
    }

    /// The words that name no text: neither could they be read as a citation, nor do they hold a number.
    pub fn unreadable(&self) -> impl Iterator<Item = &str> {
        let unread = self.cited.iter().filter(|one| one.citation.is_none() && !is_numbered(&one.words));
        unread.map(|one| one.words.as_str())
    }
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
pub(super) fn of(registers: &Registers, texts: &LegalTexts<'_>, procedure: &Procedure, parts: &Parts<'_>) -> Vec<LegalBasis> {
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
    bases.retain(|basis| !basis.cited.is_empty());
    for basis in &mut bases {
        let each = basis.cites().map(|cite| may(registers, &texts.of(&cite.instrument), &all));
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
    LegalBasis {
        of,
        part,
        title: title.clone(),
        pointer: format!("{pointer}/legal_basis"),
        cited: cited.to_vec(),
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

/// What a text may lay down, where the texts of the numbers `cited` may entrust it.
fn may(registers: &Registers, text: &LegalText, cited: &[&str]) -> &'static str {
    let each = text.competences.iter().filter_map(|at| registers.competence.get(*at)).map(|one| match one.may.as_deref() {
        Some("all") => "all",
        Some("if-delegated") if one.delegations.iter().any(|by| cited.contains(&by.as_str())) => "delegated",
        Some("if-delegated") => "if-delegated",
        Some("none") => "none",
        _ => "unknown",
    });
    each.max_by_key(|may| strength(may)).unwrap_or("unknown")
}
