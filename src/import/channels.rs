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

/// Words by which a source says that all of it can be done on line.
const FULL: &str = "đủ điều kiện thực hiện dịch vụ công trực tuyến toàn trình";

/// The channels of `record`, each once.
pub(super) fn of(record: &Record) -> Vec<Channel> {
    let mut channels: Vec<Channel> = Vec::new();
    for way in record.channels.iter().filter(|way| !way.by.is_empty()) {
        if !channels.iter().any(|channel| channel.by == way.by) {
            let full = way.full || way.by == "online" && is_said_full(record);
            let compare_original = (way.by == "online" && asks_for_originals(record)).then_some(true);
            channels.push(Channel { by: way.by, level: full.then_some("full"), compare_original });
        }
    }
    let told = record.channels.iter().any(|way| tells_of(&way.says, &["trực tuyến"]));
    if told && channels.iter().all(|channel| channel.by != "online") {
        channels.push(Channel { by: "online", level: None, compare_original: None });
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
    let full = record.channels.iter().any(|way| way.full) || is_said_full(record);
    let mut says = record.channels.iter().map(|way| way.says.as_str()).chain([record.steps.as_str()]);
    let there = says.any(|says| {
        let folded = text::fold(says);
        PRESENCE.iter().any(|mark| folded.contains(mark))
    });
    (there && !full).then_some(Because { reason: "presence-by-law" })
}

/// Whether the words beside a way say that all of it can be done on line.
fn is_said_full(record: &Record) -> bool {
    record.channels.iter().any(|way| clauses(&way.says).iter().any(|clause| clause.contains(FULL)))
}

/// Whether who handed in what was scanned must still hand in the papers themselves, by the words of the steps or of the dossier.
fn asks_for_originals(record: &Record) -> bool {
    let rows = record.dossier.iter().flat_map(|part| &part.rows).map(|row| row.name.as_str());
    let mut words = rows.chain(record.channels.iter().map(|way| way.says.as_str())).chain([record.steps.as_str()]);
    words.any(|words| {
        let mut sentences = words.split(['.', ';', '\n']).map(text::fold);
        sentences.any(|sentence| {
            let scanned = ["bản số hóa", "bản số hoá"].iter().any(|scan| sentence.contains(scan)) && sentence.contains("nộp bản chính");
            sentence.contains("khi nhận kết quả") && (scanned || sentence.contains("nộp các giấy tờ là thành phần hồ sơ"))
        })
    })
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
