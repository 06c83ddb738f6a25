//! Which result of one procedure feeds which dossier of another.

use std::collections::BTreeMap;

use crate::{
    plan::Planned,
    render::paper::{
        block::{Block, Run, Style, Table, cell, plain, styled},
        pen::Pen,
    },
};

/// The chapter; none where nothing feeds anything.
pub(super) fn blocks(pen: &Pen<'_>) -> Vec<Block> {
    let mut takers: BTreeMap<&str, Vec<Vec<Run>>> = BTreeMap::new();
    for flow in &pen.review.flows {
        let mut taker = named(pen, &flow.to);
        taker.push(styled(Style::Soft, format!(" {}", pen.quoted(&flow.title))));
        takers.entry(&flow.from).or_default().push(taker);
    }
    if takers.is_empty() {
        return Vec::new();
    }
    let rows = takers.into_iter().map(|(from, takers)| vec![vec![named(pen, from)], cell(pen.count(takers.len())), takers]);
    let heads = ["gives", "dossiers", "takes"].map(|head| pen.say(&format!("report.head.{head}")));
    let table = Table {
        heads: heads.to_vec(),
        widths: vec![36, 10, 54],
        numbers: vec![false, true, false],
        rows: rows.collect(),
        ..Table::default()
    };
    vec![Block::PageBreak, pen.heading(1, "report.flows"), pen.paragraph("report.flows.says"), Block::Table(table)]
}

/// The procedure of a code; the code alone where the catalogue does not hold it.
fn named(pen: &Pen<'_>, code: &str) -> Vec<Run> {
    let found = pen.review.plan.procedures.iter().find(|one: &&Planned| one.before.code.value == code);
    found.map_or_else(|| vec![styled(Style::Code, code), plain("")], |one| pen.named(one))
}
