//! The only room that knows the YAML libraries: text to a tree of our own nodes, and back.

mod bare;
mod block;
mod bound;
mod build;
#[cfg(feature = "fast")]
mod fast;
mod fault;
mod key;
mod node;
mod warn;
mod write;

pub use build::parse_any;
#[cfg(feature = "fast")]
pub use fast::{GRAMMAR, parse as parse_plain};
pub use node::{Comment, Entry, Node, Style, Tree, Value};
pub use write::write;

use crate::{problem::Problem, span::FileId};

/// What `text` says, and what in it could not be understood. A text that is not YAML, or that goes beyond what is read,
/// gives no documents and one problem.
pub fn parse(file: FileId, text: &str) -> (Tree<'_>, Vec<Problem>) {
    #[cfg(feature = "fast")]
    if let Some(tree) = fast::parse(file, text) {
        return (tree, Vec::new());
    }
    parse_any(file, text)
}

/// The same of a file that grows with the catalogue, as a baseline does: only its size bounds what it may hold.
pub fn parse_long(file: FileId, text: &str) -> (Tree<'_>, Vec<Problem>) {
    build::parse_up_to(usize::MAX, file, text)
}
