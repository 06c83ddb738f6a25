//! The ways to apply, and what the words beside them say of applying on line.

use crate::{
    import::{
        procedure::{Because, Channel},
        record::{Record, Way},
    },
    text,
};

/// Words by which a source says that the applicant must be there.
const PRESENCE: [&str; 5] = ["phải có mặt", "có mặt ở việt nam để trực tiếp nhận", "thu nhận vân tay", "lấy dấu vân tay", "mống mắt"];

/// The channels of `record`, each once.
pub(super) fn of(record: &Record) -> Vec<Channel> {
    let mut channels: Vec<Channel> = Vec::new();
    for way in record.channels.iter().filter(|way| !way.by.is_empty()) {
        if !channels.iter().any(|channel| channel.by == way.by) {
            channels.push(Channel { by: way.by, level: way.full.then_some("full") });
        }
    }
    let told = record.channels.iter().any(|way| tells_of(&way.says, &["trực tuyến"]));
    if told && channels.iter().all(|channel| channel.by != "online") {
        channels.push(Channel { by: "online", level: None });
    }
    channels.sort_by_key(|channel| ["online", "in-person", "post"].iter().position(|by| *by == channel.by));
    channels
}

/// Whether the steps or the words beside a way tell of applying on line although no such way is listed: then the list is not whole.
pub(super) fn is_unlisted(record: &Record, listed: &[Channel]) -> bool {
    let mut says = record.channels.iter().map(|way| way.says.as_str()).chain([record.steps.as_str()]);
    let ways = ["trực tuyến", "môi trường điện tử", "cổng dịch vụ công"];
    let itself = |way: &Way| clauses(&way.says).iter().any(|clause| clause.contains("qua môi trường điện tử"));
    let told = says.any(|says| tells_of(says, &ways)) || record.channels.iter().any(itself);
    told && listed.iter().all(|channel| channel.by != "online")
}

/// Why not all of `record` can be done on line: the applicant must be there.
pub(super) fn partial(record: &Record) -> Option<Because> {
    let full = record.channels.iter().any(|way| way.full);
    let mut says = record.channels.iter().map(|way| way.says.as_str()).chain([record.steps.as_str()]);
    let there = says.any(|says| {
        let folded = text::fold(says);
        PRESENCE.iter().any(|mark| folded.contains(mark))
    });
    (there && !full).then_some(Because { reason: "presence-by-law" })
}

/// Whether a clause of `says` tells that one applies by one of `ways`.
fn tells_of(says: &str, ways: &[&str]) -> bool {
    clauses(says).iter().any(|clause| {
        let applies = clause.contains("nộp") || clause.contains("gửi hồ sơ");
        applies && ways.iter().any(|way| clause.contains(way))
    })
}

/// The clauses of `says`, folded, without those that deny something.
fn clauses(says: &str) -> Vec<String> {
    let affirms = |clause: &String| !["không", "chưa"].iter().any(|no| clause.contains(no));
    says.split(['.', ';', '\n']).map(text::fold).filter(affirms).collect()
}
