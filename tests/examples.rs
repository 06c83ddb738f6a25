//! Every example in every rule file, as a test of its own; and each rule with its condition turned round or taken away, which its
//! examples must notice.

use libtest_mimic::{Arguments, Failed, Trial};
use redtape::{
    date::Date,
    files::{self, Store},
    link::Terms,
    lint,
    register::Registers,
    rule::{Example, RuleSet},
    span::Lines,
};

const MARK: &str = "#~";

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
    let fails = |example: &&Example| {
        let texts = [Some(&example.bad), Some(&example.good), example.near.as_ref()];
        texts.into_iter().flatten().any(|text| expect(text, &rules, example).is_err())
    };
    if examples.iter().any(fails) { Ok(()) } else { Err("the examples hold all the same".into()) }
}

fn holds(id: &str, path: &str, text: &str, at: usize) -> Result<(), Failed> {
    let rules = alone(id, path, text)?;
    let example = rules.rules.values().flat_map(|rule| &rule.examples).nth(at).ok_or("no example")?;
    if !example.bad.contains(MARK) {
        return Err(format!("the bad side marks no line with {MARK}").into());
    }
    expect(&example.bad, &rules, example)?;
    expect(&example.good, &rules, example)?;
    example.near.iter().try_for_each(|near| expect(near, &rules, example))
}

/// Each marked line is spoken on, in words of the mark, and no other.
fn expect(text: &str, rules: &RuleSet, example: &Example) -> Result<(), Failed> {
    let mut marks: Vec<(usize, &str)> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        marks.extend(line.split(MARK).skip(1).map(|words| (at + 1, words.trim())));
    }
    let found = found(text, rules, example.given.as_deref(), example.as_of)?;
    let met =
        marks.len() == found.len() && marks.iter().zip(&found).all(|((line, words), (at, message))| line == at && message.contains(words));
    if met { Ok(()) } else { Err(format!("marked {marks:?}\nfound  {found:?}\nin\n{text}").into()) }
}

/// Line and words of each finding, in order; the words in both languages.
fn found(text: &str, rules: &RuleSet, given: Option<&str>, day: Date) -> Result<Vec<(usize, String)>, Failed> {
    let mut store = Store::default();
    let mut registers = Registers::default();
    if let Some(given) = given {
        let file = store.memory("given.yaml", given);
        let problems: Vec<_> = lint::add_register(&mut registers, &store, file).into_iter().filter(|one| one.found != "source").collect();
        if !problems.is_empty() {
            return Err(format!("the registers given are wrong: {problems:?}").into());
        }
    }
    let file = store.memory("example.yaml", text);
    let lines = Lines::new(text);
    let mut said: Vec<(usize, String)> = Vec::new();
    for language in ["vi", "en"] {
        let terms = Terms::new(day, language);
        let linted = lint::run(&store, &[file], registers.clone(), rules, &terms, &|| ());
        for (at, finding) in linted.judged.findings.iter().enumerate() {
            let line = lines.place(finding.span.range().start).line;
            if finding.message.contains('{') || finding.message.is_empty() || finding.who.is_empty() {
                return Err(format!("an unfinished message: {finding:?}").into());
            }
            match said.get_mut(at) {
                Some((_, words)) => words.push_str(&format!(" / {} [{}]", finding.message, finding.confidence.word())),
                None => said.push((line, format!("{} [{}]", finding.message, finding.confidence.word()))),
            }
        }
    }
    Ok(said)
}
