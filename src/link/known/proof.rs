//! What a document shows, who must confirm it, who uses it, and how what it shows is looked up.

use std::collections::BTreeSet;

use crate::{
    link::{
        Linked, World,
        known::{document::named, said, title},
        law,
        linked::LinkedDocument,
    },
    recognise, text,
};

/// How far the source that holds it is shared, and with whom.
pub(super) fn holder_status(one: &LinkedDocument, world: &World) -> String {
    let Some(holder) = &one.holder else { return String::new() };
    let status = holder.status.map_or("none", |status| status.word());
    let whom = if holder.everybody || holder.status.is_none() { "" } else { ".some" };
    said::word("sharing", &format!("{status}{whom}"), &world.language)
}

/// Who must confirm it: the agencies that the file names, else the words of its title.
pub(super) fn confirmer(one: &LinkedDocument, world: &World) -> Option<String> {
    let named = one.document.confirmed_by.iter();
    let titles: Vec<&str> =
        named.map(|by| title(world.registers.agencies.get(&by.value).map(|known| &known.title), &by.value, &world.language)).collect();
    if titles.is_empty() { one.confirmer.clone() } else { Some(titles.join(", ")) }
}

/// Whether all whom the file names to confirm it are among those who settle the procedure.
pub(super) fn is_confirmed_here(linked: &Linked, one: &LinkedDocument) -> bool {
    let by = &one.document.confirmed_by;
    !by.is_empty() && by.iter().all(|by| linked.procedure.authority.iter().any(|own| own.value == by.value))
}

/// The titles of the documents before it that show only the same.
pub(super) fn same_as(linked: &Linked, one: &LinkedDocument, world: &World) -> Vec<String> {
    one.same_as
        .iter()
        .filter_map(|at| linked.documents.get(*at))
        .map(|other| said::filled("quoted", &named(other, world), &world.language))
        .collect()
}

/// The concepts that it shows.
fn concepts<'w>(one: &'w LinkedDocument, world: &'w World) -> BTreeSet<&'w str> {
    if !one.document.proves.is_empty() {
        return one.document.proves.iter().map(|name| name.value.as_str()).collect();
    }
    let known = one.evidence.iter().filter_map(|id| world.registers.evidence.get(id));
    known.flat_map(|known| &known.proves).map(String::as_str).collect()
}

/// What it shows, by the titles of the concepts.
pub(super) fn shows(one: &LinkedDocument, world: &World) -> Vec<String> {
    let said = |concept: &str| title(world.registers.concepts.get(concept), concept, &world.language).to_lowercase();
    concepts(one, world).into_iter().map(said).collect()
}

/// Whether a step uses it, or a condition is about something that it shows.
pub(super) fn is_used(linked: &Linked, one: &LinkedDocument, world: &World) -> bool {
    let id = one.document.id.as_ref();
    let by_step = linked.procedure.steps.iter().flat_map(|step| &step.uses).any(|used| id.is_some_and(|id| id.value == used.value));
    let shown = concepts(one, world);
    let about = linked.conditions.iter().filter_map(|one| one.condition.concept.as_ref());
    by_step || !one.document.used_by.is_empty() || about.into_iter().any(|concept| shown.contains(concept.value.as_str()))
}

/// Whether something that it shows is personal data.
pub(super) fn is_personal(one: &LinkedDocument, world: &World) -> bool {
    concepts(one, world).into_iter().any(|concept| world.registers.personal.contains(concept))
}

/// Whether it is said what happens where the look-up fails.
pub(super) fn has_fallback(linked: &Linked, one: &LinkedDocument, world: &World) -> bool {
    let document = &one.document;
    let by_words = document.only_if_not_found || document.waived_when.is_some();
    let by_file = document.query.as_ref().is_some_and(|query| !query.fallback.is_empty()) || linked.procedure.supplement_notice.is_some();
    let source = one.reads.as_ref().and_then(|source| world.registers.data_sources.get(source));
    let provision = source.and_then(|source| source.fallback.as_ref()).and_then(|cite| world.registers.provision(cite));
    by_words || by_file || provision.is_some_and(|provision| law::holds(&world.registers, provision, world.as_of))
}

/// The documents that are asked for in more copies than there are sets.
pub(super) fn several(linked: &Linked) -> impl Iterator<Item = &LinkedDocument> {
    let sets = linked.procedure.sets.as_ref().map_or(1, |sets| sets.value).max(linked.lawful_sets.unwrap_or(1));
    linked.documents.iter().filter(move |one| {
        let document = &one.document;
        let more = [&document.originals, &document.copies].into_iter().flatten().any(|count| count.value > sets);
        let by_applicant = document.obtained_by.as_deref().is_none_or(|by| by == "applicant");
        more && by_applicant && document.waived_when.is_none() && !document.only_if_not_found && !is_photograph(one)
    })
}

/// What a document is called, cut short.
pub(super) fn short(one: &LinkedDocument, world: &World) -> String {
    said::filled("quoted", &text::shorten(&named(one, world), 60), &world.language)
}

/// Two photographs are no copies of a paper: the second goes on the result.
fn is_photograph(one: &LinkedDocument) -> bool {
    recognise::is_photograph(one.document.title.said("vi"))
}
