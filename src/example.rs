//! A rule's own examples, run: where it must speak, and where it must not.

use std::sync::Arc;

use crate::{
    files::Store,
    link::Terms,
    lint,
    register::Registers,
    rule::{Example, Rule, RuleSet},
    span::Lines,
};

/// What marks a line on which the rule must speak, with some of its words behind it.
pub const MARK: &str = "#~";

/// What a rule said: the line, and the words in every language with the confidence.
type Said = (usize, String);

/// Whether the one rule in `rules` does in the example what the example says; else why not, in words for whoever wrote it.
pub fn hold(rules: &RuleSet, example: &Example) -> Result<(), String> {
    if !example.bad.contains(MARK) {
        return Err(format!("`bad` marks no line with {MARK}: mark each line on which the rule must speak, and some of its words"));
    }
    silent_but_for_marks("bad", &example.bad, rules, example)?;
    silent_but_for_marks("good", &example.good, rules, example)?;
    example.near.iter().try_for_each(|near| silent_but_for_marks("near", near, rules, example))
}

/// Whether each marked line of `text` is spoken on, in words of the mark, and no other line is.
fn silent_but_for_marks(side: &str, text: &str, rules: &RuleSet, example: &Example) -> Result<(), String> {
    let found = found(text, rules, example)?;
    let mut left: Vec<&Said> = found.iter().collect();
    let mut faults = Vec::new();
    for (at, line) in text.lines().enumerate() {
        for words in line.split(MARK).skip(1).map(str::trim) {
            match left.iter().position(|(spoken, says)| *spoken == at + 1 && says.contains(words)) {
                Some(met) => drop(left.remove(met)),
                None => faults.push(format!("`{side}`, line {}: expected to speak, with the words `{words}`: {}", at + 1, line.trim())),
            }
        }
    }
    faults.extend(left.iter().map(|(line, says)| format!("`{side}`, line {line}: speaks unasked: {says}")));
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// Line and words of each finding, in order.
fn found(text: &str, rules: &RuleSet, example: &Example) -> Result<Vec<Said>, String> {
    let mut store = Store::default();
    let mut registers = Registers::default();
    if let Some(given) = &example.given {
        let file = store.memory("given.yaml", given.as_str());
        let mut problems = lint::add_register(&mut registers, &store, file);
        // What is made up for an example has no source to name.
        problems.retain(|problem| problem.found != "source");
        if let Some(problem) = problems.first() {
            let line = Lines::new(given).place(problem.span.range().start).line;
            return Err(format!("`given`, line {line}: {}: {} {}", problem.kind.word(), problem.found, problem.expected));
        }
    }
    let before = example.before.as_ref().map(|before| store.memory("before.yaml", before.as_str()));
    let earlier = before.map(|file| Arc::new(lint::earlier(&store, &[file], "before").0));
    let file = store.memory("example.yaml", text);
    let lines = Lines::new(text);
    let mut said: Vec<Said> = Vec::new();
    for language in languages(rules) {
        let terms = Terms { earlier: earlier.clone(), ..Terms::new(example.as_of, language) };
        let linted = lint::run(&store, &[file], registers.clone(), rules, &terms, &|| ());
        for (at, finding) in linted.judged.findings.iter().enumerate() {
            if finding.message.contains('{') || finding.message.is_empty() || finding.who.is_empty() {
                return Err(format!("an unfinished message: {finding:?}"));
            }
            let words = format!("{} [{}]", finding.message, finding.confidence.word());
            match said.get_mut(at) {
                Some((_, before)) => before.push_str(&format!(" / {words}")),
                None => said.push((lines.place(finding.span.range().start).line, words)),
            }
        }
    }
    Ok(said)
}

/// The languages in which every rule has its words.
fn languages(rules: &RuleSet) -> Vec<&'static str> {
    let has = |rule: &Rule, language: &str| match language {
        "vi" => rule.message.words.vi.is_some(),
        "ar" => rule.message.words.ar.is_some(),
        _ => rule.message.words.en.is_some(),
    };
    let all = ["vi", "en", "ar"].into_iter().filter(|language| rules.rules.values().all(|rule| has(rule, language)));
    let all: Vec<&str> = all.collect();
    if all.is_empty() { vec!["en"] } else { all }
}
