//! The paper to be printed and signed: what the plan changes is told in full, the rest in a row each; all of it stands in the workbook.

use crate::{
    locale::Locale,
    plan::Planned,
    render::paper::{
        self, annex,
        block::{Block, Paper, Style, Table, cell, plain, styled},
        line,
        pen::Pen,
        procedure, unknown,
    },
    report::review::{Page, Review},
};

/// The paper of a review as it is printed.
pub fn brief(review: &Review, locale: &'static Locale) -> Paper {
    let pen = Pen { review, locale };
    let mut blocks = paper::opening(&pen, is_told);
    blocks.extend(procedures(&pen));
    blocks.extend(unknown::counted(&pen));
    blocks.extend(annex::short(&pen));
    paper::titled(&pen, blocks)
}

/// Whether a procedure gets pages of its own: the plan changes it.
fn is_told(one: &Planned) -> bool {
    one.recommendations.iter().any(|one| one.is_open() && one.chosen)
}

fn procedures(pen: &Pen<'_>) -> Vec<Block> {
    let all = || pen.review.plan.procedures.iter().zip(&pen.review.pages);
    let mut blocks = vec![Block::PageBreak, pen.heading(1, "report.procedures"), pen.paragraph("report.brief.says")];
    blocks.push(pen.heading(2, "report.brief.told"));
    let told: Vec<_> = all().filter(|(one, _)| is_told(one)).collect();
    if told.is_empty() {
        blocks.push(pen.paragraph("report.nothing"));
    }
    for (planned, page) in told {
        blocks.extend(pages(pen, planned, page));
    }
    let others = all().filter(|(one, _)| !is_told(one));
    let (check, silent): (Vec<_>, Vec<_>) = others.map(|(one, _)| one).partition(|one| one.recommendations.iter().any(|one| one.is_open()));
    for (key, rows) in [("report.brief.check", check), ("report.brief.silent", silent)] {
        blocks.extend([pen.heading(2, key), pen.paragraph(&format!("{key}.says"))]);
        let with_numbers = key == "report.brief.check";
        blocks.push(if rows.is_empty() { pen.paragraph("report.nothing") } else { table(pen, &rows, with_numbers) });
    }
    blocks
}

/// The pages of one procedure: its lines are those that something is recommended about.
fn pages(pen: &Pen<'_>, planned: &Planned, page: &Page) -> Vec<Block> {
    let words = format!("{} ({})", pen.title(planned), planned.before.code.value);
    let mut blocks = vec![Block::Heading { level: 3, words, anchor: pen.anchor(planned) }, procedure::head(pen, planned, page)];
    let (told, rest): (Vec<_>, Vec<_>) = page.lines.iter().partition(|one| !one.recommendations.is_empty());
    if !told.is_empty() {
        blocks.push(procedure::before_after(pen, told.into_iter().map(|one| line::row(pen, planned, one)).collect()));
    }
    if !rest.is_empty() {
        blocks.push(Block::Paragraph(vec![styled(Style::Soft, pen.locale.count("report.brief.lines", rest.len()))]));
    }
    blocks.extend(procedure::proposed(pen, planned));
    blocks.extend(procedure::tests(pen, page));
    if !page.undetermined.is_empty() {
        blocks.push(Block::Paragraph(vec![styled(Style::Soft, pen.locale.count("report.brief.undetermined", page.undetermined.len()))]));
    }
    blocks
}

/// A row for each procedure: what a case costs before and after, how long it takes, and which recommendations there are, by the numbers under
/// which the chapter of those who can act tells them.
fn table(pen: &Pen<'_>, rows: &[&Planned], with_numbers: bool) -> Block {
    let amount = |cost: Option<&crate::cost::Cost>| cost.map_or_else(|| pen.say("report.unknown"), |cost| pen.amount(cost.case.base));
    let of = |one: &&Planned| {
        let mut row = vec![
            vec![vec![styled(Style::Code, one.before.code.value.clone()), plain(format!(" {}", pen.title(one)))]],
            cell(amount(one.cost_before.as_ref())),
            cell(amount(one.cost_after.as_ref())),
            procedure::limit(pen, one),
        ];
        if with_numbers {
            let open = one.recommendations.iter().filter(|one| one.is_open());
            row.push(cell(open.map(|one| format!("[{}]", pen.count(one.number))).collect::<Vec<_>>().join(" ")));
        }
        row
    };
    let mut heads = vec![pen.say("report.head.procedure"), pen.priced("report.head.case.before"), pen.priced("report.head.case.after")];
    heads.push(pen.say("report.page.limit"));
    let mut widths = vec![56, 14, 14, 16];
    if with_numbers {
        heads.push(pen.say("report.head.numbers"));
        widths = vec![44, 14, 14, 14, 14];
    }
    let numbers = (0..widths.len()).map(|at| at == 1 || at == 2).collect();
    Block::Table(Table { heads, widths, numbers, rows: rows.iter().map(of).collect(), ..Table::default() })
}
