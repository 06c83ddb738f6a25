//! A row of the table that holds a procedure before beside it after.

use crate::{
    confidence::Confidence,
    edit,
    model::{Alternative, Document, Limit},
    plan::{Planned, Recommendation},
    render::paper::{
        block::{Cell, Run, Style, plain, styled},
        pen::Pen,
    },
    report::review::{Line, What},
};

/// The row of a line: what it is, how it is now, what becomes of it, by what law.
pub(in crate::render) fn row(pen: &Pen<'_>, planned: &Planned, line: &Line) -> Vec<Cell> {
    let kind = styled(Style::Soft, format!("{}: ", pen.say(&format!("part.{}", word(line.what)))));
    let title = line.title.said(pen.locale.code);
    vec![vec![vec![kind, plain(title)]], now(pen, planned, line.what), then(pen, planned, line), ground(pen, line)]
}

fn word(what: What) -> &'static str {
    match what {
        What::Document(_) => "document",
        What::Condition(_) => "condition",
        What::Limit(_) => "limit",
        What::Fee(_) => "fee",
        What::Step(_) => "step",
        What::Channel(_) => "channel",
        What::Outcome(_) => "result",
    }
}

/// How it is now, as far as the file says.
fn now(pen: &Pen<'_>, planned: &Planned, what: What) -> Cell {
    let procedure = &planned.before;
    let words = match what {
        What::Document(at) => return procedure.documents.get(at).map_or_else(Vec::new, |one| document(pen, one)),
        What::Condition(_) => None,
        What::Limit(at) => procedure.limits.get(at).map(|one| limit(pen, one)),
        What::Fee(at) => {
            procedure.fees.get(at).and_then(|fee| fee.amount.as_ref()).map(|money| pen.locale.money(money.amount, &money.currency))
        }
        What::Step(at) => {
            procedure.steps.get(at).and_then(|step| step.within.as_ref()).map(|within| pen.locale.length(&within.value.to_string()))
        }
        What::Channel(at) => procedure.channels.get(at).map(|one| {
            let level = one.level.as_ref().map_or_else(String::new, |level| format!(", {}", pen.say(&format!("level.{}", level.value))));
            pen.say(&format!("channel.{}", one.by)) + &level
        }),
        What::Outcome(at) => procedure
            .results
            .get(at)
            .and_then(|one| one.electronic)
            .map(|electronic| pen.say(if electronic { "result.electronic" } else { "result.paper" })),
    };
    vec![vec![plain(words.unwrap_or_default())]]
}

/// In what forms, how many, and who brings it.
fn document(pen: &Pen<'_>, one: &Document) -> Cell {
    let mut lines: Cell = Vec::new();
    if let Some(by) = one.obtained_by.as_deref().filter(|by| *by != "applicant") {
        lines.push(vec![plain(pen.say(&format!("obtained.{by}")))]);
    }
    let forms =
        |one: &Alternative| one.forms.iter().map(|form| pen.say(&format!("form.{}", form.value.word()))).collect::<Vec<_>>().join(" / ");
    let mut said: Vec<String> = one.alternatives.iter().map(forms).filter(|words| !words.is_empty()).collect();
    said.dedup();
    // "The original" says nothing beside "1 original".
    let counted = [("form.original", &one.originals), ("form.copy", &one.copies)];
    let told = counted.into_iter().find(|(key, count)| said == [pen.say(key)] && count.as_ref().is_some_and(|count| count.value > 0));
    said.retain(|_| told.is_none());
    lines.extend(said.into_iter().map(|words| vec![plain(words)]));
    for (key, count) in [("report.originals", &one.originals), ("report.copies", &one.copies)] {
        if let Some(count) = count.as_ref().filter(|count| count.value > 0) {
            lines.push(vec![plain(pen.locale.count(key, usize::try_from(count.value).unwrap_or_default()))]);
        }
    }
    if !one.cases.is_empty() || one.when.is_some() {
        lines.push(vec![styled(Style::Soft, pen.say("report.some-cases"))]);
    }
    lines
}

fn limit(pen: &Pen<'_>, one: &Limit) -> String {
    one.within.as_ref().map_or_else(|| pen.say("report.unread"), |within| pen.locale.length(&within.value.to_string()))
}

/// What becomes of it: it stays, it goes, or it changes.
fn then(pen: &Pen<'_>, planned: &Planned, line: &Line) -> Cell {
    let about = |one: &&Recommendation| line.recommendations.contains(&one.number);
    let chosen: Vec<&Recommendation> = planned.recommendations.iter().filter(about).filter(|one| one.chosen).collect();
    if chosen.is_empty() {
        return vec![vec![plain(pen.say("report.stays"))]];
    }
    chosen.into_iter().map(|one| edited(pen, one)).collect()
}

/// What one edit makes of a line.
fn edited(pen: &Pen<'_>, one: &Recommendation) -> Vec<Run> {
    let goes = edit::takes_away(one.edit.what);
    let with = pen.locale.length(&one.edit.with.join(", "));
    let words = pen.filled(&format!("then.{}", one.edit.what), &[("with", with)]);
    let mut runs = vec![styled(if goes { Style::Gone } else { Style::New }, words), plain(format!(" [{}]", pen.count(one.number)))];
    if one.edit.confidence != Confidence::Proved {
        runs.push(styled(Style::Soft, format!(" {}", pen.say("confidence.presumed"))));
    }
    runs
}

/// By what law: what the register lays down, else what the file cites, marked as not verified, else that nothing is known.
fn ground(pen: &Pen<'_>, line: &Line) -> Cell {
    if matches!(line.what, What::Channel(_) | What::Outcome(_)) && line.cited.is_empty() {
        return Vec::new();
    }
    if !line.laid_down.is_empty() {
        return line.laid_down.iter().map(|cite| vec![plain(pen.cited(cite))]).collect();
    }
    let mut cited: Cell = line.cited.iter().map(|cite| vec![plain(pen.cited(cite))]).collect();
    // That none of them was verified is said once.
    if !cited.is_empty() {
        cited.push(vec![styled(Style::Soft, format!("({})", pen.say("report.as-cited")))]);
    }
    let key = match line.known {
        Confidence::Proved => "report.ground.none",
        Confidence::Presumed => "report.ground.none-known",
        Confidence::Undetermined => "report.ground.silent",
    };
    if line.known != Confidence::Undetermined || cited.is_empty() {
        cited.push(vec![styled(Style::Soft, pen.say(key))]);
    }
    cited
}
