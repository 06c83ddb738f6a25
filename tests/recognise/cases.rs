//! Short rows, made up for the purpose.

use redtape::recognise::{Lexicon, Reading};
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

/// One row and what must be read in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    /// The row.
    pub(crate) text: String,
    evidence: Vec<String>,
    #[serde(default)]
    any_of: bool,
    #[serde(default)]
    forms: Vec<String>,
    case: Option<String>,
    #[serde(default)]
    waived: bool,
    #[serde(default)]
    only_if_not_found: bool,
    #[serde(default)]
    is_form: bool,
    form_about: Option<String>,
    #[serde(default)]
    handed_back: bool,
    #[serde(default)]
    equivalent: bool,
    #[serde(default)]
    guidance: bool,
    #[serde(default)]
    vague: bool,
    unparsed: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct File {
    cases: Vec<Case>,
}

/// The cases in `yaml`.
pub(crate) fn read(yaml: &str) -> Vec<Case> {
    serde_yaml::from_str::<File>(yaml).unwrap().cases
}

impl Case {
    /// What is read wrongly.
    pub(crate) fn fault(&self, lexicon: &Lexicon) -> Option<String> {
        let reading = lexicon.read(&self.text);
        let forms: Vec<&str> = reading.forms.iter().map(|form| form.name()).collect();
        let flags = |one: &Reading| {
            [one.any_of, one.waived, one.only_if_not_found, one.is_form, one.handed_back, one.equivalent, one.guidance, one.vague]
        };
        let wanted =
            [self.any_of, self.waived, self.only_if_not_found, self.is_form, self.handed_back, self.equivalent, self.guidance, self.vague];
        let right = reading.evidence == self.evidence
            && forms == self.forms
            && reading.case == self.case
            && reading.form_about == self.form_about
            && flags(&reading) == wanted
            && self.unparsed.as_ref().is_none_or(|unparsed| reading.unparsed == *unparsed);
        (!right).then(|| format!("{}\n  read as {reading:?}", self.text))
    }
}

/// `text` as others would type it; letters alike, bytes not.
pub(crate) fn rewritten(text: &str) -> Vec<(&'static str, String)> {
    let words = || text.split(' ').collect::<Vec<_>>();
    vec![
        ("decomposed", text.nfd().collect()),
        ("no-break spaces", words().join("\u{a0}")),
        ("double spaces", words().join("  ")),
        ("zero-width characters", words().join("\u{200b} ")),
    ]
}
