//! The table of contents: a field that Word makes anew, filled in beforehand so that it is never empty.

use docx_rs::{BreakType, Docx, FieldCharType, Hyperlink, HyperlinkType, InstrPAGEREF, InstrText, InstrToC, Paragraph, Run};

use crate::render::{
    docx::set::Setting,
    paper::{Block, Paper, Style},
};

/// The deepest heading that is listed.
const DEEPEST: u8 = 2;

pub(super) fn put(docx: Docx, paper: &Paper, set: &Setting<'_>, words: &str) -> Docx {
    let headings: Vec<(u8, &str, &str)> = paper.blocks.iter().filter_map(listed).collect();
    if headings.is_empty() {
        return docx;
    }
    let mut docx = docx.add_paragraph(set.line("TOCHeading", words));
    let last = headings.len() - 1;
    for (at, (level, words, anchor)) in headings.into_iter().enumerate() {
        let mut paragraph = set.paragraph(&format!("TOC{level}"));
        if at == 0 {
            let field = InstrToC::new().heading_styles_range(1, usize::from(DEEPEST)).hyperlink();
            let begin = Run::new().add_field_char(FieldCharType::Begin, false).add_instr_text(InstrText::TOC(field));
            paragraph = paragraph.add_run(begin.add_field_char(FieldCharType::Separate, false));
        }
        paragraph = entry(paragraph, words, anchor, set);
        if at == last {
            paragraph = paragraph.add_run(Run::new().add_field_char(FieldCharType::End, false));
        }
        docx = docx.add_paragraph(paragraph);
    }
    docx.add_paragraph(set.paragraph("BodyText").add_run(Run::new().add_break(BreakType::Page)))
}

fn listed(block: &Block) -> Option<(u8, &str, &str)> {
    match block {
        Block::Heading { level, words, anchor } if *level <= DEEPEST => Some((*level, words, anchor)),
        Block::Heading { .. } | Block::Paragraph(_) | Block::List(_) | Block::Table(_) | Block::Notice(_) | Block::PageBreak => None,
    }
}

/// One heading with the page it stands on, which leads to it.
fn entry(paragraph: Paragraph, words: &str, anchor: &str, set: &Setting<'_>) -> Paragraph {
    let words = set.run(words, Style::Plain);
    let Some((_, name)) = set.bookmark(anchor) else { return paragraph.add_run(words) };
    let page = Run::new()
        .add_field_char(FieldCharType::Begin, true)
        .add_instr_text(InstrText::PAGEREF(InstrPAGEREF::new(&name).hyperlink()))
        .add_field_char(FieldCharType::Separate, false)
        .add_text("")
        .add_field_char(FieldCharType::End, false);
    paragraph.add_hyperlink(Hyperlink::new(name, HyperlinkType::Anchor).add_run(words).add_run(Run::new().add_tab()).add_run(page))
}
