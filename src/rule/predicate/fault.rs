//! Why an expression was refused, and where in it.

use std::{fmt, ops::Range};

/// Why an expression was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The place in the expression, in bytes.
    pub at: Range<usize>,
    /// What is wrong there.
    pub says: String,
}

impl Fault {
    /// The fault at that place, in these words.
    pub(super) fn new(at: Range<usize>, says: impl Into<String>) -> Self {
        Self { at, says: says.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.says)
    }
}

impl std::error::Error for Fault {}
