//! The zipped parts of a document from outside, none of them larger than is allowed.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// How many parts a document may have.
const MOST_PARTS: usize = 4096;
/// How large one part may be, unpacked.
const LARGEST_PART: u64 = 64 << 20;
/// How large all parts together may be, unpacked.
const LARGEST: u64 = 256 << 20;
/// How many times larger than packed a part may be; text packs twenty to fifty times, a bomb a thousand.
const RATIO: u64 = 200;
/// Parts up to this size may be packed as they like.
const SMALL: u64 = 1 << 20;
/// Parts that hold programs.
const PROGRAMS: [&str; 4] = ["vbaproject.bin", "basic/", "scripts/", "macrosheets/"];

/// The first bytes of every zip.
const ZIP: &[u8] = b"PK\x03\x04";
/// The first bytes of the containers in which older and protected documents come.
const CONTAINER: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// A zipped document whose parts have all been measured.
pub(in crate::import) struct Package<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    names: Vec<String>,
}

/// Whether `bytes` begin as a zip, or as an older or protected document, which is told for what it is when it is opened.
pub(in crate::import) fn is_package(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(CONTAINER)
}

/// The parts of `bytes`, or why they are not opened.
pub(in crate::import) fn open(bytes: &[u8]) -> Result<Package<'_>, String> {
    if bytes.starts_with(CONTAINER) {
        return Err("an old or protected document: open it, take the password away, and save it as .xlsx or .docx".to_owned());
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    if zip.len() > MOST_PARTS {
        return Err(format!("a document of {} parts, and at most {MOST_PARTS} are opened", zip.len()));
    }
    let mut names = Vec::new();
    let mut total = 0;
    for at in 0..zip.len() {
        let part = zip.by_index(at).map_err(|error| broken(&error))?;
        let name = part.name().map_err(|error| broken(&error))?.into_owned();
        let folded = name.to_lowercase();
        if PROGRAMS.iter().any(|program| folded.contains(program)) {
            return Err(format!("a document with a program in it ({name}): save it without macros"));
        }
        let packed = part.compressed_size();
        total += measure(part, packed, &name)?;
        if total > LARGEST {
            return Err(format!("a document of more than {} MiB when it is unpacked", LARGEST >> 20));
        }
        names.push(name);
    }
    Ok(Package { zip, names })
}

/// How large the part is in truth: what it says of itself is not believed.
fn measure(part: impl Read, packed: u64, name: &str) -> Result<u64, String> {
    let mut rest = part.take(LARGEST_PART + 1);
    let mut piece = vec![0; 1 << 16];
    let mut size = 0;
    loop {
        let read = rest.read(&mut piece).map_err(|error| format!("a part that cannot be unpacked ({name}: {error})"))?;
        if read == 0 {
            return Ok(size);
        }
        size += u64::try_from(read).unwrap_or(u64::MAX);
        if size > LARGEST_PART {
            return Err(format!("a part of more than {} MiB when it is unpacked ({name})", LARGEST_PART >> 20));
        }
        if size > SMALL && size > packed.saturating_mul(RATIO) {
            return Err(format!("a part more than {RATIO} times as large as it is packed ({name})"));
        }
    }
}

impl Package<'_> {
    /// Whether there is a part of that name.
    pub(in crate::import) fn holds(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }

    /// The text of the part `name`.
    pub(in crate::import) fn text(&mut self, name: &str) -> Result<String, String> {
        let part = self.zip.by_name(name).map_err(|error| broken(&error))?;
        let mut text = String::new();
        match part.take(LARGEST_PART).read_to_string(&mut text) {
            Ok(_) => Ok(text),
            Err(error) => Err(format!("a part that cannot be read as text ({name}: {error})")),
        }
    }
}

fn broken(error: &impl std::fmt::Display) -> String {
    format!("a document that cannot be unpacked ({error}): save it anew")
}
