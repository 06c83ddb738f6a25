//! Ids that tell what a thing is, never where it stood.

use std::collections::{BTreeMap, BTreeSet};

use xxhash_rust::xxh3::xxh3_64;

use crate::text;

/// How long an id made of words may be before its hash.
const LONGEST: usize = 48;

/// The slug of `title`: ASCII words and, where they are cut, a short hash of the folded title.
pub(super) fn of(title: &str) -> String {
    let slug = text::slug(title);
    if slug.len() <= LONGEST && !slug.is_empty() {
        return slug;
    }
    let head = slug.get(..LONGEST).unwrap_or_default();
    let whole = head.rsplit_once('-').map_or(head, |(words, _)| words);
    let hash = hash(title);
    if whole.is_empty() { format!("x-{hash}") } else { format!("{whole}-{hash}") }
}

/// Six hex digits of the folded `title`.
pub(super) fn hash(title: &str) -> String {
    let hash = xxh3_64(text::fold(title).as_bytes());
    format!("{:06x}", hash & 0xff_ffff)
}

/// Makes every id its own: things of one id but different titles get their title's hash, true equals an ordinal.
///
/// The first of equals keeps the id; so an id changes only where its own words do.
pub(super) fn part(named: &mut [(String, String)]) {
    let mut titles: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (id, title) in named.iter() {
        titles.entry(id.clone()).or_default().insert(text::fold(title));
    }
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (id, title) in named {
        if titles.get(id).is_some_and(|titles| titles.len() > 1) {
            let words = id.rsplit_once('-').filter(|(_, tail)| is_hash(tail)).map_or(id.as_str(), |(words, _)| words);
            *id = format!("{words}-{}", hash(title));
        }
        let times = seen.entry(id.clone()).or_default();
        *times += 1;
        if *times > 1 {
            *id = format!("{id}-{times}");
        }
    }
}

fn is_hash(tail: &str) -> bool {
    tail.len() == 6 && tail.bytes().all(|byte| byte.is_ascii_hexdigit())
}
