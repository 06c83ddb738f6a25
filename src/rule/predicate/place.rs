//! Names, and the places they stand for.

use std::collections::BTreeSet;

use crate::{
    link::{Type, Word},
    text,
};

use super::{
    check::Check,
    fault::Fault,
    tree::{Kind, Node},
    typed::{List, Place, Plain, Root, Typed, Yes},
};

/// A place, and what is declared of the value there.
pub(super) struct Spot {
    /// The place.
    pub place: Place,
    /// What kind of value is there.
    pub kind: Type,
    /// Whether it can be null.
    pub nullable: bool,
}

impl Check<'_> {
    /// The value a word answers with, which must not be null.
    pub(super) fn value(&mut self, node: &Node) -> Result<Typed, Fault> {
        let spot = self.spot(node)?;
        self.guarded(node, &spot)?;
        Ok(match spot.kind {
            Type::Bool => Typed::Yes(Yes::Place(spot.place)),
            Type::Int | Type::Decimal | Type::Date | Type::Text => Typed::Plain(Plain::Place(spot.place), spot.kind),
            Type::List(item) => Typed::List(List::Place(spot.place), item),
            Type::Record(fields) => {
                let fields = fields.iter().map(|field| field.name);
                let says = format!(
                    "`{}` is a record: ask for one of its fields ({})",
                    self.written(&node.at),
                    fields.collect::<Vec<_>>().join(", ")
                );
                return Err(self.fault(node, says));
            }
        })
    }

    /// The place a name, or fields of one, stand for. Whether it is null there is not asked.
    pub(super) fn spot(&mut self, node: &Node) -> Result<Spot, Fault> {
        match &node.kind {
            Kind::Name(name) => match self.item(name) {
                Some(spot) => Ok(spot),
                None => self.word(name).ok_or_else(|| self.fault(node, self.unknown_name(name))),
            },
            Kind::Select(on, field) => {
                if let Kind::Name(subject) = &on.kind
                    && self.item(subject).is_none()
                {
                    if let Some(spot) = self.word(&format!("{subject}.{field}")) {
                        return Ok(spot);
                    }
                    if self.words.word(subject).is_none() {
                        let begin = node.at.end.saturating_sub(field.len());
                        return Err(match self.unknown_word(subject, field) {
                            Some(says) => Fault::new(begin..node.at.end, says),
                            None => self.fault(on, self.unknown_name(subject)),
                        });
                    }
                }
                let record = self.spot(on)?;
                self.guarded(on, &record)?;
                self.field(node, record, field)
            }
            _ => Err(self.fault(node, "only a word can be null, or have fields")),
        }
    }

    /// Refuses a place that may be null here.
    fn guarded(&self, node: &Node, spot: &Spot) -> Result<(), Fault> {
        if !spot.nullable || self.sure.contains(&spot.place) {
            return Ok(());
        }
        let written = self.written(&node.at);
        Err(self.fault(node, format!("`{written}` can be null here; write `{written} != null && …`")))
    }

    fn item(&self, name: &str) -> Option<Spot> {
        let (level, (_, kind)) = self.items.iter().enumerate().find(|(_, (known, _))| known == name)?;
        Some(Spot { place: Place { root: Root::Item(level), fields: Vec::new() }, kind: *kind, nullable: false })
    }

    fn word(&mut self, name: &str) -> Option<Spot> {
        let Word { at, kind, nullable } = self.words.word(name)?;
        self.used.insert(at);
        Some(Spot { place: Place { root: Root::Word(at), fields: Vec::new() }, kind, nullable })
    }

    fn field(&self, node: &Node, record: Spot, name: &str) -> Result<Spot, Fault> {
        let Type::Record(fields) = record.kind else {
            return Err(self.fault(node, format!("a {} has no fields, so no `{}`", record.kind, text::shorten(name, 60))));
        };
        let Some(field) = fields.iter().find(|field| field.name == name) else {
            let near = near(name, fields.iter().map(|field| field.name));
            let says = format!("this record has no field `{}`{near}", text::shorten(name, 60));
            return Err(self.fault(node, says));
        };
        let mut place = record.place;
        place.fields.push(field.name);
        Ok(Spot { place, kind: field.kind, nullable: field.nullable })
    }

    /// What to say of a word its subject does not have; nothing if there is no such subject.
    fn unknown_word(&self, subject: &str, word: &str) -> Option<String> {
        let names = self.words.names();
        let of = |subject: &str| -> Vec<&str> { names.iter().filter_map(|name| name.strip_prefix(subject)?.strip_prefix('.')).collect() };
        let known = of(subject);
        if known.is_empty() {
            return None;
        }
        let begin = format!("`{subject}` has no word `{}`", text::shorten(word, 60));
        let end = near(word, known);
        if !end.is_empty() {
            return Some(begin + &end);
        }
        let holder = subjects(&names).into_iter().find(|other| of(other).contains(&word));
        Some(holder.map_or(begin.clone(), |holder| format!("{begin}, but `{holder}` has")))
    }

    fn unknown_name(&self, name: &str) -> String {
        let names = self.words.names();
        let subjects = subjects(&names);
        if subjects.contains(name) {
            let word = names.iter().find(|known| known.split('.').next() == Some(name)).unwrap_or(&name);
            return format!("`{name}` by itself has no value; ask for one of its words, such as `{word}`");
        }
        let near = near(name, subjects.iter().copied());
        let seen: Vec<String> = subjects.iter().map(|subject| format!("`{subject}`")).collect();
        format!("nothing here is called `{}`{near}; known here: {}", text::shorten(name, 60), seen.join(", "))
    }
}

/// What stands before the dot in these words.
pub(super) fn subjects<'n>(names: &[&'n str]) -> BTreeSet<&'n str> {
    names.iter().filter_map(|name| name.split('.').next()).collect()
}

fn near<'n>(word: &str, known: impl IntoIterator<Item = &'n str>) -> String {
    text::nearest(word, known).map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}
