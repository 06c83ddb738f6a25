//! What of a run is shown, and how it is graded.

use std::collections::BTreeMap;

use crate::{
    confidence::Confidence,
    finding::Finding,
    rule::{Persona, Severity},
};

/// What is shown.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// How sure a finding must be.
    pub min_confidence: Confidence,
    /// For whom.
    pub persona: Persona,
    /// Severities set otherwise, by rule or by group of rules.
    pub severity: BTreeMap<String, Severity>,
    /// For whom rules speak, set otherwise by rule or by group of rules.
    pub personas: BTreeMap<String, Persona>,
    /// What holds below some paths only, by the names under which files are shown.
    pub paths: Vec<Below>,
    /// From which severity on the run fails, if it does.
    pub fails: Option<Severity>,
    /// Whether the texts are kept, for showing lines of them.
    pub texts: bool,
    /// Whether what the files accept is kept.
    pub accepted: bool,
    /// Whether people are shown a list of it.
    pub lists_accepted: bool,
}

/// What holds below one path only.
#[derive(Clone, Debug, Default)]
pub struct Below {
    /// The file or folder, as it is shown.
    pub path: String,
    /// Rules, or groups of rules, that are not asked there.
    pub disable: Vec<String>,
    /// Severities there, by rule or by group of rules.
    pub severity: BTreeMap<String, Severity>,
}

impl Below {
    /// Whether it speaks of the file of that name.
    fn covers(&self, name: &str) -> bool {
        let rest = name.strip_prefix(self.path.trim_end_matches('/'));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

impl Choice {
    /// Grades a finding as the settings will have it; whether it is shown at all.
    pub fn grade(&self, finding: &mut Finding, file: &str) -> bool {
        if let Some(persona) = of(&self.personas, &finding.rule) {
            finding.persona = *persona;
        }
        if let Some(severity) = of(&self.severity, &finding.rule) {
            finding.severity = *severity;
        }
        for below in self.paths.iter().filter(|below| below.covers(file)) {
            if below.disable.iter().any(|name| *name == finding.rule || name == group(&finding.rule)) {
                return false;
            }
            if let Some(severity) = of(&below.severity, &finding.rule) {
                finding.severity = *severity;
            }
        }
        finding.persona <= self.persona
    }
}

fn group(rule: &str) -> &str {
    rule.split('/').next().unwrap_or_default()
}

/// What is set for a rule, else for its group.
fn of<'c, T>(set: &'c BTreeMap<String, T>, rule: &str) -> Option<&'c T> {
    set.get(rule).or_else(|| set.get(group(rule)))
}
