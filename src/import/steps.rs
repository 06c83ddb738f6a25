//! The few facts about supplements and delays that the published steps state plainly.

use crate::{
    duration::Unit,
    import::{
        lengths,
        procedure::{Delay, Supplement},
        words,
    },
    text,
};

/// How often and how fast more papers may be asked for, where one sentence says so.
pub fn supplement(steps: &str) -> Option<Supplement> {
    let mut found = Supplement::default();
    for sentence in sentences(steps) {
        let asks = sentence.contains("bổ sung")
            && ["thông báo", "hướng dẫn", "yêu cầu"].iter().any(|word| sentence.contains(word));
        let again = sentence.contains("nhận bổ sung")
            || sentence.contains("hồ sơ bổ sung")
            || sentence.contains("vẫn không");
        if !asks || again {
            continue;
        }
        if ["một lần", "01 lần", " 1 lần"].iter().any(|once| sentence.contains(once)) {
            found.requests = Some(1);
        }
        let from_receipt = ["nhận được hồ sơ", "tiếp nhận hồ sơ", "nhận hồ sơ"]
            .iter()
            .any(|mark| sentence.contains(mark));
        let lengths = lengths::find(&sentence);
        if let ([only], true, None) = (lengths.as_slice(), from_receipt, &found.notice_in) {
            let plausible = !matches!(only.length.unit, Unit::Months | Unit::Years);
            found.notice_in = plausible.then(|| only.length.to_string());
        }
    }
    (found != Supplement::default()).then_some(found)
}

/// Whether the office excuses itself and names a new day when it is late.
pub fn delay(steps: &str) -> Option<Delay> {
    text::fold(steps).contains("xin lỗi và hẹn lại").then_some(Delay { apology: true })
}

fn sentences(steps: &str) -> Vec<String> {
    let lines = words::lines(steps).map(|line| text::fold(&line));
    lines
        .flat_map(|line| {
            line.split(". ").flat_map(|part| part.split(';')).map(str::to_owned).collect::<Vec<_>>()
        })
        .collect()
}
