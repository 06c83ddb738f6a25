//! The baseline: findings that were there before anybody looked, by file, rule and fingerprint; never by line.

mod read;
mod write;

use std::collections::{BTreeMap, BTreeSet};

pub use read::read;

use crate::{
    finding::{Finding, Known},
    rule::RuleSet,
    span::Span,
};

/// A place in a baseline that people may write a remark at: file, rule and fingerprint, each empty where it is not that deep.
type At = (String, String, String);

/// What one rule finds in one file, and is known already.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Which findings.
    pub fingerprints: BTreeSet<String>,
    /// What somebody has to say of them.
    pub note: Option<String>,
    /// Where it stands.
    pub span: Span,
}

/// Old debts, by file and rule.
#[derive(Clone, Debug, Default)]
pub struct Baseline {
    /// The entries, by file as seen from the baseline's folder, then by rule.
    pub files: BTreeMap<String, BTreeMap<String, Entry>>,
    /// The comments above each place, and behind it on its line; those at the end stand at `END`.
    above: BTreeMap<At, Vec<String>>,
    beside: BTreeMap<At, String>,
}

/// What a baseline lists, and no run finds any more.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stale {
    /// The file.
    pub file: String,
    /// The rule.
    pub rule: String,
    /// The finding's fingerprint.
    pub fingerprint: String,
    /// Whether the file itself accepts it, so that the baseline need not know of it.
    pub accepted: bool,
}

impl Baseline {
    /// Parts `findings` into those that are open and those known already; `name` gives the file of each.
    pub fn part(&self, findings: Vec<Finding>, name: impl Fn(&Finding) -> String) -> (Vec<Finding>, Vec<Known>) {
        let (mut open, mut known) = (Vec::new(), Vec::new());
        for finding in findings {
            let entry = self.files.get(&name(&finding)).and_then(|rules| rules.get(&finding.rule));
            match entry.filter(|entry| entry.fingerprints.contains(&finding.fingerprint)) {
                Some(entry) => known.push(Known { finding, note: entry.note.clone() }),
                None => open.push(finding),
            }
        }
        (open, known)
    }

    /// What it lists of the entries that were `asked` about, by file and rule, and is neither `known` nor anywhere else;
    /// `accepted` are the fingerprints that the files accept.
    pub fn stale(&self, known: &[Known], accepted: &BTreeSet<&str>, asked: impl Fn(&str, &str) -> bool) -> Vec<Stale> {
        let found: BTreeSet<(&str, &str)> = known.iter().map(|one| (one.finding.rule.as_str(), one.finding.fingerprint.as_str())).collect();
        let mut stale = Vec::new();
        for (file, rules) in &self.files {
            for (rule, entry) in rules.iter().filter(|(rule, _)| asked(file, rule)) {
                let gone = entry.fingerprints.iter().filter(|print| !found.contains(&(rule.as_str(), print.as_str())));
                stale.extend(gone.map(|print| Stale {
                    file: file.clone(),
                    rule: rule.clone(),
                    fingerprint: print.clone(),
                    accepted: accepted.contains(print.as_str()),
                }));
            }
        }
        stale
    }

    /// Adds a finding of `file`; what is there already stays, notes and remarks too. Whether it was new.
    pub fn add(&mut self, file: &str, finding: &Finding) -> bool {
        let entry = self.files.entry(file.to_owned()).or_default().entry(finding.rule.clone()).or_default();
        entry.fingerprints.insert(finding.fingerprint.clone())
    }

    /// Takes out what is stale; a note goes with the last finding that it was about.
    pub fn prune(&mut self, stale: &[Stale]) {
        for one in stale {
            let Some(rules) = self.files.get_mut(&one.file) else { continue };
            if let Some(entry) = rules.get_mut(&one.rule) {
                entry.fingerprints.remove(&one.fingerprint);
            }
            rules.retain(|_, entry| !entry.fingerprints.is_empty());
        }
        self.files.retain(|_, rules| !rules.is_empty());
    }

    /// The entries of rules that nothing may silence, each with its place.
    pub fn mandatory(&self, rules: &RuleSet) -> Vec<(Span, &str)> {
        let entries = self.files.values().flatten();
        let mandatory = entries.filter(|(rule, _)| rules.rules.get(*rule).is_some_and(|rule| rule.mandatory));
        mandatory.map(|(rule, entry)| (entry.span, rule.as_str())).collect()
    }

    /// How many findings it lists.
    pub fn count(&self) -> usize {
        self.files.values().flatten().map(|(_, entry)| entry.fingerprints.len()).sum()
    }

    /// The file, as it is written: always in the same order, so that two people who write it agree.
    pub fn text(&self) -> String {
        write::text(self)
    }
}
