//! What a procedure's title names, without the words that tell one variant of it from another.

use std::{collections::BTreeSet, sync::LazyLock};

use crate::{recognise::words, text};

/// A title, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stem {
    /// What is left: small letters, single blanks, no marks.
    pub words: String,
    /// What the words at its head say is done: `new`, `again`, `longer`, `otherwise`; empty where none says it.
    pub act: &'static str,
    /// Those words.
    pub verb: &'static str,
    /// Whether it names a level.
    pub level: bool,
    /// The cases it names.
    pub cases: Vec<&'static str>,
}

/// The phrases by which a title is taken apart.
struct Phrases {
    empty: Vec<&'static str>,
    acts: Vec<(&'static str, &'static str)>,
    levels: Vec<&'static str>,
    cases: Vec<&'static str>,
    negations: Vec<&'static str>,
    places: Vec<&'static str>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let acts = ["new", "again", "longer", "otherwise"].into_iter();
    let acts = acts.zip(["title-new", "title-again", "title-longer", "title-otherwise"]);
    let acts = acts.flat_map(|(act, section)| words::list(section).into_iter().map(move |phrase| (act, phrase)));
    Phrases {
        empty: words::list("title-empty"),
        acts: acts.collect(),
        levels: words::list("title-level"),
        cases: words::list("title-case"),
        negations: words::list("title-negation"),
        places: words::list("title-place"),
    }
});

/// `title` taken apart; of several phrases that fit at one place the longest is taken.
pub fn stem(title: &str) -> Stem {
    let mut rest = text::plain(title);
    let phrases = &*PHRASES;
    while let Some(left) = longest(&rest, phrases.empty.iter().copied()) {
        rest = left.1;
    }
    let act = longest(&rest, phrases.acts.iter().map(|(_, phrase)| *phrase));
    let act = act.map(|(phrase, left)| {
        rest = left;
        let act = phrases.acts.iter().find(|(_, known)| *known == phrase).map_or("", |(act, _)| *act);
        (act, phrase)
    });
    let (act, verb) = act.unwrap_or_default();
    let mut stem = Stem { act, verb, ..Stem::default() };
    for level in &phrases.levels {
        stem.level |= cut(&mut rest, level);
    }
    for case in &phrases.cases {
        if cut(&mut rest, case) {
            stem.cases.push(case);
        }
    }
    stem.words = rest;
    stem
}

/// What `title` is about wherever it is settled: without the level and without the names of `provinces`, given as slugs.
pub fn subject(title: &str, provinces: &BTreeSet<&str>) -> String {
    let phrases = &*PHRASES;
    let mut rest = text::plain(title);
    while let Some(left) = longest(&rest, phrases.empty.iter().copied()) {
        rest = left.1;
    }
    for level in &phrases.levels {
        cut(&mut rest, level);
    }
    let words: Vec<&str> = rest.split(' ').collect();
    let mut kept: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let name = (1..=LONGEST_NAME.min(words.len() - at))
            .rev()
            .find(|many| provinces.contains(text::slug(&words[at..at + many].join(" ")).as_str()));
        match name {
            Some(many) => {
                drop_place(&mut kept);
                at += many;
            }
            None => {
                kept.push(words[at]);
                at += 1;
            }
        }
    }
    kept.join(" ")
}

/// How many words the name of a province has at most.
const LONGEST_NAME: usize = 5;

/// Takes from the end of `kept` the words that stand before the name of a province.
fn drop_place(kept: &mut Vec<&str>) {
    while let Some(phrase) = PHRASES.places.iter().find(|phrase| kept.join(" ").ends_with(**phrase)) {
        kept.truncate(kept.len().saturating_sub(phrase.split(' ').count()));
    }
}

/// Whether `word` turns the sense of a title round.
pub fn is_negation(word: &str) -> bool {
    PHRASES.negations.contains(&word)
}

/// The longest of `phrases` at the head of `words`, and what follows it; nothing where nothing would be left.
fn longest<'p>(words: &str, phrases: impl Iterator<Item = &'p str>) -> Option<(&'p str, String)> {
    let fits = phrases.filter_map(|phrase| {
        let rest = words.strip_prefix(phrase)?.strip_prefix(' ')?;
        Some((phrase, rest.to_owned()))
    });
    fits.max_by_key(|(phrase, _)| phrase.len())
}

/// Cuts `phrase` out of `words`, wherever it stands as whole words; whether it was there.
fn cut(words: &mut String, phrase: &str) -> bool {
    if !words.contains(phrase) {
        return false;
    }
    let padded = format!(" {words} ");
    let without = padded.replace(&format!(" {phrase} "), " ");
    let found = without.len() != padded.len();
    if found {
        *words = without.trim().to_owned();
    }
    found
}
