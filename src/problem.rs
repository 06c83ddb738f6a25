//! What we could not understand, stated as a fact for a rule to judge.

use std::collections::BTreeMap;

use crate::span::Span;

/// Something in a file that did not make sense, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What kind of thing went wrong; one rule in `rules/format/` answers each.
    pub kind: Kind,
    /// Where.
    pub span: Span,
    /// Where, as a JSON pointer into the document; empty where the text could not be read as one.
    pub pointer: String,
    /// The words at fault.
    pub found: String,
    /// What should stand there, where that can be said.
    pub expected: String,
    /// The name it was most likely meant to be.
    pub near: Option<String>,
}

impl Problem {
    /// The problem of that kind, with the words at fault.
    pub fn new(kind: Kind, span: Span, found: impl Into<String>) -> Self {
        let found = found.into();
        Self { kind, span, pointer: String::new(), found, expected: String::new(), near: None }
    }

    /// The same, with what should stand there.
    #[must_use]
    pub fn expecting(self, expected: impl Into<String>) -> Self {
        Self { expected: expected.into(), ..self }
    }
}

macro_rules! kinds {
    ($($(#[$says:meta])* $kind:ident = $word:literal,)*) => {
        /// The kinds of problem there are.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $($(#[$says])* $kind,)* }

        impl Kind {
            /// Every kind, so that a test can ask for its rule.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)*];

            /// The word a rule calls it by; the rule's own slug.
            pub fn word(self) -> &'static str {
                match self { $(Self::$kind => $word,)* }
            }
        }
    };
}

kinds! {
    /// The file could not be read from the disk.
    Unreadable = "unreadable-file",
    /// The bytes are not UTF-8.
    NotUtf8 = "not-utf-8",
    /// The text is not YAML.
    NotYaml = "not-yaml",
    /// The file is YAML, but says nothing.
    Empty = "empty-file",
    /// A key stands twice in one map.
    DuplicateKey = "duplicate-key",
    /// A tab: YAML lets it stand there, but not where lines are indented.
    Tab = "tab",
    /// `yes`, `no`, `on`, `off`: a boolean to some readers, a word to others.
    AmbiguousBoolean = "ambiguous-boolean",
    /// A control character, an invisible one, or one that turns the direction of the text.
    HiddenCharacter = "hidden-character",
    /// An alias, a tag or a merge key asks for more than a procedure may.
    UnsupportedYaml = "unsupported-yaml",
    /// A key the format does not know.
    UnknownKey = "unknown-key",
    /// A key the format demands.
    MissingKey = "missing-key",
    /// Words where a list should be, and the like.
    WrongShape = "wrong-shape",
    /// A value that is none of those allowed, or not written as it must be.
    WrongValue = "wrong-value",
    /// A name no register lists.
    UnknownName = "unknown-name",
    /// A reference within the procedure to something it does not have.
    DanglingReference = "dangling-reference",
    /// Two things of one procedure under one name.
    RepeatedName = "repeated-name",
    /// Steps of which each waits for the other.
    CircularSteps = "circular-steps",
    /// More problems of one kind in one file than are told one by one; what was found is their number.
    Untold = "untold-problems",
}

/// How many problems of one kind are told of one file or procedure: a file with thousands of unknown keys has one fault, not thousands.
pub const MOST_TOLD: usize = 20;

/// The first of each kind; and of those that follow how many there are, at the place of the first of them.
pub fn first_of<P>(problems: Vec<P>, what: impl Fn(&P) -> (Kind, Span)) -> (Vec<P>, Vec<Problem>) {
    // Most files have none, or few.
    if problems.len() <= MOST_TOLD {
        return (problems, Vec::new());
    }
    let mut untold: BTreeMap<Kind, (usize, Span)> = BTreeMap::new();
    let mut seen: BTreeMap<Kind, usize> = BTreeMap::new();
    let mut told = problems;
    told.retain(|problem| {
        let (kind, place) = what(problem);
        let many = seen.entry(kind).or_default();
        *many += 1;
        if *many > MOST_TOLD {
            untold.entry(kind).or_insert((0, place)).0 += 1;
        }
        *many <= MOST_TOLD
    });
    let more = |(kind, (many, place)): (Kind, (usize, Span))| Problem::new(Kind::Untold, place, many.to_string()).expecting(kind.word());
    (told, untold.into_iter().map(more).collect())
}

impl Kind {
    /// Whether nothing at all could be read of the file.
    pub fn is_unread(self) -> bool {
        matches!(self, Self::Unreadable | Self::NotUtf8 | Self::NotYaml)
    }
}
