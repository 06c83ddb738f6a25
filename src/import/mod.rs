//! Other people's records of procedures, turned into procedure files of ours.

mod agencies;
mod assemble;
mod bases;
mod books;
mod cases;
mod cell;
mod channels;
mod choices;
mod clauses;
mod condition;
mod conditions;
mod decisions;
pub mod document;
mod door;
mod dossier;
mod excludes;
mod fees;
mod figures;
mod form;
mod heads;
mod json;
mod labels;
pub mod layout;
mod lengths;
mod limits;
mod list;
mod national_api;
mod odds;
mod office;
mod paper;
mod parts;
mod printed;
pub mod procedure;
mod quantities;
mod rebuild;
mod record;
mod results;
mod said;
pub mod shape;
mod slug;
mod stated;
mod steps;
mod tally;
mod volumes;
mod word_tables;
mod words;

use serde_json::Value;

use crate::{
    import::{procedure::Procedure, record::Record},
    recognise::Lexicon,
    text,
};

pub use crate::import::{
    books::{Listed, are_sheets, listed, sheets, suggested},
    decisions::decisions,
    door::{Found, Kind, Recognised, document, recognised},
    figures::figures,
    list::{Mapping, mapping},
    tally::Tally,
    volumes::{Fault, volumes},
};

/// Whose records they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The reply of the national public-service portal, one procedure a file.
    NationalApi,
    /// The portal's printable form, as a table of words.
    WordTables,
}

impl From {
    /// Every source, by its name.
    pub const ALL: [(&'static str, Self); 2] = [("national-api", Self::NationalApi), ("word-tables", Self::WordTables)];

    /// Its name, as the command and the files write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::NationalApi => "national-api",
            Self::WordTables => "word-tables",
        }
    }
}

/// A record that was imported.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The national code.
    pub code: String,
    /// The folder of its field.
    pub sector: String,
    /// The name of its file, without the ending.
    pub file_stem: String,
    /// The procedure file; `yaml::write` makes its text.
    pub procedure: Procedure,
    /// What was read and what was not understood.
    pub tally: Tally,
}

/// A record that was not imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// What is wrong, where, and how to mend it, in one sentence.
    pub reason: String,
}

/// The procedure in `json`, a record of that source in the file `name`; `sector` overrides its field.
pub fn procedure(from: From, name: &str, json: &str, lexicon: &Lexicon, sector: Option<&str>) -> Result<Imported, Refused> {
    let refused = |why: &str| Refused { reason: format!("{why} in {name}: fetch the record again, or leave it out") };
    let record: Value = match serde_json::from_str(json.trim_start_matches('\u{feff}')) {
        Ok(record) => record,
        Err(error) => return Err(refused(&format!("no JSON that can be read ({error})"))),
    };
    of_record(from, from.name(), name, &record, lexicon, sector)
}

/// The procedure in `record`, which has the shape of that source and is called `said` in the file that is written.
fn of_record(
    from: From,
    said: &'static str,
    name: &str,
    record: &Value,
    lexicon: &Lexicon,
    sector: Option<&str>,
) -> Result<Imported, Refused> {
    let refused = |why: &str| Refused { reason: format!("{why} in {name}: fetch the record again, or leave it out") };
    let mut tally = Tally::default();
    let record = match from {
        From::NationalApi => national_api::record(record, &mut tally),
        From::WordTables => word_tables::record(record, &mut tally),
    };
    let record = record.map_err(refused)?;
    assembled(&record, said, name, lexicon, sector, tally).map_err(|why| refused(&why))
}

/// `record`, which was read from the file `name`, as a procedure.
fn assembled(
    record: &Record,
    said: &'static str,
    name: &str,
    lexicon: &Lexicon,
    sector: Option<&str>,
    mut tally: Tally,
) -> Result<Imported, String> {
    if record.name.is_empty() || !is_code(&record.code) {
        return Err("no name, or no code such as 1.000123,".to_owned());
    }
    tally.count("procedures");
    let procedure = assemble::procedure(record, said, name, sector, lexicon, &mut tally);
    let file_stem = format!("{}-{}", slug::of(&text::shorten(&record.name, 200)), record.code);
    Ok(Imported { code: record.code.clone(), sector: procedure.sector.clone(), file_stem, procedure, tally })
}

/// Digits and points that can stand in the name of a file: `1.000123`.
fn is_code(code: &str) -> bool {
    let digits = code.starts_with(|c: char| c.is_ascii_digit()) && code.ends_with(|c: char| c.is_ascii_digit());
    digits && code.len() <= 24 && !code.contains("..") && code.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}
