//! The baseline: what is written is read back, what people wrote into it stays, and no finding is silenced twice.

use std::collections::BTreeSet;

use proptest::{prelude::*, test_runner::Config};
use redtape::{
    baseline::{self, Baseline},
    confidence::Confidence,
    date::Date,
    files::{self, Store},
    finding::Finding,
    link::Terms,
    lint::{self, Linted},
    register::Registers,
    rule::RuleSet,
    span::FileId,
};

/// Vague documents and no time limit: three findings without a register.
const TEXT: &str = "procedure: \"1.001193\"\ntitle: Đăng ký khai sinh\ndossier:\n  documents:\n    - {id: first, title: giấy tờ liên quan khác}\n    \
                    - {id: second, title: các giấy tờ khác có liên quan}\n";

fn rules() -> RuleSet {
    let mut rules = RuleSet::default();
    let wanted = |path: &str| ["accept/", "format/", "dossier/vague", "time/limit-missing"].iter().any(|start| path.starts_with(start));
    for (path, text) in files::rules().iter().filter(|(path, _)| wanted(path)) {
        rules.add(path.trim_end_matches(".yaml"), path, text).expect("a built-in rule can be used");
    }
    rules
}

fn run(text: &str) -> Linted {
    let mut store = Store::default();
    let file = store.memory("one.yaml", text);
    let terms = Terms { least: Confidence::Undetermined, ..Terms::new(Date::parse("2026-07-01").expect("a day"), "en") };
    lint::run(&store, &[file], Registers::default(), &rules(), &terms, &|| ())
}

fn name(_: &Finding) -> String {
    "one.yaml".to_owned()
}

/// A baseline of all findings of a text.
fn of(text: &str) -> Baseline {
    let mut baseline = Baseline::default();
    for finding in run(text).judged.findings {
        baseline.add("one.yaml", &finding);
    }
    baseline
}

fn read(text: &str) -> Baseline {
    let (baseline, problems) = baseline::read(FileId::default(), text);
    assert!(problems.is_empty(), "{problems:?}\n{text}");
    baseline
}

/// What a baseline lists, one line each.
fn listed(baseline: &Baseline) -> Vec<String> {
    let entries = baseline.files.iter().flat_map(|(file, rules)| rules.iter().map(move |(rule, entry)| (file, rule, entry)));
    entries.map(|(file, rule, entry)| format!("{file} {rule} {:?} {:?}", entry.fingerprints, entry.note)).collect()
}

#[test]
fn what_is_known_is_silent_wherever_it_moves_and_what_is_new_speaks() {
    let baseline = read(&of(TEXT).text());
    assert_eq!(baseline.count(), 3);
    let moved = format!("# a line\n\n{}", TEXT.replace("title: Đ", "sector: civil-status\ntitle: Đ"));
    assert!(baseline.part(run(&moved).judged.findings, name).0.is_empty());
    let longer = format!("{TEXT}    - {{id: third, title: giấy tờ liên quan khác nếu có}}\n");
    let (open, known) = baseline.part(run(&longer).judged.findings, name);
    assert_eq!((open.len(), known.len()), (1, 3));
    assert!(open[0].subject.contains("third"), "{}", open[0].subject);
}

#[test]
fn what_the_file_accepts_is_not_the_baselines() {
    let baseline = of(TEXT);
    let words =
        "accepted: [{rule: dossier/vague-component, at: /dossier/documents/0, because: the ministry is asked, until: 2027-01-01}]\n";
    let judged = run(&format!("{TEXT}{words}")).judged;
    let accepted: BTreeSet<&str> = judged.accepted.iter().map(|one| one.finding.fingerprint.as_str()).collect();
    let (open, known) = baseline.part(judged.findings, name);
    assert_eq!((open.len(), known.len(), accepted.len()), (0, 2, 1));
    assert!(known.iter().all(|one| !accepted.contains(one.finding.fingerprint.as_str())), "silenced twice");
    let stale = baseline.stale(&known, &accepted, |_, _| true);
    assert_eq!((stale.len(), stale[0].accepted), (1, true));
    assert_eq!(baseline.stale(&known, &accepted, |_, rule| rule != "dossier/vague-component"), []);
    let mut pruned = baseline.clone();
    pruned.prune(&stale);
    assert_eq!(pruned.count(), 2);
}

#[test]
fn a_wrong_baseline_is_refused_at_its_place() {
    let text = of(TEXT).text();
    let wrong = |text: &str| {
        let (_, problems) = baseline::read(FileId::default(), text);
        problems.iter().map(|one| format!("{} {}", one.kind.word(), one.found)).collect::<Vec<_>>()
    };
    assert_eq!(wrong(&text.replace("count: 2", "count: 3")), ["wrong-value 3"]);
    assert_eq!(wrong(&text.replace("count: 2", "conut: 2")), ["unknown-key conut", "missing-key count"]);
    assert_eq!(wrong(&text.replace("version: 1", "version: 2")), ["wrong-value 2"]);
    assert!(!wrong(&text.replace("- \"", "- \"x")).is_empty());
    assert!(!wrong("").is_empty() && !wrong("files: [").is_empty());
    let mandatory = read(&text.replace("time/limit-missing", "format/not-yaml"));
    assert_eq!(mandatory.mandatory(&rules()).into_iter().map(|(_, rule)| rule).collect::<Vec<_>>(), ["format/not-yaml"]);
}

/// Names and notes as people and systems make them.
fn words() -> impl Strategy<Value = String> {
    let pieces = [
        "a",
        "b/c.yaml",
        "thủ tục",
        " ",
        "#",
        ": ",
        "- ",
        "'",
        "\"",
        "\\",
        "\n",
        "\u{85}",
        "\u{202e}",
        "~",
        "null",
        "1e5",
        "{",
        "😀",
        "قرار",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 1..5).prop_map(|pieces| pieces.concat())
}

fn baselines() -> impl Strategy<Value = Baseline> {
    let print = prop::num::u64::ANY.prop_map(|number| format!("{number:016x}"));
    let prints = prop::collection::btree_set(print, 1..4);
    let rule = prop::sample::select(vec!["time/limit-missing", "dossier/vague-component", "once-only/own-result"]);
    let one = (words(), rule, prints, prop::option::of(words()));
    prop::collection::vec(one, 0..6).prop_map(|all| {
        let mut baseline = Baseline::default();
        for (file, rule, prints, note) in all {
            let entry = baseline.files.entry(file).or_default().entry(rule.to_owned()).or_default();
            entry.fingerprints.extend(prints);
            entry.note = note;
        }
        baseline
    })
}

proptest! {
    #![proptest_config(Config { cases: 400, failure_persistence: None, ..Config::default() })]

    #[test]
    fn what_is_written_is_read_back(baseline in baselines()) {
        let text = baseline.text();
        let again = read(&text);
        assert_eq!(listed(&again), listed(&baseline));
        assert_eq!(again.text(), text);
    }

    #[test]
    fn every_remark_stays_once(baseline in baselines(), places in prop::collection::vec(0.0..1.0_f64, 1..5), behind in prop::bool::ANY) {
        let text = baseline.text();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        for (n, place) in places.iter().enumerate() {
            let at = ((lines.len() as f64) * place) as usize;
            if behind && !lines[at].trim_start().starts_with('#') && !lines[at].contains("# remark") {
                lines[at].push_str(&format!(" # remark {n}."));
            } else {
                lines.insert(at, format!("# remark {n}."));
            }
        }
        let mut merged = read(&(lines.join("\n") + "\n"));
        let finding = run(TEXT).judged.findings.remove(0);
        merged.add("one.yaml", &finding);
        let written = merged.text();
        for n in 0..places.len() {
            assert_eq!(written.matches(&format!("# remark {n}.")).count(), 1, "remark {n} of\n{}\nin\n{written}", lines.join("\n"));
        }
        assert_eq!(read(&written).text(), written);
        let all = listed(&merged).join("\n");
        baseline.files.values().flatten().flat_map(|(_, entry)| &entry.fingerprints).for_each(|print| assert!(all.contains(print.as_str())));
    }
}
