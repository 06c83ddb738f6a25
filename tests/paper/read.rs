//! Readers of the three forms, of their own: what a person sees of a document, a workbook and a page, in pieces that belong together.

use std::io::{Cursor, Read};

use calamine::{Data, Reader as _, Xlsx};
use quick_xml::{Reader, events::Event};

/// A sheet: its name and the cells of its rows.
pub(crate) type Sheet = (String, Vec<Vec<Data>>);

/// The parts of a package that are text, by name.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let names: Vec<String> = archive.file_names().map(|name| name.expect("a name").into_owned()).collect();
    let text = |name: String| {
        let mut text = String::new();
        archive.by_name(&name).expect("the part").read_to_string(&mut text).expect("text");
        (name, text)
    };
    names.into_iter().map(text).collect()
}

/// What a document says: a piece for each row of a table, and one for all that stands under a heading.
pub(crate) fn docx(bytes: &[u8]) -> Vec<String> {
    let parts = parts(bytes);
    let (_, body) = parts.iter().find(|(name, _)| name == "word/document.xml").expect("the body");
    let mut reader = Reader::from_str(body);
    let (mut pieces, mut row, mut section, mut in_text) = (Vec::new(), String::new(), String::new(), false);
    loop {
        match reader.read_event().expect("it is XML") {
            Event::Start(tag) if tag.name().as_ref() == "w:t" => in_text = true,
            Event::End(tag) if tag.name().as_ref() == "w:t" => in_text = false,
            Event::End(tag) if tag.name().as_ref() == "w:p" => {
                row.push(' ');
                section.push(' ');
            }
            Event::End(tag) if tag.name().as_ref() == "w:tr" => pieces.push(plain(&std::mem::take(&mut row))),
            Event::Empty(tag) if tag.name().as_ref() == "w:pStyle" => {
                let style = tag.attributes().flatten().any(|one| one.value.starts_with("Heading"));
                if style {
                    pieces.push(plain(&std::mem::take(&mut section)));
                    row.clear();
                }
            }
            Event::Text(words) if in_text => {
                row.push_str(&words);
                section.push_str(&words);
            }
            Event::GeneralRef(name) if in_text => {
                let c = character(&name);
                row.push(c);
                section.push(c);
            }
            Event::Eof => break,
            _ => (),
        }
    }
    pieces.push(plain(&section));
    pieces
}

fn character(name: &str) -> char {
    match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        other => panic!("&{other};"),
    }
}

/// What a page says: a piece for each card, for each row and for all of it.
pub(crate) fn html(page: &str) -> Vec<String> {
    let body = page.split_once("<body").expect("a body").1;
    let cut = |mark: &'static str| body.split(mark).skip(1).map(stripped);
    let mut pieces: Vec<String> = cut("<details class=\"card\"").chain(cut("<tr")).collect();
    pieces.push(stripped(body));
    pieces
}

fn stripped(html: &str) -> String {
    let said = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, said)| said).to_owned() + " ").collect::<String>();
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&#x2f;", "/"), ("&amp;", "&")];
    plain(&entities.into_iter().fold(said, |said, (entity, c)| said.replace(entity, c)))
}

pub(crate) fn xlsx(bytes: &[u8]) -> Vec<Sheet> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let names = book.sheet_names().to_vec();
    let sheet = |name: String| {
        let range = book.worksheet_range(&name).expect("a sheet");
        let rows = range.rows().map(<[Data]>::to_vec).collect();
        (name, rows)
    };
    names.into_iter().map(sheet).collect()
}

/// Words with one blank between them and without the marks of direction.
pub(crate) fn plain(words: &str) -> String {
    let shown: String = words.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect();
    // Punctuation stands against its word, whatever mark-up was between them.
    let joined = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    [" ,", " .", " ;", " )", " :"].iter().fold(joined, |words, mark| words.replace(mark, mark.trim())).replace("( ", "(")
}
