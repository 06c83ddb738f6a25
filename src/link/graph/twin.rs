//! Procedures under two codes that nothing read tells apart.
//!
//! Only like is compared with like: a block holds what one publisher gives the same applicants, at the same level, by the same office, with
//! the same result. A block is sorted by title and each is held against the next few alone, so the work grows with the number of
//! procedures and not with its square, however large a block is.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    link::{
        Linked,
        graph::{
            Family,
            alike::{self, Rarity, Traits},
            family::{family, sorted},
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
pub(super) fn all(all: &[Linked], traits: &[Traits<'_>], rarity: &Rarity<'_>) -> Vec<(usize, Family)> {
    let mut blocks: BTreeMap<[String; 7], Vec<usize>> = BTreeMap::new();
    for (at, linked) in all.iter().enumerate() {
        blocks.entry(block(linked, &traits[at])).or_default().push(at);
    }
    let mut found = Vec::new();
    for mut block in blocks.into_values().filter(|block| block.len() > 1) {
        block.sort_by_key(|at| (&traits[*at].stem.words, *at));
        found.extend(groups(&block, all, traits, rarity));
    }
    found
}

/// What two procedures must share to be compared at all.
fn block(linked: &Linked, traits: &Traits<'_>) -> [String; 7] {
    let procedure = &linked.procedure;
    [
        procedure.issued_by.clone().unwrap_or_default(),
        sorted(procedure.authority.iter().map(|name| name.value.clone())),
        sorted(procedure.levels.iter().cloned()),
        sorted(procedure.audience.iter().cloned()),
        traits.stem.verb.to_owned(),
        traits.stem.cases.join("|"),
        traits.output.clone(),
    ]
}

/// The groups of one block: each joins the group of the first before it that is like it.
fn groups(block: &[usize], all: &[Linked], traits: &[Traits<'_>], rarity: &Rarity<'_>) -> Vec<(usize, Family)> {
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut head: Vec<usize> = (0..block.len()).collect();
    for two in 1..block.len() {
        let near = two.saturating_sub(WINDOW)..two;
        let like = near.into_iter().find(|one| are_twins(block[*one], block[two], all, traits, rarity));
        if let Some(one) = like {
            head[two] = head[one];
        }
    }
    for (place, head) in head.into_iter().enumerate() {
        groups.entry(head).or_default().push(block[place]);
    }
    let many = groups.into_values().filter(|group| group.len() > 1);
    many.map(|group| {
        let first = &traits[group[0]];
        let law = group[1..].iter().filter_map(|at| rarity.law(first, &traits[*at])).min();
        family(&group, "twins", Vec::new(), law, first, all)
    })
    .collect()
}

fn are_twins(one: usize, two: usize, all: &[Linked], traits: &[Traits<'_>], rarity: &Rarity<'_>) -> bool {
    if all[one].procedure.code.value == all[two].procedure.code.value {
        return false;
    }
    let (one, two) = (&traits[one], &traits[two]);
    // Of a dossier that nobody wrote down it cannot be said that it is the same.
    let dossier = !one.dossier.is_empty() && alike::common(&one.dossier, &two.dossier) >= DOSSIER;
    dossier && same_title(&one.stem.words, &two.stem.words) && rarity.law(one, two).is_some_and(|share| share >= LAW)
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
