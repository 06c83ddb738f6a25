//! The things a rule can be about.

use crate::{
    link::{
        World,
        fact::{Fact, Scope},
        known,
        linked::{
            AcceptanceUse, Difference, FileProblem, InstrumentUse, Linked, LinkedCondition, LinkedDocument, LinkedFee, LinkedField,
            LinkedForm, LinkedLimit,
        },
    },
    model::{Channel, Outcome, Step},
};

/// The kinds of thing a rule can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Each {
    /// The run itself: what every rule sees.
    Run,
    /// Something we could not understand.
    Problem,
    /// A procedure.
    Procedure,
    /// A document of the dossier.
    Document,
    /// A form.
    Form,
    /// A field of a form.
    Field,
    /// A way to apply.
    Channel,
    /// A time limit.
    TimeLimit,
    /// A step.
    Step,
    /// A condition.
    Condition,
    /// A fee.
    Fee,
    /// A result.
    Result,
    /// One instrument as one procedure cites it, however often.
    InstrumentUse,
    /// A difference between a local version and its norm.
    Difference,
    /// A finding accepted in the file.
    Acceptance,
}

impl Each {
    /// Every kind.
    pub const ALL: [Self; 15] = [
        Self::Run,
        Self::Problem,
        Self::Procedure,
        Self::Document,
        Self::Form,
        Self::Field,
        Self::Channel,
        Self::TimeLimit,
        Self::Step,
        Self::Condition,
        Self::Fee,
        Self::Result,
        Self::InstrumentUse,
        Self::Difference,
        Self::Acceptance,
    ];

    /// The name a rule calls it by in `each:`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Run => "run",
            Self::Problem => "problem",
            Self::Procedure => "procedure",
            Self::Document => "document",
            Self::Form => "form",
            Self::Field => "field",
            Self::Channel => "channel",
            Self::TimeLimit => "time-limit",
            Self::Step => "step",
            Self::Condition => "condition",
            Self::Fee => "fee",
            Self::Result => "result",
            Self::InstrumentUse => "instrument-use",
            Self::Difference => "difference",
            Self::Acceptance => "acceptance",
        }
    }

    /// The name a rule calls it by in expressions, where a hyphen would be a minus.
    pub fn word(self) -> &'static str {
        match self {
            Self::TimeLimit => "limit",
            Self::InstrumentUse => "instrument",
            other => other.name(),
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.name() == name && *each != Self::Run)
    }

    /// The kinds a rule about this one may speak of: the run, what it is part of, and itself.
    pub fn sees(self) -> Vec<Self> {
        match self {
            Self::Run => vec![Self::Run],
            Self::Problem => vec![Self::Run, Self::Problem],
            Self::Procedure => vec![Self::Run, Self::Procedure],
            other => vec![Self::Run, Self::Procedure, other],
        }
    }
}

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
    /// See [`Each::Difference`].
    Difference(&'w Linked, &'w Difference),
    /// See [`Each::Acceptance`].
    Acceptance(&'w Linked, &'w AcceptanceUse),
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
        Each::Difference => linked.differences.iter().for_each(|one| visit(Subject::Difference(linked, one))),
    }
}

impl<'w> Subject<'w> {
    /// The procedure it belongs to, where it belongs to one.
    pub fn linked(self) -> Option<&'w Linked> {
        match self {
            Self::Problem(_) => None,
            Self::Procedure(linked)
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
            | Self::Difference(linked, _)
            | Self::Acceptance(linked, _) => Some(linked),
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

impl Scope for View<'_> {
    fn fact(&self, at: u16) -> Fact<'_> {
        known::fact(self, at)
    }
}
