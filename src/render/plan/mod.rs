//! A plan as a table for people, and as JSON for programs.

mod json;
mod table;

pub use json::json;
pub(crate) use json::value;
pub use table::table;
