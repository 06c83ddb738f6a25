//! What the published steps let the applicant choose about the kind of copy.

use crate::text;

/// What the applicant may bring where he is free to choose.
pub(super) const FREE: [&str; 3] = ["original", "certified-copy", "copy"];

/// Words with which a choice of copy begins.
const CHOICES: [&str; 4] = ["được lựa chọn nộp", "có thể lựa chọn nộp", "được chọn nộp", "có thể nộp bản sao"];

/// Whether `words` let the applicant bring the original, a certified copy, or a copy with the original shown.
pub(super) fn are_free(words: &str) -> bool {
    let folded = text::fold(words);
    let chosen = |mark: &str| {
        folded.match_indices(mark).any(|(at, _)| {
            let near: String = folded.get(at..).unwrap_or_default().chars().take(260).collect();
            ["bản sao", "bản chính", "chứng thực"].iter().all(|kind| near.contains(kind))
        })
    };
    CHOICES.iter().any(|mark| chosen(mark)) || folded.contains("không quy định là bản chính thì có thể nộp")
}

/// Whether the freedom does not reach the paper `title`: a form is filled in, and a certificate to be changed is handed back.
pub(super) fn stop_at(title: &str, evidence: Option<&str>) -> bool {
    let folded = text::fold(title);
    let form = evidence.is_some_and(|id| ["-declaration", "-request", "-application"].iter().any(|end| id.ends_with(end)));
    let filled = ["đơn ", "tờ khai", "phiếu ", "văn bản đề nghị", "mẫu số", "giấy đề nghị", "danh sách"];
    form || filled.iter().any(|mark| folded.starts_with(mark)) || folded.starts_with("giấy chứng nhận đã cấp")
}
