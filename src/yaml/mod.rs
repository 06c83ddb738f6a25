//! The only room that knows the YAML libraries: text to a tree of our own nodes, and back.

mod block;
mod bound;
mod build;
mod fault;
mod key;
mod node;
mod warn;
mod write;

pub use build::parse;
pub use node::{Comment, Entry, Node, Style, Tree, Value};
pub use write::write;
