//! Reports to be shown: of the catalogue here, of nothing, and of a procedure with given words in it.

use std::{
    path::Path,
    sync::{Arc, LazyLock},
};

use redtape::{
    confidence::Confidence,
    date::Date,
    files::{self, Store},
    finding::Known,
    link::Terms,
    lint,
    locale::Locale,
    register::Registers,
    render::{self, Format, Screen},
    report::{self, Choice, Report},
    rule::{Persona, RuleSet, Severity},
    span::FileId,
};

/// What ships with the program, read once.
static SHIPPED: LazyLock<(RuleSet, Arc<Registers>)> = LazyLock::new(|| {
    let (mut store, mut registers, mut rules) = (Store::default(), Registers::default(), RuleSet::default());
    for file in embedded(&mut store) {
        lint::add_register(&mut registers, &store, file);
    }
    for (path, text) in files::rules() {
        rules.add(path.trim_end_matches(".yaml"), &path, text).expect("a built-in rule can be used");
    }
    (rules, Arc::new(registers))
});

fn embedded(store: &mut Store) -> Vec<FileId> {
    files::registers().into_iter().map(|(path, text)| store.embedded(format!("registers/{path}"), text)).collect()
}

/// The report over the files that `add` puts into the store: all there is to say, and what is accepted.
fn report(add: impl FnOnce(&mut Store) -> Vec<FileId>) -> Report {
    let (rules, registers) = &*SHIPPED;
    let mut store = Store::default();
    embedded(&mut store);
    let files = add(&mut store);
    let day = Date::parse("2026-07-01").expect("a day");
    let terms = Terms::new(day, "en");
    let mut linted = lint::run(&store, &files, registers.clone(), rules, &terms, &|| ());
    // Every tenth is known already.
    for (at, finding) in std::mem::take(&mut linted.judged.findings).into_iter().enumerate() {
        if at % 10 == 4 {
            linted.judged.known.push(Known { note: Some(finding.title.clone()), finding });
        } else {
            linted.judged.findings.push(finding);
        }
    }
    let choice = Choice {
        min_confidence: Confidence::Undetermined,
        persona: Persona::Pedantic,
        fails: Some(Severity::Warning),
        texts: true,
        accepted: true,
        lists_accepted: true,
        ..Choice::default()
    };
    report::assemble(linted, &store, &choice).expect("nobody changes the files meanwhile").with_rules(rules, "en")
}

/// The report over the catalogue in `procedures/`.
pub(crate) fn catalogue() -> Report {
    report(|store| {
        let found = files::discover(Path::new("procedures")).expect("the catalogue is there");
        found.into_iter().map(|path| store.disk(path.display().to_string(), path)).collect()
    })
}

/// The report over no file at all.
pub(crate) fn nothing() -> Report {
    report(|_| Vec::new())
}

/// The report over one file of that name and text.
pub(crate) fn of(name: &str, text: &str) -> Report {
    report(|store| vec![store.memory(name, text)])
}

/// The report in one form.
pub(crate) fn shown(report: &Report, format: Format) -> String {
    render::text(report, format, Locale::of("en"), Screen { colour: false, width: 100 })
}
