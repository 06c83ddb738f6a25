//! What it all comes to.

use std::collections::{BTreeMap, BTreeSet};

use crate::{confidence::Confidence, finding::Finding, rule::Severity};

/// Documents, each by its procedure's code and its finding's fingerprint.
pub type Documents = BTreeSet<(String, String)>;

/// Counts of a run.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    /// Files read.
    pub files: usize,
    /// Files that could not be read, or are not YAML.
    pub unread: usize,
    /// Procedures judged.
    pub procedures: usize,
    /// Procedures not in force on the day.
    pub not_in_force: usize,
    /// Findings shown, by severity: notes, warnings, errors.
    pub by_severity: [usize; 3],
    /// Findings shown, by confidence: undetermined, presumed, proved.
    pub by_confidence: [usize; 3],
    /// Findings that the choice hides for want of confidence.
    pub hidden: usize,
    /// Findings accepted in the files.
    pub accepted: usize,
    /// Findings that a baseline knows already.
    pub known: usize,
    /// Findings that an earlier version had too.
    pub before: usize,
    /// Documents that need not be asked for, and those among them of which that is proved.
    pub documents: (Documents, Documents),
    /// To whom recommendations are addressed: the lowest who can act on each.
    pub addressed: BTreeMap<String, usize>,
}

impl Totals {
    /// Counts one finding.
    pub(super) fn add(&mut self, finding: &Finding) {
        let by_severity = self.by_severity.get_mut(finding.severity as usize);
        let by_confidence = self.by_confidence.get_mut(finding.confidence as usize);
        for count in by_severity.into_iter().chain(by_confidence) {
            *count += 1;
        }
        if matches!(finding.edit.as_deref(), Some("remove-document" | "obtain-from-source")) && finding.kind == "document" {
            let document = (finding.procedure.clone().unwrap_or_default(), finding.fingerprint.clone());
            if finding.confidence == Confidence::Proved {
                self.documents.1.insert(document.clone());
            }
            self.documents.0.insert(document);
        }
        if let Some(who) = finding.who.first() {
            *self.addressed.entry(who.clone()).or_default() += 1;
        }
    }

    /// All findings shown.
    pub fn findings(&self) -> usize {
        self.by_severity.iter().sum()
    }

    /// Findings of one severity.
    pub fn of(&self, severity: Severity) -> usize {
        self.by_severity.get(severity as usize).copied().unwrap_or_default()
    }

    /// Findings of one confidence.
    pub fn sure(&self, confidence: Confidence) -> usize {
        self.by_confidence.get(confidence as usize).copied().unwrap_or_default()
    }
}

/// One row of a summary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What is counted.
    pub name: String,
    /// Errors, warnings and notes.
    pub counts: [usize; 3],
    /// How many of them are proved.
    pub proved: usize,
}

/// The findings grouped by `name`, the largest group first.
pub fn by<'f>(findings: impl Iterator<Item = &'f Finding>, name: impl Fn(&Finding) -> Vec<String>) -> Vec<Row> {
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    for finding in findings {
        for group in name(finding) {
            let row = rows.entry(group.clone()).or_insert_with(|| Row { name: group, ..Row::default() });
            let place = match finding.severity {
                Severity::Error => 0,
                Severity::Warning => 1,
                Severity::Note => 2,
            };
            if let Some(count) = row.counts.get_mut(place) {
                *count += 1;
            }
            row.proved += usize::from(finding.confidence == Confidence::Proved);
        }
    }
    let mut rows: Vec<Row> = rows.into_values().collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.counts), row.name.clone()));
    rows
}
