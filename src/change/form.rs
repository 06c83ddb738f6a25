//! The forms and their fields in two versions.

use crate::{
    change::{
        Found, Kind, Thing,
        pair::{Matched, matched},
        sign, whole,
    },
    model::{Field, FormSheet},
    text,
};

/// The forms, and within those that stand in both the fields.
pub(super) fn compare(found: &mut Found<'_>) {
    let (old, new) = (found.old, found.new);
    let named = |one: &FormSheet| Some(one.id.clone()).filter(|id| !id.is_empty());
    let typed = |one: &FormSheet| one.evidence.as_ref().map(|name| name.value.clone());
    let worded = |one: &FormSheet| sign(&one.title);
    let Matched { same, gone, new: fresh } = matched(&old.forms, &new.forms, &[&named, &typed, &worded]);
    for (was, is) in same {
        let (Some(before), Some(now)) = (old.forms.get(was), new.forms.get(is)) else { continue };
        sheet(found, (before, was), (now, is));
    }
    for at in fresh {
        new.forms.get(at).into_iter().for_each(|form| found.added(Kind::FormAdded, &thing(form, at), "forms"));
    }
    for at in gone {
        old.forms.get(at).into_iter().for_each(|form| found.removed(Kind::FormRemoved, &thing(form, at), "forms"));
    }
}

fn thing(form: &FormSheet, at: usize) -> Thing {
    let title = text::one_line(form.title.said("vi"));
    Thing {
        key: form.id.clone(),
        what: if title.is_empty() { form.id.clone() } else { title },
        pointer: format!("/forms/{at}"),
        span: form.span,
        papers: form.evidence.iter().map(|name| name.value.clone()).collect(),
        line: Some(("form", form.id.clone())),
    }
}

/// What differs in one form that stands in both versions.
fn sheet(found: &mut Found<'_>, (old, at): (&FormSheet, usize), (new, place): (&FormSheet, usize)) {
    let (was, is) = (thing(old, at), thing(new, place));
    match (old.interactive, new.interactive) {
        (Some(true), Some(false) | None) => found.changed(Kind::FormOffline, &was, &is, Default::default()),
        (Some(false) | None, Some(true)) => found.changed(Kind::FormOnline, &was, &is, Default::default()),
        _ => (),
    }
    if old.version != new.version {
        let said = |version: &Option<String>| version.clone().unwrap_or_default();
        found.changed(Kind::FormVersion, &was, &is, (said(&old.version), said(&new.version)));
    }
    whole::ground(found, &was, &is, (&old.legal_basis, &new.legal_basis));
    fields(found, (old, &was), (new, &is));
}

fn fields(found: &mut Found<'_>, (old, was): (&FormSheet, &Thing), (new, is): (&FormSheet, &Thing)) {
    let named = |one: &Field| Some(one.id.clone()).filter(|id| !id.is_empty());
    let meant = |one: &Field| one.concept.as_ref().map(|name| name.value.clone());
    let worded = |one: &Field| sign(&one.label);
    let Matched { same, gone, new: fresh } = matched(&old.fields, &new.fields, &[&named, &meant, &worded]);
    let place = |form: &Thing, field: &Field, at: usize| {
        let label = text::one_line(field.label.said("vi"));
        Thing {
            key: format!("{}/{}", form.key, field.id),
            what: if label.is_empty() { field.id.clone() } else { label },
            pointer: format!("{}/fields/{at}", form.pointer),
            span: field.span,
            line: form.line.clone(),
            ..Thing::default()
        }
    };
    for (before, now) in same {
        let (Some(mine), Some(its)) = (old.fields.get(before), new.fields.get(now)) else { continue };
        field(found, (mine, &place(was, mine, before)), (its, &place(is, its, now)));
    }
    for at in fresh {
        new.fields.get(at).into_iter().for_each(|field| found.added(Kind::FieldAdded, &place(is, field, at), "forms"));
    }
    for at in gone {
        old.fields.get(at).into_iter().for_each(|field| found.removed(Kind::FieldRemoved, &place(was, field, at), "forms"));
    }
}

/// What differs in one field: who fills it in, and who must confirm it.
fn field(found: &mut Found<'_>, (old, was): (&Field, &Thing), (new, is): (&Field, &Thing)) {
    let filled = |one: &Field| one.prefill.as_deref().is_some_and(|word| word != "none");
    match (filled(old), filled(new)) {
        (true, false) => found.changed(Kind::PrefillLost, was, is, Default::default()),
        (false, true) => found.changed(Kind::PrefillGained, was, is, Default::default()),
        _ => (),
    }
    let by = |one: &Field| one.by.iter().map(|by| by.value.clone()).filter(|by| by != "applicant").collect();
    found.named((Kind::ConfirmationAdded, Kind::ConfirmationRemoved), was, is, &(by(old), by(new)));
}
