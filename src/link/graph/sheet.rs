//! One form, as several procedures spell out its fields.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    link::{Linked, LinkedField, LinkedForm, graph::Member},
    model::Words,
    span::Span,
    text,
};

/// A form of which several procedures spell out the fields.
#[derive(Clone, Debug)]
pub struct FormUse {
    /// Its type.
    pub evidence: String,
    /// Which version of the template, where all of them say it.
    pub version: Option<String>,
    /// What the first of them calls it.
    pub title: Words,
    /// The procedures that spell it out, with the place of the form in each, by name.
    pub places: Vec<(Member, Span)>,
    /// What stands beside the fields that some ask for and others do not.
    pub apart: Vec<Words>,
    /// The form's place in the list of the first.
    pub at: usize,
}

/// A form as one procedure spells it out.
struct Spelt<'l> {
    by: usize,
    linked: &'l Linked,
    form: &'l LinkedForm,
    fields: BTreeMap<String, &'l Words>,
}

/// Every form that several procedures spell out, with the place of the first by name.
pub(super) fn all(all: &[Linked]) -> Vec<(usize, FormUse)> {
    let mut sheets: BTreeMap<(&str, Option<&str>), Vec<Spelt<'_>>> = BTreeMap::new();
    for (by, linked) in all.iter().enumerate().filter(|(_, linked)| !linked.fields.is_empty()) {
        for form in &linked.forms {
            let fields: BTreeMap<String, &Words> = fields(linked, form).collect();
            let Some(evidence) = form.form.evidence.as_ref().filter(|_| !fields.is_empty()) else { continue };
            let same = (evidence.value.as_str(), form.form.version.as_deref());
            sheets.entry(same).or_default().push(Spelt { by, linked, form, fields });
        }
    }
    sheets.into_iter().filter_map(|((evidence, version), spelt)| held_together(evidence, version, spelt)).collect()
}

/// The fields of a form, by what they ask for.
fn fields<'l>(linked: &'l Linked, form: &LinkedForm) -> impl Iterator<Item = (String, &'l Words)> {
    let at = form.at;
    linked.fields.iter().filter(move |one| one.at.0 == at).map(|one| (asks(one), &one.field.label))
}

/// What a field asks for: by what stands beside it, since two may ask for one concept of two people.
fn asks(one: &LinkedField) -> String {
    let label = text::plain(one.field.label.said("vi"));
    if label.is_empty() { one.field.id.clone() } else { label }
}

fn held_together(evidence: &str, version: Option<&str>, mut spelt: Vec<Spelt<'_>>) -> Option<(usize, FormUse)> {
    let name = |one: &Spelt<'_>| (one.linked.procedure.name(), one.form.form.span);
    spelt.sort_by_cached_key(name);
    spelt.dedup_by(|one, other| one.by == other.by);
    let mut asked: BTreeMap<&str, (usize, &Words)> = BTreeMap::new();
    for (field, label) in spelt.iter().flat_map(|one| &one.fields) {
        asked.entry(field.as_str()).or_insert((0, *label)).0 += 1;
    }
    let many = spelt.len();
    let apart: BTreeSet<&str> = asked.iter().filter(|(_, (count, _))| *count < many).map(|(field, _)| *field).collect();
    let first = spelt.first().filter(|_| many > 1)?;
    let used = FormUse {
        evidence: evidence.to_owned(),
        version: version.map(str::to_owned),
        title: first.form.form.title.clone(),
        places: spelt.iter().map(|one| (Member::of(one.linked), one.form.form.span)).collect(),
        apart: apart.iter().filter_map(|field| asked.get(field)).map(|(_, label)| (*label).clone()).collect(),
        at: first.form.at,
    };
    Some((first.by, used))
}
