//! What the library does not write: heads that are repeated, tables from right to left, the language, the names of the styles.
//!
//! The words of a paper cannot be taken for any of it: whatever they hold of markup is written as characters by now.

use docx_rs::XMLDocx;

use crate::{date::Date, render::paper::Paper, text};

/// The styles, with blanks for the language and the direction.
const STYLES: &str = include_str!("styles.xml");
/// The numbers of the headings and the marks of lists.
const NUMBERING: &str = include_str!("numbering.xml");
/// What programs read of the whole document.
const CORE: &str = include_str!("core.xml");

pub(super) fn all(mut parts: XMLDocx, paper: &Paper, day: Date) -> Result<XMLDocx, String> {
    let body = String::from_utf8(parts.document).map_err(|error| format!("the document is no text ({error})"))?;
    let mut body = without_ids(&body).replace(r#"<w:trHeight w:val="1" w:hRule="atLeast" />"#, "<w:tblHeader />");
    if paper.rtl {
        body = body.replace(r#"<w:tblStyle w:val="Lines" />"#, r#"<w:tblStyle w:val="Lines" /><w:bidiVisual />"#);
    }
    parts.document = body.into_bytes();
    for part in parts.headers.iter_mut().chain(&mut parts.footers) {
        *part = without_ids(&String::from_utf8_lossy(part)).into_bytes();
    }
    parts.styles = styles(paper).into_bytes();
    parts.numberings = NUMBERING.replace("{chapter}", if paper.language == "vi" { "upperRoman" } else { "decimal" }).into_bytes();
    parts.doc_props.core = CORE
        .replace("{title}", &text::xml(&paper.title))
        .replace("{language}", tag(paper))
        .replace("{day}", &day.to_string())
        .into_bytes();
    Ok(parts)
}

/// The paragraphs without the numbers that the library counts on from one document to the next, so that the same paper gives the same bytes.
fn without_ids(body: &str) -> String {
    let mut parts = body.split(r#" w14:paraId=""#);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |whole, part| whole + part.split_once('"').map_or("", |(_, rest)| rest))
}

fn styles(paper: &Paper) -> String {
    let (bidi, right) = if paper.rtl { ("<w:bidi/>", "<w:rtl/>") } else { ("", "") };
    STYLES.replace("{language}", tag(paper)).replace("<!-- bidi -->", bidi).replace("<!-- rtl -->", right)
}

/// The language with its country, as office programs name it.
fn tag(paper: &Paper) -> &'static str {
    match paper.language {
        "vi" => "vi-VN",
        "ar" => "ar-SA",
        "en" => "en-GB",
        other => other,
    }
}
