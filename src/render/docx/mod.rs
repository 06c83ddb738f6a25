//! A paper as a Word document, set as Vietnamese offices set theirs: A4, a serif face, the number of the page above the text.
//!
//! `docx-rs` builds the body. It knows no head that is repeated on each page of a table, no table from right to left and no language; these
//! are put in afterwards (`patch`), and the styles and the numbering are files of their own, as Word writes them.

mod contents;
mod pack;
mod patch;
mod set;
mod table;

use docx_rs::{Docx, Footer, Header, IndentLevel, NumberingId, PageMargin, PageNum, Paragraph};

use crate::{
    date::Date,
    render::{
        docx::set::Setting,
        paper::{Block, Paper, Style},
    },
};

/// A4, in twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);
/// How wide the text is between the margins, in twentieths of a point.
const TEXT: usize = 9_070;

/// The bytes of a Word document of `paper`, dated on `day`, or why there can be none. The words of the table of contents are the caller's.
pub fn docx(paper: &Paper, contents: &str, day: Date) -> Result<Vec<u8>, String> {
    let set = Setting::of(paper);
    let mut docx = Docx::new()
        .page_size(PAGE.0, PAGE.1)
        .page_margin(PageMargin { top: 1134, bottom: 1134, left: 1702, right: 1134, header: 567, footer: 567, gutter: 0 })
        .header(Header::new().add_paragraph(set.paragraph("Header").add_page_num(PageNum::new())))
        .footer(Footer::new().add_paragraph(set.line("Footer", &paper.title)))
        .first_header(Header::new().add_paragraph(set.paragraph("Header")))
        .first_footer(Footer::new().add_paragraph(set.paragraph("Footer")));
    docx.document_rels.has_numberings = true;
    docx = docx.add_paragraph(set.line("Title", &paper.title)).add_paragraph(set.line("Subtitle", &paper.subtitle));
    docx = contents::put(docx, paper, &set, contents);
    // Whatever follows the contents begins a page; a break of its own would leave an empty line at the head of it.
    let mut begins = true;
    for block in &paper.blocks {
        if !matches!(block, Block::PageBreak) {
            docx = put(docx, block, begins, &set);
        }
        begins = matches!(block, Block::PageBreak);
    }
    pack::bytes(patch::all(docx.build(), paper, day)?).map_err(|error| format!("the document cannot be written ({error})"))
}

/// Whether chapters are counted as the Romans did, as Vietnamese offices do.
fn is_roman(language: &str) -> bool {
    language == "vi"
}

fn put(docx: Docx, block: &Block, begins: bool, set: &Setting<'_>) -> Docx {
    let paragraph = |style: &str| set.paragraph(style).page_break_before(begins);
    match block {
        Block::Heading { level, words, anchor } => docx.add_paragraph(heading(paragraph(&format!("Heading{level}")), words, anchor, set)),
        Block::Paragraph(runs) => docx.add_paragraph(set.runs(paragraph("BodyText"), runs)),
        Block::Lead(runs) => docx.add_paragraph(set.runs(paragraph("Lead"), runs)),
        Block::Notice(runs) => docx.add_paragraph(set.runs(paragraph("Notice"), runs)),
        Block::List(items) => items.iter().fold(docx, |docx, item| {
            let paragraph = set.paragraph("ListBullet").numbering(NumberingId::new(2), IndentLevel::new(0));
            docx.add_paragraph(set.runs(paragraph, item))
        }),
        Block::Table(table) => table::put(docx, table, set),
        Block::PageBreak => docx,
    }
}

/// A heading, with a bookmark that links and the table of contents lead to.
fn heading(paragraph: Paragraph, words: &str, anchor: &str, set: &Setting<'_>) -> Paragraph {
    let Some((number, name)) = set.bookmark(anchor) else { return set.words(paragraph, words, Style::Plain) };
    set.words(paragraph.add_bookmark_start(number, name), words, Style::Plain).add_bookmark_end(number)
}
