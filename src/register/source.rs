//! Where the entries of one register file were read, and when.

use std::collections::BTreeMap;

use crate::{date::Date, model::Reader};

/// The sources of one file by their key: what they are called, and the day on which they were read.
pub(super) struct Sources(BTreeMap<String, (String, Date)>);

impl Sources {
    /// Those that a register file names at its head.
    pub(super) fn of(reader: &Reader<'_, '_>) -> Self {
        let sources = reader.get("sources").map_or(&[][..], |node| node.entries());
        let known = sources.iter().filter_map(|source| {
            let title = source.value.get("title").and_then(|title| title.text()).unwrap_or_default().to_owned();
            Some((source.key.value.to_string(), (title, Date::parse(source.value.get("read")?.text()?)?)))
        });
        Self(known.collect())
    }

    /// When the source of an entry was read.
    pub(super) fn read(&self, entry: &Reader<'_, '_>) -> Option<Date> {
        self.0.get(entry.get("source")?.text()?).map(|(_, day)| *day)
    }

    /// What the source of that key is called.
    pub(super) fn title(&self, key: &str) -> Option<String> {
        self.0.get(key).map(|(title, _)| title.clone()).filter(|title| !title.is_empty())
    }
}
