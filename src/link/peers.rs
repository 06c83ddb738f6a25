//! Procedures of one title, side by side: how the versions of different publishers, levels and offices differ.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::{
    link::{Linked, LinkedDocument, LinkedLimit, World},
    recognise::title,
    text,
};

/// Procedures that bear one title.
#[derive(Clone, Debug)]
pub struct Peers {
    /// The title, as the first of them writes it.
    pub title: String,
    /// The procedures, by publisher and code.
    pub versions: Vec<Version>,
    /// The papers that some of them always ask for and others do not: the name, and how many ask.
    pub papers: Vec<(String, usize)>,
}

/// What one of them asks.
#[derive(Clone, Debug)]
pub struct Version {
    /// Its code.
    pub code: String,
    /// The province that published it; nothing for a national version.
    pub publisher: Option<String>,
    /// What that province's office is called, where the registers know it; else the name in the file.
    pub published_by: Option<String>,
    /// Where it is settled.
    pub levels: Vec<String>,
    /// How long it may take, one for each case and area.
    pub limits: Vec<Length>,
    /// How many documents it asks for in some case.
    pub documents: usize,
    /// How many of them everybody must bring.
    pub always: usize,
    /// Its fees: an amount, who sets it, or nothing where the file only has words.
    pub fees: Vec<String>,
}

/// One time limit.
#[derive(Clone, Debug)]
pub struct Length {
    /// How long, as written; nothing where it could not be read.
    pub within: Option<String>,
    /// Where it holds.
    pub area: Option<String>,
    /// The cases it holds for, by their titles or in the words of the file.
    pub cases: Vec<String>,
    /// Whether it holds only in some case, or could not be read whole.
    pub conditional: bool,
    /// The channel it holds for.
    pub channel: Option<String>,
    /// The fewest calendar days that it means, to compare by.
    pub days: Option<Decimal>,
}

/// The titles that several procedures of `world` bear, in order, where all of `wanted` is among the words of the title.
pub fn of(world: &World, wanted: &str) -> Vec<Peers> {
    let provinces: BTreeSet<&str> = world.procedures.iter().filter_map(|linked| linked.procedure.issued_by.as_deref()).collect();
    let wanted = text::plain(wanted);
    let mut groups: BTreeMap<String, Vec<&Linked>> = BTreeMap::new();
    for linked in &world.procedures {
        let subject = title::subject(linked.procedure.title.said("vi"), &provinces);
        let fits = wanted.split(' ').all(|word| format!(" {subject} ").contains(&format!(" {word} ")) || word.is_empty());
        if fits && !subject.is_empty() {
            groups.entry(subject).or_default().push(linked);
        }
    }
    groups.into_values().filter(|group| group.len() > 1).map(|group| peers(group, world)).collect()
}

fn peers(mut group: Vec<&Linked>, world: &World) -> Peers {
    group.sort_by_key(|linked| (&linked.procedure.issued_by, &linked.procedure.code.value, linked.procedure.span));
    let mut asked: BTreeMap<&str, usize> = BTreeMap::new();
    for linked in &group {
        let papers: BTreeSet<&str> = linked.documents.iter().filter(|one| is_always(one)).flat_map(only_type).collect();
        papers.into_iter().for_each(|paper| *asked.entry(paper).or_default() += 1);
    }
    let some = asked.into_iter().filter(|(_, count)| *count < group.len());
    let named =
        |id: &str| world.registers.evidence.get(id).map_or_else(|| id.to_owned(), |known| known.title.said(&world.language).to_owned());
    let first = group.first().map(|linked| linked.procedure.title.said(&world.language));
    Peers {
        title: without_place(&text::one_line(first.unwrap_or_default()), &group),
        papers: some.map(|(id, count)| (named(id), count)).collect(),
        versions: group.into_iter().map(|linked| version(linked, world)).collect(),
    }
}

/// A title without the province in brackets behind it, where one of the procedures was published there.
fn without_place(title: &str, group: &[&Linked]) -> String {
    let bare = title.strip_suffix(')').and_then(|title| title.rsplit_once(" ("));
    let published = |place: &str| group.iter().any(|linked| linked.procedure.issued_by.as_deref() == Some(place));
    bare.filter(|(_, place)| published(&text::plain(place).replace(' ', "-"))).map_or(title, |(bare, _)| bare).to_owned()
}

fn version(linked: &Linked, world: &World) -> Version {
    let language = world.language.as_str();
    let procedure = &linked.procedure;
    let fees = linked.fees.iter().map(|one| match (&one.fee.amount, &one.fee.set_by) {
        (Some(amount), _) => amount.to_string(),
        (None, Some(by)) => by.value.clone(),
        (None, None) => String::new(),
    });
    Version {
        code: procedure.code.value.clone(),
        publisher: procedure.issued_by.clone(),
        published_by: procedure.issued_by.as_ref().map(|by| {
            let known = world.registers.agencies.get(by).map(|known| known.title.said(language));
            known.filter(|title| !title.is_empty()).unwrap_or(by).to_owned()
        }),
        levels: procedure.levels.clone(),
        limits: linked.limits.iter().map(|one| length(linked, one, language)).collect(),
        documents: linked.documents.len(),
        always: linked.documents.iter().filter(|one| is_always(one)).count(),
        fees: fees.collect::<BTreeSet<String>>().into_iter().collect(),
    }
}

fn length(linked: &Linked, one: &LinkedLimit, language: &str) -> Length {
    let limit = &one.limit;
    let titled = |id: &str| {
        let case = linked.procedure.cases.iter().find(|case| case.id.value == id);
        case.map(|case| case.title.said(language)).filter(|title| !title.is_empty()).unwrap_or(id).to_owned()
    };
    let words = Some(text::one_line(limit.when_says.said(language))).filter(|words| !words.is_empty());
    Length {
        within: limit.within.as_ref().map(|within| within.value.to_string()),
        area: limit.area.clone(),
        cases: limit.cases.iter().map(|case| titled(&case.value)).chain(words).collect(),
        conditional: limit.when.is_some() || limit.unparsed || !limit.cases.is_empty(),
        channel: limit.channel.clone(),
        days: limit.within.as_ref().map(|within| within.value.days(0).0),
    }
}

/// Whether everybody must bring it.
fn is_always(one: &LinkedDocument) -> bool {
    let document = &one.document;
    document.cases.is_empty() && document.when.is_none() && document.waived_when.is_none() && !document.only_if_not_found
}

/// Its type, where only one will do.
fn only_type(one: &LinkedDocument) -> Option<&str> {
    match one.evidence.as_slice() {
        [only] => Some(only.as_str()),
        _ => None,
    }
}
