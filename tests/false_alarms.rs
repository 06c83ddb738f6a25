//! The page of false alarms says no more than its verdicts: docs/false-alarms.md is held against docs/false-alarms.csv.

use std::{collections::BTreeMap, fs, path::Path};

use redtape::files;

/// How many verdicts of one rule are right, and how many wrong.
type Verdicts = BTreeMap<String, (u32, u32)>;

/// A row of the page's table, cell by cell.
struct Summed {
    rule: String,
    severity: String,
    findings: u32,
    read: u32,
    right: u32,
    wrong: u32,
    share: String,
}

/// The least of findings read of which a share is said.
const MEASURED: u32 = 20;

#[test]
fn every_verdict_has_its_words_and_no_finding_two() {
    let mut seen = Vec::new();
    for row in rows() {
        let [rule, confidence, source, _, _, fingerprint, verdict, words] = row.as_slice() else { panic!("{row:?} has other columns") };
        assert!(["proved", "presumed", "undetermined"].contains(&confidence.as_str()), "{row:?}");
        assert!(["right", "wrong"].contains(&verdict.as_str()), "{row:?}");
        assert!(words.chars().count() > 5, "{row:?} tells no words of the record");
        seen.push((rule.clone(), source.clone(), fingerprint.clone()));
    }
    let all = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), all, "a finding has two verdicts");
}

#[test]
fn the_page_counts_what_the_verdicts_say() {
    let verdicts = verdicts();
    let table = table();
    let listed: Vec<&str> = table.iter().map(|row| row.rule.as_str()).collect();
    let judged: Vec<&str> = verdicts.keys().map(String::as_str).collect();
    assert_eq!(listed, judged, "the table and the verdicts name other rules");
    for row in &table {
        let (right, wrong) = verdicts[&row.rule];
        assert_eq!((row.read, row.right, row.wrong), (right + wrong, right, wrong), "{}", row.rule);
        let share = f64::from(wrong) * 100.0 / f64::from(right + wrong);
        let said = if row.read < MEASURED { "unmeasured".to_owned() } else { format!("{share:.1} %") };
        assert_eq!(row.share, said, "{}", row.rule);
    }
    let (right, wrong) = verdicts.values().fold((0, 0), |(right, wrong), one| (right + one.0, wrong + one.1));
    let words = page().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains(&format!("{} in all, {right} right and {wrong} wrong", right + wrong)), "the sums of the page are old");
}

#[test]
fn enough_was_read_and_no_rule_is_wrong_too_often() {
    for row in table() {
        let wanted = if row.severity == "error" { 100 } else { 30 };
        assert!(row.read >= row.findings.min(wanted), "{}: {} of {} read", row.rule, row.read, row.findings);
        let most = if row.severity == "error" { 3.0 } else { 10.0 };
        let share = f64::from(row.wrong) * 100.0 / f64::from(row.read);
        assert!(row.read < MEASURED || share <= most, "{}: {share:.1} % wrong", row.rule);
    }
}

#[test]
fn the_page_names_rules_that_are_and_their_severity() {
    let rules: BTreeMap<String, &str> = files::rules().into_iter().collect();
    for row in table() {
        let text = rules.get(format!("{}.yaml", row.rule).as_str()).unwrap_or_else(|| panic!("{} is no rule", row.rule));
        let plain = format!("\nseverity: {}\n", row.severity);
        let mapped = format!("\nseverity: {{proved: {},", row.severity);
        assert!(text.contains(&plain) || text.contains(&mapped), "{} is no {}", row.rule, row.severity);
    }
}

fn verdicts() -> Verdicts {
    let mut verdicts = Verdicts::new();
    for row in rows() {
        let (right, wrong) = verdicts.entry(row[0].clone()).or_default();
        *(if row[6] == "right" { right } else { wrong }) += 1;
    }
    verdicts
}

fn rows() -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/false-alarms.csv");
    let mut reader = csv::Reader::from_path(path).expect("the verdicts are there");
    reader.records().map(|row| row.expect("a row can be read").iter().map(str::to_owned).collect()).collect()
}

fn page() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/false-alarms.md")).expect("the page is there")
}

/// The rows of the page's first table.
fn table() -> Vec<Summed> {
    let page = page();
    let lines = page.lines().skip_while(|line| !line.starts_with("|---")).skip(1).take_while(|line| line.starts_with('|'));
    let rows: Vec<Summed> = lines.map(summed).collect();
    assert!(rows.len() > 20, "where is the table?");
    rows
}

fn summed(line: &str) -> Summed {
    let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
    let number = |at: usize| -> u32 { cells[at].split(' ').next().and_then(|word| word.parse().ok()).expect("a number") };
    Summed {
        rule: cells[0].trim_matches('`').to_owned(),
        severity: cells[1].to_owned(),
        findings: number(3),
        read: number(4),
        right: number(5),
        wrong: number(6),
        share: cells[7].to_owned(),
    }
}
