//! What is known of a concept that the forms of a procedure ask for.

use crate::link::{
    ConceptUse, Linked, World,
    known::{BOOL, COUNT, Row, TEXT, TEXT_OR_NULL, TEXTS, facts, said, source_title, strings, title},
    reuse,
    subject::Subject,
};

/// One row for each word a rule may use after `concept.`.
pub(super) const CONCEPT: &[Row] = facts![Subject::ConceptUse(linked, one), world;
    ("id", TEXT, "its name in the registers", one.concept.as_str()),
    ("title", TEXT, "what it is called", title(world.registers.concepts.get(&one.concept), &one.concept, &world.language)),
    ("places", COUNT, "how many fields ask for it", one.places.len()),
    ("again", COUNT, "how many of them ask once more for what a field of the same name in an earlier form asks for, and are not filled in beforehand", one.again.len()),
    ("again_said", TEXTS, "what stands beside those", one.again.iter().map(|asked| said::filled("quoted", asked.label.said(&world.language), &world.language)).collect::<Vec<_>>()),
    ("earlier", TEXTS, "the procedures that must come first and that ask for it in a field of the same name", earlier(one)),
    ("earlier_said", TEXTS, "the first of them, and how many more there are", said::first(&earlier(one), &world.language)),
    ("holder", TEXT_OR_NULL, "the data source that holds it", holder(linked, one, world)),
    ("holder_title", TEXT_OR_NULL, "what that source is called", holder(linked, one, world).map(|source| source_title(source, world))),
    ("shown", BOOL, "whether a document of the dossier shows it", is_shown(linked, one, world)),
    ("who", TEXTS, "who published the procedure", strings(&linked.publisher)),
];

fn earlier(one: &ConceptUse) -> Vec<String> {
    let mut codes: Vec<String> = one.earlier.iter().map(|(code, _)| code.clone()).collect();
    codes.sort();
    codes.dedup();
    codes
}

fn holder<'w>(linked: &Linked, one: &ConceptUse, world: &'w World) -> Option<&'w str> {
    reuse::concept_holder(&world.registers, &linked.procedure, &one.concept, world.as_of).map(|(source, _)| source)
}

fn is_shown(linked: &Linked, one: &ConceptUse, world: &World) -> bool {
    let papers = linked.documents.iter().flat_map(|document| &document.evidence);
    let known = papers.filter_map(|id| world.registers.evidence.get(id)).flat_map(|known| &known.proves);
    let said = linked.documents.iter().flat_map(|document| &document.document.proves).map(|name| &name.value);
    known.chain(said).any(|concept| *concept == one.concept)
}
