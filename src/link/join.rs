//! One procedure joined with the registers and the rest of the catalogue.

use std::sync::LazyLock;

use crate::{
    date::Date,
    link::{
        Catalogue, Giver,
        ground::{self, Lookup},
        law,
        linked::{Difference, Ground, Linked, LinkedDocument, LinkedField, LinkedForm},
        reuse, uses,
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
    differences: Vec<Difference>,
    registers: &Registers,
    catalogue: &Catalogue<'_>,
    lexicon: &LazyLexicon<'_>,
    day: Date,
) -> Linked {
    let uses = uses::of(registers, &procedure, day);
    let publisher = publisher(&procedure);
    let missing = missing(&procedure);
    let code = procedure.code.value.clone();
    let own = law::live(registers, &code, day);
    let (everywhere, closed, by_hand) = (&catalogue.everywhere, catalogue.closed, procedure.by_hand);
    let lookup = Lookup { registers, code: &code, day, own, everywhere, closed, by_hand, publisher: publisher.clone() };
    let documents = std::mem::take(&mut procedure.documents);
    let documents = linked_documents(documents, &procedure, &lookup, catalogue, lexicon);
    let (forms, fields) = linked_forms(&mut procedure, registers, day);
    let limit_law = lookup.law(Element::TimeLimit);
    let limits = std::mem::take(&mut procedure.limits).into_iter().enumerate();
    let fee_law = lookup.law(Element::Fee);
    let fees = std::mem::take(&mut procedure.fees).into_iter().enumerate();
    let condition_law = lookup.law(Element::Condition);
    let conditions = std::mem::take(&mut procedure.conditions).into_iter().enumerate();
    Linked {
        documents,
        forms,
        fields,
        limits: limits.map(|(at, limit)| lookup.limit(&limit_law, limit, at)).collect(),
        fees: fees.map(|(at, fee)| lookup.fee(&fee_law, fee, at)).collect(),
        conditions: conditions.map(|(at, one)| lookup.condition(&condition_law, one, at)).collect(),
        uses,
        differences,
        limit_law: whole(&limit_law, &publisher),
        lawful_limit: ground::longest(&limit_law).map(|limit| limit.to_string()),
        publisher,
        missing,
        ordinal: 0,
        procedure,
    }
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

fn linked_documents(
    documents: Vec<Document>,
    procedure: &Procedure,
    lookup: &Lookup<'_>,
    catalogue: &Catalogue<'_>,
    lexicon: &LazyLexicon<'_>,
) -> Vec<LinkedDocument> {
    let law = lookup.law(Element::Document);
    let link = |(at, document): (usize, Document)| {
        let (evidence, vague) = evidence(&document, procedure, lexicon);
        let made = |one: &String| lookup.registers.evidence.get(one).is_some_and(|known| known.class.as_deref() == Some("self-made"));
        let self_made = !evidence.is_empty() && evidence.iter().all(made);
        let (ground, lightest_lawful) = lookup.document(&law, &document, &evidence, self_made);
        let holder = reuse::holder(lookup.registers, &lookup.own, procedure, &document, &evidence, lookup.day);
        let (given_by, own) = givers(&document, procedure, &evidence, catalogue);
        LinkedDocument { document, at, evidence, self_made, vague, law: ground, lightest_lawful, holder, given_by, own }
    };
    documents.into_iter().enumerate().map(link).collect()
}

/// The types of evidence that will do: as written, else as recognised in the title; and whether the words are open.
fn evidence(document: &Document, procedure: &Procedure, lexicon: &LazyLexicon<'_>) -> (Vec<String>, bool) {
    let written = document.alternatives.iter().filter_map(|one| one.evidence.as_ref());
    let written: Vec<String> = written.map(|name| name.value.clone()).collect();
    // What an importer recognised it has written down; asking again would only cost time.
    if !written.is_empty() || procedure.by_program || document.is_unparsed("evidence") {
        return (written, document.vague);
    }
    let reading = lexicon.read(document.title.said("vi"));
    let vague = document.vague || reading.vague;
    if reading.waived || reading.guidance || reading.form_about.is_some() { (Vec::new(), vague) } else { (reading.evidence, vague) }
}

/// The procedures of the catalogue that give a paper, and those among them that the same office settles.
fn givers(document: &Document, procedure: &Procedure, evidence: &[String], catalogue: &Catalogue<'_>) -> (Vec<String>, Vec<String>) {
    // With alternatives the applicant may bring one that nobody here gives.
    let ([only], false) = (evidence, document.any_of) else { return (Vec::new(), Vec::new()) };
    let got = document.handed_back || document.obtained_by.as_deref().is_some_and(|by| by != "applicant");
    // Whoever changes a paper or makes it anew needs the one there is.
    let makes = procedure.results.iter().any(|result| result.evidence.as_ref().is_some_and(|made| made.value == *only));
    if got || makes || is_about_foreign_papers(procedure) {
        return (Vec::new(), Vec::new());
    }
    let all = catalogue.givers.get(only).map_or(&[][..], Vec::as_slice);
    // The records of one province are not those of another.
    let apart = |giver: &&Giver| giver.issued_by.is_some() && procedure.issued_by.is_some() && giver.issued_by != procedure.issued_by;
    let others = || all.iter().filter(|giver| giver.code != procedure.code.value && !apart(giver));
    let settles = |giver: &&Giver| procedure.authority.iter().any(|name| giver.authority.contains(&name.value));
    let codes = |givers: Vec<&Giver>| {
        let mut codes: Vec<String> = givers.into_iter().map(|giver| giver.code.clone()).collect();
        codes.sort();
        codes.dedup();
        codes
    };
    (codes(others().collect()), codes(others().filter(settles).collect()))
}

/// Whether the papers are those of foreigners, or papers given abroad: no office here gave them.
fn is_about_foreign_papers(procedure: &Procedure) -> bool {
    let whom = |name: &str| procedure.audience.iter().any(|one| one == name);
    whom("foreigner") && !whom("citizen") || text::fold(procedure.title.said("vi")).contains("nước ngoài cấp")
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
