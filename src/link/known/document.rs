//! What is known of a document of the dossier.

use crate::{
    link::{
        World,
        known::{
            BOOL, BOOL_OR_NULL, COUNT_OR_NULL, DATE_OR_NULL, Row, TEXT, TEXT_OR_NULL, TEXTS, facts,
            proof::{confirmer, has_fallback, holder_status, is_confirmed_here, is_personal, is_used, same_as, shows},
            said, source_title, strings, template, title,
        },
        law,
        linked::LinkedDocument,
        subject::Subject,
    },
    model::Form,
    recognise, text,
};

/// One row for each word a rule may use after `document.`.
pub(super) const DOCUMENT: &[Row] = facts![(Subject::Document(linked, one) | Subject::Alternative(linked, one, _)), world;
    ("id", TEXT, "its name within the procedure", one.document.key()),
    ("title", TEXT, "what it is called, in the language of the run, on one line", named(one, world)),
    ("published_title", TEXT, "the same as published, whatever the language of the run: what a question may ask", text::one_line(one.document.title.said("vi"))),
    ("evidence", TEXTS, "the types of evidence that will do", strings(&one.evidence)),
    ("evidence_title", TEXT, "what they are called", evidence_titles(one, world)),
    ("any_of", BOOL, "whether the applicant brings one of several", one.evidence.len() > 1),
    ("recognised", BOOL, "whether its type is known", !one.evidence.is_empty()),
    ("self_made", BOOL, "whether it is a form that the applicant makes", one.self_made),
    ("class", TEXT_OR_NULL, "what sort of paper it is: `public-record`, `certificate`, `private`, `self-made`",
        one.evidence.first().and_then(|id| world.registers.evidence.get(id)).and_then(|known| known.class.as_deref())),
    ("as", TEXTS, "the forms in which it is asked for; several are the applicant's choice; none where it is not said", forms(one)),
    ("lightest", TEXT_OR_NULL, "the form that costs the applicant least among those he may choose", lightest(one)),
    ("lightest_lawful", TEXT_OR_NULL, "the same by the provision that asks for most among those that lay the document down; null where one does not say", one.lightest_lawful),
    ("exceeds_law", TEXTS, "in what it is asked for more strictly than every provision that lays it down: `form`, `age`, `originals`, `copies`; each alternative by itself",
        one.excess.iter().map(|one| one.what).collect::<Vec<_>>()),
    ("exceeds_law_by_case", BOOL, "whether some of those provisions lay it down for a case only", one.excess.iter().any(|one| one.by_case)),
    ("exceeds_silent_law", BOOL, "whether some of that is something of which those provisions say nothing", one.excess.iter().any(|one| one.lawful.is_none())),
    ("form_excess_said", TEXTS, "the forms in excess, each with what the law is content with, in the language of the run", excess(one, &["form"], world)),
    ("age_excess_said", TEXTS, "the ages in excess, the same way", excess(one, &["age"], world)),
    ("number_excess_said", TEXTS, "the numbers in excess, the same way", excess(one, &["originals", "copies"], world)),
    ("lawful_numbers", TEXTS, "the numbers that the law is content with where more is asked for, as `copies 1`",
        one.excess.iter().filter(|one| ["originals", "copies"].contains(&one.what)).filter_map(|one| Some(format!("{} {}", one.what, one.lawful.as_ref()?))).collect::<Vec<_>>()),
    ("law_said", TEXTS, "the provisions that lay it down, as lawyers write them, the first three", said::first(&said::laws(&one.law.cites, world), &world.language)),
    ("form_unparsed", BOOL, "whether an importer could not read its form", one.document.is_unparsed("form")),
    ("vague", BOOL, "whether its words are open: \"other relevant papers\"", one.vague),
    ("conditional", BOOL, "whether it is asked for only in some case, or may be, since its condition was not understood", !one.document.cases.is_empty() || one.document.when.is_some() || one.document.is_unparsed("case")),
    ("handed_back", BOOL, "whether it is handed back because this procedure replaces it", one.document.handed_back),
    ("waived", BOOL, "whether the words already let it go where the data can be looked up", one.document.waived_when.is_some() || one.document.only_if_not_found),
    ("names_more", BOOL, "whether its words name something beside the paper: \"and\", \"together with\", a list", names_more(one)),
    ("listed_before", BOOL, "whether a document of the same words and type, asked for in the same cases, stands before it in the list; of an import, whether the source lists the same row twice running",
        if linked.procedure.imported_from.is_some() { one.document.repeated } else { is_listed_before(linked, one) }),
    ("twin_waived", BOOL, "whether the same paper stands in the dossier once more, there with words that let it go",
        linked.documents.iter().any(|other| other.at != one.at && other.document.waived_when.is_some() && other.evidence.iter().any(|paper| one.evidence.contains(paper)))),
    ("reuse_exception", TEXT_OR_NULL, "why it may be asked for again though it is held: `update`, `verification`, `quality`, `law`", one.document.reuse_exception.as_deref()),
    ("obtained_by", TEXT, "who brings it: `applicant`, `agency-query` or `own-result`", one.document.obtained_by.as_deref().unwrap_or("applicant")),
    ("format", TEXT_OR_NULL, "how its data arrive: `paper`, `scan`, `structured`, `free-text`", one.document.format.as_ref().map(|format| format.value.as_str())),
    ("format_said", TEXT_OR_NULL, "the same in the language of the run", one.document.format.as_ref().map(|format| said::word("format", &format.value, &world.language))),
    ("form", TEXT_OR_NULL, "the form it is made on, by its name within the procedure", one.document.form.as_ref().map(|form| form.value.as_str())),
    ("names_template", BOOL, "whether its words send to a template: \"theo mẫu\"", template::is_named(one)),
    ("is_form", BOOL, "whether it is a form that the applicant fills in, by its type or by the words it begins with", template::is_form(one)),
    ("template_elsewhere", BOOL, "whether a template at another place of the procedure may be the one meant: of the same number, or any where no number is named", template::is_elsewhere(linked, one)),
    ("template", BOOL_OR_NULL, "whether a template of its form is published; null where it has no form, or where that is not said", template::is_published(linked, one)),
    ("template_of", TEXT_OR_NULL, "the instrument with which its template was issued, as its words name it; null where these are rather the words of another document", template::instrument(one).filter(|_| !template::is_anothers(linked, one))),
    ("template_cited", BOOL, "whether the procedure cites that instrument", template::is_cited(linked, one)),
    ("template_ended", BOOL, "whether that instrument has ended by the day of the run", template::has_ended(one, world) && !template::is_anothers(linked, one)),
    ("template_ended_sure", BOOL, "whether it was read that no later text keeps templates of that instrument for applicants", template::is_surely_ended(one, world)),
    ("template_ended_said", TEXT, "since when it holds no longer, and by what, in the language of the run; empty where it holds", template::ended_said(one, world)),
    ("copies", COUNT_OR_NULL, "how many copies", one.document.copies.as_ref().map(|count| count.value)),
    ("originals", COUNT_OR_NULL, "how many originals", one.document.originals.as_ref().map(|count| count.value)),
    ("in_law", BOOL, "whether a provision in force lays it down, as a document or as a form", !one.law.cites.is_empty()),
    ("law_at", TEXTS, "the provisions that lay it down", one.law.cites.iter().map(ToString::to_string).collect::<Vec<_>>()),
    ("askable", BOOL, "whether it was understood well enough to be looked for in the law", one.law.askable),
    ("law_confidence", TEXT, "how sure it is that what no provision lays down is not in law", one.law.known.word()),
    ("holder", TEXT_OR_NULL, "the data source that already holds what it proves", one.holder.as_ref().map(|holder| holder.source.as_str())),
    ("holder_title", TEXT_OR_NULL, "what that source is called", holder_title(one, world)),
    ("holder_confidence", TEXT, "how sure it is that it need not be asked for; `undetermined` where nobody holds it",
        one.holder.as_ref().map_or("undetermined", |holder| holder.confidence.word())),
    ("holder_status", TEXT, "how far that source is shared: `planned`, `published`, `connected`, `shared`, `none`",
        one.holder.as_ref().and_then(|holder| holder.status).map_or("none", |status| status.word())),
    ("holder_status_said", TEXT, "how far it is shared, as a clause in the language of the run; empty where nobody holds it", holder_status(one, world)),
    ("holder_at", TEXT_OR_NULL, "the provision that lets the paper go, as lawyers write it",
        one.holder.as_ref().and_then(|holder| holder.cite.as_ref()).map(|cite| said::law(cite, world))),
    ("holder_named", BOOL, "whether that provision names this very procedure", one.holder.as_ref().is_some_and(|holder| holder.named)),
    ("demanded_by", TEXTS, "the provisions that demand it, by the one that lets it go",
        one.holder.as_ref().map(|holder| holder.demanded_by.iter().map(ToString::to_string).collect::<Vec<_>>()).unwrap_or_default()),
    ("holder_until", DATE_OR_NULL, "the day from which that provision no longer holds", one.holder.as_ref().and_then(|holder| holder.until)),
    ("ended", DATE_OR_NULL, "since when no such paper is issued or may be asked for, where all that will do has ended", ended(one, world)),
    ("ended_by", TEXT_OR_NULL, "the provision that ended it, as lawyers write it",
        one.evidence.first().and_then(|id| world.registers.evidence.get(id)).and_then(|known| known.ended_by.as_ref()).map(|cite| said::law(cite, world))),
    ("given_by", TEXTS, "the procedures of this catalogue that give it, the first twenty", one.givers.as_ref().map_or_else(Vec::new, |givers| strings(&givers.0.first)), catalogue),
    ("own", TEXTS, "those among them that the same office settles, the first twenty", one.givers.as_ref().map_or_else(Vec::new, |givers| strings(&givers.1.first)), catalogue),
    ("own_said", TEXTS, "the first of them, and how many more there are", one.givers.as_ref().map_or_else(Vec::new, |givers| said::first_of(&givers.1.first, givers.1.many, &world.language)), catalogue),
    ("confirmed_by", TEXTS, "whose stamp or confirmation it needs", one.document.confirmed_by.iter().map(|name| name.value.as_str()).collect::<Vec<_>>()),
    ("confirmer", TEXT_OR_NULL, "who must confirm it: as the file says, else as its title says of a paper that the applicant writes himself", confirmer(one, world)),
    ("confirmed_here", BOOL, "whether those whom the file names to confirm it are among those who settle the procedure: then it is no errand", is_confirmed_here(linked, one)),
    ("partial_holder", TEXT_OR_NULL, "the data source that holds a part of what it proves, where none holds all", one.partial.as_ref().map(|partial| partial.source.as_str())),
    ("partial_holder_title", TEXT_OR_NULL, "what that source is called", one.partial.as_ref().map(|partial| source_title(&partial.source, world))),
    ("partial_only", TEXT_OR_NULL, "for whom or what alone it can go, in the words of the register",
        one.partial.as_ref().map(|partial| text::shorten(partial.only.said(&world.language).trim_end_matches('.'), 120).into_owned())),
    ("partial_at", TEXT_OR_NULL, "the provision that lets it go there, as lawyers write it",
        one.partial.as_ref().and_then(|partial| partial.cite.as_ref()).map(|cite| said::law(cite, world))),
    ("partial_told", BOOL, "whether the register says in words of its own in which cases it holds them", one.partial.as_ref().is_some_and(|partial| partial.told)),
    ("partial_named", BOOL, "whether that provision names this very procedure", one.partial.as_ref().is_some_and(|partial| partial.named)),
    ("same_as", TEXTS, "the documents before it, asked of everybody in the same cases, that show only the same: papers whose place one data source takes", same_as(linked, one, world)),
    ("shows_said", TEXTS, "what it shows, by the file or by the registers, in the language of the run", shows(one, world)),
    ("used", BOOL, "whether a step uses it, or a condition is about something that it shows", is_used(linked, one, world)),
    ("reads", TEXT_OR_NULL, "the data source that the office reads instead of asking for it, where that is known", one.reads.as_deref()),
    ("reads_title", TEXT_OR_NULL, "what that source is called", one.reads.as_ref().map(|source| source_title(source, world))),
    ("purpose", TEXT_OR_NULL, "what the data are read for, where the file says so",
        one.document.query.as_ref().map(|query| query.purpose.said(&world.language)).filter(|purpose| !purpose.is_empty())),
    ("access_law", BOOL, "whether the file cites the law by which the office may read the data", one.document.query.as_ref().is_some_and(|query| !query.legal_basis.is_empty())),
    ("personal", BOOL, "whether what it shows is personal data, by the registers", is_personal(one, world)),
    ("fallback", BOOL, "whether it is said what happens where the look-up fails: by the file, by the words of the document, or by a provision in force on that source",
        has_fallback(linked, one, world)),
    ("who", TEXTS, "who can change the texts that prescribe it, lowest first; the office itself where none does", strings(&one.law.who)),
    ("who_lets_go", TEXTS, "who can stop asking for it: the office, and whoever wrote the provisions that demand it", who_lets_go(one, world)),
];

pub(super) fn named(one: &LinkedDocument, world: &World) -> String {
    let title = text::one_line(one.document.title.said(&world.language));
    if title.is_empty() { evidence_titles(one, world) } else { text::shorten(&title, 120).into_owned() }
}

fn names_more(one: &LinkedDocument) -> bool {
    recognise::names_several(one.document.title.said("vi"))
}

fn evidence_titles(one: &LinkedDocument, world: &World) -> String {
    let titles = one.evidence.iter().map(|id| title(world.registers.evidence.get(id).map(|known| &known.title), id, &world.language));
    titles.collect::<Vec<_>>().join(" / ")
}

fn holder_title<'w>(one: &'w LinkedDocument, world: &'w World) -> Option<&'w str> {
    Some(source_title(&one.holder.as_ref()?.source, world))
}

/// The forms that every alternative allows; what one of them leaves open is open.
fn forms(one: &LinkedDocument) -> Vec<&'static str> {
    let mut forms: Vec<Form> = one.document.alternatives.iter().flat_map(|other| other.forms.iter().map(|form| form.value)).collect();
    forms.sort();
    forms.dedup();
    forms.into_iter().map(Form::word).collect()
}

fn lightest(one: &LinkedDocument) -> Option<&'static str> {
    if one.document.alternatives.iter().any(|other| other.forms.is_empty()) {
        return None;
    }
    let forms = one.document.alternatives.iter().flat_map(|other| other.forms.iter().map(|form| form.value));
    forms.min().map(Form::word)
}

/// The latest of the days on which the alternatives ended; nothing where one still holds.
fn ended(one: &LinkedDocument, world: &World) -> Option<crate::date::Date> {
    let ends = one.evidence.iter().map(|id| world.registers.evidence.get(id).and_then(|known| known.valid.until));
    let ends: Option<Vec<_>> = ends.map(|end| end.filter(|end| *end <= world.as_of)).collect();
    ends?.into_iter().max()
}

fn who_lets_go(one: &LinkedDocument, world: &World) -> Vec<&'static str> {
    let demanded = one.holder.iter().flat_map(|holder| &holder.demanded_by);
    let writers = demanded.map(|cite| law::power(&world.registers, &cite.instrument));
    let own = one.law.who.iter().copied().filter(|who| *who != "unknown");
    law::lowest_first(std::iter::once("agency").chain(writers).chain(own))
}

/// What is asked for in excess of the law, of those kinds: `Birth certificate: the original (in law: a copy)`.
fn excess(one: &LinkedDocument, kinds: &[&str], world: &World) -> Vec<String> {
    let language = &world.language;
    let value = |what: &str, value: &str| match what {
        "form" => said::word("form", value, language),
        "age" => said::duration(value, language),
        _ => format!("{value} {}", said::word("excess", what, language)),
    };
    let said = one.excess.iter().filter(|one| kinds.contains(&one.what)).map(|one| {
        let paper = title(world.registers.evidence.get(&one.evidence).map(|known| &known.title), &one.evidence, language);
        let lawful = one.lawful.as_deref().map_or_else(|| said::word("excess", "silent", language), |lawful| value(one.what, lawful));
        format!("{paper}: {}", said::filled("excess.said", &value(one.what, &one.asked), language).replace("{lawful}", &lawful))
    });
    said.collect()
}

/// Whether the same row stands above: the same words, type, cases and numbers. The words are compared last, since that takes longest.
fn is_listed_before(linked: &crate::link::Linked, one: &LinkedDocument) -> bool {
    let cases = |one: &LinkedDocument, other: &LinkedDocument| {
        let many = one.document.cases.len() == other.document.cases.len();
        many && one.document.cases.iter().zip(&other.document.cases).all(|(one, other)| one.value == other.value)
    };
    let numbers = |one: &LinkedDocument| {
        let (originals, copies) = (one.document.originals.as_ref(), one.document.copies.as_ref());
        (originals.map(|count| count.value), copies.map(|count| count.value))
    };
    let words = |one: &LinkedDocument| crate::text::fold(one.document.title.said("vi"));
    let same = |other: &&LinkedDocument| {
        let alike = other.at < one.at && other.evidence == one.evidence && cases(one, other) && numbers(other) == numbers(one);
        alike && words(other) == words(one)
    };
    !one.evidence.is_empty() && linked.documents.iter().any(|other| same(&other))
}
