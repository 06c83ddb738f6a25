//! What the command says of itself: its English stands at the commands and flags, the other languages beside each other in files.

use std::{collections::BTreeMap, sync::OnceLock};

use crate::locale::{Locale, read};

/// The files: a line for each text, by its English.
const FILES: [(&str, &str); 2] = [("vi", include_str!("../../locales/help-vi.yaml")), ("ar", include_str!("../../locales/help-ar.yaml"))];

impl Locale {
    /// What the command says of itself in English, in this language; nothing where there are no words for it.
    pub fn help(&self, english: &str) -> Option<&'static str> {
        self.own()?.get(english).map(String::as_str)
    }

    /// All that the command says of itself in this language, by its English; nothing in English, which needs no other words.
    pub fn helps(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.own().into_iter().flatten().map(|(english, words)| (english.as_str(), words.as_str()))
    }

    fn own(&self) -> Option<&'static BTreeMap<String, String>> {
        // Read only when it is asked for: most runs show no help.
        static READ: OnceLock<BTreeMap<&str, BTreeMap<String, String>>> = OnceLock::new();
        READ.get_or_init(|| FILES.into_iter().map(|(code, text)| (code, read(text))).collect()).get(self.code)
    }
}
