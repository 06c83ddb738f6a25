//! The portal's printed form in a Word document: labels and what stands after them, put into the table of words they are printed from.

use serde_json::Value;

use crate::{
    import::{
        form::Form,
        labels::{CODE, LABELS, NAME, TABLES},
        office::word::{self, Block},
        words,
    },
    text,
};

/// The forms of one document: those that were read, and the one that is being read.
#[derive(Default)]
struct Forms {
    read: Vec<Form>,
    open: Form,
}

/// The forms that stand in `blocks`, one below the other, each as a table of words.
pub(super) fn tables(blocks: &[Block]) -> Vec<Value> {
    let mut forms = Forms::default();
    forms.each(blocks);
    forms.read.push(forms.open);
    let named = |form: &Form| form.holds(CODE) || form.holds(NAME);
    forms.read.into_iter().filter(named).map(|form| Value::Object(form.done())).collect()
}

impl Forms {
    fn each(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Words(words) => match label(words) {
                    Some((label, rest)) => self.begin(label, &rest),
                    None => self.open.say(words),
                },
                Block::Table(rows) => self.table(rows),
            }
        }
    }

    /// Begins what stands under `label`; a second code or name begins the next form.
    fn begin(&mut self, label: &'static str, rest: &str) {
        if [CODE, NAME].contains(&label) && self.open.holds(label) {
            self.read.push(std::mem::take(&mut self.open));
        }
        self.open.begin(label);
        self.open.say(rest);
    }

    fn table(&mut self, rows: &[Vec<Vec<Block>>]) {
        let heads: Option<Vec<String>> = rows.first().map(|row| row.iter().map(|cell| words::tidy(&word::words(cell))).collect());
        if let Some((label, columns)) = columns(&heads.unwrap_or_default()) {
            self.open.turn_to(label);
            rows.iter().skip(1).for_each(|row| self.open.row(label, &columns, row));
            return;
        }
        for row in rows {
            match row.first().and_then(|cell| label(&word::words(cell))) {
                Some((label, rest)) if row.len() > 1 => {
                    self.begin(label, &rest);
                    row.iter().skip(1).for_each(|cell| self.each(cell));
                }
                _ => row.iter().for_each(|cell| self.each(cell)),
            }
        }
    }
}

/// The label of the table with these heads, and what each column is; none for a table that is none of the form's.
fn columns(heads: &[String]) -> Option<(&'static str, Vec<Option<&'static str>>)> {
    TABLES.iter().find_map(|(label, known)| {
        let column = |head: &String| known.iter().copied().find(|known| text::fold(known) == text::fold(head.trim_end_matches(':')));
        let columns: Vec<_> = heads.iter().map(column).collect();
        let first = known.first().is_some_and(|first| columns.contains(&Some(first)));
        (first && columns.iter().flatten().count() > 1).then_some((*label, columns))
    })
}

/// The label at the beginning of a paragraph, and the words after it.
fn label(words: &str) -> Option<(&'static str, String)> {
    let whole = words.trim();
    let own = words::unnumbered(whole);
    let (head, rest) = own.split_once(':').unwrap_or((own, ""));
    let folded = text::fold(&words::tidy(head));
    let known = LABELS.iter().find(|(label, _)| *label == folded.trim_end_matches('.'))?;
    Some((known.1, rest.trim().to_owned()))
}
