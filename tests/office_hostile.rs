//! Spreadsheets from strangers: formulas are never run, and what is not safe to open is refused in a sentence.

#[path = "office/docx.rs"]
#[allow(dead_code, reason = "its forms are another test's")]
mod docx;

use redtape::{import, recognise::Lexicon};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// An Excel workbook of one sheet with that XML under `sheetData`, these shared words, and more parts.
fn xlsx(before: &str, data: &str, words: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"L\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let rels = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"r1\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"r2\" Type=\"{RELATIONS}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    );
    let sheet = format!("<worksheet xmlns=\"{MAIN}\">{before}<sheetData>{data}</sheetData></worksheet>");
    let root = rels.replace("worksheets/sheet1.xml", "xl/workbook.xml").replace("/worksheet\"", "/officeDocument\"");
    let parts = [
        ("_rels/.rels", root.as_str()),
        ("xl/workbook.xml", book.as_str()),
        ("xl/_rels/workbook.xml.rels", &rels),
        ("xl/sharedStrings.xml", words),
        ("xl/worksheets/sheet1.xml", &sheet),
    ];
    docx::packed(&[&parts, more].concat())
}

/// An OpenDocument spreadsheet of one sheet with these rows.
fn ods(rows: &str) -> Vec<u8> {
    let spaces = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
                  xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";
    let content = format!(
        "<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name=\"L\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    docx::packed(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

fn text(cell: &str, words: &str) -> String {
    format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{words}</t></is></c>")
}

/// What is said of `bytes`: why they are refused, or the files that came of them.
fn told(bytes: &[u8]) -> String {
    match import::recognised("a.xlsx", bytes, &Lexicon::new([])) {
        Ok(read) => read.found.iter().map(|one| one.text.clone()).chain(read.refused.into_iter().map(|one| one.reason)).collect(),
        Err(refused) => refused.reason,
    }
}

fn head() -> String {
    format!("<row r=\"1\">{}{}</row>", text("A1", "Mã TTHC"), text("B1", "Tên thủ tục"))
}

#[test]
fn a_workbook_that_would_take_all_memory_is_refused() {
    let long = "x".repeat(30_000);
    let words = format!("<sst xmlns=\"{MAIN}\" count=\"1\" uniqueCount=\"1\"><si><t>{long}</t></si></sst>");
    let many: String = (1..9000).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>")).collect();
    let announced = |count: &str| format!("<sst xmlns=\"{MAIN}\" uniqueCount {count}><si><t>a</t></si></sst>");
    let corner = format!("{}<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", head());
    for (bytes, says) in [
        (xlsx("", &many, &words, &[]), "more in it than is read"),
        (xlsx("", &head(), &announced("= \"99999999999\""), &[]), "announces more words"),
        (xlsx("", &head(), &announced("='9999999999999999999999'"), &[]), "announces more words"),
        (xlsx("", &corner, "<sst/>", &[]), "a filled cell at XFD1048576"),
        (xlsx("", &head(), "<sst/>", &[("xl/vbaProject.bin", "x")]), "without macros"),
        (xlsx("", &head(), "<sst/>", &[("xl/media/a.png", &" ".repeat(9 << 20))]), "times as large"),
        (
            ods(
                "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"/></table:table-row>",
            ),
            "more in it than is read",
        ),
    ] {
        let told = told(&bytes);
        assert!(told.contains(says) && told.contains("a.xlsx"), "{says}: {told}");
    }
}

#[test]
fn a_sheet_that_says_it_is_huge_is_read_by_what_it_holds() {
    let row = format!("<row r=\"1048576\">{}{}</row>", text("A1048576", "1.000123"), text("B1048576", "Một việc"));
    let bytes = xlsx("<dimension ref=\"A1:XFD1048576\"/>", &(head() + &row), "<sst/>", &[]);
    assert!(told(&bytes).contains("procedure: '1.000123'"), "{}", told(&bytes));
    let empty = "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let cell = |words: &str| format!("<table:table-cell office:value-type=\"string\"><text:p>{words}</text:p></table:table-cell>");
    let row = |one: &str, two: &str| format!("<table:table-row>{}{}</table:table-row>", cell(one), cell(two));
    let bytes = ods(&(row("Mã TTHC", "Tên thủ tục") + empty + &row("1.000123", "Một<text:s text:c=\"4000000000\"/>việc")));
    assert!(told(&bytes).contains("procedure: '1.000123'"), "{}", told(&bytes));
}

#[test]
fn a_formula_gives_the_value_that_was_last_shown() {
    let row = |cell: &str| format!("{}<row r=\"2\">{}{cell}</row>", head(), text("A2", "1.000123"));
    let shown = row("<c r=\"B2\" t=\"str\"><f>CMD()</f><v>=cmd|' /C calc'!A0</v></c>");
    assert!(told(&xlsx("", &shown, "<sst/>", &[])).contains("=cmd|' /C calc'!A0"));
    for (cell, says) in [
        ("<c r=\"B2\"><f>A1&amp;\"x\"</f></c>", "L!B2: this cell shows a formula without a value"),
        ("<c r=\"B2\" t=\"e\"><f>A1/0</f><v>#DIV/0!</v></c>", "L!B2: this cell shows #DIV/0!"),
    ] {
        let told = told(&xlsx("", &row(cell), "<sst/>", &[]));
        assert!(told.contains(says), "{told}");
    }
}

#[test]
fn a_workbook_cut_short_or_damaged_never_ends_the_program() {
    let row = format!("<row r=\"2\">{}{}</row>", text("A2", "1.000123"), text("B2", "Một việc"));
    for whole in [
        xlsx("", &(head() + &row), "<sst/>", &[]),
        ods("<table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"2026\"/></table:table-row>"),
    ] {
        for at in (0..whole.len()).step_by(3) {
            let _short = told(&whole[..at]);
            let mut other = whole.clone();
            other[at] ^= 0x55;
            let _changed = told(&other);
        }
    }
}
