//! The kinds of thing a rule can be about.

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
    /// The law that a procedure, or one part of it, names as its ground.
    Basis,
    /// What a procedure relies on and what ends on a known day.
    Lapse,
    /// What the law lays down for a procedure.
    Prescription,
    /// Two provisions in force that lay down different values for the same thing.
    Conflict,
    /// A difference between a local version and its norm.
    Difference,
    /// A procedure that must come first.
    Need,
    /// One procedure's result in another's dossier, where no other gives it.
    Feed,
    /// Procedures each of which must come before the others.
    Cycle,
    /// The longest way to a procedure through those that must come first.
    Sequence,
    /// Procedures that one decision published and that came into the national database on one day.
    Publication,
    /// Procedures of one publisher that are alike.
    Family,
    /// One type of evidence as the whole catalogue asks for it, by whatever name.
    EvidenceUse,
    /// One form, as several procedures spell out its fields.
    FormUse,
    /// A finding accepted in the file.
    Acceptance,
    /// One of several papers of which one will do.
    Alternative,
    /// One concept, with every place of a procedure that asks for it.
    ConceptUse,
}

impl Each {
    /// Every kind.
    pub const ALL: [Self; 29] = [
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
        Self::Basis,
        Self::Lapse,
        Self::Prescription,
        Self::Conflict,
        Self::Difference,
        Self::Need,
        Self::Feed,
        Self::Cycle,
        Self::Sequence,
        Self::Publication,
        Self::Family,
        Self::EvidenceUse,
        Self::FormUse,
        Self::Acceptance,
        Self::Alternative,
        Self::ConceptUse,
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
            Self::Basis => "basis",
            Self::Lapse => "lapse",
            Self::Prescription => "prescription",
            Self::Conflict => "conflict",
            Self::Difference => "difference",
            Self::Need => "need",
            Self::Feed => "feed",
            Self::Cycle => "cycle",
            Self::Sequence => "sequence",
            Self::Publication => "publication",
            Self::Family => "family",
            Self::EvidenceUse => "evidence-use",
            Self::FormUse => "form-use",
            Self::Acceptance => "acceptance",
            Self::Alternative => "alternative",
            Self::ConceptUse => "concept-use",
        }
    }

    /// The name a rule calls it by in expressions, where a hyphen would be a minus.
    pub fn word(self) -> &'static str {
        match self {
            Self::TimeLimit => "limit",
            Self::InstrumentUse => "instrument",
            Self::EvidenceUse => "paper",
            Self::FormUse => "sheet",
            Self::ConceptUse => "concept",
            other => other.name(),
        }
    }

    /// Whether it is a thing of several procedures: it is known by its members, and not by the one it is shown with.
    pub fn is_of_several(self) -> bool {
        matches!(self, Self::Cycle | Self::Sequence | Self::Publication | Self::Family | Self::EvidenceUse | Self::FormUse)
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
            Self::Alternative => vec![Self::Run, Self::Procedure, Self::Document, Self::Alternative],
            other => vec![Self::Run, Self::Procedure, other],
        }
    }
}
