//! The draft decision that approves the plan, for a province: Decree 63/2010/NĐ-CP, art. 31(1), as amended by 48/2013/NĐ-CP.
//!
//! No official form of it was read; it is marked as unverified, and everything that only the province knows is left open.

use crate::render::paper::{
    block::{Block, Run, Style, plain, styled},
    pen::Pen,
};

/// The article of Decree 63/2010/NĐ-CP on what becomes of a review.
const GROUND: &str = "63/2010/NĐ-CP#art_31.cl_1";

pub(super) fn blocks(pen: &Pen<'_>) -> Vec<Block> {
    let mut blocks =
        vec![Block::PageBreak, pen.heading(1, "report.decision"), Block::Notice(vec![plain(pen.say("report.decision.unverified"))])];
    let number = vec![styled(Style::Strong, pen.say("report.decision.number"))];
    let grounds = pen.filled("report.decision.ground", &[("law", pen.cited(GROUND))]);
    blocks.extend([number, vec![styled(Style::Strong, pen.say("report.decision.title"))], vec![plain(grounds)]].map(Block::Paragraph));
    let changed = pen.review.plan.procedures.iter().filter(|one| one.recommendations.iter().any(|one| one.chosen)).count();
    let own = pen.open().filter(|(_, one)| ["agency", "commune", "province", "peoples-council"].contains(&one.power.authority)).count();
    let above = pen.open().count() - own;
    let article = |at: usize, blanks: &[(&str, String)]| -> Vec<Run> {
        let head = styled(Style::Strong, pen.filled("report.decision.article", &[("n", pen.count(at))]) + " ");
        vec![head, plain(pen.filled(&format!("report.decision.article.{at}"), blanks))]
    };
    let counts = [("procedures", pen.count(changed)), ("own", pen.count(own)), ("above", pen.count(above))];
    blocks.extend([1, 2, 3, 4].map(|at| Block::Paragraph(article(at, &counts))));
    blocks.push(Block::Paragraph(vec![plain(pen.say("report.decision.annex"))]));
    // Whoever signs, and who receives it, only the province knows.
    blocks.extend(["report.decision.signed", "report.decision.to"].map(|key| pen.paragraph(key)));
    blocks
}
