//! Citations as a catalogue repeats them: each wording is read once.

use std::{cell::RefCell, collections::BTreeMap, ops::Deref, sync::Arc};

use xxhash_rust::xxh3::xxh3_64;

use crate::{citation::Citation, span::Span};

/// A citation where it stands; a catalogue repeats the same ones, so the words and what they mean are shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    wording: Arc<Wording>,
    /// Where they stand.
    pub span: Span,
}

/// A citation as written, and as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The words.
    pub words: String,
    /// What they mean, where they could be read.
    pub citation: Option<Citation>,
}

impl Deref for Cited {
    type Target = Wording;

    fn deref(&self) -> &Wording {
        &self.wording
    }
}

impl Cited {
    /// `words`, which stand at `span`.
    pub(super) fn read(words: &str, span: Span) -> Self {
        Self { wording: read(words), span }
    }
}

/// How many wordings are kept on each thread. A whole country's catalogue cites some thousand texts.
const MOST: usize = 8_192;

/// The longest wording that is kept, in bytes.
const LONGEST: usize = 160;

thread_local! {
    /// What was read so far, by the hash of its wording: numbers are found sooner than words that begin alike.
    static READ: RefCell<BTreeMap<u64, Arc<Wording>>> = RefCell::default();
}

/// `words`, with the citation that they hold if they hold one.
fn read(words: &str) -> Arc<Wording> {
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
