//! Procedures with one fault put into them, and with none: each fault must be spoken of by the rules it is made for and by no other, and what is only
//! written differently must change no finding and no fingerprint.
//!
//! `defects.yaml` holds the faults, `bases/` the clean procedures; the real procedures of this catalogue are bases too, and so are records imported from
//! `../shared/data` where these are there. `cargo test --test mutants RULE` runs the faults made for one rule.

mod change;
mod days;
mod defect;
mod rewrite;
mod run;

use std::{fs, path::Path};

use libtest_mimic::{Arguments, Failed, Trial};
use redtape::import::From;

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
    trials.push(Trial::test("a law is told of from the day on which it ends or begins", days::turn_on_their_day));
    for (source, name) in From::ALL.map(|(name, source)| (source, name)) {
        let records = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
        let there = records.is_dir();
        trials
            .push(Trial::test(format!("records of {name} are bases too"), move || on_records(source, &records)).with_ignored_flag(!there));
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

/// Every rule but those that a text cannot provoke, which `elsewhere` names with the test that holds them.
fn every_rule_has_a_fault(defects: &[Defect]) -> Result<(), Failed> {
    let elsewhere = defect::elsewhere();
    let without = run::rule_ids().into_iter().filter(|id| !defects.iter().any(|defect| defect.rule == *id) && !elsewhere.contains_key(id));
    let without: Vec<String> = without.collect();
    if without.is_empty() { Ok(()) } else { Err(format!("no fault is made for {without:?}").into()) }
}

/// The same faults in every so many records of a source, so that some twenty are bases.
fn on_records(source: From, folder: &Path) -> Result<(), Failed> {
    let mut paths: Vec<_> = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    let step = (paths.len() / RECORDS).max(1);
    let bases = paths.iter().step_by(step).flat_map(|path| run::imported(source, path)).collect::<Vec<Base>>();
    if bases.len() < RECORDS / 2 {
        return Err(format!("{} records only could be imported", bases.len()).into());
    }
    let defects = defect::all();
    let faults = defects.iter().filter(|defect| defect.is_for_real());
    let missed: Vec<String> =
        faults.filter_map(|defect| Some(format!("{}: {}", defect.name(), run::catches_in(defect, &bases).err()?.message()?))).collect();
    if missed.is_empty() { Ok(()) } else { Err(missed.join("\n\n").into()) }
}

/// How many records of each source are bases.
const RECORDS: usize = 16;
