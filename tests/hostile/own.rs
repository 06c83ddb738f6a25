//! Rules, registers, settings and figures from a stranger: a bounded answer or a refusal with its place.

use crate::place::Place;

const SETTINGS: &str = "as_of: 2026-07-01\nrules: [rules]\nregisters: [registers]\n";

fn rule(when: &str) -> String {
    format!(
        "id: own/x
title: {{en: X, vi: X, ar: X}}
severity: warning
persona: regular
rationale: {{en: X., vi: X., ar: X.}}
check:
  each: procedure
  when: {}
message: {{en: x, vi: x, ar: x}}
recommendation:
  do: {{en: X., vi: X., ar: X.}}
examples:
  - as_of: 2026-07-01
    bad: |
      title: A #~ x
    good: |
      title: B
",
        serde_json::to_string(when).expect("JSON is YAML")
    )
}

#[test]
fn a_question_that_would_not_end_is_answered_or_refused() {
    let words = "a".repeat(50_000);
    let ends = "procedure.code == ''";
    let questions = [
        "procedure.title.matches('(a+)+$')".to_owned(),
        "procedure.title.matches('(a|aa)+$')".to_owned(),
        "procedure.title.matches('a{1000}{1000}{1000}')".to_owned(),
        format!("procedure.title.matches('{}')", "(a?)".repeat(5000)),
        format!("{}true{}", "(".repeat(100_000), ")".repeat(100_000)),
        format!("{}true", "!".repeat(100_000)),
        vec![ends; 20_000].join(" && "),
        format!("1{} > 0", " + 1".repeat(100_000)),
        format!("procedure.code{} == ''", ".a".repeat(50_000)),
    ];
    for question in questions {
        let place = Place::calm();
        place.write("redtape.yaml", SETTINGS);
        place.write("registers/empty.yaml", "concepts: []\n");
        place.write("procedures/long.yaml", format!("procedure: \"9.1\"\ntitle: {words}b\n"));
        place.write("rules/own/x.yaml", rule(&question));
        let said = place.redtape(&["check", "--rule", "own", "--format", "concise"]);
        let shown: String = question.chars().take(60).collect();
        assert!(said.code != Some(2) || said.err.contains("rules/own/x.yaml:"), "{shown}: {}", said.err);
        assert!(said.err.len() < 4000, "{shown}: an error of {} bytes", said.err.len());
    }
}

#[test]
fn a_reference_to_elsewhere_is_a_key_that_nobody_knows() {
    let place = Place::calm();
    place.write(
        "procedures/reference.yaml",
        "procedure: \"9.2\"\ntitle: A\n$ref: \"http://192.0.2.1/schema.json\"\n$schema: \"http://192.0.2.1/\"\n",
    );
    let found = place.findings();
    assert!(found.contains(&("procedures/reference.yaml".to_owned(), "format/unknown-key".to_owned())), "{found:?}");
}

#[test]
fn days_that_do_not_exist_and_circles_of_amendments_are_told() {
    let law = |more: &str| format!("sources: {{own: {{title: Own, read: 2026-06-01}}}}\ninstruments:\n{more}");
    let one = |number: u8, more: &str| {
        format!(
            "  - {{number: {number}/2099/NĐ-CP, kind: decree, issuer: government, title: {{vi: N}}, source: own, where: all, {more}}}\n"
        )
    };
    let circle = law(&(one(1, "valid: {from: 2026-01-01}, amended_by: [2/2099/NĐ-CP]")
        + &one(2, "valid: {from: 2026-01-01}, amended_by: [1/2099/NĐ-CP]")));
    for (text, refused) in [
        (law(&one(1, "valid: {from: 2026-02-30}")), true),
        (law(&one(1, "valid: {from: 99999-01-01}")), true),
        (law(&one(1, "valid: {from: 2026-13-01, until: 0000-00-00}")), true),
        (circle, false),
    ] {
        let place = Place::calm();
        place.write("redtape.yaml", SETTINGS.replace("rules: [rules]\n", ""));
        place.write("registers/law.yaml", &text);
        place.write("procedures/p.yaml", "procedure: \"9.3\"\ntitle: A\nlegal_basis: [\"Nghị định 1/2099/NĐ-CP\"]\n");
        let said = place.redtape(&["check"]);
        if refused {
            assert_eq!(said.code, Some(2), "{text}");
            assert!(said.err.contains("registers/law.yaml:"), "{}", said.err);
        }
    }
    for day in ["2026-02-30", "2026-13-01", "0000-00-00", "99999999999-01-01", "-1-01-01", "tomorrow"] {
        let place = Place::calm();
        assert_eq!(place.redtape(&["check", &format!("--as-of={day}")]).code, Some(2), "{day}");
        place.write("redtape.yaml", format!("as_of: {day}\n"));
        assert_eq!(place.redtape(&["check"]).code, Some(2), "{day} in the settings");
    }
}

#[test]
fn amounts_past_any_sense_end_no_run() {
    let nines = "9".repeat(400);
    let amounts = [
        "99999999999999999999999999999999999999",
        "-1",
        "1e999",
        "-0",
        ".inf",
        ".nan",
        "0x7fffffffffffffff",
        nines.as_str(),
        "18446744073709551616",
    ];
    let place = Place::calm();
    for (at, amount) in amounts.iter().enumerate() {
        place.write(
            &format!("procedures/{at}.yaml"),
            format!(
                "procedure: \"9.{at}\"\ntitle: A\nvolume: {amount}\ndossier: {{sets: {amount}, documents: [{{title: Đơn, copies: {amount}}}]}}\ntime_limit: {amount} working days\nfees: [{{title: Phí, amount: {amount}}}]\nsteps: [{{id: a, by: applicant, minutes: {amount}, visits: {amount}, after: [a]}}]\n"
            ),
        );
    }
    assert!(!place.findings().is_empty());
    for command in ["plan", "report", "score", "check", "fix"] {
        place.redtape(&[command, "procedures", "--as-of", "2026-07-01"]);
    }
}
