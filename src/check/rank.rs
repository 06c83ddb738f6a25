//! Of one subject and aspect only the highest-ranked rule shows; the rest stand under it.

use std::cmp::Reverse;

use crate::{confidence::Confidence, rule::Rule};

/// A rule that speaks on a subject, how sure, and the rules that say the same and rank lower.
pub(super) struct Ranked<'r> {
    /// The rule.
    pub rule: &'r Rule,
    /// How sure it is.
    pub confidence: Confidence,
    /// The rules under it.
    pub under: Vec<String>,
}

/// The rules that show, of all that spoke on one subject.
pub(super) fn ranked<'r>(mut spoken: Vec<(&'r Rule, Confidence)>) -> Vec<Ranked<'r>> {
    let outranked: Vec<String> = match spoken.as_slice() {
        [] | [_] => Vec::new(),
        many => many.iter().flat_map(|(rule, _)| rule.outranks.iter().cloned()).collect(),
    };
    // Those that no other outranks first; among them the worst, the surest, the first by name.
    spoken.sort_by_key(|(rule, confidence)| {
        (outranked.contains(&rule.id), Reverse(rule.severity(*confidence)), Reverse(*confidence), &rule.id)
    });
    let mut shown: Vec<Ranked<'r>> = Vec::new();
    for (rule, confidence) in spoken {
        let same = |one: &&mut Ranked<'_>| rule.aspect.is_some() && one.rule.aspect == rule.aspect;
        match shown.iter_mut().find(same) {
            Some(higher) => higher.under.push(rule.id.clone()),
            None => shown.push(Ranked { rule, confidence, under: Vec::new() }),
        }
    }
    shown
}
