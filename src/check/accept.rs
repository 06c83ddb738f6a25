//! The second pass: what the file accepts is set aside, and the acceptances themselves are judged.

use crate::{
    check::{Judged, judge, speak},
    finding::{Accepted, Finding},
    link::{AcceptanceUse, Each, Linked, Subject, View, World},
    rule::{Rule, RuleSet},
    span::Span,
};

/// Sets aside what the procedure accepts, and adds what the rules say of its acceptances.
pub(super) fn apply(all: Judged, rules: &RuleSet, world: &World, linked: &Linked) -> Judged {
    if linked.procedure.accepted.is_empty() {
        return all;
    }
    let mut uses: Vec<AcceptanceUse> = linked
        .procedure
        .accepted
        .iter()
        .enumerate()
        .map(|(at, acceptance)| {
            let rule = rules.rules.get(&acceptance.rule.value);
            AcceptanceUse {
                acceptance: acceptance.clone(),
                at,
                known: rule.is_some(),
                mandatory: rule.is_some_and(|rule| rule.mandatory),
                expired: acceptance.until.is_some_and(|until| until <= world.as_of),
                used: 0,
            }
        })
        .collect();
    let mut judged = Judged { hidden: all.hidden, ..Judged::default() };
    for finding in all.findings {
        match uses.iter_mut().find(|one| covers(one, &finding)) {
            Some(one) => {
                one.used += 1;
                let (because, until) = (one.acceptance.because.clone(), one.acceptance.until);
                judged.accepted.push(Accepted { finding, because, until });
            }
            None => judged.findings.push(finding),
        }
    }
    let about: Vec<&Rule> = rules.about(Each::Acceptance).collect();
    let mut second = Judged::default();
    for one in &uses {
        speak(&about, View { world, subject: Subject::Acceptance(linked, one) }, world.least, &mut second);
    }
    judge::number(&mut second.findings, || format!("{}#{}", linked.procedure.name(), linked.ordinal));
    judged.findings.extend(second.findings);
    judged
}

/// Whether an acceptance that holds covers a finding: the same rule, at or below its pointer.
fn covers(one: &AcceptanceUse, finding: &Finding) -> bool {
    let acceptance = &one.acceptance;
    let holds = !one.expired && !one.mandatory && acceptance.fault.is_none() && acceptance.rule.value == finding.rule;
    let below = |at: &String| finding.pointer.strip_prefix(at.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let beside = |line: &Span| line.file == finding.span.file && line.range().contains(&finding.span.range().start);
    holds && (acceptance.at.as_ref().is_some_and(below) || acceptance.line.as_ref().is_some_and(beside))
}
