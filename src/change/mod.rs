//! Two versions of a procedure: what differs by meaning, and what each difference means for whoever applies.
//!
//! Formatting, order, comments and translations are no difference; nor is what only describes the use of a procedure: its figures, its
//! publication, its review. Whether the law asks for a change is not asked here, but in `link`.

mod bill;
mod catalogue;
mod channel;
mod condition;
mod document;
mod fee;
mod form;
mod kind;
mod limit;
mod pair;
mod paper;
mod step;
mod whole;

use std::collections::BTreeSet;

pub use bill::Bills;
pub use catalogue::{Paired, pairs};
pub use kind::{Grade, Kind};

use crate::{
    model::{Procedure, Words},
    span::{Span, Spanned},
    text,
};

/// One way in which a procedure differs from its earlier version.
#[derive(Clone, Debug)]
pub struct Change {
    /// How.
    pub kind: Kind,
    /// Of what, in words.
    pub what: String,
    /// What stood there before; empty where nothing did.
    pub before: String,
    /// What stands there now; empty where nothing does.
    pub after: String,
    /// Of which thing, by a key that does not depend on its position.
    pub key: String,
    /// A JSON pointer to it: in the version now, and in the earlier one where it is no longer there.
    pub pointer: String,
    /// Where it stands now, or where it would stand.
    pub span: Span,
    /// Where it stood.
    pub was: Span,
    /// The papers it is about.
    pub papers: Vec<String>,
    /// The line of the bill that speaks of it, before and now: kind and name.
    pub lines: [Option<Line>; 2],
}

/// A line of a bill: what for, and of which thing.
type Line = (&'static str, String);

/// A thing of one of the versions, as a change speaks of it.
#[derive(Clone, Default)]
struct Thing {
    key: String,
    what: String,
    pointer: String,
    span: Span,
    papers: Vec<String>,
    line: Option<Line>,
}

/// Everything that changed between two versions of one procedure, in the order of the file.
pub fn between(old: &Procedure, new: &Procedure) -> Vec<Change> {
    let mut found = Found { old, new, changes: Vec::new() };
    whole::compare(&mut found);
    document::compare(&mut found);
    form::compare(&mut found);
    channel::compare(&mut found);
    limit::compare(&mut found);
    step::compare(&mut found);
    condition::compare(&mut found);
    fee::compare(&mut found);
    channel::compare_results(&mut found);
    once(found.changes)
}

/// Each change once: several limits may have given way to one.
fn once(changes: Vec<Change>) -> Vec<Change> {
    let mut seen = BTreeSet::new();
    let mark = |one: &Change| (one.kind, one.pointer.clone(), one.key.clone(), one.before.clone(), one.after.clone());
    let marks: Vec<bool> = changes.iter().map(|one| seen.insert(mark(one)) || !one.pointer.starts_with("/time_limit")).collect();
    changes.into_iter().zip(marks).filter_map(|(one, first)| first.then_some(one)).collect()
}

/// What was found so far of two versions.
struct Found<'p> {
    old: &'p Procedure,
    new: &'p Procedure,
    changes: Vec<Change>,
}

impl Found<'_> {
    /// Something that stands in both versions, with what stood there and what stands there now.
    fn changed(&mut self, kind: Kind, old: &Thing, new: &Thing, values: (String, String)) {
        let (before, after) = values;
        self.changes.push(Change { before, after, was: old.span, lines: [old.line.clone(), new.line.clone()], ..new.change(kind) });
    }

    /// Something that was not there; `home` is the key of the procedure under which it would have stood.
    fn added(&mut self, kind: Kind, new: &Thing, home: &str) {
        let was = self.old.place(home).unwrap_or(self.old.span);
        self.changes.push(Change { after: new.what.clone(), was, lines: [None, new.line.clone()], ..new.change(kind) });
    }

    /// Something that is no longer there.
    fn removed(&mut self, kind: Kind, old: &Thing, home: &str) {
        let span = self.new.place(home).unwrap_or(self.new.span);
        self.changes.push(Change { before: old.what.clone(), span, was: old.span, lines: [old.line.clone(), None], ..old.change(kind) });
    }

    /// `more` where there is more of something than before, `less` where there is less.
    fn counted(&mut self, (more, less): (Kind, Kind), old: &Thing, new: &Thing, (before, after): (i64, i64)) {
        let kind = match before.cmp(&after) {
            std::cmp::Ordering::Less => more,
            std::cmp::Ordering::Greater => less,
            std::cmp::Ordering::Equal => return,
        };
        self.changed(kind, old, new, (before.to_string(), after.to_string()));
    }

    /// `gained` for each name that is new, `lost` for each that is gone.
    fn named(&mut self, kinds: (Kind, Kind), old: &Thing, new: &Thing, names: &(BTreeSet<String>, BTreeSet<String>)) {
        let ((gained, lost), (before, after)) = (kinds, names);
        for name in after.difference(before) {
            let new = Thing { key: format!("{}/{name}", new.key), ..new.clone() };
            self.changed(gained, old, &new, (String::new(), name.clone()));
        }
        for name in before.difference(after) {
            let new = Thing { key: format!("{}/{name}", new.key), ..new.clone() };
            self.changed(lost, old, &new, (name.clone(), String::new()));
        }
    }
}

impl Thing {
    fn change(&self, kind: Kind) -> Change {
        Change {
            kind,
            what: self.what.clone(),
            before: String::new(),
            after: String::new(),
            key: self.key.clone(),
            pointer: self.pointer.clone(),
            span: self.span,
            was: self.span,
            papers: self.papers.clone(),
            lines: [None, None],
        }
    }
}

/// The words by which versions are compared: the Vietnamese ones, folded; a translation is no difference.
fn folded(words: &Words) -> String {
    text::fold(words.said("vi"))
}

/// The same, where there are any.
fn sign(words: &Words) -> Option<String> {
    Some(folded(words)).filter(|words| !words.is_empty())
}

fn values(names: &[Spanned<String>]) -> BTreeSet<String> {
    names.iter().map(|name| name.value.clone()).collect()
}

/// The cases of those names, by their titles where they have one: a case may be called otherwise in each version.
fn cases(procedure: &Procedure, names: &[Spanned<String>]) -> BTreeSet<String> {
    let title = |name: &Spanned<String>| {
        let case = procedure.cases.iter().find(|case| case.id.value == name.value);
        case.and_then(|case| sign(&case.title)).unwrap_or_else(|| name.value.clone())
    };
    names.iter().map(title).collect()
}
