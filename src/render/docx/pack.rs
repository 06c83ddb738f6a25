//! The parts of a document packed together, made small: the library packs them as they are.

use std::io::{Cursor, Read, Write};

use docx_rs::XMLDocx;
use zip::{CompressionMethod, ZipArchive, ZipWriter, result::ZipResult, write::SimpleFileOptions};

/// The bytes of the document; every part bears the same day, so that they depend on what it says alone.
pub(super) fn bytes(parts: XMLDocx) -> ZipResult<Vec<u8>> {
    let mut large = Cursor::new(Vec::new());
    parts.pack(&mut large).map_err(std::io::Error::other)?;
    let mut archive = ZipArchive::new(large)?;
    let mut small = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for at in 0..archive.len() {
        let mut part = archive.by_index(at)?;
        let name = part.name()?.into_owned();
        // Word needs no entries for folders.
        if name.ends_with('/') {
            continue;
        }
        let mut held = Vec::new();
        part.read_to_end(&mut held)?;
        small.start_file(name, options)?;
        small.write_all(&held)?;
    }
    Ok(small.finish()?.into_inner())
}
