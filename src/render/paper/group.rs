//! How far the plan comes, by sector and by agency.

use crate::{
    plan::Reached,
    render::paper::{
        block::{Block, Table, cell},
        pen::Pen,
    },
};

pub(super) fn blocks(pen: &Pen<'_>) -> Vec<Block> {
    let plan = &pen.review.plan;
    let mut blocks = vec![Block::PageBreak, pen.heading(1, "report.groups"), pen.paragraph("report.groups.says")];
    blocks.push(pen.heading(2, "report.sectors"));
    let sectors: Vec<(String, Reached)> =
        plan.sectors.iter().map(|(name, reached)| (crate::render::sector(name, pen.locale).to_owned(), reached.clone())).collect();
    blocks.push(table(pen, "report.head.sector", &sectors));
    blocks.push(pen.heading(2, "report.agencies"));
    let named: Vec<(String, Reached)> = plan.agencies.iter().map(|(name, reached)| (pen.agency(name), reached.clone())).collect();
    blocks.push(table(pen, "report.head.agency", &named));
    blocks
}

fn table(pen: &Pen<'_>, head: &str, groups: &[(String, Reached)]) -> Block {
    let rows = groups.iter().map(|(name, one)| {
        let year = one.year.map_or_else(|| pen.say("report.unknown"), |(before, after)| pen.money(before.less(after).base));
        let mut row = vec![cell(name.clone()), cell(pen.count(one.procedures)), cell(pen.count(one.changed)), cell(year)];
        if pen.review.plan.target.is_some() {
            let met = |met: usize, of: usize| pen.filled("report.of", &[("n", pen.count(met)), ("all", pen.count(of))]);
            row.push(cell(met(one.met.0, one.measured.0)));
            row.push(cell(met(one.met.1, one.measured.1)));
        }
        row
    });
    let mut heads = vec![head, "report.head.procedures", "report.head.changed", "report.head.year.saved"];
    let mut widths = vec![40, 20, 20, 20];
    if pen.review.plan.target.is_some() {
        heads.extend(["report.head.met.cost", "report.head.met.time"]);
        widths = vec![30, 12, 12, 18, 14, 14];
    }
    let numbers = widths.iter().enumerate().map(|(at, _)| at > 0).collect();
    Block::Table(Table {
        heads: heads.into_iter().map(|head| pen.say(head)).collect(),
        widths,
        numbers,
        rows: rows.collect(),
        ..Table::default()
    })
}
