//! Finding fixed phrases in folded words.

use super::name::stands_alone;

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
