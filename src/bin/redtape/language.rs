//! The language of the environment, for whoever names none.

use redtape::locale::Locale;

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
