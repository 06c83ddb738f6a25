//! What one finding asks to be changed: what, where, with what, by whom, and in which text of law.

use crate::{confidence::Confidence, edit::EDITS, finding::Finding, span::Span};

/// One change to a procedure that a finding recommends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is asked: one of the edits there are.
    pub what: &'static str,
    /// A JSON pointer to the thing, empty for the procedure as a whole.
    pub at: String,
    /// Where the thing stands.
    pub span: Span,
    /// With what: the data source, the limit, the form, the amount; none where the edit needs nothing, or people must say it.
    pub with: Vec<String>,
    /// The procedure's code.
    pub procedure: Option<String>,
    /// What the thing is called.
    pub title: String,
    /// The rule that recommends it.
    pub rule: String,
    /// The finding that recommends it, by its fingerprint.
    pub finding: String,
    /// The recommendation in words.
    pub advice: String,
    /// How sure the finding is.
    pub confidence: Confidence,
    /// The provisions to amend: those about this very thing first, then those the rule rests on.
    pub amends: Vec<String>,
    /// Who can, lowest first.
    pub who: Vec<String>,
}

impl Edit {
    /// The edit that `finding` asks for, where it asks for one.
    pub fn of(finding: &Finding) -> Option<Self> {
        let wanted = finding.edit.as_deref()?;
        let (what, _) = EDITS.iter().copied().find(|(name, _)| *name == wanted)?;
        Some(Self {
            what,
            at: finding.pointer.clone(),
            span: finding.span,
            with: finding.with.clone(),
            procedure: finding.procedure.clone(),
            title: finding.title.clone(),
            rule: finding.rule.clone(),
            finding: finding.fingerprint.clone(),
            advice: finding.advice.clone(),
            confidence: finding.confidence,
            amends: finding.basis.clone(),
            who: finding.who.clone(),
        })
    }

    /// Whether the file may be made to say it: the fault is proved, and the office itself can mend it. Whatever else was written would make the
    /// file say what the law does not say yet.
    pub fn is_safe(&self) -> bool {
        self.confidence == Confidence::Proved && self.who == ["agency"]
    }

    /// The first thing it is done with.
    pub(super) fn with(&self) -> Option<&str> {
        self.with.first().map(String::as_str)
    }
}
