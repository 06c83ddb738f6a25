//! Things on a disk that are no files, or not those they seem: none is waited for, none is passed over in silence.

use std::{
    ffi::OsStr,
    fs,
    os::unix::{
        ffi::OsStrExt,
        fs::{PermissionsExt, symlink},
        net::UnixListener,
    },
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use crate::place::{CALM, Place};

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

#[test]
fn what_may_not_be_opened_is_told() {
    let place = Place::calm();
    place.write("procedures/locked.yaml", CALM);
    let path = place.path("procedures/locked.yaml");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("its permissions");
    if fs::read(&path).is_ok() {
        eprintln!("skipped: whoever runs this test may read everything");
        return;
    }
    assert!(place.findings().contains(&("procedures/locked.yaml".to_owned(), "format/unreadable-file".to_owned())));
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
