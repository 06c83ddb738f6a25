//! What is known of one of several papers of which one will do.

use crate::link::{
    LinkedAlternative, World,
    known::{BOOL, DATE_OR_NULL, Row, TEXT, TEXT_OR_NULL, TEXTS, facts, said, source_title, strings, title},
    linked::LinkedDocument,
    subject::Subject,
};
use crate::{date::Date, register::Evidence};

/// One row for each word a rule may use after `alternative.`.
pub(super) const ALTERNATIVE: &[Row] = facts![Subject::Alternative(linked, document, one), world;
    ("evidence", TEXT, "its type", one.evidence.as_str()),
    ("title", TEXT, "what it is called", title(paper(one, world).map(|known| &known.title), &one.evidence, &world.language)),
    ("class", TEXT_OR_NULL, "what sort of paper it is: `public-record`, `certificate`, `private`, `self-made`", paper(one, world).and_then(|known| known.class.as_deref())),
    ("as", TEXTS, "the forms in which it is asked for; none where it is not said", one.forms.iter().map(|form| form.word().to_owned()).collect::<Vec<_>>()),
    ("lightest", TEXT_OR_NULL, "the form that costs the applicant least among those he may choose", one.forms.iter().min().map(|form| form.word())),
    ("others_lighter", BOOL, "whether another of them may be brought in a lighter form", is_another_lighter(document, one)),
    ("ended", DATE_OR_NULL, "since when no such paper is issued or may be asked for", ended(one, world)),
    ("ended_by", TEXT_OR_NULL, "the provision that ended it, as lawyers write it",
        paper(one, world).and_then(|known| known.ended_by.as_ref()).map(|cite| said::law(cite, world))),
    ("others_alike", BOOL, "whether each of the others that are still issued shows something that it shows: else the choice is not only about that", are_others_alike(document, one, world)),
    ("others_said", TEXTS, "the others of them that are still issued", others(document, one, world)),
    ("holder", TEXT_OR_NULL, "the data source that already holds what it proves", one.holder.as_ref().map(|holder| holder.source.as_str())),
    ("holder_title", TEXT_OR_NULL, "what that source is called", one.holder.as_ref().map(|holder| source_title(&holder.source, world))),
    ("holder_confidence", TEXT, "how sure it is that it need not be asked for; `undetermined` where nobody holds it",
        one.holder.as_ref().map_or("undetermined", |holder| holder.confidence.word())),
    ("holder_status", TEXT, "how far that source is shared: `planned`, `published`, `connected`, `shared`, `none`",
        one.holder.as_ref().and_then(|holder| holder.status).map_or("none", |status| status.word())),
    ("who", TEXTS, "who can change the texts that prescribe the document; the office itself where none does", strings(&document.law.who)),
];

fn paper<'w>(one: &LinkedAlternative, world: &'w World) -> Option<&'w Evidence> {
    world.registers.evidence.get(&one.evidence)
}

fn ended(one: &LinkedAlternative, world: &World) -> Option<Date> {
    paper(one, world)?.valid.until.filter(|end| *end <= world.as_of)
}

/// The titles of the others that have not ended.
fn others(document: &LinkedDocument, one: &LinkedAlternative, world: &World) -> Vec<String> {
    let stand = document.alternatives.iter().filter(|other| other.evidence != one.evidence && ended(other, world).is_none());
    stand.map(|other| title(paper(other, world).map(|known| &known.title), &other.evidence, &world.language).to_owned()).collect()
}

/// Whether each of the others that have not ended shows something that this one shows.
fn are_others_alike(document: &LinkedDocument, one: &LinkedAlternative, world: &World) -> bool {
    let shows = |one: &LinkedAlternative| paper(one, world).map(|known| known.proves.as_slice()).unwrap_or_default();
    let stand = document.alternatives.iter().filter(|other| other.evidence != one.evidence && ended(other, world).is_none());
    stand.into_iter().all(|other| shows(other).iter().any(|concept| shows(one).contains(concept)))
}

/// Whether some other of them may be brought in a lighter form; one of which no form is said may be brought in any.
fn is_another_lighter(document: &LinkedDocument, one: &LinkedAlternative) -> bool {
    let Some(own) = one.forms.iter().min() else { return false };
    let others = document.alternatives.iter().filter(|other| other.evidence != one.evidence);
    others.filter_map(|other| other.forms.iter().min()).any(|other| other < own)
}
