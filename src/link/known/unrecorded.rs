//! The documents of which the registers say nothing.

use crate::{
    confidence::Confidence,
    link::{LinkedDocument, linked::Linked},
    text,
};

/// How many characters of a title are shown.
const LONGEST: usize = 60;

/// What they are called: those that nobody is known to hold, for which no provision is recorded and nothing tells that there is none.
pub(super) fn said(linked: &Linked, language: &str) -> Vec<String> {
    let asked = |one: &LinkedDocument| one.document.obtained_by.as_deref().unwrap_or("applicant") == "applicant";
    let let_go = |one: &LinkedDocument| one.document.waived_when.is_some() || one.document.only_if_not_found || one.holder.is_some();
    let silent = |one: &&LinkedDocument| {
        one.law.askable && one.law.cites.is_empty() && one.law.known == Confidence::Undetermined && asked(one) && !let_go(one)
    };
    let mut titles: Vec<String> = Vec::new();
    for one in linked.documents.iter().filter(silent) {
        let title = text::shorten(one.document.title.said(language), LONGEST).into_owned();
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles
}
