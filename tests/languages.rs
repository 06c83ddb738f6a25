//! Every language has all the words that the renderer looks up; the rules' own words are `tests/catalogue.rs`'s.

use std::{collections::BTreeSet, fs, path::Path};

use redtape::{confidence::Confidence, locale::Locale, rule::Severity};

/// Whoever a finding can name as able to act.
const ACTORS: [&str; 9] =
    ["agency", "commune", "province", "peoples-council", "ministry", "prime-minister", "government", "national-assembly", "unknown"];

/// The blanks of some words: `{document.title}`, `{n}`.
fn blanks(words: &str) -> BTreeSet<&str> {
    words.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
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
    let edits = redtape::edit::EDITS.iter().map(|(name, _)| format!("edit.{name}"));
    let refusals = redtape::simplify::Refusal::ALL.map(|why| format!("refusal.{}", why.word()));
    let mut keys: Vec<String> = severities.into_iter().chain(confidences).chain(actors).chain(edits).chain(refusals).collect();
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
