//! `check --watch`: what is saved is judged at once, beside all the rest.

use std::{
    io::{BufRead, BufReader},
    process::{Child, ChildStdout, Command, Stdio},
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

use crate::folder::{Folder, LICENCE, QUIET, REDTAPE};

/// A run that goes on, and what it says, line by line.
struct Watch {
    child: Child,
    lines: Receiver<String>,
}

impl Watch {
    fn of(folder: &Folder) -> Self {
        let args = ["check", "--watch", "--as-of", "2026-07-01", "--rule", "dossier", "--format", "concise"];
        let mut command: Command = folder.command(REDTAPE, &args);
        let mut child = command.stdout(Stdio::piped()).spawn().expect("redtape runs");
        let out: ChildStdout = child.stdout.take().expect("its standard output");
        let (hand, lines) = mpsc::channel();
        thread::spawn(move || BufReader::new(out).lines().map_while(Result::ok).try_for_each(|line| hand.send(line)));
        Self { child, lines }
    }

    /// Waits for a line that begins so.
    #[track_caller]
    fn says(&self, start: &str) -> String {
        let mut heard = Vec::new();
        loop {
            match self.lines.recv_timeout(Duration::from_secs(60)) {
                Ok(line) if line.starts_with(start) => return line,
                Ok(line) => heard.push(line),
                Err(_) => panic!("`{start}` was not said, but\n{}", heard.join("\n")),
            }
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.child.kill().expect("it can be ended");
        self.child.wait().expect("it ends");
    }
}

#[test]
fn what_is_saved_is_judged_and_what_comes_or_goes_is_seen() {
    let folder = Folder::with(&[("procedures/licence.yaml", LICENCE), ("procedures/notice.yaml", QUIET)]);
    let watch = Watch::of(&folder);
    watch.says("procedures/licence.yaml:16:");
    watch.says("1 finding: ");
    let saved = Instant::now();
    folder.write("procedures/licence.yaml", &format!("# Saved.\n{LICENCE}"));
    let line = watch.says("procedures/");
    println!("{:?} after it was saved: {line}", saved.elapsed());
    assert!(line.starts_with("procedures/licence.yaml:17:"), "{line}");
    // Only what was saved is spoken of, and all is counted.
    folder.write("procedures/notice.yaml", &format!("{QUIET}sector: civil-status\n"));
    watch.says("2 procedures read");
    watch.says("1 finding: ");
    folder.write("procedures/third.yaml", &LICENCE.replace("2.002093", "2.002094"));
    watch.says("procedures/third.yaml:16:");
    watch.says("3 procedures read");
    std::fs::remove_file(folder.path("procedures/licence.yaml")).expect("the file goes");
    watch.says("2 procedures read");
    folder.write("procedures/third.yaml", "title: [");
    watch.says("procedures/third.yaml:1:");
}

#[test]
fn a_watch_writes_no_files() {
    let folder = Folder::with(&[("procedures/notice.yaml", QUIET)]);
    let said = folder.redtape(&["check", "--watch", "--format", "json"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.starts_with("redtape: --watch shows what changes on the screen"), "{}", said.err);
}

#[test]
fn no_file_is_read_but_the_one_that_was_saved() {
    let folder = Folder::with(&[("procedures/licence.yaml", LICENCE), ("procedures/notice.yaml", QUIET)]);
    let watch = Watch::of(&folder);
    watch.says("1 finding: ");
    // The other file is another one now, and nothing but reading it could tell.
    let path = folder.path("procedures/notice.yaml");
    let as_it_was = std::fs::metadata(&path).and_then(|data| data.modified()).expect("a time");
    folder.write("procedures/notice.yaml", &QUIET.replacen("title", "titel", 1));
    let touch = |time| std::fs::File::options().write(true).open(&path).and_then(|file| file.set_modified(time)).expect("a time");
    touch(as_it_was);
    folder.write("procedures/licence.yaml", &format!("# Saved.\n{LICENCE}"));
    watch.says("procedures/licence.yaml:17:");
    watch.says("1 finding: ");
    // As soon as it looks saved it is read too.
    touch(as_it_was + Duration::from_secs(2));
    watch.says("procedures/notice.yaml:");
    watch.says("2 procedures read");
}
