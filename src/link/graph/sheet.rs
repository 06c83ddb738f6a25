//! One form, as several procedures spell out its fields.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    link::{card::Card, graph::Member, shelf::Shelf},
    model::{Field, FormSheet, Procedure},
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
    /// What the first of them calls it, in the language of the run.
    pub title: String,
    /// The procedures that spell it out, with the place of the form in each, by name.
    pub places: Vec<(Member, Span)>,
    /// What stands beside the fields, in that language, that some ask for and others do not.
    pub apart: Vec<String>,
    /// The form's place in the list of the first.
    pub at: usize,
}

/// A form as one procedure spells it out.
#[derive(Clone, Debug)]
pub(in crate::link) struct Sheet {
    evidence: Arc<str>,
    version: Option<Arc<str>>,
    title: Box<str>,
    span: Span,
    /// Its place in the list.
    at: usize,
    /// What stands beside each field, by what it asks for.
    fields: BTreeMap<Arc<str>, Arc<str>>,
}

/// What makes two sheets the same form: its type and the version that both state.
type Form = (Arc<str>, Option<Arc<str>>);

/// The forms of a catalogue that are spelt out, each with the places of the procedures.
#[derive(Default)]
pub(in crate::link) struct Sheets(BTreeMap<Form, Vec<(usize, Sheet)>>);

impl Sheets {
    /// Takes in what the procedure at `by` spells out.
    pub(in crate::link) fn add(&mut self, by: usize, sheets: Vec<Sheet>) {
        for sheet in sheets {
            let same = (Arc::clone(&sheet.evidence), sheet.version.clone());
            self.0.entry(same).or_default().push((by, sheet));
        }
    }

    /// Every form that several procedures spell out, with the place of the first by name.
    pub(super) fn all(self, cards: &[Card]) -> Vec<(usize, FormUse)> {
        self.0.into_values().filter_map(|spelt| held_together(spelt, cards)).collect()
    }
}

/// The forms of `procedure` that have a type and fields.
pub(in crate::link) fn sheets(procedure: &Procedure, shelf: &Shelf<'_>) -> Vec<Sheet> {
    let language = shelf.terms.language.as_str();
    let sheet = |(at, form): (usize, &FormSheet)| {
        let evidence = form.evidence.as_ref().filter(|_| !form.fields.is_empty())?;
        let fields = form.fields.iter().map(|field| (shelf.word(&asks(field)), shelf.word(field.label.said(language))));
        Some(Sheet {
            evidence: shelf.word(&evidence.value),
            version: form.version.as_deref().map(|version| shelf.word(version)),
            title: form.title.said(language).into(),
            span: form.span,
            at,
            fields: fields.collect(),
        })
    };
    procedure.forms.iter().enumerate().filter_map(sheet).collect()
}

/// What a field asks for: by what stands beside it, since two may ask for one concept of two people.
fn asks(field: &Field) -> String {
    let label = text::plain(field.label.said("vi"));
    if label.is_empty() { field.id.clone() } else { label }
}

fn held_together(mut spelt: Vec<(usize, Sheet)>, cards: &[Card]) -> Option<(usize, FormUse)> {
    spelt.sort_by_cached_key(|(by, sheet)| (cards.get(*by).map(Card::name), sheet.span));
    spelt.dedup_by(|one, other| one.0 == other.0);
    let mut asked: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for (field, label) in spelt.iter().flat_map(|(_, sheet)| &sheet.fields) {
        asked.entry(field).or_insert((0, label)).0 += 1;
    }
    let many = spelt.len();
    let apart: BTreeSet<&str> = asked.iter().filter(|(_, (count, _))| *count < many).map(|(field, _)| *field).collect();
    let (by, first) = spelt.first().filter(|_| many > 1)?;
    let places = spelt.iter().filter_map(|(by, sheet)| Some((Member::of(cards.get(*by)?), sheet.span)));
    let used = FormUse {
        evidence: first.evidence.to_string(),
        version: first.version.as_deref().map(str::to_owned),
        title: first.title.to_string(),
        places: places.collect(),
        apart: apart.iter().filter_map(|field| asked.get(field)).map(|(_, label)| (*label).to_owned()).collect(),
        at: first.at,
    };
    Some((*by, used))
}
