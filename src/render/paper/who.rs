//! What is recommended, by who can act: the office now, then everyone up to the National Assembly, text of law by text of law.

use std::collections::BTreeMap;

use crate::{
    confidence::Confidence,
    plan::{Planned, Recommendation, Source},
    render::paper::{
        block::{Block, Cell, Run, Style, Table, plain, styled},
        pen::Pen,
    },
    report::review::{Amended, Text},
};

/// A recommendation with its procedure, where it is of one.
type Placed<'r> = (Option<&'r Planned>, &'r Recommendation);

/// The recommendations that still ask for something, by their numbers.
type Numbered<'r> = BTreeMap<usize, Placed<'r>>;

/// The chapter. A procedure that has its pages tells there why; `is_told` says which, so that nothing is printed twice.
pub(super) fn blocks(pen: &Pen<'_>, is_told: fn(&Planned) -> bool) -> Vec<Block> {
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
        blocks.extend(amended(pen, text, &numbered, is_told));
    }
    if pen.review.texts.is_empty() {
        blocks.push(pen.paragraph("report.nothing"));
    }
    blocks
}

/// One text of law: a row for each provision and each thing proposed for it.
fn amended(pen: &Pen<'_>, text: &Amended, numbered: &Numbered<'_>, is_told: fn(&Planned) -> bool) -> Vec<Block> {
    let Text::Instrument(instrument) = &text.text else { return unplaced(pen, text, numbered) };
    let heading = Block::Heading {
        level: 3,
        words: pen.cited(instrument),
        anchor: format!("text-{}-{}", text.authority, crate::text::slug(instrument)),
    };
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (provision, numbers) in &text.provisions {
        for (of, one) in numbers.iter().filter_map(|number| numbered.get(number).copied()) {
            let mut words = vec![wording(pen, one, provision)];
            if !of.is_some_and(is_told) {
                words.push(vec![styled(Style::Soft, one.message.clone())]);
            }
            let marked = matches!(one.source, Source::Cited(_)).then(|| pen.as_cited());
            let place = std::iter::once(plain(pen.cited(provision))).chain(marked).collect();
            let procedure = of.map_or_else(Vec::new, |of| pen.named(of));
            rows.push(vec![vec![place], vec![procedure, vec![pen.numbered(one)]], words, vec![saved(pen, one), pen.standing(one)]]);
        }
    }
    vec![heading, table(pen, rows)]
}

/// What is recommended where no register tells which text lays the thing down.
fn unplaced(pen: &Pen<'_>, text: &Amended, numbered: &Numbered<'_>) -> Vec<Block> {
    let all = text.provisions.values().flatten().filter_map(|number| numbered.get(number).copied());
    let key = match text.text {
        Text::Publication => "report.who.publication",
        _ if text.authority == "agency" => "report.who.own",
        _ => "report.who.unplaced",
    };
    let mut blocks = vec![pen.paragraph(key)];
    blocks.extend(together(pen, all));
    blocks
}

/// Recommendations under what is to be done, said once: which thing, of which procedure, how sure.
pub(super) fn together<'r>(pen: &Pen<'r>, all: impl Iterator<Item = Placed<'r>>) -> Vec<Block> {
    let mut groups: Vec<(&str, Vec<Vec<Run>>)> = Vec::new();
    for (of, one) in all {
        let item = item(pen, of, one);
        match groups.iter_mut().find(|(known, _)| *known == one.edit.advice) {
            Some((_, items)) => items.push(item),
            None => groups.push((&one.edit.advice, vec![item])),
        }
    }
    let said = |(advice, items): (&str, Vec<Vec<Run>>)| {
        let head = vec![styled(Style::Strong, advice), styled(Style::Soft, format!(" ({})", pen.count(items.len())))];
        [Block::Lead(head), Block::List(items)]
    };
    groups.into_iter().flat_map(said).collect()
}

/// A recommendation under its advice. Where it is about the procedure as a whole, that is named once.
fn item(pen: &Pen<'_>, of: Option<&Planned>, one: &Recommendation) -> Vec<Run> {
    let Some(of) = of else {
        return [vec![pen.numbered(one), plain(" (")], pen.standing(one), vec![plain(")")]].concat();
    };
    let is_whole = one.edit.at.is_empty() && pen.thing(one) == pen.title(of);
    let head = if is_whole { styled(Style::Strong, format!("[{}] ", pen.count(one.number))) } else { pen.numbered(one) };
    let between = plain(if is_whole { "" } else { ": " });
    [vec![head, between], pen.named(of), vec![plain(" (")], pen.standing(one), vec![plain(")")]].concat()
}

fn table(pen: &Pen<'_>, rows: Vec<Vec<Cell>>) -> Block {
    let heads = ["provision", "thing", "wording", "saved"].map(|head| pen.say(&format!("report.head.{head}")));
    Block::Table(Table { heads: heads.to_vec(), widths: vec![18, 28, 37, 17], numbers: vec![false; 4], rows, ..Table::default() })
}

/// The change proposed to a provision, in words that can be taken into a draft.
pub(super) fn wording(pen: &Pen<'_>, one: &Recommendation, provision: &str) -> Vec<Run> {
    let key = format!("amend.{}", one.edit.what);
    let with = one.edit.with.join(", ");
    let limit = pen.locale.length(&with);
    let blanks = [("thing", pen.thing(one)), ("provision", pen.cited(provision)), ("with", if limit.is_empty() { with } else { limit })];
    let words = pen.filled(&key, &blanks);
    // Where the finding is not proved, the text must be looked at before anybody drafts.
    let first = if one.edit.confidence == Confidence::Proved { String::new() } else { format!("{} ", pen.say("report.check-first")) };
    vec![styled(Style::Soft, first), plain(words)]
}

/// What a recommendation saves, by itself and beside the others.
pub(super) fn saved(pen: &Pen<'_>, one: &Recommendation) -> Vec<Run> {
    let Some((alone, marginal)) = one.alone.as_ref().zip(one.marginal.as_ref()).filter(|(alone, _)| !alone.is_nothing()) else {
        return vec![styled(Style::Soft, pen.say("report.no-saving"))];
    };
    let blanks = [("alone", pen.money(alone.case.base)), ("marginal", pen.money(marginal.case.base))];
    vec![plain(pen.filled("report.saves", &blanks))]
}
