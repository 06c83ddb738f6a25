//! What a paper is made of, whatever it is written as: headings, paragraphs, lists, tables.

/// A report in one language, as a row of blocks.
#[derive(Clone, Debug, Default)]
pub struct Paper {
    /// Its title.
    pub title: String,
    /// What stands below it.
    pub subtitle: String,
    /// The language, by its code.
    pub language: &'static str,
    /// Whether it is written from right to left.
    pub rtl: bool,
    /// The blocks, in order.
    pub blocks: Vec<Block>,
}

/// One block.
#[derive(Clone, Debug)]
pub enum Block {
    /// A heading.
    Heading {
        /// How deep: 1 to 4.
        level: u8,
        /// Its words.
        words: String,
        /// A name to point at, unique within the paper.
        anchor: String,
    },
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A line that leads a list, and stays with it.
    Lead(Vec<Run>),
    /// A list; numbered where its numbers matter.
    List(Vec<Vec<Run>>),
    /// A table.
    Table(Table),
    /// Something to be heeded: that a figure is a default, that a form is unverified, that something is not known.
    Notice(Vec<Run>),
    /// What follows begins a new page.
    PageBreak,
}

/// A piece of text in one style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub words: String,
    /// How they are set.
    pub style: Style,
    /// The anchor they point at.
    pub to: Option<String>,
}

/// How a piece of text is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// As the rest.
    #[default]
    Plain,
    /// So that it is seen first.
    Strong,
    /// So that it is seen last.
    Soft,
    /// A name that is to be copied as it is: a code, a fingerprint, a command.
    Code,
    /// That something goes; the words say so, and are never struck through: “removed” struck through is read as “not removed”.
    Gone,
    /// What comes instead.
    New,
}

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What it is called; nothing where the heading says it.
    pub caption: Option<String>,
    /// The heads of its columns; none where its first column is the head of each row.
    pub heads: Vec<String>,
    /// How wide each column is, in hundredths of the width.
    pub widths: Vec<u8>,
    /// Which columns hold numbers.
    pub numbers: Vec<bool>,
    /// The rows: each cell is a paragraph.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell: its lines.
pub type Cell = Vec<Vec<Run>>;

/// A run as the rest.
pub(super) fn plain(words: impl Into<String>) -> Run {
    Run { words: words.into(), ..Run::default() }
}

/// A run in a style.
pub(super) fn styled(style: Style, words: impl Into<String>) -> Run {
    Run { words: words.into(), style, to: None }
}

/// A run that points at an anchor of the paper.
pub(super) fn pointing(words: impl Into<String>, to: impl Into<String>) -> Run {
    Run { words: words.into(), style: Style::Plain, to: Some(to.into()) }
}

/// A cell of one line.
pub(super) fn cell(words: impl Into<String>) -> Cell {
    vec![vec![plain(words)]]
}
