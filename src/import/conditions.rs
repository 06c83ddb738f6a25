//! What the applicant must fulfil: one condition an item, advice left out.

use crate::{
    import::{procedure::Condition, shape::Vi, slug, tally::Tally, words},
    text,
};

/// The conditions in `published`; what is below an item (`+`) stays with it, what follows "lưu ý" is advice.
pub(super) fn of(published: &str, tally: &mut Tally) -> Vec<Condition> {
    let mut items: Vec<String> = Vec::new();
    let mut advice = false;
    for line in words::lines(published) {
        let own = words::bare(words::unnumbered(&line));
        let folded = text::fold(&own);
        advice |= ["lưu ý", "ghi chú", "chú ý"].iter().any(|mark| folded.starts_with(mark));
        if advice {
            tally.count("lines of advice among the conditions");
        } else if !is_none(&folded) {
            add(&mut items, &line, own);
        }
    }
    tally.add("conditions", items.len());
    let mut named: Vec<(String, String)> = items.into_iter().map(|item| (slug::of(&item), item)).collect();
    slug::part(&mut named);
    named.into_iter().map(|(id, text)| Condition { id, text: Vi::new(text) }).collect()
}

fn add(items: &mut Vec<String>, line: &str, own: String) {
    let below = line.starts_with('+');
    match items.last_mut() {
        Some(last) if below || last.ends_with(':') || continues(&own) => {
            let joined = last.ends_with([':', ',', ';']) || !below;
            last.push_str(if joined { " " } else { "; " });
            last.push_str(&own);
        }
        _ => items.push(own),
    }
}

/// Whether `line` begins in lower case and so goes on from the line before.
fn continues(line: &str) -> bool {
    line.chars().next().is_some_and(char::is_lowercase)
}

fn is_none(folded: &str) -> bool {
    words::is_nothing(folded) || folded.trim_end_matches('.') == "không quy định"
}
