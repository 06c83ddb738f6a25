//! What is known of a procedure.

use crate::{
    confidence::Confidence,
    link::{
        InstrumentUse, World,
        chain::Chain,
        flow::Flow,
        known::{
            BOOL, BOOL_OR_NULL, COUNT, COUNT_OR_NULL, DATE_OR_NULL, DECIMAL_OR_NULL, Row, TEXT, TEXT_OR_NULL, TEXTS, burden,
            facts_of_procedure,
            proof::{several, short},
            published, said, step, strings, title, unrecorded, usage,
        },
        law,
        linked::Linked,
        office, volume,
    },
    model::Procedure,
    register::Element,
};

/// One row for each word a rule may use after `procedure.`.
pub(super) const PROCEDURE: &[Row] = facts_of_procedure![linked, world;
    ("code", TEXT, "its code in the national catalogue", linked.procedure.code.value.as_str()),
    ("title", TEXT, "its official name, in the language of the run", linked.procedure.title.said(&world.language)),
    ("published_title", TEXT, "the same as published, whatever the language of the run: what a question may ask", linked.procedure.title.said("vi")),
    ("sector", TEXT_OR_NULL, "its field", linked.procedure.sector.as_deref()),
    ("levels", TEXTS, "where it is settled: `central`, `province`, `district`, `commune`", strings(&linked.procedure.levels)),
    ("audience", TEXTS, "for whom it is", strings(&linked.procedure.audience)),
    ("imported", BOOL, "whether the file was imported from another's record", linked.procedure.imported_from.is_some()),
    ("documents", COUNT, "how many documents it asks for", linked.documents.len()),
    ("documents_always", COUNT, "how many of them everybody brings, whatever the case",
        linked.documents.iter().filter(|one| one.document.cases.is_empty() && one.document.when.is_none()).count()),
    ("limits", COUNT, "how many time limits it states, whether they could be read or not", linked.limits.len()),
    ("limit_state", TEXT, "`given`, `unparsed` (words that could not be read), `missing`, or `not-in-source`", limit_state(linked)),
    ("documents_unrecorded", TEXTS, "those of them that the applicant brings, that nobody is known to hold, and of which no provision is recorded, where nothing tells that there is none",
        unrecorded::said(linked, &world.language)),
    ("lawful_limit", TEXT_OR_NULL, "the longest limit that the law allows it, where the register knows one", linked.lawful_limit.as_deref()),
    ("lawful_limit_said", TEXT_OR_NULL, "the same in the language of the run", linked.lawful_limit.as_deref().map(|limit| said::duration(limit, &world.language))),
    ("lawful_limit_clause", TEXT, "the same as a clause to stand behind a sentence; empty where the register knows none",
        linked.lawful_limit.as_deref().map_or_else(String::new, |limit| said::filled("limit.longest", &said::duration(limit, &world.language), &world.language))),
    ("lawful_limit_at", TEXTS, "the provisions that set its limit", linked.limit_law.cites.iter().map(ToString::to_string).collect::<Vec<_>>()),
    ("bases", COUNT, "how many instruments it cites", linked.uses.len()),
    ("bases_in_force", COUNT, "how many of them are in force or not known to have ended", linked.uses.iter().filter(|one| one.state != "ended").count()),
    ("bases_normative", COUNT, "how many of them are not known to be letters, plans or a ministry's internal decisions",
        linked.uses.iter().filter(|one| !is_internal(one.text.kind.as_deref())).count()),
    ("bases_standing", COUNT, "how many of them may carry it: neither ended nor still to begin, and not certainly without the force of law",
        linked.uses.iter().filter(|one| !matches!(one.state, "ended" | "not-yet") && !is_only_internal(one)).count()),
    ("bases_unreadable", COUNT, "how many citations could not be read",
        linked.procedure.legal_basis.iter().filter(|cited| cited.citation.is_none()).count()),
    ("says_basis", BOOL, "whether its silence about the law means something: the source has such a key", linked.procedure.would_say("legal_basis")),
    ("missing", TEXTS, "the components that a publication must have and that it lacks, of steps, channels, documents, audience, authority", strings(&linked.missing)),
    ("dossier_in_words", BOOL, "whether words stand where the documents should be", linked.documents.is_empty() && linked.procedure.place("dossier").is_some()),
    ("missing_said", TEXTS, "the same in the language of the run", said::components(&linked.missing, &world.language)),
    ("sets", COUNT_OR_NULL, "how many sets of the dossier, where it is said", linked.procedure.sets.as_ref().map(|sets| sets.value)),
    ("says_sets", BOOL, "whether its silence about the number of sets means something: an imported record has no place for it", linked.procedure.imported_from.is_none()),
    ("lawful_sets", COUNT_OR_NULL, "the most sets that the law allows in any case, where the register knows it", linked.lawful_sets),
    ("sets_law_at", TEXTS, "the provisions that set their number", said::laws(&linked.sets_law.cites, world)),
    ("sets_confidence", TEXT, "how completely the register knows the number of sets of this procedure", linked.sets_law.known.word()),
    ("several", COUNT, "how many of its documents are asked for in more copies than there are sets, by the file and by the law; photographs left out", several(linked).count()),
    ("several_said", TEXTS, "the first of them, and how many more there are", said::first(&several(linked).map(|one| short(one, world)).collect::<Vec<_>>(), &world.language)),
    ("links_papers", BOOL, "whether the file says which steps use which documents, or what its conditions are about", is_linking(linked)),
    ("links_fields", BOOL, "whether the file says which steps use which fields", linked.fields.iter().any(|one| !one.field.used_by.is_empty())),
    ("online", BOOL, "whether one can apply online", online(&linked.procedure).is_some()),
    ("online_level", TEXT_OR_NULL, "how far the online service goes, where it is said",
        online(&linked.procedure).and_then(|channel| channel.level.as_ref()).map(|level| level.value.as_str())),
    ("online_level_clause", TEXT, "the same as a clause to stand behind a sentence; empty where nothing is said",
        online(&linked.procedure).and_then(|channel| channel.level.as_ref()).map_or_else(String::new, |level| said::word("level", &level.value, &world.language))),
    ("says_channels", BOOL, "whether its silence about channels means something", linked.procedure.would_say("channels")),
    ("channels", COUNT, "how many ways to apply it states", linked.procedure.channels.len()),
    ("partial_because", TEXT_OR_NULL, "why it is not fully online", linked.procedure.partial_online_because.as_ref().map(|why| why.value.as_str())),
    ("processed", TEXT_OR_NULL, "how dossiers are worked on: `electronic`, `paper` or `mixed`", linked.procedure.processed.as_ref().map(|how| how.value.as_str())),
    ("paper_steps", TEXTS, "the steps done on paper, the delivery of the result left out", paper_steps(linked).map(|step| step.id.clone()).collect::<Vec<_>>()),
    ("local", BOOL, "whether a province, a district or a commune settles it", linked.procedure.levels.iter().any(|level| level != "central")),
    ("received_on", TEXT_OR_NULL, "where dossiers are received: `provincial-system`, `ministry-system`, `national-portal` or `paper`",
        linked.procedure.received_on.as_ref().map(|place| place.value.as_str())),
    ("received_said", TEXT, "the same in the language of the run; empty where it is not said",
        linked.procedure.received_on.as_ref().map_or_else(String::new, |place| said::word("received", &place.value, &world.language))),
    ("synchronised_with", TEXTS, "with what that system is synchronised: `national-portal`, `provincial-system`, `ministry-system`",
        linked.procedure.synchronised_with.iter().map(|name| name.value.clone()).collect::<Vec<_>>()),
    ("synchronised_nowhere", BOOL, "whether it is said to be synchronised with nothing", linked.procedure.synchronised_nowhere),
    ("figures_of", COUNT_OR_NULL, "the latest year of which it is known how often it was used", usage::latest(&linked.procedure).map(|one| one.year)),
    ("dossiers", COUNT_OR_NULL, "how many dossiers came in that year", usage::latest(&linked.procedure).and_then(|one| one.dossiers)),
    ("unused_years", COUNT, "for how many years in a row, up to that one, no dossier came", usage::unused_years(&linked.procedure)),
    ("online_percent", COUNT_OR_NULL, "how many of a hundred dossiers of that year came online", usage::percent(&linked.procedure, |one| one.online)),
    ("supplemented_percent", COUNT_OR_NULL, "of how many of a hundred dossiers of that year more papers were asked", usage::percent(&linked.procedure, |one| one.supplemented)),
    ("repeats", COUNT, "how many procedures of this catalogue that stand before it bear its code under another title, for the same office", linked.repeats, catalogue),
    ("code_hint", TEXT, "the question whether another code was meant, to stand behind a sentence; empty where none is near",
        published::code_hint(&linked.procedure.code.value, &world.language)),
    ("decision", TEXT_OR_NULL, "the decision that published it", linked.procedure.published.as_ref().and_then(|one| one.decision.as_deref())),
    ("publisher", TEXT, "who published it: `province`, `ministry` or `unknown`", linked.publisher.first().copied().unwrap_or("unknown")),
    ("signed", DATE_OR_NULL, "when that decision was signed", linked.procedure.published.as_ref().and_then(|one| one.signed)),
    ("effective", DATE_OR_NULL, "when it takes effect by that decision", linked.procedure.published.as_ref().and_then(|one| one.effective)),
    ("entered", DATE_OR_NULL, "when it was entered in the national database", linked.procedure.published.as_ref().and_then(|one| one.in_national_database)),
    ("days_to_effect", COUNT_OR_NULL, "the days from the signing of that decision to its effect; less than none where it was signed later",
        published::days_to_effect(&linked.procedure)),
    ("days_to_entry", COUNT_OR_NULL, "the working days from the signing of that decision to the entry in the national database, where the calendar register knows them",
        published::days_to_entry(&linked.procedure, world)),
    ("results_electronic", BOOL, "whether it has results and all of them are said to be issued electronically",
        !linked.procedure.results.is_empty() && linked.procedure.results.iter().all(|result| result.electronic == Some(true))),
    ("redress", BOOL, "whether it says what an applicant can do when it goes wrong", linked.procedure.place("redress").is_some()),
    ("says_redress", BOOL, "whether its silence about that means something: the source has such a key", linked.procedure.would_say("redress")),
    ("apology", BOOL_OR_NULL, "whether a written apology goes out for delay", linked.procedure.apology.as_ref().map(|yes| yes.value)),
    ("says_delay", BOOL, "whether its silence about delay means something", linked.procedure.would_say("delay")),
    ("new_appointments", COUNT_OR_NULL, "how often a new date may be set", linked.procedure.new_appointments.as_ref().map(|count| count.value)),
    ("supplement_requests", COUNT_OR_NULL, "how often more papers may be asked for", linked.procedure.supplement_requests.as_ref().map(|count| count.value)),
    ("supplement_notice_said", TEXT_OR_NULL, "within what time the applicant hears that papers are missing, in the language of the run",
        linked.procedure.supplement_notice.as_ref().map(|notice| said::duration(&notice.value.to_string(), &world.language))),
    ("supplement_notice_hours", DECIMAL_OR_NULL, "the same in working hours: the least that it comes to, whatever the day it starts",
        linked.procedure.supplement_notice.as_ref().map(|notice| notice.value.least_working_hours(world.registers.longest_closure().max(9)))),
    ("looks_up", BOOL, "whether the office looks data up instead of asking for some document", linked.documents.iter().any(|one| looked_up(&one.document))),
    ("steps", COUNT, "how many steps it has", linked.procedure.steps.len()),
    ("steps_timed", COUNT, "how many of them say how long they may take", linked.procedure.steps.iter().filter(|step| step.within.is_some()).count()),
    ("steps_assigned", COUNT, "how many of them say who does them", linked.procedure.steps.iter().filter(|step| step.by.is_some()).count()),
    ("steps_ordered", BOOL, "whether they say which comes after which; if none does, they are taken in the order written", flow(linked, |flow| flow.ordered)),
    ("critical_path", TEXTS, "the steps that take the longest one after the other, of those that count against the limit",
        flow(linked, |flow| said::first(&chained(linked, &flow.least, &world.language), &world.language))),
    ("critical_path_said", TEXTS, "what they take, working time and calendar time apart, in the language of the run",
        flow(linked, |flow| flow.least.length.written().iter().map(|one| said::duration(one, &world.language)).collect::<Vec<_>>())),
    ("steps_exceed", BOOL, "whether that is longer than each of its limits for certain, whatever the day it starts", linked.pace.exceeds),
    ("longest_limit_said", TEXT_OR_NULL, "the longest of its limits, where all could be read and all time counts, in the language of the run",
        linked.pace.longest.map(|limit| said::duration(&limit.to_string(), &world.language))),
    ("steps_share", COUNT_OR_NULL, "what share of its shortest limit the steps take at the most, in percent; null where some step or limit does not say",
        linked.pace.share),
    ("median_share", COUNT_OR_NULL, "what share of its shortest limit half of the dossiers took at the most, in percent", linked.pace.median_share),
    ("median_year", COUNT_OR_NULL, "the last year of which that is known", linked.pace.median_year),
    ("slack_said", TEXTS, "what shares of its shortest limit the steps and half of the dossiers take, of those that leave more over than the run lets pass, in the language of the run",
        slack(linked, world)),
    ("offices", COUNT, "how many agencies do something in its steps, the desk left out", flow(linked, |flow| flow.offices.len())),
    ("offices_said", TEXTS, "what they are called", flow(linked, |flow| flow.offices.iter().map(|id| step::agency(world, id)).collect::<Vec<_>>())),
    ("handoffs", COUNT, "how often a case goes from one of its offices to another, the desk counted", flow(linked, |flow| flow.handoffs)),
    ("says_authority", BOOL, "whether it names the agency that settles it, or its source has no such key",
        !linked.procedure.authority.is_empty() || linked.procedure.authority_says.is_some() || !linked.procedure.would_say("authority")),
    ("authority_gone", TEXTS, "the agencies it names that by the register no longer exist on this day",
        office::gone(linked, world).into_iter().map(|id| step::agency(world, id)).collect::<Vec<_>>()),
    ("authority_law_clause", TEXT, "who settles it by law, as a clause to stand behind a sentence; empty where the register does not say",
        clause("authority.law", &office::lawful(linked, world), &world.language)),
    ("authority_confidence", TEXT, "how completely the register knows who settles it", law::known(&world.registers, &linked.procedure.code.value, Element::Authority, world.as_of).word()),
    ("refused_share", DECIMAL_OR_NULL, "how many of a hundred dossiers were refused in the last year for which it says so", volume::refused_share(&linked.procedure)),
    ("checkable", BOOL, "whether it asks for papers, and each is held by a data source that can be used, or is the applicant's own declaration", is_checkable(linked)),
    ("says_conditions", BOOL, "whether its silence about conditions means something: the source has such a key", linked.procedure.would_say("conditions")),
    ("conditions_open", COUNT, "how many of its conditions name no concept that data could answer", linked.conditions.iter().filter(|one| one.condition.concept.is_none()).count()),
    ("renews", TEXT_OR_NULL, "the procedure by which what it extends is issued first", linked.relations.renewal.as_ref().map(|renewal| renewal.first.code.as_str()), catalogue),
    ("renews_papers", COUNT, "how many papers everybody must bring there, the applicant's own forms left out", linked.relations.renewal.as_ref().map_or(0, |renewal| renewal.papers.len()), catalogue),
    ("renews_again", COUNT, "how many of them everybody must bring here again", linked.relations.renewal.as_ref().map_or(0, |renewal| renewal.again.len()), catalogue),
    ("renews_said", TEXTS, "what these are called", linked.relations.renewal.iter().flat_map(|renewal| &renewal.again).map(|id| title(world.registers.evidence.get(id).map(|known| &known.title), id, &world.language).to_owned()).collect::<Vec<_>>(), catalogue),
    ("volume_year", COUNT_OR_NULL, "the last year for which it says how many dossiers were settled in time", volume::punctual(&linked.procedure).map(|volume| volume.year)),
    ("late_share", DECIMAL_OR_NULL, "how many of a hundred dossiers of that year were late", volume::late_share(&linked.procedure)),
    ("late_share_said", TEXT_OR_NULL, "the same as it is written in the language of the run", volume::late_share(&linked.procedure).map(|share| said::decimal(share, &world.language))),
    ("late_dossiers", COUNT_OR_NULL, "how many dossiers of that year were late, to the nearest one", volume::late(&linked.procedure)),
    ("late_dossiers_clause", TEXT, "the same as a clause to stand behind a sentence; empty where it is not known",
        volume::late(&linked.procedure).map_or_else(String::new, |late| said::filled("late.dossiers", &late.to_string(), &world.language))),
    ("cost", DECIMAL_OR_NULL, "what one average case costs an applicant as a rule, in the currency of the cost register", burden::case(linked, world)),
    ("cost_said", TEXT, "the same with its bounds, as it is written in the language of the run", burden::case_said(linked, world)),
    ("cost_missing", TEXTS, "what is needed to know its cost and is not said, though its source has a place for it", burden::missing(linked, world)),
    ("cost_missing_said", TEXTS, "the same in the language of the run", burden::missing_said(linked, world)),
    ("cost_defaults", COUNT, "how many parameters of its cost nobody measured", burden::defaults(linked, world)),
    ("dear", BOOL, "whether it costs more than nine of ten procedures of a catalogue of at least twenty", burden::is_dear(linked, world), catalogue),
    ("visits", DECIMAL_OR_NULL, "how often an applicant must come in an average case, where the steps say so", burden::visits(linked, world)),
    ("who", TEXTS, "who published it, and so can change the publication", strings(&linked.publisher)),
];

/// Several names as a clause to stand behind a sentence; empty where there is none.
fn clause(key: &str, names: &[String], language: &str) -> String {
    if names.is_empty() { String::new() } else { said::filled(key, &names.join(", "), language) }
}

/// What the graph of the steps says, of no steps where there is none.
fn flow<T>(linked: &Linked, of: impl Fn(&Flow) -> T) -> T {
    linked.pace.flow.as_ref().map_or_else(|| of(&Flow::default()), &of)
}

/// What shares of the limit are so small that more is left over than the run lets pass, in words.
fn slack(linked: &Linked, world: &World) -> Vec<String> {
    let most = 100 - world.thresholds.slack;
    let small = |share: Option<i64>| share.filter(|share| *share <= most).map(|share| share.to_string());
    let said = |key: &str, share: String| said::filled(key, &share, &world.language);
    let steps = small(linked.pace.share).map(|share| said("slack.steps", share));
    let year = linked.pace.median_year.unwrap_or_default().to_string();
    let median = small(linked.pace.median_share).map(|share| said("slack.median", share).replace("{year}", &year));
    steps.into_iter().chain(median).collect()
}

/// What the steps of a chain are called.
fn chained(linked: &Linked, chain: &Chain, language: &str) -> Vec<String> {
    let steps = chain.steps.iter().filter_map(|at| linked.procedure.steps.get(*at));
    steps.map(|one| step::name(one, language).to_owned()).collect()
}

/// Whether data can show all that the applicant is asked to show.
fn is_checkable(linked: &Linked) -> bool {
    let held = |one: &crate::link::LinkedDocument| one.holder.as_ref().is_some_and(|holder| holder.confidence > Confidence::Undetermined);
    !linked.documents.is_empty() && linked.documents.iter().all(|one| one.self_made || held(one))
}

fn online(procedure: &Procedure) -> Option<&crate::model::Channel> {
    procedure.channels.iter().find(|channel| channel.by == "online")
}

/// The steps done on paper, the delivery of the result left out.
pub(super) fn paper_steps(linked: &Linked) -> impl Iterator<Item = &crate::model::Step> {
    let delivers = |step: &crate::model::Step| step.kind.as_deref() == Some("delivery");
    let on_paper = |step: &crate::model::Step| step.medium.as_ref().is_some_and(|medium| medium.value == "paper");
    let paper = move |step: &&crate::model::Step| on_paper(step) && !delivers(step);
    linked.procedure.steps.iter().filter(paper)
}

/// Whether the office looks its data up, and asks for the paper only where it finds nothing, if at all.
fn looked_up(document: &crate::model::Document) -> bool {
    document.only_if_not_found || document.obtained_by.as_deref() == Some("agency-query")
}

/// Whether a kind of instrument is no normative text: a letter, a plan, a decision that only publishes.
fn is_internal(kind: Option<&str>) -> bool {
    matches!(kind, Some("official-letter" | "plan" | "ministerial-decision"))
}

/// The same, for certain: by the register, or by a number without a year, which no ministry gives a text with the force of law.
fn is_only_internal(one: &InstrumentUse) -> bool {
    is_internal(one.text.kind.as_deref()) && (one.text.known || one.number.split('/').count() < 3)
}

/// Whether the file says what its documents are for: only then does the silence about one of them mean something.
fn is_linking(linked: &Linked) -> bool {
    let steps = linked.procedure.steps.iter().any(|step| !step.uses.is_empty());
    let documents = linked.documents.iter().any(|one| !one.document.used_by.is_empty());
    steps || documents || linked.conditions.iter().any(|one| one.condition.concept.is_some())
}

fn limit_state(linked: &Linked) -> &'static str {
    let limits = &linked.limits;
    if limits.iter().any(|one| one.limit.within.is_some()) {
        return "given";
    }
    if !limits.is_empty() {
        return "unparsed";
    }
    if linked.procedure.would_say("time_limit") { "missing" } else { "not-in-source" }
}
