//! Words of strangers in every place that a procedure has for words: the document and the workbook stay what they are.

use calamine::Data;
use proptest::{prelude::*, test_runner::Config};
use redtape::{report::review::Review, text};

use crate::{made, read};

/// What some reader would trip over, beside plain words and breaks.
const PIECES: &[&str] = &[
    "<w:p>",
    "</w:t>",
    "]]>",
    "<![CDATA[",
    "&amp;",
    "&#0;",
    "<!--",
    "\"",
    "'",
    "TOC \\o",
    "<w:tblPr>",
    "<w:sectPr>",
    " w14:paraId=\"",
    "<w:rPr />",
    "=HYPERLINK(\"http://a\")",
    "=1+1",
    "+1",
    "-2",
    "@SUM(A1)",
    "＝1",
    "\t=1",
    "{=1}",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\u{0}",
    "\u{7}",
    "\u{1b}[31m",
    "\u{85}",
    "\u{9b}",
    "\u{202e}",
    "\u{2066}",
    "\u{2069}",
    "\u{200b}",
    "\u{feff}",
    "\u{fffe}",
    "\u{ffff}",
    "\u{2028}",
    "\u{e0001}",
    "_x0000_",
    "_x000D_",
    "{head}",
    "giấy",
    "tờ",
    " ",
    "0",
    "😀",
    "قرار",
];

fn words() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 1..8).prop_map(|pieces| pieces.concat());
    // One in eight is longer than a cell of Excel can hold.
    (pieces, 0_u8..8).prop_map(|(words, dice)| if dice == 0 { words.repeat(33_000 / words.chars().count() + 1) } else { words })
}

/// A procedure with such words wherever words can stand.
fn procedure([title, paper, key]: &[String; 3]) -> String {
    let code = |c: char| if c.is_ascii_alphanumeric() { c.to_string() } else { format!("\\U{:08x}", c as u32) };
    let quoted = |words: &str| format!("\"{}\"", words.chars().map(code).collect::<String>());
    let (title, paper, key) = (quoted(title), quoted(&format!("{paper} và các giấy tờ khác có liên quan")), quoted(key));
    format!(
        "procedure: {key}\ntitle: {{vi: {title}, en: {title}, ar: {title}}}\nsector: {title}\nlegal_basis: [{key}]\ndossier:\n  documents:\n    \
         - {{title: {paper}, evidence: marriage-certificate, as: certified-copy}}\n    - {{title: {title}, as: original, originals: 1}}\n\
         channels: [{{by: online, level: full}}, {{by: in-person}}]\nconditions: [{title}]\ntime_limit: 90 days\nfees: [{{title: {title}, amount: 1 VND}}]\n\
         results: [{{title: {title}}}]\n"
    )
}

/// Characters that no office program may be shown.
fn is_hidden(c: char) -> bool {
    c.is_control() && c != '\n' || text::is_invisible(c) && !matches!(c, '\u{2066}'..='\u{2069}') || matches!(c, '\u{fffe}' | '\u{ffff}')
}

fn well_formed(bytes: &[u8]) {
    for (name, text) in read::parts(bytes) {
        let mut reader = quick_xml::Reader::from_str(&text);
        reader.config_mut().check_end_names = true;
        loop {
            match reader.read_event().unwrap_or_else(|fault| panic!("{name}: {fault}")) {
                quick_xml::events::Event::Eof => break,
                quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                    tag.attributes().for_each(|one| assert!(one.is_ok(), "{name}: {one:?}"));
                    assert_ne!(tag.local_name().as_ref(), "f", "{name}: a formula");
                    assert_ne!(tag.local_name().as_ref(), "hyperlink_external", "{name}");
                }
                _ => (),
            }
        }
        assert!(!text.contains("TargetMode=\"External\""), "{name}: a link to somewhere else");
        assert_eq!(text.chars().find(|c| is_hidden(*c) && !matches!(c, '\r' | '\t')), None, "{name}");
    }
}

fn document_is_one(review: &Review, code: &str) {
    let bytes = made::docx(review, code);
    well_formed(&bytes);
    assert!(read::docx(&bytes).len() > 20, "the document lost its rows");
}

fn workbook_is_one(review: &Review, code: &str) {
    let bytes = made::xlsx(review, code);
    well_formed(&bytes);
    let sheets = read::xlsx(&bytes);
    assert_eq!(sheets.len(), 6);
    for (sheet, rows) in &sheets {
        for cell in rows.iter().flatten() {
            if let Data::String(words) = cell {
                assert!(words.encode_utf16().count() <= 32_767 && !words.contains(is_hidden), "{sheet}: {words:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(Config { cases: 16, max_shrink_iters: 20, failure_persistence: None, ..Config::default() })]
    #[test]
    fn whatever_is_written_in_a_procedure_stays_words(words in [words(), words(), words()], rtl in any::<bool>()) {
        let review = made::of(&procedure(&words));
        let code = if rtl { "ar" } else { "vi" };
        document_is_one(&review, code);
        workbook_is_one(&review, code);
    }
}

#[test]
fn a_title_longer_than_a_cell_is_cut_and_says_so() {
    let title = "giấy tờ ".repeat(5_000);
    let review = made::of(&procedure(&[title.clone(), title, "1.000001".to_owned()]));
    workbook_is_one(&review, "vi");
    let sheets = read::xlsx(&made::xlsx(&review, "vi"));
    let longest =
        sheets.iter().flat_map(|(_, rows)| rows.iter().flatten()).map(|cell| cell.to_string()).max_by_key(|words| words.chars().count());
    let longest = longest.expect("cells");
    assert!(longest.chars().count() == 32_767 && longest.ends_with('…'), "{}", longest.chars().count());
}
