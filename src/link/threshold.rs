//! From where on something is too much: figures that no law gives, so that whoever runs the program may set them.

use crate::model::Reader;

/// From where on something is too much, or too soon. None of these is a rule of law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// How many days ahead a law about to lapse is spoken of.
    pub horizon: i64,
    /// How many documents a dossier may have before it is one to look at first.
    pub documents: i64,
    /// How often an applicant may have to come.
    pub visits: i64,
    /// What share of a time limit may be left over by its steps, in percent.
    pub slack: i64,
    /// How many offices a dossier may pass through.
    pub handoffs: i64,
    /// How many procedures one may have to go through one after the other.
    pub sequence: i64,
    /// How many of a hundred dossiers may be late.
    pub late: i64,
    /// How many of a hundred dossiers should come online where all of a procedure can be done online.
    pub online: i64,
    /// Of how many of a hundred dossiers more papers may be asked.
    pub supplemented: i64,
}

impl Default for Thresholds {
    /// Documents: of the 740 lists of documents in 502 records of the national portal, nine of ten name at most seven that are handed in. The others
    /// are round figures that a user is expected to set.
    fn default() -> Self {
        Self { horizon: 180, documents: 7, visits: 2, slack: 50, handoffs: 5, sequence: 3, late: 5, online: 50, supplemented: 10 }
    }
}

impl Thresholds {
    /// What `reader` sets, and the defaults for the rest.
    pub fn read(reader: &Reader<'_, '_>) -> Self {
        let plain = Self::default();
        let set = |key: &str, otherwise: i64| reader.count(key).map_or(otherwise, |count| count.value);
        Self {
            horizon: set("horizon", plain.horizon),
            documents: set("documents", plain.documents),
            visits: set("visits", plain.visits),
            slack: set("slack", plain.slack),
            handoffs: set("handoffs", plain.handoffs),
            sequence: set("sequence", plain.sequence),
            late: set("late", plain.late),
            online: set("online", plain.online),
            supplemented: set("supplemented", plain.supplemented),
        }
    }
}
