//! What a leader reads first, and the figures that all of it was reckoned with.

use crate::{
    confidence::Confidence,
    register::Range,
    render::{
        paper::pen::Pen,
        xlsx::sheet::{Put, Sheet, column},
    },
};

pub(super) fn sheet(pen: &Pen<'_>) -> Sheet {
    let (plan, totals, trace) = (&pen.review.plan, &pen.review.report.totals, &pen.review.trace);
    let mut rows: Vec<Vec<Put>> = Vec::new();
    let mut row = |key: &str, put: Put| rows.push(vec![Put::Strong(pen.say(key)), put]);
    row("report.figure.procedures", Put::Count(plan.whole.procedures));
    row("report.figure.changed", Put::Count(plan.whole.changed));
    for sure in [Confidence::Proved, Confidence::Presumed, Confidence::Undetermined] {
        row(&format!("report.figure.{}", sure.word()), Put::Count(totals.sure(sure)));
    }
    if let (Some((before, after)), Some(share)) = (plan.whole.year, plan.whole.year_share()) {
        let base = |range: Range| Put::Money(range.base);
        row("report.figure.before", base(before));
        row("report.figure.after", base(after));
        row("report.figure.saved", base(before.less(after)));
        row("sheet.rate", Put::Share(share));
    }
    if let Some(target) = plan.target {
        row("report.figure.target", Put::Share(target));
        row("report.figure.met.cost", Put::Count(plan.whole.met.0));
        row("report.figure.met.time", Put::Count(plan.whole.met.1));
    }
    row("sheet.how", Put::Words(pen.say("sheet.how.says")));
    row("sheet.note", Put::Words(pen.say("plan.defaults")));
    if plan.whole.counted < plan.whole.procedures {
        row("sheet.note", Put::Words(pen.locale.count("plan.collect", plan.whole.procedures - plan.whole.counted)));
    }
    row("report.trace.as-of", Put::Day(trace.as_of));
    row("report.trace.version", Put::Words(format!("redtape {}", trace.version)));
    row("report.trace.command", Put::Words(trace.command.clone()));
    row("report.trace.rules", Put::Words(format!("{} · {}", trace.rules.0, trace.rules.1)));
    row("report.trace.registers", Put::Words(format!("{} · {}", trace.registers.0, trace.registers.1)));
    let columns = vec![column(pen.say("sheet.figure"), 40), column(pen.say("sheet.value"), 50)];
    Sheet { name: pen.say("sheet.summary"), columns, rows, fixed: 0, printed: 2 }
}

pub(super) fn parameters(pen: &Pen<'_>) -> Sheet {
    let head = |key: &str| pen.say(&format!("report.head.{key}"));
    let rows = pen.review.figures.iter().map(|one| {
        let is_time = one.name.starts_with("minutes.");
        let unit = if is_time { pen.say("report.minutes") } else { pen.review.plan.currency.clone() };
        let number = |number| if is_time { Put::Number(number) } else { Put::Money(number) };
        let source = match (&one.source, one.is_default) {
            (Some(source), _) => source.clone(),
            (None, true) => pen.say("report.default"),
            (None, false) => pen.say("report.own-figure"),
        };
        vec![
            Put::Words(pen.say(&format!("figure.{}", one.name))),
            Put::Words(one.name.clone()),
            number(one.value.low),
            number(one.value.base),
            number(one.value.high),
            Put::Words(unit),
            Put::Words(source),
            Put::Words(one.place.clone().unwrap_or_default()),
        ]
    });
    let columns = vec![
        column(head("figure"), 34),
        column(pen.say("sheet.name"), 22),
        column(head("low"), 13),
        column(head("base"), 13),
        column(head("high"), 13),
        column(head("unit"), 8),
        column(head("source"), 44),
        column(head("place"), 30),
    ];
    Sheet { name: pen.say("sheet.parameters"), columns, rows: rows.collect(), fixed: 1, printed: 8 }
}
