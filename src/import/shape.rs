//! The small shapes that the keys of a procedure file share.

use serde::{Serialize, Serializer};

/// Words in Vietnamese.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Vi {
    /// The words.
    pub vi: String,
}

impl Vi {
    /// `words` in Vietnamese.
    pub fn new(words: impl Into<String>) -> Self {
        Self { vi: words.into() }
    }
}

/// One value, or a list where there are several.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Many<T>(pub Vec<T>);

impl<T> Default for Many<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Many<T> {
    /// Whether there is no value.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Serialize> Serialize for Many<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [one] => one.serialize(to),
            several => several.serialize(to),
        }
    }
}

/// Whether a flag is down, and so not written.
pub fn is_false(flag: &bool) -> bool {
    !flag
}
