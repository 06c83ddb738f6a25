//! Texts made to harm whoever reads them: each is told, and its neighbour is read all the same.

use redtape::{
    span::FileId,
    yaml::{self, Node},
};

use crate::place::{CALM, Place};

/// How deep the deep ones go.
const DEEP: usize = 10_000;

/// The most nodes that a text of some kilobytes may come to.
const MOST_NODES: usize = 40_000;

/// Seven ways to make much of little by aliases.
fn bombs() -> Vec<(&'static str, String)> {
    let level = |name: usize, inner: String| format!("a{name}: &a{name} {inner}\n");
    let nine = |before: usize| vec![format!("*a{before}"); 9].join(", ");
    let grown = |wrap: &dyn Fn(usize) -> String| (1..10).fold(level(0, "[x, y]".to_owned()), |text, at| text + &level(at, wrap(at - 1)));
    let many = |what: &str, count: usize| vec![what; count].join(", ");
    vec![
        ("laughs", grown(&|before| format!("[{}]", nine(before)))),
        ("maps", grown(&|before| format!("{{{}}}", (0..9).map(|at| format!("k{at}: *a{before}")).collect::<Vec<_>>().join(", ")))),
        ("merges", grown(&|before| format!("{{<<: [{}]}}", nine(before)))),
        ("words", format!("a: &a \"{}\\n\"\nb: [{}]\n", "x".repeat(200_000), many("*a", 10_000))),
        ("keys", format!("a: &a {{{}: 1}}\nb: [{}]\n", "k".repeat(900), many("*a", 15_000))),
        ("block", grown(&|before| format!("\n{}", format!("  - *a{before}\n").repeat(9)))),
        ("itself", "a: &a [*a, *a]\n".to_owned()),
    ]
}

/// Bytes that are no text as it should be.
fn odd_bytes() -> Vec<(&'static str, Vec<u8>)> {
    let wide = |text: &str, order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let marked = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
    vec![
        ("utf-16le-mark", marked(&[0xff, 0xfe], wide(CALM, u16::to_le_bytes))),
        ("utf-16be-mark", marked(&[0xfe, 0xff], wide(CALM, u16::to_be_bytes))),
        ("utf-16le", wide(CALM, u16::to_le_bytes)),
        ("utf-16be", wide(CALM, u16::to_be_bytes)),
        ("utf-32le", CALM.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect()),
        ("latin-1", b"procedure: caf\xe9\n".to_vec()),
        ("nul", b"procedure: \"9\0\"\n".to_vec()),
        ("surrogate", b"title: \xed\xa0\x80\n".to_vec()),
        ("overlong", b"title: \xc0\xaf\n".to_vec()),
        ("cut", "title: đ".as_bytes()[..8].to_vec()),
        ("escape", b"title: \x1b[31mred\n".to_vec()),
    ]
}

/// Texts that are YAML in some way, and no procedure.
fn odd_texts() -> Vec<(&'static str, String)> {
    vec![
        ("flow", "[".repeat(DEEP)),
        ("flow-closed", format!("{}{}", "[".repeat(DEEP), "]".repeat(DEEP))),
        ("flow-maps", "{a: ".repeat(DEEP)),
        ("dashes", format!("{}x", "- ".repeat(DEEP))),
        ("questions", format!("{}x", "? ".repeat(DEEP))),
        ("block", (0..500).fold(String::new(), |text, at| text + &" ".repeat(at) + "a:\n")),
        ("twice", format!("{CALM}title: Lại\n")),
        ("twice-quoted", format!("{CALM}\"\\x74itle\": Lại\n")),
        ("merge", format!("{CALM}base: &b {{a: 1}}\nother: {{<<: *b}}\n")),
        ("tag", format!("{CALM}level: !!python/object/apply:os.system [\"true\"]\n")),
        ("open-quote", format!("{CALM}level: \"never closed\n")),
        ("open-bracket", format!("{CALM}audience: [a, b\n")),
        ("no-alias", format!("{CALM}level: *nowhere\n")),
        ("many-anchors", (0..5000).map(|at| format!("k{at}: &a{at} x\n")).collect()),
        ("colons", ": ".repeat(5000)),
        ("percents", "%YAML 1.2\n".repeat(2000)),
        ("starts", "---\n".repeat(2000)),
        ("breaks", "\n".repeat(200_000) + ":"),
    ]
}

fn nodes(node: &Node<'_>) -> usize {
    let below = node.items().iter().chain(node.entries().iter().map(|entry| &entry.value)).map(nodes);
    1 + below.sum::<usize>()
}

#[test]
fn each_hostile_text_is_told_and_its_neighbour_is_read() {
    let place = Place::calm();
    let texts = bombs().into_iter().chain(odd_texts()).map(|(name, text)| (name, text.into_bytes()));
    let all: Vec<(String, Vec<u8>)> =
        texts.chain(odd_bytes()).enumerate().map(|(at, (name, bytes))| (format!("{at}-{name}"), bytes)).collect();
    all.iter().for_each(|(name, bytes)| place.write(&format!("procedures/{name}.yaml"), bytes));
    let found = place.findings();
    for name in all.iter().map(|(name, _)| name.as_str()).chain(["calm"]) {
        let file = format!("procedures/{name}.yaml");
        assert!(found.iter().any(|(one, _)| *one == file), "nothing is said of {file}");
    }
}

#[test]
fn no_alias_makes_much_of_little() {
    for (name, text) in bombs() {
        let (tree, problems) = yaml::parse(FileId::default(), &text);
        let count: usize = tree.documents.iter().map(nodes).sum();
        assert!(count <= MOST_NODES, "{name}: {count} nodes of {} bytes", text.len());
        assert!(!problems.is_empty(), "{name}: nothing is said");
    }
}

#[test]
fn a_text_cut_anywhere_is_read_as_far_as_it_goes() {
    let text = std::fs::read_to_string("procedures/vn/labour/employment-service-licence.yaml").expect("a real procedure");
    for (at, _) in text.char_indices().filter(|(at, _)| at % 7 == 0) {
        let (tree, problems) = yaml::parse(FileId::default(), &text[..at]);
        assert!(
            !tree.documents.is_empty() || !problems.is_empty() || text[..at].lines().all(|line| line.is_empty() || line.starts_with('#')),
            "{at}"
        );
        for problem in problems {
            assert!(text[..at].get(problem.span.range()).is_some(), "{at}: {problem:?} lies outside the text");
        }
    }
}

#[test]
fn a_lone_carriage_return_and_several_documents_are_no_harm() {
    let place = Place::calm();
    place.write("procedures/returns.yaml", CALM.replace('\n', "\r"));
    place.write("procedures/several.yaml", format!("{CALM}---\n{CALM}---\nprocedure: [\n"));
    let found = place.findings();
    assert!(found.iter().any(|(file, rule)| file == "procedures/several.yaml" && rule == "format/not-yaml"), "{found:?}");
    let rules = |file: &str| found.iter().filter(|(one, _)| one == file).map(|(_, rule)| rule.as_str()).collect::<Vec<_>>();
    assert_eq!(rules("procedures/returns.yaml"), rules("procedures/calm.yaml"));
}

/// Texts with very many of one thing, each with the kind of fault that it has very many of.
fn crowds() -> Vec<(&'static str, &'static str, String)> {
    let many = |line: &dyn Fn(usize) -> String| (0..900).map(line).collect::<String>();
    let limit = |names: String| format!("{CALM}time_limit: {{in: 1 day, case: [{names}]}}\n");
    vec![
        ("keys", "format/unknown-key", format!("{CALM}{}", many(&|at| format!("key{at}: 1\n")))),
        ("flow", "format/unknown-key", format!("{CALM}time_limit: {{{}}}\n", many(&|at| format!("k{at}: 1, ")))),
        ("twice", "format/duplicate-key", format!("{CALM}{}", "notes: x\n".repeat(900))),
        ("shapes", "format/wrong-shape", format!("{CALM}steps: [{}]\n", "1, ".repeat(900))),
        ("truths", "format/ambiguous-boolean", format!("{CALM}audience: [{}]\n", "yes, ".repeat(900))),
        ("tags", "format/unsupported-yaml", format!("{CALM}audience: [{}]\n", "!x a, ".repeat(900))),
        ("cases", "format/dangling-reference", limit(many(&|at| format!("c{at}, ")))),
        ("papers", "format/unknown-name", format!("{CALM}results:\n{}", many(&|at| format!("- {{evidence: no-{at}}}\n")))),
    ]
}

#[test]
fn of_very_many_faults_of_a_kind_the_first_are_told_and_the_rest_are_counted() {
    let place = Place::calm();
    for (name, _, text) in crowds() {
        place.write(&format!("procedures/{name}.yaml"), text);
    }
    let found = place.findings();
    for (name, rule, _) in crowds() {
        let file = format!("procedures/{name}.yaml");
        let of = |rule: &str| found.iter().filter(|(one, other)| *one == file && other == rule).count();
        assert!(of(rule) == 20 && of("format/untold-problems") > 0, "{name}: {}", of(rule));
    }
}

#[test]
fn a_text_that_holds_more_than_is_read_is_told_where_it_becomes_too_much() {
    for text in [format!("a: [{}]\n", "1,".repeat(600_000)), (0..400_000).map(|at| format!("{at}: x\n")).collect(), "#\n".repeat(600_000)] {
        let (tree, problems) = yaml::parse(FileId::default(), &text);
        let [problem] = &problems[..] else { panic!("{} problems", problems.len()) };
        assert_eq!((tree.documents.len(), problem.found.as_str()), (0, "too many values in one file"));
        assert!(problem.span.start > 0 && text.get(problem.span.range()).is_some(), "{:?}", problem.span);
        let long = yaml::parse_long(FileId::default(), &text);
        assert!(long.1.is_empty() && long.0.documents.len() + long.0.comments.len() > 0);
    }
}

#[test]
fn of_a_list_longer_than_any_real_one_the_first_thousand_are_read_and_the_rest_is_told() {
    let place = Place::calm();
    let many = |line: &dyn Fn(usize) -> String| (0..20_000).map(line).collect::<String>();
    place.write("procedures/papers.yaml", format!("{CALM}dossier:\n  documents:\n{}", many(&|at| format!("    - Giấy tờ {at}\n"))));
    let round = |at: usize| format!("  - {{id: s{at}, by: one-stop-shop, after: [s{}]}}\n", (at + 1) % 1000);
    place.write("procedures/steps.yaml", format!("{CALM}steps:\n{}", many(&round)));
    place.write("procedures/cases.yaml", format!("{CALM}cases:\n{}", many(&|at| format!("  c{at}: {{title: x}}\n"))));
    let found = place.findings();
    for file in ["papers", "steps", "cases"].map(|name| format!("procedures/{name}.yaml")) {
        let of = |rule: &str| found.iter().filter(|(one, other)| *one == file && other == rule).count();
        assert_eq!(of("format/unsupported-yaml"), 1, "{file}");
        assert!(found.iter().filter(|(one, _)| *one == file).count() < 3000, "{file}");
    }
    assert!(found.contains(&("procedures/steps.yaml".to_owned(), "format/circular-steps".to_owned())));
}
