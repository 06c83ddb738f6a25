//! What identifies a subject in a finding, and the other places that matter for it.

use crate::{
    citation::Citation,
    link::{World, graph::Member, linked::LinkedLimit, subject::Subject},
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

/// Another place that matters for a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearby {
    /// What is there: `provision`, `register`, `norm` or `also`.
    pub kind: &'static str,
    /// Its name, where it has one.
    pub what: String,
    /// Where.
    pub span: Span,
}

impl Subject<'_> {
    /// What identifies it.
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
            Self::InstrumentUse(_, one) => {
                named(one.number.clone(), &one.number, "/legal_basis".to_owned(), one.places.first().copied().unwrap_or_default())
            }
            Self::Basis(_, one) => {
                named(format!("{}/{}", one.of, text::fold(&one.part)), one.title.said(language), one.pointer.clone(), first(&one.places))
            }
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
            Self::Family(linked, one) => several(&one.members, "", linked.procedure.span),
            Self::Acceptance(_, one) => {
                // A comment is known by what it says: the pointer of what it stands beside counts places.
                let words = if one.acceptance.line.is_some() {
                    &one.acceptance.because
                } else {
                    one.acceptance.at.as_ref().unwrap_or(&one.acceptance.because)
                };
                let key = format!("{} {words}", one.acceptance.rule.value);
                let pointer =
                    one.acceptance.at.clone().filter(|_| one.acceptance.line.is_some()).unwrap_or_else(|| format!("/accepted/{}", one.at));
                named(key.trim().to_owned(), &one.acceptance.rule.value, pointer, one.acceptance.rule.span)
            }
        }
    }
}

impl Subject<'_> {
    /// The other places that matter for it: the provision, the source, the norm, the further mentions.
    pub fn nearby(self, world: &World) -> Vec<Nearby> {
        match self {
            Self::Document(_, one) => {
                let source = one.holder.as_ref().map(|holder| {
                    let what = holder.cite.as_ref().map_or_else(|| holder.source.clone(), ToString::to_string);
                    Nearby { kind: "provision", what, span: holder.place }
                });
                let law = one.law.place.map(|span| Nearby {
                    kind: "provision",
                    what: one.law.cites.first().map(ToString::to_string).unwrap_or_default(),
                    span,
                });
                let paper = one.evidence.first().and_then(|id| world.registers.evidence.get(id));
                let ended = paper.filter(|paper| paper.valid.until.is_some_and(|until| until <= world.as_of));
                let ended = ended.map(|paper| Nearby { kind: "register", what: paper.id.clone(), span: paper.span });
                ended.or(source).or(law).into_iter().collect()
            }
            Self::TimeLimit(_, one) => ground(&one.law.cites, one.law.place),
            Self::Fee(_, one) => ground(&one.law.cites, one.law.place),
            Self::Condition(_, one) => ground(&one.law.cites, one.law.place),
            Self::Procedure(linked) => ground(&linked.limit_law.cites, linked.limit_law.place),
            Self::InstrumentUse(_, one) => {
                let register = one.place.map(|span| Nearby { kind: "register", what: one.number.clone(), span });
                let also = one.places.iter().skip(1).map(|span| Nearby { kind: "also", what: one.number.clone(), span: *span });
                register.into_iter().chain(also).collect()
            }
            Self::Need(_, one) => one.held.iter().map(also).collect(),
            Self::Feed(_, one) => vec![also(&one.giver)],
            Self::Cycle(_, one) => one.members.iter().skip(1).map(also).collect(),
            Self::Family(_, one) => one.members.iter().skip(1).map(also).collect(),
            Self::Basis(_, one) => {
                one.places.iter().skip(1).map(|span| Nearby { kind: "also", what: String::new(), span: *span }).collect()
            }
            Self::Lapse(_, one) => {
                let register = one.place.map(|span| Nearby { kind: "register", what: one.number.clone(), span });
                let also = one.places.iter().skip(1).map(|span| Nearby { kind: "also", what: one.number.clone(), span: *span });
                register.into_iter().chain(also).collect()
            }
            Self::Prescription(_, one) => ground(&one.cites, one.place),
            Self::Conflict(_, one) => {
                let both = [&one.higher, &one.lower];
                both.map(|side| Nearby { kind: "provision", what: side.cite.to_string(), span: side.place }).to_vec()
            }
            Self::Difference(_, one) => vec![Nearby { kind: "norm", what: one.norm.clone(), span: one.related }],
            _ => Vec::new(),
        }
    }
}

fn also(member: &Member) -> Nearby {
    Nearby { kind: "also", what: member.code.clone(), span: member.span }
}

/// What is known of several procedures at once: by their names in order, whichever it is shown with.
fn several(members: &[Member], pointer: &str, span: Span) -> Identity {
    let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
    let codes: Vec<&str> = members.iter().map(|member| member.code.as_str()).collect();
    named(names.join(" "), &codes.join(", "), pointer.to_owned(), span)
}

fn ground(cites: &[Citation], place: Option<Span>) -> Vec<Nearby> {
    let what = cites.first().map(ToString::to_string).unwrap_or_default();
    place.map(|span| Nearby { kind: "provision", what, span }).into_iter().collect()
}

fn first(places: &[Span]) -> Span {
    places.first().copied().unwrap_or_default()
}

fn problem_identity(problem: &Problem) -> Identity {
    let key = format!("{}:{}:{}", problem.kind.word(), problem.pointer, problem.found);
    named(key, &problem.found, problem.pointer.clone(), problem.span)
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
