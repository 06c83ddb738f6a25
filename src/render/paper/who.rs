//! What is recommended, by who can act: the office now, then everyone up to the National Assembly, text of law by text of law.

use std::collections::BTreeMap;

use crate::{
    confidence::Confidence,
    plan::{Planned, Recommendation, Source},
    render::paper::{
        block::{Block, Cell, Run, Style, Table, plain, styled},
        pen::Pen,
        summary,
    },
    report::review::{Amended, Text},
};

/// A recommendation with its procedure, where it is of one.
type Placed<'r> = (Option<&'r Planned>, &'r Recommendation);

/// The recommendations that still ask for something, by their numbers.
type Numbered<'r> = BTreeMap<usize, Placed<'r>>;

pub(super) fn blocks(pen: &Pen<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::PageBreak, pen.heading(1, "report.who"), pen.paragraph("report.who.says")];
    let numbered: Numbered<'_> = pen.open().map(|(of, one)| (one.number, (of, one))).collect();
    let mut authority = "";
    for text in &pen.review.texts {
        if text.authority != authority {
            authority = text.authority;
            blocks.push(Block::Heading {
                level: 2,
                words: pen.say(&format!("report.who.{authority}")),
                anchor: format!("who-{authority}"),
            });
        }
        blocks.extend(amended(pen, text, &numbered));
    }
    if pen.review.texts.is_empty() {
        blocks.push(pen.paragraph("report.nothing"));
    }
    blocks
}

/// One text of law: a row for each provision and each thing proposed for it.
fn amended(pen: &Pen<'_>, text: &Amended, numbered: &Numbered<'_>) -> Vec<Block> {
    let Text::Instrument(instrument) = &text.text else { return unplaced(pen, text, numbered) };
    let heading = Block::Heading {
        level: 3,
        words: pen.cited(instrument),
        anchor: format!("text-{}-{}", text.authority, crate::text::slug(instrument)),
    };
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (provision, numbers) in &text.provisions {
        for (of, one) in numbers.iter().filter_map(|number| numbered.get(number).copied()) {
            let procedure = of.map_or_else(Vec::new, |of| pen.named(of));
            let what = vec![styled(Style::Strong, format!("[{}] {}", pen.count(one.number), one.edit.title))];
            rows.push(vec![
                vec![
                    [
                        vec![plain(pen.cited(provision))],
                        if matches!(one.source, Source::Cited(_)) { vec![pen.as_cited()] } else { Vec::new() },
                    ]
                    .concat(),
                ],
                vec![procedure, what],
                vec![wording(pen, one, provision), vec![styled(Style::Soft, one.message.clone())]],
                vec![saved(pen, one), pen.standing(one)],
            ]);
        }
    }
    vec![heading, table(pen, rows)]
}

/// What is recommended where no register tells which text lays the thing down.
fn unplaced(pen: &Pen<'_>, text: &Amended, numbered: &Numbered<'_>) -> Vec<Block> {
    let numbers = text.provisions.values().flatten();
    let mut all: Vec<((&str, &str), Vec<Placed<'_>>)> = Vec::new();
    for (of, one) in numbers.filter_map(|number| numbered.get(number).copied()) {
        let same = (one.edit.title.as_str(), one.edit.advice.as_str());
        match all.iter_mut().find(|(known, _)| *known == same) {
            Some((_, group)) => group.push((of, one)),
            None => all.push((same, vec![(of, one)])),
        }
    }
    let all = all.into_iter().map(|(_, group)| together(pen, &group)).collect();
    let key = match text.text {
        Text::Publication => "report.who.publication",
        _ if text.authority == "agency" => "report.who.own",
        _ => "report.who.unplaced",
    };
    vec![pen.paragraph(key), Block::List(all)]
}

/// The same advice about things of one name, with all its procedures.
fn together(pen: &Pen<'_>, group: &[Placed<'_>]) -> Vec<Run> {
    let [(of, one), others @ ..] = group else { return Vec::new() };
    let mut runs = summary::advice(pen, *of, one);
    for (of, one) in others {
        runs.push(plain(format!("{}[{}] ", pen.say("semicolon"), pen.count(one.number))));
        runs.extend(summary::whose(pen, *of, one));
    }
    runs
}

fn table(pen: &Pen<'_>, rows: Vec<Vec<Cell>>) -> Block {
    let heads = ["provision", "thing", "wording", "saved"].map(|head| pen.say(&format!("report.head.{head}")));
    Block::Table(Table { heads: heads.to_vec(), widths: vec![18, 30, 34, 18], numbers: vec![false; 4], rows, ..Table::default() })
}

/// The change proposed to a provision, in words that can be taken into a draft.
pub(super) fn wording(pen: &Pen<'_>, one: &Recommendation, provision: &str) -> Vec<Run> {
    let key = format!("amend.{}", one.edit.what);
    let with = one.edit.with.join(", ");
    let limit = pen.locale.length(&with);
    let blanks =
        [("thing", one.edit.title.clone()), ("provision", pen.cited(provision)), ("with", if limit.is_empty() { with } else { limit })];
    let words = pen.filled(&key, &blanks);
    // Where the finding is not proved, the text must be looked at before anybody drafts.
    let first = if one.edit.confidence == Confidence::Proved { String::new() } else { format!("{} ", pen.say("report.check-first")) };
    vec![styled(Style::Soft, first), plain(words)]
}

/// The texts that would have to be changed, by their names.
pub(super) fn gist(pen: &Pen<'_>, one: &Recommendation) -> String {
    match &one.source {
        Source::Register(cites) => pen.locale.semicolons(&cites.iter().map(|cite| pen.cited(cite)).collect::<Vec<_>>()),
        Source::Cited(cites) => {
            let cited = cites.iter().map(|cite| format!("{} ({})", pen.cited(cite), pen.say("report.as-cited")));
            pen.locale.semicolons(&cited.collect::<Vec<_>>())
        }
        Source::Publication => pen.say("report.of-publication"),
        Source::Unknown => pen.say("report.no-provision"),
    }
}

/// What a recommendation saves, by itself and beside the others.
pub(super) fn saved(pen: &Pen<'_>, one: &Recommendation) -> Vec<Run> {
    let Some((alone, marginal)) = one.alone.as_ref().zip(one.marginal.as_ref()).filter(|(alone, _)| !alone.is_nothing()) else {
        return vec![styled(Style::Soft, pen.say("report.no-saving"))];
    };
    let blanks = [("alone", pen.money(alone.case.base)), ("marginal", pen.money(marginal.case.base))];
    vec![plain(pen.filled("report.saves", &blanks))]
}
