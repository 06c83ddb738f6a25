//! Finding fixed phrases in folded words.

use aho_corasick::{AhoCorasick, AhoCorasickKind, BuildError};

use super::name::stands_alone;

/// Many phrases, looked for in one pass.
pub(super) struct Set {
    /// Nothing is found without one: the phrases are ours and few, so building it does not fail.
    finder: Result<AhoCorasick, BuildError>,
}

impl Set {
    /// The set of `phrases`.
    pub(super) fn new(phrases: &[&str]) -> Self {
        // The quickest kind to build: a run asks a few thousand titles, and building a table for them takes longer than that.
        Self { finder: AhoCorasick::builder().kind(Some(AhoCorasickKind::NoncontiguousNFA)).build(phrases) }
    }

    /// Every place where a phrase stands as whole words, with its number; by its beginning, the longer first.
    pub(super) fn all(&self, folded: &str) -> Vec<(usize, usize, usize)> {
        let Ok(finder) = &self.finder else { return Vec::new() };
        let hits = finder.find_overlapping_iter(folded).map(|hit| (hit.start(), hit.end(), hit.pattern().as_usize()));
        let mut hits: Vec<_> = hits.filter(|(start, end, _)| stands_alone(folded, *start, *end)).collect();
        hits.sort_by_key(|(start, end, _)| (*start, usize::MAX - *end));
        hits
    }

    /// The first place where a phrase stands as whole words; of two at one place the longer.
    pub(super) fn first(&self, folded: &str) -> Option<(usize, usize)> {
        self.all(folded).first().map(|(start, end, _)| (*start, *end))
    }

    /// Whether a phrase stands in `folded` as whole words.
    pub(super) fn is_in(&self, folded: &str) -> bool {
        let hit = |finder: &AhoCorasick| finder.find_overlapping_iter(folded).any(|hit| stands_alone(folded, hit.start(), hit.end()));
        self.finder.as_ref().is_ok_and(hit)
    }
}

/// The first place where one of `phrases` stands as whole words; of two at one place the longer.
pub(super) fn first(folded: &str, phrases: &[&str]) -> Option<(usize, usize)> {
    let places = phrases.iter().filter_map(|phrase| places(folded, phrase).next().map(|start| (start, start + phrase.len())));
    places.min_by_key(|(start, end)| (*start, usize::MAX - *end))
}

/// Every place where `phrase` stands as whole words.
pub(super) fn places<'a>(folded: &'a str, phrase: &'a str) -> impl Iterator<Item = usize> + 'a {
    let all = folded.match_indices(phrase).map(|(start, _)| start);
    all.filter(move |start| stands_alone(folded, *start, start + phrase.len()))
}

/// Whether one of `phrases` stands in `folded` as whole words.
pub(super) fn holds(folded: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| places(folded, phrase).next().is_some())
}

/// The longest of `phrases` with which `folded` begins as whole words.
pub(super) fn head<'p>(folded: &str, phrases: &[&'p str]) -> Option<&'p str> {
    let begins = |phrase: &&&str| folded.starts_with(**phrase) && stands_alone(folded, 0, phrase.len());
    phrases.iter().filter(begins).max_by_key(|phrase| phrase.len()).copied()
}

/// The longest of `phrases` with which `folded` ends as whole words.
pub(super) fn tail<'p>(folded: &str, phrases: &[&'p str]) -> Option<&'p str> {
    let ends = |phrase: &&&str| folded.ends_with(**phrase) && stands_alone(folded, folded.len() - phrase.len(), folded.len());
    phrases.iter().filter(ends).max_by_key(|phrase| phrase.len()).copied()
}

/// The last `count` words of `folded`, if there are any.
pub(super) fn last_words(folded: &str, count: usize) -> Option<&str> {
    let folded = folded.trim_end();
    let starts = folded.rmatch_indices(' ').map(|(at, _)| at + 1).chain([0]);
    starts.take(count).last().map(|at| &folded[at..])
}
