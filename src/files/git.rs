//! The `git` command, asked for objects and nothing else: no shell, no checkout, no fetching, and nothing that a repository's own settings
//! would have it run.

use std::{
    io::{BufRead, BufReader, Read, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use crate::files::{Error, Fault, store::LARGEST};

/// What would send git to another repository than the one the paths are in.
const ELSEWHERE: [&str; 7] =
    ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_EXTERNAL_DIFF"];

/// Settings that name programs, set so that they name none; those of the repository come before the user's, and these before both.
const HARMLESS: [&str; 4] = ["core.fsmonitor=false", "core.hooksPath=/dev/null", "protocol.allow=never", "safe.bareRepository=explicit"];

/// The command, to be run in the repository around `near`.
fn git(near: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(near).args(["--no-pager", "--no-replace-objects", "--no-optional-locks"]);
    HARMLESS.iter().for_each(|setting| {
        command.args(["-c", setting]);
    });
    ELSEWHERE.iter().for_each(|name| {
        command.env_remove(name);
    });
    // An object that a partial clone lacks would be fetched, by whatever program the repository names for that.
    command.env("GIT_NO_LAZY_FETCH", "1").env("GIT_ALLOW_PROTOCOL", "none").env("GIT_TERMINAL_PROMPT", "0").env("LC_ALL", "C");
    command.stdin(Stdio::null());
    command
}

/// What git answers in one line; nothing where it refuses, and then why.
pub(super) fn line(near: &Path, args: &[&str]) -> Result<Result<String, String>, Error> {
    let done = git(near).args(args).output();
    let done = done.map_err(|reason| Error::Git(format!("the command `git` cannot be started, and a revision is read by it: {reason}")))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    Ok(if done.status.success() { Ok(text(&done.stdout)) } else { Err(text(&done.stderr)) })
}

/// An object of a repository.
pub(super) struct Object {
    /// `blob`, `tree` or `commit`.
    pub(super) kind: String,
    /// What it holds.
    pub(super) bytes: Vec<u8>,
}

/// `git cat-file --batch`, asked for one object after the other.
pub(super) struct Batch {
    child: Child,
    asks: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Batch {
    /// Starts it; a `following` one goes where links lead.
    pub(super) fn start(near: &Path, following: bool) -> Result<Self, Error> {
        let mut command = git(near);
        command.args(["cat-file", "--batch"]).args(following.then_some("--follow-symlinks"));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let broken = || Error::Git("the command `git cat-file` cannot be started".to_owned());
        let mut child = command.spawn().map_err(|_| broken())?;
        let (asks, answers) = (child.stdin.take().ok_or_else(broken)?, child.stdout.take().ok_or_else(broken)?);
        Ok(Self { child, asks, answers: BufReader::new(answers) })
    }

    /// The object of that name; what cannot be had is a fault of that object.
    pub(super) fn object(&mut self, name: &str) -> Result<Result<Object, Fault>, Error> {
        let broken = |reason: std::io::Error| Error::Git(format!("git stopped answering: {reason}"));
        self.asks.write_all(format!("{name}\n").as_bytes()).and_then(|()| self.asks.flush()).map_err(broken)?;
        let mut head = Vec::new();
        self.answers.read_until(b'\n', &mut head).map_err(broken)?;
        let head = String::from_utf8_lossy(&head).trim_end().to_owned();
        let mut words = head.rsplit(' ');
        let (size, kind) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let Ok(size) = size.parse::<u64>() else {
            return Ok(Err(Fault::Unreadable(absent(&head))));
        };
        let most = size.min(LARGEST);
        let mut bytes = Vec::new();
        self.answers.by_ref().take(most).read_to_end(&mut bytes).map_err(broken)?;
        // The line break behind it, and what of it is not wanted.
        std::io::copy(&mut self.answers.by_ref().take(size - most + 1), &mut std::io::sink()).map_err(broken)?;
        Ok(match kind {
            "blob" | "tree" | "commit" if size <= LARGEST => Ok(Object { kind: kind.to_owned(), bytes }),
            "blob" | "tree" | "commit" => Err(Fault::Unreadable(format!("{size} bytes; at most {} MiB are read", LARGEST >> 20))),
            _ => Err(Fault::Unreadable("it is a link that leads to nothing in that revision".to_owned())),
        })
    }
}

/// Why git has not got an object.
fn absent(head: &str) -> String {
    if head.ends_with(" missing") {
        "the repository has not got it; fetch what a partial or damaged clone lacks".to_owned()
    } else {
        "git did not answer".to_owned()
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        // It ends by itself when nothing more is asked; one that does not must not keep the program waiting.
        let _ended = self.child.kill().and_then(|()| self.child.wait().map(|_| ()));
    }
}
