//! Tells who must confirm a paper that the applicant writes himself.

use std::sync::LazyLock;

use super::{
    phrase::{self, Set},
    script::Script,
    words,
};

/// What a paper that the applicant writes himself begins with.
static OWN: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("own-papers"));

/// Said where somebody else must confirm such a paper.
static CONFIRMED: LazyLock<Set> = LazyLock::new(|| Set::new(&words::list("confirmed")));

/// Said before somebody else who may confirm it instead.
const OR: &str = "hoặc xác nhận của";

/// Where the name of whoever confirms ends.
const ENDS: [&str; 9] = [" (", ")", ";", ",", ".", " về ", " theo ", " hoặc ", " trong "];

/// Who must confirm the paper that `title` asks for, in the words of the title: only where the applicant writes it himself, since what
/// an office issues needs no confirmation but is one.
pub fn confirmer(title: &str) -> Option<String> {
    // Most titles are asked in vain: this spares them the rest.
    if !title.contains("nhận của") {
        return None;
    }
    let script = Script::new(title);
    let folded = script.folded.as_str();
    let start = folded.find(char::is_alphabetic)?;
    let own = phrase::head(&folded[start..], &OWN)?;
    // "Đơn vị" is no application.
    if folded[start + own.len()..].starts_with(" vị") {
        return None;
    }
    let (_, end) = CONFIRMED.first(folded)?;
    let first = name(script.kept.get(end..)?)?;
    // Others may confirm it instead: "… hoặc xác nhận của …".
    let others = phrase::places(folded, OR).filter(|at| *at >= end).filter_map(|at| name(script.kept.get(at + OR.len()..)?));
    Some(std::iter::once(first).chain(others).collect::<Vec<&str>>().join(" / "))
}

/// The name that `words` begin with.
fn name(words: &str) -> Option<&str> {
    let words = words.trim_start();
    let until = ENDS.iter().filter_map(|stop| words.find(stop)).min().unwrap_or(words.len());
    words.get(..until).map(str::trim).filter(|name| !name.is_empty())
}
