//! What the command says of itself: its English stands at the commands and flags, the other languages beside each other in files.

use std::{collections::BTreeMap, sync::OnceLock};

use crate::locale::{Locale, read};

/// The files: a line for each text, by its English.
const FILES: [(&str, &str); 2] = [("vi", include_str!("../../locales/help-vi.yaml")), ("ar", include_str!("../../locales/help-ar.yaml"))];

impl Locale {
    /// What the command says of itself in English, in this language; nothing where there are no words for it.
    pub fn help(&self, english: &str) -> Option<&'static str> {
        self.helps().find(|(known, _)| *known == english).map(|(_, words)| words)
    }

    /// All that the command says of itself in this language, by its English; nothing in English, which needs no other words.
    pub fn helps(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        // Read only when it is asked for: most runs show no help.
        static READ: OnceLock<Vec<(&str, BTreeMap<String, String>)>> = OnceLock::new();
        let all = READ.get_or_init(|| FILES.into_iter().map(|(code, text)| (code, read(text))).collect());
        let own = all.iter().filter(|(code, _)| *code == self.code).flat_map(|(_, words)| words);
        own.map(|(english, words)| (english.as_str(), words.as_str()))
    }
}
