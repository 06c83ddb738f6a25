//! What every rule keeps to, beside its examples: names, words, bases, ranks and numbers.

use std::{collections::BTreeSet, fs, path::Path};

use redtape::{
    edit,
    files::{self, Store},
    link::{Each, Type, Word, words},
    lint,
    locale::Locale,
    model::Words,
    problem::Kind,
    register::Registers,
    rule::{Rule, RuleSet, Sureness},
};

/// The rules that no text can show: what is wrong lies on the disk, or in the bytes. `tests/reading.rs` shows them.
const SHOWN_ELSEWHERE: [&str; 2] = ["format/unreadable-file", "format/not-utf-8"];

#[test]
fn every_kind_of_problem_has_its_rule() {
    let rules = rules();
    let missing: Vec<_> = Kind::ALL
        .iter()
        .filter(|kind| {
            let rule = rules.rules.get(&format!("format/{}", kind.word()));
            rule.is_none_or(|rule| rule.each != Each::Problem || !rule.when_words.contains(&format!("'{}'", kind.word())))
        })
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_rule_about_problems_answers_one_kind_of_them() {
    let kinds: Vec<String> = Kind::ALL.iter().map(|kind| format!("format/{}", kind.word())).collect();
    none("is about no kind of problem", |rule| rule.each == Each::Problem && !kinds.contains(&rule.id));
}

/// What a rule asks must not depend on who reads: no question and no confidence rests on words that are put into the reader's language.
#[test]
fn no_question_rests_on_words_of_the_readers_language() {
    let spoken = |name: &str| {
        let fact = name.rsplit('.').next().unwrap_or_default();
        let said = ["title", "text", "label"].contains(&fact) || fact.ends_with("_said") || fact.ends_with("_title");
        said && !fact.starts_with("published_")
    };
    none("asks for words in the reader's language", |rule| {
        let asked = match &rule.sureness {
            Sureness::Always(_) => &[][..],
            Sureness::Asked(value) => value.words(),
        };
        let used = |word: &Word| word.kind == Type::Text && (rule.when.words().contains(&word.at) || asked.contains(&word.at));
        words(rule.each).iter().any(|(name, word)| spoken(name) && used(word))
    });
}

#[test]
fn every_rule_is_called_by_its_path() {
    // The loader refuses any other; here it is held against the files as they lie on the disk.
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/rules"));
    for rule in rules().rules.values() {
        let text = fs::read_to_string(root.join(format!("{}.yaml", rule.id))).unwrap_or_default();
        assert!(text.starts_with(&format!("id: {}\n", rule.id)), "{}", rule.id);
    }
}

#[test]
fn a_title_is_short_and_no_sentence() {
    none("has a title longer than 72 characters, or with a full stop", |rule| {
        said(&rule.title).iter().any(|title| title.chars().count() > 72 || title.ends_with(['.', '!', '?']) || title.contains('\n'))
    });
}

#[test]
fn all_words_are_there_in_all_languages_and_differ() {
    none("lacks words, or has the same in two languages", |rule| {
        [&rule.title, &rule.rationale, &rule.message.words, &rule.advice.words].iter().any(|words| {
            let (Some(en), Some(vi), Some(ar)) = (&words.en, &words.vi, &words.ar) else { return true };
            [en, vi, ar].iter().any(|said| said.trim().is_empty()) || en == vi || !ar.contains(|c| ('\u{0620}'..='\u{064a}').contains(&c))
        })
    });
}

#[test]
fn a_message_begins_without_a_capital_and_ends_without_a_full_stop() {
    none("has a message with a capital at its start or a full stop at its end", |rule| {
        let wrong = |said: &&str| said.starts_with(char::is_uppercase) || said.ends_with(['.', '!', ' ']) || said.contains('\n');
        said(&rule.message.words).iter().any(wrong)
    });
}

#[test]
fn the_blanks_of_a_rule_are_the_same_in_each_language() {
    none("has a blank in one language only", |rule| {
        [&rule.message.words, &rule.advice.words].into_iter().any(|words| {
            let blanks: Vec<BTreeSet<&str>> = said(words).into_iter().map(blanks).collect();
            blanks.windows(2).any(|pair| pair[0] != pair[1])
        })
    });
}

/// The blanks of some words: `document.title` of “{document.title}”.
fn blanks(words: &str) -> BTreeSet<&str> {
    words.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

#[test]
fn a_recommendation_and_a_rationale_are_whole_sentences() {
    none("has a recommendation or a rationale without a full stop at its end", |rule| {
        let sentences = said(&rule.advice.words).into_iter().chain(said(&rule.rationale));
        sentences.into_iter().any(|said| !said.trim_end().ends_with('.'))
    });
    none("has a recommendation that begins with a small letter", |rule| {
        said(&rule.advice.words).iter().any(|said| said.starts_with(char::is_lowercase))
    });
}

#[test]
fn a_rule_outranks_only_rules_of_its_own_subject_and_aspect() {
    let rules = rules();
    let mut wrong = Vec::new();
    for rule in rules.rules.values() {
        for other in &rule.outranks {
            let fits = rules.rules.get(other).is_some_and(|other| {
                other.each == rule.each && other.aspect.is_some() && other.aspect == rule.aspect && !other.outranks.contains(&rule.id)
            });
            if !fits {
                wrong.push(format!("{} outranks {other}", rule.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_basis_is_held_by_the_registers() {
    let registers = registers();
    let unknown = rules().unknown_bases(|cite| registers.knows(cite));
    assert!(unknown.is_empty(), "{unknown:#?}");
}

#[test]
fn a_rule_that_is_mandatory_is_about_the_file_and_not_about_the_law() {
    none("is mandatory and rests on the law", |rule| rule.mandatory && !rule.basis.is_empty());
}

#[test]
fn every_edit_is_known() {
    none("asks for an edit that is not known", |rule| {
        rule.edit.as_ref().is_some_and(|edit| !edit::EDITS.iter().any(|(name, _)| name == edit))
    });
}

#[test]
fn every_rule_shows_what_it_says() {
    none("has no example", |rule| rule.examples.is_empty() != SHOWN_ELSEWHERE.contains(&rule.id.as_str()));
}

#[test]
fn what_is_said_of_a_file_has_words_in_every_language() {
    let mut phrases = Vec::new();
    let schema: serde_json::Value = serde_json::from_str(redtape::schema::Kind::Procedure.text()).expect("the schema is JSON");
    descriptions(&schema, &mut phrases);
    let source = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/yaml/fault.rs")).expect("the file is there");
    let reasons = source.split_once("fn reason").map_or("", |(_, reasons)| reasons);
    phrases.extend(literals(reasons));
    assert!(phrases.len() > 60, "{phrases:?}");
    for locale in Locale::codes().filter(|code| *code != "en").map(Locale::of) {
        let without: Vec<&String> = phrases.iter().filter(|phrase| locale.phrase(phrase) == **phrase).collect();
        assert!(without.is_empty(), "{}: {without:#?}", locale.code);
    }
}

/// What the schema says of every value that can be wrong in more than its shape, and of every key that must be there.
fn descriptions(schema: &serde_json::Value, found: &mut Vec<String>) {
    const LIMITS: [&str; 6] = ["pattern", "minLength", "minimum", "maximum", "minItems", "minProperties"];
    let says =
        |rule: &serde_json::Value| rule.get("description").and_then(|says| says.as_str()).map(|says| says.trim_end_matches('.').to_owned());
    if LIMITS.iter().any(|limit| schema.get(limit).is_some()) {
        found.extend(says(schema));
    }
    let required = schema.get("required").and_then(|keys| keys.as_array()).into_iter().flatten();
    found.extend(required.filter_map(|key| says(schema.get("properties")?.get(key.as_str()?)?)));
    schema.as_object().into_iter().flat_map(|map| map.values()).for_each(|inner| descriptions(inner, found));
    schema.as_array().into_iter().flatten().for_each(|inner| descriptions(inner, found));
}

/// The words in quotation marks of a piece of Rust.
fn literals(source: &str) -> Vec<String> {
    let hidden = source.replace("\\\"", "\u{1}");
    hidden.split('"').skip(1).step_by(2).map(|words| words.replace('\u{1}', "\"")).collect()
}

/// Fails with the names of all rules of which `wrong` holds.
fn none(says: &str, wrong: impl Fn(&Rule) -> bool) {
    let rules = rules();
    let found: Vec<&String> = rules.rules.values().filter(|rule| wrong(rule)).map(|rule| &rule.id).collect();
    assert!(found.is_empty(), "{says}: {found:#?}");
}

fn said(words: &Words) -> Vec<&str> {
    [&words.en, &words.vi, &words.ar].into_iter().flatten().map(String::as_str).collect()
}

fn rules() -> RuleSet {
    let mut rules = RuleSet::default();
    for (path, text) in files::rules() {
        if let Err(errors) = rules.add(path.trim_end_matches(".yaml"), &path, text) {
            panic!("{}", errors.iter().map(|error| format!("{error}\n")).collect::<String>());
        }
    }
    rules
}

fn registers() -> Registers {
    let mut store = Store::default();
    let mut registers = Registers::default();
    for (path, text) in files::registers() {
        let file = store.embedded(path, text);
        lint::add_register(&mut registers, &store, file);
    }
    registers
}
