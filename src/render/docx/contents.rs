//! The table of contents: a field that Word makes anew, filled in beforehand so that it is never empty.

use docx_rs::{Docx, FieldCharType, Hyperlink, HyperlinkType, InstrPAGEREF, InstrText, InstrToC, Paragraph, Run};

use crate::render::{
    docx::set::Setting,
    paper::{Block, Paper, Style},
};

/// The deepest heading that is listed.
const DEEPEST: u8 = 2;

pub(super) fn put(docx: Docx, paper: &Paper, set: &Setting<'_>, words: &str) -> Docx {
    let headings: Vec<(u8, &str, &str)> = paper.blocks.iter().filter_map(listed).collect();
    let numbers = numbers(paper.language, &headings);
    if headings.is_empty() {
        return docx;
    }
    let mut docx = docx.add_paragraph(set.line("TOCHeading", words));
    let last = headings.len() - 1;
    for (at, ((level, words, anchor), number)) in headings.into_iter().zip(numbers).enumerate() {
        let mut paragraph = set.paragraph(&format!("TOC{level}"));
        if at == 0 {
            let field = InstrToC::new().heading_styles_range(1, usize::from(DEEPEST)).hyperlink();
            let begin = Run::new().add_field_char(FieldCharType::Begin, false).add_instr_text(InstrText::TOC(field));
            paragraph = paragraph.add_run(begin.add_field_char(FieldCharType::Separate, false));
        }
        paragraph = entry(paragraph, &format!("{number} {words}"), anchor, set);
        if at == last {
            paragraph = paragraph.add_run(Run::new().add_field_char(FieldCharType::End, false));
        }
        docx = docx.add_paragraph(paragraph);
    }
    docx
}

/// The numbers of the headings, as the program that opens the document counts them.
fn numbers(language: &str, headings: &[(u8, &str, &str)]) -> Vec<String> {
    let (mut chapter, mut part) = (0, 0);
    let mut number = |level: u8| {
        (chapter, part) = if level == 1 { (chapter + 1, 0) } else { (chapter, part + 1) };
        match level {
            1 if super::is_roman(language) => format!("{}.", roman(chapter)),
            1 => format!("{chapter}."),
            _ => format!("{part}."),
        }
    };
    headings.iter().map(|(level, ..)| number(*level)).collect()
}

/// A small number as the Romans wrote it; a report has no forty chapters.
fn roman(number: usize) -> String {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    "X".repeat(number / 10) + ones.get(number % 10).copied().unwrap_or_default()
}

fn listed(block: &Block) -> Option<(u8, &str, &str)> {
    match block {
        Block::Heading { level, words, anchor } if *level <= DEEPEST => Some((*level, words, anchor)),
        Block::Heading { .. }
        | Block::Paragraph(_)
        | Block::Lead(_)
        | Block::List(_)
        | Block::Table(_)
        | Block::Notice(_)
        | Block::PageBreak => None,
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
