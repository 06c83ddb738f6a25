//! One procedure joined with the registers and the rest of the catalogue.

use std::sync::LazyLock;

use crate::{
    date::Date,
    link::{
        Catalogue, Difference,
        basis::{self, Parts},
        burden::Bill,
        conflict, dossier, givers,
        graph::Relations,
        ground::{self, Lookup},
        lapse, law,
        linked::{Ground, Linked, LinkedCondition, LinkedDocument, LinkedFee, LinkedField, LinkedForm, LinkedLimit, StepLaw},
        pace, prescribed, reuse,
        shelf::Shelf,
        uses,
    },
    model::{Document, Field, FormSheet, Procedure},
    recognise::{Entry, Lexicon},
    register::{Element, Registers},
    text,
};

/// A lexicon that is built when it is first asked.
pub(super) type LazyLexicon<'r> = LazyLock<Lexicon, Box<dyn FnOnce() -> Lexicon + Send + 'r>>;

/// The names under which the registers know papers.
pub(super) fn lexicon(registers: &Registers) -> Lexicon {
    Lexicon::new(registers.evidence.values().map(|evidence| {
        let titles = [evidence.title.vi.as_deref(), evidence.title.en.as_deref()];
        let names = titles.into_iter().flatten().chain(evidence.aliases.iter().map(String::as_str));
        Entry { id: &evidence.id, names: names.collect(), self_made: evidence.class.as_deref() == Some("self-made") }
    }))
}

/// Joins one procedure.
pub(super) fn procedure(
    mut procedure: Procedure,
    at: usize,
    differences: Vec<Difference>,
    shelf: &Shelf<'_>,
    catalogue: &Catalogue,
) -> Linked {
    let (registers, day) = (shelf.registers, shelf.day);
    let (uses, publisher, missing) = (uses::of(registers, &shelf.texts, &procedure, day), publisher(&procedure), missing(&procedure));
    let code = procedure.code.value.clone();
    let lookup = Lookup::new(&code, shelf, procedure.by_hand, publisher.clone());
    let documents = linked_documents(&mut procedure, at, &lookup, shelf, catalogue);
    let (forms, fields) = linked_forms(&mut procedure, registers, day);
    let ((sets_law, lawful_sets), pace) = (lookup.sets(), pace::of(&procedure, shelf.closed));
    let limit_law = lookup.law(Element::TimeLimit);
    let limits = linked_limits(&mut procedure, &lookup, &limit_law);
    let (fees, conditions) = linked_demands(&mut procedure, &lookup);
    let parts = Parts { documents: &documents, limits: &limits, conditions: &conditions, fees: &fees, forms: &forms };
    Linked {
        bill: Bill::default(),
        bases: basis::of(registers, &shelf.texts, &procedure, &parts),
        lapses: lapse::of(registers, &uses, &documents, day),
        prescribed: prescribed::of(&lookup, &procedure, &documents, &conditions),
        conflicts: conflict::of(&lookup),
        documents,
        forms,
        fields,
        limits,
        fees,
        conditions,
        uses,
        differences,
        past: None,
        step_law: step_law(&lookup),
        limit_law: whole(&limit_law, &publisher),
        sets_law,
        lawful_sets,
        concepts: Vec::new(),
        lawful_limit: ground::longest(&limit_law).map(|limit| limit.to_string()),
        pace,
        publisher,
        missing,
        relations: Relations::default(),
        ordinal: 0,
        repeats: 0,
        procedure,
    }
}

/// The documents of the procedure whose card is the one at `at`, each with those who give it.
fn linked_documents(
    procedure: &mut Procedure,
    at: usize,
    lookup: &Lookup<'_>,
    shelf: &Shelf<'_>,
    catalogue: &Catalogue,
) -> Vec<LinkedDocument> {
    let documents = std::mem::take(&mut procedure.documents);
    let givers = |document: &Document, types: &[String]| {
        let (only, card) = (givers::wanted(document, procedure, types)?, catalogue.cards.get(at)?);
        catalogue.papers.givers(only, || text::fold(document.title.said("vi")).into(), card, &catalogue.cards)
    };
    dossier::of(documents, procedure, lookup, shelf, &givers)
}

/// The time limits, each with what the law says of it.
fn linked_limits(procedure: &mut Procedure, lookup: &Lookup<'_>, law: &law::Law<'_>) -> Vec<LinkedLimit> {
    let limits = std::mem::take(&mut procedure.limits).into_iter().enumerate();
    limits.map(|(at, limit)| lookup.limit(law, limit, at)).collect()
}

/// Where no provision lays any fee down, the first of them is asked about, and counts the others.
fn say_once(fees: &mut [LinkedFee]) {
    let unknown = |fee: &LinkedFee| {
        fee.law.askable && fee.law.cites.is_empty() && !fee.exceeds && fee.fee.amount.as_ref().is_some_and(|fee| !fee.amount.is_zero())
    };
    let mut unknown: Vec<&mut LinkedFee> = fees.iter_mut().filter(|fee| unknown(fee)).collect();
    let more = unknown.len().saturating_sub(1);
    if let Some((first, others)) = unknown.split_first_mut() {
        first.more = more;
        others.iter_mut().for_each(|fee| fee.law.askable = false);
    }
}

/// What is paid and what is demanded of the applicant, each with what the law says of it.
fn linked_demands(procedure: &mut Procedure, lookup: &Lookup<'_>) -> (Vec<LinkedFee>, Vec<LinkedCondition>) {
    let (fee_law, condition_law) = (lookup.law(Element::Fee), lookup.law(Element::Condition));
    let fees = std::mem::take(&mut procedure.fees).into_iter().enumerate();
    let conditions = std::mem::take(&mut procedure.conditions).into_iter().enumerate();
    let mut fees: Vec<LinkedFee> = fees.map(|(at, fee)| lookup.fee(&fee_law, fee, at)).collect();
    say_once(&mut fees);
    (fees, conditions.map(|(at, one)| lookup.condition(&condition_law, one, at)).collect())
}

fn step_law(lookup: &Lookup<'_>) -> StepLaw {
    let law = lookup.law(Element::Step);
    StepLaw { kinds: law.rows.iter().filter_map(|(_, row)| row.step.clone()).collect(), known: law.known }
}

/// What the law says of an element as a whole, whether the procedure speaks of it or not.
fn whole(law: &law::Law<'_>, publisher: &[&'static str]) -> Ground {
    Ground {
        cites: law.rows.iter().map(|row| row.0.cite.clone()).collect(),
        place: law.rows.first().map(|row| row.0.span),
        known: law.known,
        askable: true,
        who: publisher.to_vec(),
    }
}

fn linked_forms(procedure: &mut Procedure, registers: &Registers, day: Date) -> (Vec<LinkedForm>, Vec<LinkedField>) {
    let forms = std::mem::take(&mut procedure.forms);
    let mut fields = Vec::new();
    let mut linked = Vec::new();
    for (at, mut form) in forms.into_iter().enumerate() {
        let own: Vec<Field> = std::mem::take(&mut form.fields);
        fields.extend(own.into_iter().enumerate().map(|(place, field)| linked_field(field, &form, (at, place), procedure, registers, day)));
        linked.push(LinkedForm { form, at });
    }
    (linked, fields)
}

fn linked_field(
    field: Field,
    form: &FormSheet,
    at: (usize, usize),
    procedure: &Procedure,
    registers: &Registers,
    day: Date,
) -> LinkedField {
    let concept = field.concept.as_ref().map(|concept| concept.value.as_str());
    let holder = concept.and_then(|concept| reuse::concept_holder(registers, procedure, concept, day));
    LinkedField {
        holder: holder.map(|(source, sure)| (source.to_owned(), sure)),
        known_concept: concept.is_some_and(|concept| registers.concepts.contains_key(concept)),
        form: form.id.clone(),
        at,
        field,
    }
}

/// Who published the procedure, and so can change the publication: by its decision's number, else by its own words.
fn publisher(procedure: &Procedure) -> Vec<&'static str> {
    if procedure.issued_by.is_some() {
        return vec!["province"];
    }
    let decision = procedure.published.as_ref().and_then(|published| published.decision.as_deref()).map(text::fold);
    match decision {
        Some(number) if number.contains("ubnd") => vec!["province"],
        Some(number) if number.contains("qđ") || number.contains("qd") => vec!["ministry"],
        _ => vec!["unknown"],
    }
}

/// The components that Decree 63/2010/NĐ-CP Art. 8(2) a) to g), as amended by 92/2017/NĐ-CP, wants of every procedure, and
/// that this one lacks; the time limit has rules of its own, and so has the law it rests on.
fn missing(procedure: &Procedure) -> Vec<&'static str> {
    let given = |key: &str| procedure.place(key).is_some() || !procedure.would_say(key);
    let dossier = !procedure.documents.is_empty() || !procedure.would_say("documents") || !procedure.would_say("dossier");
    let authority = given("authority") || procedure.authority_says.is_some();
    let components = [
        ("steps", given("steps")),
        ("channels", given("channels")),
        ("documents", dossier),
        ("audience", given("audience")),
        ("authority", authority),
    ];
    components.into_iter().filter(|(_, given)| !given).map(|(name, _)| name).collect()
}
