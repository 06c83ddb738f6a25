//! Answers to questions that many procedures ask in the same words: each is found once.

use std::{
    collections::BTreeMap,
    sync::{PoisonError, RwLock},
};

/// How many answers are kept, and how long a question may be, in bytes: beyond, what is asked is found anew.
const MOST: usize = 65_536;
const LONGEST: usize = 512;

/// Answers by their questions.
pub(super) struct Memo<T>(RwLock<BTreeMap<String, T>>);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

impl<T: Clone> Memo<T> {
    /// The answer to `question`, which `find` finds where it was not asked before.
    pub(super) fn of(&self, question: &str, find: impl FnOnce() -> T) -> T {
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(question) {
            return known.clone();
        }
        let answer = find();
        let mut answers = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if answers.len() < MOST && question.len() <= LONGEST {
            answers.insert(question.to_owned(), answer.clone());
        }
        answer
    }
}
