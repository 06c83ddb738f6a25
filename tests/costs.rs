//! The three cases that docs/costs.md works by hand, and what holds of every bill.

use proptest::prelude::*;
use redtape::{
    cost::{self, Cost, Parts},
    date::Date,
    files::Store,
    link::{Fact, Scope, Subject, Terms, View, World, words},
    lint, model,
    register::{Range, Registers},
    rule::RuleSet,
    span::FileId,
    yaml,
};

const PARAMETERS: &str = "costs:
  currency: VND
  hour: {low: 48000, base: 60000, high: 72000}
  minutes: {visit: {base: 90}, copy: {base: 10}, certify: {base: 60}, fill-form: {base: 20}, field: {base: 4}, submit-online: {base: 15}, show: {base: 0, default: true}}
  charges: {visit: {base: 20000}, copy: {base: 1000}, certified-copy: {base: 5000}}
evidence:
  - {id: request, title: Tờ khai, class: self-made}
  - {id: deed, title: Hợp đồng, class: private}
";

fn registers() -> Registers {
    let mut registers = Registers::default();
    let (tree, problems) = yaml::parse(FileId::default(), PARAMETERS);
    assert!(problems.is_empty() && registers.add(&tree.documents[0]).is_empty());
    registers
}

fn bill(text: &str) -> Cost {
    let (tree, problems) = yaml::parse(FileId::default(), text);
    assert!(problems.is_empty(), "{problems:?}");
    let (procedure, problems) = model::procedure(&tree.documents[0]);
    assert!(problems.is_empty(), "{problems:?}");
    cost::of(&Parts::of(&procedure), &registers()).expect("a bill")
}

fn range(low: i64, base: i64, high: i64) -> Range {
    Range { low: low.into(), base: base.into(), high: high.into() }
}

const ONE_WAY: &str = "title: A
dossier: {documents: [{title: Tờ khai, evidence: request}, {title: Hợp đồng, evidence: deed, as: copy}]}
channels: [{by: in-person}]
steps: [{id: submit, by: applicant, visits: {in-person: 1}}]
fees: [{amount: 8000 VND}]
";

#[test]
fn one_paper_handed_in_one_way() {
    let cost = bill(&format!("{ONE_WAY}volume: [{{year: 2024, dossiers: 7}}, {{year: 2025, dossiers: 1000}}]\n"));
    assert_eq!(cost.case, range(125_000, 149_000, 173_000));
    assert_eq!(cost.year, Some(range(125_000_000, 149_000_000, 173_000_000)));
    assert_eq!(cost.missing, [""; 0]);
    assert_eq!(cost.defaults, [""; 0]);
}

#[test]
fn without_a_volume_there_is_no_year_and_it_is_said() {
    let cost = bill(ONE_WAY);
    assert_eq!(cost.case.base, 149_000.into());
    assert_eq!(cost.year, None);
    assert_eq!(cost.missing, ["volume"]);
}

#[test]
fn ways_to_apply_count_with_their_shares() {
    let cost = bill(
        "title: A
dossier: {documents: [{title: Hợp đồng, evidence: deed, as: certified-copy, copies: 2}]}
channels: [{by: online, share: 0.7}, {by: in-person, share: 0.3}]
steps: [{id: submit, by: applicant, visits: {in-person: 2, online: 0}}]
",
    );
    assert_eq!(cost.case.base, 146_500.into());
    assert_eq!(cost.visits.base, "0.6".parse().expect("a number"));
}

#[test]
fn the_cheapest_alternative_counts_and_a_case_of_unknown_share_is_a_range() {
    let cost = bill(
        "title: A
cases: {late: {title: Quá hạn}}
dossier:
  documents:
    - {title: Hợp đồng, any_of: [{evidence: deed, as: certified-copy}, {evidence: deed, as: copy}]}
    - {title: Tờ khai, evidence: request, case: late}
channels: [{by: online}]
steps: [{id: submit, by: applicant, visits: {online: 0}}]
",
    );
    assert_eq!(cost.case, range(21_000, 36_000, 55_000));
    assert_eq!(cost.missing, ["case-shares", "volume"]);
}

#[test]
fn what_nobody_measured_is_named() {
    let cost = bill("title: A\ndossier: {documents: [{title: Hợp đồng, evidence: deed, as: presented}]}\n");
    assert_eq!(cost.defaults, ["minutes.show"]);
}

#[test]
fn what_the_office_gets_itself_costs_the_applicant_nothing() {
    let by =
        |by: &str| bill(&format!("title: A\ndossier: {{documents: [{{title: Hợp đồng, evidence: deed, as: copy, obtained_by: {by}}}]}}\n"));
    assert_eq!(by("agency-query").case, range(0, 0, 0));
    assert_eq!(by("applicant").case.base, 11_000.into());
}

/// Twenty procedures, the last two dearer than the rest.
#[test]
fn a_form_is_filled_in_once_and_what_the_office_fills_in_costs_nothing() {
    let text = |prefill: &str| {
        format!(
            "title: A\ndossier: {{documents: [{{title: Tờ khai, evidence: request, form: sheet}}]}}\nchannels: [{{by: online}}]
forms: [{{id: sheet, fields: [{{id: name, prefill: {prefill}}}, {{id: reason}}]}}]\n"
        )
    };
    let minutes = |text: &str| bill(text).lines.iter().map(|line| line.minutes.base).sum::<rust_decimal::Decimal>();
    // Fifteen for the application, four for each field to be filled in; the paper is the form.
    assert_eq!(minutes(&text("none")), 23.into());
    assert_eq!(minutes(&text("optional")), 23.into());
    assert_eq!(minutes(&text("required")), 19.into());
}

#[test]
fn the_dearest_tenth_is_told_from_the_rest_of_the_catalogue() {
    let one = |at: usize| {
        format!("procedure: \"1.{at:06}\"\ntitle: A\nfees: [{{amount: {} VND}}]\n", if at < 19 { 1000 + at } else { 90_000 + at })
    };
    let text: Vec<String> = (0..21).map(one).collect();
    let dear = |procedures: &[String]| {
        let mut store = Store::default();
        let file = store.memory("all.yaml", procedures.join("---\n"));
        let terms = Terms::new(Date::parse("2026-07-01").expect("a day"), "en");
        let linted = lint::run(&store, &[file], registers(), &RuleSet::default(), &terms, &|| ());
        codes_of_the_dear(&linted.world)
    };
    assert_eq!(dear(&text), ["1.000019", "1.000020"]);
    assert_eq!(dear(&text[..19]), [""; 0], "of nineteen nobody can say which are the dearest tenth");
}

fn codes_of_the_dear(world: &World) -> Vec<String> {
    let word = words(redtape::link::Each::Procedure)["procedure.dear"];
    let dear = world.procedures.iter().filter(|linked| {
        let view = View { world, subject: Subject::Procedure(linked) };
        view.fact(word.at) == Fact::Bool(true)
    });
    dear.map(|linked| linked.procedure.code.value.clone()).collect()
}

proptest! {
    #[test]
    fn a_bill_is_in_order_and_taking_a_paper_out_never_makes_it_dearer(forms in proptest::collection::vec(0..5_usize, 1..6), copies in 1..9_u8, online in 0..100_u8) {
        let form = |at: usize| ["original", "certified-copy", "copy", "presented", "electronic"][at];
        let paper = |at: &usize| format!("{{title: Hợp đồng, evidence: deed, as: {}, copies: {copies}}}", form(*at));
        let text = |forms: &[usize]| format!(
            "title: A\ndossier: {{documents: [{}]}}\nchannels: [{{by: online, share: {}}}, {{by: in-person, share: 1}}]\n",
            forms.iter().map(paper).collect::<Vec<_>>().join(", "), f64::from(online) / 100.0,
        );
        let all = bill(&text(&forms));
        prop_assert!(all.case.low <= all.case.base && all.case.base <= all.case.high);
        let fewer = bill(&text(&forms[1..]));
        prop_assert!(fewer.case.base <= all.case.base);
    }
}
