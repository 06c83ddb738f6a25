//! One door for files from outside: what a file is, told by its content, and the procedures in it.

use serde_json::Value;

use crate::{
    import::{
        From, Imported, Refused, Tally,
        books::{spreadsheet, stem},
        of_record,
        office::{self, comma, package, word},
        printed, word_tables,
    },
    recognise::Lexicon,
    yaml,
};

/// What a file from outside is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A reply of the national public-service portal, as JSON.
    NationalApi,
    /// The portal's printable form, as JSON.
    WordTables,
    /// A Word document of printed forms.
    Docx,
    /// An Excel workbook.
    Xlsx,
    /// An OpenDocument spreadsheet.
    Ods,
    /// A sheet saved as text.
    Csv,
}

impl Kind {
    /// Its name, as the command and the files write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::NationalApi => "national-api",
            Self::WordTables => "word-tables",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
            Self::Csv => "csv",
        }
    }
}

/// A procedure that was found in a file from outside.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The national code.
    pub code: String,
    /// The name for its file, with a folder for its field, from the folder of the procedures.
    pub file: String,
    /// The procedure file.
    pub text: String,
    /// What was read and what was not understood.
    pub tally: Tally,
}

/// What a file from outside holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognised {
    /// What the file is.
    pub kind: Kind,
    /// The procedures that could be read, in the order of the file.
    pub found: Vec<Found>,
    /// What of the file could not be read, and how to mend it; the rest stands in `found` all the same.
    pub refused: Vec<Refused>,
}

/// What `bytes`, the file `name`, hold: a reply of the portal or its printable form as JSON, a Word document of printed forms,
/// or a spreadsheet (xlsx, ods, csv) of procedures. The content tells which; the ending of the name does not, but for csv, which
/// nothing else tells. A file that is none of these, or that is not safe to open, is refused whole, in one sentence that says how
/// to mend it.
pub fn recognised(name: &str, bytes: &[u8], lexicon: &Lexicon) -> Result<Recognised, Refused> {
    let refused = |why: &str| Refused { reason: format!("{why} in {name}") };
    if package::is_package(bytes) {
        let package = package::open(bytes).map_err(|why| refused(&why))?;
        if package.holds(word::MAIN) {
            return Ok(sorted(Kind::Docx, document(name, bytes, lexicon, None)?));
        }
        drop(package);
        return match office::sheets(bytes).map_err(|why| refused(&why))? {
            Some((kind, grids)) => Ok(spreadsheet(kind, name, &grids, lexicon)),
            None => Err(refused("a document that is neither Word nor a spreadsheet")),
        };
    }
    let text = std::str::from_utf8(bytes).map_err(|_| refused("no text in UTF-8"))?;
    let json: Value = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(json) => json,
        Err(_) if ends_in(name, "csv") => {
            let grid = comma::read(&stem(name), text).map_err(|why| refused(&why))?;
            return Ok(spreadsheet(Kind::Csv, name, &[grid], lexicon));
        }
        Err(_) => {
            return Err(refused("no record of a procedure: neither a download of the portal, a Word document nor a spreadsheet stands"));
        }
    };
    let (kind, from) =
        if word_tables::is_one(&json) { (Kind::WordTables, From::WordTables) } else { (Kind::NationalApi, From::NationalApi) };
    Ok(sorted(kind, vec![of_record(from, from.name(), name, &json, lexicon, None)]))
}

fn ends_in(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, own)| own.eq_ignore_ascii_case(ending))
}

/// What could be read and what could not, each in the order of the file.
pub(super) fn sorted(kind: Kind, read: Vec<Result<Imported, Refused>>) -> Recognised {
    let mut recognised = Recognised { kind, found: Vec::new(), refused: Vec::new() };
    for one in read {
        match one.and_then(written) {
            Ok(found) => recognised.found.push(found),
            Err(refused) => recognised.refused.push(refused),
        }
    }
    recognised
}

/// The procedures whose printed forms stand in the Word document `bytes`.
pub fn document(name: &str, bytes: &[u8], lexicon: &Lexicon, sector: Option<&str>) -> Result<Vec<Result<Imported, Refused>>, Refused> {
    let refused = |why: &str| Refused { reason: format!("{why} in {name}") };
    let blocks = word::read(bytes).map_err(|why| refused(&why))?;
    let tables = printed::tables(&blocks);
    if tables.is_empty() {
        return Err(refused("no printed form of a procedure, which names `Mã thủ tục:` and `Tên thủ tục:`, stands"));
    }
    Ok(tables.iter().map(|table| of_record(From::WordTables, Kind::Docx.name(), name, table, lexicon, sector)).collect())
}

fn written(imported: Imported) -> Result<Found, Refused> {
    let Imported { code, sector, file_stem, procedure, tally } = imported;
    match yaml::write(&procedure) {
        Ok(text) => Ok(Found { code, file: format!("{sector}/{file_stem}.yaml"), text, tally }),
        Err(reason) => Err(Refused { reason: format!("{reason} in {code}") }),
    }
}
