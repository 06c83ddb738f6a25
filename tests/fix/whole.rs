//! Edits of a procedure as a whole change what it costs, in any order, and never a file.

use redtape::{
    cost::{self, Cost, Parts},
    model::Procedure,
    register::{Range, Registers},
    simplify::{self, Edit},
    span::FileId,
    yaml,
};

use crate::made;

const PARAMETERS: &str = "costs:
  currency: VND
  hour: {base: 60000}
  minutes: {visit: {base: 90}, copy: {base: 10}, certify: {base: 60}, fill-form: {base: 20}, field: {base: 4}, submit-online: {base: 15}, show: {base: 0}}
  charges: {visit: {base: 20000}, copy: {base: 1000}, certified-copy: {base: 5000}}
evidence: [{id: deed, title: Hợp đồng, class: private}]
";

/// A plain copy in person: twice as a rule, since no step says otherwise; a licence for a year.
const LICENCE: &str = "procedure: \"1.000001\"
title: A
dossier: {documents: [{title: Hợp đồng, evidence: deed, as: copy}]}
channels: [{by: in-person}]
time_limit: 10 working days
fees: [{amount: 8000 VND}]
results: [{title: Giấy phép, valid_for: 1 year}]
volume: [{year: 2025, dossiers: 1000}]
";

fn bill(procedure: &Procedure) -> Cost {
    let mut registers = Registers::default();
    let (tree, problems) = yaml::parse(FileId::default(), PARAMETERS);
    assert!(problems.is_empty() && registers.add(&tree.documents[0]).is_empty());
    cost::of(&Parts::of(procedure), &registers).expect("a bill")
}

/// The bill with these edits, the same in either order.
fn with(edits: &[Edit]) -> (Procedure, Cost) {
    let start = made::procedure(LICENCE);
    let forth: Vec<&Edit> = edits.iter().collect();
    let back: Vec<&Edit> = edits.iter().rev().collect();
    let after = simplify::all(&start, &forth).procedure;
    let cost = bill(&after);
    assert_eq!(cost, bill(&simplify::all(&start, &back).procedure), "the order matters");
    (after, cost)
}

fn whole(what: &str) -> Edit {
    made::edit(what, String::new(), &[])
}

fn exactly(amount: i64) -> Range {
    Range { low: amount.into(), base: amount.into(), high: amount.into() }
}

#[test]
fn as_it_is_one_case_costs_what_is_reckoned_by_hand() {
    // 10 + 2 × 90 minutes at 1,000 each, a copy, two ways and the fee.
    let (_, cost) = with(&[]);
    assert_eq!((cost.case.base, cost.year.expect("a year").base), (239_000.into(), 239_000_000.into()));
}

#[test]
fn what_is_abolished_costs_nothing_whatever_else_is_done() {
    for edits in [vec![whole("abolish")], vec![whole("abolish"), whole("go-online"), whole("turn-into-notification")]] {
        let (after, cost) = with(&edits);
        assert_eq!((cost.case, cost.year, cost.visits), (exactly(0), Some(exactly(0)), exactly(0)));
        assert!(after.limits.is_empty() && after.documents.is_empty() && after.code.value == "1.000001");
    }
}

#[test]
fn a_notification_is_given_once_and_nothing_is_waited_for() {
    let (after, cost) = with(&[whole("turn-into-notification"), made::edit("remove-fee", "/fees/0".to_owned(), &[])]);
    // One way in place of two: 90 minutes and 20,000 less; and the fee, which another edit takes out.
    assert_eq!((cost.case, cost.visits), (exactly(239_000 - 110_000 - 8_000), exactly(1)));
    assert!(after.limits.is_empty() && after.results.is_empty() && after.documents.len() == 1);
}

#[test]
fn a_longer_validity_brings_people_more_rarely() {
    let longer = |length: &str| made::edit("lengthen-validity", "/results/0".to_owned(), &[length]);
    let (_, cost) = with(&[longer("5 years")]);
    assert_eq!((cost.case.base, cost.dossiers, cost.year.expect("a year").base), (239_000.into(), Some(200), 47_800_000.into()));
    // No longer than it is, and not a length at all: nothing changes.
    for length in ["6 months", "1 year", "lâu hơn"] {
        assert_eq!(with(&[longer(length)]).1.dossiers, Some(1_000), "{length}");
    }
}

#[test]
fn what_people_must_put_into_words_is_never_written_into_a_file() {
    let start = made::procedure(LICENCE);
    for what in ["abolish", "turn-into-notification", "merge-procedures"] {
        assert!(simplify::strokes(&start, &whole(what)).is_empty(), "{what}");
    }
    let merged = whole("merge-procedures");
    let done = simplify::all(&start, &[&merged]);
    assert!(done.applied.is_empty() && bill(&done.procedure) == bill(&start), "what cannot be costed must not be");
}
