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

/// Said where the kind of paper is left open.
static OPEN: LazyLock<Set> = LazyLock::new(|| Set::new(&words::list("open")));

/// What such words leave open no longer: an established class of papers.
static NOT_OPEN: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("not-open"));

/// Said after the name of a paper that this procedure replaces.
static OLD: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("old"));

/// What may follow such words that is no paper: fees, certifications.
static NOT_WAIVED: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("not-waived"));

/// Said where the office itself looks the data up.
static LOOKED_UP: LazyLock<Set> = LazyLock::new(|| Set::new(&words::list("looked-up")));

/// What is done with data.
static FINDING: LazyLock<Set> = LazyLock::new(|| Set::new(&words::list("finding")));

/// Whether the row says that a paper need not be handed in.
pub(super) fn waived(folded: &str) -> bool {
    let paper = |(start, end, _): &(usize, usize, usize)| {
        phrase::head(folded[*end..].trim_start(), &NOT_WAIVED).is_none() && !turned(&folded[..*start])
    };
    WAIVERS.all(folded).iter().any(paper)
        || spared(folded)
        || !only_if_not_found(folded) && LOOKED_UP.all(folded).iter().any(|(start, _, _)| !turned(&folded[..*start]))
}

/// Whether `before` ends with a word that turns what follows round, or makes it a question.
fn turned(before: &str) -> bool {
    let before = before.trim_end();
    phrase::tail(before, &["không", "chưa", "không thể", "chưa thể", "nếu", "khi", "việc"]).is_some()
}

/// Whether someone is not asked to bring a paper: "không yêu cầu cá nhân cung cấp".
fn spared(folded: &str) -> bool {
    phrase::places(folded, "không yêu cầu").any(|at| {
        let rest = &folded[at..];
        phrase::first(rest, &["nộp", "xuất trình", "cung cấp"]).is_some_and(|(verb, end)| {
            verb < 60 && !rest[..verb].contains([',', ';', '.']) && phrase::head(rest[end..].trim_start(), &NOT_WAIVED).is_none()
        })
    })
}

/// Whether the row wants a paper only if the data cannot be found.
pub(super) fn only_if_not_found(folded: &str) -> bool {
    let fails = |(start, _, _): &(usize, usize, usize)| {
        phrase::tail(folded[..*start].trim_end(), &["không", "chưa", "không thể", "chưa thể", "không được", "chưa được"]).is_some()
    };
    let of_data = || phrase::holds(folded, &["cơ sở dữ liệu", "csdl", "dữ liệu", "thông tin", "hệ thống"]);
    NOT_FOUND.is_in(folded) || FINDING.all(folded).iter().any(fails) && of_data()
}

/// Whether the row allows another paper of the same force.
pub(super) fn equivalent(folded: &str) -> bool {
    EQUIVALENTS.first(folded).is_some_and(|(start, end)| {
        let after = folded[end..].trim_start();
        // "cấp trung đoàn hoặc tương đương" speaks of who issues the paper.
        let issuer = folded[start..].starts_with("hoặc tương đương")
            && phrase::last_words(&folded[..start], 5).is_some_and(|words| phrase::holds(words, &["cấp", "đơn vị"]));
        !issuer && !after.starts_with("hộ chiếu") && !after.starts_with("giấy báo tử")
    })
}

/// Whether `folded` soon after `at` speaks of another paper of the same force.
pub(super) fn equivalent_near(folded: &str, at: usize) -> bool {
    EQUIVALENTS.first(&folded[at..]).is_some_and(|(start, _)| start < 60) && equivalent(folded)
}

/// Whether the row names no particular paper.
pub(super) fn vague(folded: &str) -> bool {
    VAGUE.is_in(folded)
}

/// Whether `clause` asks for whatever paper proves something, at a place that `counts`; not as one choice after a named paper.
pub(super) fn open(clause: &str, counts: impl Fn(usize) -> bool) -> bool {
    OPEN.all(clause).iter().any(|(start, end, _)| {
        let before = clause[..*start].trim_end();
        counts(*start)
            && phrase::tail(before, &["hoặc"]).is_none()
            && !before.ends_with('/')
            && phrase::head(clause[*end..].trim_start(), &NOT_OPEN).is_none()
    })
}

/// Whether `name`, followed by `after`, is the old paper that comes back. "Giấy chứng nhận đã cấp" is but the land law's
/// word for the certificate, which is noted on as often as replaced.
pub(super) fn old(name: &str, after: &str) -> bool {
    let inside = (name.contains("đã cấp") || name.contains("đã được cấp")) && !name.starts_with("giấy chứng nhận đã cấp");
    let after = after.trim_start_matches([' ', ')', '"', '”']);
    let after = after.strip_prefix("phổ thông ").unwrap_or(after);
    let said = old_words(after);
    let general = ["qua các thời kỳ", "của pháp luật về"].iter().any(|words| after.find(words).is_some_and(|at| at < 120));
    (inside || said) && !general
}

/// Whether `words` begin by saying that a paper is the old one: not "đã được cấp có thẩm quyền phê duyệt".
fn old_words(words: &str) -> bool {
    phrase::head(words, &OLD).is_some_and(|old| {
        let after = words[old.len()..].trim_start();
        let by_office = old.ends_with("cấp") && after.starts_with("có thẩm quyền");
        !by_office && !after.starts_with("thẩm quyền")
    })
}

/// Whether `words`, which name a paper that no register knows, call it the old one.
pub(super) fn old_unknown(words: &str) -> bool {
    let near = |(at, _): &(usize, char)| *at > 0 && *at < 140;
    words
        .char_indices()
        .filter(|(_, c)| *c == ' ')
        .filter(near)
        .take_while(|(at, _)| !phrase::holds(&words[..*at], &["lý do", "chứng minh", "về việc"]))
        .any(|(at, _)| old_words(&words[at + 1..]))
}

/// Whether the row asks for the old paper back.
pub(super) fn returned(folded: &str) -> bool {
    phrase::holds(folded, &["nộp lại", "trả lại bản gốc", "thu lại"])
}
