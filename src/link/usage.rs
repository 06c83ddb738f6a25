//! Figures of use that stand beside the files, joined with the procedures they are about.

use std::collections::BTreeMap;

use crate::model::{Procedure, Volume};

/// The codes of figures that could not be joined with one procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unjoined {
    /// Codes that no procedure bears.
    pub unknown: Vec<String>,
    /// Codes that several procedures bear, of which none is the national one.
    pub shared: Vec<String>,
}

/// Gives each procedure the figures of its code; those of a year that its file speaks of as well take their place.
///
/// Figures that are counted by code belong to one procedure: giving them to each local version would count every dossier anew.
pub(super) fn join(procedures: &mut [Procedure], volumes: &BTreeMap<String, Vec<Volume>>) -> Unjoined {
    let mut unjoined = Unjoined::default();
    if volumes.is_empty() {
        return unjoined;
    }
    let mut bearers: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, procedure) in procedures.iter().enumerate() {
        bearers.entry(procedure.code.value.clone()).or_default().push(at);
    }
    for (code, figures) in volumes {
        let all = bearers.get(code).map_or(&[][..], Vec::as_slice);
        let national = || all.iter().copied().filter(|at| procedures.get(*at).is_some_and(|one| one.issued_by.is_none()));
        let only = match all {
            [] => None,
            [only] => Some(*only),
            _ => Some(national().collect::<Vec<_>>()).filter(|found| found.len() == 1).and_then(|found| found.first().copied()),
        };
        match only.and_then(|at| procedures.get_mut(at)) {
            Some(procedure) => {
                procedure.volume.retain(|own| figures.iter().all(|one| one.year != own.year));
                procedure.volume.extend(figures.iter().cloned());
            }
            None if all.is_empty() => unjoined.unknown.push(code.clone()),
            None => unjoined.shared.push(code.clone()),
        }
    }
    unjoined
}
