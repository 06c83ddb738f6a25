//! What a procedure's title names, without the words that tell one variant of it from another.

use std::sync::LazyLock;

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

/// Whether `word` turns the sense of a title round.
pub fn is_negation(word: &str) -> bool {
    PHRASES.negations.contains(&word)
}

/// The longest of `phrases` at the head of `words`, and what follows it; nothing where nothing would be left.
fn longest<'p>(words: &str, phrases: impl Iterator<Item = &'p str>) -> Option<(&'p str, String)> {
    let fits = phrases.filter_map(|phrase| {
        let rest = words.strip_prefix(text::plain(phrase).as_str())?.strip_prefix(' ')?;
        Some((phrase, rest.to_owned()))
    });
    fits.max_by_key(|(phrase, _)| phrase.len())
}

/// Cuts `phrase` out of `words`, wherever it stands as whole words; whether it was there.
fn cut(words: &mut String, phrase: &str) -> bool {
    let padded = format!(" {words} ");
    let without = padded.replace(&format!(" {} ", text::plain(phrase)), " ");
    let found = without.len() != padded.len();
    if found {
        *words = without.trim().to_owned();
    }
    found
}
