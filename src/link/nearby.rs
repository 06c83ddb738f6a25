//! The other places that matter for a subject: the provision, the source, the norm, the further mentions.

use crate::{
    citation::Citation,
    link::{
        World,
        graph::Member,
        identity::concept_place,
        linked::{Linked, LinkedDocument},
        subject::Subject,
    },
    span::Span,
};

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
    /// The other places that matter for it: the provision, the source, the norm, the further mentions.
    pub fn nearby(self, world: &World) -> Vec<Nearby> {
        match self {
            Self::Document(linked, one) => around_document(linked, one, world),
            Self::TimeLimit(_, one) => ground(&one.law.cites, one.law.place),
            Self::Fee(_, one) => ground(&one.law.cites, one.law.place),
            Self::Condition(_, one) => ground(&one.law.cites, one.law.place),
            Self::Procedure(linked) => ground(&linked.limit_law.cites, linked.limit_law.place),
            Self::InstrumentUse(_, one) => cited(&one.number, one.text.place, &one.places),
            Self::Need(_, one) => one.held.iter().map(also).collect(),
            Self::Feed(_, one) => vec![also(&one.giver)],
            Self::Cycle(_, one) => one.members.iter().skip(1).map(also).collect(),
            Self::Sequence(_, one) => one.members.iter().rev().skip(1).map(also).collect(),
            Self::FormUse(_, one) => {
                let others = one.places.iter().skip(1);
                others.map(|(member, span)| Nearby { kind: "also", what: member.code.clone(), span: *span }).collect()
            }
            Self::Publication(linked) => linked.relations.decision.others.iter().map(also).collect(),
            Self::Family(_, one) => one.members.iter().skip(1).map(also).collect(),
            Self::EvidenceUse(_, one) => {
                let others = one.names.iter().filter(|(.., span)| *span != one.span);
                others.map(|(name, _, _, span)| Nearby { kind: "also", what: name.clone(), span: *span }).collect()
            }
            Self::ConceptUse(_, one) => {
                let here = one.places.iter().map(|asked| (asked.label.said(&world.language).to_owned(), asked.span));
                let also = here.chain(one.earlier.iter().cloned()).filter(|(_, span)| *span != concept_place(one));
                also.map(|(what, span)| Nearby { kind: "also", what, span }).collect()
            }
            Self::Basis(_, one) => {
                one.cited.iter().skip(1).map(|cited| Nearby { kind: "also", what: String::new(), span: cited.span }).collect()
            }
            Self::Lapse(_, one) => cited(&one.number, one.place, one.places.get(1..).unwrap_or_default()),
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

/// Where a register holds an instrument, and where else it is cited.
fn cited(number: &str, register: Option<Span>, places: &[Span]) -> Vec<Nearby> {
    let at = |kind, span| Nearby { kind, what: number.to_owned(), span };
    register.map(|span| at("register", span)).into_iter().chain(places.iter().map(|span| at("also", *span))).collect()
}

fn also(member: &Member) -> Nearby {
    Nearby { kind: "also", what: member.code.clone(), span: member.span }
}

/// What matters for a document: the register that ended it, else the provision that lets it go, else the one that lays it down; and the
/// documents that show only the same.
fn around_document(linked: &Linked, one: &LinkedDocument, world: &World) -> Vec<Nearby> {
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
    let partial = one.partial.as_ref().map(|partial| Nearby {
        kind: "provision",
        what: partial.cite.as_ref().map_or_else(|| partial.source.clone(), ToString::to_string),
        span: partial.place,
    });
    let same = one.same_as.iter().filter_map(|at| linked.documents.get(*at));
    let same = same.map(|other| Nearby { kind: "also", what: other.document.key(), span: other.document.span });
    ended.or(source).or(partial).or(law).into_iter().chain(same).collect()
}

fn ground(cites: &[Citation], place: Option<Span>) -> Vec<Nearby> {
    let what = cites.first().map(ToString::to_string).unwrap_or_default();
    place.map(|span| Nearby { kind: "provision", what, span }).into_iter().collect()
}
