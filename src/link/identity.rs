//! What identifies a subject in a finding, and the other places that matter for it.

use crate::{
    link::{
        ConceptUse, Linked, LinkedAlternative, Sequence,
        graph::Member,
        linked::{AcceptanceUse, LinkedDocument, LinkedLimit},
        subject::Subject,
    },
    problem::Problem,
    span::{Span, Spanned},
    text,
};

/// What identifies a subject in a finding.
#[derive(Clone, Debug, Default)]
pub struct Identity {
    /// Which one, by a key that does not depend on its position.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// A JSON pointer to it.
    pub pointer: String,
    /// Where it stands.
    pub span: Span,
}

impl Subject<'_> {
    /// What identifies it.
    #[expect(clippy::too_many_lines, reason = "one arm for each kind of subject, and nothing else")]
    pub fn identity(self, language: &str) -> Identity {
        match self {
            Self::Problem(one) => problem_identity(&one.problem),
            Self::Procedure(linked) => {
                let procedure = &linked.procedure;
                named(procedure.code.value.clone(), procedure.title.said(language), String::new(), procedure.span)
            }
            Self::Document(_, one) => {
                let title = titled(one.document.title.said(language), &one.document.key());
                named(one.document.key(), &title, format!("/dossier/documents/{}", one.at), one.document.span)
            }
            Self::Form(_, one) => named(one.form.id.clone(), one.form.title.said(language), format!("/forms/{}", one.at), one.form.span),
            Self::Field(_, one) => {
                let pointer = format!("/forms/{}/fields/{}", one.at.0, one.at.1);
                named(format!("{}/{}", one.form, one.field.id), one.field.label.said(language), pointer, one.field.span)
            }
            Self::Channel(_, one, at) => named(one.by.clone(), &one.by, format!("/channels/{at}"), one.span),
            Self::TimeLimit(_, one) => limit_identity(one),
            Self::Step(_, one, at) => named(one.id.clone(), &titled(one.title.said(language), &one.id), format!("/steps/{at}"), one.span),
            Self::Condition(_, one) => {
                let words = one.condition.text.said(language);
                named(keyed(one.condition.id.as_ref(), words), words, format!("/conditions/{}", one.at), one.condition.span)
            }
            Self::Fee(_, one) => {
                let words = one.fee.title.said(language);
                named(keyed(one.fee.id.as_ref(), words), words, format!("/fees/{}", one.at), one.fee.span)
            }
            Self::Result(_, one, at) => {
                let key = keyed(one.evidence.as_ref(), one.title.said(language));
                let title = titled(one.title.said(language), &key);
                named(key, &title, format!("/results/{at}"), one.span)
            }
            Self::InstrumentUse(_, one) => named(one.number.clone(), &one.number, "/legal_basis".to_owned(), one.place),
            Self::Basis(_, one) => named(
                format!("{}/{}", one.of, text::fold(&one.part)),
                one.title.said(language),
                one.pointer.clone(),
                one.cited.first().map(|cited| cited.span).unwrap_or_default(),
            ),
            Self::Lapse(_, one) => named(one.number.clone(), &one.number, one.pointer.clone(), first(&one.places)),
            Self::Prescription(linked, one) => {
                let place = linked.procedure.place(one.home()).unwrap_or(linked.procedure.span);
                named(one.key(), &one.key(), format!("/{}", one.home()), place)
            }
            Self::Conflict(linked, one) => named(one.key(), &one.key(), String::new(), linked.procedure.span),
            Self::Difference(_, one) => named(format!("{}:{}", one.kind, one.key), &one.what, one.pointer.clone(), one.span),
            Self::Need(_, one) => named(one.code.clone(), &one.code, format!("/needs/{}", one.at), one.span),
            Self::Feed(_, one) => {
                let key = format!("{}>{}", one.giver.code, one.evidence);
                named(key, &one.title, format!("/dossier/documents/{}", one.at), one.span)
            }
            Self::Cycle(linked, one) => {
                let pointer = if one.stated { "/needs" } else { "" };
                several(&one.members, pointer, linked.procedure.place("needs").unwrap_or(linked.procedure.span))
            }
            Self::Sequence(linked, one) => sequence_identity(linked, one),
            Self::Publication(linked) => publication_identity(linked, language),
            Self::FormUse(_, one) => {
                let version = one.version.as_deref().unwrap_or_default();
                let span = one.places.first().map(|(_, span)| *span).unwrap_or_default();
                named(format!("{}@{version}", one.evidence), &one.title, format!("/forms/{}", one.at), span)
            }
            Self::EvidenceUse(_, one) => {
                let title = one.names.first().map_or("", |(name, ..)| name.as_str());
                named(one.evidence.clone(), title, format!("/dossier/documents/{}", one.at), one.span)
            }
            Self::Family(linked, one) => several(&one.members, "", linked.procedure.span),
            Self::Alternative(_, document, one) => alternative_identity(document, one),
            Self::ConceptUse(_, one) => concept_identity(one, language),
            Self::Acceptance(_, one) => acceptance_identity(one),
        }
    }
}

/// What is known of several procedures at once: by their names in order, whichever it is shown with.
fn several(members: &[Member], pointer: &str, span: Span) -> Identity {
    let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
    let codes: Vec<&str> = members.iter().map(|member| member.code.as_str()).collect();
    named(names.join(" "), &codes.join(", "), pointer.to_owned(), span)
}

/// A way is known by those before the last, which is one of several: where one more procedure waits for the same, it stays the same way.
fn sequence_identity(linked: &Linked, one: &Sequence) -> Identity {
    let (last, before) = one.members.split_last().map_or((None, &[][..]), |(last, before)| (Some(last), before));
    let names: Vec<&str> = before.iter().map(|member| member.name.as_str()).collect();
    let (pointer, place) = if one.stated_last { ("/needs", linked.procedure.place("needs")) } else { ("", None) };
    let title = last.map_or("", |member| member.code.as_str());
    named(names.join(" "), title, pointer.to_owned(), place.unwrap_or(linked.procedure.span))
}

/// A publication is known by its decision, its province and its days, whichever procedure it is shown with; one without a decision by its procedure.
fn publication_identity(linked: &Linked, language: &str) -> Identity {
    let procedure = &linked.procedure;
    let published = procedure.published.as_ref();
    let decision = published.and_then(|one| one.decision.as_deref());
    let day = |day: Option<crate::date::Date>| day.map_or_else(String::new, |day| day.to_string());
    let days = published.map_or_else(String::new, |one| format!("{} {}", day(one.signed), day(one.in_national_database)));
    let by = procedure.issued_by.as_deref().unwrap_or_default();
    let key = decision.map_or_else(|| format!("{} {}", procedure.name(), linked.ordinal), |number| format!("{number} {by} {days}"));
    named(key, procedure.title.said(language), String::new(), procedure.span)
}

fn first(places: &[Span]) -> Span {
    places.first().copied().unwrap_or_default()
}

fn problem_identity(problem: &Problem) -> Identity {
    let key = format!("{}:{}:{}", problem.kind.word(), problem.pointer, problem.found);
    named(key, &problem.found, problem.pointer.clone(), problem.span)
}

fn alternative_identity(document: &LinkedDocument, one: &LinkedAlternative) -> Identity {
    let place = one.at.map_or_else(String::new, |at| format!("/any_of/{at}"));
    let pointer = format!("/dossier/documents/{}{place}", document.at);
    named(format!("{}/{}", document.document.key(), one.evidence), &one.evidence, pointer, one.span)
}

fn acceptance_identity(one: &AcceptanceUse) -> Identity {
    // A comment is known by what it says: the pointer of what it stands beside counts places.
    let words =
        if one.acceptance.line.is_some() { &one.acceptance.because } else { one.acceptance.at.as_ref().unwrap_or(&one.acceptance.because) };
    let key = format!("{} {words}", one.acceptance.rule.value);
    let pointer = one.acceptance.at.clone().filter(|_| one.acceptance.line.is_some()).unwrap_or_else(|| format!("/accepted/{}", one.at));
    named(key.trim().to_owned(), &one.acceptance.rule.value, pointer, one.acceptance.rule.span)
}

/// Where to point for a concept: at the first field that asks once more, else at the first that asks.
fn concept_identity(one: &ConceptUse, language: &str) -> Identity {
    let first = one.again.first().or(one.places.first());
    let title = first.map_or(one.concept.as_str(), |asked| asked.label.said(language));
    let pointer = first.map_or_else(String::new, |asked| format!("/forms/{}/fields/{}", asked.at.0, asked.at.1));
    named(one.concept.clone(), title, pointer, concept_place(one))
}

pub(super) fn concept_place(one: &ConceptUse) -> Span {
    one.again.first().or(one.places.first()).map(|asked| asked.span).unwrap_or_default()
}

fn limit_identity(one: &LinkedLimit) -> Identity {
    let limit = &one.limit;
    let cases: Vec<&str> = limit.cases.iter().map(|case| case.value.as_str()).collect();
    let parts = [limit.channel.as_deref().unwrap_or(""), limit.area.as_deref().unwrap_or(""), &cases.join("+")];
    let title = limit.within.as_ref().map_or_else(String::new, |within| within.value.to_string());
    named(parts.join("/"), &title, format!("/time_limit/{}", one.at), limit.span)
}

/// The name of a thing, else its words.
fn keyed(name: Option<&Spanned<String>>, words: &str) -> String {
    name.map_or_else(|| text::fold(words), |name| name.value.clone())
}

fn named(key: String, title: &str, pointer: String, span: Span) -> Identity {
    Identity { key, title: text::one_line(title), pointer, span }
}

fn titled(title: &str, key: &str) -> String {
    if title.is_empty() { key.to_owned() } else { title.to_owned() }
}
