//! Time limits as words state them: by case, by area, as a total or on top of another.

use crate::{
    duration::{Duration, Unit},
    import::{
        clauses,
        condition::{self, is_remote},
        lengths::{self, Quantity},
        words,
    },
};

/// What a statement is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// The whole procedure.
    Whole,
    /// So much more than otherwise.
    More,
    /// One step or one agency's share; not the limit of the procedure.
    Share,
}

/// One statement of a length of time.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Said {
    /// How long.
    pub length: Duration,
    /// What it is about.
    pub scope: Scope,
    /// Whether it holds for mountainous and other difficult areas.
    pub remote: bool,
    /// The case it holds for, in words.
    pub when: Option<String>,
    /// Whether it is counted from the complete dossier.
    pub from_complete: bool,
    /// What stood before the number, as a name for the statement.
    pub subject: String,
    /// The clause it stands in.
    pub clause: String,
}

/// Words that tell of one step or one agency's share.
const SHARE: [&str; 14] = [
    "bước ",
    "thời gian thực hiện tại",
    "thời gian giải quyết tại",
    "cơ quan thuế",
    "họp hội đồng",
    "trình phê duyệt",
    "thời gian thông báo",
    "ban hành quyết định",
    "niêm yết",
    "thời gian thu hồi",
    "thực hiện tại cơ quan",
    "thực hiện tại ủy ban",
    "chuyển hồ sơ",
    "trả lời",
];

/// How many statements are read before a text is left alone.
const MOST: usize = 200;

/// Who acts within a share of the time.
const ACTORS: [&str; 9] = ["sở ", "cục ", "ủy ban", "uỷ ban", "cơ quan", "cơ sở", "công an", "những người", "người nhận con nuôi"];

/// Words after the number that tell of a later step.
const LATER: [&str; 5] = ["nhận được thông báo", "khi thông báo", "ngày thông báo", "nhận được văn bản", "nhận được kết quả"];

/// Words that tell of time on top of another.
const MORE: [&str; 4] = ["tăng thêm", "kéo dài thêm", "cộng thêm", "gia hạn thêm"];

/// The statements in `text`, in its order.
pub(super) fn statements(text: &str) -> Vec<Said> {
    let mut said = Vec::new();
    let (mut heading, mut shares) = (None, false);
    for piece in clauses::of(text) {
        if said.len() > MOST {
            break;
        }
        let (clause, folded) = clauses::scanned(&piece);
        let found = lengths::find(&folded);
        shares = (shares || folded.starts_with("trong đó")) && !is_remote(&folded);
        if found.is_empty() {
            if folded.ends_with(':') {
                heading = condition::before(&clause, &folded);
                shares = folded.starts_with("trong đó");
            }
            continue;
        }
        for mut statement in of_piece(&clause, &folded, &found) {
            if shares && statement.scope == Scope::Whole {
                statement.scope = Scope::Share;
            }
            statement.when = statement.when.or_else(|| heading.clone());
            said.push(statement);
        }
    }
    share_out(&mut said);
    said
}

/// Several lengths of time that each belong to an agency or a person are shares of a whole that nobody states.
fn share_out(said: &mut [Said]) {
    let acts = |said: &Said| {
        let subject = said.subject.to_lowercase();
        let actor = ["thời gian ", "thời hạn "].iter().find_map(|lead| subject.strip_prefix(lead));
        let actor = actor.unwrap_or(&subject);
        said.scope == Scope::Whole && ACTORS.iter().any(|known| actor.starts_with(known))
    };
    if said.iter().filter(|said| acts(said)).count() > 1 {
        for said in said.iter_mut() {
            if said.scope == Scope::Whole && !said.subject.is_empty() {
                said.scope = Scope::Share;
            }
        }
    }
}

/// The condition with which `text` opens, where it opens with one.
pub(super) fn opening(text: &str) -> Option<String> {
    let first = clauses::of(text).into_iter().next()?;
    let folded = first.to_lowercase();
    let opens = folded.starts_with("trường hợp") || folded.starts_with("đối với trường hợp");
    if opens && !is_remote(&folded) { condition::before(&first, &folded) } else { None }
}

/// What the first statement of `text` names as the thing that takes the time.
pub(super) fn subject(text: &str) -> Option<String> {
    let first = statements(text).into_iter().find(|said| said.scope == Scope::Whole && !said.remote)?;
    let folded = first.subject.to_lowercase();
    let named = ["thời gian ", "thời hạn "].iter().any(|mark| folded.starts_with(mark));
    (named && folded.split(' ').count() > 4).then_some(first.subject)
}

/// Whether `text` names remote areas in a clause of its own, without a number.
pub(super) fn names_remote(text: &str) -> bool {
    clauses::of(text).iter().any(|piece| {
        let folded = piece.trim_start_matches(['*', '-', '+', ' ']).to_lowercase();
        folded.starts_with("đối với các xã") && is_remote(&folded) && lengths::find(&folded).is_empty()
    })
}

fn of_piece(clause: &str, folded: &str, found: &[Quantity]) -> Vec<Said> {
    let mut said = Vec::new();
    let mut from = 0;
    for (at, quantity) in found.iter().enumerate() {
        let until = found.get(at + 1).map_or(folded.len(), |next| next.start);
        let part = |whole: &str, from: usize, to: usize| whole.get(from..to).unwrap_or_default().to_owned();
        let (before, after) = (part(folded, from, quantity.start), part(folded, quantity.end, until));
        let (written, follows) = (part(clause, from, quantity.start), part(clause, quantity.end, until));
        if is_loose(quantity, &before) {
            from = quantity.end;
            continue;
        }
        let last = at + 1 == found.len();
        let (own, taken) = condition::after(&follows, &after, last);
        let remote = is_remote(&before) || (own.is_none() && last && is_remote(&after) && !has(&before, &MORE));
        said.push(Said {
            length: quantity.length,
            scope: scope(&before, &after),
            remote,
            when: if is_remote(&before) { None } else { own.or_else(|| condition::before(&written, &before)) },
            from_complete: ["đủ hồ sơ", "hồ sơ đầy đủ", "hồ sơ hợp lệ", "đầy đủ hồ sơ"].iter().any(|mark| after.contains(mark)),
            subject: subject_of(&written),
            clause: clause.to_owned(),
        });
        from = quantity.end + taken;
    }
    said
}

/// Whether months or weeks stand there for something else than a limit, "cấp cho 06 tháng".
fn is_loose(quantity: &Quantity, before: &str) -> bool {
    let long = matches!(quantity.length.unit, Unit::Weeks | Unit::Months | Unit::Years);
    let limits = ["không quá", "trong", "thời hạn", "thời gian", "tối đa", "là", ":"];
    long && !before.trim().is_empty() && !limits.iter().any(|mark| before.trim_end().ends_with(mark))
}

/// The words before a number, without "là không quá" at their end.
fn subject_of(written: &str) -> String {
    let mut own = written.trim_end_matches([' ', ':']);
    while let Some(rest) = ["không quá", "tối đa", " là"].iter().find_map(|tail| own.strip_suffix(tail)) {
        own = rest.trim_end_matches([' ', ':']);
    }
    words::bare(own)
}

fn scope(before: &str, after: &str) -> Scope {
    if has(before, &MORE) {
        Scope::More
    } else if has(before, &SHARE) || has(after, &LATER) {
        Scope::Share
    } else {
        Scope::Whole
    }
}

fn has(folded: &str, marks: &[&str]) -> bool {
    marks.iter().any(|mark| folded.contains(mark))
}
