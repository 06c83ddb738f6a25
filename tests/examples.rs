//! Every example in every rule file, as a test of its own; and each rule with its condition turned round or taken away, which its
//! examples must notice.

use libtest_mimic::{Arguments, Failed, Trial};
use redtape::{
    example, files,
    rule::{Example, RuleSet},
};

fn main() {
    let mut trials = Vec::new();
    for (path, text) in files::rules() {
        let id = path.trim_end_matches(".yaml").to_owned();
        // A rule that cannot be read has one trial, which says why. That rules have examples, `catalogue.rs` sees to.
        let count = alone(&id, &path, text).map_or(1, |rules| rules.rules.values().map(|rule| rule.examples.len()).sum());
        for at in 0..count {
            let (id, path) = (id.clone(), path.clone());
            trials.push(Trial::test(format!("{id}#{}", at + 1), move || holds(&id, &path, text, at)));
        }
        if count > 0 {
            for (name, question) in [("turned round", "!(…)"), ("taken away", "size(run.language) > 0")] {
                let (id, path) = (id.clone(), path.clone());
                trials.push(Trial::test(format!("{id} notices its condition {name}"), move || notices(&id, &path, text, question)));
            }
        }
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

/// The rule by itself.
fn alone(id: &str, path: &str, text: &str) -> Result<RuleSet, Failed> {
    let mut rules = RuleSet::default();
    let read = rules.add(id, path, text);
    read.map_err(|errors| errors.iter().map(|error| format!("{error}\n")).collect::<String>())?;
    Ok(rules)
}

/// Whether the examples fail once the rule asks another question; `…` stands for its own.
fn notices(id: &str, path: &str, text: &str, question: &str) -> Result<(), Failed> {
    let own = alone(id, path, text)?.rules.values().map(|rule| rule.when_words.trim().to_owned()).collect::<String>();
    let mut lines = text.lines();
    let mut changed = String::new();
    for line in lines.by_ref() {
        if line.starts_with("  when:") {
            changed.push_str(&format!("  when: >-\n    {}\n", question.replace('…', &own.replace('\n', " "))));
            break;
        }
        changed.push_str(&format!("{line}\n"));
    }
    let rest = lines.skip_while(|line| line.starts_with("   "));
    changed.extend(rest.map(|line| format!("{line}\n")));
    let rules = alone(id, path, &changed)?;
    let examples: Vec<&Example> = rules.rules.values().flat_map(|rule| &rule.examples).collect();
    if examples.iter().any(|one| example::hold(&rules, one).is_err()) { Ok(()) } else { Err("the examples hold all the same".into()) }
}

fn holds(id: &str, path: &str, text: &str, at: usize) -> Result<(), Failed> {
    let rules = alone(id, path, text)?;
    let example = rules.rules.values().flat_map(|rule| &rule.examples).nth(at).ok_or("no example")?;
    example::hold(&rules, example).map_err(Failed::from)
}
