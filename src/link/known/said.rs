//! Lengths of time and names of components in the language of the run.

use crate::{duration::Duration, locale::Locale};

/// A length of time, written `5 working days`, in `language`; other words stay as they are.
pub(super) fn duration(written: &str, language: &str) -> String {
    let (Some(_), Some((amount, unit))) = (Duration::parse(written), written.split_once(' ')) else {
        return written.to_owned();
    };
    let form = if amount == "1" { "one" } else { "other" };
    let key = format!("unit.{}s.{form}", unit.trim_end_matches('s').replace(' ', "-"));
    match Locale::of(language).say(&key) {
        unknown if unknown == key => written.to_owned(),
        words => format!("{amount} {words}"),
    }
}

/// The components of a publication, by the keys that hold them, in `language`.
pub(super) fn components(keys: &[&str], language: &str) -> Vec<String> {
    let locale = Locale::of(language);
    keys.iter().map(|key| locale.say(&format!("component.{key}")).to_owned()).collect()
}
