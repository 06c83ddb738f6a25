//! How sure a finding is: three values, not two.

/// How sure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// The registers are silent.
    #[default]
    Undetermined,
    /// The registers point that way, but a link is missing.
    Presumed,
    /// The registers are complete on it and in force, or the law itself names the fault.
    Proved,
}

impl Confidence {
    /// Every value, the surest last.
    pub const ALL: [Self; 3] = [Self::Undetermined, Self::Presumed, Self::Proved];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Undetermined => "undetermined",
            Self::Presumed => "presumed",
            Self::Proved => "proved",
        }
    }

    /// The value of that word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|confidence| confidence.word() == word)
    }
}
