//! Tells rows that announce papers, or end a list of them, and name none.

/// The end of a list of papers.
const REST: &str = "giấy tờ hợp pháp khác";

/// Whether `title` names no paper: it announces those that follow, or stands for the rest of a list.
pub fn names_none(title: &str) -> bool {
    title.trim().ends_with(':') || title.contains(REST)
}
