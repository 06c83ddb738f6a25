//! The only room that touches the disk: which files there are, what they hold, and what is embedded in the program.

mod discover;
mod embedded;
mod store;
mod write;

pub use discover::{discover, discover_by};
pub use embedded::{registers, rules};
pub use store::{Fault, Store, hash_of};
pub use write::replace;

/// Why the disk would not do as asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Something named does not exist or cannot be opened.
    #[error("{path}: {reason}")]
    Disk {
        /// What was named.
        path: String,
        /// What the system said.
        reason: String,
    },
    /// A file was changed by somebody while it was being judged.
    #[error("{path}: the file changed while it was being read; run again")]
    Changed {
        /// The file.
        path: String,
    },
}

impl Error {
    /// The system's refusal, with the path it was about.
    pub fn disk(path: impl Into<String>, reason: &std::io::Error) -> Self {
        Self::Disk { path: path.into(), reason: reason.to_string() }
    }
}
