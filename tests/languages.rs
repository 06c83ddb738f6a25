//! Every language says everything: the renderer's words and the rules' own.

use std::{collections::BTreeSet, fs, path::Path};

use redtape::{
    confidence::Confidence,
    files,
    locale::Locale,
    model::Words,
    rule::{Rule, RuleSet, Severity},
};

/// Whoever a finding can name as able to act.
const ACTORS: [&str; 9] =
    ["agency", "commune", "province", "peoples-council", "ministry", "prime-minister", "government", "national-assembly", "unknown"];

fn rules() -> RuleSet {
    let mut rules = RuleSet::default();
    for (path, text) in files::rules() {
        rules.add(path.trim_end_matches(".yaml"), &path, text).expect("a built-in rule can be used");
    }
    rules
}

/// The blanks of some words: `{document.title}`, `{n}`.
fn blanks(words: &str) -> BTreeSet<&str> {
    words.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

/// What `words` say in one language and no other.
fn only<'w>(words: &'w Words, language: &str) -> &'w str {
    let said = match language {
        "en" => &words.en,
        "vi" => &words.vi,
        "ar" => &words.ar,
        other => panic!("the rules cannot be read in {other}"),
    };
    said.as_deref().unwrap_or("").trim()
}

/// Everything a rule says, by the key it stands under.
fn sayings(rule: &Rule) -> [(&'static str, &Words); 4] {
    [("title", &rule.title), ("rationale", &rule.rationale), ("message", &rule.message.words), ("recommendation", &rule.advice.words)]
}

#[test]
fn every_rule_speaks_every_language() {
    let rules = rules();
    let mut missing = Vec::new();
    for rule in rules.rules.values() {
        for language in Locale::codes() {
            let silent = sayings(rule).into_iter().filter(|(_, words)| only(words, language).is_empty());
            missing.extend(silent.map(|(key, _)| format!("{}: no {key} in {language}", rule.id)));
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn a_message_names_the_same_things_in_every_language() {
    let rules = rules();
    let mut differ = Vec::new();
    for rule in rules.rules.values() {
        let named: BTreeSet<_> = Locale::codes().map(|language| blanks(only(&rule.message.words, language))).collect();
        if named.len() > 1 {
            differ.push(format!("{}: {named:?}", rule.id));
        }
    }
    assert_eq!(differ, Vec::<String>::new());
}

#[test]
fn every_language_has_the_same_words_with_the_same_blanks() {
    let english = Locale::of("en");
    // A language may have more forms of a number than English, so the forms are one key.
    let key = |key: &str| key.trim_end_matches(".one").trim_end_matches(".other").to_owned();
    let keys = |locale: &Locale| locale.keys().map(key).collect::<BTreeSet<String>>();
    for locale in Locale::codes().map(Locale::of) {
        assert_eq!(keys(locale), keys(english), "{}", locale.code);
        for key in locale.keys().filter(|key| !key.ends_with(".one")) {
            assert_eq!(blanks(locale.say(key)), blanks(english.say(key)), "{key} in {}", locale.code);
        }
    }
}

#[test]
fn every_word_that_is_looked_up_is_there() {
    let severities = Severity::ALL.map(|severity| format!("severity.{}", severity.word()));
    let confidences = Confidence::ALL.map(|confidence| format!("confidence.{}", confidence.word()));
    let actors = ACTORS.map(|actor| format!("who.{actor}"));
    let mut keys: Vec<String> = severities.into_iter().chain(confidences).chain(actors).collect();
    for room in ["src/render", "src/bin/redtape", "src/report"] {
        keys.extend(looked_up(Path::new(room)));
    }
    assert!(keys.len() > 20, "the code looks words up: {keys:?}");
    let words: BTreeSet<&str> = Locale::of("en").keys().collect();
    let there = |key: &String| words.contains(key.as_str()) || words.contains(format!("{key}.other").as_str());
    let missing: Vec<&String> = keys.iter().filter(|key| !there(key)).collect();
    assert_eq!(missing, Vec::<&String>::new());
}

/// The keys written out in calls of `locale.say` and `locale.count` in the files of one folder.
fn looked_up(folder: &Path) -> Vec<String> {
    let mut keys = Vec::new();
    for entry in fs::read_dir(folder).expect("a room can be opened") {
        let path = entry.expect("an entry can be read").path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            let code = fs::read_to_string(&path).expect("a source file can be read");
            for call in ["locale.say(\"", "locale.count(\""] {
                keys.extend(code.split(call).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
            }
        }
    }
    keys
}
