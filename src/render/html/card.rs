//! The card of one procedure: what is seen of it while it is closed, and what it can be found and sorted by.

use std::collections::BTreeSet;

use minijinja::{Value, context};
use rust_decimal::Decimal;

use crate::{
    confidence::Confidence,
    locale::Locale,
    plan::Planned,
    render::html::{block::said, raw},
    report::review::{Page, Review},
};

/// The card of the procedure in that place of the plan, with `body` behind it.
pub(super) fn of(review: &Review, at: usize, page: &Page, body: String, locale: &Locale) -> Option<Value> {
    let planned = review.plan.procedures.get(at)?;
    let counts = counts(review, page);
    let there = counts.iter().filter(|(_, n)| *n > 0);
    let sure: Vec<&str> = there.clone().map(|(sure, _)| sure.word()).collect();
    let mark = |words: &str| raw(said(words, locale));
    let mut marks: Vec<(&str, Value)> =
        there.map(|(sure, n)| (sure.word(), mark(&locale.count(&format!("html.{}", sure.word()), *n)))).collect();
    let saved = saved(planned).unwrap_or_default();
    if saved > Decimal::ZERO {
        marks.push(("saved", mark(&format!("−{}", locale.money(saved, &review.plan.currency)))));
    }
    let open = planned.recommendations.iter().filter(|one| one.is_open());
    let who: BTreeSet<&str> = open.map(|one| one.power.authority).collect();
    let surely = counts.iter().filter(|(sure, _)| *sure > Confidence::Undetermined).map(|(_, n)| n).sum::<usize>();
    Some(context! {
        anchor => format!("procedure-{}", at + 1),
        code => planned.before.code.value.clone(),
        title => mark(planned.before.title.said(locale.code)),
        sector => planned.before.sector.clone().unwrap_or_default(),
        who => who.into_iter().collect::<Vec<_>>().join(" "),
        sure => sure.join(" "),
        saved => saved.round().normalize().to_string(),
        findings => surely,
        marks,
        body => raw(body),
    })
}

/// How many findings a procedure has of each confidence, the surest first.
fn counts(review: &Review, page: &Page) -> [(Confidence, usize); 3] {
    let found = page.tests.iter().flat_map(|(_, findings)| findings).filter_map(|at| review.report.findings.get(*at));
    let sure: Vec<Confidence> = found.map(|shown| shown.finding.confidence).collect();
    let count = |wanted: Confidence| sure.iter().filter(|one| **one == wanted).count();
    let undetermined = page.undetermined.len();
    [
        (Confidence::Proved, count(Confidence::Proved)),
        (Confidence::Presumed, count(Confidence::Presumed)),
        (Confidence::Undetermined, undetermined),
    ]
}

/// What a case then costs less.
pub(super) fn saved(planned: &Planned) -> Option<Decimal> {
    let (before, after) = planned.cost_before.as_ref().zip(planned.cost_after.as_ref())?;
    Some(before.case.less(after.case).base)
}
