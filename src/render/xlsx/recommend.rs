//! The sheet on which a leader decides: a recommendation a row, with a column to take or reject it that `redtape plan` reads back.

use crate::{
    decision::Verdict,
    plan::{Planned, Recommendation, Saving},
    render::{
        paper::{Run, pen::Pen, procedure},
        xlsx::sheet::{Column, Put, Sheet, column},
    },
};

/// What can be decided about a recommendation.
const VERDICTS: [Verdict; 3] = [Verdict::Taken, Verdict::Rejected, Verdict::Proposed];

pub(super) fn sheet(pen: &Pen<'_>) -> Sheet {
    let plan = &pen.review.plan;
    let of = plan.procedures.iter().flat_map(|one| one.recommendations.iter().map(move |each| (Some(one), each)));
    let rows = of.chain(plan.beyond.iter().map(|each| (None, each))).map(|(of, each)| row(pen, of, each)).collect();
    let head = |key: &str| pen.say(&format!("sheet.{key}"));
    let open = |key: &str, width| Column { is_open: true, ..column(head(key), width) };
    let choices = VERDICTS.map(|verdict| pen.say(&format!("decision.{}", verdict.word()))).to_vec();
    let columns = vec![
        Column { is_hidden: true, ..column(head("fingerprint"), 18) },
        column(head("number"), 6),
        Column { choices, ..open("decision", 13) },
        open("reason", 18),
        column(head("code"), 11),
        column(head("procedure"), 24),
        column(head("what"), 24),
        column(head("advice"), 30),
        column(head("change"), 36),
        column(head("who"), 14),
        column(head("sure"), 11),
        column(head("beside"), 15),
        // Up to here it is printed.
        column(head("why"), 50),
        column(head("alone"), 17),
        column(head("planned"), 10),
        open("document", 16),
        open("until", 12),
        column(head("rule"), 30),
    ];
    Sheet { name: head("recommendations"), columns, rows, fixed: 3, printed: 12 }
}

fn row(pen: &Pen<'_>, of: Option<&Planned>, one: &Recommendation) -> Vec<Put> {
    let words = |words: Option<String>| words.map_or(Put::Nothing, Put::Words);
    let decided = one.decided.as_ref();
    let saved =
        |saving: Option<&Saving>| saving.filter(|saving| !saving.is_nothing()).map_or(Put::Nothing, |saving| Put::Money(saving.case.base));
    let changes: Vec<String> = procedure::changes(pen, one).iter().map(|runs| said(runs)).collect();
    vec![
        Put::Words(one.edit.finding.clone()),
        Put::Count(one.number),
        words(decided.map(|one| pen.say(&format!("decision.{}", one.verdict.word())))),
        words(decided.and_then(|one| one.reason.clone())),
        words(of.map(|of| of.before.code.value.clone())),
        words(of.map(|of| pen.title(of))),
        Put::Words(pen.thing(one)),
        Put::Words(one.edit.advice.clone()),
        Put::Words(changes.join("\n")),
        Put::Words(pen.power(one)),
        Put::Words(pen.say(&format!("confidence.{}", one.edit.confidence.word()))),
        saved(one.marginal.as_ref()),
        Put::Words(one.message.clone()),
        saved(one.alone.as_ref()),
        Put::Words(pen.say(if one.chosen { "sheet.yes" } else { "sheet.no" })),
        words(decided.and_then(|one| one.document.clone())),
        decided.and_then(|one| one.until).map_or(Put::Nothing, Put::Day),
        Put::Words(one.edit.rule.clone()),
    ]
}

/// The words of a line, whatever their style.
pub(super) fn said(runs: &[Run]) -> String {
    runs.iter().map(|run| run.words.as_str()).collect()
}
