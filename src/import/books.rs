//! Spreadsheets: the sheets that we write ourselves, and the lists that other people keep.

use serde_json::Value;

use crate::{
    import::{
        Found, Imported, Kind, Recognised, Refused, Tally, assembled,
        door::sorted,
        layout,
        list::{self, List, Mapping},
        office::{self, comma, grid::Grid, package},
        rebuild::{self, Rebuilt},
        record::Record,
        slug,
    },
    recognise::Lexicon,
    yaml,
};

/// The procedures in the sheets of ours that these files are: one workbook, or texts with commas of which each is a sheet.
/// Nothing is given where there is any mistake, and then every one of them is named with its cell.
pub fn sheets(files: &[(String, Vec<u8>)]) -> Result<Vec<Found>, Vec<Refused>> {
    let (_, grids) = grids(files).map_err(|refused| vec![refused])?;
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

/// What these files are, and the sheets that they hold.
fn grids(files: &[(String, Vec<u8>)]) -> Result<(Kind, Vec<Grid>), Refused> {
    let (mut kind, mut grids) = (Kind::Csv, Vec::new());
    for (name, bytes) in files {
        let refused = |why: &str| Refused { reason: format!("{why} in {name}") };
        if package::is_package(bytes) {
            let read = office::sheets(bytes).map_err(|why| refused(&why))?;
            let (read, sheets) = read.ok_or_else(|| refused("no spreadsheet"))?;
            kind = read;
            grids.extend(sheets);
        } else {
            let text = std::str::from_utf8(bytes).map_err(|_| refused("no text in UTF-8 (save it as \u{201c}CSV UTF-8\u{201d})"))?;
            grids.push(comma::read(&stem(name), text).map_err(|why| refused(&why))?);
        }
    }
    Ok((kind, grids))
}

/// What the sheets of the file `name` hold: procedures as we write them, or a list.
pub(super) fn spreadsheet(kind: Kind, name: &str, grids: &[Grid], lexicon: &Lexicon) -> Recognised {
    let of_file = |refused: Refused| Refused { reason: format!("{}, in {name}", refused.reason) };
    if rebuild::is_ours(grids) {
        let (found, refused) = rebuilt(grids);
        return Recognised { kind, found, refused: refused.into_iter().map(of_file).collect() };
    }
    let List { records, wrong, .. } = list::read(grids, &Mapping::default());
    let read = records.iter().map(|record| one_of_list(kind, name, record, lexicon, None));
    sorted(kind, read.chain(wrong.into_iter().map(|wrong| Err(of_file(wrong)))).collect())
}

/// What a list in somebody's spreadsheet holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listed {
    /// Its procedures.
    pub procedures: Vec<Imported>,
    /// Headings under which nothing was read.
    pub left_out: Vec<String>,
    /// What was counted beside the procedures.
    pub tally: Tally,
}

/// The procedures in the list that these files hold, its columns told by `mapping` and by their headings; `sector` overrides their
/// field. Nothing is given where there is any mistake, and then every one of them is named with its cell.
pub fn listed(files: &[(String, Vec<u8>)], mapping: &Mapping, lexicon: &Lexicon, sector: Option<&str>) -> Result<Listed, Vec<Refused>> {
    let (kind, grids) = grids(files).map_err(|refused| vec![refused])?;
    let List { records, mut wrong, left_out, tally } = list::read(&grids, mapping);
    let name = files.first().map(|(name, _)| name.rsplit(['/', '\\']).next().unwrap_or_default()).unwrap_or_default();
    let mut procedures = Vec::new();
    for record in &records {
        match one_of_list(kind, name, record, lexicon, sector) {
            Ok(imported) => procedures.push(imported),
            Err(refused) => wrong.push(refused),
        }
    }
    if wrong.is_empty() { Ok(Listed { procedures, left_out, tally }) } else { Err(wrong) }
}

/// Whether these files are sheets of ours, and not somebody's list.
pub fn are_sheets(files: &[(String, Vec<u8>)]) -> bool {
    grids(files).is_ok_and(|(_, grids)| rebuild::is_ours(&grids))
}

/// The beginning of a mapping for the list in these files: every heading, and what it is known to be.
pub fn suggested(files: &[(String, Vec<u8>)]) -> Result<String, Vec<Refused>> {
    let (_, grids) = grids(files).map_err(|refused| vec![refused])?;
    list::suggested(&grids)
}

fn one_of_list(kind: Kind, name: &str, record: &Record, lexicon: &Lexicon, sector: Option<&str>) -> Result<Imported, Refused> {
    let read = assembled(record, kind.name(), name, lexicon, sector, Tally::default());
    read.map_err(|why| Refused { reason: format!("{why} in {name}") })
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

/// The name of a sheet that is a file of its own.
pub(super) fn stem(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).replace('-', " ")
}
