//! What the library does not write: heads that are repeated, tables from right to left, the language, the names of the styles.
//!
//! The words of a paper cannot be taken for any of it: whatever they hold of markup is written as characters by now.

use docx_rs::XMLDocx;

use crate::{date::Date, render::paper::Paper, text};

/// The styles, with blanks for the language and the direction.
const STYLES: &str = include_str!("styles.xml");
/// The numbers of the headings and the marks of lists.
const NUMBERING: &str = include_str!("numbering.xml");
/// How programs treat the document: Word is asked to count the pages of the contents when it opens it, since no writer of files can.
const SETTINGS: &str = include_str!("settings.xml");
/// What programs read of the whole document.
const CORE: &str = include_str!("core.xml");

/// The mark by which a row is known as a head: no other row is given a height.
const HEAD: &str = r#"<w:trHeight w:val="1" w:hRule="atLeast" />"#;
/// Where the field of the table of contents begins and ends: each in a run of its own.
const FIELD: [(&str, &str); 2] = [
    (r#"<w:r><w:fldChar w:fldCharType="begin" w:dirty="false" /><w:instrText>TOC "#, "</w:r>"),
    (r#"<w:r><w:fldChar w:fldCharType="end""#, "</w:r>"),
];

/// How the library sets the style of a table, at a place where the standard does not want it.
const STYLED: &str = r#"<w:jc w:val="left" /><w:tblBorders /><w:tblStyle w:val="Lines" />"#;

pub(super) fn all(mut parts: XMLDocx, paper: &Paper, day: Date) -> Result<XMLDocx, String> {
    let body = String::from_utf8(parts.document).map_err(|error| format!("the document is no text ({error})"))?;
    let mut body = clean(&body).replace(HEAD, "<w:tblHeader />");
    for (begin, end) in FIELD {
        body = for_word(&body, begin, end);
    }
    let direction = if paper.rtl { "<w:bidiVisual />" } else { "" };
    body = body.replace(STYLED, "").replace("<w:tblPr>", &format!(r#"<w:tblPr><w:tblStyle w:val="Lines" />{direction}"#));
    parts.document = in_order(&body).into_bytes();
    for part in parts.headers.iter_mut().chain(&mut parts.footers) {
        *part = clean(&String::from_utf8_lossy(part)).into_bytes();
    }
    parts.styles = styles(paper).into_bytes();
    parts.settings = SETTINGS.as_bytes().to_vec();
    let chapter = if super::is_roman(paper.language) { "upperRoman" } else { "decimal" };
    parts.numberings = NUMBERING.replace("{chapter}", chapter).into_bytes();
    let core = CORE.replace("{title}", &text::xml(&text::document(&paper.title))).replace("{language}", tag(paper));
    parts.doc_props.core = core.replace("{day}", &day.to_string()).into_bytes();
    Ok(parts)
}

/// The run between `begin` and `end` as something that Word alone reads. Word makes the table of contents anew; LibreOffice does not, but counts
/// the pages of its entries as long as it does not know that they are one.
fn for_word(body: &str, begin: &str, end: &str) -> String {
    let Some((before, rest)) = body.split_once(begin) else { return body.to_owned() };
    let Some((inside, after)) = rest.split_once(end) else { return body.to_owned() };
    let run = format!("{begin}{inside}{end}");
    format!("{before}<mc:AlternateContent><mc:Choice Requires=\"w15\">{run}</mc:Choice><mc:Fallback/></mc:AlternateContent>{after}")
}

/// A part without empty properties, which stand where the standard does not want them, and without the numbers of paragraphs, which the
/// library counts on from one document to the next: the same paper gives the same bytes.
fn clean(body: &str) -> String {
    let body = body.replace("<w:rPr />", "");
    let mut parts = body.split(r#" w14:paraId=""#);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |whole, part| whole + part.split_once('"').map_or("", |(_, rest)| rest))
}

/// The body with heads and feet named before the size of the page, as the standard wants it.
fn in_order(body: &str) -> String {
    let parted = body.rsplit_once("<w:sectPr>").and_then(|(text, section)| {
        let (page, rest) = section.split_once("<w:headerReference")?;
        let (named, rest) = rest.split_once("<w:titlePg />")?;
        Some(format!("{text}<w:sectPr><w:headerReference{named}{page}<w:titlePg />{rest}"))
    });
    parted.unwrap_or_else(|| body.to_owned())
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
