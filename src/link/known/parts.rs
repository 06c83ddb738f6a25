//! What is known of the smaller parts of a procedure.

use rust_decimal::prelude::ToPrimitive;

use crate::{
    duration::Duration,
    link::{
        World,
        known::{BOOL, BOOL_OR_NULL, COUNT, COUNT_OR_NULL, Row, TEXT, TEXT_OR_NULL, TEXTS, facts, said, strings, title},
        law,
        linked::{Ground, Linked, LinkedCondition, LinkedLimit},
        odds,
        subject::Subject,
        unclear,
    },
    register::Element,
    text,
};

/// One row for each word a rule may use after `form.`.
pub(super) const FORM: &[Row] = facts![Subject::Form(linked, one), world;
    ("id", TEXT, "its name within the procedure", one.form.id.as_str()),
    ("title", TEXT, "what it is called", one.form.title.said(&world.language)),
    ("template", BOOL_OR_NULL, "whether a template is published", one.form.template),
    ("version", TEXT_OR_NULL, "which version of the template", one.form.version.as_deref()),
    ("interactive", BOOL_OR_NULL, "whether it can be filled in online", one.form.interactive),
    ("who", TEXTS, "who published the procedure", strings(&linked.publisher)),
];

/// One row for each word a rule may use after `field.`.
pub(super) const FIELD: &[Row] = facts![Subject::Field(linked, one), world;
    ("id", TEXT, "its name within the form", one.field.id.as_str()),
    ("label", TEXT, "what stands beside it", one.field.label.said(&world.language)),
    ("form", TEXT, "the form it belongs to", one.form.as_str()),
    ("concept", TEXT_OR_NULL, "what it asks for", one.field.concept.as_ref().map(|concept| concept.value.as_str())),
    ("concept_said", TEXT, "what that is called", one.field.concept.as_ref().map_or("", |concept| title(world.registers.concepts.get(&concept.value), &concept.value, &world.language))),
    ("known_concept", BOOL, "whether the registers know that concept", one.known_concept),
    ("kind", TEXT_OR_NULL, "what is filled in: `text`, `date`, `choice`, `confirmation`, `free-text`, `attachment`", one.field.kind.as_deref()),
    ("by", TEXT_OR_NULL, "who must confirm it, where somebody else must", one.field.by.as_ref().map(|by| by.value.as_str())),
    ("by_said", TEXT_OR_NULL, "what that agency is called", one.field.by.as_ref().map(|by| title(world.registers.agencies.get(&by.value).map(|known| &known.title), &by.value, &world.language))),
    ("by_here", BOOL, "whether that agency is among those who settle the procedure: then it is no errand",
        one.field.by.as_ref().is_some_and(|by| linked.procedure.authority.iter().any(|own| own.value == by.value))),
    ("used", BOOL, "whether a step uses it, or a condition is about what it asks for",
        !one.field.used_by.is_empty() || linked.conditions.iter().filter_map(|other| other.condition.concept.as_ref()).any(|concept| one.field.concept.as_ref().is_some_and(|own| own.value == concept.value))),
    ("prefill", TEXT_OR_NULL, "whether the office fills it in: `none`, `optional`, `required`", one.field.prefill.as_deref()),
    ("confirmed_by", TEXT_OR_NULL, "who must confirm it", one.field.by.as_ref().map(|by| by.value.as_str())),
    ("holder", TEXT_OR_NULL, "the data source that holds it", one.holder.as_ref().map(|(source, _)| source.as_str())),
    ("holder_title", TEXT_OR_NULL, "what that source is called",
        one.holder.as_ref().map(|(source, _)| title(world.registers.data_sources.get(source).map(|known| &known.title), source, &world.language))),
    ("holder_confidence", TEXT, "how sure it is that the source can be used", one.holder.as_ref().map_or("undetermined", |(_, sure)| sure.word())),
    ("who", TEXTS, "who published the procedure", strings(&linked.publisher)),
];

/// One row for each word a rule may use after `channel.`.
pub(super) const CHANNEL: &[Row] = facts![Subject::Channel(linked, one, _), world;
    ("by", TEXT, "`online`, `in-person` or `post`", one.by.as_str()),
    ("level", TEXT_OR_NULL, "how far the online service goes: `full`, `partial`, `information`", one.level.as_ref().map(|level| level.value.as_str())),
    ("sign_in", TEXT_OR_NULL, "how one signs in", one.sign_in.as_deref()),
    ("signature", TEXT_OR_NULL, "what signature is asked for: `none`, `digital`, `wet`", one.signature.as_ref().map(|kind| kind.value.as_str())),
    ("payment", BOOL_OR_NULL, "whether fees can be paid this way", one.payment),
    ("compare_original", BOOL_OR_NULL, "whether originals must be shown as well", one.compare_original),
    ("visits", COUNT, "how often who applies this way must come, by the steps", visits(linked, &one.by)),
    ("paper_said", TEXTS, "what still needs paper or a visit, in the language of the run", paper(linked, one, &world.language)),
    ("who", TEXTS, "who published the procedure", strings(&linked.publisher)),
];

/// One row for each word a rule may use after `limit.`.
pub(super) const LIMIT: &[Row] = facts![Subject::TimeLimit(linked, one), world;
    ("in", TEXT_OR_NULL, "how long it may take, as written", one.limit.within.as_ref().map(|within| within.value.to_string())),
    ("in_said", TEXT_OR_NULL, "the same in the language of the run", one.limit.within.as_ref().map(|within| said::duration(&within.value.to_string(), &world.language))),
    ("readable", BOOL, "whether it could be read", one.limit.within.is_some() && !one.limit.unparsed),
    ("area", TEXT_OR_NULL, "where it holds", one.limit.area.as_deref()),
    ("channel", TEXT_OR_NULL, "the channel it holds for", one.limit.channel.as_deref()),
    ("from", TEXT_OR_NULL, "what starts the clock", one.limit.from.as_deref()),
    ("lawful", TEXT_OR_NULL, "the longest that the law allows in any case, where the register knows one", one.lawful.as_deref()),
    ("lawful_said", TEXT_OR_NULL, "the same in the language of the run", one.lawful.as_deref().map(|limit| said::duration(limit, &world.language))),
    ("exceeds", BOOL, "whether it is longer than that for certain, whatever the day it starts", one.exceeds),
    ("unclear", TEXT_OR_NULL, "why no single length of time can be told: `days` (working days or days of the calendar), `number` (of what is not said), `range`, `open` (no number); null where it can",
        unclear::of(linked, one)),
    ("unclear_said", TEXT, "the same in the language of the run; empty where it can be told", unclear_said(linked, one, &world.language)),
    ("unclear_certain", BOOL, "whether working days and days of the calendar are both stated beyond doubt: each in a field of its own, or in the very words \"working days\"",
        unclear::is_certain(linked, one)),
    ("others_said", TEXTS, "other lengths of time that the same publication gives for the same case, where nothing tells which of them holds; empty for the first that is given",
        odds::of(linked, one).iter().map(|other| said::duration(&other.to_string(), &world.language)).collect::<Vec<_>>()),
    ("conditional", BOOL, "whether it holds only in some case", !one.limit.cases.is_empty() || one.limit.when.is_some()),
    ("published_when", TEXT, "the condition in words under which it holds, as published; empty where there is none", one.limit.when_says.said("vi")),
    ("law_at", TEXTS, "the provisions that set the limit", cites(&one.law)),
    ("law_said", TEXTS, "the same as lawyers write them", said::laws(&one.law.cites, world)),
    ("law_confidence", TEXT, "how completely the register knows the limits of this procedure", one.law.known.word()),
    ("who", TEXTS, "who published the procedure", strings(&linked.publisher)),
];

/// One row for each word a rule may use after `condition.`.
pub(super) const CONDITION: &[Row] = facts![Subject::Condition(linked, one), world;
    ("text", TEXT, "its words", one.condition.text.said(&world.language)),
    ("askable", BOOL, "whether it has a name by which it can be looked for in the law", one.law.askable),
    ("in_law", BOOL, "whether a provision in force lays it down", !one.law.cites.is_empty()),
    ("known", BOOL, "whether the registers know a condition of that name, of whatever procedure", knows(world, one)),
    ("stricter", BOOL, "whether it demands more, or allows less, than every provision that lays it down", one.lawful.is_some()),
    ("by_case", BOOL, "whether some of those provisions hold for a case only", one.by_case),
    ("bounds_said", TEXT, "what it demands, in the language of the run", bounds(&one.condition.bounds, &world.language)),
    ("lawful_said", TEXT, "what the law demands instead, where it is stricter; else empty", one.lawful.as_ref().map_or_else(String::new, |lawful| bounds(lawful, &world.language))),
    ("cites_law", BOOL, "whether it cites a provision itself", !one.condition.legal_basis.is_empty()),
    ("law_at", TEXTS, "the provisions that lay it down", cites(&one.law)),
    ("law_said", TEXTS, "the same as lawyers write them", said::laws(&one.law.cites, world)),
    ("law_confidence", TEXT, "how sure it is that what no provision lays down is not in law", one.law.known.word()),
    ("who", TEXTS, "who can change the texts that prescribe it; the office itself where none does", strings(&one.law.who)),
];

/// One row for each word a rule may use after `fee.`.
pub(super) const FEE: &[Row] = facts![Subject::Fee(linked, one), world;
    ("title", TEXT, "what it is for", one.fee.title.said(&world.language)),
    ("amount", TEXT_OR_NULL, "how much, as written", one.fee.amount.as_ref().map(ToString::to_string)),
    ("positive", BOOL, "whether anything is to be paid", one.fee.amount.as_ref().is_some_and(|amount| !amount.amount.is_zero())),
    ("channel", TEXT_OR_NULL, "the way to apply it holds for; null where it holds for every one", one.fee.channel.as_deref()),
    ("online", BOOL_OR_NULL, "whether it can be paid online, by its own words or by those of the online channel; null where neither says so", paid_online(linked, one)),
    ("set_by", TEXT_OR_NULL, "who sets the amount, where the procedure does not", one.fee.set_by.as_ref().map(|by| by.value.as_str())),
    ("askable", BOOL, "whether it can be held against the law: a plain amount that nobody else sets", one.law.askable),
    ("in_law", BOOL, "whether a provision in force lays a fee down for this procedure", !one.law.cites.is_empty()),
    ("lawful", TEXT_OR_NULL, "the most that the law allows in any case, where the register knows it", one.lawful.as_deref()),
    ("more_clause", TEXT, "how many more fees no provision lays down, as a clause to stand behind a sentence; empty where it is the only one",
        if one.more > 0 { said::count("fee.more", one.more, &world.language) } else { String::new() }),
    ("lawful_clause", TEXT, "the same as a clause to stand behind a sentence; empty where the register knows none",
        one.lawful.as_deref().map_or_else(String::new, |most| said::filled("fee.most", most, &world.language))),
    ("exceeds", BOOL, "whether it is more than that", one.exceeds),
    ("law_at", TEXTS, "the provisions that set it", cites(&one.law)),
    ("law_confidence", TEXT, "how completely the register knows the fees of this procedure", one.law.known.word()),
    ("who", TEXTS, "who can change the texts that prescribe it; the office itself where none does", strings(&one.law.who)),
];

/// One row for each word a rule may use after `result.`.
pub(super) const RESULT: &[Row] = facts![Subject::Result(linked, one, _), world;
    ("title", TEXT, "what it is called", one.title.said(&world.language)),
    ("evidence", TEXT_OR_NULL, "its type", one.evidence.as_ref().map(|name| name.value.as_str())),
    ("electronic", BOOL_OR_NULL, "whether it is issued electronically, where it is said", one.electronic),
    ("stored_in", TEXT_OR_NULL, "the data source in which it is kept for reuse", one.stored_in.as_ref().map(|name| name.value.as_str())),
    ("stored_nowhere", BOOL, "whether it is said to be kept nowhere", one.stored_nowhere),
    ("valid_for", TEXT_OR_NULL, "how long it is valid, as written", one.valid_for.as_ref().map(|length| length.value.as_str())),
    ("valid_said", TEXT_OR_NULL, "the same in the language of the run", one.valid_for.as_ref().map(|length| said::duration(&length.value, &world.language))),
    ("valid_days", COUNT_OR_NULL, "the most days that can be; null where it is unlimited or could not be read", validity_days(one)),
    ("validity_in_law", BOOL, "whether a provision in force lays down how long a result of this procedure is valid", has_validity_in_law(linked, world)),
    ("validity_confidence", TEXT, "how completely the register knows what the law says of that", law::known(&world.registers, &linked.procedure.code.value, Element::Validity, world.as_of).word()),
    ("who", TEXTS, "who published the procedure", strings(&linked.publisher)),
];

fn validity_days(one: &crate::model::Outcome) -> Option<i64> {
    let length = Duration::parse(&one.valid_for.as_ref()?.value)?;
    length.days(0).1.to_i64()
}

fn has_validity_in_law(linked: &crate::link::Linked, world: &World) -> bool {
    let code = &linked.procedure.code.value;
    let live = law::live(&world.registers, code, world.as_of).into_iter().flat_map(|provision| &provision.prescribes);
    live.into_iter().any(|row| row.element == Element::Validity && row.procedure == *code)
}

/// What the fee's own words say, else the online channel's.
fn paid_online(linked: &crate::link::Linked, one: &crate::link::LinkedFee) -> Option<bool> {
    let own = (!one.fee.pay.is_empty()).then(|| one.fee.pay.iter().any(|way| way.value == "online"));
    own.or_else(|| linked.procedure.channels.iter().find(|channel| channel.by == "online")?.payment)
}

/// Why no single length of time can be told from a limit, in words.
fn unclear_said(linked: &Linked, one: &LinkedLimit, language: &str) -> String {
    let Some(why) = unclear::of(linked, one) else { return String::new() };
    let key = format!("unclear.{why}");
    let Some(within) = &one.limit.within else {
        return said::filled(&key, &text::shorten(unclear::published(&one.limit), 80), language);
    };
    let said = |length: Duration| said::duration(&length.to_string(), language);
    let other = unclear::twin(within.value).map_or_else(String::new, said);
    said::filled(&key, &said(within.value), language).replace("{other}", &other)
}

fn cites(ground: &Ground) -> Vec<String> {
    let mut cites: Vec<String> = ground.cites.iter().map(ToString::to_string).collect();
    cites.dedup();
    cites
}

fn knows(world: &World, one: &LinkedCondition) -> bool {
    one.condition.id.as_ref().is_some_and(|id| world.registers.has_condition(&id.value))
}

/// What keeps an application by this channel from being done without paper and without a visit.
fn paper(linked: &crate::link::Linked, channel: &crate::model::Channel, language: &str) -> Vec<String> {
    let procedure = &linked.procedure;
    let visits = usize::try_from(visits(linked, &channel.by)).unwrap_or(0);
    let says = |holds: bool, key: &str| holds.then(|| said::word("paper", key, language));
    let steps = crate::link::known::procedure::paper_steps(linked).map(|step| {
        let title = step.title.said(language);
        if title.is_empty() { step.id.as_str() } else { title }
    });
    let steps: Vec<&str> = steps.collect();
    let all = [
        (visits > 0).then(|| said::count("paper.visits", visits, language)),
        says(channel.compare_original == Some(true), "originals"),
        says(channel.signature.as_ref().is_some_and(|kind| kind.value == "wet"), "signature"),
        (!steps.is_empty()).then(|| format!("{} {}", said::word("paper", "steps", language), said::commas(&steps, language))),
        says(procedure.processed.as_ref().is_some_and(|how| how.value == "paper"), "processed"),
    ];
    all.into_iter().flatten().collect()
}

fn visits(linked: &crate::link::Linked, by: &str) -> i64 {
    let column = match by {
        "in-person" => 0,
        "online" => 1,
        _ => 2,
    };
    linked.procedure.steps.iter().filter_map(|step| step.visits.get(column).copied().flatten()).sum()
}

/// The least and the most, with the unit: `at least 18 years`.
fn bounds(one: &crate::model::Bounds, language: &str) -> String {
    let unit = one.unit.as_deref().unwrap_or("");
    let said = |key: &str, amount: &Option<rust_decimal::Decimal>| {
        amount.map(|amount| said::filled(key, &said::duration(format!("{} {unit}", amount.normalize()).trim(), language), language))
    };
    let all = [said("bounds.least", &one.at_least), said("bounds.most", &one.at_most)];
    said::commas(&all.into_iter().flatten().collect::<Vec<_>>(), language)
}
