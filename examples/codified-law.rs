//! Makes the files `registers/vn/law/instruments-codified-*.yaml` from the list of the official codification, so that whoever reads
//! the list anew gets the same files: `cargo run --example codified-law LIST.csv registers/vn/law`. They are several, since the
//! registers are read side by side at every start, and one large file would be waited for.
//!
//! An instrument that another register file holds stays there alone, with what was read of it. What a list says of ends is
//! no ground: it was found by pattern, and does not enter.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    io::Write,
};

use redtape::{
    citation,
    files::{self, Store},
    lint,
    register::Registers,
};

/// How the files begin that this program writes, below `registers/`.
const OWN: &str = "vn/law/instruments-codified-";

/// What each of them is called behind that, and the first year that is too late for it; the three are about as large.
const FILES: [(&str, &str); 3] = [("until-2015.yaml", "2016"), ("2016-2019.yaml", "2020"), ("since-2020.yaml", "9999")];

const HEAD: &str = r#"# Instruments of the official codification that no other file of this folder holds. Written by `examples/codified-law.rs`; not to be changed by hand:
# whoever reads the text of one of them moves its entry to the file of its kind.
# `valid.from` as the list gives it. Where that day cannot be right (before the day of signature or the year of the number, or years after it), the
# entry is `undated`. An amendment has the day on which the amending instrument itself took effect, where that is known. No ends: the list shows none.
sources:
  codification: {title: "Bộ pháp điển, list of codified instruments", read: 2026-11-23}

instruments:
"#;

/// One row of the list.
struct Row {
    number: String,
    kind: String,
    title: String,
    from: Option<String>,
    amended_by: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (path, folder) = args.next().zip(args.next()).ok_or("name the list, a CSV file, and the folder to write to")?;
    let rows: Vec<Row> = records(&std::fs::read_to_string(path)?).iter().skip(1).filter_map(|cells| row(cells)).collect();
    let known = known();
    let mut days: BTreeMap<&str, &str> = BTreeMap::new();
    let own: Vec<(String, String)> =
        known.instruments.values().filter_map(|one| Some((one.number.clone(), one.valid.from?.to_string()))).collect();
    days.extend(rows.iter().filter_map(|row| Some((row.number.as_str(), row.from.as_deref()?))));
    days.extend(own.iter().map(|(number, from)| (number.as_str(), from.as_str())));
    let mut lines: BTreeMap<String, String> = BTreeMap::new();
    let listed: BTreeSet<&str> = rows.iter().map(|row| row.number.as_str()).collect();
    for row in &rows {
        for by in row.amended_by.iter().filter(|by| !listed.contains(by.as_str()) && !known.instruments.contains_key(*by)) {
            lines
                .entry(sorted(by))
                .or_insert_with(|| format!("  - {{number: {by}, undated: true, source: codification, where: amends {}}}\n", row.number));
        }
    }
    let mut lacking = String::new();
    for row in &rows {
        match known.instruments.get(&row.number) {
            Some(one) if one.valid.from.is_none() && row.from.is_some() => lacking.push_str(&format!("{} {:?}\n", row.number, row.from)),
            Some(_) => {}
            None => drop(lines.insert(sorted(&row.number), entry(row, &days))),
        }
    }
    let mut from = "";
    for (name, until) in FILES {
        let own: String = lines.iter().filter(|(at, _)| (from..until).contains(&at.as_str())).map(|(_, line)| line.as_str()).collect();
        let name = format!("{}{name}", OWN.rsplit('/').next().unwrap_or(OWN));
        std::fs::write(std::path::Path::new(&folder).join(name), format!("{HEAD}{own}"))?;
        from = until;
    }
    std::io::stderr().write_all(lacking.as_bytes())?;
    Ok(())
}

/// What the other files of the register hold.
fn known() -> Registers {
    let mut registers = Registers::default();
    let mut store = Store::default();
    for (name, text) in files::registers().into_iter().filter(|(name, _)| !name.starts_with(OWN)) {
        let file = store.embedded(name, text);
        lint::add_register(&mut registers, &store, file);
    }
    registers
}

/// By year, then by number: as a reader looks for it.
fn sorted(number: &str) -> String {
    let mut pieces = number.split('/');
    let first = pieces.next().unwrap_or_default();
    let year = pieces.next().filter(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or("0000");
    format!("{year}/{first:0>8}/{number}")
}

fn entry(row: &Row, days: &BTreeMap<&str, &str>) -> String {
    let mut line = format!("  - {{number: {}, kind: {}", row.number, row.kind);
    if !row.title.is_empty() {
        line.push_str(&format!(", title: \"{}\"", row.title.replace('\\', "\\\\").replace('"', "\\\"")));
    }
    match &row.from {
        Some(from) => line.push_str(&format!(", valid: {{from: {from}}}")),
        None => line.push_str(", undated: true"),
    }
    let amended = row.amended_by.iter().map(|by| match days.get(by.as_str()) {
        Some(from) => format!("{{by: {by}, from: {from}}}"),
        None => format!("{{by: {by}}}"),
    });
    let amended: Vec<String> = amended.collect();
    if !amended.is_empty() {
        line.push_str(&format!(", amended_by: [{}]", amended.join(", ")));
    }
    line + ", source: codification, where: its row}\n"
}

fn row(cells: &[String]) -> Option<Row> {
    let [number, kind, from, title, _, amended_by, ..] = cells else { return None };
    let (number, title) = mended(number, &title.split_whitespace().collect::<Vec<_>>().join(" "))?;
    let (title, signed) = parted(&title);
    let amended_by: BTreeSet<String> = amended_by.split(';').filter_map(citation::instrument).filter(|by| can_amend(by, &number)).collect();
    Some(Row {
        kind: kind_of(kind, &number)?.to_owned(),
        title: title.trim().trim_end_matches('.').to_owned(),
        from: Some(from.clone()).filter(|from| is_likely(from, signed.as_deref(), &number)),
        amended_by: amended_by.into_iter().collect(),
        number,
    })
}

/// Whether `by` can have amended the instrument of that number: it is another one, no older, of no lower rank, and no slip of the list.
fn can_amend(by: &str, number: &str) -> bool {
    const SLIPS: [&str; 4] = ["89/2015/N", "06/2018/TT-BNNPTN", "002/2025/TT-BNV", "01/2018/UBNVQH14"];
    let year = |number: &str| number.split('/').nth(1).filter(|year| year.len() == 4).and_then(|year| year.parse::<i32>().ok());
    let rank = |number: &str| match number.rsplit('/').next().unwrap_or_default() {
        letters if letters.contains("QH") || letters.contains("HĐNN") => 3,
        "NĐ-CP" | "CP" => 2,
        letters if letters.ends_with("TTg") => 1,
        _ => 0,
    };
    let older = year(by).zip(year(number)).is_some_and(|(by, own)| by < own);
    by != number && !older && rank(by) >= rank(number) && !by.ends_with('-') && !SLIPS.contains(&by)
}

/// The number and the title, where the list has torn a number in two: `03/2017/TT-` and `BVHTTDL Thông tư quy định …`.
fn mended(number: &str, title: &str) -> Option<(String, String)> {
    let title = title.trim().trim_start_matches("- ");
    let (first, rest) = title.split_once(' ').unwrap_or((title, ""));
    let torn = number.ends_with('-') || first.starts_with(['/', '-', '_', 'Ð']) || first.starts_with("ƯMTTQVN");
    let whole = match first {
        "TC/TCT" => format!("{number}-{first}"),
        _ if torn => format!("{number}{first}"),
        _ => return Some((citation::instrument(number)?, title.to_owned())),
    };
    Some((citation::instrument(&whole)?, rest.to_owned()))
}

/// A title without the day of signature and the issuer that the list puts after it; and that day.
fn parted(title: &str) -> (&str, Option<String>) {
    let Some((before, after)) = title.rsplit_once(" ngày ") else { return (title, None) };
    let Some((day, _)) = after.split_once(" của ") else { return (title, None) };
    let pieces: Vec<&str> = day.split('/').collect();
    match pieces[..] {
        [day, month, year] if year.len() == 4 => (before, Some(format!("{year}-{month:0>2}-{day:0>2}"))),
        _ => (title, None),
    }
}

/// Whether an instrument of that number, signed on that day, can have taken effect on `from`.
fn is_likely(from: &str, signed: Option<&str>, number: &str) -> bool {
    let year = |day: &str| day.get(..4).and_then(|year| year.parse::<i32>().ok());
    let numbered = number.split('/').nth(1).filter(|year| year.len() == 4).and_then(year);
    // A day of signature in another year than the number's is a slip of the list, and tells nothing.
    let signed = signed.filter(|signed| numbered.is_none_or(|numbered| year(signed) == Some(numbered)));
    let longest = if number.contains("/QH") { 3 } else { 1 };
    let after = |start: i32| year(from).is_some_and(|from| (start..=start + longest).contains(&from));
    signed.is_none_or(|signed| from >= signed) && numbered.or(signed.and_then(year)).is_none_or(after)
}

/// Our word for a kind, by the list's and by the letters of the number.
fn kind_of(kind: &str, number: &str) -> Option<&'static str> {
    let letters = number.rsplit('/').next()?;
    Some(match kind {
        "Luật" | "Bộ luật" => "law",
        "Pháp lệnh" => "ordinance",
        "Nghị định" => "decree",
        "Thông tư" => "circular",
        "Thông tư liên tịch" => "joint-circular",
        "Chỉ thị" => "directive",
        "Quyết định" if letters.ends_with("TTg") => "pm-decision",
        "Quyết định" => "ministerial-decision",
        "Nghị quyết" if letters.ends_with("HĐTP") => "court-resolution",
        "Nghị quyết" if letters.starts_with("NQLT") => "joint-resolution",
        "Nghị quyết" if letters == "NQ-CP" => "government-resolution",
        "Nghị quyết" if letters.contains("UBTVQH") => "resolution",
        "Nghị quyết" if letters.contains("QH") => "na-resolution",
        _ => return None,
    })
}

/// The cells of each row of a CSV text, quoted as RFC 4180 has it.
fn records(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let Some(row) = rows.last_mut() else { break };
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                row.last_mut().into_iter().for_each(|cell| cell.push('"'));
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            '\r' if !quoted => {}
            c => row.last_mut().into_iter().for_each(|cell| cell.push(c)),
        }
    }
    rows
}
