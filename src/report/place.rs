//! Lines and columns: each file that has findings is read once more, its places are found, and its text is let go.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::{
    files::{Error, Store},
    finding::{Finding, Related},
    report::Location,
    span::{FileId, Lines, Place, Span},
};

/// The places of a run, found.
pub(super) struct Places<'s> {
    store: &'s Store,
    /// In order, each once.
    spans: Vec<Span>,
    /// First character and the one after the last, of each of them.
    found: Vec<(Place, Place)>,
    /// The texts, where they were asked for.
    pub(super) texts: BTreeMap<FileId, String>,
}

/// What is to be found, and against what it is checked.
pub(super) struct Wanted<'s> {
    pub(super) store: &'s Store,
    /// The hashes of the texts that were judged, by file.
    pub(super) hashes: BTreeMap<FileId, u64>,
    /// Whether the texts are kept.
    pub(super) texts: bool,
}

/// The places in one file, and its text where that is kept.
type OfFile = (Vec<(Place, Place)>, Option<(FileId, String)>);

impl<'s> Wanted<'s> {
    /// Finds the places of `findings`. A file that changed since it was judged is an error.
    pub(super) fn find<'f>(&self, findings: impl Iterator<Item = &'f Finding>) -> Result<Places<'s>, Error> {
        let mut spans: Vec<Span> =
            findings.flat_map(|finding| std::iter::once(finding.span).chain(finding.related.iter().map(|related| related.span))).collect();
        spans.sort_unstable();
        spans.dedup();
        let files: Vec<&[Span]> = spans.chunk_by(|one, two| one.file == two.file).collect();
        let read: Vec<_> = files.into_par_iter().map(|spans| self.of_file(spans)).collect::<Result<_, _>>()?;
        let (mut found, mut texts) = (Vec::with_capacity(spans.len()), BTreeMap::new());
        for (places, text) in read {
            found.extend(places);
            texts.extend(text);
        }
        Ok(Places { store: self.store, spans, found, texts })
    }

    fn of_file(&self, spans: &[Span]) -> Result<OfFile, Error> {
        let Some(file) = spans.first().map(|span| span.file) else { return Ok((Vec::new(), None)) };
        let text = match self.hashes.get(&file) {
            // A file that could not be read had no text to be known by.
            Some(0) | None => self.store.text(file).unwrap_or_default(),
            Some(hash) => self.store.again(file, *hash)?,
        };
        let lines = Lines::new(&text);
        let places = spans.iter().map(|span| (lines.place(span.range().start), lines.place(span.range().end))).collect();
        Ok((places, self.texts.then(|| (file, text.into_owned()))))
    }
}

impl Places<'_> {
    /// Another place that matters, with where it is.
    pub(super) fn with_location(&self, related: Related) -> (Related, Location) {
        let location = self.location(related.span, "");
        (related, location)
    }

    /// Where `span` is, as people count.
    pub(super) fn location(&self, span: Span, pointer: &str) -> Location {
        let at = self.spans.partition_point(|known| *known < span);
        made(self.store, self.found.get(at).copied(), span, pointer)
    }
}

/// Where `span` is, by the lines of the texts at hand.
pub(super) fn location(store: &Store, lines: &BTreeMap<FileId, Lines<'_>>, span: Span, pointer: &str) -> Location {
    let places = lines.get(&span.file).map(|lines| (lines.place(span.range().start), lines.place(span.range().end)));
    made(store, places, span, pointer)
}

fn made(store: &Store, places: Option<(Place, Place)>, span: Span, pointer: &str) -> Location {
    let first = Place { line: 1, column: 1, byte: 0 };
    let (start, end) = places.unwrap_or((first, first));
    let (file, shipped) = (store.shared_name(span.file), store.is_embedded(span.file));
    Location { file, id: span.file, shipped, pointer: pointer.to_owned(), start, end }
}
