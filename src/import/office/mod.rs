//! Documents of office programs, opened without trust.

pub(super) mod package;
pub(super) mod word;
pub(super) mod xml;
