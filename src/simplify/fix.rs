//! Edits written into the files: one after another, each judged anew, and kept only where the finding is gone.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    files::{self, Store},
    finding::Finding,
    link::Terms,
    lint::{self, Linted},
    model::{self, Procedure},
    register::Registers,
    rule::RuleSet,
    simplify::{
        edit::Edit,
        means,
        text::{self, Refusal},
    },
    span::FileId,
    yaml,
};

/// The most rounds: a file with more edits than that is not at rest because of them.
const MOST: usize = 500;

/// What is judged, and by what.
pub struct Road<'r> {
    /// The files.
    pub files: &'r [FileId],
    /// What is known of the world.
    pub registers: Arc<Registers>,
    /// The rules.
    pub rules: &'r RuleSet,
    /// The terms.
    pub terms: &'r Terms,
}

/// Which edits are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those whose finding is proved and that the office itself can make.
    Safe,
    /// The others too, though the law does not say so yet.
    All,
}

/// An edit, and the file it belongs to.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The file.
    pub file: FileId,
    /// The edit.
    pub edit: Edit,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Fixed {
    /// The files that change: the text that was judged, and the new one.
    pub files: BTreeMap<FileId, (String, String)>,
    /// The edits done, in the order in which they were.
    pub done: Vec<Placed>,
    /// The edits that could not be written, and why.
    pub refused: Vec<(Placed, Refusal)>,
    /// The edits for which people must say what to write.
    pub open: Vec<Placed>,
    /// The edits that others must allow, or that are not proved.
    pub left: Vec<Placed>,
    /// The procedures read.
    pub procedures: usize,
    /// The files of which nothing at all could be read.
    pub unread: BTreeSet<FileId>,
}

/// An edit done in this round, and what it must have changed.
struct Tried {
    placed: Placed,
    before: String,
    findings: usize,
    problems: usize,
}

/// What is not to be tried again: file and fingerprint.
type Known = BTreeSet<(FileId, String)>;

/// Writes the edits that the findings `shown` ask for into the texts that `store` holds; nothing is written to the disk.
pub fn run(store: &mut Store, road: &Road<'_>, reach: Reach, shown: &dyn Fn(&Finding, &str) -> bool) -> Result<Fixed, files::Error> {
    let judge = |store: &Store| lint::run(store, road.files, Arc::clone(&road.registers), road.rules, road.terms, &|| ());
    let mut linted = judge(store);
    let (mut fixed, mut known) = (Fixed::default(), Known::new());
    for _ in 0..MOST {
        let tried = round(store, &linted, reach, shown, &mut fixed, &mut known)?;
        if tried.is_empty() {
            break;
        }
        linted = judge(store);
        if settle(store, &linted, tried, &mut fixed, &mut known) {
            linted = judge(store);
        }
    }
    let findings = wanted(&linted, store, shown);
    let refused: Known = fixed.refused.iter().map(|(placed, _)| (placed.file, placed.edit.finding.clone())).collect();
    let rest = findings.into_iter().filter(|placed| !refused.contains(&(placed.file, placed.edit.finding.clone())));
    let (open, left) = rest.partition(|placed| reach == Reach::All || placed.edit.is_safe());
    (fixed.open, fixed.left) = (open, left);
    fixed.files.retain(|_, (old, new)| old != new);
    fixed.unread = linted.unread();
    fixed.procedures = linted.world.procedures.len() + linted.world.not_in_force;
    Ok(fixed)
}

/// The edits asked for by the findings shown, in the order of place.
fn wanted(linted: &Linted, store: &Store, shown: &dyn Fn(&Finding, &str) -> bool) -> Vec<Placed> {
    let findings = linted.judged.findings.iter().filter(|finding| shown(finding, store.name(finding.span.file)));
    findings.filter_map(|finding| Some(Placed { file: finding.span.file, edit: Edit::of(finding)? })).collect()
}

/// Does the next edit of each file.
fn round(
    store: &mut Store,
    linted: &Linted,
    reach: Reach,
    shown: &dyn Fn(&Finding, &str) -> bool,
    fixed: &mut Fixed,
    known: &mut Known,
) -> Result<Vec<Tried>, files::Error> {
    let mut tried: Vec<Tried> = Vec::new();
    let (mut busy, tally) = (BTreeSet::new(), Tally::of(linted));
    for placed in wanted(linted, store, shown) {
        if busy.contains(&placed.file)
            || reach == Reach::Safe && !placed.edit.is_safe()
            || known.contains(&(placed.file, placed.edit.finding.clone()))
        {
            continue;
        }
        let Some(hash) = tally.hashes.get(&placed.file) else { continue };
        let before = store.again(placed.file, *hash)?.into_owned();
        match written(&before, &placed.edit) {
            Ok(after) if after == before => drop(known.insert((placed.file, placed.edit.finding.clone()))),
            Ok(after) => {
                let (findings, problems) = (tally.findings(&placed), tally.problems(placed.file));
                busy.insert(placed.file);
                fixed.files.entry(placed.file).or_insert_with(|| (before.clone(), String::new())).1.clone_from(&after);
                store.hold(placed.file, after);
                tried.push(Tried { placed, before, findings, problems });
            }
            Err(why) => {
                known.insert((placed.file, placed.edit.finding.clone()));
                fixed.refused.push((placed, why));
            }
        }
    }
    Ok(tried)
}

/// Keeps what brought the findings down, and takes back what did not; whether something was taken back.
fn settle(store: &mut Store, linted: &Linted, tried: Vec<Tried>, fixed: &mut Fixed, known: &mut Known) -> bool {
    let (mut back, tally) = (false, Tally::of(linted));
    for Tried { placed, before, findings, problems: faults } in tried {
        let stands = tally.findings(&placed) >= findings;
        if !stands && tally.problems(placed.file) <= faults {
            fixed.done.push(placed);
            continue;
        }
        back = true;
        known.insert((placed.file, placed.edit.finding.clone()));
        if let Some((_, new)) = fixed.files.get_mut(&placed.file) {
            new.clone_from(&before);
        }
        store.hold(placed.file, before);
        fixed.refused.push((placed, if stands { Refusal::Stands } else { Refusal::Unsure }));
    }
    back
}

/// What a run found, file by file.
struct Tally<'l> {
    hashes: BTreeMap<FileId, u64>,
    findings: BTreeMap<(FileId, &'l str), usize>,
    problems: BTreeMap<FileId, usize>,
}

impl<'l> Tally<'l> {
    fn of(linted: &'l Linted) -> Self {
        let (mut findings, mut problems) = (BTreeMap::new(), BTreeMap::new());
        for finding in &linted.judged.findings {
            *findings.entry((finding.span.file, finding.rule.as_str())).or_default() += 1;
        }
        for one in &linted.world.problems {
            *problems.entry(one.problem.span.file).or_default() += 1;
        }
        Self { hashes: linted.files.iter().copied().collect(), findings, problems }
    }

    /// How often the rule behind an edit speaks in its file.
    fn findings(&self, placed: &Placed) -> usize {
        self.findings.get(&(placed.file, placed.edit.rule.as_str())).copied().unwrap_or_default()
    }

    /// How much of a file is not understood.
    fn problems(&self, file: FileId) -> usize {
        self.problems.get(&file).copied().unwrap_or_default()
    }
}

/// `text` with the edit done in the procedure it belongs to; the same where it comes to nothing.
pub fn written(text: &str, edit: &Edit) -> Result<String, Refusal> {
    let (document, procedure) = procedure_at(text, edit.span.range().start).ok_or(Refusal::Missing)?;
    let strokes = means::strokes(&procedure, edit);
    strokes.iter().try_fold(text.to_owned(), |text, stroke| text::edited(&text, document, stroke))
}

/// The document of a text in which `at` lies, and the procedure it holds.
fn procedure_at(text: &str, at: usize) -> Option<(usize, Procedure)> {
    let (tree, _) = yaml::parse(FileId::default(), text);
    let place = tree.documents.iter().position(|node| node.span.range().contains(&at))?;
    let (procedure, _) = model::procedure(tree.documents.get(place)?);
    Some((place, procedure))
}
