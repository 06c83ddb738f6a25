//! The report as it is put on a table: what `docs/report.md` promises, held against the Word document, the workbook and the page over the
//! whole catalogue; words of strangers in them; decisions written into the workbook; and an office program that opens both.

mod checklist;
mod decided;
mod hostile;
mod made;
mod office;
mod read;
