//! Of one subject and aspect only the highest-ranked finding shows; the rest stand under it.

use std::{cmp::Reverse, collections::BTreeMap};

use crate::{finding::Finding, rule::RuleSet};

/// The findings that show.
pub(super) fn ranked(findings: Vec<Finding>, rules: &RuleSet) -> Vec<Finding> {
    let mut groups: BTreeMap<(&'static str, String, String), Vec<Finding>> = BTreeMap::new();
    let mut shown = Vec::new();
    for finding in findings {
        match rules.rules.get(&finding.rule).and_then(|rule| rule.aspect.clone()) {
            Some(aspect) => {
                // Two things of one key at two places are two things.
                let subject = format!("{}\0{}", finding.subject, finding.pointer);
                groups.entry((finding.kind, subject, aspect)).or_default().push(finding);
            }
            None => shown.push(finding),
        }
    }
    shown.extend(groups.into_values().filter_map(|group| highest(group, rules)));
    shown
}

/// The one that no other outranks; among those, the worst, the surest, the first by name.
fn highest(mut group: Vec<Finding>, rules: &RuleSet) -> Option<Finding> {
    let outranked: Vec<String> = group
        .iter()
        .filter_map(|finding| rules.rules.get(&finding.rule))
        .flat_map(|rule| rule.outranks.iter().cloned())
        .collect();
    group.sort_by_key(|finding| {
        (outranked.contains(&finding.rule), Reverse(finding.severity), Reverse(finding.confidence), finding.rule.clone())
    });
    let mut group = group.into_iter();
    let first = group.next()?;
    Some(Finding { under: group.map(|finding| finding.rule).collect(), ..first })
}
