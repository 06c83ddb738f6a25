//! The blocks of a paper as HTML: what is a row of headings and tables there is nested and named here.

use std::{collections::BTreeMap, fmt::Write as _};

use crate::{
    locale::Locale,
    render::paper::{Block, Cell, Run, Style, Table},
    text,
};

/// The kinds of tables that were met: those with the same heads, widths and numbers are set alike, by one rule of the style sheet.
#[derive(Default)]
pub(super) struct Kinds(BTreeMap<Kind, usize>);

/// Heads, widths and which columns hold numbers.
type Kind = (Vec<String>, Vec<u8>, Vec<bool>);

impl Kinds {
    fn of(&mut self, table: &Table) -> usize {
        let next = self.0.len();
        *self.0.entry((table.heads.clone(), table.widths.clone(), table.numbers.clone())).or_insert(next)
    }

    /// The rules of the style sheet: how wide each column is, which hold numbers, and, on a phone, what each cell is called.
    pub(super) fn style(&self) -> String {
        let (mut wide, mut narrow) = (String::new(), String::new());
        for ((heads, widths, numbers), kind) in &self.0 {
            for (at, head) in heads.iter().enumerate() {
                let n = at + 1;
                let width = widths.get(at).copied().unwrap_or_default();
                write(&mut wide, format_args!(".t{kind} th:nth-child({n}){{width:{width}%}}"));
                if numbers.get(at) == Some(&true) {
                    write(
                        &mut wide,
                        format_args!(".t{kind} :is(td,th):nth-child({n}){{text-align:right}}.t{kind} td:nth-child({n}){{white-space:pre}}"),
                    );
                    write(
                        &mut narrow,
                        format_args!(
                            ".t{kind} td:nth-child({n}){{display:flex;gap:.4em}}.t{kind} td:nth-child({n})::before{{margin-inline-end:auto}}"
                        ),
                    );
                }
                write(&mut narrow, format_args!(".t{kind} td:nth-child({n})::before{{content:\"{}\"}}", text::css(head)));
            }
        }
        format!("@media print,(min-width:48rem){{{wide}}}@media screen and (max-width:47.99rem){{{narrow}}}")
    }
}

/// Writing into a string cannot fail.
pub(super) fn write(to: &mut String, words: std::fmt::Arguments<'_>) {
    let _infallible = to.write_fmt(words);
}

/// `words` for the page: escaped, and fenced off where they run against its direction.
pub(super) fn said(words: &str, locale: &Locale) -> String {
    let piece = |(fenced, words): (bool, &str)| {
        let safe = text::html(words);
        match (fenced, locale.code != "vi" && words.contains(is_vietnamese)) {
            (false, _) => safe.into_owned(),
            (true, false) => format!("<bdi>{safe}</bdi>"),
            (true, true) => format!("<bdi lang=\"vi\">{safe}</bdi>"),
        }
    };
    locale.stretches(words).into_iter().map(piece).collect()
}

/// Letters that Vietnamese is known by: so a voice reads the words as they are meant.
fn is_vietnamese(c: char) -> bool {
    matches!(c, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1ea0}'..='\u{1ef9}')
}

/// Blocks as HTML, one behind the other.
pub(super) fn all(blocks: &[Block], locale: &Locale, kinds: &mut Kinds) -> String {
    let mut html = String::new();
    for block in blocks {
        match block {
            Block::Heading { level, words, anchor } => {
                let level = level + 1;
                write(&mut html, format_args!("<h{level} id=\"{}\">{}</h{level}>\n", text::html(anchor), said(words, locale)));
            }
            Block::Paragraph(runs) | Block::Lead(runs) => write(&mut html, format_args!("<p>{}</p>\n", line(runs, locale))),
            Block::Notice(runs) => write(&mut html, format_args!("<p class=\"notice\">{}</p>\n", line(runs, locale))),
            Block::List(items) => {
                let items: String = items.iter().map(|item| format!("<li>{}</li>\n", line(item, locale))).collect();
                write(&mut html, format_args!("<ul>\n{items}</ul>\n"));
            }
            Block::Table(table) => html.push_str(&of_table(table, locale, kinds)),
            // Chapters and procedures begin new pages by the style sheet.
            Block::PageBreak => (),
        }
    }
    html
}

fn of_table(table: &Table, locale: &Locale, kinds: &mut Kinds) -> String {
    if table.heads.is_empty() {
        return pairs(table, locale);
    }
    let kind = kinds.of(table);
    let mut html = format!("<table class=\"t{kind}\">");
    if let Some(caption) = &table.caption {
        write(&mut html, format_args!("<caption>{}</caption>", said(caption, locale)));
    }
    let heads: String = table.heads.iter().map(|head| format!("<th scope=\"col\">{}</th>", said(head, locale))).collect();
    write(&mut html, format_args!("<thead><tr>{heads}</tr></thead><tbody>\n"));
    for row in &table.rows {
        html.push_str("<tr>");
        row.iter().for_each(|each| cell(&mut html, "td", each, locale));
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody></table>\n");
    html
}

/// A table without heads: its first column names what stands in the second.
fn pairs(table: &Table, locale: &Locale) -> String {
    let caption =
        table.caption.as_ref().map_or_else(String::new, |caption| format!("<p class=\"caption\">{}</p>\n", said(caption, locale)));
    // A figure and its name are one box; facts are lines of a grid, which needs nothing about them.
    let (kind, before, after) = if table.numbers.last() == Some(&true) { ("figures", "<div>", "</div>\n") } else { ("facts", "", "\n") };
    let mut html = format!("{caption}<dl class=\"{kind}\">\n");
    for row in &table.rows {
        html.push_str(before);
        for (at, each) in row.iter().enumerate() {
            let tag = if at == 0 { "dt" } else { "dd" };
            let unmarked: Cell = each.iter().map(|runs| unmarked(runs, at)).collect();
            cell(&mut html, tag, &unmarked, locale);
        }
        html.push_str(after);
    }
    html.push_str("</dl>\n");
    html
}

/// The runs of a cell; a name needs no mark of its own, being set as one already.
fn unmarked(runs: &[Run], at: usize) -> Vec<Run> {
    let plain = |run: &Run| if at == 0 && run.style == Style::Strong { Run { style: Style::Plain, ..run.clone() } } else { run.clone() };
    runs.iter().map(plain).collect()
}

/// The lines of a cell, which the style sheet breaks where the text does: a page of thousands of procedures has some hundred thousand of them, and
/// an element for each break is felt when it opens.
fn cell(to: &mut String, tag: &str, cell: &Cell, locale: &Locale) {
    let lines = cell.iter().map(|runs| line(runs, locale).replace('\n', " "));
    let html = lines.collect::<Vec<_>>().join("\n").replace("</small>\n<small>", "\n");
    let soft = html.strip_prefix("<small>").and_then(|rest| rest.strip_suffix("</small>")).filter(|rest| !rest.contains("<small>"));
    match soft {
        Some(words) => write(to, format_args!("<{tag} class=\"soft\">{words}</{tag}>")),
        None => write(to, format_args!("<{tag}>{html}</{tag}>")),
    }
}

/// The runs of a line.
pub(super) fn line(runs: &[Run], locale: &Locale) -> String {
    runs.iter().map(|one| run(one, locale)).collect::<String>().replace("</small><small>", "")
}

fn run(run: &Run, locale: &Locale) -> String {
    if run.words.is_empty() {
        return String::new();
    }
    let words = said(&run.words, locale);
    let set = match run.style {
        Style::Plain => words,
        Style::Strong => format!("<strong>{words}</strong>"),
        Style::Soft => format!("<small>{words}</small>"),
        // A code is read from left to right whatever stands around it.
        Style::Code => format!("<code>{}</code>", text::html(&run.words)),
        Style::Gone => format!("<strong class=\"gone\">{words}</strong>"),
        Style::New => format!("<ins>{words}</ins>"),
    };
    run.to.as_ref().map_or_else(|| set.clone(), |to| format!("<a href=\"#{}\">{set}</a>", text::html(to)))
}
