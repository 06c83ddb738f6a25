//! What goes when something is taken out: the thing, and what named it.

use crate::{
    model::Procedure,
    simplify::stroke::{Stroke, shifted},
    span::Spanned,
};

/// Takes an item out of a list of so many, and moves the acceptances that count places in it.
pub(super) fn item(procedure: &Procedure, list: &str, len: usize, at: usize) -> Vec<Stroke> {
    if at >= len {
        return Vec::new();
    }
    let gone = format!("{list}/{at}");
    let mut strokes = vec![Stroke::Remove(gone.clone())];
    // From the last to the first, so that one that goes does not move those still to be looked at.
    for (place, one) in procedure.accepted.iter().enumerate().rev() {
        // What a comment accepts stands beside its thing, and goes or stays with it.
        let Some(pointer) = one.at.as_ref().filter(|pointer| one.line.is_none() && !pointer.is_empty()) else { continue };
        match shifted(pointer, &gone) {
            Some(same) if same == *pointer => (),
            Some(moved) => strokes.push(Stroke::Set(format!("/accepted/{place}/at"), moved.into())),
            None => strokes.push(Stroke::Remove(format!("/accepted/{place}"))),
        }
    }
    strokes
}

/// Takes a document out, from the steps that use it as well, and its form where nothing else is made on it.
pub(super) fn document(procedure: &Procedure, at: usize) -> Vec<Stroke> {
    let Some(document) = procedure.documents.get(at) else { return Vec::new() };
    let others = || procedure.documents.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, other)| other);
    let mut strokes = Vec::new();
    if let Some(id) = document.id.as_ref().map(|id| &id.value).filter(|id| !others().any(|other| named(other.id.as_ref(), id))) {
        let given = procedure.steps.iter().any(|step| step.gives.iter().any(|gives| gives.value == *id));
        if !given {
            strokes.extend(unused(procedure, id));
        }
    }
    let mut after = procedure.clone();
    strokes.iter().for_each(|stroke| crate::simplify::model::strike(&mut after, stroke));
    let form = document.form.as_ref().filter(|form| !others().any(|other| named(other.form.as_ref(), &form.value)));
    if let Some(place) = form.and_then(|form| procedure.forms.iter().position(|one| one.id == form.value)) {
        let gone = item(&after, "/forms", after.forms.len(), place);
        gone.iter().for_each(|stroke| crate::simplify::model::strike(&mut after, stroke));
        strokes.extend(gone);
    }
    strokes.extend(item(&after, "/dossier/documents", after.documents.len(), at));
    strokes
}

/// Takes a step out; what waited for it waits for what it waited for.
pub(super) fn step(procedure: &Procedure, at: usize) -> Vec<Stroke> {
    let Some(step) = procedure.steps.get(at) else { return Vec::new() };
    let mut strokes = Vec::new();
    for (place, other) in procedure.steps.iter().enumerate().filter(|(place, other)| *place != at && other.id != step.id) {
        strokes.extend(bypassed(place, &other.after, &step.id, &step.after));
    }
    for (place, document) in procedure.documents.iter().enumerate() {
        strokes.extend(without(&format!("/dossier/documents/{place}/used_by"), &document.used_by, &step.id));
    }
    for (form, sheet) in procedure.forms.iter().enumerate() {
        for (place, field) in sheet.fields.iter().enumerate() {
            strokes.extend(without(&format!("/forms/{form}/fields/{place}/used_by"), &field.used_by, &step.id));
        }
    }
    let others = || procedure.steps.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, other)| other);
    let lost = step.gives.iter().filter(|gives| {
        let kept = others().any(|other| other.gives.iter().any(|name| name.value == gives.value));
        !kept && !procedure.documents.iter().any(|document| named(document.id.as_ref(), &gives.value))
    });
    let mut after = procedure.clone();
    strokes.iter().for_each(|stroke| crate::simplify::model::strike(&mut after, stroke));
    for name in lost {
        let gone = unused(&after, &name.value);
        gone.iter().for_each(|stroke| crate::simplify::model::strike(&mut after, stroke));
        strokes.extend(gone);
    }
    strokes.extend(item(&after, "/steps", after.steps.len(), at));
    strokes
}

/// Takes a field out of its form.
pub(super) fn field(procedure: &Procedure, form: usize, at: usize) -> Vec<Stroke> {
    let fields = procedure.forms.get(form).map_or(0, |sheet| sheet.fields.len());
    item(procedure, &format!("/forms/{form}/fields"), fields, at)
}

/// Lets a step begin without the steps of those names or titles, at the time at which these begin.
pub(super) fn waiting(procedure: &Procedure, at: usize, needless: &[String]) -> Vec<Stroke> {
    let Some(step) = procedure.steps.get(at) else { return Vec::new() };
    let means =
        |name: &str| procedure.steps.iter().find(|one| one.id == name || [one.title.said("vi"), one.title.said("en")].contains(&name));
    let mut after = step.after.clone();
    let mut strokes = Vec::new();
    for other in needless.iter().filter_map(|name| means(name)).filter(|other| other.id != step.id) {
        let passed = bypassed(at, &after, &other.id, &other.after);
        if !passed.is_empty() {
            after.retain(|name| name.value != other.id);
            let more: Vec<_> = other.after.iter().filter(|name| !named_in(&after, &name.value)).cloned().collect();
            after.extend(more);
        }
        strokes.extend(passed);
    }
    strokes
}

/// The step at `place`, which waits for `after`, waits no longer for `gone`, but for what that waited for.
fn bypassed(place: usize, after: &[Spanned<String>], gone: &str, before: &[Spanned<String>]) -> Vec<Stroke> {
    let list = format!("/steps/{place}/after");
    let mut strokes = without(&list, after, gone);
    if !strokes.is_empty() {
        let more = before.iter().filter(|name| !named_in(after, &name.value) && name.value != gone);
        strokes.extend(more.map(|name| Stroke::Add(list.clone(), name.value.as_str().into())));
    }
    strokes
}

/// No step uses what is called so any more.
fn unused(procedure: &Procedure, name: &str) -> Vec<Stroke> {
    let steps = procedure.steps.iter().enumerate();
    steps.flat_map(|(place, step)| without(&format!("/steps/{place}/uses"), &step.uses, name)).collect()
}

/// Takes a name out of a list of names, wherever it stands in it.
fn without(list: &str, names: &[Spanned<String>], name: &str) -> Vec<Stroke> {
    let places = names.iter().enumerate().rev().filter(|(_, one)| one.value == name);
    places.map(|(place, _)| Stroke::Remove(format!("{list}/{place}"))).collect()
}

fn named(name: Option<&Spanned<String>>, wanted: &str) -> bool {
    name.is_some_and(|name| name.value == wanted)
}

fn named_in(names: &[Spanned<String>], wanted: &str) -> bool {
    names.iter().any(|name| name.value == wanted)
}
