//! The template on which a document is to be made, as far as its words and its form tell.

use crate::{
    link::{
        World,
        known::said,
        law::{self, Force},
        linked::{Linked, LinkedDocument},
    },
    recognise,
};

/// Whether it is a form that the applicant fills in: by its type, or by the words it begins with.
pub(super) fn is_form(one: &LinkedDocument) -> bool {
    one.self_made || recognise::is_form(one.document.title.said("vi"))
}

/// Whether a template that hangs at another place of the procedure may be the one meant: of the same number, or any where no number is named.
pub(super) fn is_elsewhere(linked: &Linked, one: &LinkedDocument) -> bool {
    let named = recognise::template_numbers(one.document.title.said("vi"));
    let published = linked.forms.iter().filter(|form| form.form.template != Some(false));
    let mut titles = published.map(|form| recognise::numbers(form.form.title.said("vi")));
    if named.is_empty() { titles.next().is_some() } else { titles.any(|own| named.iter().any(|number| own.contains(number))) }
}

/// Whether the words send the applicant to a template.
pub(super) fn is_named(one: &LinkedDocument) -> bool {
    one.template.told(one.document.title.said("vi")).named
}

/// Whether a template of its form is published; nothing where it has no form, or where that is not said.
pub(super) fn is_published(linked: &Linked, one: &LinkedDocument) -> Option<bool> {
    let name = one.document.form.as_ref()?;
    linked.forms.iter().find(|form| form.form.id == name.value)?.form.template
}

/// The instrument with which the template was issued, as the words name it.
pub(super) fn instrument(one: &LinkedDocument) -> Option<&str> {
    one.template.told(one.document.title.said("vi")).instrument.as_deref()
}

/// Whether the procedure cites that instrument, wherever.
pub(super) fn is_cited(linked: &Linked, one: &LinkedDocument) -> bool {
    instrument(one).is_some_and(|number| linked.uses.iter().any(|used| used.number == number))
}

/// Whether that instrument has ended by the day of the run, as the register knows.
pub(super) fn has_ended(one: &LinkedDocument, world: &World) -> bool {
    instrument(one).is_some_and(|number| law::force_of(&world.registers, number, world.as_of) == Force::Ended)
}

/// Whether it was read that no later text keeps templates of that instrument for applicants.
pub(super) fn is_surely_ended(one: &LinkedDocument, world: &World) -> bool {
    let known = instrument(one).and_then(|number| world.registers.instruments.get(number));
    known.is_some_and(|known| known.templates_end_where.is_some())
}

/// Since when that instrument holds no longer, and by what, in the language of the run; empty where it holds.
pub(super) fn ended_said(one: &LinkedDocument, world: &World) -> String {
    let number = instrument(one).filter(|_| has_ended(one, world));
    let known = number.and_then(|number| world.registers.instruments.get(number));
    let Some((known, until)) = known.and_then(|known| Some((known, known.valid.until?))) else { return String::new() };
    let by = known.repealed_by.as_ref().or_else(|| known.replaced_by.first());
    let by = by.map_or_else(String::new, |by| said::filled("force.by", &said::instrument(by, world), &world.language));
    said::filled("force.ended", &said::date(until, &world.language), &world.language) + &by
}

/// Whether the words are those of another document too, which is rather the form: a row that was parted keeps its words with each part.
pub(super) fn is_anothers(linked: &Linked, one: &LinkedDocument) -> bool {
    let same = |other: &&LinkedDocument| other.at != one.at && other.document.title.said("vi") == one.document.title.said("vi");
    linked.documents.iter().filter(same).any(|other| (other.self_made, one.at) > (one.self_made, other.at))
}
