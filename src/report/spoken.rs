//! The rules that spoke, as a program shows them beside their findings.

use std::collections::BTreeSet;

use crate::{
    report::Report,
    rule::{RuleSet, Severity},
};

/// A rule that spoke.
#[derive(Clone, Debug)]
pub struct Spoken {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Why it matters.
    pub rationale: String,
    /// Its manual page, in Markdown.
    pub manual: String,
    /// How bad it is where it is proved.
    pub severity: Severity,
}

impl Report {
    /// The same, with what there is to know of the rules that spoke.
    #[must_use]
    pub fn with_rules(mut self, rules: &RuleSet, language: &str) -> Self {
        let shown = self.findings.iter().chain(self.accepted.iter().chain(&self.known).map(|one| &one.shown));
        let ids: BTreeSet<&String> = shown.map(|shown| &shown.finding.rule).collect();
        let spoken = ids.into_iter().filter_map(|id| rules.rules.get(id)).map(|rule| Spoken {
            id: rule.id.clone(),
            title: rule.title.said(language).to_owned(),
            rationale: rule.rationale.said(language).trim().to_owned(),
            manual: rule.manual(language),
            severity: rule.severity.into_iter().max().unwrap_or(Severity::Note),
        });
        self.rules = spoken.collect();
        self
    }
}
