//! The fast door of `yaml` reads what the library reads, or gives up: the same tree, the same places, no problem passed over.
//!
//! `PROPTEST_CASES=300000 cargo test --release --test yaml_fast` tries as many changed texts as one has patience for.

#![cfg(feature = "fast")]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use proptest::prelude::*;
use redtape::{
    files,
    span::FileId,
    yaml::{self, Node, Tree},
};

/// Texts on which the two once differed, or could.
const FOUND: &[&str] = &["a:\nb: 1\n", "a: # c\nb: 1\n", "a:\n# c\n\n# d\nb:\n"];

/// What real files are changed with.
#[rustfmt::skip]
const SIGNS: &[&str] = &[
    "", " ", "  ", "    ", "\n", "\n\n", "\n  ", "\n\n   \n", "\r\n", "\r", "\t", ": ", ":", " :", ":\n", "- ", "-", "\n- ",
    "\n  - ", "- - ", "? ", "?", "[", "]", "{", "}", "[]", "{}", ", ", ",", "[a, b]", "{a: b, c: [d]}", "#", " #", " # x\n",
    "\n# x\n", "\n   # x\n", "&a ", "*a", "!t ", "!", "|", "|\n", " |\n  ", "|-\n   ", ">", " >-\n  ", "|+\n", "|2\n", "'", "''",
    "\"", "\\", "\\n", "'a'", "\"b\"", "---", "---\n", "\n---\n", "\n--- a\n", "...\n", "\n...\n", "%", "%YAML 1.2\n---\n", "@",
    "`", "<<: ", "~", "null", "true", "yes", "No", "on", "1", "-1", ".5", "0x1f", "1e3", "=", "\u{feff}", "\u{202e}", "\u{200b}",
    "\u{a0}", "\u{3000}", "\u{85}", "\u{2028}", "\u{0}", "\u{1b}", "\u{7f}", "\u{fffe}", "\u{fffd}", "đ", "e\u{301}", "😀", "a: ",
    "a:", "key: |\n", "x", "  x\n", "\na: b\n", "\\\"", "\\\\",
];

/// Lines of which structures are made by chance.
#[rustfmt::skip]
const LINES: &[&str] = &[
    "a:", "a: # x", "b: c", "b: c # x", "c : d", "'d': e", "\"e\": 'f'", "f: |", "g: >-", "h: |-", "i: [a, 'b', {c: d}]", "j: {}",
    "k: ~", "l: null", "- a", "-", "- # x", "- b: c", "- b:", "- - a", "- - b: c", "- 'a': b", "- |", "- >", "- [a]", "- {a: b}",
    "- 'a'", "- \"b\" # x", "# x", "#", "", " ", "x", "x y", "'x'", "m: - a", "n: a: b", "o:p", "p: -1", "q: a  ", "r: it's",
    "s: a#b", "t: a #b", "u: 'a''b'", "-a: b", "v: http://a:1/", "? w", ": x", "y:  z", "---", "1: 2", "true: false", "[a]: b",
    "z: [a: b]", "aa: [", "ab: ]", "ac: ,", "ad: đ", "đ: ad", "ae: \"b \\\" c\"",
];

/// Real texts, as pieces of at most some fifty lines that begin where a line is not indented.
static PIECES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut pieces: Vec<String> = Vec::new();
    for (_, text) in real_texts() {
        let mut piece = String::new();
        for line in text.lines() {
            if piece.lines().count() >= 25 && !line.starts_with([' ', '#']) {
                pieces.push(std::mem::take(&mut piece));
            }
            if piece.len() < 6_000 {
                piece.push_str(line);
                piece.push('\n');
            }
        }
        pieces.push(piece);
    }
    pieces
});

#[test]
fn the_fast_door_reads_what_the_library_reads() {
    FOUND.iter().for_each(|text| same("found", text));
    real_texts().iter().for_each(|(name, text)| same(name, text));
}

#[test]
fn procedures_and_registers_are_read_by_the_fast_door() {
    let read = |folder: &str| {
        let texts: Vec<_> = real_texts().into_iter().filter(|(name, _)| name.starts_with(folder)).collect();
        let given_up: Vec<_> = texts.iter().filter(|(_, text)| yaml::parse_plain(FileId::default(), text).is_none()).collect();
        let bytes = |texts: &[&(String, String)]| texts.iter().map(|(_, text)| text.len()).sum::<usize>();
        let names: Vec<_> = given_up.iter().map(|(name, _)| name).collect();
        assert!(bytes(&given_up) * 20 <= bytes(&texts.iter().collect::<Vec<_>>()), "{folder}: {names:?} are left to the library");
    };
    ["procedures", "registers", "tests/import"].into_iter().for_each(read);
}

#[test]
fn a_key_that_is_too_long_for_the_library_is_left_to_it() {
    for length in [990, 1000, 1001, 1023, 1024, 1025, 1100] {
        let (word, blanks) = ("a".repeat(length), " ".repeat(length));
        [format!("{word}: b\n"), format!("a{blanks}: b\n"), format!("[{{{word}: b}}, {{a{blanks}: b}}]\n"), format!("'{word}': b\n")]
            .iter()
            .for_each(|text| same("a long key", text));
    }
}

#[test]
fn each_example_of_the_grammar_is_read_or_given_up_as_it_says() {
    let mut read = 0;
    for row in yaml::GRAMMAR.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<String> = row.replace("\\|", "\u{1}").split('|').map(|cell| cell.trim().replace('\u{1}', "|")).collect();
        let [_, example, says, _] = &cells[..] else { panic!("{row}") };
        let text = format!("{}\n", example.trim_matches('`').replace('⏎', "\n"));
        same(example, &text);
        let plain = yaml::parse_plain(FileId::default(), &text).is_some();
        assert_eq!(plain, !says.starts_with("left"), "{example}");
        read += 1;
    }
    assert!(read > 10, "only {read} examples were found");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_texts_are_read_alike(piece in 0..PIECES.len(), changes in prop::collection::vec(change(), 1..4)) {
        let mut text = PIECES[piece].clone();
        for change in &changes {
            text = changed(&text, change);
            same("changed", &text);
        }
    }

    #[test]
    fn heaps_of_lines_are_read_alike(lines in prop::collection::vec((0..7usize, prop::sample::select(LINES)), 1..10)) {
        let text: String = lines.iter().map(|(indent, line)| format!("{}{line}\n", " ".repeat(*indent / 2 * 2 + usize::from(*indent == 6)))).collect();
        same("lines", &text);
    }

    #[test]
    fn heaps_of_signs_are_read_alike(signs in prop::collection::vec(prop::sample::select(SIGNS), 1..14)) {
        same("signs", &signs.concat());
    }
}

/// A change to a text: what, where as a share of it, and with which sign.
#[derive(Clone, Debug)]
struct Change {
    kind: u8,
    place: u16,
    sign: &'static str,
    size: usize,
}

fn change() -> impl Strategy<Value = Change> {
    (0..9u8, any::<u16>(), prop::sample::select(SIGNS), 1..5usize).prop_map(|(kind, place, sign, size)| Change { kind, place, sign, size })
}

fn changed(text: &str, change: &Change) -> String {
    let at = text.floor_char_boundary(text.len() * usize::from(change.place) / usize::from(u16::MAX));
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    let behind = text.ceil_char_boundary((at + change.size).min(text.len()));
    let blanks = text[line..end].len() - text[line..end].trim_start_matches(' ').len();
    let next = (end + 1).min(text.len());
    match change.kind {
        0 => format!("{}{}{}", &text[..at], change.sign, &text[at..]),
        1 => format!("{}{}{}", &text[..at], change.sign, &text[behind..]),
        2 => format!("{}{}{}", &text[..line], " ".repeat(change.size), &text[line..]),
        3 => format!("{}{}", &text[..line], &text[line + blanks.min(change.size)..]),
        4 => format!("{}{}{}", &text[..line + blanks], change.sign, &text[line + blanks..]),
        5 => format!("{}{}{}", &text[..end], change.sign, &text[end..]),
        6 => format!("{}{}", &text[..line], &text[next..]),
        7 => format!("{}{}", &text[..next], &text[line..]),
        _ => text[..at].to_owned(),
    }
}

/// That the fast door gives up or agrees with the library in everything.
fn same(name: &str, text: &str) {
    let Some(tree) = yaml::parse_plain(FileId(7), text) else { return };
    let (wanted, problems) = yaml::parse_any(FileId(7), text);
    assert!(problems.is_empty(), "{name}: {problems:?} passed over in\n{text}");
    if tree != wanted {
        let (ours, theirs) = (shown(&tree), shown(&wanted));
        let at = ours.iter().zip(&theirs).take_while(|(one, other)| one == other).count();
        panic!("{name}: {:?} is not {:?} in\n{text}", ours.get(at), theirs.get(at));
    }
}

/// A tree as a list of its nodes and comments, so that the first that differs can be told.
fn shown(tree: &Tree<'_>) -> Vec<String> {
    let mut found = Vec::new();
    tree.documents.iter().for_each(|node| show(node, &mut found));
    found.extend(tree.comments.iter().map(|comment| format!("{comment:?}")));
    found
}

fn show(node: &Node<'_>, found: &mut Vec<String>) {
    let words = if node.items().is_empty() && node.entries().is_empty() { format!("{:?}", node.value) } else { String::new() };
    found.push(format!("{:?} {:?} {} {words}", node.span.range(), node.style, node.anchored));
    node.items().iter().for_each(|item| show(item, found));
    for entry in node.entries() {
        found.push(format!("{:?} {:?}", entry.key.span.range(), entry.key.value));
        show(&entry.value, found);
    }
}

/// Every real text there is: what ships with the program, what its importer wrote, and the public test suite where it is.
fn real_texts() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let below = |folder: &str| {
        let mut found = Vec::new();
        collect(&root.join(folder), &mut found);
        found.sort();
        found.into_iter().map(|path| {
            let text = fs::read_to_string(&path).unwrap_or_default();
            (path.strip_prefix(root).unwrap_or(&path).display().to_string(), text)
        })
    };
    let folders = ["procedures", "registers", "rules", "locales", "tests/import", "tests/recognise", "../shared/data/yaml-test-suite"];
    folders.into_iter().flat_map(below).collect()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            found.push(path);
        }
    }
}

#[test]
fn what_ships_is_among_the_texts() {
    assert!(real_texts().len() >= files::rules().len() + files::registers().len());
}
