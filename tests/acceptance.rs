//! Comments that accept a finding: where they reach, and what keeps them from counting.

use redtape::{
    date::Date,
    files::{self, Store},
    link::Terms,
    lint::{self, Linted},
    register::Registers,
    rule::RuleSet,
};

/// Two vague documents and no time limit.
const TEXT: &str = r#"procedure: "1.001193"
{top}
title: Đăng ký khai sinh {title}
dossier:
  documents:
    {above}
    - id: first {first}
      title: giấy tờ liên quan khác
      {within}
      sets: 1
    - title: các giấy tờ khác có liên quan {second}
"#;

/// The text, with comments at some of its places.
fn text(comments: &[(&str, &str)]) -> String {
    let mut text = TEXT.to_owned();
    for place in ["top", "title", "above", "first", "within", "second"] {
        let words = comments.iter().find(|(name, _)| *name == place).map_or("", |(_, words)| words);
        text = text.replace(&format!("{{{place}}}"), words);
    }
    text.replace("      sets: 1\n", "")
}

fn run(text: &str) -> Linted {
    let mut rules = RuleSet::default();
    let wanted = |path: &str| path.starts_with("accept/") || path.starts_with("dossier/vague") || path.starts_with("time/limit-missing");
    for (path, text) in files::rules().iter().filter(|(path, _)| wanted(path)) {
        assert!(rules.add(path.trim_end_matches(".yaml"), path, text).is_ok(), "{path}");
    }
    let mut store = Store::default();
    let file = store.memory("one.yaml", text);
    let day = Date::parse("2026-07-01").expect("a day");
    lint::run(&store, &[file], Registers::default(), &rules, &Terms::new(day, "en"), &|| ())
}

/// What is left, and what is accepted: rule and line of each.
fn came(comments: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
    let text = text(comments);
    let linted = run(&text);
    let said = |rule: &str, at: usize| format!("{rule} {}", text[..at].matches('\n').count() + 1);
    let left = linted.judged.findings.iter().map(|one| said(&one.rule, one.span.range().start));
    let accepted = linted.judged.accepted.iter().map(|one| said(&one.finding.rule, one.finding.span.range().start));
    (left.collect(), accepted.collect())
}

const VAGUE: &str = "# redtape: accept dossier/vague-component until=2027-01-01 -- the ministry is asked";

#[test]
fn without_a_comment_all_is_left() {
    let (left, accepted) = came(&[]);
    assert_eq!(left, ["time/limit-missing 3", "dossier/vague-component 8", "dossier/vague-component 10"]);
    assert!(accepted.is_empty());
}

#[test]
fn a_comment_above_an_item_reaches_all_of_it_and_nothing_else() {
    let (left, accepted) = came(&[("above", VAGUE)]);
    assert_eq!(left, ["time/limit-missing 3", "dossier/vague-component 10"]);
    assert_eq!(accepted, ["dossier/vague-component 8"]);
}

#[test]
fn a_comment_behind_the_first_line_of_an_item_reaches_all_of_it() {
    let (left, accepted) = came(&[("first", VAGUE)]);
    assert_eq!(left, ["time/limit-missing 3", "dossier/vague-component 10"]);
    assert_eq!(accepted, ["dossier/vague-component 8"]);
}

#[test]
fn a_comment_behind_the_line_of_the_finding_reaches_it() {
    assert_eq!(came(&[("second", VAGUE)]).1, ["dossier/vague-component 10"]);
    let limit = "# redtape: accept time/limit-missing until=2027-01-01 -- a decision is on its way";
    assert_eq!(came(&[("title", limit)]).1, ["time/limit-missing 3"]);
    assert_eq!(came(&[("top", limit)]).1, ["time/limit-missing 3"]);
}

#[test]
fn a_comment_for_another_rule_silences_nothing_and_is_called_idle() {
    let (left, accepted) = came(&[("above", "# redtape: accept time/limit-missing until=2027-01-01 -- elsewhere")]);
    assert_eq!(left, ["time/limit-missing 3", "accept/unused 6", "dossier/vague-component 8", "dossier/vague-component 10"]);
    assert!(accepted.is_empty());
}

#[test]
fn a_comment_whose_time_is_over_silences_nothing() {
    let (left, _) = came(&[("above", "# redtape: accept dossier/vague-component until=2026-07-01 -- the ministry is asked")]);
    assert!(left.contains(&"accept/expired 6".to_owned()) && left.contains(&"dossier/vague-component 8".to_owned()), "{left:?}");
}

#[test]
fn a_slip_of_the_pen_silences_nothing_and_is_said() {
    for words in [
        "# redtape: accept dossier/vague-component until=2027-01-01",
        "# redtape: accept dossier/vague-component until=2027-01-01 --",
        "# redtape: accept dossier/vague-component until=2027-02-30 -- no such day",
        "# redtape: accept dossier/vague-component -- no day",
        "# redtape: accept dossier/vague-component, time/limit-missing until=2027-01-01 -- two",
        "# redtape: acept dossier/vague-component until=2027-01-01 -- misspelt",
        "# redtape: accept",
        "# redtape:",
    ] {
        let (left, accepted) = came(&[("above", words)]);
        assert!(left.contains(&"accept/not-understood 6".to_owned()), "{words}: {left:?}");
        assert!(accepted.is_empty(), "{words}");
    }
}

#[test]
fn a_comment_of_one_document_says_nothing_of_the_next() {
    let two = format!("{}---\n{}", text(&[]), text(&[("above", VAGUE)]).replace("1.001193", "1.001194"));
    let linted = run(&two);
    assert_eq!(linted.judged.accepted.len(), 1);
    assert_eq!(linted.judged.accepted[0].finding.procedure.as_deref(), Some("1.001194"));
}
