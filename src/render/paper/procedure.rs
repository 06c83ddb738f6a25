//! A page for each procedure: the dossier before and after, the ground of each line, the four tests, and what is proposed.

use crate::{
    plan::{Planned, Recommendation, Source},
    render::paper::{
        block::{Block, Cell, Run, Style, Table, cell, plain, styled},
        line,
        pen::Pen,
        who,
    },
    report::review::{Page, Test},
};

pub(super) fn blocks(pen: &Pen<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::PageBreak, pen.heading(1, "report.procedures")];
    for (planned, page) in pen.review.plan.procedures.iter().zip(&pen.review.pages) {
        blocks.extend(one(pen, planned, page));
    }
    blocks
}

/// The page of one procedure.
pub(crate) fn one(pen: &Pen<'_>, planned: &Planned, page: &Page) -> Vec<Block> {
    let words = format!("{} {}", planned.before.code.value, pen.title(planned));
    let mut blocks = vec![Block::Heading { level: 2, words, anchor: pen.anchor(planned) }, head(pen, planned, page)];
    blocks.push(before_after(pen, page.lines.iter().map(|one| line::row(pen, planned, one)).collect()));
    blocks.extend(tests(pen, page));
    blocks.extend(proposed(pen, planned));
    let silent: Vec<Vec<Run>> = page.undetermined.iter().filter_map(|at| finding(pen, *at)).collect();
    if !silent.is_empty() {
        blocks.push(Block::Paragraph(vec![styled(Style::Strong, pen.say("report.undetermined"))]));
        blocks.push(Block::List(silent));
    }
    blocks
}

/// The table of rows that hold a procedure before beside it after.
pub(super) fn before_after(pen: &Pen<'_>, rows: Vec<Vec<Cell>>) -> Block {
    Block::Table(Table {
        caption: Some(pen.say("report.before-after")),
        heads: ["line", "now", "then", "ground"].map(|head| pen.say(&format!("report.head.{head}"))).to_vec(),
        widths: vec![30, 20, 25, 25],
        numbers: vec![false; 4],
        rows,
    })
}

/// Who settles it, by what law, what it costs, how long it takes.
pub(super) fn head(pen: &Pen<'_>, planned: &Planned, page: &Page) -> Block {
    let procedure = &planned.before;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut row = |key: &str, value: Cell| {
        if value.iter().flatten().any(|run| !run.words.is_empty()) {
            rows.push(vec![vec![vec![styled(Style::Strong, pen.say(&format!("report.page.{key}")))]], value]);
        }
    };
    let agencies: Vec<String> = procedure.authority.iter().map(|name| pen.agency(&name.value)).collect();
    let said = page.authority_says.as_ref().map(|words| words.said(pen.locale.code).to_owned());
    row("agency", cell(said.filter(|_| agencies.is_empty()).unwrap_or_else(|| pen.locale.commas(&agencies))));
    row("sector", cell(procedure.sector.as_deref().map_or("", |name| crate::render::sector(name, pen.locale))));
    row("published", cell(page.published.clone().unwrap_or_default()));
    row("basis", page.basis.iter().map(|cite| vec![plain(pen.cited(cite))]).collect());
    row("cost", cost(pen, planned));
    row("limit", limit(pen, planned));
    row("file", vec![vec![styled(Style::Code, page.file.clone())]]);
    Block::Table(Table { widths: vec![25, 75], numbers: vec![false; 2], rows, ..Table::default() })
}

/// One case before and after, and what the bill lacks.
fn cost(pen: &Pen<'_>, planned: &Planned) -> Cell {
    let (Some(before), Some(after)) = (&planned.cost_before, &planned.cost_after) else { return cell(pen.say("report.unknown")) };
    let amounts = [("before", pen.bounded(before.case)), ("after", pen.bounded(after.case))];
    let words = match planned.reached.case_share {
        _ if before.case == after.case => pen.filled("report.case.same", &amounts[..1]),
        Some(share) => pen.filled("report.case", &[amounts.as_slice(), &[("share", pen.share(share))]].concat()),
        None => pen.filled("report.case.part", &amounts),
    };
    let mut lines = vec![vec![plain(words)]];
    if let Some((before, after)) = before.year.zip(after.year) {
        let blanks = [("before", pen.bounded(before)), ("after", pen.bounded(after)), ("saved", pen.bounded(before.less(after)))];
        lines.push(vec![plain(pen.filled("report.year", &blanks))]);
    }
    let missing: Vec<String> = before.missing.iter().map(|what| pen.say(&format!("missing.{what}"))).collect();
    if !missing.is_empty() {
        lines.push(vec![styled(Style::Soft, pen.filled("report.lacks", &[("what", pen.locale.commas(&missing))]))]);
    }
    lines
}

pub(super) fn limit(pen: &Pen<'_>, planned: &Planned) -> Cell {
    let length = |limit: Option<crate::duration::Duration>| {
        limit.map_or_else(|| pen.say("report.none"), |limit| pen.locale.length(&limit.to_string()))
    };
    match planned.days {
        None => cell(String::new()),
        Some(days) if days.before == days.after => cell(length(days.before)),
        Some(days) => cell(pen.filled("plan.limit", &[("before", length(days.before)), ("after", length(days.after))])),
    }
}

/// The four tests, each with what was found; a test that nothing was found for says so.
pub(super) fn tests(pen: &Pen<'_>, page: &Page) -> Vec<Block> {
    let found = |test: Option<Test>| page.tests.iter().find(|(one, _)| *one == test).map(|(_, findings)| findings.as_slice());
    let rows = Test::ALL.into_iter().map(|test| {
        let head = vec![vec![styled(Style::Strong, pen.say(&format!("test.{}", test.word())))]];
        let says: Cell = found(Some(test)).unwrap_or_default().iter().filter_map(|at| finding(pen, *at)).collect();
        vec![head, if says.is_empty() { vec![vec![styled(Style::Soft, pen.say("report.test.nothing"))]] } else { says }]
    });
    let mut rows: Vec<Vec<Cell>> = rows.collect();
    let rest: Cell = found(None).unwrap_or_default().iter().filter_map(|at| finding(pen, *at)).collect();
    if !rest.is_empty() {
        rows.push(vec![vec![vec![styled(Style::Strong, pen.say("test.file"))]], rest]);
    }
    vec![Block::Table(Table {
        caption: Some(pen.say("report.tests")),
        widths: vec![25, 75],
        numbers: vec![false; 2],
        rows,
        ..Table::default()
    })]
}

/// A finding in one line: how sure, what, by what law.
pub(super) fn finding(pen: &Pen<'_>, at: usize) -> Option<Vec<Run>> {
    let finding = &pen.review.report.findings.get(at)?.finding;
    let law: Vec<String> = finding.basis.iter().map(|cite| pen.cited(cite)).collect();
    let sure = pen.say(&format!("confidence.{}", finding.confidence.word()));
    let mut runs = vec![plain(format!("{}: {} ", pen.subject(finding), finding.message)), styled(Style::Soft, format!("({sure}"))];
    if !law.is_empty() {
        runs.push(styled(Style::Soft, pen.say("semicolon") + &pen.locale.semicolons(&law)));
    }
    runs.push(styled(Style::Soft, ")"));
    Some(runs)
}

/// What is proposed: content, reason, the change to each text, the benefit.
pub(super) fn proposed(pen: &Pen<'_>, planned: &Planned) -> Vec<Block> {
    if planned.recommendations.is_empty() {
        return vec![Block::Paragraph(vec![styled(Style::Soft, pen.say("report.no-proposal"))])];
    }
    let rows = planned.recommendations.iter().map(|one| {
        let content = vec![vec![pen.numbered(one)], vec![plain(one.edit.advice.clone())]];
        vec![
            content,
            vec![vec![plain(one.message.clone())], pen.standing(one)],
            changes(pen, one),
            vec![who::saved(pen, one), vec![styled(Style::Soft, pen.power(one))]],
        ]
    });
    vec![Block::Table(Table {
        caption: Some(pen.say("report.proposals")),
        heads: ["content", "reason", "change", "benefit"].map(|head| pen.say(&format!("report.head.{head}"))).to_vec(),
        widths: vec![27, 27, 28, 18],
        numbers: vec![false; 4],
        rows: rows.collect(),
    })]
}

/// The change to each provision; where only the publication has to change, or no register knows the provision, that is said.
pub(in crate::render) fn changes(pen: &Pen<'_>, one: &Recommendation) -> Cell {
    match &one.source {
        Source::Register(cites) => cites.iter().map(|provision| who::wording(pen, one, provision)).collect(),
        Source::Cited(cites) => cites.iter().map(|provision| [who::wording(pen, one, provision), vec![pen.as_cited()]].concat()).collect(),
        Source::Publication => vec![vec![styled(Style::Soft, pen.say("report.of-publication"))]],
        Source::Unknown => vec![vec![styled(Style::Soft, pen.say("report.no-provision"))]],
    }
}
