//! A Word document as the paragraphs and tables that a reader sees.

use crate::import::office::{
    package,
    xml::{self, Element, Inside},
};

/// The part that holds the words of every Word document.
pub(in crate::import) const MAIN: &str = "word/document.xml";

/// What stands one below the other in a document or in a cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) enum Block {
    /// A paragraph; breaks inside it are line breaks.
    Words(String),
    /// The rows of a table, and in each the cells.
    Table(Vec<Vec<Vec<Block>>>),
}

/// The blocks of the document `bytes`.
pub(in crate::import) fn read(bytes: &[u8]) -> Result<Vec<Block>, String> {
    let mut package = package::open(bytes)?;
    let root = xml::read(&package.text(MAIN)?)?;
    let body = root.first("body").ok_or("a Word document without a text")?;
    let mut blocks = Vec::new();
    gather(body, &mut blocks);
    Ok(blocks)
}

/// The words of `blocks`, a line for each paragraph; those in tables as well.
pub(in crate::import) fn words(blocks: &[Block]) -> String {
    let lines = blocks.iter().map(|block| match block {
        Block::Words(words) => words.clone(),
        Block::Table(rows) => {
            let row = |cells: &Vec<Vec<Block>>| cells.iter().map(|cell| words(cell)).collect::<Vec<_>>().join(" ");
            rows.iter().map(row).collect::<Vec<_>>().join("\n")
        }
    });
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

fn gather(within: &Element, blocks: &mut Vec<Block>) {
    for element in within.elements() {
        match element.name.as_str() {
            "p" => blocks.push(Block::Words(paragraph(element))),
            "tbl" => blocks.push(Block::Table(table(element))),
            // Words that were struck out in review are gone, and the fallback repeats what stands beside it.
            "del" | "moveFrom" | "Fallback" => (),
            _ => gather(element, blocks),
        }
    }
}

fn table(element: &Element) -> Vec<Vec<Vec<Block>>> {
    let row = |row: &Element| {
        let mut cells = Vec::new();
        inner(row, "tc", &mut |cell| {
            let mut blocks = Vec::new();
            gather(cell, &mut blocks);
            cells.push(blocks);
        });
        cells
    };
    let mut rows = Vec::new();
    inner(element, "tr", &mut |found| rows.push(row(found)));
    rows
}

/// Calls `each` for the elements `name` inside, also where a control or a change in review holds them, but not for those of inner tables.
fn inner(within: &Element, name: &str, each: &mut impl FnMut(&Element)) {
    for element in within.elements() {
        match element.name.as_str() {
            found if found == name => each(element),
            "sdt" | "sdtContent" | "ins" | "customXml" => inner(element, name, each),
            _ => (),
        }
    }
}

/// The words of a paragraph; an item of a list has the dash that Word draws before it.
fn paragraph(element: &Element) -> String {
    let mut words = String::new();
    run(element, &mut words);
    let list = element.first("pPr").and_then(|style| style.first("numPr"));
    let level = list.and_then(|list| list.first("ilvl")).and_then(|level| level.get("val"));
    let dashed = words.trim_start().starts_with(['-', '+', '*', '•', '–']);
    match (list.is_some() && !words.trim().is_empty() && !dashed, level) {
        (false, _) => words,
        (true, None | Some("0")) => format!("- {words}"),
        (true, Some(_)) => format!("+ {words}"),
    }
}

fn run(within: &Element, words: &mut String) {
    for element in within.elements() {
        match element.name.as_str() {
            "t" => element.inside.iter().for_each(|inside| match inside {
                Inside::Words(said) => words.push_str(said),
                Inside::Element(_) => (),
            }),
            "tab" => words.push(' '),
            "br" | "cr" => words.push('\n'),
            "noBreakHyphen" => words.push('-'),
            "del" | "moveFrom" | "Fallback" | "pPr" | "rPr" | "instrText" | "delText" => (),
            _ => run(element, words),
        }
    }
}
