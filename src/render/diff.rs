//! What changed in a text, as `patch` and people read it.

use similar::TextDiff;

/// The unified diff between two texts of the file of that name.
pub fn diff(name: &str, old: &str, new: &str) -> String {
    let (from, to) = (format!("a/{name}"), format!("b/{name}"));
    TextDiff::from_lines(old, new).unified_diff().context_radius(3).header(&from, &to).to_string()
}
