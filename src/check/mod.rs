//! Every rule over the whole world. The only room that makes a finding.

mod accept;
mod judge;
mod rank;

use rayon::prelude::*;

use crate::{
    confidence::Confidence,
    finding::{Accepted, Finding, Known},
    link::{Each, Linked, Subject, View, World, within},
    rule::{Rule, RuleSet},
};

/// What came of asking every rule.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    /// What the rules said, in the order of place.
    pub findings: Vec<Finding>,
    /// What they said and the files accept, with the reasons.
    pub accepted: Vec<Accepted>,
    /// What they said and a baseline knows already.
    pub known: Vec<Known>,
    /// What they said of an earlier version too, where one is set against it.
    pub before: Vec<Finding>,
    /// How many findings were less sure than the run asks for, and so not spelt out.
    pub hidden: usize,
}

impl Judged {
    /// Adds what was said of something else.
    pub fn add(&mut self, other: Self) {
        let Self { findings, accepted, known, before, hidden } = other;
        self.findings.extend(findings);
        self.accepted.extend(accepted);
        self.known.extend(known);
        self.before.extend(before);
        self.hidden += hidden;
    }

    /// Puts the findings in the order of place.
    pub fn sort(&mut self) {
        // In place, since there may be very many; no two of them are equal in all three.
        self.findings.sort_unstable_by(|one, two| (one.span, &one.rule, &one.fingerprint).cmp(&(two.span, &two.rule, &two.fingerprint)));
    }
}

/// The rules by what they are about, ready to be asked of one procedure after the other.
pub struct Asking<'r> {
    rules: &'r RuleSet,
    about: Vec<(Each, Vec<&'r Rule>)>,
}

impl<'r> Asking<'r> {
    /// Those of `rules`.
    pub fn new(rules: &'r RuleSet) -> Self {
        let about = Each::ALL.into_iter().map(|each| (each, rules.about(each).collect()));
        Self { rules, about: about.filter(|(_, rules): &(Each, Vec<&Rule>)| !rules.is_empty()).collect() }
    }

    /// What every rule has to say about a world that keeps its procedures.
    pub fn all(&self, world: &World) -> Judged {
        let mut judged = self.of_problems(world);
        let each: Vec<Judged> = world.procedures.par_iter().map(|linked| self.of_procedure(world, linked)).collect();
        each.into_iter().for_each(|one| judged.add(one));
        judged.sort();
        judged
    }

    /// What they have to say about what could not be understood.
    pub fn of_problems(&self, world: &World) -> Judged {
        let mut judged = Judged::default();
        let rules = self.about.iter().filter(|(each, _)| *each == Each::Problem).flat_map(|(_, rules)| rules);
        let rules: Vec<&Rule> = rules.copied().collect();
        for problem in &world.problems {
            speak(&rules, View { world, subject: Subject::Problem(problem) }, Confidence::Undetermined, &mut judged);
        }
        judge::number(&mut judged.findings, String::new);
        judged
    }

    /// What they have to say about one procedure: judged, ranked, numbered, and what the file accepts set aside.
    pub fn of_procedure(&self, world: &World, linked: &Linked) -> Judged {
        let mut judged = Judged::default();
        // What is accepted must be known in full, however unsure it is: an acceptance that is used must not look idle.
        let least = if linked.procedure.accepted.is_empty() { world.least } else { Confidence::Undetermined };
        for (each, rules) in &self.about {
            within(linked, *each, &mut |subject| speak(rules, View { world, subject }, least, &mut judged));
        }
        judge::number(&mut judged.findings, || format!("{}#{}", linked.procedure.name(), linked.ordinal));
        accept::apply(judged, self.rules, world, linked)
    }
}

/// What every rule has to say about `world`.
pub fn run(rules: &RuleSet, world: &World) -> Judged {
    Asking::new(rules).all(world)
}

/// What one rule came to over a whole world.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Of how many subjects it was asked.
    pub asked: usize,
    /// On how many of them it spoke, whether or not that is shown.
    pub spoke: usize,
}

/// Asks `rule` alone of every subject that it is about, and spells out what it says as a run does: for those who measure what a rule costs.
pub fn tally(rule: &Rule, world: &World) -> Tally {
    let (mut tally, mut judged) = (Tally::default(), Judged::default());
    let mut ask = |subject| {
        speak(&[rule], View { world, subject }, world.least, &mut judged);
        tally.asked += 1;
        tally.spoke += std::mem::take(&mut judged.hidden) + judged.findings.drain(..).count();
    };
    if rule.each == Each::Problem {
        world.problems.iter().for_each(|problem| ask(Subject::Problem(problem)));
    }
    world.procedures.iter().for_each(|linked| within(linked, rule.each, &mut ask));
    tally
}

/// Asks `rules` about one subject; of what they say the highest-ranked is kept, if it is sure enough.
fn speak(rules: &[&Rule], view: View<'_>, least: Confidence, judged: &mut Judged) {
    let spoken: Vec<(&Rule, Confidence)> = rules.iter().filter_map(|rule| Some((*rule, judge::ask(rule, view)?))).collect();
    for ranked in rank::ranked(spoken) {
        if ranked.confidence < least {
            judged.hidden += 1;
        } else {
            judged.findings.push(judge::spelt_out(ranked, view));
        }
    }
}
