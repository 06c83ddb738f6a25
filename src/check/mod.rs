//! Every rule over the whole world. The only room that makes a finding.

mod accept;
mod judge;
mod rank;

use rayon::prelude::*;

use crate::{
    finding::Finding,
    link::{Each, Linked, Subject, View, World, within},
    rule::RuleSet,
};

/// What came of asking every rule.
#[derive(Debug, Default)]
pub struct Judged {
    /// What the rules said, in the order of place.
    pub findings: Vec<Finding>,
    /// What they said and the files accept, with the reasons.
    pub accepted: Vec<(Finding, String)>,
}

/// What every rule has to say about `world`.
pub fn run(rules: &RuleSet, world: &World) -> Judged {
    let mut judged = of_problems(rules, world);
    let each: Vec<Judged> = world.procedures.par_iter().map(|linked| of_procedure(rules, world, linked)).collect();
    for one in each {
        judged.findings.extend(one.findings);
        judged.accepted.extend(one.accepted);
    }
    judged.findings.sort_by(|one, two| (one.span, &one.rule, &one.fingerprint).cmp(&(two.span, &two.rule, &two.fingerprint)));
    judged
}

fn of_problems(rules: &RuleSet, world: &World) -> Judged {
    let mut findings = Vec::new();
    for problem in &world.problems {
        let view = View { world, subject: Subject::Problem(problem) };
        findings.extend(rules.about(Each::Problem).filter_map(|rule| judge::ask(rule, view)));
    }
    judge::number(&mut findings, "");
    Judged { findings, accepted: Vec::new() }
}

/// What every rule has to say about one procedure: judged, ranked, numbered, and what the file accepts set aside.
fn of_procedure(rules: &RuleSet, world: &World, linked: &Linked) -> Judged {
    let mut findings = Vec::new();
    for each in Each::ALL {
        let about: Vec<_> = rules.about(each).collect();
        if about.is_empty() {
            continue;
        }
        within(linked, each, &mut |subject| {
            let view = View { world, subject };
            findings.extend(about.iter().filter_map(|rule| judge::ask(rule, view)));
        });
    }
    let mut findings = rank::ranked(findings, rules);
    judge::number(&mut findings, &format!("{}#{}", linked.procedure.name(), linked.ordinal));
    accept::apply(findings, rules, world, linked)
}
