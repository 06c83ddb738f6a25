//! A row in clauses, and the stretches of a clause that state a condition.

use super::name::Mention;
use super::script::Script;
use super::{phrase, place};

/// A stretch of a row, by its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    /// Where it begins.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
}

impl Span {
    /// Whether `at` lies inside.
    pub(super) fn holds(self, at: usize) -> bool {
        (self.start..self.end).contains(&at)
    }
}

/// What opens a condition.
const OPENERS: [&str; 23] = [
    "đối với trường hợp", "đối với các trường hợp", "trong trường hợp", "trừ trường hợp", "trừ các trường hợp", "tùy từng trường hợp",
    "tùy theo từng trường hợp", "áp dụng đối với", "áp dụng cho", "dành cho", "dùng cho", "cho trường hợp", "với trường hợp", "đối với", "trường hợp",
    "nếu", "ngoài", "chỉ áp dụng", "sử dụng cho trường hợp", "trong các trường hợp", "khi có", "các trường hợp", "riêng đối với",
];

/// What a dash joins to the number of a template: where it was issued.
const CITED: [&str; 6] = ["Quyết định số", "Thông tư", "Nghị định", "Phụ lục", "Luật", "QĐ"];

/// Words before an opener that make it part of a name or a reference.
const NOT_BEFORE: [&str; 13] =
    ["thuộc", "một trong", "thuộc một trong", "thuộc các", "mọi", "từng", "về", "an toàn", "ngoại", "khu vực", "quyền", "dự án đầu tư", "có hiệu lực"];

/// Demands that end a condition which opens a clause and has no "thì".
const DEMANDS: [&str; 14] = [
    "phải nộp", "phải có", "phải bổ sung", "phải xuất trình", "phải gửi", "phải kèm", "cần có", "cần nộp", "chỉ nộp", "chỉ cần nộp", "nộp thêm", "bổ sung thêm",
    "có trách nhiệm cung cấp", "cần bổ sung",
];

/// The same said with a bare verb.
const VERBS: [&str; 5] = ["nộp", "xuất trình", "bổ sung", "gửi kèm", "thay bằng"];

/// The clauses of a row, from left to right: parted by line ends, semicolons, full stops and list marks.
pub(super) fn split(script: &Script) -> Vec<Span> {
    let folded = script.folded.as_str();
    let mut cuts: Vec<(usize, usize)> = script.breaks.iter().map(|at| (*at, *at)).collect();
    for (at, c) in folded.char_indices() {
        let end = at + c.len_utf8();
        let (before, after) = (&folded[..at], &folded[end..]);
        if let Some(marker) = letter(c, before, after) {
            cuts.push((at - marker, end));
            continue;
        }
        let cut = match c {
            ';' => depth(before) == 0,
            '.' => after.starts_with(' ') && !before.ends_with(|c: char| c.is_ascii_digit()) && depth(before) == 0,
            '-' | '+' | '*' | '•' | '–' => (before.is_empty() || before.ends_with([' ', ':', '.', ';'])) && bullet(&script.kept[end..], before),
            _ => false,
        };
        if cut {
            cuts.push((at, end));
        }
    }
    cuts.sort_unstable();
    rejoin(folded, between(&cuts, folded.len()))
}

/// `spans`, with a condition that runs on over a semicolon up to its "thì" made whole again.
fn rejoin(folded: &str, spans: Vec<Span>) -> Vec<Span> {
    let mut whole: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        let words = &folded[span.start..span.end];
        match whole.last_mut() {
            Some(last) if runs_on(&folded[last.start..last.end], words) && folded[last.end..span.start].contains(';') => last.end = span.end,
            _ => whole.push(span),
        }
    }
    whole
}

/// Whether `first` opens a condition that only `next` closes.
fn runs_on(first: &str, next: &str) -> bool {
    let opens = |words: &str| phrase::head(words.trim_start_matches(|c: char| !c.is_alphabetic()), &["trường hợp", "đối với trường hợp", "nếu"]).is_some();
    opens(first) && !phrase::holds(first, &["thì"]) && !first.contains(':') && !opens(next) && phrase::holds(next, &["thì"])
}

/// The length of the list letter or number before a bracket that closes nothing, as in "a) …".
fn letter(c: char, before: &str, after: &str) -> Option<usize> {
    let word = before.rsplit(' ').next().filter(|_| c == ')' && after.starts_with(' '))?;
    let short = (1..=4).contains(&word.chars().count()) && word.chars().all(|c| c.is_alphanumeric() || c == '.');
    (short && depth(before) == 0).then_some(word.len())
}

/// Whether a dash with `after` (as written) and `before` beside it begins an item rather than joining two words.
fn bullet(after: &str, before: &str) -> bool {
    let opens = before.trim_end().is_empty() || before.trim_end().ends_with([':', ';', '.', ')', ',']);
    let free = after.starts_with(' ') || after.starts_with(char::is_alphabetic);
    let capital = after.trim_start().starts_with(char::is_uppercase) && !CITED.iter().any(|cited| after.trim_start().starts_with(cited));
    free && (opens || before.ends_with(' ') && capital && depth(before) == 0)
}

/// How many brackets are open at the end of `before`.
fn depth(before: &str) -> usize {
    before.chars().fold(0usize, |open, c| match c {
        '(' => open + 1,
        ')' => open.saturating_sub(1),
        _ => open,
    })
}

/// What lies between `cuts`.
fn between(cuts: &[(usize, usize)], len: usize) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for (at, end) in cuts.iter().copied().chain([(len, len)]) {
        if at > start {
            spans.push(Span { start, end: at });
        }
        start = start.max(end);
    }
    spans
}

/// The conditions stated in `clause`, from left to right.
pub(super) fn conditions(folded: &str, clause: Span, mentions: &[Mention]) -> Vec<Span> {
    let mut zones: Vec<Span> = Vec::new();
    let mut from = clause.start;
    while let Some((start, opened)) = phrase::first(&folded[from..clause.end], &OPENERS).map(|(s, e)| (from + s, from + e)) {
        from = opened;
        let inside = mentions.iter().any(|mention| mention.start < start && start < mention.end);
        let next = mentions.iter().any(|mention| place::strip(&folded[opened..mention.start.max(opened)]).is_empty() && mention.start >= opened);
        let names = next && joins_name(&folded[clause.start..start], &folded[start..opened]) || phrase::head(folded[opened..].trim_start(), &["là"]).is_some() && folded[start..].starts_with("nếu") && mentions.iter().any(|m| m.start >= opened && m.start <= opened + " là ".len());
        if inside || names || is_reference(&folded[clause.start..start], &folded[start..opened]) {
            continue;
        }
        let end = close(folded, clause, start, opened, mentions);
        zones.push(Span { start, end });
        from = end.max(opened);
    }
    zones
}

/// Whether the opener only joins a form of paper to its name: "bản sao có xác nhận của đơn vị đối với giấy …".
fn joins_name(before: &str, opener: &str) -> bool {
    opener == "đối với" && phrase::head(before.trim_start_matches(|c: char| !c.is_alphabetic()), &["bản sao", "bản chụp", "bản chính"]).is_some() && before.chars().count() < 70
}

/// Whether the opener belongs to a name or points at another rule.
fn is_reference(before: &str, opener: &str) -> bool {
    let before = before.trim_end();
    let bare = matches!(opener, "trường hợp" | "đối với" | "các trường hợp");
    // "có giá trị sử dụng nếu được cấp chưa quá 06 tháng" says how old a paper may be, not when it is wanted.
    let age = opener == "nếu" && phrase::tail(before, &["giá trị sử dụng", "có giá trị", "còn giá trị"]).is_some();
    let one_of = opener == "các trường hợp" && phrase::tail(before, &["một trong", "thuộc", "thuộc một trong"]).is_some();
    age || one_of || opener == "ngoài" && phrase::tail(before, &["nước", "bên", "ra"]).is_some() || bare && phrase::tail(before, &NOT_BEFORE).is_some()
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
    let comma = rest.match_indices(',').map(|(at, _)| at).find(|at| mentions.iter().any(|m| m.start >= opened + at && m.start <= opened + at + 30));
    let end = colon.into_iter().chain(demand).min().or(comma).unwrap_or(rest.len());
    // "…, hồ sơ còn phải có": the words before the demand name who must, not when.
    let subject = rest[..end].rfind(',').filter(|at| phrase::head(rest[at + 1..end].trim_start(), &["hồ sơ", "người", "công dân", "chủ đầu tư", "tổ chức", "bên"]).is_some());
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
    let ends = next.filter_map(|mention| {
        let context = &folded[opened..mention.start];
        let joined = place::strip(context);
        let or = joined.ends_with("hoặc") || joined.ends_with(',');
        let own = phrase::first(&folded[mention.end..limit], &["đối với"]).is_some_and(|(at, _)| at < 60);
        let copied = phrase::tail(context.trim_end(), &["bản sao", "bản chính", "bản chụp"]).is_some() && (or || phrase::tail(joined, &["và"]).is_some());
        let start = opened + context.find(joined).unwrap_or(0);
        (or && own || copied).then_some(start + joined.trim_end_matches("hoặc").trim_end().len())
    });
    ends.min().unwrap_or(limit)
}
