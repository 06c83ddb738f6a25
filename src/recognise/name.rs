//! The names of papers, and where they stand in a row.

use aho_corasick::{AhoCorasick, AhoCorasickKind, BuildError};

use super::{script, words};

/// How far apart two parts of a name with a gap may stand, in bytes.
const GAP: usize = 130;

/// One place where a row names a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mention {
    /// The place of its type in the lexicon.
    pub(super) entry: usize,
    /// Where the name begins.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
}

/// All names, found in one pass.
pub(super) struct Names {
    finder: Result<AhoCorasick, BuildError>,
    /// What each pattern of the finder stands for.
    parts: Vec<Part>,
    /// The parts that follow the first, for each name with a gap.
    tails: Vec<Vec<String>>,
}

/// What one pattern stands for; without an entry, a paper that no register knows and whose name holds a known one.
#[derive(Clone, Copy)]
struct Part {
    entry: Option<usize>,
    tail: Option<usize>,
}

impl Names {
    /// The names of `entries`: pairs of a type's place and a name, in which `…` stands for a gap.
    pub(super) fn new<'a>(entries: impl IntoIterator<Item = (usize, &'a str)>) -> Self {
        let (mut patterns, mut parts, mut tails) = (Vec::new(), Vec::new(), Vec::new());
        let known = entries.into_iter().map(|(entry, name)| (Some(entry), name));
        let others = words::list("not-names").into_iter().map(|name| (None, name));
        for (entry, name) in others.chain(known) {
            let folded = script::Script::new(name).folded;
            let mut pieces = folded.split('…').map(str::trim).filter(|piece| !piece.is_empty()).map(str::to_owned);
            let Some(first) = pieces.next() else { continue };
            let rest: Vec<String> = pieces.collect();
            let tail = (!rest.is_empty()).then_some(tails.len());
            if tail.is_some() {
                tails.push(rest);
            }
            patterns.push(first);
            parts.push(Part { entry, tail });
        }
        // Too many names for the automaton is not possible with a register of a few thousand lines; without one nothing is found.
        // A full table would be searched a little faster and takes as long to build as some thousand titles take to read.
        let finder = AhoCorasick::builder().kind(Some(AhoCorasickKind::ContiguousNFA)).build(&patterns);
        Self { finder, parts, tails }
    }

    /// The names in `folded`, from left to right, none inside another; of two that begin together the longer.
    pub(super) fn find(&self, folded: &str) -> Vec<Mention> {
        let (mut kept, mut done) = (Vec::new(), 0);
        for (entry, start, end) in self.places(folded) {
            if start < done {
                continue;
            }
            done = end;
            kept.extend(entry.map(|entry| Mention { entry, start, end }));
        }
        kept
    }

    /// Every name in `folded`, also those inside others, by their beginning and the longer first.
    pub(super) fn all(&self, folded: &str) -> Vec<Mention> {
        let known = |(entry, start, end): (Option<usize>, usize, usize)| entry.map(|entry| Mention { entry, start, end });
        self.places(folded).into_iter().filter_map(known).collect()
    }

    /// Every name in `folded`, known or not, in that order.
    fn places(&self, folded: &str) -> Vec<(Option<usize>, usize, usize)> {
        let Ok(finder) = &self.finder else { return Vec::new() };
        let mut found: Vec<_> = finder
            .find_overlapping_iter(folded)
            .filter(|hit| stands_alone(folded, hit.start(), hit.end()))
            .filter_map(|hit| {
                let part = self.parts[hit.pattern().as_usize()];
                let end = match part.tail {
                    None => hit.end(),
                    Some(tail) => follow(folded, hit.end(), &self.tails[tail])?,
                };
                Some((part.entry, hit.start(), end))
            })
            .collect();
        found.sort_by_key(|(entry, start, end)| (*start, usize::MAX - *end, *entry));
        found
    }
}

/// Where the last of `pieces` ends, if all follow `from` closely in the same sentence.
fn follow(folded: &str, from: usize, pieces: &[String]) -> Option<usize> {
    let mut at = from;
    for piece in pieces {
        let rest = folded.get(at..)?;
        let (offset, _) =
            rest.match_indices(piece.as_str()).find(|(offset, _)| stands_alone(folded, at + offset, at + offset + piece.len()))?;
        let between = &rest[..offset];
        if offset > GAP || between.contains(';') || between.contains(". ") || between.contains(':') {
            return None;
        }
        at += offset + piece.len();
    }
    Some(at)
}

/// Whether no letter or digit touches the bytes from `start` to `end`.
pub(super) fn stands_alone(folded: &str, start: usize, end: usize) -> bool {
    let before = folded[..start].chars().next_back();
    let after = folded[end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}
