//! Things on a disk that are no files, or not those they seem: none is waited for, none is passed over in silence.

use std::{
    ffi::OsStr,
    fs,
    os::unix::{
        ffi::OsStrExt,
        fs::{PermissionsExt, symlink},
        net::UnixListener,
    },
    process::Command,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use crate::place::{CALM, Place, REDTAPE, Said};

#[test]
fn what_is_no_file_is_one_finding() {
    let place = Place::calm();
    let at = |name: &str| place.path(&format!("procedures/{name}.yaml"));
    assert!(place.command("mkfifo", &["procedures/pipe.yaml"]).status().expect("mkfifo runs").success());
    let _socket = UnixListener::bind(at("socket")).expect("a socket");
    symlink("circle.yaml", at("circle")).expect("a link");
    symlink("nowhere.yaml", at("lost")).expect("a link");
    fs::File::create(at("huge")).and_then(|file| file.set_len(1 << 30)).expect("a file full of holes");
    let found = place.findings();
    for name in ["pipe", "socket", "circle", "lost", "huge"] {
        let told: Vec<_> =
            found.iter().filter(|(file, _)| *file == format!("procedures/{name}.yaml")).map(|(_, rule)| rule.as_str()).collect();
        assert_eq!(told, ["format/unreadable-file"], "{name}");
    }
}

#[test]
fn a_folder_with_the_name_of_a_file_and_a_circle_of_folders_are_walked_once() {
    let place = Place::calm();
    place.write("procedures/x.yaml/inner.yaml", CALM);
    symlink("..", place.path("procedures/round")).expect("a link");
    symlink("../x.yaml", place.path("procedures/x.yaml/again.yaml")).expect("a link");
    let found = place.findings();
    let mut files: Vec<_> = found.iter().map(|(file, _)| file.as_str()).collect();
    files.dedup();
    assert_eq!(files, ["procedures/calm.yaml", "procedures/x.yaml/inner.yaml"]);
}

#[test]
fn a_link_that_leads_out_of_the_catalogue_is_refused_and_nothing_of_it_is_shown() {
    for target in ["../secret.yaml", "/dev/zero", "/etc/passwd"] {
        let place = Place::calm();
        place.write("secret.yaml", "password: hunter2\n");
        symlink(target, place.path("procedures/out.yaml")).expect("a link");
        for command in ["check", "fix", "report", "score"] {
            let said = place.redtape(&[command, "procedures", "--as-of", "2026-07-01"]);
            assert_eq!(said.code, Some(2), "{command} {target}: {}", said.err);
            assert!(said.err.contains("procedures/out.yaml"), "{}", said.err);
            assert!(!(said.out + &said.err).contains("hunter2"), "{command}");
        }
    }
}

/// The command as somebody who may not read everything: whoever runs the test, or nobody where that is the one who may.
fn of_nobody(place: &Place, args: &[&str]) -> Option<Command> {
    let path = place.path("procedures/locked.yaml");
    if fs::read(&path).is_err() {
        return Some(place.command(REDTAPE, args));
    }
    // The program must be where nobody may look, too.
    let program = place.path("redtape");
    fs::copy(REDTAPE, &program).and_then(|_| fs::set_permissions(place.path(""), fs::Permissions::from_mode(0o755))).expect("a copy");
    let drop = ["--reuid=65534", "--regid=65534", "--clear-groups"];
    let tried = place.command("setpriv", &[&drop[..], &["cat", "procedures/calm.yaml"]].concat()).output();
    let program = program.to_string_lossy().into_owned();
    tried.is_ok_and(|output| output.status.success()).then(|| place.command("setpriv", &[&drop[..], &[program.as_str()], args].concat()))
}

#[test]
fn what_may_not_be_opened_is_told() {
    let place = Place::calm();
    place.write("procedures/locked.yaml", CALM);
    place.write("shut/inner/inside.yaml", CALM);
    for locked in ["procedures/locked.yaml", "shut/inner"] {
        fs::set_permissions(place.path(locked), fs::Permissions::from_mode(0o000)).expect("its permissions");
    }
    let Some(mut command) = of_nobody(&place, &["check", "procedures", "--as-of", "2026-07-01", "--format", "concise"]) else {
        eprintln!("skipped: whoever runs this test may read everything, and there is no setpriv to be somebody else");
        return;
    };
    let said = Said::of(&command.output().expect("redtape runs"));
    said.ended_well();
    assert!(said.out.contains("procedures/locked.yaml") && said.out.contains("format/unreadable-file"), "{}{}", said.out, said.err);
    // A folder that may not be opened ends the run with its name: what is in it nobody knows.
    for args in [&["check", "shut"][..], &["score", "shut"], &["fix", "--diff", "shut"], &["report", "shut"]] {
        let said = Said::of(&of_nobody(&place, args).expect("as before").output().expect("redtape runs"));
        assert_eq!(said.code, Some(2), "{args:?}: {}", said.out);
        assert!(said.err.contains("shut/inner") && said.err.contains("permission"), "{}", said.err);
    }
    fs::set_permissions(place.path("shut/inner"), fs::Permissions::from_mode(0o755)).expect("the folder can go");
}

#[test]
fn a_name_that_is_no_text_is_read_and_shown() {
    let place = Place::calm();
    let name = OsStr::from_bytes(b"procedures/n\xff\xfe.yaml");
    if let Err(why) = fs::write(place.path("").join(name), CALM) {
        eprintln!("skipped: this disk takes no such name ({why})");
        return;
    }
    assert!(place.findings().iter().any(|(file, _)| file.contains("procedures/n\u{fffd}")));
}

#[test]
fn a_folder_of_many_files_is_read_whole() {
    let place = Place::calm();
    (0..2000).for_each(|at| place.write(&format!("procedures/{at}.yaml"), "[]"));
    let mut files: Vec<_> = place.findings().into_iter().map(|(file, _)| file).collect();
    files.dedup();
    assert_eq!(files.len(), 2001);
}

#[test]
fn a_file_exchanged_for_a_pipe_is_not_waited_for() {
    let (place, over) = (Place::calm(), AtomicBool::new(false));
    assert!(place.command("mkfifo", &["pipe"]).status().expect("mkfifo runs").success());
    thread::scope(|scope| {
        scope.spawn(|| {
            let (here, pipe, calm) = (place.path("procedures/turns.yaml"), place.path("pipe"), place.path("procedures/calm.yaml"));
            for turn in (0_usize..).take_while(|_| !over.load(Ordering::Relaxed)) {
                let beside = place.path("beside");
                let linked = fs::hard_link(if turn % 2 == 0 { &pipe } else { &calm }, &beside);
                assert!(linked.and_then(|()| fs::rename(&beside, &here)).is_ok());
                // A name that leads to the same file already is not taken away by a change of names.
                let _ = fs::remove_file(&beside);
            }
        });
        (0..15).for_each(|_| drop(place.redtape(&["check", "procedures", "--as-of", "2026-07-01", "--format", "summary"])));
        over.store(true, Ordering::Relaxed);
    });
}

#[test]
fn files_that_change_and_vanish_while_they_are_read_harm_nothing() {
    let (place, over) = (Place::calm(), AtomicBool::new(false));
    thread::scope(|scope| {
        scope.spawn(|| {
            let path = place.path("procedures/restless.yaml");
            for turn in (0_usize..).take_while(|_| !over.load(Ordering::Relaxed)) {
                let done = match turn % 4 {
                    0 => fs::write(&path, CALM),
                    1 => fs::write(&path, "a: [".repeat(turn % 50)),
                    2 => fs::remove_file(&path),
                    _ => symlink("/dev/zero", &path).and_then(|()| fs::remove_file(&path)),
                };
                assert!(done.is_ok(), "{done:?}");
            }
        });
        for _ in 0..15 {
            let said = place.redtape(&["check", "procedures", "--as-of", "2026-07-01"]);
            let calm = said.code == Some(2) || said.out.contains("calm.yaml");
            assert!(calm, "neither an error nor the neighbour: {}{}", said.out, said.err);
        }
        over.store(true, Ordering::Relaxed);
    });
}
