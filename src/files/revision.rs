//! What files held in a revision of a git repository.

use std::path::{Component, Path, PathBuf};

use crate::{
    files::{
        Error, Fault,
        git::{self, Batch},
    },
    text,
};

/// One revision of a repository.
#[derive(Clone, Debug)]
pub struct Revision {
    /// What it was called.
    pub name: String,
    /// A folder in the repository.
    near: PathBuf,
    /// The folder that the repository's files stand in; none of a repository without such files.
    top: Option<PathBuf>,
    /// The commit.
    commit: String,
}

/// A file as a revision holds it: its path in the repository, and its bytes or why there are none.
pub type Held = (String, Result<Vec<u8>, Fault>);

/// The name of a revision and the path in it, as `main:procedures` has them; a colon in braces parts nothing.
pub fn parted(words: &str) -> (&str, Option<&str>) {
    let mut depth = 0_usize;
    for (at, c) in words.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ':' if depth == 0 => return (words.get(..at).unwrap_or_default(), words.get(at + 1..)),
            _ => (),
        }
    }
    (words, None)
}

impl Revision {
    /// The revision of that name in the repository around `near`: a branch, a tag, a commit, `HEAD~3`.
    pub fn open(near: &Path, name: &str) -> Result<Self, Error> {
        let near = folder(near);
        let shown = text::line(name).into_owned();
        if name.is_empty() || name.contains(['\n', '\0']) {
            return Err(Error::Git(format!("`{shown}` names no revision")));
        }
        let inside = git::line(&near, &["rev-parse", "--git-dir"])?;
        if let Err(says) = inside {
            let here = text::line(&near.to_string_lossy()).into_owned();
            let says = text::line(says.lines().next().unwrap_or_default()).into_owned();
            return Err(Error::Git(format!("no revision `{shown}` can be read in {here}: {says}")));
        }
        let wanted = format!("{name}^{{commit}}");
        let Ok(commit) = git::line(&near, &["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted])? else {
            return Err(Error::Git(not_there(&near, &shown)?));
        };
        let top = git::line(&near, &["rev-parse", "--show-toplevel"])?.map_or(None, |top| Some(PathBuf::from(top)));
        Ok(Self { name: name.to_owned(), near, top, commit })
    }

    /// The path in the repository of something on the disk, whether it is still there or not.
    pub fn path_of(&self, path: &Path) -> Result<String, Error> {
        let outside = || Error::Git(format!("{}: it is not in the repository of `{}`", text::line(&path.to_string_lossy()), self.name));
        let top = self.top.as_ref().ok_or_else(outside)?;
        let real = real(path);
        let below = real.strip_prefix(top.canonicalize().unwrap_or_else(|_| top.clone())).map_err(|_| outside())?;
        Ok(below.to_string_lossy().replace('\\', "/"))
    }

    /// The path in the repository of a path as it is written behind the colon: from the top, or from here where it begins with `./`.
    pub fn path_written(&self, written: &str) -> Result<String, Error> {
        let beside = written == "." || written.starts_with("./") || written.starts_with("../");
        if beside { self.path_of(&self.near.join(written)) } else { Ok(written.trim_matches('/').to_owned()) }
    }

    /// The YAML files at or below `path`, in the order of their paths; nothing where the revision has no such path. What `discover` passes
    /// over on the disk is passed over here.
    pub fn files(&self, path: &str) -> Result<Option<Vec<Held>>, Error> {
        let mut walk = Walk { revision: self, batch: Batch::start(&self.near, false)?, links: None, found: Vec::new() };
        let mut at = Entry { mode: Mode::Folder, name: String::new(), id: format!("{}^{{tree}}", self.commit) };
        for name in path.split('/').filter(|name| !name.is_empty() && *name != ".") {
            let Some(next) = walk.entries(&at)?.into_iter().find(|entry| entry.name == name) else { return Ok(None) };
            at = next;
        }
        match at.mode {
            Mode::Folder => walk.below(&at, path.trim_matches('/'))?,
            Mode::File | Mode::Link => walk.take(&at, path.to_owned())?,
            Mode::Other => return Ok(None),
        }
        walk.found.sort_by(|one, two| one.0.cmp(&two.0));
        Ok(Some(walk.found))
    }
}

/// Says that a revision is not there, and what to do where only part of the history is.
fn not_there(near: &Path, shown: &str) -> Result<String, Error> {
    let shallow = git::line(near, &["rev-parse", "--is-shallow-repository"])?;
    let hint = if shallow.is_ok_and(|says| says == "true") {
        "; this clone holds a part of the history only: fetch the revision, as with `git fetch --depth=1 origin BRANCH`, or all of it with `git fetch --unshallow`"
    } else {
        "; fetch it, or name a branch, a tag or a commit that is there"
    };
    Ok(format!("the revision `{shown}` is not in this repository{hint}"))
}

/// The nearest folder that is there.
fn folder(path: &Path) -> PathBuf {
    let mut at = if path.as_os_str().is_empty() { PathBuf::from(".") } else { path.to_owned() };
    while !at.is_dir() {
        at = match at.parent() {
            Some(above) if !above.as_os_str().is_empty() => above.to_owned(),
            _ => PathBuf::from("."),
        };
    }
    at
}

/// Where a path leads, of which the last parts need not be there.
fn real(path: &Path) -> PathBuf {
    if let Ok(real) = path.canonicalize() {
        return real;
    }
    match (path.parent(), path.components().next_back()) {
        (Some(above), Some(Component::Normal(name))) if !above.as_os_str().is_empty() => real(above).join(name),
        (Some(_), Some(Component::Normal(name))) => real(Path::new(".")).join(name),
        _ => path.to_owned(),
    }
}

/// What kind of thing an entry of a folder is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    File,
    Folder,
    Link,
    /// Another repository within this one.
    Other,
}

/// An entry of a folder in a revision.
struct Entry {
    mode: Mode,
    name: String,
    id: String,
}

/// A walk through the folders of a revision.
struct Walk<'r> {
    revision: &'r Revision,
    batch: Batch,
    links: Option<Batch>,
    found: Vec<Held>,
}

impl Walk<'_> {
    /// The entries of a folder.
    fn entries(&mut self, folder: &Entry) -> Result<Vec<Entry>, Error> {
        if folder.mode != Mode::Folder {
            return Ok(Vec::new());
        }
        let tree = self.batch.object(&folder.id)?;
        let tree = tree.map_err(|_| Error::Git(format!("a folder of `{}` is not in this clone; fetch it", self.revision.name)))?;
        if tree.kind != "tree" {
            return Err(Error::Git(format!("a folder of `{}` cannot be read", self.revision.name)));
        }
        Ok(read_tree(&tree.bytes, self.revision.commit.len() / 2))
    }

    /// Takes the YAML files below a folder.
    fn below(&mut self, folder: &Entry, path: &str) -> Result<(), Error> {
        for entry in self.entries(folder)? {
            let inner = if path.is_empty() { entry.name.clone() } else { format!("{path}/{}", entry.name) };
            let yaml = entry.name.ends_with(".yaml") || entry.name.ends_with(".yml");
            match entry.mode {
                _ if entry.name.starts_with('.') => (),
                Mode::Folder if entry.name != "target" => self.below(&entry, &inner)?,
                Mode::File | Mode::Link if yaml => self.take(&entry, inner)?,
                _ => (),
            }
        }
        Ok(())
    }

    /// Takes one file; a link, by what it leads to.
    fn take(&mut self, entry: &Entry, path: String) -> Result<(), Error> {
        let object = if entry.mode != Mode::Link {
            self.batch.object(&entry.id)?
        } else if path.contains('\n') {
            Err(Fault::Unreadable("the name of the link holds a line break".to_owned()))
        } else {
            if self.links.is_none() {
                self.links = Some(Batch::start(&self.revision.near, true)?);
            }
            let name = format!("{}:{path}", self.revision.commit);
            match &mut self.links {
                Some(links) => links.object(&name)?,
                None => return Ok(()),
            }
        };
        // A link to a folder is not followed, as on the disk.
        if object.as_ref().is_ok_and(|object| object.kind != "blob") {
            return Ok(());
        }
        self.found.push((path, object.map(|object| object.bytes)));
        Ok(())
    }
}

/// The entries that a tree object lists: mode, name, and an id of `width` bytes.
fn read_tree(bytes: &[u8], width: usize) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut rest = bytes;
    while let Some(end) = rest.iter().position(|byte| *byte == 0) {
        let (head, behind) = rest.split_at(end);
        let head = String::from_utf8_lossy(head).into_owned();
        let Some(id) = behind.get(1..=width) else { break };
        let (mode, name) = head.split_once(' ').unwrap_or(("", &head));
        let mode = match mode {
            "40000" => Mode::Folder,
            "120000" => Mode::Link,
            mode if mode.starts_with("100") => Mode::File,
            _ => Mode::Other,
        };
        entries.push(Entry { mode, name: name.to_owned(), id: id.iter().map(|byte| format!("{byte:02x}")).collect() });
        rest = behind.get(width + 1..).unwrap_or_default();
    }
    entries
}
