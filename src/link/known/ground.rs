//! What is known of the law behind a procedure: the grounds it names, what of them lapses, what they lay down, where they conflict.

use crate::{
    citation::Citation,
    link::{
        Conflict, Lapse, LegalBasis, Linked, Prescribed, World,
        known::{BOOL, COUNT, DATE, Row, TEXT, TEXT_OR_NULL, TEXTS, facts, said, strings, title},
        law,
        subject::Subject,
    },
    register::Element,
    text,
};

/// One row for each word a rule may use after `basis.`.
pub(super) const BASIS: &[Row] = facts![Subject::Basis(linked, one), world;
    ("of", TEXT, "whose it is: `procedure`, `document`, `time-limit`, `step`, `condition`, `fee` or `form`", one.of),
    ("title", TEXT, "what the procedure or its part is called", text::shorten(&text::one_line(one.title.said(&world.language)), 120).into_owned()),
    ("of_said", TEXT, "what kind of part it is, in the language of the run", said::word("part", one.of, &world.language)),
    ("cites", TEXTS, "what is cited, in the canonical form", one.cites().map(ToString::to_string).collect::<Vec<_>>()),
    ("cites_said", TEXTS, "the same as lawyers write it, the first three", said::first(&said::laws(one.cites(), world), &world.language)),
    ("pinpointed", BOOL, "whether every citation says more than the instrument: an article, an annex or a form",
        one.cites().all(Citation::is_pinpointed)),
    ("unpinpointed_said", TEXTS, "those that do not", said::first(&said::laws(one.cites().filter(|cite| !cite.is_pinpointed()), world), &world.language)),
    ("local", BOOL, "whether every instrument cited is one of a province", is_local(one, world)),
    ("unreadable", TEXTS, "the words that name no text: no citation and no number is in them", one.unreadable().map(str::to_owned).collect::<Vec<_>>()),
    ("may", TEXT, "what the strongest of the instruments may lay down, by the law of the day on which each was made: `all`, `delegated` (another cited text entrusts it), `unknown`, `if-delegated`, `none`; `unreadable` where no citation could be read", one.may.unwrap_or("unreadable")),
    ("in_law", BOOL, "whether the registers know a provision in force that lays the part down", one.in_law),
    ("who", TEXTS, "who can change the publication, and who wrote the texts", writers(linked, one, world)),
];

/// One row for each word a rule may use after `lapse.`.
pub(super) const LAPSE: &[Row] = facts![Subject::Lapse(linked, one), world;
    ("number", TEXT, "the number of the instrument", one.number.as_str()),
    ("said", TEXT, "the same as lawyers write it", said::instrument(&one.number, world)),
    ("ends", DATE, "the first day on which it no longer holds", one.until),
    ("days", COUNT, "how many days are left until then", world.as_of.days_until(one.until)),
    ("cited", BOOL, "whether the procedure cites it", one.cited),
    ("papers", COUNT, "how many papers the procedure does not ask for because it lets them go", one.papers.len()),
    ("papers_clause", TEXT, "the first of them, as a clause to stand behind a sentence; empty where there are none", papers(linked, one, world)),
    ("successor", TEXT_OR_NULL, "what is recorded to take its place", one.successor.as_deref()),
    ("successor_clause", TEXT, "the same as a clause; empty where nothing is recorded",
        one.successor.as_deref().map_or_else(String::new, |number| said::filled("lapse.successor", &said::instrument(number, world), &world.language))),
    ("who", TEXTS, "who wrote it, and so can write what comes after it", vec![law::power(&world.registers, &one.number)]),
];

/// One row for each word a rule may use after `prescription.`.
pub(super) const PRESCRIPTION: &[Row] = facts![Subject::Prescription(linked, one), world;
    ("element", TEXT, "what is laid down: `document` or `condition`", one.element.word()),
    ("names", TEXTS, "the papers of which one will do, or the name of the condition", strings(&one.names)),
    ("title", TEXT, "what they are called", prescribed(one, world)),
    ("law_at", TEXTS, "the provisions that lay it down", one.cites.iter().map(ToString::to_string).collect::<Vec<_>>()),
    ("law_said", TEXTS, "the same as lawyers write them", said::laws(&one.cites, world)),
    ("conditional", BOOL, "whether every provision lays it down for some case only", !one.cases.is_empty()),
    ("case_clause", TEXT, "that case, as a clause to stand behind a sentence; empty where there is none",
        one.cases.first().map_or_else(String::new, |case| said::filled("prescription.case", case.said(&world.language), &world.language))),
    ("stated", TEXT, "whether the procedure states it: `yes`, `no`, or `unclear` where its own words were not fully understood", one.stated),
    ("let_go", BOOL, "whether a provision lets it go or a data source holds it, so that its absence may be lawful", one.let_go),
    ("own", BOOL, "whether the registers know those provisions to lay it down for this procedure alone", one.own),
    ("law_confidence", TEXT, "how completely the register knows that element of the procedure", one.known.word()),
    ("who", TEXTS, "who published the procedure", strings(&linked.publisher)),
];

/// One row for each word a rule may use after `conflict.`.
pub(super) const CONFLICT: &[Row] = facts![Subject::Conflict(_, one), world;
    ("element", TEXT, "what both lay down: `time-limit`, `fee`, `copies` (the number of sets) or `document` (the form of a paper)", one.element.word()),
    ("element_said", TEXT, "the same in the language of the run, with the paper it is about", element(one, world)),
    ("higher", TEXT, "the provision that stands higher; of the same rank, the newer one", said::law(&one.higher.cite, world)),
    ("higher_value", TEXT, "what it lays down", value(one.element, &one.higher.value, world)),
    ("lower", TEXT, "the other", said::law(&one.lower.cite, world)),
    ("lower_value", TEXT, "what that lays down", value(one.element, &one.lower.value, world)),
    ("same_rank", BOOL, "whether both stand equally high", one.same_rank),
    ("by_case", BOOL, "whether one of them holds only in a case or an area, or leaves the value to somebody: then both can hold", one.by_case),
    ("who", TEXTS, "who wrote the lower one", vec![law::power(&world.registers, &one.lower.cite.instrument)]),
];

fn is_local(one: &LegalBasis, world: &World) -> bool {
    let mut kinds = one.cites().map(|cite| law::kind(&world.registers, &cite.instrument));
    one.cites().next().is_some() && kinds.all(|kind| kind.is_some_and(|kind| kind.starts_with("provincial-")))
}

/// Who can put a better ground there: the publisher, and whoever wrote the texts that were cited.
fn writers(linked: &Linked, one: &LegalBasis, world: &World) -> Vec<&'static str> {
    let writers = one.cites().map(|cite| law::power(&world.registers, &cite.instrument));
    law::lowest_first(linked.publisher.iter().copied().chain(writers))
}

fn papers(linked: &Linked, one: &Lapse, world: &World) -> String {
    let titles = one.papers.iter().filter_map(|at| linked.documents.get(*at)).map(|document| {
        let title = text::one_line(document.document.title.said(&world.language));
        text::shorten(&title, 80).into_owned()
    });
    let titles: Vec<String> = titles.collect();
    if titles.is_empty() {
        return String::new();
    }
    said::filled("lapse.papers", &said::commas(&said::first(&titles, &world.language), &world.language), &world.language)
}

fn prescribed(one: &Prescribed, world: &World) -> String {
    if one.element == Element::Condition {
        return one.names.join(", ");
    }
    let titles = one.names.iter().map(|id| title(world.registers.evidence.get(id).map(|known| &known.title), id, &world.language));
    said::first(&titles.map(str::to_owned).collect::<Vec<_>>(), &world.language).join(" / ")
}

fn element(one: &Conflict, world: &World) -> String {
    let name = said::word("conflict", one.element.word(), &world.language);
    let titles = one.papers.iter().map(|id| title(world.registers.evidence.get(id).map(|known| &known.title), id, &world.language));
    let titles: Vec<&str> = titles.collect();
    if titles.is_empty() { name } else { format!("{name} {}", said::filled("quoted", &titles.join(" / "), &world.language)) }
}

fn value(element: Element, value: &str, world: &World) -> String {
    match element {
        Element::TimeLimit => said::duration(value, &world.language),
        Element::Document => {
            let forms = value.split('|').map(|form| said::word("form", form, &world.language));
            forms.collect::<Vec<_>>().join(", ")
        }
        _ => value.to_owned(),
    }
}
