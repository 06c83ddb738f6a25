//! Whether a paper is named as a part of the dossier, or only to say something of another.

use std::sync::LazyLock;

use super::clause::Span;
use super::name::Mention;
use super::words;
use super::{paper, phrase};

/// What a name does where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It is asked for.
    Asked,
    /// It only describes: a condition, a person, another paper.
    Told,
}

/// How a paper named after a form belongs to what the form asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tie {
    /// It is a further paper in a list: "đơn đề nghị cấp … hoặc …".
    Listed,
    /// It is the paper that the form is about, once more.
    Same,
}

/// Words between an item's beginning and its name.
static MODIFIERS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("modifiers"));

/// Words that join a name to the one before.
static JOINS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("joins"));

/// Words that ask for what follows.
static ASKS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("asks"));

/// Said where a paper need not be handed in: at the head of a row, of the paper that follows.
static WAIVERS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("waivers"));

/// Words before such a verb that turn it round.
static DENIES: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("denies"));

/// The part each of `mentions` plays in `clause`, in their order; `tied` tells whether what follows a form's name in such a context still belongs to what it asks for.
pub(super) fn roles(
    folded: &str,
    clause: Span,
    zones: &[Span],
    mentions: &[Mention],
    tied: impl Fn(&Mention, &Mention, &str) -> Option<Tie>,
) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::with_capacity(mentions.len());
    let mut from = clause.start;
    let mut last: Option<&Mention> = None;
    for mention in mentions {
        let context = &folded[from..mention.start];
        let tie = last.and_then(|last| tied(last, mention, context));
        // "… báo cáo …/ báo cáo … điều chỉnh": the same paper once more.
        let again = tie == Some(Tie::Same) || repeated(last, mention, context, &roles);
        let before = roles.last().map(|role| if tie.is_some() { Role::Told } else { *role });
        last = Some(mention);
        let in_zone = zones.iter().any(|zone| zone.holds(mention.start));
        // Words of a condition that ended before this name do not speak of it.
        let ended = zones.iter().map(|zone| zone.end).filter(|end| (from..=mention.start).contains(end)).max();
        let start = ended.unwrap_or(from);
        let opens = ended.is_some() || from == clause.start;
        roles.push(if in_zone || again { Role::Told } else { role(&folded[start..mention.start], opens, before) });
        from = mention.end;
    }
    roles
}

/// Whether `mention` only names once more, after a slash, what `last` told.
fn repeated(last: Option<&Mention>, mention: &Mention, context: &str, roles: &[Role]) -> bool {
    last.is_some_and(|last| last.entry == mention.entry) && roles.last() == Some(&Role::Told) && strip(context).ends_with('/')
}

/// The role of a name that follows `context`; `opens`: nothing was named before it in this stretch.
fn role(context: &str, opens: bool, before: Option<Role>) -> Role {
    let bare = strip(context);
    let bare = if opens && paper::lead(bare) == bare.len() { "" } else { bare };
    if bare.is_empty() {
        return if opens { Role::Asked } else { before.unwrap_or(Role::Asked) };
    }
    if opens && WAIVERS.contains(&bare) {
        return Role::Asked;
    }
    let (joined, rest) = unjoin(bare);
    if joined {
        let inner = strip(rest.trim_end_matches(is_mark));
        let inner = inner.trim_matches(|c: char| is_mark(c) || c == ')');
        let plain = inner.trim().is_empty() || plain_aside(inner);
        return if plain && !opens { before.unwrap_or(Role::Asked) } else { Role::Asked };
    }
    match phrase::tail(bare, &ASKS) {
        Some("có") if opens && bare == "có" => Role::Asked,
        Some("có") => {
            if phrase::tail(bare, &["phải có", "thì có", "cần có", "và có"]).is_some() {
                Role::Asked
            } else {
                Role::Told
            }
        }
        Some("thì") => Role::Asked,
        Some(verb) => {
            let left = bare[..bare.len() - verb.len()].trim_end();
            let denied = if verb.starts_with("phải") { phrase::tail(left, &["không"]) } else { phrase::tail(left, &DENIES) };
            if denied.is_some() { Role::Told } else { Role::Asked }
        }
        None => Role::Told,
    }
}

/// Whether an aside in brackets says nothing that parts two items.
fn plain_aside(inner: &str) -> bool {
    matches!(inner.trim_matches(['(', ')', ' ']), "nếu có" | "bản chính" | "bản sao" | "bản gốc")
}

/// `context` without the words that may stand between an item's beginning and its name.
pub(super) fn strip(context: &str) -> &str {
    let mut bare = context.trim_matches(|c: char| c == ' ' || is_quote(c));
    loop {
        let before = bare;
        if let Some(word) = phrase::tail(bare, &MODIFIERS) {
            bare = &bare[..bare.len() - word.len()];
        }
        bare = bare.trim_end_matches(|c: char| c == ' ' || is_quote(c));
        bare = bare.strip_suffix("+)").unwrap_or(bare);
        bare = strip_number(bare);
        if bare.len() == before.len() {
            let empty = !bare.contains(|c: char| c.is_alphanumeric() || matches!(c, ',' | '/'));
            return if empty { "" } else { bare.trim_start() };
        }
    }
}

/// `bare` without a number at its end, as in "02", "01 (một)", "18a".
fn strip_number(bare: &str) -> &str {
    let inner = bare.strip_suffix(')').and_then(|cut| cut.rfind('(').map(|at| (&cut[at + 1..], &bare[..at])));
    if let Some((aside, left)) = inner
        && aside.chars().count() <= 6
        && left.trim_end().ends_with(|c: char| c.is_ascii_digit())
    {
        return left.trim_end();
    }
    let word = bare.rsplit([' ', '(']).next().unwrap_or(bare);
    let numeric =
        word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '/' | '-'));
    let listed = word.ends_with([')', '.']) && word.chars().count() <= 4 && word.chars().any(char::is_alphanumeric);
    if numeric || listed { bare[..bare.len() - word.len()].trim_end() } else { bare }
}

/// `bare` without a joining mark or word at its end, and whether there was one.
fn unjoin(bare: &str) -> (bool, &str) {
    if let Some(word) = phrase::tail(bare, &JOINS) {
        return (true, bare[..bare.len() - word.len()].trim_end());
    }
    let cut = bare.trim_end_matches(|c: char| is_mark(c) || c == ' ');
    (cut.len() < bare.len() && bare.ends_with(is_mark), cut)
}

/// Whether `c` parts items.
fn is_mark(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '/' | '(' | '+' | '-' | '*' | '–' | '.' | '•')
}

/// Whether `c` is a quotation mark.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '\'' | '«' | '»')
}
