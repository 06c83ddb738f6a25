//! Lengths of time, names of components and what is wrong with a file, in the language of the run.

use crate::{
    duration::Duration,
    locale::Locale,
    problem::{Kind, Problem},
};

/// A length of time, written `5 working days`, in `language`; other words stay as they are.
pub(super) fn duration(written: &str, language: &str) -> String {
    let (Some(_), Some((amount, unit))) = (Duration::parse(written), written.split_once(' ')) else {
        return written.to_owned();
    };
    let form = if amount == "1" { "one" } else { "other" };
    let key = format!("unit.{}s.{form}", unit.trim_end_matches('s').replace(' ', "-"));
    match Locale::of(language).say(&key) {
        unknown if unknown == key => written.to_owned(),
        words => format!("{amount} {words}"),
    }
}

/// The components of a publication, by the keys that hold them, in `language`.
pub(super) fn components(keys: &[&str], language: &str) -> Vec<String> {
    let locale = Locale::of(language);
    keys.iter().map(|key| locale.say(&format!("component.{key}")).to_owned()).collect()
}

/// What stands there, or what is wrong, in `language`.
pub(super) fn found(problem: &Problem, language: &str) -> String {
    phrase(problem, &problem.found, language)
}

/// What should stand there, in `language`.
pub(super) fn expected(problem: &Problem, language: &str) -> String {
    let expected = if problem.expected.is_empty() { "what the format allows" } else { &problem.expected };
    phrase(problem, expected, language)
}

/// The question whether another name was meant, ready to stand behind a sentence; empty where none is near.
pub(super) fn hint(problem: &Problem, language: &str) -> String {
    let asked = Locale::of(language).phrase("did you mean");
    problem.near.as_ref().map_or_else(String::new, |near| format!("; {asked} `{near}`?"))
}

/// Some kinds tell in our own words; what others found is the user's and stays as it is.
fn phrase(problem: &Problem, words: &str, language: &str) -> String {
    let locale = Locale::of(language);
    match problem.kind {
        Kind::WrongShape if words != "true or false" => {
            let kinds: Vec<&str> = words.split(" or ").map(|kind| locale.phrase(kind)).collect();
            kinds.join(locale.phrase(" or "))
        }
        _ => locale.phrase(words).to_owned(),
    }
}
