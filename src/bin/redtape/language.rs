//! The language of the environment, for whoever names none.

use std::{ffi::OsString, sync::OnceLock};

use redtape::locale::Locale;

/// The language of what is said before any settings are read: of help, and of a command line that is not understood.
static SPOKEN: OnceLock<&'static str> = OnceLock::new();

/// Takes the language that the command line names, else that of the environment.
pub(crate) fn hear(given: &[OsString]) {
    let named = flag(given).and_then(|(at, _)| given.get(at)).and_then(|word| word.to_str());
    let named = named.map(|word| word.strip_prefix("--lang=").unwrap_or(word));
    let code = named.and_then(|named| Locale::codes().find(|code| *code == named));
    SPOKEN.get_or_init(|| code.unwrap_or_else(of_environment));
}

/// The language in which help is given.
pub(crate) fn spoken() -> &'static Locale {
    Locale::of(SPOKEN.get().copied().unwrap_or("en"))
}

/// What was given without the flag of the language where help is asked for: every command gives it in each, also those that know no such flag.
pub(crate) fn apart(given: &[OsString]) -> Vec<OsString> {
    let help = before_files(given).any(|word| word == "--help" || word == "-h") || given.get(1).is_some_and(|word| word == "help");
    let gone = flag(given).filter(|_| help).map(|(at, words)| (at + 1).saturating_sub(words)..at + 1).unwrap_or_default();
    given.iter().enumerate().filter(|(at, _)| !gone.contains(at)).map(|(_, word)| word.clone()).collect()
}

/// Where the language is named, and how many words name it.
fn flag(given: &[OsString]) -> Option<(usize, usize)> {
    let at = before_files(given).position(|word| word == "--lang" || word.to_string_lossy().starts_with("--lang="))?;
    let apart = given.get(at).is_some_and(|word| word == "--lang");
    Some(if apart { (at + 1, 2) } else { (at, 1) })
}

fn before_files(given: &[OsString]) -> impl Iterator<Item = &OsString> {
    given.iter().take_while(|word| *word != "--")
}

/// The language that the environment asks for; English where we do not speak it.
pub(crate) fn of_environment() -> &'static str {
    of(|name| std::env::var(name).unwrap_or_default())
}

/// The first of the three variables that says something decides, as POSIX has it: `vi_VN.UTF-8` is Vietnamese, `C` English.
fn of(variable: impl Fn(&str) -> String) -> &'static str {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().map(variable).find(|said| !said.is_empty()).unwrap_or_default();
    let code = said.split(['_', '.', '@', '-']).next().unwrap_or_default().to_ascii_lowercase();
    Locale::codes().find(|known| *known == code).unwrap_or("en")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_first_variable_that_says_something_decides() {
        let of = |all: &str, messages: &str, lang: &str| {
            super::of(|name| {
                if name == "LC_ALL" {
                    all
                } else if name == "LANG" {
                    lang
                } else {
                    messages
                }
                .to_owned()
            })
        };
        assert_eq!(of("", "", "vi_VN.UTF-8"), "vi");
        assert_eq!(of("", "ar_EG", "vi_VN.UTF-8"), "ar");
        assert_eq!(of("C.UTF-8", "ar_EG", "vi_VN.UTF-8"), "en");
        assert_eq!([of("", "", ""), of("", "", "fr_FR.UTF-8"), of("", "", "ar")], ["en", "en", "ar"]);
    }
}
