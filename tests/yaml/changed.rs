//! Real texts and those of the public suite, changed by chance: two parsers that know nothing of each other read the same words, or both refuse.
//!
//! `CHANGED=100000 cargo test --test yaml changed -- --nocapture` tries that many, and says how many of them both read.

use redtape::{problem::Kind, span::FileId, yaml};

use crate::look::{each_text, words, words_of_saphyr};

/// What a text is changed with.
#[rustfmt::skip]
const SIGNS: &[&str] = &[
    "", " ", "  ", "\n", "\n  ", "\n\n", ": ", ":", "- ", "-", "\n- ", "? ", "[", "]", "{", "}", ", ", ",", "#", " # x\n", "&a ", "*a",
    "!t ", "|\n", " >-\n  ", "'", "\"", "\\", "\\n", "---\n", "\n...\n", "%", "@", "`", "<<: ", "~", "yes", "1", "đ", "e\u{301}", "😀",
    "\t", "\r\n", "\u{85}", "\u{2028}", "a: b", "\n# x\n",
];

/// A row of numbers that is the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % most.max(1)
    }

    /// The beginning of some character.
    fn place(&mut self, text: &str) -> usize {
        let at = self.below(text.len() + 1);
        (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
    }
}

/// `text` with a few changes: something taken out, put in, or put twice.
fn changed(text: &str, dice: &mut Dice) -> String {
    let mut text = text.to_owned();
    for _ in 0..=dice.below(3) {
        let (one, other) = (dice.place(&text), dice.place(&text));
        let end = other.clamp(one, (one + 12).min(text.len()));
        let end = (one..=end).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(one);
        let sign = SIGNS[dice.below(SIGNS.len())];
        let piece = if dice.below(4) == 0 { text[one..end].repeat(2) } else { sign.to_owned() };
        text.replace_range(one..if dice.below(2) == 0 { end } else { one }, &piece);
    }
    text
}

/// Where the two are known to differ, each looked into by hand.
fn explained(why: &str, text: &str) -> bool {
    let has = |signs: &[&str]| signs.iter().any(|sign| text.contains(sign));
    let (tab, brackets, block) = (has(&["\t"]), has(&["[", "{"]), has(&["|", ">"]));
    match why.strip_prefix(REFUSED) {
        // What stands in brackets or quotation marks must be indented below its parent; saphyr does not ask.
        Some("the line is indented otherwise than those it belongs to") => brackets,
        Some("a quotation mark is never closed, or its words go on without being indented") => true,
        // A literal block cannot stand in brackets.
        Some("bare words begin with a character that YAML keeps for itself") => block,
        // A tab behind a sign, and what may follow it.
        Some("a `: ` stands where it cannot part a key from its value" | "an item with `-` stands where none may") => tab,
        Some("unsupported YAML major version") => has(&["%YAML"]),
        Some(more) => more.contains("directive") && brackets,
        // A key without words in brackets, a literal block without words before the end of a document, a mark of byte order within
        // the text; `-` before a bracket, which granit takes for a word.
        None if why == READ => {
            tab || (brackets && has(&["?", "-]", "-}"])) || (block && has(&["...", "#"])) || text.chars().skip(1).any(|c| c == '\u{feff}')
        }
        // Blanks at the very end are no line of a literal block.
        None => text.ends_with(' ') && block,
    }
}

const REFUSED: &str = "refused by us alone: ";
const READ: &str = "read by us alone";

/// Both parsers on one text: whether both read it, or why they do not agree.
fn agree(text: &str) -> Result<bool, String> {
    let (tree, problems) = yaml::parse(FileId::default(), text);
    let theirs = words_of_saphyr(text);
    // What is read otherwise on purpose: aliases are filled in, keys of maps kept once and composed, a collection as a key kept as written.
    let ours_alone = |kind: &Kind| matches!(kind, Kind::UnsupportedYaml | Kind::DuplicateKey);
    let refused = problems.iter().any(|one| one.kind == Kind::NotYaml);
    if problems.iter().any(|one| ours_alone(&one.kind)) || text.contains('*') || !text.is_ascii() && text.contains('\u{301}') {
        return Ok(false);
    }
    match (refused, theirs) {
        (true, None) => Ok(false),
        (false, None) => Err(READ.to_owned()),
        (true, Some(_)) => Err(format!("{REFUSED}{}", problems.first().map_or("", |one| one.found.as_str()))),
        (false, Some(theirs)) => {
            let mut ours = Vec::new();
            tree.documents.iter().for_each(|node| words(node, &mut ours));
            if ours == theirs { Ok(true) } else { Err(format!("{ours:?}\nand {theirs:?}")) }
        }
    }
}

#[test]
fn two_parsers_agree_on_changed_texts() {
    let many = std::env::var("CHANGED").map_or(2000, |many| many.parse().expect("CHANGED is a number"));
    let mut texts: Vec<String> = Vec::new();
    each_text(|_, text| texts.extend((text.len() < 4000).then(|| text.to_owned())));
    let (mut dice, mut both, mut known, mut apart) = (Dice(20), 0, 0, Vec::new());
    for _ in 0..many {
        let text = changed(&texts[dice.below(texts.len())], &mut dice);
        match agree(&text) {
            Ok(read) => both += usize::from(read),
            Err(why) if explained(&why, &text) => known += 1,
            Err(why) => apart.push(format!("{why}\n{text:?}")),
        }
    }
    println!("{many} changed texts: {both} read by both, {known} differences explained, {} not", apart.len());
    apart.sort_by_key(|one| (one.lines().next().map(str::to_owned), one.len()));
    assert!(apart.is_empty(), "{}", apart.iter().map(|one| format!("{one}\n")).collect::<String>());
    assert!(known * 100 < many, "{known} of {many} differ in a known way");
    assert!(both * 5 > many, "only {both} of {many} were read");
}
