//! The stretches of a clause that state a condition.

use std::sync::LazyLock;

use super::clause::{Span, depth};
use super::name::Mention;
use super::phrase::Set;
use super::{phrase, place, tell, words};

/// What opens a condition.
static OPENERS: LazyLock<Set> = LazyLock::new(|| Set::new(&words::list("openers")));

/// Words before an opener that make it part of a name or a reference.
static NOT_BEFORE: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("not-before-openers"));

/// Demands that end a condition which opens a clause and has no "thì".
static DEMANDS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("demands"));

/// The same said with a bare verb.
static VERBS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("verbs"));

/// Kinds of applicants: where one of them must bring a paper, others need not.
static PERSONS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("persons"));

/// Whoever applies.
static ANYONE: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("not-persons"));

/// The conditions stated in `clause`, from left to right.
pub(super) fn find(folded: &str, clause: Span, mentions: &[Mention]) -> Vec<Span> {
    let mut zones: Vec<Span> = Vec::new();
    zones.extend(whom(folded, clause, mentions));
    let mut from = zones.first().map_or(clause.start, |zone| zone.end);
    for (start, opened, _) in OPENERS.all(&folded[clause.start..clause.end]) {
        let (start, opened) = (clause.start + start, clause.start + opened);
        if start < from {
            continue;
        }
        from = opened;
        let inside = mentions.iter().any(|mention| mention.start < start && start < mention.end);
        let next =
            mentions.iter().any(|mention| place::strip(&folded[opened..mention.start.max(opened)]).is_empty() && mention.start >= opened);
        let names = next && joins_name(&folded[clause.start..start], &folded[start..opened])
            || phrase::head(folded[opened..].trim_start(), &["là"]).is_some()
                && folded[start..].starts_with("nếu")
                && mentions.iter().any(|m| m.start >= opened && m.start <= opened + " là ".len());
        if inside || names || is_reference(&folded[clause.start..start], &folded[start..opened]) {
            continue;
        }
        let end = close(folded, clause, start, opened, mentions);
        zones.push(Span { start, end });
        from = end.max(opened);
    }
    if zones.is_empty() {
        zones.extend(group(folded, clause, mentions));
    }
    zones
}

/// A kind of applicant in brackets, for whom alone `clause` speaks: "… (tổ chức trong nước)".
fn group(folded: &str, clause: Span, mentions: &[Mention]) -> Option<Span> {
    let words = &folded[clause.start..clause.end];
    words.match_indices('(').find_map(|(at, _)| {
        let (inner, _) = words[at + 1..].split_once(')')?;
        let start = clause.start + at + 1;
        let zone = Span { start, end: start + inner.len() };
        let named = mentions.iter().any(|mention| zone.holds(mention.start) || mention.start < start && start < mention.end);
        let kind = phrase::head(inner, &PERSONS).is_some() && phrase::head(inner, &ANYONE).is_none();
        (kind && !named && inner.len() < 90 && !phrase::holds(inner, &DOES)).then_some(zone)
    })
}

/// Verbs that make a remark about people of what would else be a kind of them.
const DOES: [&str; 11] = ["lập", "ký", "cấp", "tự", "do", "theo", "phải", "được", "gọi", "nộp", "đã"];

/// The kind of applicant who alone must bring what `clause` names: "Người nước ngoài phải nộp …".
fn whom(folded: &str, clause: Span, mentions: &[Mention]) -> Option<Span> {
    let words = &folded[clause.start..clause.end];
    let bare = words.trim_start_matches(|c: char| !c.is_alphabetic());
    let start = clause.end - bare.len();
    phrase::head(bare, &PERSONS)?;
    if phrase::head(bare, &ANYONE).is_some() {
        return None;
    }
    let (at, _) = phrase::first(bare, &["phải nộp", "phải xuất trình", "phải có", "phải bổ sung", "nộp thêm", "thì nộp"])?;
    let end = start + at;
    let free = !mentions.iter().any(|mention| mention.start < end)
        && !phrase::holds(&bare[..at], &["không", "được", "thì"])
        && phrase::tail(bare[..at].trim_end(), &["không", "còn"]).is_none();
    (free && at < 160).then_some(Span { start, end })
}

/// Whether the opener only joins a form of paper to its name: "bản sao có xác nhận của đơn vị đối với giấy …".
fn joins_name(before: &str, opener: &str) -> bool {
    opener == "đối với"
        && phrase::head(before.trim_start_matches(|c: char| !c.is_alphabetic()), &["bản sao", "bản chụp", "bản chính"]).is_some()
        && before.chars().count() < 70
}

/// Whether the opener belongs to a name or points at another rule.
fn is_reference(before: &str, opener: &str) -> bool {
    let before = before.trim_end();
    let bare = matches!(opener, "trường hợp" | "đối với" | "các trường hợp");
    // "có giá trị sử dụng nếu được cấp chưa quá 06 tháng" says how old a paper may be, not when it is wanted.
    let age = opener == "nếu" && phrase::tail(before, &["giá trị sử dụng", "có giá trị", "còn giá trị"]).is_some();
    // "đơn … (sử dụng cho trường hợp …)" tells one form from another, not when a form is wanted.
    let bare_before = before.trim_start_matches(|c: char| !c.is_alphabetic());
    let variant = opener == "sử dụng cho trường hợp" && phrase::head(bare_before, &["đơn", "tờ khai", "mẫu"]).is_some();
    let one_of = opener == "các trường hợp" && phrase::tail(before, &["một trong", "thuộc", "thuộc một trong"]).is_some();
    age || variant
        || one_of
        || opener == "ngoài" && phrase::tail(before, &["nước", "bên", "ra"]).is_some()
        || bare && phrase::tail(before, &NOT_BEFORE).is_some()
}

/// Where the condition that begins at `start` ends.
fn close(folded: &str, clause: Span, start: usize, opened: usize, mentions: &[Mention]) -> usize {
    let before = folded[clause.start..start].trim_end();
    if before.ends_with('(') {
        return folded[opened..clause.end].find(')').map_or(clause.end, |at| opened + at);
    }
    let limit = enclosing(folded, clause, start);
    let rest = &folded[opened..limit];
    if let Some(at) = phrase::places(rest, "thì").next() {
        return opened + at;
    }
    if !leads(before) {
        if folded[start..].starts_with("trừ") {
            return limit;
        }
        return restart(folded, opened, limit, mentions);
    }
    let colon = rest.find(':');
    let demand = phrase::first(rest, &DEMANDS).or_else(|| phrase::first(rest, &VERBS).filter(|_| colon.is_none())).map(|(at, _)| at);
    let comma =
        rest.match_indices(',').map(|(at, _)| at).find(|at| mentions.iter().any(|m| m.start >= opened + at && m.start <= opened + at + 30));
    let end = colon.into_iter().chain(demand).min().or(comma).unwrap_or(rest.len());
    // "…, hồ sơ còn phải có": the words before the demand name who must, not when.
    let subject = rest[..end].rfind(',').filter(|at| {
        phrase::head(rest[at + 1..end].trim_start(), &["hồ sơ", "người", "công dân", "chủ đầu tư", "tổ chức", "bên"]).is_some()
    });
    opened + subject.unwrap_or(end)
}

/// Whether nothing but list marks and numbers stands in `before`.
fn leads(before: &str) -> bool {
    before.chars().filter(|c| c.is_alphabetic()).count() < 3 || before.trim_end().ends_with([':', ')', ',']) && before.chars().count() < 12
}

/// The end of the brackets round `start`, or of the clause.
fn enclosing(folded: &str, clause: Span, start: usize) -> usize {
    let mut open = depth(&folded[clause.start..start]);
    if open == 0 {
        return clause.end;
    }
    for (at, c) in folded[start..clause.end].char_indices() {
        match c {
            '(' => open += 1,
            ')' if open == 1 => return start + at,
            ')' => open -= 1,
            _ => (),
        }
    }
    clause.end
}

/// Where another paper follows "hoặc" or a comma with a condition of its own, or as a copy or original: or `limit`.
fn restart(folded: &str, opened: usize, limit: usize, mentions: &[Mention]) -> usize {
    let next = mentions.iter().filter(|mention| mention.start > opened && mention.end <= limit);
    let first = next.clone().next().map(|mention| mention.start);
    let ends = next.filter_map(|mention| {
        let context = &folded[opened..mention.start];
        let joined = place::strip(context);
        let or = joined.ends_with("hoặc") || joined.ends_with(',');
        let own = phrase::first(&folded[mention.end..limit], &["đối với"]).is_some_and(|(at, _)| at < 60);
        let copied = phrase::tail(context.trim_end(), &["bản sao", "bản chính", "bản chụp"]).is_some()
            && (or || phrase::tail(joined, &["và"]).is_some());
        // "… đối với thành viên là tổ chức và văn bản cử người đại diện": after people, a paper is the next item.
        let people = Some(mention.start) == first
            && phrase::tail(joined, &["và", "kèm theo", "kèm", "hoặc"]).is_some()
            && PERSONS.iter().any(|person| phrase::head(context.trim_start(), &[person]).is_some())
            && !phrase::holds(context, &["có", "nộp", "cấp", "trường hợp", "tại", "trong"]);
        // A look-up that fails is no reason to speak of another paper: "… không khai thác được hoặc văn bản …".
        let unfound = Some(mention.start) == first && phrase::tail(joined, &["hoặc"]).is_some() && tell::only_if_not_found(context);
        let joined = if people { joined.trim_end_matches("và").trim_end() } else { joined };
        let start = opened + context.find(joined).unwrap_or(0);
        // "… chưa có ảnh (thẻ căn cước hoặc …)": the brackets say which papers.
        let listed = joined.ends_with('(');
        (or && own || copied || listed || people || unfound).then_some(start + joined.trim_end_matches("hoặc").trim_end().len())
    });
    ends.min().unwrap_or(limit)
}
