//! What stood in a revision before, so that a check speaks only of what came since.

use std::{collections::BTreeSet, path::PathBuf, sync::Arc};

use redtape::{
    decision::Decisions,
    files::Store,
    link::{Earlier, Terms},
    lint::{self, Linted},
    locale::Locale,
    register::Registers,
    rule::RuleSet,
};

use crate::{decisions, out, settings::Settings, versions::Version};

/// The catalogue as it was, and what was decided of changes.
#[derive(Default)]
pub(crate) struct Before {
    version: Option<Version>,
    /// The fingerprints of what the rules said of it.
    said: BTreeSet<String>,
    pub(crate) earlier: Option<Arc<Earlier>>,
    /// How many of its files could not be read.
    pub(crate) unread: usize,
    pub(crate) decisions: Arc<Decisions>,
}

impl Before {
    /// What stood at `paths` in the revision named; nothing where none is.
    pub(crate) fn read(
        revision: Option<&str>,
        paths: &[PathBuf],
        settings: &Settings,
        store: &mut Store,
        locale: &Locale,
    ) -> Result<Self, String> {
        let Some(revision) = revision else { return Ok(Self::default()) };
        let version = Version::before(revision, paths, store)?;
        let decisions = Arc::new(decisions::read(None, settings, store)?);
        let (earlier, unread) = version.read(store);
        if unread > 0 {
            out::remark(&locale.count("diff.unread.old", unread));
        }
        Ok(Self { version: Some(version), said: BTreeSet::new(), earlier: Some(Arc::new(earlier)), unread, decisions })
    }

    /// What the earlier version is called, if there is one.
    pub(crate) fn name(&self) -> Option<&str> {
        self.version.as_ref().map(|version| version.name.as_str())
    }

    /// Whether there is an earlier version at all.
    pub(crate) fn is_some(&self) -> bool {
        self.version.is_some()
    }

    /// The same, with what the rules say of it.
    pub(crate) fn judged(self, store: &Store, registers: &Arc<Registers>, rules: &RuleSet, terms: &Terms) -> Self {
        let Some(version) = &self.version else { return self };
        let terms = Terms { earlier: None, ..terms.clone() };
        let before = lint::check(store, &version.files, registers.clone(), rules, &terms, lint::KEPT, &|| ());
        let said = before.judged.findings.into_iter().map(|finding| finding.fingerprint).collect();
        Self { said, ..self }
    }

    /// Sets aside what the rules said of the earlier version too.
    pub(crate) fn set_aside(&self, linted: &mut Linted) {
        let all = std::mem::take(&mut linted.judged.findings);
        (linted.judged.before, linted.judged.findings) = all.into_iter().partition(|finding| self.said.contains(&finding.fingerprint));
    }
}
