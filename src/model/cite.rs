//! Citations as a catalogue repeats them: each wording is read once.

use std::{cell::RefCell, collections::BTreeMap, sync::Arc};

use xxhash_rust::xxh3::xxh3_64;

use crate::{citation::Citation, model::read::Wording};

/// How many wordings are kept on each thread. A whole country's catalogue cites some thousand texts.
const MOST: usize = 8_192;

/// The longest wording that is kept, in bytes.
const LONGEST: usize = 160;

thread_local! {
    /// What was read so far, by the hash of its wording: numbers are found sooner than words that begin alike.
    static READ: RefCell<BTreeMap<u64, Arc<Wording>>> = RefCell::default();
}

/// `words`, with the citation that they hold if they hold one.
pub(super) fn read(words: &str) -> Arc<Wording> {
    READ.with_borrow_mut(|read| {
        let hash = xxh3_64(words.as_bytes());
        if let Some(known) = read.get(&hash).filter(|known| known.words == words) {
            return known.clone();
        }
        let wording = Arc::new(Wording { citation: Citation::read(words), words: words.to_owned() });
        if read.len() < MOST && words.len() <= LONGEST {
            read.insert(hash, wording.clone());
        }
        wording
    })
}
