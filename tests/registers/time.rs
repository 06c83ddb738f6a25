//! The days of the register: what begins and ends when, and what is known for certain on which day.

use std::collections::BTreeSet;

use redtape::{
    confidence::Confidence,
    date::Date,
    link::law::{self, Force},
    register::Element,
};

use super::{LAST_READ, day, each_entry, name, none, registers, said, trees};

#[test]
fn an_instrument_is_in_force_from_its_first_day_to_the_day_before_its_end() {
    let registers = registers();
    let mut faults = Vec::new();
    let mut borders = 0;
    for instrument in registers.instruments.values() {
        let (from, until) = (instrument.valid.from, instrument.valid.until);
        let mut expect = |day: Date, wanted: &[Force]| {
            borders += 1;
            let found = law::force_of(&registers, &instrument.number, day);
            if !wanted.contains(&found) {
                faults.push(format!("{} on {day}: {found:?}, not {wanted:?}", instrument.number));
            }
        };
        let live: &[Force] = if until.is_some() { &[Force::Shown] } else { &[Force::Shown, Force::Assumed] };
        if let Some(from) = from {
            expect(from.add_days(-1), &[Force::NotYet]);
            expect(from, live);
        }
        if let Some(until) = until {
            expect(until.add_days(-1), if from.is_some() { live } else { &[Force::Unknown] });
            expect(until, &[Force::Ended]);
            expect(until.add_days(1), &[Force::Ended]);
        }
        if from.is_none() && until.is_none() {
            expect(day(LAST_READ), &[Force::Unknown]);
        }
    }
    assert!(borders > 6000, "{borders} days asked about");
    none("a state does not change on its day", &faults);
}

#[test]
fn no_provision_lives_longer_than_its_instrument() {
    let registers = registers();
    let mut faults = Vec::new();
    for provision in &registers.provisions {
        let Some(whole) = registers.instruments.get(&provision.cite.instrument) else { continue };
        let (own, whole) = (provision.valid, whole.valid);
        let early = own.from.zip(whole.from).is_some_and(|(own, whole)| own < whole);
        let late = own.until.zip(whole.until).is_some_and(|(own, whole)| own > whole);
        let backwards = own.from.zip(own.until.or(whole.until)).is_some_and(|(from, until)| from >= until);
        if early || late || backwards {
            faults.push(format!("{:?}: {own:?} in {whole:?}", provision.cite));
        }
    }
    none("a provision does not lie in its instrument's days", &faults);
}

#[test]
fn coverage_is_honest() {
    let registers = registers();
    let mut faults = Vec::new();
    each_entry(&trees(), |file, list, entry| {
        let partial = said(entry, "known") == Some("partial");
        let grounds = entry.get("relies_on").map_or(0, |grounds| grounds.items().len());
        if list == "coverage" && (partial && entry.get("why").is_none() || !partial && grounds == 0) {
            faults.push(format!("{file}: {} says neither why it is partial nor on what it rests", name(entry)));
        }
    });
    for entry in registers.coverage.values().flatten().filter(|entry| entry.complete) {
        for instrument in entry.relies_on.iter().filter_map(|number| registers.instruments.get(number)) {
            let inside = instrument.valid.from.is_some_and(|from| entry.valid.from.is_some_and(|first| from <= first))
                && instrument.valid.until.is_none_or(|until| entry.valid.until.is_some_and(|end| end <= until));
            if !inside {
                faults.push(format!("{} {:?} {:?} rests on {}", entry.procedure, entry.element, entry.valid, instrument.number));
            }
        }
    }
    none("coverage claims too much", &faults);
}

#[test]
fn some_law_is_known_for_certain() {
    let registers = registers();
    let mut most = 0;
    for (text, least) in [("2022-12-31", 184), ("2024-06-30", 219), ("2026-07-01", 212), (LAST_READ, 200)] {
        let day = day(text);
        let all = registers.coverage.keys().flat_map(|code| Element::ALL.map(|element| (code, element)));
        let sure = |wanted| all.clone().filter(|(code, element)| law::known(&registers, code, *element, day) == wanted).count();
        let (proved, presumed) = (sure(Confidence::Proved), sure(Confidence::Presumed));
        println!("{text}: {proved} pairs of procedure and element known for certain, {presumed} presumed");
        assert!(proved >= least, "{text}: {proved} proved, {least} expected");
        most = most.max(proved);
    }
    assert!(most >= 200, "{most} at the best of days");
    let complete = registers.coverage.values().flatten().filter(|entry| entry.complete);
    let pairs: BTreeSet<_> = complete.map(|entry| (&entry.procedure, entry.element)).collect();
    println!("{} pairs are complete on some day", pairs.len());
    assert!(pairs.len() >= 300, "{} pairs complete on some day", pairs.len());
}
