//! `decisions.yaml`: what was decided of recommendations and of changes, each known by its fingerprint.

mod merge;

use std::collections::{BTreeMap, BTreeSet};

pub use merge::{merged, overlaid};

use crate::{
    date::Date,
    model::Reader,
    problem::{Kind, Problem},
    schema,
    span::{FileId, Span, Spanned},
    yaml::{self, Node, Value},
};

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// A recommendation is followed.
    Taken,
    /// A recommendation is not followed, and why.
    Rejected,
    /// A recommendation was put to whoever can act.
    Proposed,
    /// The burden that a change brings is intended, and a document approves it.
    Approved,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 4] = [Self::Taken, Self::Rejected, Self::Proposed, Self::Approved];

    /// The word for it in the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Rejected => "rejected",
            Self::Proposed => "proposed",
            Self::Approved => "approved",
        }
    }

    /// The verdict of that word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.word() == word)
    }
}

/// What was decided of one finding or of one change.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The fingerprint of the finding or of the change.
    pub finding: Spanned<String>,
    /// What was decided.
    pub verdict: Verdict,
    /// Why.
    pub reason: Option<String>,
    /// The number of the document that approves it.
    pub document: Option<String>,
    /// The day from which it counts no longer.
    pub until: Option<Date>,
    /// Who decided.
    pub by: Option<String>,
}

impl Decision {
    /// Whether it still counts on `day`.
    pub fn holds(&self, day: Date) -> bool {
        self.until.is_none_or(|until| day < until)
    }
}

/// Everything that was decided, by fingerprint.
#[derive(Clone, Debug, Default)]
pub struct Decisions {
    /// The decisions; of one fingerprint there is one.
    pub all: BTreeMap<String, Decision>,
}

impl Decisions {
    /// What was decided of the finding or change of that fingerprint and still counts on `day`.
    pub fn of(&self, fingerprint: &str, day: Date) -> Option<&Decision> {
        self.all.get(fingerprint).filter(|one| one.holds(day))
    }

    /// The approval of the change of that fingerprint, where it still counts on `day`.
    pub fn approval(&self, fingerprint: &str, day: Date) -> Option<&Decision> {
        self.of(fingerprint, day).filter(|one| one.verdict == Verdict::Approved)
    }

    /// Those whose fingerprint nothing `known` bears: what they spoke of is gone, or was never there.
    pub fn stale<'d>(&'d self, known: &BTreeSet<&str>) -> Vec<&'d Decision> {
        self.all.values().filter(|one| !known.contains(one.finding.value.as_str())).collect()
    }
}

/// The decisions that `text` holds, and everything that is wrong with them.
pub fn read(file: FileId, text: &str) -> (Decisions, Vec<Problem>) {
    let (tree, mut problems) = yaml::parse_long(file, text);
    let Some(node) = tree.documents.first().filter(|node| !node.is_null()) else { return (Decisions::default(), problems) };
    let mut found = Vec::new();
    let mut decisions = Decisions::default();
    for item in node.get("decisions").map_or(&[][..], Node::items) {
        let Some(one) = decision(Reader::new(item, &mut found)) else { continue };
        let place = one.finding.span;
        if let Some(twice) = decisions.all.insert(one.finding.value.clone(), one) {
            found.push(Problem::new(Kind::RepeatedName, place, twice.finding.value).expecting("one decision for each fingerprint"));
        }
    }
    // What the reader says of a value is nearer to it than what the schema says.
    let refused = schema::check(schema::Kind::Decisions, node);
    problems.extend(refused.into_iter().filter(|one| !found.iter().any(|other| other.span == one.span)));
    problems.extend(found);
    problems.sort_by_key(|problem| problem.span.range().start);
    (decisions, problems)
}

/// One entry; nothing where the schema refuses what it is about.
fn decision(mut reader: Reader<'_, '_>) -> Option<Decision> {
    let finding = fingerprint(&mut reader)?;
    let verdict = reader.name("decision").and_then(|word| Verdict::named(&word.value))?;
    let words = |reader: &Reader<'_, '_>, key: &str| reader.words(key).map(|words| words.said("vi").to_owned());
    let (reason, document, by) = (words(&reader, "reason"), words(&reader, "document"), words(&reader, "by"));
    Some(Decision { finding, verdict, reason, document, until: reader.date("until"), by })
}

/// A fingerprint of digits alone, or of digits around an `e`, is a number to YAML; it is taken as it is written.
fn fingerprint(reader: &mut Reader<'_, '_>) -> Option<Spanned<String>> {
    let node = reader.get("finding")?;
    let (Value::Text(written) | Value::Number(written)) = &node.value else { return None };
    let hex = written.len() == 16 && written.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    if hex {
        return Some(Spanned::new(written.clone().into_owned(), node.span));
    }
    if matches!(node.value, Value::Number(_)) {
        reader.problems.push(refused(written, node.span));
    }
    None
}

fn refused(written: &str, place: Span) -> Problem {
    Problem::new(Kind::WrongValue, place, written).expecting("16 hex digits, as `--format json` prints them")
}
