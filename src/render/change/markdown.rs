//! What changed, as a table for a pull request.

use crate::{
    change::Grade,
    locale::Locale,
    register::{Range, Registers},
    render::change::{approval, closing, ground, key, said, what},
    report::change::{Change, Changes},
    text,
};

/// A row for each change, then what it all comes to.
pub fn text(changes: &Changes, registers: &Registers, locale: &Locale) -> String {
    let heads = ["diff.column.procedure", "diff.column.grade", "diff.column.change", "diff.column.law", "diff.column.cost"];
    let heads: Vec<&str> = heads.into_iter().map(|head| locale.say(head)).collect();
    let mut words = String::new();
    if !changes.procedures.is_empty() {
        words.push_str(&format!("| {} |\n|{}\n", heads.join(" | "), " --- |".repeat(heads.len())));
    }
    for one in &changes.procedures {
        for (at, change) in one.changes.iter().enumerate() {
            let name = format!("{} {}", one.code, one.title);
            let name = if at == 0 { name } else { String::new() };
            let law: Vec<String> = [ground(change, registers, locale), approval(change, locale)].into_iter().flatten().collect();
            let cells = [name, grade(change, locale), what(change, registers, locale), law.join("; "), money(change, changes, locale)];
            words.push_str(&format!("| {} |\n", cells.map(|one| cell(&one)).join(" | ")));
        }
    }
    let closing = closing(changes, locale).lines().map(|line| escaped(line) + "\n").collect::<String>();
    if words.is_empty() { closing } else { format!("{words}\n{closing}") }
}

fn grade(change: &Change, locale: &Locale) -> String {
    let words = locale.say(key(change.difference.grade));
    if change.difference.grade == Grade::Heavier { format!("**{words}**") } else { words.to_owned() }
}

fn money(change: &Change, changes: &Changes, locale: &Locale) -> String {
    let one = &change.difference;
    let case = one.case.filter(|case| *case != Range::default());
    case.map_or_else(String::new, |case| said::costs(case, one.year, &changes.currency, locale))
}

fn cell(words: &str) -> String {
    let bold = words.strip_prefix("**").and_then(|words| words.strip_suffix("**"));
    bold.map_or_else(|| escaped(words), |words| format!("**{}**", escaped(words)))
}

/// Words that a reader of Markdown sees as they are: no links, no marks, no HTML.
fn escaped(words: &str) -> String {
    let mut safe = String::new();
    for c in text::line(&text::one_line(words)).chars() {
        match c {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '@' => safe.push_str("&#64;"),
            '|' | '*' | '_' | '`' | '[' | ']' | '\\' | '#' | '~' | '!' => {
                safe.push('\\');
                safe.push(c);
            }
            c => safe.push(c),
        }
    }
    safe
}
