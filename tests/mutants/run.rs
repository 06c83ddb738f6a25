//! A procedure before and after, held against everything the program knows.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock},
};

use libtest_mimic::Failed;
use redtape::{
    date::Date,
    files::{self, Store},
    finding::Finding,
    import::{self, From},
    link::{self, Terms},
    lint,
    register::Registers,
    rule::RuleSet,
    span::FileId,
};
use serde_yaml::Value;

use crate::defect::Defect;

/// How many real procedures each fault is put into.
const REAL: usize = 12;

/// A procedure without the fault.
pub(crate) struct Base {
    /// Where it comes from.
    pub(crate) name: String,
    /// The procedure.
    pub(crate) value: Value,
}

static RULES: LazyLock<RuleSet> = LazyLock::new(|| {
    let mut rules = RuleSet::default();
    for (path, text) in files::rules() {
        rules.add(path.trim_end_matches(".yaml"), &path, text).expect("a built-in rule can be used");
    }
    rules
});

static REGISTERS: LazyLock<Arc<Registers>> = LazyLock::new(|| Arc::new(registers(None)));

fn registers(given: Option<&str>) -> Registers {
    let mut store = Store::default();
    let mut registers = Registers::default();
    for (path, text) in files::registers() {
        let file = store.embedded(path, text);
        lint::add_register(&mut registers, &store, file);
    }
    if let Some(given) = given {
        let file = store.memory("given.yaml", given);
        lint::add_register(&mut registers, &store, file);
    }
    registers
}

/// The built-in registers.
pub(crate) fn built_in() -> Arc<Registers> {
    REGISTERS.clone()
}

/// Those of the built-in rules alone.
pub(crate) fn only(ids: &[&str]) -> RuleSet {
    let mut rules = RuleSet::default();
    for (path, text) in files::rules().into_iter().filter(|(path, _)| ids.contains(&path.trim_end_matches(".yaml"))) {
        rules.add(path.trim_end_matches(".yaml"), &path, text).expect("a built-in rule can be used");
    }
    rules
}

/// What those rules say of a text on a day, with the law of the built-in registers.
pub(crate) fn asked(rules: &RuleSet, text: &str, day: Date) -> Vec<Finding> {
    let mut store = Store::default();
    let file = store.memory("one.yaml", text);
    lint::run(&store, &[file], REGISTERS.clone(), rules, &Terms::new(day, "en"), &|| ()).judged.findings
}

/// The ids of all rules.
pub(crate) fn rule_ids() -> Vec<String> {
    RULES.rules.keys().cloned().collect()
}

/// Everything that is said of a text, where another procedure stands `beside` it in the catalogue; nothing where it is not in force.
fn findings(text: &str, beside: Option<&str>, day: &str, registers: &Arc<Registers>) -> Option<Vec<Finding>> {
    let mut store = Store::default();
    let files: Vec<FileId> = std::iter::once(text).chain(beside).map(|text| store.memory("one.yaml", text)).collect();
    let terms = Terms::new(Date::parse(day).expect("a day"), "en");
    let linted = lint::run(&store, &files, registers.clone(), &RULES, &terms, &|| ());
    (linted.world.not_in_force == 0).then_some(linted.judged.findings)
}

/// The same by fingerprint, with the law of the built-in registers.
pub(crate) fn said(text: &str, day: &str) -> BTreeMap<String, String> {
    by_fingerprint(findings(text, None, day, &REGISTERS).unwrap_or_default())
}

fn by_fingerprint(findings: Vec<Finding>) -> BTreeMap<String, String> {
    findings.into_iter().map(|one| (one.fingerprint, format!("{} {}", one.rule, one.subject))).collect()
}

/// The clean procedures.
pub(crate) fn clean() -> Vec<Base> {
    bases(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mutants/bases"))
}

/// The real procedures of this catalogue.
pub(crate) fn real() -> Vec<Base> {
    bases(&Path::new(env!("CARGO_MANIFEST_DIR")).join("procedures/vn"))
}

/// The text of each file.
pub(crate) fn texts(folder: &Path) -> Vec<(PathBuf, String)> {
    let paths = files::discover(folder).expect("the folder can be read");
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(&path).expect("a file"))).collect()
}

fn bases(folder: &Path) -> Vec<Base> {
    let base = |(path, text): (PathBuf, String)| Base {
        name: path.display().to_string(),
        value: serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())),
    };
    texts(folder).into_iter().map(base).collect()
}

/// The procedures that a published record holds.
pub(crate) fn imported(source: From, path: &Path) -> Vec<Base> {
    static LEXICON: LazyLock<redtape::recognise::Lexicon> = LazyLock::new(|| link::lexicon(&REGISTERS));
    let json = fs::read_to_string(path).expect("a record");
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let Ok(imported) = import::procedure(source, &name, &json, &LEXICON, None) else { return Vec::new() };
    let text = redtape::yaml::write(&imported.procedure).expect("what was imported can be written");
    let value = serde_yaml::from_str(&text).expect("what was written can be read");
    vec![Base { name: path.display().to_string(), value }]
}

/// Whether the fault is caught in every clean procedure, and in some real ones where it is made for these.
pub(crate) fn catches(defect: &Defect) -> Result<(), Failed> {
    if let Some(only) = &defect.only {
        let bases: Vec<Base> =
            real().into_iter().filter(|base| base.name.ends_with(only) && defect.put_into(&base.value).is_some()).collect();
        return if bases.is_empty() {
            Err(format!("{only} is not there, or the fault does not fit it").into())
        } else {
            catches_in(defect, &bases)
        };
    }
    if clean().iter().all(|base| defect.put_into(&base.value).is_none()) {
        return Err("the fault fits no clean procedure".into());
    }
    catches_in(defect, &clean())?;
    if defect.is_for_real() {
        let real = real();
        let fitting: Vec<Base> = real.into_iter().filter(|base| defect.put_into(&base.value).is_some()).collect();
        let step = (fitting.len() / REAL).max(1);
        catches_in(defect, &fitting.into_iter().step_by(step).take(REAL).collect::<Vec<Base>>())?;
    }
    Ok(())
}

/// Whether the fault is caught in each of the bases that it fits, by the rules it is made for and no other.
pub(crate) fn catches_in(defect: &Defect, bases: &[Base]) -> Result<(), Failed> {
    let registers = defect.given.as_ref().map_or_else(|| REGISTERS.clone(), |given| Arc::new(self::registers(Some(given))));
    for base in bases {
        let Some(text) = defect.put_into(&base.value) else { continue };
        let plain = serde_yaml::to_string(&base.value)?;
        let said = |text: &str| findings(text, defect.beside.as_deref(), &defect.as_of, &registers);
        let Some(before) = said(&plain) else { continue };
        let before: BTreeSet<String> = by_fingerprint(before).into_keys().collect();
        let after = said(&text).unwrap_or_default();
        let fresh: Vec<&Finding> = after.iter().filter(|one| !before.contains(&one.fingerprint)).collect();
        let mut spoken: Vec<String> = fresh.iter().map(|one| one.rule.clone()).filter(|rule| !defect.may.contains(rule)).collect();
        spoken.sort();
        if spoken != defect.expected() {
            let said: Vec<String> = fresh.iter().map(|one| format!("{} ({}): {}", one.rule, one.confidence.word(), one.message)).collect();
            return Err(format!("{}\nexpected {:?}\nsaid {said:#?}\nin\n{text}", base.name, defect.expected()).into());
        }
    }
    Ok(())
}
