//! The four tests that Decree 63/2010/NĐ-CP, art. 28(1), as amended by 92/2017/NĐ-CP, puts to a procedure that is reviewed.

use std::{collections::BTreeMap, sync::LazyLock};

use crate::{finding::Finding, span::FileId, yaml};

/// One of the four tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Test {
    /// Whether it is needed (sự cần thiết).
    Necessity,
    /// Whether it is reasonable (tính hợp lý).
    Reasonableness,
    /// Whether it is lawful (tính hợp pháp).
    Legality,
    /// What it costs to comply (chi phí tuân thủ).
    Cost,
}

/// Which test a finding answers, by its edit and by its rule's group: a judgement, and so in YAML.
static ANSWERS: LazyLock<[BTreeMap<String, Test>; 2]> = LazyLock::new(|| {
    let (tree, _) = yaml::parse(FileId::default(), include_str!("tests.yaml"));
    ["edits", "groups"].map(|key| {
        let tests = tree.documents.first().and_then(|node| node.get(key)).map_or(&[][..], yaml::Node::entries);
        let named = tests.iter().filter_map(|entry| Some((Test::named(&entry.key.value)?, entry.value.items())));
        named.flat_map(|(test, names)| names.iter().filter_map(move |name| Some((name.text()?.to_owned(), test)))).collect()
    })
});

impl Test {
    /// The four, in the order in which the decree names them.
    pub const ALL: [Self; 4] = [Self::Necessity, Self::Reasonableness, Self::Legality, Self::Cost];

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Necessity => "necessity",
            Self::Reasonableness => "reasonableness",
            Self::Legality => "legality",
            Self::Cost => "cost",
        }
    }

    fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|test| test.word() == word)
    }

    /// The test that a finding answers; none for one about the file alone.
    pub fn of(finding: &Finding) -> Option<Self> {
        let [edits, groups] = &*ANSWERS;
        let edit = finding.edit.as_deref().and_then(|edit| edits.get(edit));
        edit.or_else(|| groups.get(finding.rule.split('/').next().unwrap_or_default())).copied()
    }
}
