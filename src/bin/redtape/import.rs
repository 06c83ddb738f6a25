//! `redtape import`.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use redtape::{
    files::{self, Store},
    import::{self, From, Imported, Tally, procedure::Procedure},
    link,
    recognise::Lexicon,
    text, yaml,
};

use crate::{args::FromName, catalogue, code, flags::ImportFlags, out, settings, sheets};

/// Imports what the flags name. Every file is written whole; one that is refused is named with the reason.
pub(crate) fn run(flags: &ImportFlags) -> Result<u8, String> {
    let mut store = Store::default();
    let registers = catalogue::registers(&settings::read(None, &mut store)?, &mut store)?;
    let lexicon = link::lexicon(&registers);
    let (from, ending) = match flags.from {
        FromName::NationalApi => (Some(From::NationalApi), "json"),
        FromName::WordTables => (Some(From::WordTables), "json"),
        FromName::Docx => (None, "docx"),
        FromName::Xlsx => return sheets::run(flags, "xlsx", &lexicon),
        FromName::Ods => return sheets::run(flags, "ods", &lexicon),
        FromName::Csv => return sheets::run(flags, "csv", &lexicon),
    };
    let records = records(&flags.paths, ending)?;
    if records.is_empty() {
        out::complain(&format!("no .{ending} file was found in what was named"));
        return Ok(code::NOTHING);
    }
    let mut refused = Vec::new();
    let mut written = Written::default();
    for path in &records {
        for read in read(from, path, &mut store, &lexicon, flags) {
            match read {
                Ok(imported) if flags.as_norm && imported.procedure.issued_by.is_some() => {
                    refused.push(format!("{}: a province published it, and only a national version is a norm", path.display()));
                }
                Ok(imported) => written.put(&imported, flags)?,
                Err(why) => refused.push(format!("{}: {why}", path.display())),
            }
        }
    }
    out::print(&written.summary(flags, &refused))?;
    Ok(if refused.is_empty() { code::CLEAN } else { code::FINDINGS })
}

/// The procedures in one file: a record of `from`, or a Word document where that is none.
fn read(from: Option<From>, path: &Path, store: &mut Store, lexicon: &Lexicon, flags: &ImportFlags) -> Vec<Result<Imported, String>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let sector = flags.sector.as_deref();
    let Some(from) = from else {
        let read = match files::bytes(path) {
            Ok(bytes) => import::document(&name, &bytes, lexicon, sector),
            Err(fault) => return vec![Err(catalogue::unreadable(&fault))],
        };
        return read.unwrap_or_else(|why| vec![Err(why)]).into_iter().map(|one| one.map_err(|why| why.reason)).collect();
    };
    let file = store.disk(path.display().to_string(), path.to_owned());
    vec![match store.text(file) {
        Ok(text) => import::procedure(from, &name, &text, lexicon, sector).map_err(|why| why.reason),
        Err(fault) => Err(catalogue::unreadable(&fault)),
    }]
}

/// What has been written so far.
#[derive(Default)]
pub(crate) struct Written {
    names: BTreeSet<PathBuf>,
    pub(crate) tally: Tally,
    kept: Vec<PathBuf>,
    same: usize,
    known: Vec<Procedure>,
    twins: Vec<(String, String)>,
}

impl Written {
    /// Writes one procedure file; one that is there already stays unless it says the same or `--force` is given.
    pub(crate) fn put(&mut self, imported: &Imported, flags: &ImportFlags) -> Result<(), String> {
        if let Some(first) = self.known.iter().find(|known| known.is_twin_of(&imported.procedure)) {
            self.twins.push((first.imported.file.clone(), imported.procedure.imported.file.clone()));
            return Ok(());
        }
        self.known.push(imported.procedure.clone());
        let mut path = flags.into.join(&imported.sector).join(format!("{}.yaml", imported.file_stem));
        let mut again = 2;
        // Two records of one code are two versions; neither is lost.
        while !self.names.insert(path.clone()) {
            path.set_file_name(format!("{}-{again}.yaml", imported.file_stem));
            again += 1;
        }
        self.tally.join(&imported.tally);
        let text = if flags.as_norm {
            yaml::write(&BTreeMap::from([("norms", [&imported.procedure])]))?
        } else {
            yaml::write(&imported.procedure)?
        };
        if path.exists() {
            let mut store = Store::default();
            let old = store.disk(path.display().to_string(), path.clone());
            match store.text(old) {
                Ok(old) if old == text => {
                    self.same += 1;
                    return Ok(());
                }
                // What is there stays, above all where it could not be read.
                _ if !flags.force => {
                    self.kept.push(path);
                    return Ok(());
                }
                _ => (),
            }
        }
        files::replace(&path, text.as_bytes()).map_err(|error| error.to_string())
    }

    pub(crate) fn summary(&self, flags: &ImportFlags, refused: &[String]) -> String {
        let files = match (flags.as_norm, self.names.len()) {
            (true, 1) => "norm",
            (true, _) => "norms",
            (false, 1) => "procedure file",
            (false, _) => "procedure files",
        };
        let mut words = format!("{} {files} in {}", self.names.len(), text::line(&flags.into.to_string_lossy()));
        if self.same > 0 {
            words.push_str(&format!("; there already, saying the same: {}", self.same));
        }
        if !self.twins.is_empty() {
            words.push_str(&format!("; records that repeat another: {}", self.twins.len()));
        }
        words.push_str(".\n");
        let counts: BTreeMap<&str, usize> = self.tally.rows().collect();
        let widest = counts.values().map(|count| count.to_string().len()).max().unwrap_or_default();
        for (what, count) in counts {
            words.push_str(&format!("  {count:>widest$}  {what}\n"));
        }
        for (first, second) in &self.twins {
            words.push_str(&format!("one procedure in two records: {} says what {} says\n", text::line(second), text::line(first)));
        }
        for path in &self.kept {
            let path = text::line(&path.to_string_lossy()).into_owned();
            words.push_str(&format!("kept as it is: {path} says something else; --force replaces it\n"));
        }
        for reason in refused {
            words.push_str(&format!("refused: {}\n", text::line(reason)));
        }
        words
    }
}

/// The files of that ending at or below the paths, in order.
pub(crate) fn records(paths: &[PathBuf], ending: &str) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    for path in paths {
        found.extend(files::discover_by(path, &[ending]).map_err(|error| error.to_string())?);
    }
    Ok(found)
}
