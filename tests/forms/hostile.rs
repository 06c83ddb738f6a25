//! Words that would like to be obeyed, in every place that a procedure has for words: no reader obeys them.

use proptest::{prelude::*, test_runner::Config};
use redtape::{render::Format, report::Report, text};
use serde_json::Value;

use crate::{made, readers};

/// What some reader would obey, beside plain words and breaks.
const PIECES: &[&str] = &[
    "::error::no",
    "::stop-commands::x",
    "%0A",
    "%25",
    "##[stop-commands]x",
    "##[add-mask]a",
    "##vso[task.complete]",
    "##teamcity[x]",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "=HYPERLINK(\"http://a\")",
    "+1",
    "-2",
    "@SUM(A1)",
    "＝1",
    "]]>",
    "<![CDATA[",
    "<script>",
    "</failure>",
    "&amp;",
    "&#x1b;",
    "<!--",
    "-->",
    "\"",
    "'",
    "\u{1b}[31m",
    "\u{7}",
    "\u{0}",
    "\u{85}",
    "\u{9b}",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{ad}",
    "\u{feff}",
    "\u{fffe}",
    "\u{2028}",
    "\u{e0001}",
    "](http://a)",
    "[a](1)",
    "![a](b)",
    "{0}",
    "{{",
    "`",
    "``",
    "*",
    "**",
    "_",
    "~~",
    "|",
    "\\",
    "# ",
    "> ",
    "1. ",
    "2) ",
    "- ",
    "$a$",
    "[^1]",
    "[ ] ",
    "www.a.vn",
    "http://a.vn",
    "@ministry",
    "a@b.vn",
    ":smile:",
    "&lt;",
    ",",
    ";",
    "::",
    ":",
    ",title=x",
    " ",
    "giấy",
    "tờ",
    "a",
    "0",
    "😀",
    "قرار",
];

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 1..8).prop_map(|pieces| pieces.concat())
}

/// A procedure with such words wherever words can stand; rules speak on most of them.
fn procedure([title, paper, key, law]: &[String; 4]) -> String {
    let code = |c: char| if c.is_ascii_alphanumeric() { c.to_string() } else { format!("\\U{:08x}", c as u32) };
    let quoted = |words: &str| format!("\"{}\"", words.chars().map(code).collect::<String>());
    let (title, paper, key, law) = (quoted(title), quoted(&format!("{paper} và các giấy tờ khác có liên quan")), quoted(key), quoted(law));
    format!(
        "procedure: {key}\ntitle: {{vi: {title}, en: {title}}}\nsector: {title}\nlevel: {key}\n{key}: 1\nlegal_basis: [{law}]\ndossier:\n  documents:\n    \
         - {{title: {paper}, evidence: marriage-certificate, as: certified-copy}}\n    - {{id: {key}, title: {paper}, as: {key}}}\ntime_limit: {title}\n\
         accepted: [{{rule: dossier/vague-component, at: /dossier/documents/1, because: {title}, until: 2027-01-01}}]\n"
    )
}

fn report(words: &[String; 4]) -> Report {
    let report = made::of("procedures/a.yaml", &procedure(words));
    assert!(report.findings.len() > 3, "rules must speak for this to prove anything: {}", report.findings.len());
    report
}

/// A line that a terminal or a runner would obey, but for the annotations themselves.
fn obeyed(out: &str, format: Format) -> Option<&str> {
    let hidden = |c: char| (c.is_control() && c != '\n') || text::is_invisible(c);
    let command = |line: &str| line.trim_start().starts_with("::") && format != Format::Github;
    let lines = out.lines().map(|line| line.strip_suffix('\r').unwrap_or(line));
    let mut lines = lines
        .filter(|line| line.contains(hidden) || command(line) || ["##[", "##vso[", "##teamcity["].iter().any(|one| line.contains(one)));
    lines.next()
}

/// Every text in a document of JSON.
fn texts(value: &Value, visit: &mut impl FnMut(&str)) {
    match value {
        Value::String(words) => visit(words),
        Value::Array(items) => items.iter().for_each(|item| texts(item, visit)),
        Value::Object(fields) => fields.iter().for_each(|(key, value)| {
            visit(key);
            texts(value, visit);
        }),
        _ => (),
    }
}

fn plain(words: &str) -> String {
    text::line(&text::one_line(words)).into_owned()
}

fn annotations_are_ours_alone(report: &Report) {
    let commands = readers::github(&made::shown(report, Format::Github));
    assert_eq!(commands.len(), report.findings.len());
    for (command, shown) in commands.iter().zip(report.worst_first()) {
        assert!(["error", "warning", "notice"].contains(&command.name.as_str()), "{}", command.name);
        assert!(command.message.starts_with(&plain(&shown.finding.message)), "{}", command.message);
        let keys: Vec<&str> = command.properties.iter().map(|(key, _)| key.as_str()).collect();
        assert!(keys.starts_with(&["title", "file", "line", "endLine"]) && keys.len() <= 6, "{keys:?}");
        assert_eq!(command.properties[1].1, "procedures/a.yaml");
    }
}

fn cells_are_no_formulas(report: &Report) {
    let rows = readers::csv(&made::shown(report, Format::Csv)).expect("a reader takes it");
    assert_eq!(rows.len(), report.findings.len() + 1);
    let formula = |cell: &&String| cell.starts_with(['=', '+', '-', '@', '|', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    assert_eq!(rows.iter().flatten().find(formula), None);
}

fn cases_say_what_the_findings_say(report: &Report) {
    let suites = readers::junit(&made::shown(report, Format::Junit)).expect("a reader takes it");
    let cases: Vec<_> = suites.iter().flat_map(|suite| &suite.cases).collect();
    assert_eq!(cases.len(), report.findings.len() + report.accepted.len() + report.known.len());
    for (case, shown) in cases.iter().zip(report.findings.iter().chain(report.accepted.iter().chain(&report.known).map(|one| &one.shown))) {
        let name = format!("{}: {} [{}]", shown.finding.rule, shown.finding.message, shown.finding.fingerprint);
        // Two characters that XML cannot say are said by their code.
        assert_eq!(case.name, plain(&name).replace('\u{fffe}', "\\u{fffe}"));
    }
}

fn markdown_is_words_and_nothing_else(report: &Report) {
    let page = readers::markdown(&made::shown(report, Format::Markdown)).expect("words, lists and one table");
    for shown in &report.findings {
        assert!(page.contains(&plain(&shown.finding.message)), "{page}\nlacks\n{}", shown.finding.message);
    }
}

fn viewers_show_words(report: &Report, format: Format) {
    let value: Value = serde_json::from_str(&made::shown(report, format)).expect("JSON");
    let messages = |value: &Value| match format {
        Format::Sarif => value["runs"][0]["results"].as_array().map(|all| all.iter().map(|one| one["message"].clone()).collect()),
        _ => value.as_array().map(|all| all.iter().map(|one| one["description"].clone()).collect::<Vec<Value>>()),
    };
    let messages = messages(&value).expect("messages");
    assert!(messages.len() >= report.findings.len());
    texts(&Value::Array(messages), &mut |words| {
        assert!(!words.contains(|c: char| c.is_control() || text::is_invisible(c)), "{words:?}");
        assert!(format != Format::Sarif || !words.replace("\\]", "").contains("]("), "{words:?}");
    });
}

proptest! {
    #![proptest_config(Config { cases: 48, failure_persistence: None, ..Config::default() })]

    #[test]
    fn nothing_is_obeyed(words in [words(), words(), words(), words()]) {
        let report = report(&words);
        for format in Format::ALL {
            assert_eq!(obeyed(&made::shown(&report, format), format), None, "{format:?}");
        }
        annotations_are_ours_alone(&report);
        cells_are_no_formulas(&report);
        cases_say_what_the_findings_say(&report);
        markdown_is_words_and_nothing_else(&report);
        viewers_show_words(&report, Format::Sarif);
        viewers_show_words(&report, Format::Gitlab);
    }
}

proptest! {
    #![proptest_config(Config { cases: 2_000, failure_persistence: None, ..Config::default() })]

    #[test]
    fn markdown_shows_the_words_themselves(words in words()) {
        let page = readers::markdown(&format!("- {} end\n", text::markdown(&text::one_line(&words)))).expect("words");
        assert_eq!(page.trim(), format!("{} end", plain(&words)).trim());
    }

    #[test]
    fn an_address_is_what_rfc_3986_allows_and_leads_back(words in words()) {
        let address = text::uri(&words);
        assert!(address.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/%:".contains(&byte)), "{address}");
        assert_eq!(address.matches(':').count(), address.matches("file://").count());
    }
}
