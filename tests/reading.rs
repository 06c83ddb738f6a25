//! Files that are hard to read: each is one finding at its place, and the run goes on with the others.

use std::{fs, path::Path};

use redtape::{
    date::Date,
    files::{self, Store},
    finding::Finding,
    link::Terms,
    lint,
    register::Registers,
    rule::RuleSet,
    span::Lines,
};

const GOOD: &str = "procedure: \"1.001193\"\ntitle: Đăng ký khai sinh\n";

/// What a folder of files comes to: the findings of `format/` on the first, and how many procedures were read in all.
struct Came {
    findings: Vec<Finding>,
    procedures: usize,
}

#[test]
fn a_file_that_is_not_there_is_one_finding() {
    let came = run(|folder| folder.join("nowhere.yaml"), "en");
    said(&came, "format/unreadable-file", "this file cannot be read: ", 0);
}

#[test]
fn a_folder_in_place_of_a_file_is_one_finding_in_both_languages() {
    let folder = |root: &Path| {
        let path = root.join("folder.yaml");
        fs::create_dir(&path).expect("the folder can be made");
        path
    };
    said(&run(folder, "en"), "format/unreadable-file", "this file cannot be read: it is not a file", 0);
    said(&run(folder, "vi"), "format/unreadable-file", "không đọc được tệp này: đây không phải là tệp", 0);
}

#[test]
fn a_file_that_is_too_large_is_one_finding() {
    let came = run(
        |folder| {
            let path = folder.join("large.yaml");
            let file = fs::File::create(&path).expect("the file can be made");
            file.set_len((64 << 20) + 1).expect("a hole can be made");
            path
        },
        "en",
    );
    said(&came, "format/unreadable-file", "at most 64 MiB are read", 0);
}

#[test]
fn bytes_that_are_not_utf_8_are_one_finding_at_the_first_of_them() {
    let mut bytes = b"procedure: \"1.001193\"\ntitle: ".to_vec();
    let at = bytes.len();
    bytes.extend([0xd0, 0x2e, 0xff, b'\n']);
    let came = run(|folder| write(folder, &bytes), "en");
    said(&came, "format/not-utf-8", &format!("byte {at}"), at);
}

#[test]
fn utf_16_is_one_finding() {
    let mut bytes = vec![0xff, 0xfe];
    bytes.extend("title: a\n".encode_utf16().flat_map(u16::to_le_bytes));
    let came = run(|folder| write(folder, &bytes), "vi");
    said(&came, "format/not-utf-8", "không phải UTF-8", 0);
}

#[test]
fn a_byte_order_mark_and_line_ends_of_windows_are_no_finding() {
    let text = format!("\u{feff}{}", GOOD.replace('\n', "\r\n"));
    let came = run(|folder| write(folder, text.as_bytes()), "en");
    assert_eq!(messages(&came), [""; 0]);
    assert_eq!(came.procedures, 2);
}

#[test]
fn a_finding_after_a_byte_order_mark_and_carriage_returns_stands_in_its_line_and_column() {
    let text = "\u{feff}procedure: \"1.001193\"\r\ntitle: Đăng ký khai sinh\r\ntitel: x\r\n";
    let came = run(|folder| write(folder, text.as_bytes()), "en");
    said(&came, "format/unknown-key", "`titel`", text.find("titel").expect("it stands there"));
    let place = Lines::new(text).place(came.findings[0].span.range().start);
    assert_eq!((place.line, place.column), (3, 1));
}

#[test]
fn a_file_that_says_nothing_is_one_finding() {
    for text in ["", "\n\n", "# only a comment\n", "---\n...\n", "\u{feff}", "~\n"] {
        let came = run(|folder| write(folder, text.as_bytes()), "en");
        said(&came, "format/empty-file", "this file holds no procedure", 0);
    }
}

#[test]
fn a_file_that_holds_words_or_a_list_is_one_finding() {
    for (text, found) in [("just words\n", "words"), ("- a\n- b\n", "a list"), ("12\n", "a number")] {
        let came = run(|folder| write(folder, text.as_bytes()), "en");
        let at = if text.starts_with('-') { 2 } else { 0 };
        said(&came, "format/wrong-shape", &format!("here stands {found} where a map should be"), at);
    }
}

#[test]
fn several_procedures_in_one_file_are_all_read() {
    let text = format!("{GOOD}---\n{}---\n---\n{}", GOOD.replace("1.001193", "1.000894"), GOOD.replace("1.001193", "1.000656"));
    let came = run(|folder| write(folder, text.as_bytes()), "en");
    assert_eq!(messages(&came), [""; 0]);
    assert_eq!(came.procedures, 4);
}

#[test]
fn a_fault_in_the_second_of_two_procedures_loses_the_file_with_one_finding() {
    let text = format!("{GOOD}---\ntitle: [\n");
    let came = run(|folder| write(folder, text.as_bytes()), "en");
    said(&came, "format/not-yaml", "a bracket has no partner", text.find('[').expect("it stands there"));
}

#[test]
fn what_is_nested_without_end_is_one_finding() {
    let text = format!("{GOOD}steps: {}", "[".repeat(200_000));
    let came = run(|folder| write(folder, text.as_bytes()), "en");
    said(&came, "format/unsupported-yaml", "too many lists and maps", text.find('[').expect("it stands there") + 64);
}

#[test]
fn an_alias_that_multiplies_is_one_finding() {
    let mut text = format!("{GOOD}x0: &x0 [a, a, a, a, a, a, a, a, a]\n");
    for at in 1..20 {
        let before = vec![format!("*x{}", at - 1); 9].join(", ");
        text.push_str(&format!("x{at}: &x{at} [{before}]\n"));
    }
    let came = run(|folder| write(folder, text.as_bytes()), "vi");
    let at = came.findings.first().map_or(0, |finding| finding.span.range().start);
    assert!(text[at..].starts_with("*x3"), "{}", &text[at..]);
    said(&came, "format/unsupported-yaml", "bí danh nhân lên quá nhiều lần", at);
}

#[test]
fn a_line_of_a_million_characters_is_read() {
    let text = format!("{GOOD}sector: {}\n", "x".repeat(1_000_000));
    let came = run(|folder| write(folder, text.as_bytes()), "en");
    assert_eq!(messages(&came), [""; 0]);
    assert_eq!(came.procedures, 2);
}

fn write(folder: &Path, bytes: &[u8]) -> std::path::PathBuf {
    let path = folder.join("hard.yaml");
    fs::write(&path, bytes).expect("the file can be written");
    path
}

/// Lints the file that `make` makes, and a good one after it.
fn run(make: impl Fn(&Path) -> std::path::PathBuf, language: &str) -> Came {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let hard = make(folder.path());
    let good = folder.path().join("good.yaml");
    fs::write(&good, GOOD.replace("1.001193", "2.000635")).expect("the file can be written");
    let mut store = Store::default();
    let files = [store.disk("hard.yaml", hard), store.disk("good.yaml", good)];
    let day = Date::parse("2026-07-01").expect("a day");
    let terms = Terms::new(day, language);
    let linted = lint::run(&store, &files, Registers::default(), &format_rules(), &terms, &|| ());
    let findings: Vec<Finding> = linted.judged.findings;
    assert!(findings.iter().all(|finding| finding.span.file == files[0]), "the good file has no finding: {findings:?}");
    assert!(linted.world.procedures.iter().any(|one| one.procedure.code.value == "2.000635"), "the good file is read all the same");
    Came { findings, procedures: linted.world.procedures.len() }
}

fn format_rules() -> RuleSet {
    let mut rules = RuleSet::default();
    for (path, text) in files::rules().iter().filter(|(path, _)| path.starts_with("format/")) {
        let read = rules.add(path.trim_end_matches(".yaml"), path, text);
        assert!(read.is_ok(), "{path}: {read:?}");
    }
    rules
}

/// One finding, by that rule, with those words, at that byte.
fn said(came: &Came, rule: &str, words: &str, at: usize) {
    assert_eq!(came.findings.len(), 1, "{:?}", messages(came));
    let finding = &came.findings[0];
    assert_eq!(finding.rule, rule, "{}", finding.message);
    assert!(finding.message.contains(words), "{}", finding.message);
    assert_eq!(finding.span.range().start, at, "{}", finding.message);
}

fn messages(came: &Came) -> Vec<&str> {
    came.findings.iter().map(|finding| finding.message.as_str()).collect()
}
