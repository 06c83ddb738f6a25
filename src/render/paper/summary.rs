//! What a leader reads in a minute: what it costs, what it would cost, the largest cuts, and what can be done tomorrow.

use crate::{
    confidence::Confidence,
    render::paper::{
        block::{Block, Cell, Style, Table, cell, plain, styled},
        pen::Pen,
        who,
    },
};

/// How many cuts are shown, in whatever form.
pub(crate) const LARGEST: usize = 10;

pub(super) fn blocks(pen: &Pen<'_>) -> Vec<Block> {
    let mut blocks = vec![pen.heading(1, "report.summary")];
    blocks.push(figures(pen));
    blocks.push(Block::Notice(vec![plain(pen.say("plan.defaults"))]));
    if pen.review.plan.whole.counted < pen.review.plan.whole.procedures {
        let missing = pen.review.plan.whole.procedures - pen.review.plan.whole.counted;
        blocks.push(Block::Notice(vec![plain(pen.locale.count("plan.collect", missing))]));
    }
    blocks.push(pen.heading(2, "report.largest"));
    blocks.push(largest(pen));
    blocks.push(pen.heading(2, "report.tomorrow"));
    let now: Vec<_> = pen.open().filter(|(_, one)| one.power.now).collect();
    if now.is_empty() {
        blocks.push(pen.paragraph("report.tomorrow.none"));
    } else {
        blocks.push(pen.paragraph("report.tomorrow.says"));
        blocks.extend(who::together(pen, now.into_iter()));
    }
    blocks
}

/// The figures at the head: a row for each.
fn figures(pen: &Pen<'_>) -> Block {
    let (plan, totals) = (&pen.review.plan, &pen.review.report.totals);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut row = |key: &str, words: String| rows.push(vec![vec![vec![styled(Style::Strong, pen.say(key))]], cell(words)]);
    row("report.figure.procedures", pen.count(plan.whole.procedures));
    row("report.figure.changed", pen.count(plan.whole.changed));
    row("report.figure.proved", pen.count(totals.sure(Confidence::Proved)));
    row("report.figure.presumed", pen.count(totals.sure(Confidence::Presumed)));
    row("report.figure.undetermined", pen.count(totals.sure(Confidence::Undetermined)));
    if let (Some((before, after)), Some(share)) = (plan.whole.year, plan.whole.year_share()) {
        row("report.figure.before", pen.bounded(before));
        row("report.figure.after", pen.bounded(after));
        row("report.figure.saved", format!("{} ({})", pen.bounded(before.less(after)), pen.share(share)));
    }
    if let Some(target) = plan.target {
        let met = |met: usize, of: usize| pen.filled("report.of", &[("n", pen.count(met)), ("all", pen.count(of))]);
        row("report.figure.target", pen.share(target));
        row("report.figure.met.cost", met(plan.whole.met.0, plan.whole.measured.0));
        row("report.figure.met.time", met(plan.whole.met.1, plan.whole.measured.1));
    }
    Block::Table(Table { widths: vec![55, 45], numbers: vec![false, true], rows, ..Table::default() })
}

/// The procedures that become cheaper by most, a year where that is known, else a case.
fn largest(pen: &Pen<'_>) -> Block {
    let rows = pen.review.largest_cuts(LARGEST).into_iter().map(|cut| {
        let saved = pen.amount(cut.of_case());
        vec![
            vec![pen.named(cut.planned)],
            cell(pen.amount(cut.case.0.base)),
            cell(pen.amount(cut.case.1.base)),
            match cut.planned.reached.case_share {
                Some(share) => cell(format!("{saved} ({})", pen.share(share))),
                None => vec![vec![plain(saved)], vec![styled(Style::Soft, pen.say("report.part"))]],
            },
            cell(cut.of_year().map_or_else(|| pen.say("report.unknown"), |year| pen.amount(year))),
        ]
    });
    let amounts = ["case.before", "case.after", "case.saved", "year.saved"].map(|head| pen.priced(&format!("report.head.{head}")));
    Block::Table(Table {
        heads: std::iter::once(pen.say("report.head.procedure")).chain(amounts).collect(),
        widths: vec![40, 14, 14, 17, 15],
        numbers: vec![false, true, true, true, true],
        rows: rows.collect(),
        ..Table::default()
    })
}
