//! The only room that knows the YAML libraries: text to a tree of our own nodes, and back.

mod build;
mod node;
mod warn;
mod write;

pub use build::parse;
pub use node::{Comment, Entry, Node, Style, Tree, Value};
pub use write::write;
