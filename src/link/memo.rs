//! Answers to questions that many procedures ask in the same words: each is found once.

use std::{
    collections::BTreeMap,
    sync::{PoisonError, RwLock},
};

use xxhash_rust::xxh3::xxh3_64;

/// How many answers are kept in each part, and how long a question may be, in bytes: beyond, what is asked is found anew.
const MOST: usize = 65_536 / PARTS;
const LONGEST: usize = 512;

/// In how many parts answers are kept, so that threads seldom wait for each other.
const PARTS: usize = 16;

/// Answers by the hash of their questions, each with its question: of two with one hash the second is found anew every time.
type Part<T> = RwLock<BTreeMap<u64, (Box<str>, T)>>;

/// Answers by their questions.
pub(super) struct Memo<T>([Part<T>; PARTS]);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(std::array::from_fn(|_| RwLock::default()))
    }
}

impl<T: Clone> Memo<T> {
    /// The answer to `question`, which `find` finds where it was not asked before.
    pub(super) fn of(&self, question: &str, find: impl FnOnce() -> T) -> T {
        let hash = xxh3_64(question.as_bytes());
        let Some(part) = self.0.get(hash as usize % PARTS) else { return find() };
        if let Some((asked, known)) = part.read().unwrap_or_else(PoisonError::into_inner).get(&hash)
            && **asked == *question
        {
            return known.clone();
        }
        let answer = find();
        let mut answers = part.write().unwrap_or_else(PoisonError::into_inner);
        if answers.len() < MOST && question.len() <= LONGEST {
            answers.entry(hash).or_insert_with(|| (question.into(), answer.clone()));
        }
        answer
    }
}
