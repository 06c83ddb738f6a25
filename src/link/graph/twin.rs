//! Procedures under two codes that nothing read tells apart.
//!
//! Only like is compared with like: a block holds what one publisher gives the same applicants, at the same level, by the same office, with
//! the same result. A block is sorted by title and each is held against the next few alone, so the work grows with the number of
//! procedures and not with its square, however large a block is.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::{
    link::{
        card::{Card, number},
        catalogue::narrow,
        graph::{
            alike::{self, Rarity},
            family::{Group, family, sorted},
        },
    },
    recognise::title,
};

/// With how many of those after it in its block each is compared.
const WINDOW: usize = 8;

/// What share of title, law and dossier twins have in common at least, in percent.
const TITLE: i64 = 85;
const LAW: i64 = 50;
const DOSSIER: i64 = 80;

/// Every group of twins, with the place of its first member by name.
pub(super) fn all(cards: &[Card], rarity: &Rarity) -> Vec<(usize, Group)> {
    let mut blocks: Vec<(u64, u32)> = cards.par_iter().enumerate().map(|(at, card)| (block(card), narrow(at))).collect();
    blocks.par_sort_unstable();
    let told: Vec<&[(u64, u32)]> = blocks.chunk_by(|one, two| one.0 == two.0).filter(|block| block.len() > 1).collect();
    let found = told.into_par_iter().flat_map_iter(|block| {
        let mut block: Vec<(usize, &Card)> = block.iter().filter_map(|(_, at)| Some((*at as usize, cards.get(*at as usize)?))).collect();
        block.sort_by_key(|(at, card)| (&card.head.words, *at));
        groups(&block, cards, rarity)
    });
    found.collect()
}

/// What two procedures must share to be compared at all, as a number.
fn block(card: &Card) -> u64 {
    let parts = [
        card.issued_by.as_deref().unwrap_or_default(),
        &sorted(&card.authority),
        &sorted(&card.levels),
        &sorted(&card.audience),
        card.head.verb,
        &card.head.cases.join("|"),
        &card.output,
    ];
    number(&parts.join("\0"))
}

/// The groups of one block: each joins the group of the first before it that is like it.
fn groups(block: &[(usize, &Card)], cards: &[Card], rarity: &Rarity) -> Vec<(usize, Group)> {
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut head: Vec<usize> = (0..block.len()).collect();
    for two in 1..block.len() {
        let near = two.saturating_sub(WINDOW)..two;
        let like = near.into_iter().find(|one| are_twins(block[*one].1, block[two].1, rarity));
        if let Some(one) = like {
            head[two] = head[one];
        }
    }
    for (place, head) in head.into_iter().enumerate() {
        groups.entry(head).or_default().push(place);
    }
    let many = groups.into_values().filter(|group| group.len() > 1);
    many.map(|group| {
        let first = block[group[0]].1;
        let law = group[1..].iter().filter_map(|place| rarity.law(first, block[*place].1)).min();
        family(group.into_iter().map(|place| block[place].0).collect(), "twins", Vec::new(), law, cards)
    })
    .collect()
}

fn are_twins(one: &Card, two: &Card, rarity: &Rarity) -> bool {
    if one.code == two.code {
        return false;
    }
    // Of a dossier that nobody wrote down it cannot be said that it is the same.
    let dossier = !one.dossier.is_empty() && alike::shared(&one.dossier, &two.dossier) >= DOSSIER;
    dossier && same_title(&one.head.words, &two.head.words) && rarity.law(one, two).is_some_and(|share| share >= LAW)
}

/// Whether two titles say the same but for a few words, none of which is a number or turns the sense round.
fn same_title(one: &str, two: &str) -> bool {
    let (first, second) = (bag(one), bag(two));
    let apart = first.symmetric_difference(&second);
    let telling = apart.into_iter().any(|(word, _)| title::is_negation(word) || word.chars().any(|c| c.is_ascii_digit()));
    !telling && alike::common(&first, &second) >= TITLE
}

/// The words of a title, each with its number among equals, so that a word said twice counts twice.
fn bag(title: &str) -> BTreeSet<(&str, usize)> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let words = title.split(' ').map(|word| {
        let count = seen.entry(word).or_default();
        *count += 1;
        (word, *count)
    });
    words.collect()
}
