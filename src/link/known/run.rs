//! What is known of the run, of a problem, of an instrument in use, and of an acceptance.

use crate::{
    link::{
        Fact, InstrumentUse, World,
        known::{BOOL, COUNT, DATE, DATE_OR_NULL, Reach, Row, TEXT, TEXT_OR_NULL, TEXTS, facts, said, strings, title},
        numbering,
        subject::Subject,
    },
    locale::Locale,
};

/// One row for each word a rule may use after `run.`.
pub(super) const RUN: &[Row] = &[
    Row { name: "as_of", kind: DATE, says: "the day whose law applies", reach: Reach::File, of: |view| Fact::from(view.world.as_of) },
    Row {
        name: "language",
        kind: TEXT,
        says: "the language of the run",
        reach: Reach::File,
        of: |view| Fact::from(view.world.language.as_str()),
    },
    Row {
        name: "horizon",
        kind: COUNT,
        says: "how many days ahead a law about to lapse is spoken of",
        reach: Reach::File,
        of: |view| Fact::from(view.world.thresholds.horizon),
    },
    Row {
        name: "most_documents",
        kind: COUNT,
        says: "how many documents a dossier may have before it is one to look at first",
        reach: Reach::File,
        of: |view| Fact::from(view.world.thresholds.documents),
    },
    Row {
        name: "most_visits",
        kind: COUNT,
        says: "how often an applicant may have to come",
        reach: Reach::File,
        of: |view| Fact::from(view.world.thresholds.visits),
    },
    Row {
        name: "most_slack",
        kind: COUNT,
        says: "what share of a limit its steps may leave over, in percent",
        reach: Reach::File,
        of: |view| Fact::from(view.world.thresholds.slack),
    },
    Row {
        name: "most_handoffs",
        kind: COUNT,
        says: "how many offices a dossier may pass through",
        reach: Reach::File,
        of: |view| Fact::from(view.world.thresholds.handoffs),
    },
    Row {
        name: "most_sequence",
        kind: COUNT,
        says: "how many procedures one may have to go through one after the other",
        reach: Reach::File,
        of: |view| Fact::from(view.world.thresholds.sequence),
    },
    Row {
        name: "most_late",
        kind: COUNT,
        says: "how many of a hundred dossiers may be late",
        reach: Reach::File,
        of: |view| Fact::from(view.world.thresholds.late),
    },
    Row {
        name: "least_online",
        kind: COUNT,
        says: "how many of a hundred dossiers should come online where all of a procedure can be done online",
        reach: Reach::File,
        of: |view| Fact::from(view.world.thresholds.online),
    },
    Row {
        name: "most_supplemented",
        kind: COUNT,
        says: "of how many of a hundred dossiers more papers may be asked",
        reach: Reach::File,
        of: |view| Fact::from(view.world.thresholds.supplemented),
    },
];

/// One row for each word a rule may use after `problem.`.
pub(super) const PROBLEM: &[Row] = facts![Subject::Problem(one), world;
    ("kind", TEXT, "what kind of thing went wrong", one.problem.kind.word()),
    ("found", TEXT, "the words at fault", one.problem.found.as_str()),
    ("expected", TEXT, "what should stand there; empty where that cannot be said", one.problem.expected.as_str()),
    ("near", TEXT_OR_NULL, "the name it was most likely meant to be", one.problem.near.as_deref()),
    ("hint", TEXT, "the question whether that name was meant, to stand behind a sentence; empty where there is none",
        said::hint(&one.problem, &world.language)),
    ("found_said", TEXT, "what is wrong, or what kind of thing stands there, in the language of the run", said::found(&one.problem, &world.language)),
    ("expected_said", TEXT, "what should stand there, in the language of the run", said::expected(&one.problem, &world.language)),
];

/// One row for each word a rule may use after `instrument.`.
pub(super) const INSTRUMENT: &[Row] = facts![Subject::InstrumentUse(linked, one), world;
    ("number", TEXT, "its number, as lawyers write it", one.number.as_str()),
    ("said", TEXT, "the same with the kind of text before it, in the language of the run", said::instrument(&one.number, world)),
    ("title", TEXT, "what it is called; its number where no register knows it",
        title(world.registers.instruments.get(&one.number).map(|known| &known.title), &one.number, &world.language)),
    ("state", TEXT, "`ended`, `not-yet`, `later` (so is, or may be, the text that cites it), `in-force` (something read shows it), `assumed` (no end is known) or `unknown`", one.state),
    ("known", BOOL, "whether a register holds it", one.text.known),
    ("kind", TEXT_OR_NULL, "what kind of instrument it is", one.text.kind.as_deref()),
    ("ended", TEXT_OR_NULL, "the first day on which it is no longer in force", one.text.ended.map(|day| day.to_string())),
    ("begins", TEXT_OR_NULL, "the first day on which it is in force", one.text.begins.map(|day| day.to_string())),
    ("ended_by", TEXT_OR_NULL, "what repealed it or took its place", one.text.ended_by.as_deref()),
    ("successor", TEXT_OR_NULL, "what stands in its place on the day of the run", one.text.chain.last().map(String::as_str)),
    ("only_replaced", BOOL, "whether another took its place, and no text read says that it ended", is_only_replaced(one, world)),
    ("force_said", TEXT, "since when it holds no longer and by what, or from when on it does, in the language of the run", said::force(one, world)),
    ("instead", TEXT, "what to cite in its place, with all that stood there meanwhile, as a clause to stand behind a sentence; empty where nothing is recorded", instead(one, world)),
    ("chain", TEXTS, "everything that took its place one after the other; the last stands there now", strings(&one.text.chain)),
    ("changes", TEXTS, "what its successors lay down otherwise for this procedure, in the language of the run", changes(one, world)),
    ("changes_clause", TEXT, "the same as a clause to stand behind a sentence; empty where nothing is recorded", changes_clause(one, world)),
    ("ended_provisions", TEXTS, "the provisions cited that no longer hold though the instrument does, as lawyers write them, with the day they ended",
        one.history().ended_parts.iter().map(|(cite, day)| format!("{} ({})", said::law(cite, world), said::date(*day, &world.language))).collect::<Vec<_>>()),
    ("reviewed", BOOL, "whether the procedure says when its text was last checked", linked.procedure.reviewed.is_some()),
    ("checked", DATE_OR_NULL, "when its text was last checked, else when the record it was imported from was last changed", linked.procedure.checked()),
    ("amended_since", TEXTS, "what amended it since then and is not cited itself, each with its day, the first three", said::first(&amendments(one, world), &world.language)),
    ("touched", TEXTS, "the elements of this procedure on which the registers know it to say something else since then", one.history().touched.iter().map(|element| element.word()).collect::<Vec<_>>()),
    ("touched_clause", TEXT, "the same as a clause; empty where there are none", touched_clause(one, world)),
    ("impossible", BOOL, "whether no instrument can bear that number: its year is still to come, or a year stands for its National Assembly",
        numbering::is_impossible(&one.number, linked, world)),
    ("number_hint", TEXT, "the question whether another number was meant, to stand behind a sentence; empty where the registers know none near",
        numbering::meant(&one.number, world).map_or_else(String::new, |near| Locale::of(&world.language).filled("hint", &[("near", near)]))),
    ("cites", TEXTS, "what is cited of it, in the canonical form", one.cites()),
    ("who", TEXTS, "who can change the publication that cites it", strings(&linked.publisher)),
];

/// One row for each word a rule may use after `acceptance.`.
pub(super) const ACCEPTANCE: &[Row] = facts![Subject::Acceptance(linked, one), world;
    ("rule", TEXT, "the rule that is accepted", one.acceptance.rule.value.as_str()),
    ("at", TEXT, "the pointer under which it is accepted; empty for the whole procedure", one.acceptance.at.as_deref().unwrap_or_default()),
    ("fault", TEXT_OR_NULL, "what keeps a comment from being understood: `call`, `rule`, `until` or `because`", one.acceptance.fault),
    ("fault_said", TEXT_OR_NULL, "the same in the language of the run", one.acceptance.fault.map(|fault| said::word("acceptance", fault, &world.language))),
    ("because", TEXT, "why", one.acceptance.because.as_str()),
    ("until", DATE_OR_NULL, "the first day on which it is accepted no longer", one.acceptance.until),
    ("known", BOOL, "whether a rule of that name was asked", one.known),
    ("mandatory", BOOL, "whether that rule cannot be accepted", one.mandatory),
    ("expired", BOOL, "whether its time is over", one.expired),
    ("used", COUNT, "how many findings it silenced", one.used),
];

/// What amended an instrument, as lawyers write it, each with its day.
fn amendments(one: &InstrumentUse, world: &World) -> Vec<String> {
    one.history()
        .amended
        .iter()
        .map(|(by, from)| format!("{} ({})", said::instrument(by, world), said::date(*from, &world.language)))
        .collect()
}

/// Everything that took an instrument's place, one after the other.
fn instead(one: &InstrumentUse, world: &World) -> String {
    let chain: Vec<String> = one.text.chain.iter().map(|number| said::instrument(number, world)).collect();
    if chain.is_empty() { String::new() } else { said::filled("force.instead", &chain.join(" → "), &world.language) }
}

fn touched_clause(one: &InstrumentUse, world: &World) -> String {
    let names: Vec<String> = one.history().touched.iter().map(|element| said::word("element", element.word(), &world.language)).collect();
    if names.is_empty() { String::new() } else { said::filled("force.touched", &said::commas(&names, &world.language), &world.language) }
}

fn changes_clause(one: &InstrumentUse, world: &World) -> String {
    let changes = said::first(&changes(one, world), &world.language);
    if changes.is_empty() {
        String::new()
    } else {
        said::filled("force.changes", &said::semicolons(&changes, &world.language), &world.language)
    }
}

/// What successors lay down otherwise: `no longer asked for: household book`.
fn changes(one: &InstrumentUse, world: &World) -> Vec<String> {
    let language = &world.language;
    let said = one.history().changes.iter().map(|change| {
        let papers = change.what.split('|').map(|id| title(world.registers.evidence.get(id).map(|known| &known.title), id, language));
        match change.how {
            "other" => said::filled("change.limit", &said::duration(&change.what, language), language),
            how => said::filled(&format!("change.{how}"), &papers.collect::<Vec<_>>().join(" / "), language),
        }
    });
    said.collect()
}

/// Whether an instrument is taken to have ended because another stands in its place, not because a text says so.
fn is_only_replaced(one: &InstrumentUse, world: &World) -> bool {
    let known = world.registers.instruments.get(&one.number);
    known.is_some_and(|known| known.repealed_by.is_none() && !known.replaced_by.is_empty())
}
