//! The procedures, a row each, and what they ask for, line by line, before and after.

use crate::{
    confidence::Confidence,
    duration::Duration,
    plan::Planned,
    register::Range,
    render::{
        paper::{Cell, line, pen::Pen},
        xlsx::{
            recommend::said,
            sheet::{Put, Sheet, column},
        },
    },
    report::review::Page,
};

pub(super) fn sheet(pen: &Pen<'_>) -> Sheet {
    let head = |key: &str| pen.say(&format!("sheet.{key}"));
    let columns = [
        ("code", 11),
        ("procedure", 40),
        ("documents", 8),
        ("limit.before", 14),
        ("limit.after", 14),
        ("case.before", 16),
        ("case.after", 16),
        ("case.saved", 15),
        ("rate", 8),
        ("year.saved", 19),
        ("recommended", 9),
        ("planned", 9),
        // Up to here it is printed.
        ("sector", 20),
        ("agency", 26),
        ("dossiers", 11),
        ("year.before", 19),
        ("year.after", 19),
        ("proved", 9),
        ("presumed", 9),
        ("unknown", 9),
        ("lacks", 30),
        ("file", 40),
    ];
    let rows = pen.review.plan.procedures.iter().zip(&pen.review.pages).map(|(planned, page)| row(pen, planned, page)).collect();
    Sheet { name: head("procedures"), columns: columns.map(|(key, width)| column(head(key), width)).into(), rows, fixed: 2, printed: 12 }
}

fn row(pen: &Pen<'_>, planned: &Planned, page: &Page) -> Vec<Put> {
    let procedure = &planned.before;
    let agencies: Vec<String> = procedure.authority.iter().map(|name| pen.agency(&name.value)).collect();
    let says = page.authority_says.as_ref().map(|words| words.said(pen.locale.code).to_owned());
    let sector = procedure.sector.as_deref().map_or("", |name| crate::render::sector(name, pen.locale)).to_owned();
    let length = |limit: Option<Duration>| limit.map_or(Put::Nothing, |limit| Put::Words(pen.locale.length(&limit.to_string())));
    let (before, after) = (planned.cost_before.as_ref(), planned.cost_after.as_ref());
    let money = |range: Option<Range>| range.map_or(Put::Nothing, |range| Put::Money(range.base));
    let less = |pair: Option<(Range, Range)>| money(pair.map(|(before, after)| before.less(after)));
    let case = (before.map(|cost| cost.case), after.map(|cost| cost.case));
    let year = (before.and_then(|cost| cost.year), after.and_then(|cost| cost.year));
    let dossiers = before.and_then(|cost| cost.dossiers).map_or(Put::Nothing, |count| Put::Number(count.into()));
    let found = page.tests.iter().flat_map(|(_, findings)| findings).filter_map(|at| pen.review.report.findings.get(*at));
    let sure = |confidence: Confidence| Put::Count(found.clone().filter(|shown| shown.finding.confidence == confidence).count());
    let lacks: Vec<String> = before.iter().flat_map(|cost| &cost.missing).map(|what| pen.say(&format!("missing.{what}"))).collect();
    vec![
        Put::Words(procedure.code.value.clone()),
        Put::Words(pen.title(planned)),
        Put::Count(procedure.documents.len()),
        length(planned.days.and_then(|days| days.before)),
        length(planned.days.and_then(|days| days.after)),
        money(case.0),
        money(case.1),
        less(case.0.zip(case.1)),
        planned.reached.case_share.map_or(Put::Nothing, Put::Share),
        less(year.0.zip(year.1)),
        Put::Count(planned.recommendations.len()),
        Put::Count(planned.recommendations.iter().filter(|one| one.chosen).count()),
        Put::Words(sector),
        Put::Words(says.filter(|_| agencies.is_empty()).unwrap_or_else(|| pen.locale.commas(&agencies))),
        dossiers,
        money(year.0),
        money(year.1),
        sure(Confidence::Proved),
        sure(Confidence::Presumed),
        Put::Count(page.undetermined.len()),
        Put::Words(pen.locale.commas(&lacks)),
        Put::Words(page.file.clone()),
    ]
}

/// Every line of every procedure: what it is, how it is now, what becomes of it, by what law.
pub(super) fn lines(pen: &Pen<'_>) -> Sheet {
    let head = |key: &str| pen.say(&format!("sheet.{key}"));
    let columns = [("code", 11), ("procedure", 30), ("line", 46), ("now", 24), ("then", 24), ("ground", 34)];
    let of = pen.review.plan.procedures.iter().zip(&pen.review.pages);
    let rows = of.flat_map(|(planned, page)| {
        page.lines.iter().map(move |one| {
            let mut row = vec![Put::Words(planned.before.code.value.clone()), Put::Words(pen.title(planned))];
            row.extend(line::row(pen, planned, one).iter().map(|cell| Put::Words(words(cell))));
            row
        })
    });
    Sheet {
        name: head("lines"),
        columns: columns.map(|(key, width)| column(head(key), width)).into(),
        rows: rows.collect(),
        fixed: 2,
        printed: 6,
    }
}

fn words(cell: &Cell) -> String {
    cell.iter().map(|runs| said(runs)).collect::<Vec<_>>().join("\n")
}
