//! `redtape import`.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use redtape::{
    files::{self, Store},
    import::{self, From, Imported, Tally, procedure::Procedure},
    link, text, yaml,
};

use crate::{args::FromName, catalogue, code, flags::ImportFlags, out};

/// Imports what the flags name. Every file is written whole; one that is refused is named with the reason.
pub(crate) fn run(flags: &ImportFlags) -> Result<u8, String> {
    let mut store = Store::default();
    let registers = catalogue::registers(&catalogue::settings(None, &mut store)?, &mut store)?;
    let lexicon = link::lexicon(&registers);
    let from = match flags.from {
        FromName::NationalApi => From::NationalApi,
        FromName::WordTables => From::WordTables,
    };
    let records = records(&flags.paths)?;
    if records.is_empty() {
        out::complain("no .json file was found in what was named");
        return Ok(code::NOTHING);
    }
    let mut refused = Vec::new();
    let mut written = Written::default();
    for path in &records {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let file = store.disk(path.display().to_string(), path.clone());
        let text = match store.text(file) {
            Ok(text) => text,
            Err(fault) => {
                refused.push(format!("{}: {}", path.display(), catalogue::unreadable(&fault)));
                continue;
            }
        };
        match import::procedure(from, &name, &text, &lexicon, flags.sector.as_deref()) {
            Ok(imported) if flags.as_norm && imported.procedure.issued_by.is_some() => {
                refused.push(format!("{}: a province published it, and only a national version is a norm", path.display()));
            }
            Ok(imported) => written.put(&imported, flags)?,
            Err(why) => refused.push(format!("{}: {}", path.display(), why.reason)),
        }
    }
    out::print(&written.summary(flags, &refused))?;
    Ok(if refused.is_empty() { code::CLEAN } else { code::FINDINGS })
}

/// What has been written so far.
#[derive(Default)]
struct Written {
    names: BTreeSet<PathBuf>,
    tally: Tally,
    kept: Vec<PathBuf>,
    same: usize,
    known: Vec<Procedure>,
    twins: Vec<(String, String)>,
}

impl Written {
    /// Writes one procedure file; one that is there already stays unless it says the same or `--force` is given.
    fn put(&mut self, imported: &Imported, flags: &ImportFlags) -> Result<(), String> {
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

    fn summary(&self, flags: &ImportFlags, refused: &[String]) -> String {
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

/// The .json files at or below the paths, in order.
fn records(paths: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    for path in paths {
        found.extend(files::discover_by(path, &["json"]).map_err(|error| error.to_string())?);
    }
    Ok(found)
}
