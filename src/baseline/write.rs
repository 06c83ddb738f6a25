//! A baseline, written: files and rules by name, fingerprints in order, and every remark where it was.

use crate::{
    baseline::{At, Baseline},
    text,
};

/// The name of the place behind all others; no file is called so.
pub(super) const END: &str = "\0end";
/// What stands above a baseline that is written for the first time.
const HEAD: &str = "# Findings that were there before anybody looked: `redtape check --baseline FILE` does not speak of them.\n\
                    # `redtape baseline write` adds, `redtape baseline prune` takes out what is gone; notes and remarks stay.\n";

/// The file.
pub(super) fn text(baseline: &Baseline) -> String {
    let mut words = above(baseline, &At::default(), "");
    if words.is_empty() {
        words.push_str(HEAD);
    }
    words.push_str("version: 1\n");
    words.push_str(if baseline.files.is_empty() { "files: {}\n" } else { "files:\n" });
    for (file, rules) in &baseline.files {
        let at = (file.clone(), String::new(), String::new());
        words.push_str(&line(baseline, &at, "  ", &format!("{}:", quoted(file))));
        for (rule, entry) in rules {
            let at = (file.clone(), rule.clone(), String::new());
            words.push_str(&line(baseline, &at, "    ", &format!("{}:", quoted(rule))));
            words.push_str(&format!("      count: {}\n", entry.fingerprints.len()));
            if let Some(note) = &entry.note {
                words.push_str(&format!("      note: {}\n", quoted(note)));
            }
            words.push_str("      fingerprints:\n");
            for print in &entry.fingerprints {
                let at = (file.clone(), rule.clone(), print.clone());
                words.push_str(&line(baseline, &at, "        ", &format!("- \"{print}\"")));
            }
        }
    }
    words + &above(baseline, &(END.to_owned(), String::new(), String::new()), "")
}

/// A line with the remarks above it and behind it.
fn line(baseline: &Baseline, at: &At, indent: &str, says: &str) -> String {
    let beside = baseline.beside.get(at).map_or_else(String::new, |remark| format!(" {remark}"));
    format!("{}{indent}{says}{beside}\n", above(baseline, at, indent))
}

fn above(baseline: &Baseline, at: &At, indent: &str) -> String {
    baseline.above.get(at).into_iter().flatten().map(|remark| format!("{indent}{remark}\n")).collect()
}

/// Words as YAML reads them back: bare where they can be nothing else, else in double quotes.
fn quoted(words: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    let bare = words.starts_with(|c: char| c.is_ascii_alphabetic()) && words.chars().all(plain) && words.contains('/');
    if bare { words.to_owned() } else { text::json(&serde_json::Value::from(words).to_string()) }
}
