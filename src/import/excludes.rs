//! Time that is not counted, by what it is spent on.

use crate::{import::clauses::NOT_COUNTED, text};

/// What time is spent on: the words that tell it, and its name in a procedure file.
const SPENT: [(&str, &str); 17] = [
    ("nghĩa vụ tài chính", "tax-obligation"),
    ("xác định giá đất", "land-price"),
    ("đơn giá thuê đất", "tax-obligation"),
    ("khoản được trừ", "deductions"),
    ("miễn, giảm tiền sử dụng đất", "tax-exemption"),
    ("miễn tiền sử dụng đất", "tax-exemption"),
    ("ký hợp đồng thuê đất", "lease-contract"),
    ("trích đo", "survey"),
    ("đo đạc", "survey"),
    ("niêm yết", "public-notice"),
    ("đăng tin", "public-notice"),
    ("vi phạm pháp luật", "violation-handling"),
    ("giám định", "expert-assessment"),
    ("chia thừa kế", "inheritance-division"),
    ("luân chuyển hồ sơ", "transfer-of-papers"),
    ("chi phí xây dựng hạ tầng", "infrastructure-cost"),
    ("thỏa thuận để thực hiện tích tụ đất", "agreement-of-holders"),
];

/// What is not counted by the words of `text`, each once; `other` where the words name something unknown.
pub(super) fn of(text: &str) -> Vec<&'static str> {
    let folded = text::fold(text);
    let Some(start) = NOT_COUNTED.iter().filter_map(|mark| time_after(&folded, mark)).min() else {
        return Vec::new();
    };
    let tail = folded.get(start..).unwrap_or_default();
    let mut spent: Vec<&str> = Vec::new();
    for (words, name) in SPENT {
        if tail.contains(words) && !spent.contains(&name) {
            spent.push(name);
        }
    }
    if spent.is_empty() {
        spent.push("other");
    }
    spent.sort_unstable();
    spent
}

/// Where `mark` is followed by "thời gian", and not by "doanh nghiệp" or another word it may also exclude.
fn time_after(folded: &str, mark: &str) -> Option<usize> {
    let at = folded.find(mark)?;
    let near: String = folded.get(at + mark.len()..)?.chars().take(12).collect();
    near.contains("thời gian").then_some(at)
}
