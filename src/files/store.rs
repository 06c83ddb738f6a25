//! The files of one run: where each comes from, what it holds, and whether it is still what was judged.

use std::{
    borrow::Cow,
    fs::{File, Metadata},
    io::Read,
    path::{Path, PathBuf},
    sync::Arc,
};

use xxhash_rust::xxh3::xxh3_64;

use crate::{
    files::{Error, said},
    span::FileId,
};

/// The largest file that is read, in bytes. A procedure has a few thousand.
pub(super) const LARGEST: u64 = 64 << 20;

/// Where a file comes from.
#[derive(Debug)]
enum Origin {
    /// Where it lies, unless that is what it is shown as.
    Disk(Option<Box<Path>>),
    Embedded(&'static str),
    Memory(String),
    Broken(Fault),
}

/// Why a file could not be read as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The system would not let us, or it is too large; its words.
    Unreadable(String),
    /// The bytes are not UTF-8 from that one on.
    NotUtf8(usize),
}

/// The files of one run, in order.
#[derive(Debug, Default)]
pub struct Store {
    files: Vec<(Arc<str>, Origin)>,
}

impl Store {
    /// Adds a file on the disk, shown as `name`.
    pub fn disk(&mut self, name: impl Into<String>, path: PathBuf) -> FileId {
        let name: String = name.into();
        let other = path.to_str() != Some(&name);
        self.add(name, Origin::Disk(other.then(|| path.into_boxed_path())))
    }

    /// Adds a file that ships with the program.
    pub fn embedded(&mut self, name: impl Into<String>, text: &'static str) -> FileId {
        self.add(name.into(), Origin::Embedded(text))
    }

    /// Adds a text that was given by hand.
    pub fn memory(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        self.add(name.into(), Origin::Memory(text.into()))
    }

    /// Adds a file as a revision holds it: its bytes, or why there are none.
    pub fn held(&mut self, name: impl Into<String>, held: Result<Vec<u8>, Fault>) -> FileId {
        let text = held.and_then(|bytes| String::from_utf8(bytes).map_err(|error| Fault::NotUtf8(error.utf8_error().valid_up_to())));
        self.add(name.into(), text.map_or_else(Origin::Broken, Origin::Memory))
    }

    /// Puts `text` in the place of what a file holds, for this run alone.
    pub fn hold(&mut self, file: FileId, text: impl Into<String>) {
        if let Some((_, origin)) = self.files.get_mut(file.0 as usize) {
            *origin = Origin::Memory(text.into());
        }
    }

    fn add(&mut self, name: String, origin: Origin) -> FileId {
        self.files.push((name.into(), origin));
        FileId(u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX))
    }

    /// The name of a file, as it is shown.
    pub fn name(&self, file: FileId) -> &str {
        self.files.get(file.0 as usize).map_or("", |(name, _)| name)
    }

    /// The same, to be kept.
    pub fn shared_name(&self, file: FileId) -> Arc<str> {
        self.files.get(file.0 as usize).map_or_else(|| Arc::from(""), |(name, _)| Arc::clone(name))
    }

    /// Whether a file ships with the program.
    pub fn is_embedded(&self, file: FileId) -> bool {
        matches!(self.files.get(file.0 as usize), Some((_, Origin::Embedded(_))))
    }

    /// What a file holds.
    pub fn text(&self, file: FileId) -> Result<Cow<'_, str>, Fault> {
        match self.files.get(file.0 as usize) {
            Some((_, Origin::Embedded(text))) => Ok(Cow::Borrowed(text)),
            Some((_, Origin::Memory(text))) => Ok(Cow::Borrowed(text)),
            Some((_, Origin::Broken(fault))) => Err(fault.clone()),
            Some((name, Origin::Disk(path))) => from_disk(path.as_deref().unwrap_or(Path::new(&**name))).map(Cow::Owned),
            None => Err(Fault::Unreadable("no such file".to_owned())),
        }
    }

    /// What a file holds, if it still is what had that hash.
    pub fn again(&self, file: FileId, hash: u64) -> Result<Cow<'_, str>, Error> {
        match self.text(file) {
            Ok(text) if hash_of(&text) == hash => Ok(text),
            _ => Err(Error::Changed { path: self.name(file).to_owned() }),
        }
    }
}

/// The hash by which a text is known again within one run.
pub fn hash_of(text: &str) -> u64 {
    xxh3_64(text.as_bytes())
}

fn from_disk(path: &Path) -> Result<String, Fault> {
    String::from_utf8(bytes(path)?).map_err(|error| Fault::NotUtf8(error.utf8_error().valid_up_to()))
}

/// What a file on the disk holds, which may be no text at all.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Fault> {
    let unreadable = |reason: std::io::Error| Fault::Unreadable(said(&reason));
    // Asked before it is opened: to open a pipe is to wait for somebody who writes.
    measure(&std::fs::metadata(path).map_err(unreadable)?)?;
    let file = open(path).map_err(unreadable)?;
    // And once more of what was opened, which may not be what stood there a moment ago.
    let size = measure(&file.metadata().map_err(unreadable)?)?;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    // A file that grows while it is read, or says that it has no length, is not cut in silence.
    if bytes.len() as u64 > LARGEST { Err(too_large("more")) } else { Ok(bytes) }
}

/// Opens what stands there without waiting: it may have become a pipe since it was looked at.
fn open(path: &Path) -> std::io::Result<File> {
    let mut how = File::options();
    how.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut how, libc::O_NONBLOCK);
    how.open(path)
}

/// The length of a file that may be read.
fn measure(meta: &Metadata) -> Result<u64, Fault> {
    if !meta.is_file() {
        return Err(Fault::Unreadable("it is not a file that can be read twice".to_owned()));
    }
    if meta.len() > LARGEST { Err(too_large(&meta.len().to_string())) } else { Ok(meta.len()) }
}

fn too_large(bytes: &str) -> Fault {
    Fault::Unreadable(format!("{bytes} bytes; at most {} MiB are read", LARGEST >> 20))
}
