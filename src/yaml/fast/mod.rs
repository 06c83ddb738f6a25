//! The fast door: YAML as people and programs plainly write it, read to the same tree as by the library, and nothing else.
//!
//! `grammar.md` says what is read here. Whatever is unusual, wrong or worth a problem is given up, and the library decides.

mod block;
mod flow;
mod lines;
mod literal;
mod scalar;

use crate::{
    span::FileId,
    yaml::{bound, fast::lines::Text, node::Tree, warn},
};

/// What may be written for this door; a test reads its examples.
#[doc = include_str!("grammar.md")]
pub const GRAMMAR: &str = include_str!("grammar.md");

/// The most collections within one another; the library takes more.
const DEEPEST: usize = 32;

/// The most comments of one text; the library takes more.
const MOST_COMMENTS: usize = 50_000;

/// The tree of `content`, where it is plainly written and nothing in it is a problem; else nothing.
pub fn parse(file: FileId, content: &str) -> Option<Tree<'_>> {
    if may_be_too_full(content) || !warn::is_clean(content) {
        return None;
    }
    let mut text = Text::new(file, content);
    text.begin();
    if text.column != Some(0) {
        return None;
    }
    let root = text.node(0)?;
    let whole = text.column.is_none() && text.comments.len() < MOST_COMMENTS;
    whole.then(|| Tree { documents: vec![root], comments: text.comments })
}

/// Whether `content` could hold more than is read. Each value, key and comment needs a sign of its own and a pair of them needs a colon, so that a text of
/// ordinary length need not be asked.
fn may_be_too_full(content: &str) -> bool {
    let signs =
        |bytes: &[u8]| bytes.iter().map(|byte| usize::from(b"-,[{#".contains(byte)) + 2 * usize::from(*byte == b':')).sum::<usize>();
    content.len() >= bound::MOST / 2 && signs(content.as_bytes()) >= bound::MOST
}
