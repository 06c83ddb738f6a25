//! The only room that touches the disk: which files there are, what they hold, what they held in a revision,
//! and what is embedded in the program.

mod discover;
mod embedded;
mod git;
mod revision;
mod stamp;
mod store;
mod write;

use std::{io, path::PathBuf};

pub use discover::{discover, discover_all, discover_by, is_same};
pub use embedded::{registers, rules};
pub use revision::{Held, Revision, parted};
pub use stamp::{Stamp, stamp};
pub use store::{Fault, Store, bytes, hash_of};
pub use write::{append, replace};

use crate::text;

/// Why the disk would not do as asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Something named does not exist or cannot be opened.
    #[error("{}: {reason}", text::line(&path.to_string_lossy()))]
    Disk {
        /// What was named.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// A file was changed by somebody while it was being judged.
    #[error("{}: the file changed while it was being read; run again", text::line(path))]
    Changed {
        /// The file.
        path: String,
    },
    /// A revision cannot be read, and why.
    #[error("{0}")]
    Git(String),
}

impl Error {
    /// The system's refusal, with the path it was about.
    pub fn disk(path: impl Into<PathBuf>, reason: &io::Error) -> Self {
        Self::Disk { path: path.into(), reason: said(reason) }
    }
}

/// What the system said, in words for somebody who does not know its numbers.
fn said(reason: &io::Error) -> String {
    match reason.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "it may not be opened; check its permissions".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder, not a file".to_owned(),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => "part of this path is a file, not a folder".to_owned(),
        _ => reason.to_string(),
    }
}
