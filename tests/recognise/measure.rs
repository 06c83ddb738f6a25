//! How often what was read is what the reader labelled.

use std::{collections::BTreeMap, fmt};

use redtape::recognise::Reading;

use crate::labelled::Row;

/// At least so often; what was reached when this was written, rounded down. Raise it, never lower it.
const FLOORS: [(&str, f64); 9] = [
    ("any_of", 0.99),
    ("as", 0.99),
    ("conditional", 0.98),
    ("waived", 0.99),
    ("only_if_not_found", 0.99),
    ("form_about", 0.99),
    ("handed_back", 0.99),
    ("vague", 0.99),
    ("guidance", 0.99),
];

/// The least precision and recall of evidence over all types together.
const EVIDENCE: (f64, f64) = (0.99, 0.97);

/// Counts over all rows.
#[derive(Default)]
pub(crate) struct Measured {
    rows: usize,
    types: BTreeMap<String, Type>,
    fields: BTreeMap<&'static str, Field>,
    wrong: Vec<String>,
}

/// Counts of one type of evidence.
#[derive(Default)]
struct Type {
    right: usize,
    claimed: usize,
    missed: usize,
}

/// Counts of one field.
#[derive(Default)]
struct Field {
    right: usize,
    /// Rows where the label says something, and how many of them are read so.
    set: (usize, usize),
    rows: usize,
}

impl Measured {
    /// Counts one row.
    pub(crate) fn add(&mut self, row: &Row, text: &str, read: &Reading) {
        self.rows += 1;
        let mut faults = self.evidence(row, read);
        let mut field = |name, set: bool, right: bool| {
            let counts = self.fields.entry(name).or_default();
            counts.rows += 1;
            counts.right += usize::from(right);
            counts.set.0 += usize::from(set);
            counts.set.1 += usize::from(set && right);
            if !right {
                faults.push(name.to_owned());
            }
        };
        field("guidance", row.guidance, read.guidance == row.guidance);
        field("waived", row.waived, read.waived == row.waived);
        // The other fields of a row of advice were left empty and are not compared.
        if !row.guidance {
            compare(row, read, &mut field);
        }
        if !faults.is_empty() {
            self.wrong.push(format!("  {}: {}", faults.join(", "), redtape::text::shorten(text, 90)));
        }
    }

    /// Counts the papers of one row. Of `other:` labels only that nothing else is claimed in their place.
    fn evidence(&mut self, row: &Row, read: &Reading) -> Vec<String> {
        let mut faults = Vec::new();
        let known = |id: &&String| !id.starts_with("other:");
        // A row of advice asks for nothing; one that waives a paper names it, and may be read so.
        for id in &read.evidence {
            let right = row.evidence.contains(id);
            let counts = self.types.entry(id.clone()).or_default();
            counts.right += usize::from(right && !row.guidance);
            counts.claimed += usize::from(!right);
            if !right {
                faults.push(format!("+{id}"));
            }
        }
        for id in row.evidence.iter().filter(known).filter(|id| !row.guidance && !read.evidence.contains(id)) {
            self.types.entry(id.clone()).or_default().missed += 1;
            faults.push(format!("-{id}"));
        }
        faults
    }

    /// Precision and recall of evidence.
    fn rates(&self) -> (f64, f64) {
        let sum = |count: fn(&Type) -> usize| self.types.values().map(count).sum::<usize>();
        let right = sum(|one| one.right);
        (share(right, right + sum(|one| one.claimed)), share(right, right + sum(|one| one.missed)))
    }

    /// Fails where less is right than before.
    pub(crate) fn check(&self) {
        let (precision, recall) = self.rates();
        assert!(precision >= EVIDENCE.0, "precision of evidence: {precision:.3}");
        assert!(recall >= EVIDENCE.1, "recall of evidence: {recall:.3}");
        for (name, floor) in FLOORS {
            let field = &self.fields[name];
            let reached = share(field.right, field.rows);
            assert!(reached >= floor, "{name}: {reached:.3}, where {floor} was reached before");
        }
    }
}

impl fmt::Display for Measured {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (precision, recall) = self.rates();
        let right: usize = self.types.values().map(|one| one.right).sum();
        writeln!(to, "{} rows, {right} papers of {} types read right", self.rows, self.types.len())?;
        writeln!(to, "{:20} precision {precision:.3}  recall {recall:.3}", "evidence")?;
        for (id, one) in self.types.iter().filter(|(_, one)| one.claimed + one.missed > 0) {
            let (precision, recall) = (share(one.right, one.right + one.claimed), share(one.right, one.right + one.missed));
            writeln!(to, "  {id:40} precision {precision:.2}  recall {recall:.2}")?;
        }
        for (name, one) in &self.fields {
            let reached = share(one.right, one.rows);
            writeln!(to, "{name:20} {reached:.3} of {:3} rows; where it is set, {} of {}", one.rows, one.set.1, one.set.0)?;
        }
        writeln!(to, "rows read otherwise than labelled:\n{}", self.wrong.join("\n"))
    }
}

/// `part` of `whole`; all, where there is nothing.
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// Hands each field of `row` over, with whether it is set and whether it was read so.
fn compare(row: &Row, read: &Reading, field: &mut impl FnMut(&'static str, bool, bool)) {
    let mut forms: Vec<&str> = read.forms.iter().map(|form| form.name()).collect();
    let mut labelled: Vec<&str> = row.forms.iter().map(String::as_str).collect();
    forms.sort_unstable();
    labelled.sort_unstable();
    let about = row.form_about.as_deref().filter(|about| !about.starts_with("other:"));
    field("any_of", row.any_of, read.any_of == row.any_of);
    field("as", !row.forms.is_empty(), forms == labelled);
    field("conditional", row.conditional, read.case.is_some() == row.conditional);
    field("only_if_not_found", row.only_if_not_found, read.only_if_not_found == row.only_if_not_found);
    field("form_about", about.is_some(), read.form_about.as_deref() == about);
    field("handed_back", row.handed_back, read.handed_back == row.handed_back);
    field("vague", row.vague, (read.vague || read.open) == row.vague);
}
