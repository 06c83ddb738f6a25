//! What changed between two versions of a catalogue: by procedure, heavier first, counted and priced.

use std::collections::BTreeMap;

use crate::{
    change::Grade,
    date::Date,
    decision::Decisions,
    files::{Error, Store},
    link::{Against, Asked, Difference, Linked, World},
    lint::Linted,
    register::Range,
    report::{Location, place::location},
    span::{FileId, Lines, Span},
};

/// What became of a procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It was there and is there.
    Changed,
    /// It was not there.
    Created,
    /// It is there no more.
    Gone,
    /// It is there, but not in force on the day.
    NotInForce,
}

impl Fate {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Created => "created",
            Self::Gone => "gone",
            Self::NotInForce => "not-in-force",
        }
    }
}

/// One change, with its places.
#[derive(Clone, Debug)]
pub struct Change {
    /// What differs.
    pub difference: Difference,
    /// Where it stands now, or would stand; nothing where the procedure is gone.
    pub now: Option<Location>,
    /// Where it stood; nothing where the procedure is new.
    pub was: Option<Location>,
}

/// What changed in one procedure.
#[derive(Clone, Debug)]
pub struct Changed {
    /// Its code.
    pub code: String,
    /// Its official name.
    pub title: String,
    /// What became of it.
    pub fate: Fate,
    /// The changes, the heavier ones first.
    pub changes: Vec<Change>,
    /// What an average case costs more; less where it is negative.
    pub case: Option<Range>,
    /// What a year costs more, where the dossiers of a year are known.
    pub year: Option<Range>,
}

/// How many changes there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Those that make it heavier.
    pub heavier: usize,
    /// Those that make it lighter.
    pub lighter: usize,
    /// Those that do neither.
    pub neutral: usize,
    /// Of the heavier ones: the law in force does not ask for them, as far as is proved or presumed, and nobody approved them.
    pub unfounded: usize,
    /// Of the heavier ones: the law in force asks for them, or leaves room for them.
    pub founded: usize,
    /// Of the heavier ones: the registers do not say, and nobody approved them.
    pub unknown: usize,
    /// Of the heavier ones: a document approves them.
    pub approved: usize,
}

/// What changed between two versions.
#[derive(Debug)]
pub struct Changes {
    /// The day whose law applies.
    pub as_of: Date,
    /// What the versions are called.
    pub versions: [String; 2],
    /// The procedures in which something changed.
    pub procedures: Vec<Changed>,
    /// How many procedures did not change.
    pub unchanged: usize,
    /// The changes, counted.
    pub counts: Counts,
    /// The currency of costs.
    pub currency: String,
    /// Approvals that speak of no change here.
    pub idle: Vec<String>,
    /// How many files of each version could not be read.
    pub unread: [usize; 2],
}

/// What `linted`, held against the version called `old`, came to.
pub fn changes(linted: &Linted, store: &Store, versions: [String; 2], decisions: &Decisions) -> Result<Changes, Error> {
    let world = &linted.world;
    let places = Places::read(linted, store)?;
    let mut procedures: Vec<Changed> = world.procedures.iter().filter_map(|one| changed(one, world, &places)).collect();
    let unread = linted.unread().len();
    // What is not found may stand in a file that could not be read: it is not called abolished, and nothing is saved by it.
    let gone = world.gone.iter().filter(|gone| unread == 0 || gone.not_in_force);
    procedures.extend(gone.map(|gone| {
        let difference = gone.difference.clone();
        let was = Some(places.of(gone.procedure.span, ""));
        Changed {
            code: gone.procedure.code.value.clone(),
            title: gone.procedure.title.said(&world.language).to_owned(),
            fate: if gone.not_in_force { Fate::NotInForce } else { Fate::Gone },
            changes: vec![Change { difference, now: None, was }],
            case: gone.bills.case(),
            year: gone.bills.year(),
        }
    }));
    let all: Vec<&Difference> = procedures.iter().flat_map(|one| &one.changes).map(|one| &one.difference).collect();
    let approvals = decisions.all.values().filter(|one| one.verdict == crate::decision::Verdict::Approved);
    let idle = approvals.map(|one| one.finding.value.clone()).filter(|print| all.iter().all(|one| one.fingerprint != *print));
    Ok(Changes {
        as_of: world.as_of,
        versions,
        idle: idle.collect(),
        counts: counts(&all),
        unchanged: world.procedures.iter().filter(|one| of_past(one).next().is_none()).count(),
        currency: world.registers.costs.currency.clone(),
        unread: [0, unread],
        procedures,
    })
}

fn of_past(linked: &Linked) -> impl Iterator<Item = &Difference> {
    linked.differences.iter().filter(|one| one.against == Against::Earlier)
}

/// What changed in one procedure; nothing where nothing did.
fn changed(linked: &Linked, world: &World, places: &Places<'_>) -> Option<Changed> {
    let past = linked.past.as_ref()?;
    let mut changes: Vec<Change> = of_past(linked)
        .map(|one| Change {
            now: Some(places.of(one.span, &one.pointer)),
            was: past.was_there.then(|| places.of(one.related, "")),
            difference: one.clone(),
        })
        .collect();
    changes.sort_by_key(|one| rank(&one.difference));
    (!changes.is_empty()).then(|| Changed {
        code: linked.procedure.code.value.clone(),
        title: linked.procedure.title.said(&world.language).to_owned(),
        fate: if past.was_there { Fate::Changed } else { Fate::Created },
        changes,
        case: past.bills.case(),
        year: past.bills.year(),
    })
}

/// The heavier first, and of those the ones that the law does not ask for.
fn rank(one: &Difference) -> (Grade, usize) {
    let ground = match one.demand.says {
        _ if one.is_approved() => 4,
        Asked::No => 0,
        Asked::Unknown => 1,
        Asked::Allowed => 2,
        Asked::Yes => 3,
    };
    (one.grade, ground)
}

fn counts(all: &[&Difference]) -> Counts {
    let mut counts = Counts::default();
    for one in all {
        match one.grade {
            Grade::Lighter => counts.lighter += 1,
            Grade::Neutral => counts.neutral += 1,
            Grade::Heavier => {
                counts.heavier += 1;
                match one.demand.says {
                    _ if one.is_approved() => counts.approved += 1,
                    Asked::No => counts.unfounded += 1,
                    Asked::Unknown => counts.unknown += 1,
                    Asked::Yes | Asked::Allowed => counts.founded += 1,
                }
            }
        }
    }
    counts
}

/// The texts of both versions, in which places are found.
struct Places<'s> {
    store: &'s Store,
    texts: BTreeMap<FileId, String>,
}

impl<'s> Places<'s> {
    /// Reads the files in which something changed once more; one that is no longer what was compared is an error.
    fn read(linted: &Linted, store: &'s Store) -> Result<Self, Error> {
        let hashes: BTreeMap<FileId, u64> = linted.files.iter().copied().collect();
        let differences = linted.world.procedures.iter().flat_map(of_past);
        let spans = differences.flat_map(|one| [one.span.file, one.related.file]);
        let gone = linted.world.gone.iter().map(|gone| gone.procedure.span.file);
        let mut texts = BTreeMap::new();
        for file in spans.chain(gone) {
            if texts.contains_key(&file) {
                continue;
            }
            let text = match hashes.get(&file) {
                Some(hash) => store.again(file, *hash)?.into_owned(),
                None => store.text(file).map(std::borrow::Cow::into_owned).unwrap_or_default(),
            };
            texts.insert(file, text);
        }
        Ok(Self { store, texts })
    }

    fn of(&self, span: Span, pointer: &str) -> Location {
        let lines = self.texts.get(&span.file).map(|text| (span.file, Lines::new(text)));
        location(self.store, &lines.into_iter().collect(), span, pointer)
    }
}
