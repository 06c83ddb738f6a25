//! What a row says of its papers besides their names.

use std::sync::LazyLock;

use super::phrase::{self, Set};
use super::words;

/// Said where a paper need not be handed in.
static WAIVERS: LazyLock<Set> = LazyLock::new(|| Set::new(&words::list("waivers")));

/// Said where a paper is wanted only if the data cannot be found.
static NOT_FOUND: LazyLock<Set> = LazyLock::new(|| Set::new(&words::list("not-found")));

/// Said where another paper of the same force will do.
static EQUIVALENTS: LazyLock<Set> = LazyLock::new(|| Set::new(&words::list("equivalents")));

/// Said where no particular paper is named.
static VAGUE: LazyLock<Set> = LazyLock::new(|| Set::new(&words::list("vague")));

/// Said after the name of a paper that this procedure replaces.
static OLD: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("old"));

/// Whether the row says that a paper need not be handed in.
pub(super) fn waived(folded: &str) -> bool {
    WAIVERS.is_in(folded)
}

/// Whether the row wants a paper only if the data cannot be found.
pub(super) fn only_if_not_found(folded: &str) -> bool {
    NOT_FOUND.is_in(folded)
}

/// Whether the row allows another paper of the same force.
pub(super) fn equivalent(folded: &str) -> bool {
    EQUIVALENTS.first(folded).is_some_and(|(_, end)| {
        !folded[end..].trim_start().starts_with("hộ chiếu")
            && !folded[end..].trim_start().starts_with("giấy báo tử")
    })
}

/// Whether the row names no particular paper.
pub(super) fn vague(folded: &str) -> bool {
    VAGUE.is_in(folded)
}

/// Whether `name`, followed by `after`, is the old paper that comes back.
pub(super) fn old(name: &str, after: &str) -> bool {
    let inside = name.contains("đã cấp") || name.contains("đã được cấp");
    let after = after.trim_start_matches([' ', ')', '"', '”']);
    let after = after.strip_prefix("phổ thông ").unwrap_or(after);
    let said = phrase::head(after, &OLD).is_some();
    let general = ["qua các thời kỳ", "của pháp luật về"]
        .iter()
        .any(|words| after.find(words).is_some_and(|at| at < 120));
    (inside || said) && !general
}

/// Whether the row asks for the old paper back.
pub(super) fn returned(folded: &str) -> bool {
    phrase::holds(folded, &["nộp lại", "trả lại bản gốc", "thu lại"])
}
