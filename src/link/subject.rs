//! One thing a rule is about, with what it is part of.

use crate::{
    link::{
        ConceptUse, Conflict, Cycle, Difference, Family, Feed, FormUse, InstrumentUse, Lapse, LegalBasis, LinkedAlternative, Need,
        PaperUse, Prescribed, Sequence, World,
        each::Each,
        fact::{Fact, Scope},
        known,
        linked::{AcceptanceUse, FileProblem, Linked, LinkedCondition, LinkedDocument, LinkedFee, LinkedField, LinkedForm, LinkedLimit},
    },
    model::{Channel, Outcome, Step},
};

/// One thing a rule is about, with what it is part of.
#[derive(Clone, Copy)]
pub enum Subject<'w> {
    /// See [`Each::Problem`].
    Problem(&'w FileProblem),
    /// See [`Each::Procedure`].
    Procedure(&'w Linked),
    /// See [`Each::Document`].
    Document(&'w Linked, &'w LinkedDocument),
    /// See [`Each::Form`].
    Form(&'w Linked, &'w LinkedForm),
    /// See [`Each::Field`].
    Field(&'w Linked, &'w LinkedField),
    /// See [`Each::Channel`].
    Channel(&'w Linked, &'w Channel, usize),
    /// See [`Each::TimeLimit`].
    TimeLimit(&'w Linked, &'w LinkedLimit),
    /// See [`Each::Step`].
    Step(&'w Linked, &'w Step, usize),
    /// See [`Each::Condition`].
    Condition(&'w Linked, &'w LinkedCondition),
    /// See [`Each::Fee`].
    Fee(&'w Linked, &'w LinkedFee),
    /// See [`Each::Result`].
    Result(&'w Linked, &'w Outcome, usize),
    /// See [`Each::InstrumentUse`].
    InstrumentUse(&'w Linked, &'w InstrumentUse),
    /// See [`Each::Basis`].
    Basis(&'w Linked, &'w LegalBasis),
    /// See [`Each::Lapse`].
    Lapse(&'w Linked, &'w Lapse),
    /// See [`Each::Prescription`].
    Prescription(&'w Linked, &'w Prescribed),
    /// See [`Each::Conflict`].
    Conflict(&'w Linked, &'w Conflict),
    /// See [`Each::Difference`].
    Difference(&'w Linked, &'w Difference),
    /// See [`Each::Need`].
    Need(&'w Linked, &'w Need),
    /// See [`Each::Feed`].
    Feed(&'w Linked, &'w Feed),
    /// See [`Each::Cycle`].
    Cycle(&'w Linked, &'w Cycle),
    /// See [`Each::Sequence`].
    Sequence(&'w Linked, &'w Sequence),
    /// See [`Each::Publication`]: the first of its procedures.
    Publication(&'w Linked),
    /// See [`Each::Family`].
    Family(&'w Linked, &'w Family),
    /// See [`Each::EvidenceUse`].
    EvidenceUse(&'w Linked, &'w PaperUse),
    /// See [`Each::FormUse`].
    FormUse(&'w Linked, &'w FormUse),
    /// See [`Each::Acceptance`].
    Acceptance(&'w Linked, &'w AcceptanceUse),
    /// See [`Each::Alternative`].
    Alternative(&'w Linked, &'w LinkedDocument, &'w LinkedAlternative),
    /// See [`Each::ConceptUse`].
    ConceptUse(&'w Linked, &'w ConceptUse),
}

/// Hands each subject of one kind within one procedure to `visit`, in the order written.
pub fn within<'w>(linked: &'w Linked, each: Each, visit: &mut impl FnMut(Subject<'w>)) {
    let procedure = &linked.procedure;
    match each {
        // Acceptances are judged when all else is; `check` hands them over itself.
        Each::Run | Each::Problem | Each::Acceptance => (),
        Each::Procedure => visit(Subject::Procedure(linked)),
        Each::Document => linked.documents.iter().for_each(|one| visit(Subject::Document(linked, one))),
        Each::Form => linked.forms.iter().for_each(|one| visit(Subject::Form(linked, one))),
        Each::Field => linked.fields.iter().for_each(|one| visit(Subject::Field(linked, one))),
        Each::Channel => procedure.channels.iter().enumerate().for_each(|(at, one)| visit(Subject::Channel(linked, one, at))),
        Each::TimeLimit => linked.limits.iter().for_each(|one| visit(Subject::TimeLimit(linked, one))),
        Each::Step => procedure.steps.iter().enumerate().for_each(|(at, one)| visit(Subject::Step(linked, one, at))),
        Each::Condition => linked.conditions.iter().for_each(|one| visit(Subject::Condition(linked, one))),
        Each::Fee => linked.fees.iter().for_each(|one| visit(Subject::Fee(linked, one))),
        Each::Result => procedure.results.iter().enumerate().for_each(|(at, one)| visit(Subject::Result(linked, one, at))),
        Each::InstrumentUse => linked.uses.iter().for_each(|one| visit(Subject::InstrumentUse(linked, one))),
        Each::Basis => linked.bases.iter().for_each(|one| visit(Subject::Basis(linked, one))),
        Each::Lapse => linked.lapses.iter().for_each(|one| visit(Subject::Lapse(linked, one))),
        Each::Prescription => linked.prescribed.iter().for_each(|one| visit(Subject::Prescription(linked, one))),
        Each::Conflict => linked.conflicts.iter().for_each(|one| visit(Subject::Conflict(linked, one))),
        Each::Alternative => linked.documents.iter().for_each(|document| {
            document.alternatives.iter().for_each(|one| visit(Subject::Alternative(linked, document, one)));
        }),
        Each::ConceptUse => linked.concepts.iter().for_each(|one| visit(Subject::ConceptUse(linked, one))),
        Each::Difference => linked.differences.iter().for_each(|one| visit(Subject::Difference(linked, one))),
        Each::Need => linked.relations.needs.iter().for_each(|one| visit(Subject::Need(linked, one))),
        Each::Feed => linked.relations.feeds.iter().for_each(|one| visit(Subject::Feed(linked, one))),
        Each::Cycle => linked.relations.cycles.iter().for_each(|one| visit(Subject::Cycle(linked, one))),
        Each::Sequence => linked.relations.sequences.iter().for_each(|one| visit(Subject::Sequence(linked, one))),
        Each::FormUse => linked.relations.forms.iter().for_each(|one| visit(Subject::FormUse(linked, one))),
        Each::Publication => {
            if procedure.published.is_some() && !linked.relations.decision.told {
                visit(Subject::Publication(linked));
            }
        }
        Each::Family => linked.relations.families.iter().for_each(|one| visit(Subject::Family(linked, one))),
        Each::EvidenceUse => linked.relations.papers.iter().for_each(|one| visit(Subject::EvidenceUse(linked, one))),
    }
}

impl<'w> Subject<'w> {
    /// The procedure it belongs to, where it belongs to one.
    pub fn linked(self) -> Option<&'w Linked> {
        match self {
            Self::Problem(_) => None,
            Self::Procedure(linked)
            | Self::Publication(linked)
            | Self::Document(linked, _)
            | Self::Form(linked, _)
            | Self::Field(linked, _)
            | Self::Channel(linked, ..)
            | Self::TimeLimit(linked, _)
            | Self::Step(linked, ..)
            | Self::Condition(linked, _)
            | Self::Fee(linked, _)
            | Self::Result(linked, ..)
            | Self::InstrumentUse(linked, _)
            | Self::Basis(linked, _)
            | Self::Lapse(linked, _)
            | Self::Prescription(linked, _)
            | Self::Conflict(linked, _)
            | Self::Difference(linked, _)
            | Self::Need(linked, _)
            | Self::Feed(linked, _)
            | Self::Cycle(linked, _)
            | Self::Sequence(linked, _)
            | Self::Family(linked, _)
            | Self::EvidenceUse(linked, _)
            | Self::FormUse(linked, _)
            | Self::Acceptance(linked, _)
            | Self::Alternative(linked, ..)
            | Self::ConceptUse(linked, _) => Some(linked),
        }
    }
}

/// A subject in its world: what a rule's expression asks for its facts.
#[derive(Clone, Copy)]
pub struct View<'w> {
    /// The world.
    pub world: &'w World,
    /// The subject.
    pub subject: Subject<'w>,
}

impl<'w> View<'w> {
    /// The fact that the word at that place stands for, which lasts as long as the world.
    pub fn known(&self, at: u16) -> Fact<'w> {
        known::fact(self, at)
    }
}

impl Scope for View<'_> {
    fn fact(&self, at: u16) -> Fact<'_> {
        self.known(at)
    }
}
