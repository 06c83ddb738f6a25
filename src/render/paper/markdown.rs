//! A paper in Markdown.

use crate::{
    render::paper::block::{Block, Cell, Paper, Run, Style, Table},
    text,
};

/// The paper as Markdown with tables, as GitHub and GitLab read it.
pub fn markdown(paper: &Paper) -> String {
    let mut words = format!("# {}\n\n{}\n\n", text::markdown(&paper.title), text::markdown(&paper.subtitle));
    for block in &paper.blocks {
        words.push_str(&of(block));
        words.push('\n');
    }
    words
}

fn of(block: &Block) -> String {
    match block {
        Block::Heading { level, words, anchor } => {
            format!("<a id=\"{anchor}\"></a>\n\n{} {}\n", "#".repeat(usize::from(*level) + 1), text::markdown(words))
        }
        Block::Paragraph(runs) | Block::Lead(runs) => format!("{}\n", line(runs)),
        Block::List(items) => items.iter().map(|item| format!("- {}\n", line(item))).collect(),
        Block::Notice(runs) => format!("> {}\n", line(runs)),
        Block::Table(table) => of_table(table),
        Block::PageBreak => "---\n".to_owned(),
    }
}

/// A table; one without heads gets empty ones, since Markdown knows no other.
fn of_table(table: &Table) -> String {
    let caption = table.caption.as_ref().map_or_else(String::new, |caption| format!("**{}**\n\n", text::markdown(caption)));
    let columns = table.widths.len();
    let heads: Vec<String> =
        if table.heads.is_empty() { vec![String::new(); columns] } else { table.heads.iter().map(|head| text::markdown(head)).collect() };
    let rules: Vec<&str> = (0..columns).map(|at| if table.numbers.get(at) == Some(&true) { "--:" } else { "---" }).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(" | "));
    let rows: String = rows.map(|row| format!("| {row} |\n")).collect();
    format!("{caption}| {} |\n| {} |\n{rows}", heads.join(" | "), rules.join(" | "))
}

fn cell(cell: &Cell) -> String {
    cell.iter().map(|runs| line(runs)).collect::<Vec<_>>().join("<br>")
}

fn line(runs: &[Run]) -> String {
    runs.iter().map(run).collect()
}

/// A run; blanks at its ends stay outside the marks, which would not be read as marks otherwise.
fn run(run: &Run) -> String {
    let inner = run.words.trim();
    if inner.is_empty() {
        return run.words.clone();
    }
    let escaped = text::markdown(inner);
    let set = match run.style {
        Style::Plain => escaped,
        Style::Strong | Style::Gone => format!("**{escaped}**"),
        Style::Soft => format!("_{escaped}_"),
        Style::Code => format!("<code>{escaped}</code>"),
        Style::New => format!("<ins>{escaped}</ins>"),
    };
    let set = run.to.as_ref().map_or_else(|| set.clone(), |to| format!("[{set}](#{to})"));
    let (before, after) = (run.words.starts_with(char::is_whitespace), run.words.ends_with(char::is_whitespace));
    format!("{}{set}{}", if before { " " } else { "" }, if after { " " } else { "" })
}
