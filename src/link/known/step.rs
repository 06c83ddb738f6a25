//! What is known of a step.

use crate::{
    link::{
        World, dependence,
        known::{BOOL, COUNT, Row, TEXT, TEXT_OR_NULL, TEXTS, facts, said, strings, title},
        subject::Subject,
    },
    model::Step,
};

/// One row for each word a rule may use after `step.`.
pub(super) const STEP: &[Row] = facts![Subject::Step(linked, one, at), world;
    ("id", TEXT, "its name within the procedure", one.id.as_str()),
    ("title", TEXT, "what it is called", one.title.said(&world.language)),
    ("name", TEXT, "what it is called; its name within the procedure where it has no title", name(one, &world.language)),
    ("by", TEXT_OR_NULL, "who does it", one.by.as_ref().map(|by| by.value.as_str())),
    ("kind", TEXT_OR_NULL, "what sort of step it is", one.kind.as_deref()),
    ("by_applicant", BOOL, "whether the applicant does it or has to come for it",
        one.by.as_ref().is_some_and(|by| by.value == "applicant") || one.visits.iter().flatten().any(|visits| *visits > 0)),
    ("cites_law", BOOL, "whether it cites a provision itself", !one.legal_basis.is_empty()),
    ("in_law", BOOL, "whether a provision in force lays down a step of that sort for this procedure",
        one.kind.as_ref().is_some_and(|kind| linked.step_law.kinds.contains(kind))),
    ("law_confidence", TEXT, "how completely the register knows the steps of this procedure", linked.step_law.known.word()),
    ("medium", TEXT_OR_NULL, "on what it is done: `electronic`, `paper`, `mixed`", one.medium.as_ref().map(|medium| medium.value.as_str())),
    ("in", TEXT_OR_NULL, "how long it may take", one.within.as_ref().map(|within| within.value.to_string())),
    ("unlimited", BOOL, "whether it is said that no limit is set for it: `in: null`", one.unlimited),
    ("silence", TEXT_OR_NULL, "what silence of a consulted body means: `consent` or `none`", one.silence.as_deref()),
    ("needless", TEXTS, "the steps that stand directly before it, in another office, and of which it uses nothing, where both say what they use and give",
        dependence::needless(&linked.procedure.steps, at).iter().filter_map(|one| linked.procedure.steps.get(*one)).map(|one| name(one, &world.language).to_owned()).collect::<Vec<_>>()),
    ("saves_clause", TEXT, "how much sooner the steps are over without waiting for them, as a clause to stand behind a sentence; empty where that is not known",
        dependence::saved(&linked.procedure, at).map_or_else(String::new, |length| said::filled("step.saves", &said::lengths(length, &world.language), &world.language))),
    ("carried", TEXTS, "the papers that the applicant carries in it from the office that gave them to another office of the same case",
        dependence::carried(&linked.procedure.steps, at).map(|one| one.papers).unwrap_or_default()),
    ("carried_from", TEXT, "the office that gave the first of them", dependence::carried(&linked.procedure.steps, at).map_or_else(String::new, |one| agency(world, &one.from))),
    ("carried_to", TEXT, "the office that gets it", dependence::carried(&linked.procedure.steps, at).map_or_else(String::new, |one| agency(world, &one.to))),
    ("office_visits", COUNT, "how often who applied in person must come for it", one.visits.first().copied().flatten().unwrap_or(0)),
    ("online_visits", COUNT, "how often who applied online must come for it", one.visits.get(1).copied().flatten().unwrap_or(0)),
    ("who", TEXTS, "who published the procedure", strings(&linked.publisher)),
];

/// What a step is called; its id where it has no title.
pub(super) fn name<'s>(step: &'s Step, language: &str) -> &'s str {
    let title = step.title.said(language);
    if title.is_empty() { &step.id } else { title }
}

/// What an agency is called; its name where no register knows it.
pub(super) fn agency(world: &World, id: &str) -> String {
    title(world.registers.agencies.get(id).map(|known| &known.title), id, &world.language).to_owned()
}
