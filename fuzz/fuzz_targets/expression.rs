//! The question of a rule.

#![no_main]

use libfuzzer_sys::fuzz_target;
use redtape::rule::RuleSet;

const RULE: &str = "id: own/x
title: {en: X, vi: X, ar: X}
severity: warning
persona: regular
rationale: {en: X., vi: X., ar: X.}
check:
  each: procedure
  when: QUESTION
message: {en: x, vi: x, ar: x}
recommendation:
  do: {en: X., vi: X., ar: X.}
examples:
  - as_of: 2026-07-01
    bad: |
      title: A #~ x
    good: |
      title: B
";

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(quoted) = serde_json::to_string(text) else { return };
    let rule = RULE.replace("QUESTION", &quoted);
    // Refused or taken: both are answers.
    let _answer = RuleSet::default().add("own/x", "own/x.yaml", &rule);
});
