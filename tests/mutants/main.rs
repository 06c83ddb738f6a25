//! Procedures with one fault put into them, and with none: each fault must be spoken of by the rules it is made for and by no other, and what is only
//! written differently must change no finding and no fingerprint.
//!
//! `defects.yaml` holds the faults, `bases/` the clean procedures; the real procedures of this catalogue are bases too, and so are records imported from
//! `../shared/data` where these are there. `cargo test --test mutants RULE` runs the faults made for one rule.

mod change;
mod defect;
mod rewrite;
mod run;

use std::{fs, path::Path};

use libtest_mimic::{Arguments, Failed, Trial};

use crate::{defect::Defect, run::Base};

fn main() {
    let defects = defect::all();
    let mut trials = Vec::new();
    trials.push(Trial::test("every rule has a fault made for it", || every_rule_has_a_fault(&defect::all())));
    for defect in defects {
        trials.push(Trial::test(defect.name(), move || run::catches(&defect)));
    }
    for (name, rewriting) in rewrite::ALL {
        trials.push(Trial::test(format!("{name} changes no finding and no fingerprint"), move || rewrite::changes_nothing(*rewriting)));
    }
    trials.push(Trial::test("an item put in first changes no other's fingerprint", rewrite::an_item_more_changes_no_other));
    let imported = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/national-api");
    let there = imported.is_dir();
    trials.push(Trial::test("records of the national portal are bases too", move || on_records(&imported)).with_ignored_flag(!there));
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

/// Every rule but those that a text cannot provoke, which `elsewhere` names with the test that holds them.
fn every_rule_has_a_fault(defects: &[Defect]) -> Result<(), Failed> {
    let elsewhere = defect::elsewhere();
    let without = run::rule_ids().into_iter().filter(|id| !defects.iter().any(|defect| defect.rule == *id) && !elsewhere.contains_key(id));
    let without: Vec<String> = without.collect();
    if without.is_empty() { Ok(()) } else { Err(format!("no fault is made for {without:?}").into()) }
}

/// The same faults in every thirtieth record.
fn on_records(folder: &Path) -> Result<(), Failed> {
    let mut paths: Vec<_> = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    let bases = paths.iter().step_by(30).flat_map(|path| run::imported(path)).collect::<Vec<Base>>();
    if bases.is_empty() {
        return Err("no record could be imported".into());
    }
    defect::all().iter().filter(|defect| defect.is_for_real()).try_for_each(|defect| run::catches_in(defect, &bases))
}
