//! What can be laid down about a procedure, and what coverage is told by.

/// What can be laid down about a procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Element {
    /// The documents of the dossier.
    Document,
    /// Sets and copies.
    Copies,
    /// Forms.
    Form,
    /// The time limit.
    TimeLimit,
    /// Fees.
    Fee,
    /// Conditions.
    Condition,
    /// Who settles it.
    Authority,
    /// Steps.
    Step,
    /// How far it is online.
    OnlineLevel,
    /// Results.
    Result,
    /// How long results are valid.
    Validity,
}

impl Element {
    /// Every element.
    pub const ALL: [Self; 11] = [
        Self::Document,
        Self::Copies,
        Self::Form,
        Self::TimeLimit,
        Self::Fee,
        Self::Condition,
        Self::Authority,
        Self::Step,
        Self::OnlineLevel,
        Self::Result,
        Self::Validity,
    ];

    /// Its word in a register.
    pub fn word(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Copies => "copies",
            Self::Form => "form",
            Self::TimeLimit => "time-limit",
            Self::Fee => "fee",
            Self::Condition => "condition",
            Self::Authority => "authority",
            Self::Step => "step",
            Self::OnlineLevel => "online-level",
            Self::Result => "result",
            Self::Validity => "validity",
        }
    }

    /// The element of that word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|element| element.word() == word)
    }
}
