//! Which things of two versions are the same: by the surest sign first, each at most once.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A sign by which a thing is known again; nothing where it bears no such sign.
pub(super) type Sign<'s, T> = &'s dyn Fn(&T) -> Option<String>;

/// Two lists held against each other: the places of what is the same, of what is gone, and of what is new.
#[derive(Debug, Default)]
pub(super) struct Matched {
    /// The same things: the place before, and the place now.
    pub same: Vec<(usize, usize)>,
    /// What is no longer there.
    pub gone: Vec<usize>,
    /// What was not there.
    pub new: Vec<usize>,
}

/// The things of `old` and `new` that are the same by one of the `signs`, the surest first.
pub(super) fn matched<T>(old: &[T], new: &[T], signs: &[Sign<'_, T>]) -> Matched {
    let mut gone: Vec<usize> = (0..old.len()).collect();
    let mut fresh: BTreeSet<usize> = (0..new.len()).collect();
    let mut same = Vec::new();
    for sign in signs {
        let mut marked: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
        for is in &fresh {
            if let Some(mark) = new.get(*is).and_then(sign) {
                marked.entry(mark).or_default().push_back(*is);
            }
        }
        gone.retain(|was| {
            let twin = old.get(*was).and_then(sign).and_then(|mark| marked.get_mut(&mark)?.pop_front());
            let Some(is) = twin else { return true };
            fresh.remove(&is);
            same.push((*was, is));
            false
        });
    }
    let fresh = fresh.into_iter().collect();
    same.sort_by_key(|(_, is)| *is);
    Matched { same, gone, new: fresh }
}

/// Whether two texts are so near that one is most likely the other, mended: most of their words are the same.
pub(super) fn is_near(one: &str, other: &str) -> bool {
    let (mine, its): (Vec<&str>, Vec<&str>) = (one.split_whitespace().collect(), other.split_whitespace().collect());
    let shared = mine.iter().filter(|word| its.contains(word)).count();
    let most = mine.len().max(its.len());
    most > 2 && shared * 4 >= most * 3
}

impl Matched {
    /// Joins what is gone with what is new where `is_same` says that the one became the other.
    pub(super) fn join<T>(mut self, old: &[T], new: &[T], is_same: impl Fn(&T, &T) -> bool) -> Self {
        let Self { same, gone, new: fresh } = &mut self;
        gone.retain(|was| {
            let Some(before) = old.get(*was) else { return true };
            let Some(place) = fresh.iter().position(|is| new.get(*is).is_some_and(|now| is_same(before, now))) else { return true };
            same.push((*was, fresh.remove(place)));
            false
        });
        same.sort_by_key(|(_, is)| *is);
        self
    }
}
