//! Every word that a rule may use, from the tables of facts themselves.

use crate::{
    link::{Each, Reach, Row, rows},
    render::manual::cell,
};

/// The page of facts, in Markdown.
pub fn facts() -> String {
    let mut page =
        "# Facts\n\nWhat a rule may ask. A rule about a thing sees the run, the procedure the thing belongs to, and the thing itself; \
        where a value can be null, a rule must say what then. What is marked `scope: catalogue` rests \
        on every procedure of the catalogue, all else on the file of its subject and the registers. This page is written by the program (`redtape facts`).\n"
            .to_owned();
    for each in Each::ALL {
        page.push_str(&section(each));
    }
    page
}

fn section(each: Each) -> String {
    let sees: Vec<String> = each.sees().into_iter().map(|seen| format!("`{}.`", seen.word())).collect();
    let asked = match each {
        Each::Run => "What every rule sees.".to_owned(),
        _ => format!("`each: {}`; such a rule may use {}.", each.name(), sees.join(", ")),
    };
    let rows: String = rows(each).iter().map(|row| line(each, row)).collect();
    format!("\n## {}\n\n{asked}\n\n| word | type | what it says |\n|---|---|---|\n{rows}", each.name())
}

fn line(each: Each, row: &Row) -> String {
    let perhaps = if row.kind.nullable { " or null" } else { "" };
    let reach = match row.reach {
        Reach::File => "",
        Reach::Catalogue => " *(scope: catalogue)*",
    };
    format!("| `{}.{}` | {}{perhaps} | {}{reach} |\n", each.word(), row.name, row.kind.of, cell(row.says))
}
