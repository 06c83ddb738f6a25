//! What `redtape fix` says: what was written, what was not, and who must act before it can be.

use std::collections::BTreeMap;

use crate::{
    files::Store,
    locale::Locale,
    simplify::{Edit, Fixed, Placed, Refusal},
    text,
};

/// What came of the edits; `written` says under which words they are listed: those of what is done, or of what would be.
pub fn fixed(fixed: &Fixed, store: &Store, locale: &Locale, would: bool) -> String {
    let mut lines = Vec::new();
    let head = if would { "fix.would" } else { "fix.written" };
    for file in fixed.files.keys() {
        lines.push(locale.say(head).replace("{file}", &text::line(store.name(*file))));
        let own = fixed.done.iter().filter(|placed| placed.file == *file);
        lines.extend(own.map(|placed| format!("  {}", said(&placed.edit, locale))));
    }
    let count = if would { "fix.edits.would" } else { "fix.edits" };
    match fixed.done.len() {
        0 if fixed.refused.is_empty() => lines.push(locale.say("fix.nothing").to_owned()),
        0 => (),
        n => lines.push(locale.count(count, n)),
    }
    lines.extend(refused(&fixed.refused, store, locale));
    if !fixed.open.is_empty() {
        lines.push(locale.count("fix.open", fixed.open.len()));
    }
    lines.extend(left(&fixed.left, locale));
    lines.join("\n") + "\n"
}

/// One edit: what it does, with what, to what, and the rule that asks for it.
fn said(edit: &Edit, locale: &Locale) -> String {
    let key = format!("edit.{}", edit.what);
    let with = if edit.with.is_empty() { String::new() } else { format!(" ({})", edit.with.join(", ")) };
    let title = if edit.title.is_empty() { edit.at.as_str() } else { edit.title.as_str() };
    text::line(&format!("{}{with}: {title} [{}]", locale.say(&key), edit.rule)).into_owned()
}

fn refused(refused: &[(Placed, Refusal)], store: &Store, locale: &Locale) -> Vec<String> {
    if refused.is_empty() {
        return Vec::new();
    }
    let one = |(placed, why): &(Placed, Refusal)| {
        let (file, key) = (text::line(store.name(placed.file)), format!("refusal.{}", why.word()));
        format!("  {file}: {}: {}", said(&placed.edit, locale), locale.say(&key))
    };
    std::iter::once(locale.count("fix.refused", refused.len())).chain(refused.iter().map(one)).collect()
}

/// What others must allow, by the lowest who can; what the office itself could do is not proved.
fn left(left: &[Placed], locale: &Locale) -> Vec<String> {
    if left.is_empty() {
        return Vec::new();
    }
    let mut by: BTreeMap<(usize, String), usize> = BTreeMap::new();
    for placed in left {
        let alone = placed.edit.who == ["agency"];
        let who = placed.edit.who.iter().find(|who| *who != "agency").map_or("agency", String::as_str);
        let words = if alone { locale.say("fix.unproved").to_owned() } else { locale.say(&format!("who.{who}")).to_owned() };
        *by.entry((usize::from(!alone), words)).or_default() += 1;
    }
    let width = by.values().map(|count| count.to_string().len()).max().unwrap_or(1);
    let lines = by.into_iter().map(|((_, words), count)| format!("  {count:>width$}  {words}"));
    std::iter::once(locale.count("fix.left", left.len())).chain(lines).collect()
}

/// The loud words for an edit that was written though it is not proved or others must allow it.
pub fn unsafely(placed: &Placed, store: &Store, locale: &Locale) -> String {
    let edit = &placed.edit;
    let who: Vec<&str> = edit.who.iter().map(|who| who.as_str()).collect();
    let who = locale.commas(&who.iter().map(|who| locale.say(&format!("who.{who}")).to_owned()).collect::<Vec<_>>());
    let amends = if edit.amends.is_empty() { String::new() } else { format!(" ({})", locale.semicolons(&edit.amends)) };
    let words = locale.say("fix.unsafe").replace("{file}", store.name(placed.file)).replace("{edit}", &said(edit, locale));
    let confidence = locale.say(&format!("confidence.{}", edit.confidence.word())).to_owned();
    text::line(&words.replace("{confidence}", &confidence).replace("{who}", &who).replace("{amends}", &amends)).into_owned()
}
