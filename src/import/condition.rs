//! The condition under which a statement of time holds: a case, or a kind of place.

use crate::import::words;

/// Words of places where more time is allowed.
const REMOTE: [&str; 6] = ["miền núi", "hải đảo", "vùng sâu", "vùng xa", "biên giới", "điều kiện kinh tế"];

/// The condition in words before a number: "trường hợp X thì … không quá".
pub(super) fn before(written: &str, folded: &str) -> Option<String> {
    let start = ["trường hợp ", "đối với thủ tục ", "đối với việc ", "đối với yêu cầu ", "đối với "]
        .iter()
        .find_map(|mark| folded.rfind(mark).map(|at| at + mark.len()))?;
    let ends = [
        " thì ",
        ":",
        ", thời hạn",
        ", thời gian",
        " thời hạn giải quyết",
        " thời gian giải quyết",
        " thời gian thực hiện",
        " là không quá",
        " không quá",
        " tối đa",
    ];
    condition(written, folded, start, &ends)
}

/// The condition right after a number, "… đối với trường hợp X", and how many bytes it takes.
pub(super) fn after(written: &str, folded: &str, last: bool) -> (Option<String>, usize) {
    let lead = folded.len() - folded.trim_start_matches([' ', ',', ':']).len();
    let own = folded.get(lead..).unwrap_or_default();
    let marks =
        ["đối với trường hợp ", "đối với thủ tục ", "đối với việc ", "đối với yêu cầu ", "đối với nhà ở ", "trong trường hợp ", "nếu "];
    let at = if own.starts_with("kể từ") { own.find("đối với ").unwrap_or(0) } else { 0 };
    let Some(mark) = marks.iter().find(|mark| own.get(at..).is_some_and(|own| own.starts_with(**mark))) else {
        return (None, 0);
    };
    let end = if last { folded.len() } else { folded.rfind(',').unwrap_or(folded.len()) };
    let (written, folded) = (written.get(..end).unwrap_or_default(), folded.get(..end).unwrap_or_default());
    // The kind of building is the name of the case itself.
    let opener = if mark.ends_with("nhà ở ") { "đối với ".len() } else { mark.len() };
    (condition(written, folded, lead + at + opener, &[" thì ", ", trường hợp", ", đối với các xã", ", tại các xã"]), end)
}

fn condition(written: &str, folded: &str, start: usize, ends: &[&str]) -> Option<String> {
    let rest = folded.get(start..)?;
    let end = ends.iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
    let words = words::bare(written.get(start..start + end)?);
    let words = words.trim_end_matches([',', '.', ':', ' ']);
    let words = words.strip_suffix(" là").unwrap_or(words);
    let folded = words.to_lowercase();
    let everywhere = folded.contains("xã, phường thông thường") || folded == "các xã, phường";
    (!words.is_empty() && !everywhere && !is_remote(&folded)).then(|| words.to_owned())
}

/// Whether `folded` names areas where more time is allowed.
pub(super) fn is_remote(folded: &str) -> bool {
    REMOTE.iter().any(|mark| folded.contains(mark))
}
