//! What is known of what procedures are to each other.

use crate::link::{
    FormUse, Need, PaperUse, World,
    graph::Member,
    known::{BOOL, COUNT, COUNT_OR_NULL, Row, TEXT, TEXT_OR_NULL, TEXTS, facts, said, strings, title},
    subject::Subject,
};

/// One row for each word a rule may use after `need.`.
pub(super) const NEED: &[Row] = facts![Subject::Need(linked, one), world;
    ("code", TEXT, "the code of the procedure that must come first", one.code.as_str()),
    ("title", TEXT_OR_NULL, "what that procedure is called, where the catalogue holds it", one.held.as_ref().map(|held| held.title.as_str()), catalogue),
    ("held", BOOL, "whether the catalogue holds it, in force on the day", one.held.is_some(), catalogue),
    ("gone", BOOL, "whether the files hold it, though it is not in force on the day", one.gone, catalogue),
    ("ended", TEXT_OR_NULL, "the first day on which it was no longer in force", one.ended.map(|day| day.to_string()), catalogue),
    ("state_said", TEXT, "what became of it, as a clause to stand behind its code", state(one, world), catalogue),
    ("confidence", TEXT, "how sure it is that nobody can have it any more: a catalogue that does not hold it may only be a part", if one.gone { "presumed" } else { "undetermined" }, catalogue),
    ("who", TEXTS, "who published the procedure", strings(&linked.publisher)),
];

/// One row for each word a rule may use after `feed.`.
pub(super) const FEED: &[Row] = facts![Subject::Feed(linked, one), world;
    ("giver", TEXT, "the code of the one procedure that gives the paper", one.giver.code.as_str(), catalogue),
    ("giver_title", TEXT, "what that procedure is called", one.giver.title.as_str(), catalogue),
    ("evidence", TEXT, "the type of the paper", one.evidence.as_str()),
    ("evidence_title", TEXT, "what that type is called", title(world.registers.evidence.get(&one.evidence).map(|known| &known.title), &one.evidence, &world.language)),
    ("same_audience", BOOL, "whether both procedures are for the same applicants", one.same_audience, catalogue),
    ("joint", TEXTS, "the procedures that give both results at once", strings(&one.joint), catalogue),
    ("percent", COUNT_OR_NULL, "dossiers of the one that asks for each hundred of the one that gives, in the latest year of which both tell", one.percent, catalogue),
    ("who", TEXTS, "who published the procedure", strings(&linked.publisher)),
];

/// One row for each word a rule may use after `cycle.`.
pub(super) const CYCLE: &[Row] = facts![Subject::Cycle(linked, one), world;
    ("codes", TEXTS, "the codes of its members", codes(&one.members), catalogue),
    ("codes_said", TEXTS, "the first of them, and how many more there are", said::first(&codes(&one.members), &world.language), catalogue),
    ("stated", BOOL, "whether the files themselves say that each needs the next; else a dossier asks for a paper that only the next gives", one.stated, catalogue),
    ("who", TEXTS, "who published the first of them", strings(&linked.publisher)),
];

/// One row for each word a rule may use after `sequence.`.
pub(super) const SEQUENCE: &[Row] = facts![Subject::Sequence(linked, one), world;
    ("codes", TEXTS, "the codes of its members, the first to be done first", codes(&one.members), catalogue),
    ("codes_said", TEXTS, "the same, those in the middle left out of a long one", whole_way(&codes(&one.members), &world.language), catalogue),
    ("size", COUNT, "how many they are", one.members.len(), catalogue),
    ("title", TEXT, "what the last of them is called", one.members.last().map_or("", |last| last.title.as_str()), catalogue),
    ("more", COUNT, "how many more procedures can stand in the place of the last", one.more, catalogue),
    ("more_clause", TEXT, "the same as a clause to stand behind a sentence; empty where there is none",
        if one.more > 0 { said::count("sequence.more", one.more, &world.language) } else { String::new() }, catalogue),
    ("takes_clause", TEXT, "what their time limits come to, as a clause to stand behind a sentence; empty where one of them has none that could be read",
        one.takes.map_or_else(String::new, |length| said::filled("sequence.takes", &said::lengths(length, &world.language), &world.language)), catalogue),
    ("stated", BOOL, "whether the files themselves say of each that it must come first; else a dossier asks for a paper that only the one before gives", one.stated, catalogue),
    ("confidence", TEXT, "how sure it is that nobody can leave one out: a paper may be had from elsewhere, or be there already", if one.stated { "proved" } else { "undetermined" }, catalogue),
    ("who", TEXTS, "who published the last of them", strings(&linked.publisher)),
];

/// One row for each word a rule may use after `sheet.`.
pub(super) const SHEET: &[Row] = facts![Subject::FormUse(linked, one), world;
    ("evidence", TEXT, "its type", one.evidence.as_str()),
    ("title", TEXT, "what the first procedure calls it", one.title.as_str()),
    ("name", TEXT, "the same; what the register calls it where it has no title", sheet_name(one, world)),
    ("version", TEXT_OR_NULL, "which version of the template, where all of them say it", one.version.as_deref()),
    ("procedures", COUNT, "how many procedures spell it out", one.places.len(), catalogue),
    ("apart", COUNT, "how many fields some of them ask for and others do not", one.apart.len(), catalogue),
    ("apart_said", TEXTS, "the first of these, and how many more there are", said::first(&labels(one, &world.language), &world.language), catalogue),
    ("confidence", TEXT, "how sure it is that one form is meant: who tells no version may tell only some of its fields", if one.version.is_some() { "presumed" } else { "undetermined" }, catalogue),
    ("who", TEXTS, "who published the first procedure that spells it out", strings(&linked.publisher)),
];

/// One row for each word a rule may use after `publication.`.
pub(super) const PUBLICATION: &[Row] = facts![Subject::Publication(linked), world;
    ("decision", TEXT_OR_NULL, "the decision", linked.procedure.published.as_ref().and_then(|one| one.decision.as_deref())),
    ("more", COUNT, "how many more procedures it published that were entered on the same day", linked.relations.decision.more, catalogue),
    ("more_clause", TEXT, "the same as a clause to stand behind a sentence; empty where there is none",
        if linked.relations.decision.more > 0 { said::count("entered.more", linked.relations.decision.more, &world.language) } else { String::new() }, catalogue),
    ("who", TEXTS, "who published them", strings(&linked.publisher)),
];

/// One row for each word a rule may use after `family.`.
pub(super) const FAMILY: &[Row] = facts![Subject::Family(linked, one), world;
    ("kind", TEXT, "`variants` of one procedure, or `twins`: nothing read tells them apart", one.kind, catalogue),
    ("codes", TEXTS, "the codes of its members", codes(&one.members), catalogue),
    ("codes_said", TEXTS, "the first of them, and how many more there are", said::first(&codes(&one.members), &world.language), catalogue),
    ("size", COUNT, "how many they are", one.members.len(), catalogue),
    ("apart", TEXTS, "what tells them apart: `act`, `level`, `authority`, `audience`, `case`", strings(&one.apart), catalogue),
    ("apart_said", TEXTS, "the same in the language of the run", one.apart.iter().map(|way| said::word("apart", way, &world.language)).collect::<Vec<_>>(), catalogue),
    ("law", COUNT_OR_NULL, "what share of their law the least alike have in common, in percent; rare instruments count for more", one.law, catalogue),
    ("law_said", TEXT, "the same with its sign; a dash where it is not known", one.law.map_or_else(|| "—".to_owned(), |share| format!("{share} %")), catalogue),
    ("who", TEXTS, "who published the first of them", strings(&linked.publisher)),
];

/// One row for each word a rule may use after `paper.`.
pub(super) const EVIDENCE: &[Row] = facts![Subject::EvidenceUse(linked, one), world;
    ("evidence", TEXT, "the type", one.evidence.as_str()),
    ("title", TEXT, "what the register calls it", title(world.registers.evidence.get(&one.evidence).map(|known| &known.title), &one.evidence, &world.language)),
    ("names", COUNT, "under how many of the names that the register knows the dossiers ask for it, each name alone", one.names.len(), catalogue),
    ("settled", COUNT, "how many of these names more than one document bears: what stands once may be a slip", one.names.iter().filter(|(_, count, ..)| *count > 1).count(), catalogue),
    ("class", TEXT_OR_NULL, "what sort of paper it is: `public-record`, `certificate`, `private`, `self-made`",
        world.registers.evidence.get(&one.evidence).and_then(|known| known.class.as_deref())),
    ("names_said", TEXTS, "the most used of them, with how many documents bear it, and how many names more", names(one, &world.language), catalogue),
    ("who", TEXTS, "who published the first procedure that asks for it", strings(&linked.publisher)),
];

/// The most used names, each with its number.
fn names(one: &PaperUse, language: &str) -> Vec<String> {
    let listed: Vec<String> =
        one.names.iter().map(|(name, count, ..)| format!("{} ({count})", said::filled("quoted", name, language))).collect();
    let more = listed.len().saturating_sub(MOST);
    let rest = (more > 0).then(|| said::count("names.more", more, language));
    listed.into_iter().take(MOST).chain(rest).collect()
}

/// How many names a finding tells.
const MOST: usize = 4;

/// What stands beside the fields that not all ask for.
fn labels(one: &FormUse, language: &str) -> Vec<String> {
    one.apart.iter().map(|label| said::filled("quoted", label, language)).collect()
}

fn sheet_name<'w>(one: &'w FormUse, world: &'w World) -> &'w str {
    let own = one.title.as_str();
    let known = || title(world.registers.evidence.get(&one.evidence).map(|known| &known.title), &one.evidence, &world.language);
    if own.is_empty() { known() } else { own }
}

/// The first two and the last two of a long way, and how many are in between.
fn whole_way(codes: &[String], language: &str) -> Vec<String> {
    let [first, second, between @ .., third, last] = codes else { return codes.to_vec() };
    let rest = if between.len() > 1 { vec![said::count("sequence.between", between.len(), language)] } else { between.to_vec() };
    [first, second].into_iter().cloned().chain(rest).chain([third.clone(), last.clone()]).collect()
}

fn codes(members: &[Member]) -> Vec<String> {
    members.iter().map(|member| member.code.clone()).collect()
}

/// What became of a procedure that must come first.
fn state(one: &Need, world: &World) -> String {
    match (one.ended, one.gone) {
        (Some(day), _) => said::filled("need.ended", &said::date(day, &world.language), &world.language),
        (None, true) => said::word("need", "gone", &world.language),
        (None, false) => said::word("need", "unknown", &world.language),
    }
}
