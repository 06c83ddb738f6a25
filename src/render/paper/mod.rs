//! The report as a paper: the same row of blocks for every form it is written in.

mod annex;
mod block;
mod brief;
mod decision;
mod flow;
mod group;
pub(in crate::render) mod line;
mod markdown;
pub(in crate::render) mod pen;
pub(in crate::render) mod procedure;
mod summary;
mod unknown;
mod who;

pub use block::{Block, Cell, Paper, Run, Style, Table};
pub use brief::brief;
pub use markdown::markdown;
pub(super) use summary::LARGEST;

use crate::{
    locale::Locale,
    plan::Planned,
    render::paper::pen::Pen,
    report::review::{Audience, Review},
};

/// The paper of a review in the words of `locale`.
pub fn of(review: &Review, locale: &'static Locale) -> Paper {
    let pen = Pen { review, locale };
    let mut blocks = opening(&pen, |_| false);
    blocks.extend(flow::blocks(&pen));
    blocks.extend(procedure::blocks(&pen));
    blocks.extend(unknown::blocks(&pen));
    blocks.extend(annex::blocks(&pen));
    titled(&pen, blocks)
}

/// What every paper begins with: the summary, for a province the draft decision, who can act, how far the plan comes.
fn opening(pen: &Pen<'_>, is_told: fn(&Planned) -> bool) -> Vec<Block> {
    let mut blocks = summary::blocks(pen);
    if pen.review.audience == Audience::Province {
        blocks.extend(decision::blocks(pen));
    }
    blocks.extend(who::blocks(pen, is_told));
    blocks.extend(group::blocks(pen));
    blocks
}

/// The blocks under their title.
fn titled(pen: &Pen<'_>, blocks: Vec<Block>) -> Paper {
    let (review, locale) = (pen.review, pen.locale);
    let key = match review.audience {
        Audience::Agency => "report.title.agency",
        Audience::Province => "report.title.province",
        Audience::Ministry => "report.title.ministry",
    };
    Paper {
        title: review.title.clone().unwrap_or_else(|| locale.say(key).to_owned()),
        subtitle: locale.filled("report.subtitle", &[("day", &locale.date(review.trace.as_of))]),
        language: locale.code,
        rtl: locale.is_rtl(),
        blocks,
    }
}
