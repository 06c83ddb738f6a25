//! One door for files from outside: what a file is, told by its content, and the procedures in it.

use serde_json::Value;

use crate::{
    import::{
        From, Imported, Refused, Tally, layout, of_record,
        office::{self, comma, grid::Grid, package, word},
        printed,
        rebuild::{self, Rebuilt},
        slug, word_tables,
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
            Some((kind, grids)) => Ok(spreadsheet(kind, name, &grids)),
            None => Err(refused("a document that is neither Word nor a spreadsheet")),
        };
    }
    let text = std::str::from_utf8(bytes).map_err(|_| refused("no text in UTF-8"))?;
    let json: Value = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(json) => json,
        Err(_) if ends_in(name, "csv") => {
            let grid = comma::read(&stem(name), text).map_err(|why| refused(&why))?;
            return Ok(spreadsheet(Kind::Csv, name, &[grid]));
        }
        Err(_) => {
            return Err(refused("no record of a procedure: neither a download of the portal, a Word document nor a spreadsheet stands"));
        }
    };
    let (kind, from) =
        if word_tables::is_one(&json) { (Kind::WordTables, From::WordTables) } else { (Kind::NationalApi, From::NationalApi) };
    Ok(sorted(kind, vec![of_record(from, from.name(), name, &json, lexicon, None)]))
}

/// The procedures in the sheets of ours that these files are: one workbook, or texts with commas of which each is a sheet.
/// Nothing is given where there is any mistake, and then every one of them is named with its cell.
pub fn sheets(files: &[(String, Vec<u8>)]) -> Result<Vec<Found>, Vec<Refused>> {
    let grids = grids(files).map_err(|refused| vec![refused])?;
    if !rebuild::is_ours(&grids) {
        let says =
            format!("there is no sheet `{}` with a column `{}`, as `redtape export --to xlsx` writes it", layout::PROCEDURES, layout::CODE);
        return Err(vec![Refused { reason: says }]);
    }
    match rebuilt(&grids) {
        (found, wrong) if wrong.is_empty() => Ok(found),
        (_, wrong) => Err(wrong),
    }
}

/// The sheets that these files hold.
fn grids(files: &[(String, Vec<u8>)]) -> Result<Vec<Grid>, Refused> {
    let mut grids = Vec::new();
    for (name, bytes) in files {
        let refused = |why: &str| Refused { reason: format!("{why} in {name}") };
        if package::is_package(bytes) {
            let read = office::sheets(bytes).map_err(|why| refused(&why))?;
            grids.extend(read.ok_or_else(|| refused("no spreadsheet"))?.1);
        } else {
            let text = std::str::from_utf8(bytes).map_err(|_| refused("no text in UTF-8 (save it as \u{201c}CSV UTF-8\u{201d})"))?;
            grids.push(comma::read(&stem(name), text).map_err(|why| refused(&why))?);
        }
    }
    Ok(grids)
}

/// The name of a sheet that is a file of its own.
fn stem(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).replace('-', " ")
}

fn ends_in(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, own)| own.eq_ignore_ascii_case(ending))
}

fn spreadsheet(kind: Kind, name: &str, grids: &[Grid]) -> Recognised {
    let (found, refused) = if rebuild::is_ours(grids) { rebuilt(grids) } else { (Vec::new(), Vec::new()) };
    let of_file = |refused: Refused| Refused { reason: format!("{}, in {name}", refused.reason) };
    Recognised { kind, found, refused: refused.into_iter().map(of_file).collect() }
}

/// The files that the procedures of sheets of ours become; those of one file are parted by `---`.
fn rebuilt(grids: &[Grid]) -> (Vec<Found>, Vec<Refused>) {
    let (procedures, mut wrong) = rebuild::procedures(grids);
    let mut files: Vec<Found> = Vec::new();
    for Rebuilt { code, file, value } in procedures {
        let text = match yaml::write(&value) {
            Ok(text) => text,
            Err(reason) => {
                wrong.push(Refused { reason: format!("{code}: {reason}") });
                continue;
            }
        };
        let file = file.unwrap_or_else(|| named(&code, &value));
        let whole = file.split_once('#').map_or(file.as_str(), |(whole, _)| whole);
        match files.iter_mut().find(|known| known.file == whole) {
            Some(known) => known.text.push_str(&format!("---\n{text}")),
            None => files.push(Found { code, file: whole.to_owned(), text, tally: Tally::default() }),
        }
        if let Some(known) = files.last_mut() {
            known.tally.count("procedures");
        }
    }
    (files, wrong)
}

/// A name for the file of a procedure that does not say one.
fn named(code: &str, value: &Value) -> String {
    let title = value.get("title").map(|title| title.get("vi").or_else(|| title.get("en")).unwrap_or(title));
    let title = slug::of(title.and_then(Value::as_str).unwrap_or_default());
    let sector = slug::of(value.get("sector").and_then(Value::as_str).unwrap_or("other"));
    format!("{sector}/{title}-{}.yaml", slug::of(code))
}

fn sorted(kind: Kind, read: Vec<Result<Imported, Refused>>) -> Recognised {
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
