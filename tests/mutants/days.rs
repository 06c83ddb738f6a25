//! The days before, on and after each day on which a law of the register begins or ends: whoever cites it is told so on the right side of it.

use std::collections::{BTreeMap, BTreeSet};

use libtest_mimic::Failed;
use redtape::{date::Date, register::Instrument};

use crate::run;

/// The rules that speak of a law that has ended or not begun, and of one about to end.
const RULES: [&str; 2] = ["legality/basis-expired", "legality/basis-lapses"];

/// How many days ahead a law about to end is spoken of.
const AHEAD: i64 = 180;

/// A procedure older than every law, so that none of them is one that it could not know.
const BEFORE: &str = "procedure: \"9.000101\"\ntitle: Cấp giấy phép thử nghiệm\npublished: {signed: 1940-01-01}\nlegal_basis:\n";

/// Asks about each border of each instrument, all that share a day together.
pub(crate) fn turn_on_their_day() -> Result<(), Failed> {
    let registers = run::built_in();
    let mut borders: BTreeMap<Date, Vec<&Instrument>> = BTreeMap::new();
    for one in registers.instruments.values() {
        [one.valid.from, one.valid.until].into_iter().flatten().for_each(|day| borders.entry(day).or_default().push(one));
    }
    if borders.len() < 500 {
        return Err(format!("{} days only", borders.len()).into());
    }
    let rules = run::only(&RULES);
    let mut faults = Vec::new();
    for (border, cited) in borders {
        let text = BEFORE.to_owned() + &cited.iter().map(|one| format!("  - \"{}\"\n", one.number)).collect::<String>();
        for day in [-1, 0, 1].map(|after| border.add_days(after)) {
            let said: BTreeSet<(String, String)> = run::asked(&rules, &text, day).into_iter().map(|one| (one.rule, one.subject)).collect();
            let wanted: BTreeSet<(String, String)> = cited.iter().flat_map(|one| due(one, day)).collect();
            if said != wanted {
                faults.push(format!("{day}: said and not due {:?}, due and not said {:?}", &said - &wanted, &wanted - &said));
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(format!("{} days: {:#?}", faults.len(), &faults[..faults.len().min(20)]).into()) }
}

/// What is due on a day to whoever cites an instrument, by its days alone.
fn due(one: &Instrument, day: Date) -> Vec<(String, String)> {
    let (begun, ended) = (one.valid.from.is_none_or(|from| from <= day), one.valid.until.is_some_and(|until| until <= day));
    // Of a law of which nobody knows when it began, nothing is said before its end.
    let soon = one.valid.from.is_some() && one.valid.until.is_some_and(|until| day < until && day.days_until(until) <= AHEAD);
    let said = [(!begun || ended, RULES[0]), (begun && soon, RULES[1])];
    said.into_iter().filter(|(due, _)| *due).map(|(_, rule)| (rule.to_owned(), one.number.clone())).collect()
}
