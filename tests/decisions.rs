//! `decisions.yaml`: what is read of it, and what is told of its mistakes.

use std::collections::BTreeSet;

use redtape::{
    date::Date,
    decision::{self, Verdict},
    problem::Kind,
    span::{FileId, Lines},
};

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

/// Line, kind and words of each mistake.
fn mistakes(text: &str) -> Vec<(usize, Kind, String)> {
    let (_, problems) = decision::read(FileId::default(), text);
    let lines = Lines::new(text);
    problems.into_iter().map(|one| (lines.place(one.span.range().start).line, one.kind, one.found)).collect()
}

#[test]
fn a_decision_counts_until_its_day_and_is_known_by_its_fingerprint() {
    let text = r#"decisions:
  - {finding: 0123456789abcdef, decision: approved, document: 12/QĐ-UBND, until: 2027-12-31, by: UBND tỉnh}
  - {finding: 1234567890123456, decision: rejected, reason: Luật buộc phải có}
  - {finding: 12345678901234e5, decision: taken}
"#;
    let (decisions, problems) = decision::read(FileId::default(), text);
    assert_eq!(problems, []);
    assert_eq!(decisions.all.len(), 3);
    let approval = decisions.approval("0123456789abcdef", day("2027-12-30")).expect("it counts");
    assert_eq!((approval.document.as_deref(), approval.by.as_deref()), (Some("12/QĐ-UBND"), Some("UBND tỉnh")));
    assert!(decisions.approval("0123456789abcdef", day("2027-12-31")).is_none());
    assert!(decisions.approval("1234567890123456", day("2026-01-01")).is_none());
    let rejected = decisions.of("1234567890123456", day("2099-01-01")).expect("it has no end");
    assert_eq!((rejected.verdict, rejected.reason.as_deref()), (Verdict::Rejected, Some("Luật buộc phải có")));
    let known = BTreeSet::from(["0123456789abcdef", "12345678901234e5"]);
    let stale: Vec<&str> = decisions.stale(&known).iter().map(|one| one.finding.value.as_str()).collect();
    assert_eq!(stale, ["1234567890123456"]);
}

#[test]
fn mistakes_are_told_with_their_lines() {
    let text = r#"decisions:
  - {finding: 0123456789abcdef, decision: aproved}
  - {finding: 0123456789abcdee, decision: rejected}
  - {finding: 0123456789abcdee, decision: taken}
  - {finding: xyz, decision: taken}
  - {finding: 12, decision: taken}
  - {finding: 0123456789abcded, decision: approved, documnet: 12/QĐ-UBND}
  - {finding: 0123456789abcdec, decision: taken, until: 2027-02-30}
"#;
    let expected = [
        (2, Kind::WrongValue, "aproved"),
        (3, Kind::MissingKey, "reason"),
        (4, Kind::RepeatedName, "0123456789abcdee"),
        (5, Kind::WrongValue, "xyz"),
        (6, Kind::WrongValue, "12"),
        (7, Kind::MissingKey, "document"),
        (7, Kind::MissingKey, "until"),
        (7, Kind::UnknownKey, "documnet"),
        (8, Kind::WrongValue, "2027-02-30"),
    ];
    assert_eq!(mistakes(text), expected.map(|(line, kind, found)| (line, kind, found.to_owned())));
}

#[test]
fn a_file_that_says_nothing_decides_nothing() {
    assert!(mistakes("").is_empty() && mistakes("decisions: []\n").is_empty());
    assert_eq!(mistakes("decided: []\n").len(), 2);
}
