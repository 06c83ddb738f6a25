//! Whether the papers of a row are alternatives.

use std::collections::BTreeSet;

use super::clause::Span;
use super::item::{self, Head};
use super::name::Mention;
use super::row::Clause;
use super::{Lexicon, paper, phrase, place, tell};

/// Whether the papers of the row are alternatives.
pub(super) fn any_of(lexicon: &Lexicon, folded: &str, counted: &[&Clause], all: &[Clause], unparsed: &mut Vec<&'static str>) -> bool {
    let several =
        counted.iter().flat_map(|clause| clause.asked()).map(|mention| &lexicon.ids[mention.entry]).collect::<BTreeSet<_>>().len() > 1;
    let one_of = all.iter().filter(|clause| clause.head != Head::Remark).any(|clause| {
        let open = &folded[clause.span.start..clause.span.end];
        phrase::first(open, &["một trong", "một trong các", "một trong những"])
            .is_some_and(|(at, _)| !clause.is_condition(clause.span.start + at) && !phrase::holds(&open[..at], &["thuộc"]))
    });
    let joined = counted.iter().any(|clause| chosen(lexicon, folded, clause))
        || counted.iter().any(|clause| instead(lexicon, folded, clause, counted));
    let covered =
        counted.iter().any(|clause| equivalent(folded, clause) || clause.asked().any(|name| covers(&folded[name.start..name.end])));
    let unknown = counted.iter().any(|clause| unknown_choice(lexicon, folded, clause));
    if unknown || joined && !one_of && counted.iter().any(|clause| mixed(lexicon, folded, clause)) {
        unparsed.push("evidence");
    }
    several && (one_of || joined) || unknown || covered || one_of && counted.iter().any(|clause| clause.asked().next().is_some())
}

/// Whether two different papers of `clause` are joined by "or".
fn chosen(lexicon: &Lexicon, folded: &str, clause: &Clause) -> bool {
    let asked: Vec<Mention> = clause.asked().collect();
    asked.windows(2).any(|pair| {
        let gap = &folded[pair[0].end..pair[1].start];
        let or = phrase::holds(gap, &["hoặc", "hay"]) || place::strip(gap).ends_with('/') || gap.starts_with('/');
        lexicon.ids[pair[0].entry] != lexicon.ids[pair[1].entry] && or
    })
}

/// Whether `clause` names what will do where another paper of the row is missing: "trường hợp không có … thì nộp …".
fn instead(lexicon: &Lexicon, folded: &str, clause: &Clause, counted: &[&Clause]) -> bool {
    let asked = || counted.iter().flat_map(|clause| clause.asked());
    clause.zones.iter().any(|zone| {
        let lacks = phrase::first(&folded[zone.start..zone.end], &["không có", "không còn", "bị mất"]);
        let Some((at, end)) = lacks else { return false };
        let missing = clause.named.iter().map(|(mention, _)| *mention).find(|mention| {
            zone.holds(mention.start)
                && (mention.end == zone.start + at || mention.start >= zone.start + end && mention.start < zone.start + end + 40)
        });
        let after = |mention: Mention| mention.start >= zone.end;
        clause.asked().any(after)
            && missing.is_some_and(|missing| {
                asked().any(|mention| mention.entry == missing.entry && mention.start < zone.start) && !lexicon.self_made[missing.entry]
            })
    })
}

/// Whether `clause` offers, besides a known paper, any other of the same force: "… hoặc giấy tờ tương đương".
fn equivalent(folded: &str, clause: &Clause) -> bool {
    let Some(first) = clause.asked().next() else { return false };
    let words = &folded[..clause.span.end];
    phrase::places(words, "hoặc").filter(|at| *at > first.start && !clause.is_condition(*at)).any(|at| tell::equivalent_near(words, at))
}

/// Whether one name covers papers of two kinds: "quyết định … hoặc văn bản …".
fn covers(name: &str) -> bool {
    phrase::places(name, "hoặc").any(|at| item::begins_paper(name[at + "hoặc".len()..].trim_start()))
}

/// Whether two different papers of `clause` are joined by "and".
fn mixed(lexicon: &Lexicon, folded: &str, clause: &Clause) -> bool {
    let asked: Vec<Mention> = clause.asked().collect();
    asked.windows(2).any(|pair| {
        let gap = &folded[pair[0].end..pair[1].start];
        lexicon.ids[pair[0].entry] != lexicon.ids[pair[1].entry]
            && !phrase::holds(gap, &["hoặc"])
            && phrase::holds(gap, &["và", "kèm theo", "kèm"])
    })
}

/// Whether `clause` offers, besides a known paper, one that the lexicon lacks.
fn unknown_choice(lexicon: &Lexicon, folded: &str, clause: &Clause) -> bool {
    let Some(first) = clause.asked().next() else { return false };
    let ahead = &folded[clause.start.min(first.start)..first.start];
    let form_first = paper::lead(&folded[clause.start..clause.span.end]) > 0 || folded[clause.start..].starts_with("bản ");
    let unnamed = clause.head == Head::Paper || clause.head == Head::Form && !lexicon.self_made[first.entry];
    if unnamed && !form_first && phrase::tail(place::strip(ahead), &["hoặc"]).is_some() {
        return true;
    }
    let words = &folded[..clause.span.end];
    phrase::places(words, "hoặc").filter(|at| *at > first.start && !clause.is_condition(*at)).any(|at| {
        let rest = Span { start: at + "hoặc".len(), end: clause.span.end };
        let (head, place) = item::head(folded, rest, &[]);
        let inside =
            clause.named.iter().any(|(mention, _)| mention.start <= place && place < mention.end || mention.start < at && at < mention.end);
        // "có xác nhận của … hoặc xác nhận của …" goes on within one paper.
        let again: Vec<&str> = folded[place..].split(' ').take(2).collect();
        let again = format!("có {}", again.join(" "));
        let same =
            tell::equivalent(&folded[at..clause.span.end]) || phrase::holds(&folded[first.end..at.max(first.end)], &[again.as_str()]);
        head == Head::Paper
            && item::names_paper(&folded[place..])
            && !inside
            && !same
            && !folded[place..].starts_with("bản")
            && !folded[place..].starts_with("tệp tin")
    })
}
