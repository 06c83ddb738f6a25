//! Reports made for tests: of the catalogue, and of procedures written here.

use std::{
    path::Path,
    sync::{Arc, LazyLock},
};

use redtape::{
    confidence::Confidence,
    date::Date,
    files::{self, Store},
    link::Terms,
    lint::{self, BuiltIn},
    locale::Locale,
    register::Registers,
    render::{self, paper},
    report::{
        Choice,
        review::{self, Audience, Review, Wish},
    },
    rule::{Persona, RuleSet},
    span::FileId,
};

static SHIPPED: LazyLock<(RuleSet, Arc<Registers>)> = LazyLock::new(|| {
    let mut store = Store::default();
    let files = embedded(&mut store);
    let BuiltIn { rules, registers } = lint::built_in(&store, &files);
    (rules.expect("the rules"), Arc::new(registers.expect("the registers")))
});

fn embedded(store: &mut Store) -> Vec<FileId> {
    files::registers().into_iter().map(|(path, text)| store.embedded(path, text)).collect()
}

/// The review of the files that `put` puts into a store.
fn review(put: impl FnOnce(&mut Store) -> Vec<FileId>) -> Review {
    let (rules, registers) = &*SHIPPED;
    let mut store = Store::default();
    embedded(&mut store);
    let files = put(&mut store);
    let terms = Terms { least: Confidence::Undetermined, ..Terms::new(Date::parse("2026-07-01").expect("a day"), "vi") };
    let linted = lint::run(&store, &files, registers.clone(), rules, &terms, &|| ());
    let choice = Choice { min_confidence: Confidence::Undetermined, persona: Persona::Regular, ..Choice::default() };
    let wish = Wish { audience: Audience::Province, command: "redtape report".to_owned(), ..Wish::default() };
    review::make(linted, &store, &choice, rules, wish).expect("nobody changes the files meanwhile")
}

/// The review of the catalogue.
pub(crate) static CATALOGUE: LazyLock<Review> = LazyLock::new(|| {
    let found = files::discover(Path::new("procedures")).expect("the catalogue");
    review(|store| found.into_iter().map(|path| store.disk(path.display().to_string(), path)).collect())
});

/// The review of one procedure, written here.
pub(crate) fn of(text: &str) -> Review {
    review(|store| vec![store.memory("procedures/a.yaml", text)])
}

pub(crate) fn docx(review: &Review, code: &str) -> Vec<u8> {
    let locale = Locale::of(code);
    render::docx(&paper::brief(review, locale), locale.say("report.contents"), review.trace.as_of).expect("a document")
}

pub(crate) fn xlsx(review: &Review, code: &str) -> Vec<u8> {
    render::xlsx(review, Locale::of(code)).expect("a workbook")
}

pub(crate) fn html(review: &Review, code: &str) -> String {
    render::html(review, Locale::of(code)).expect("a page")
}
