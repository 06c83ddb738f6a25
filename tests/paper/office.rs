//! LibreOffice opens the document and the workbook and prints them.
//!
//! Each test says by name that it is skipped where LibreOffice is not installed.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};

use crate::made::{self, CATALOGUE};

/// Whether LibreOffice is here; if not, that is said.
fn is_here(test: &str) -> bool {
    let found = Command::new("soffice").arg("--version").output().is_ok_and(|out| out.status.success());
    if !found {
        writeln!(std::io::stderr(), "skipped: {test}: LibreOffice (soffice) is not installed").expect("somebody reads it");
    }
    found
}

/// The file that LibreOffice makes of `name`, with a profile of its own and no screen.
fn converted(folder: &Path, name: &str, ending: &str) -> PathBuf {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let mut command = Command::new("soffice");
    command.current_dir(folder).args([&profile, "--headless", "--norestore", "--convert-to", ending, "--outdir", "out", name]);
    let out = command.output().expect("it runs");
    let made = folder.join("out").join(Path::new(name).with_extension(ending));
    assert!(out.status.success() && made.exists(), "{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    made
}

fn pages(pdf: &Path) -> usize {
    let bytes = fs::read(pdf).expect("it is there");
    assert!(bytes.starts_with(b"%PDF-"));
    let text = String::from_utf8_lossy(&bytes);
    text.matches("/Type/Page/").count() + text.matches("/Type/Page\n").count() + text.matches("/Type /Page\n").count()
}

#[test]
fn libreoffice_prints_the_document_in_every_language() {
    if !is_here("libreoffice_prints_the_document_in_every_language") {
        return;
    }
    for code in ["vi", "ar", "en"] {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("report.docx"), made::docx(&CATALOGUE, code)).expect("it is written");
        let pages = pages(&converted(folder.path(), "report.docx", "pdf"));
        assert!((40..150).contains(&pages), "{code}: {pages} pages");
    }
}

#[test]
fn libreoffice_opens_the_workbook_and_keeps_what_it_says() {
    if !is_here("libreoffice_opens_the_workbook_and_keeps_what_it_says") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let bytes = made::xlsx(&CATALOGUE, "vi");
    fs::write(folder.path().join("report.xlsx"), &bytes).expect("it is written");
    let pages = pages(&converted(folder.path(), "report.xlsx", "pdf"));
    assert!((20..150).contains(&pages), "{pages} pages");
    // Saved by LibreOffice, it says the same: the column to decide in is still one that is read.
    let again = crate::read::xlsx(&fs::read(converted(folder.path(), "report.xlsx", "xlsx")).expect("it is there"));
    for ((name, rows), (same, kept)) in crate::read::xlsx(&bytes).iter().zip(&again) {
        assert_eq!(name, same);
        let words =
            |rows: &[Vec<calamine::Data>]| rows.iter().flatten().map(ToString::to_string).filter(|one| !one.is_empty()).collect::<Vec<_>>();
        assert_eq!(words(rows).len(), words(kept).len(), "{name}");
    }
    let saved = fs::read(folder.path().join("out/report.xlsx")).expect("it is there");
    assert!(redtape::import::decisions(&saved).expect("it is read back").all.is_empty());
}
