//! How words are set: no control character reaches the document, each style has its name, each link its bookmark.

use std::collections::BTreeMap;

use docx_rs::{Hyperlink, HyperlinkType, Paragraph, Run as WordRun};

use crate::{
    locale::Locale,
    render::paper::{Block, Paper, Run, Style},
    text,
};

/// What is known of a paper before its first word is set.
pub(super) struct Setting<'p> {
    locale: &'static Locale,
    rtl: bool,
    bookmarks: BTreeMap<&'p str, usize>,
}

impl<'p> Setting<'p> {
    pub(super) fn of(paper: &'p Paper) -> Self {
        let anchors = paper.blocks.iter().filter_map(|block| match block {
            Block::Heading { anchor, .. } => Some(anchor.as_str()),
            Block::Paragraph(_) | Block::Lead(_) | Block::List(_) | Block::Table(_) | Block::Notice(_) | Block::PageBreak => None,
        });
        let mut bookmarks = BTreeMap::new();
        for (at, anchor) in (1..).zip(anchors) {
            bookmarks.entry(anchor).or_insert(at);
        }
        Self { locale: Locale::of(paper.language), rtl: paper.rtl, bookmarks }
    }

    /// The number and the name of the bookmark at an anchor. Word takes no dashes and at most forty letters; names that begin so are not shown.
    pub(super) fn bookmark(&self, anchor: &str) -> Option<(usize, String)> {
        self.bookmarks.get(anchor).map(|number| (*number, format!("_Toc{number:06}")))
    }

    /// An empty paragraph in a style.
    pub(super) fn paragraph(&self, style: &str) -> Paragraph {
        let mut paragraph = Paragraph::new().style(style);
        if self.rtl {
            paragraph.property = paragraph.property.bidi(true);
        }
        paragraph
    }

    /// A paragraph of plain words in a style.
    pub(super) fn line(&self, style: &str, words: &str) -> Paragraph {
        self.words(self.paragraph(style), words, Style::Plain)
    }

    pub(super) fn words(&self, paragraph: Paragraph, words: &str, style: Style) -> Paragraph {
        paragraph.add_run(self.run(words, style))
    }

    /// A paragraph with runs added; those that point at a place of the paper lead to it.
    pub(super) fn runs(&self, paragraph: Paragraph, runs: &[Run]) -> Paragraph {
        runs.iter().filter(|run| !run.words.is_empty()).fold(paragraph, |paragraph, run| {
            let set = self.run(&run.words, run.style);
            match run.to.as_deref().and_then(|to| self.bookmark(to)) {
                Some((_, name)) => paragraph.add_hyperlink(Hyperlink::new(name, HyperlinkType::Anchor).add_run(set.style("Hyperlink"))),
                None => paragraph.add_run(set),
            }
        })
    }

    pub(super) fn run(&self, words: &str, style: Style) -> WordRun {
        let run = WordRun::new().add_text(self.safe(words));
        match style {
            Style::Plain => run,
            Style::Strong => run.style("Strong"),
            Style::Soft => run.style("Soft"),
            Style::Code => run.style("Code"),
            Style::Gone => run.style("Gone"),
            Style::New => run.style("New"),
        }
    }

    /// Words without anything that XML forbids or that would turn the line round.
    fn safe(&self, words: &str) -> String {
        self.locale.isolated(&text::document(words)).into_owned()
    }
}
