//! Where the entries of one register file were read, and when.

use std::collections::BTreeMap;

use crate::{date::Date, model::Reader};

/// The days on which the sources of one file were read, by their key.
pub(super) struct Sources(BTreeMap<String, Date>);

impl Sources {
    /// Those that a register file names at its head.
    pub(super) fn of(reader: &Reader<'_, '_>) -> Self {
        let sources = reader.get("sources").map_or(&[][..], |node| node.entries());
        let days =
            sources.iter().filter_map(|source| Some((source.key.value.to_string(), Date::parse(source.value.get("read")?.text()?)?)));
        Self(days.collect())
    }

    /// When the source of an entry was read.
    pub(super) fn read(&self, entry: &Reader<'_, '_>) -> Option<Date> {
        self.0.get(entry.get("source")?.text()?).copied()
    }
}
