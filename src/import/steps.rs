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
pub(super) fn supplement(steps: &str) -> Option<Supplement> {
    let mut found = Supplement::default();
    for sentence in sentences(steps) {
        // To amend what is unlawful is not to hand in what is missing.
        let asks = sentence.replace("sửa đổi, bổ sung", "").contains("bổ sung")
            && ["thông báo", "hướng dẫn", "yêu cầu"].iter().any(|word| sentence.contains(word));
        let again = sentence.contains("nhận bổ sung") || sentence.contains("hồ sơ bổ sung") || sentence.contains("vẫn không");
        if !asks || again {
            continue;
        }
        if ["một lần", "01 lần", " 1 lần"].iter().any(|once| sentence.contains(once)) {
            found.requests = Some(1);
        }
        let from_receipt = ["nhận được hồ sơ", "tiếp nhận hồ sơ", "nhận hồ sơ"].iter().any(|mark| sentence.contains(mark));
        let lengths = lengths::find(&sentence);
        if let ([only], true, None) = (lengths.as_slice(), from_receipt, &found.notice_in) {
            let plausible = !matches!(only.length.unit, Unit::Months | Unit::Years);
            found.notice_in = plausible.then(|| only.length.to_string());
        }
    }
    (found != Supplement::default()).then_some(found)
}

/// Whether the office excuses itself and names a new day when it is late.
pub(super) fn delay(steps: &str) -> Option<Delay> {
    text::fold(steps).contains("xin lỗi và hẹn lại").then_some(Delay { apology: true })
}

/// How many sets of the dossier are handed in, where the words say one number: "nộp 02 bộ hồ sơ", "số lượng hồ sơ: 01 bộ".
pub(super) fn sets(published: &str) -> Option<u32> {
    let folded = text::fold(published);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.starts_with('(')).collect();
    let mut found: Option<u32> = None;
    for (at, word) in words.iter().enumerate() {
        let Ok(sets) = word.parse::<u32>() else { continue };
        let near = words.get(at.saturating_sub(4)..at).unwrap_or_default();
        let after = words.get(at + 1..).unwrap_or_default();
        let handed_in = near.last() == Some(&"nộp") && after.starts_with(&["bộ", "hồ"]);
        let counted = near.ends_with(&["hồ", "sơ:"]) && near.starts_with(&["số", "lượng"]);
        let bo = after.first().is_some_and(|word| word.trim_end_matches(['.', ',', ';']) == "bộ");
        match found {
            _ if !(handed_in || (counted && bo)) || sets == 0 => (),
            Some(other) if other != sets => return None,
            Some(_) | None => found = Some(sets),
        }
    }
    found
}

fn sentences(steps: &str) -> Vec<String> {
    let lines = words::lines(steps).map(|line| text::fold(&line));
    lines.flat_map(|line| line.split(". ").flat_map(|part| part.split(';')).map(str::to_owned).collect::<Vec<_>>()).collect()
}
