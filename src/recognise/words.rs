//! The words by which a row is read, kept as data beside the code.

use std::{collections::BTreeMap, sync::LazyLock};

const VIETNAMESE: &str = include_str!("vi.txt");

/// The phrases by section, read once.
static SECTIONS: LazyLock<BTreeMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut sections: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut open = "";
    for line in VIETNAMESE.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((section, _)) => open = section,
            None => sections.entry(open).or_default().push(line),
        }
    }
    sections
});

/// The phrases of the section `name`.
pub(super) fn list(name: &str) -> Vec<&'static str> {
    SECTIONS.get(name).cloned().unwrap_or_default()
}
