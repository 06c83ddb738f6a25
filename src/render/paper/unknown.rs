//! What is not known: where the registers are silent, and what would settle it.

use std::collections::BTreeMap;

use crate::{
    confidence::Confidence,
    render::paper::{
        block::{Block, Run, Style, Table, cell, plain, styled},
        pen::Pen,
    },
};

/// How many places of each to show where all are in the workbook.
const SHOWN: usize = 5;

pub(super) fn blocks(pen: &Pen<'_>) -> Vec<Block> {
    chapter(pen, usize::MAX)
}

/// The same with the first places only, and how many more there are.
pub(super) fn counted(pen: &Pen<'_>) -> Vec<Block> {
    chapter(pen, SHOWN)
}

fn chapter(pen: &Pen<'_>, most: usize) -> Vec<Block> {
    let mut blocks = vec![Block::PageBreak, pen.heading(1, "report.unknown-chapter"), pen.paragraph("report.unknown-chapter.says")];
    let mut silent: BTreeMap<(&str, &str), Vec<Vec<Run>>> = BTreeMap::new();
    for shown in &pen.review.report.findings {
        let finding = &shown.finding;
        if finding.confidence == Confidence::Undetermined {
            let code = finding.procedure.clone().unwrap_or_default();
            let line = vec![styled(Style::Code, code), plain(format!(" {}: {}", pen.subject(finding), finding.message))];
            silent.entry((&finding.rule, &finding.advice)).or_default().push(line);
        }
    }
    let rows = silent.into_iter().map(|((rule, advice), mut places)| {
        let all = places.len();
        places.truncate(most);
        if all > most {
            places.push(vec![styled(Style::Soft, pen.locale.count("report.brief.more", all - most))]);
        }
        let settles = vec![vec![plain(advice)], vec![styled(Style::Code, rule)]];
        vec![settles, cell(pen.count(all)), places]
    });
    let heads = ["settles", "places", "where"].map(|head| pen.say(&format!("report.head.{head}")));
    let table = Table {
        heads: heads.to_vec(),
        widths: vec![34, 10, 56],
        numbers: vec![false, true, false],
        rows: rows.collect(),
        ..Table::default()
    };
    blocks.push(if table.rows.is_empty() { pen.paragraph("report.nothing") } else { Block::Table(table) });
    blocks
}
