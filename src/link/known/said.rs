//! Lengths of time, law, names of components and what is wrong with a file, in the language of the run.

use rust_decimal::Decimal;

use crate::{
    citation::Citation,
    date::Date,
    link::{InstrumentUse, World, chain::Length},
    locale::Locale,
    problem::{Kind, Problem},
};

/// A length of time, written `5 working days`, in `language`; other words stay as they are.
pub(super) fn duration(written: &str, language: &str) -> String {
    Locale::of(language).length(written)
}

/// A length put together of several, one for each kind of time.
pub(super) fn lengths(length: Length, language: &str) -> String {
    commas(&length.written().iter().map(|one| duration(one, language)).collect::<Vec<_>>(), language)
}

/// A whole number with its thousands parted as the language parts them.
pub(super) fn whole(number: Decimal, language: &str) -> String {
    Locale::of(language).decimal(number, 0)
}

/// The words for `name`, one of a closed list of names, in `language`; the name itself where there are none.
pub(super) fn word(list: &str, name: &str, language: &str) -> String {
    let key = format!("{list}.{name}");
    match Locale::of(language).say(&key) {
        unknown if unknown == key => name.to_owned(),
        words => words.to_owned(),
    }
}

/// A number with a fraction, as `language` writes it.
pub(super) fn decimal(number: Decimal, language: &str) -> String {
    Locale::of(language).decimal(number, number.scale())
}

/// The words under `key`, with `what` filled in.
pub(super) fn filled(key: &str, what: &str, language: &str) -> String {
    Locale::of(language).say(key).replace("{what}", what)
}

/// The words under `key` for that many things.
pub(super) fn count(key: &str, n: usize, language: &str) -> String {
    Locale::of(language).count(key, n)
}

/// Some things one behind the other, with the comma of the language.
pub(super) fn commas<W: AsRef<str>>(parts: &[W], language: &str) -> String {
    Locale::of(language).commas(parts)
}

/// The same with semicolons, for parts that hold commas of their own.
pub(super) fn semicolons(parts: &[String], language: &str) -> String {
    Locale::of(language).semicolons(parts)
}

/// A day as people write it.
pub(super) fn date(day: Date, language: &str) -> String {
    Locale::of(language).date(day)
}

/// The first three of `names`, and how many more there are.
pub(super) fn first(names: &[String], language: &str) -> Vec<String> {
    first_of(names, names.len(), language)
}

/// The same of `many` names, of which only the first are told.
pub(super) fn first_of(names: &[String], many: usize, language: &str) -> Vec<String> {
    let more = many.saturating_sub(3);
    let rest = (more > 0).then(|| count("more", more, language));
    names.iter().take(3).cloned().chain(rest).collect()
}

/// A provision as lawyers write it, with the kind of its text.
pub(super) fn law(cite: &Citation, world: &World) -> String {
    world.registers.said(cite, &world.language)
}

/// Provisions as lawyers write them, each once.
pub(super) fn laws<'c>(cites: impl IntoIterator<Item = &'c Citation>, world: &World) -> Vec<String> {
    let mut said: Vec<String> = cites.into_iter().map(|cite| law(cite, world)).collect();
    said.dedup();
    said
}

/// An instrument as lawyers write it: its kind, where its letters or the registers tell it, and its number.
pub(super) fn instrument(number: &str, world: &World) -> String {
    world.registers.cited(number, &world.language)
}

/// Since when an instrument holds no longer, and by what; or from when on it does.
pub(super) fn force(one: &InstrumentUse, world: &World) -> String {
    let language = world.language.as_str();
    let day = |day: &Date| date(*day, language);
    match (one.state, &one.text.ended, &one.text.begins) {
        ("ended", Some(end), _) => {
            let by = one.text.ended_by.as_deref().map_or_else(String::new, |by| filled("force.by", &instrument(by, world), language));
            filled("force.ended", &day(end), language) + &by
        }
        (_, _, Some(begin)) => filled("force.begins", &day(begin), language),
        _ => String::new(),
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
    problem.near.as_ref().map_or_else(String::new, |near| Locale::of(language).filled("hint", &[("near", near)]))
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
