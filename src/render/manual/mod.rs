//! What the program says of itself as pages: the rules, the facts, the format.

mod facts;
mod format;
mod rules;
mod terms;

pub use facts::facts;
pub use format::format;
pub use rules::{Remarks, rules};
pub use terms::{lost, words};

/// `text` as one cell of a table.
fn cell(text: &str) -> String {
    crate::text::one_line(text).replace('|', "\\|")
}
