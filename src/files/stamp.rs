//! When a file was changed last, as far as the system tells without reading it.

use std::{fs, path::Path};

/// How a file stood at one look.
#[derive(Clone, Debug)]
pub struct Stamp(Option<fs::Metadata>);

/// How the file at `path` stands.
pub fn stamp(path: &Path) -> Stamp {
    Stamp(fs::metadata(path).map_or(None, Some))
}

impl Stamp {
    /// Whether there was a file.
    pub fn is_there(&self) -> bool {
        self.0.is_some()
    }
}

impl PartialEq for Stamp {
    /// Whether nothing was changed between two looks, as far as length and time tell.
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (None, None) => true,
            (Some(one), Some(two)) => {
                one.len() == two.len() && matches!((one.modified(), two.modified()), (Ok(one), Ok(two)) if one == two)
            }
            _ => false,
        }
    }
}
