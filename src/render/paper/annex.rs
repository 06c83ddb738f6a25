//! The annexes: every finding, every figure with its source, and what is needed to make the report again.

use crate::render::paper::{
    block::{Block, Cell, Style, Table, cell, plain, styled},
    pen::Pen,
};

pub(super) fn blocks(pen: &Pen<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::PageBreak, pen.heading(1, "report.annex"), pen.heading(2, "report.annex.findings"), findings(pen)];
    blocks.extend([pen.heading(2, "report.annex.figures"), pen.paragraph("report.annex.figures.says"), figures(pen)]);
    blocks.extend([pen.heading(2, "report.annex.trace"), trace(pen), pen.heading(2, "report.annex.files"), files(pen)]);
    blocks
}

/// The annex of what is printed: the figures and how to make it again; the findings and the files are in the workbook.
pub(super) fn short(pen: &Pen<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::PageBreak, pen.heading(1, "report.annex"), pen.paragraph("report.brief.annex")];
    blocks.extend([pen.heading(2, "report.annex.figures"), pen.paragraph("report.annex.figures.says"), figures(pen)]);
    blocks.extend([pen.heading(2, "report.annex.trace"), trace(pen)]);
    blocks
}

fn findings(pen: &Pen<'_>) -> Block {
    let rows = pen.review.report.findings.iter().map(|shown| {
        let finding = &shown.finding;
        let place = format!("{}:{}:{}", shown.location.file, shown.location.start.line, shown.location.start.column);
        let law: Vec<String> = finding.basis.iter().map(|cite| pen.cited(cite)).collect();
        let grade = [format!("severity.{}", finding.severity.word()), format!("confidence.{}", finding.confidence.word())];
        let grade = pen.locale.commas(&grade.map(|key| pen.say(&key)));
        vec![
            vec![vec![styled(Style::Code, finding.procedure.clone().unwrap_or_default())], vec![plain(pen.subject(finding))]],
            vec![vec![plain(finding.message.clone())], vec![styled(Style::Soft, pen.locale.semicolons(&law))]],
            vec![vec![plain(grade)], vec![styled(Style::Code, finding.rule.clone())]],
            vec![vec![styled(Style::Code, place)], vec![styled(Style::Code, finding.fingerprint.clone())]],
        ]
    });
    let heads = ["thing", "finding", "grade", "place"].map(|head| pen.say(&format!("report.head.{head}")));
    Block::Table(Table {
        heads: heads.to_vec(),
        widths: vec![24, 36, 18, 22],
        numbers: vec![false; 4],
        rows: rows.collect(),
        ..Table::default()
    })
}

fn figures(pen: &Pen<'_>) -> Block {
    let rows = pen.review.figures.iter().map(|one| {
        let source = match (&one.source, one.is_default) {
            (Some(source), _) => {
                let place = one.place.as_ref().map_or_else(String::new, |place| format!(": {place}"));
                vec![vec![plain(format!("{source}{place}"))]]
            }
            (None, true) => vec![vec![styled(Style::Strong, pen.say("report.default"))]],
            (None, false) => vec![vec![plain(pen.say("report.own-figure"))]],
        };
        let unit = if one.name.starts_with("minutes.") { pen.say("report.minutes") } else { pen.review.plan.currency.clone() };
        let number = |number| cell(pen.number(number));
        let name = vec![vec![plain(pen.say(&format!("figure.{}", one.name)))], vec![styled(Style::Code, one.name.clone())]];
        vec![name, number(one.value.low), number(one.value.base), number(one.value.high), cell(unit), source]
    });
    let heads = ["figure", "low", "base", "high", "unit", "source"].map(|head| pen.say(&format!("report.head.{head}")));
    let numbers = vec![false, true, true, true, false, false];
    Block::Table(Table { heads: heads.to_vec(), widths: vec![26, 10, 10, 10, 12, 32], numbers, rows: rows.collect(), ..Table::default() })
}

fn trace(pen: &Pen<'_>) -> Block {
    let trace = &pen.review.trace;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut row =
        |key: &str, words: String| rows.push(vec![cell(pen.say(&format!("report.trace.{key}"))), vec![vec![styled(Style::Code, words)]]]);
    row("as-of", pen.locale.date(trace.as_of));
    row("version", format!("redtape {}", trace.version));
    row("command", trace.command.clone());
    row("rules", format!("{} · {}", trace.rules.0, trace.rules.1));
    row("registers", format!("{} · {}", trace.registers.0, trace.registers.1));
    Block::Table(Table { widths: vec![30, 70], numbers: vec![false; 2], rows, ..Table::default() })
}

fn files(pen: &Pen<'_>) -> Block {
    let rows =
        pen.review.trace.files.iter().map(|(name, hash)| [name, hash].map(|words| vec![vec![styled(Style::Code, words.clone())]]).to_vec());
    let heads = ["file", "hash"].map(|head| pen.say(&format!("report.head.{head}")));
    Block::Table(Table { heads: heads.to_vec(), widths: vec![75, 25], numbers: vec![false; 2], rows: rows.collect(), ..Table::default() })
}
