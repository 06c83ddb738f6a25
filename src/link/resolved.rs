//! How many of the citations of a catalogue come to an instrument of the register, and which do not.

use std::collections::BTreeMap;

use crate::{link::World, link::uses, model::Cited};

/// The citations of a catalogue: each instrument once for each procedure that cites it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolved {
    /// Those of instruments with a first day or an end.
    pub dated: usize,
    /// Those of instruments that the register holds without either.
    pub undated: usize,
    /// Those of instruments that it does not hold.
    pub unknown: usize,
    /// Words in which no number could be read.
    pub unreadable: usize,
    /// The undated and unknown ones with the number of procedures that cite them, the most cited first.
    pub missing: Vec<(String, usize)>,
}

impl Resolved {
    /// All of them.
    pub fn all(&self) -> usize {
        self.dated + self.undated + self.unknown + self.unreadable
    }
}

/// How the citations of `world` resolve.
pub fn citations(world: &World) -> Resolved {
    let mut resolved = Resolved::default();
    let mut missing: BTreeMap<&str, usize> = BTreeMap::new();
    for linked in &world.procedures {
        let illegible = |cited: &&Cited| cited.citation.is_none() && !cited.words.trim().is_empty();
        resolved.unreadable += uses::citations(&linked.procedure).filter(illegible).count();
        for used in &linked.uses {
            let dated = used.text.begins.is_some() || used.text.ended.is_some();
            match (used.text.known, dated) {
                (true, true) => resolved.dated += 1,
                (true, false) => resolved.undated += 1,
                (false, _) => resolved.unknown += 1,
            }
            if !dated {
                *missing.entry(&used.number).or_default() += 1;
            }
        }
    }
    resolved.missing = missing.into_iter().map(|(number, procedures)| (number.to_owned(), procedures)).collect();
    resolved.missing.sort_by(|(one, few), (other, many)| many.cmp(few).then_with(|| one.cmp(other)));
    resolved
}
