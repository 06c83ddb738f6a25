//! What the published steps let the applicant choose about the kind of copy.

use crate::text;

/// What the applicant may bring where he is free to choose.
pub const FREE: [&str; 3] = ["original", "certified-copy", "copy"];

/// Whether `words` let the applicant bring the original, a certified copy, or a copy with the original shown.
pub fn are_free(words: &str) -> bool {
    let folded = text::fold(words);
    let chosen = ["được lựa chọn nộp", "có thể lựa chọn nộp", "được chọn nộp"].iter().any(|mark| {
        folded.match_indices(mark).any(|(at, _)| {
            let near: String = folded.get(at..).unwrap_or_default().chars().take(260).collect();
            near.contains("bản sao") && near.contains("bản chính") && near.contains("chứng thực")
        })
    });
    chosen || folded.contains("không quy định là bản chính thì có thể nộp")
}

/// Whether the freedom does not reach the paper `title`: a form is filled in, and a certificate to be changed is handed back.
pub fn stop_at(title: &str, evidence: Option<&str>) -> bool {
    let folded = text::fold(title);
    let form = evidence.is_some_and(|id| {
        ["-declaration", "-request", "-application"].iter().any(|end| id.ends_with(end))
    });
    let filled =
        ["đơn ", "tờ khai", "phiếu ", "văn bản đề nghị", "mẫu số", "giấy đề nghị", "danh sách"];
    form || filled.iter().any(|mark| folded.starts_with(mark))
        || folded.starts_with("giấy chứng nhận đã cấp")
}
