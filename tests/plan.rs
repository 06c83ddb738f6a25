//! The plan over the whole catalogue: what is saved together is what the procedures cost less, never a sum; a target is reached or said not to be; decisions hold.

use std::{path::Path, sync::LazyLock};

use redtape::{
    confidence::Confidence,
    cost::{self, Cost, Parts},
    date::Date,
    decision::{self, Decisions},
    files::{self, Store},
    finding::Finding,
    link::Terms,
    lint::{self, Linted},
    model::Procedure,
    plan::{self, Aim, Plan, Recommendation},
    register::Registers,
    simplify::{self, Edit},
    span::FileId,
};
use rust_decimal::Decimal;

/// The catalogue judged by the law of one day.
static LINTED: LazyLock<Linted> = LazyLock::new(|| {
    let mut store = Store::default();
    let built_in: Vec<FileId> = files::registers().into_iter().map(|(path, text)| store.embedded(path, text)).collect();
    let lint::BuiltIn { rules, registers } = lint::built_in(&store, &built_in);
    let found = files::discover(Path::new("procedures")).expect("the catalogue");
    let files: Vec<FileId> = found.into_iter().map(|path| store.disk(path.display().to_string(), path)).collect();
    let terms = Terms { least: Confidence::Presumed, ..Terms::new(Date::parse("2026-07-01").expect("a day"), "en") };
    lint::run(&store, &files, registers.expect("the registers"), &rules.expect("the rules"), &terms, &|| ())
});

fn made(aim: &Aim) -> Plan {
    let findings: Vec<&Finding> = LINTED.judged.findings.iter().collect();
    plan::make(&LINTED.world, &findings, aim)
}

fn registers() -> &'static Registers {
    &LINTED.world.registers
}

fn bill(procedure: &Procedure) -> Cost {
    cost::of(&Parts::of(procedure), registers()).expect("the registers give an income of an hour")
}

fn aimed(percent: i64) -> Aim {
    Aim { target: Some(Decimal::new(percent, 2)), ..Aim::default() }
}

fn every(plan: &Plan) -> impl Iterator<Item = &Recommendation> {
    plan.procedures.iter().flat_map(|one| &one.recommendations).chain(&plan.beyond)
}

fn decided(text: &str) -> Decisions {
    let (decisions, problems) = decision::read(FileId::default(), text);
    assert!(problems.is_empty(), "{problems:?}");
    decisions
}

/// The orders tried: as it is, turned round, and every one of it brought to the front.
fn orders<'e>(edits: &[&'e Edit]) -> Vec<Vec<&'e Edit>> {
    let mut orders = vec![edits.to_vec(), edits.iter().rev().copied().collect()];
    for at in 0..edits.len() {
        let mut order = edits.to_vec();
        order[..=at].rotate_right(1);
        orders.push(order);
    }
    orders
}

#[test]
fn the_joint_saving_is_that_of_the_procedure_with_all_edits_in_any_order() {
    let plan = made(&Aim::default());
    let changed = plan.procedures.iter().filter(|one| one.recommendations.iter().filter(|one| one.chosen).count() > 1);
    let mut tried = 0;
    for one in changed {
        let edits: Vec<&Edit> = one.recommendations.iter().filter(|one| one.chosen).map(|one| &one.edit).collect();
        for order in orders(&edits) {
            let then = simplify::all(&one.before, &order).procedure;
            assert_eq!(Some(bill(&then)), one.cost_after, "{}: {edits:?}", one.before.code.value);
        }
        tried += 1;
    }
    assert!(tried >= 10, "only {tried} procedures have more than one edit");
}

#[test]
fn what_one_adds_is_what_the_others_leave() {
    let plan = made(&Aim::default());
    let mut apart = 0;
    for one in &plan.procedures {
        let chosen: Vec<&Recommendation> = one.recommendations.iter().filter(|one| one.chosen).collect();
        for each in &chosen {
            let others: Vec<&Edit> = chosen.iter().filter(|other| other.number != each.number).map(|one| &one.edit).collect();
            let without = bill(&simplify::all(&one.before, &others).procedure);
            let with = one.cost_after.as_ref().expect("a cost");
            let marginal = each.marginal.as_ref().expect("a saving");
            assert_eq!(marginal.case, without.exact.less(with.exact).rounded(), "{}", each.edit.title);
            apart += usize::from(each.alone.as_ref() != each.marginal.as_ref());
        }
    }
    assert!(apart > 0, "nowhere do two edits share a saving: the test shows nothing");
}

#[test]
fn nothing_undetermined_is_recommended_and_what_changes_nothing_is_not_chosen() {
    let plan = made(&Aim::default());
    assert!(every(&plan).count() > 50);
    for one in every(&plan) {
        assert!(one.edit.confidence > Confidence::Undetermined, "{}", one.message);
        assert!(!one.chosen || one.changes, "{}", one.message);
        assert!(!one.power.now || one.edit.confidence == Confidence::Proved, "{}", one.message);
    }
    let numbers: Vec<usize> = every(&plan).map(|one| one.number).collect();
    assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>());
}

#[test]
fn a_provision_is_named_once_however_many_alternatives_rest_on_it() {
    let plan = made(&Aim::default());
    let several = every(&plan).map(|one| one.source.provisions()).filter(|named| named.len() > 1);
    for named in several {
        assert!(named.iter().enumerate().all(|(at, cite)| !named[..at].contains(cite)), "{named:?}");
    }
    assert!(every(&plan).any(|one| one.source.provisions() == ["17/2018/NĐ-CP#art_1.cl_5"]));
}

#[test]
fn a_target_takes_no_more_than_it_needs_and_says_where_it_is_not_reached() {
    let (all, ten) = (made(&Aim::default()), made(&aimed(10)));
    let chosen = |plan: &Plan| every(plan).filter(|one| one.chosen).count();
    assert!(chosen(&ten) < chosen(&all), "a low target takes as much as none");
    for (one, whole) in ten.procedures.iter().zip(&all.procedures) {
        let Some(share) = one.reached.case_share else { continue };
        let target = ten.target.expect("a target");
        if share < target {
            // What was left could not have brought it there.
            assert!(one.reached.met.0 == 0 && whole.reached.case_share.is_some_and(|most| most < target), "{}", one.before.code.value);
        }
        let last = one.recommendations.iter().rfind(|one| one.chosen).filter(|_| one.days.is_none_or(|days| days.before == days.after));
        if let Some(last) = last.filter(|_| share >= target) {
            let rest: Vec<&Edit> =
                one.recommendations.iter().filter(|one| one.chosen && one.number != last.number).map(|one| &one.edit).collect();
            let before = one.cost_before.as_ref().expect("a cost").case.base;
            let without = bill(&simplify::all(&one.before, &rest).procedure).case.base;
            assert!((before - without) / before < target, "{}: the last edit was not needed", one.before.code.value);
        }
    }
    let (cost, _) = made(&aimed(90)).whole.is_met();
    assert_eq!(cost, Some(false));
}

#[test]
fn what_was_rejected_is_not_taken_and_what_was_taken_always_is() {
    let plan = made(&Aim::default());
    let (code, one) = plan
        .procedures
        .iter()
        .find_map(|one| Some((one.before.code.value.clone(), one.recommendations.iter().find(|one| one.chosen)?)))
        .expect("something is chosen");
    let name = &one.edit.finding;
    let said =
        |words: &str| format!("decisions:\n  - {{finding: \"{name}\", {words}}}\n  - {{finding: \"00000000000000ff\", decision: taken}}\n");
    let rejected = made(&Aim { decisions: decided(&said("decision: rejected, reason: a court case is pending")), ..Aim::default() });
    let find = |plan: &Plan| every(plan).find(|one| one.edit.finding == *name).cloned().expect("it is still recommended");
    assert!(!find(&rejected).chosen && !find(&rejected).is_open(), "{code}");
    assert_eq!(rejected.stale, ["00000000000000ff"]);
    let taken = made(&Aim { target: Some(Decimal::new(1, 2)), decisions: decided(&said("decision: taken")) });
    assert!(find(&taken).chosen, "{code}");
}

#[test]
fn a_year_is_counted_only_where_its_dossiers_are_known() {
    let plan = made(&Aim::default());
    let known = plan.procedures.iter().filter(|one| one.before.volume.iter().any(|one| one.dossiers.is_some())).count();
    assert_eq!(plan.whole.counted, known);
    assert_eq!(plan.whole.year.is_some(), known > 0);
    for one in &plan.procedures {
        let whole = one.cost_before.as_ref().is_some_and(Cost::is_whole);
        assert_eq!(one.reached.case_share.is_some(), whole && one.cost_before.as_ref().is_some_and(|cost| !cost.case.base.is_zero()));
    }
}
