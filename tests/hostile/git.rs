//! Whatever a repository's settings name as programs, reading a revision of it runs none of them.

use std::{os::unix::fs::PermissionsExt, path::Path};

use redtape::files::Revision;

use crate::place::Place;

/// Settings that name a program, by its path in place of `TRAP`, and each what it needs to be obeyed at all.
const SETTINGS: &[&[(&str, &str)]] = &[
    &[("core.fsmonitor", "TRAP")],
    &[("core.fsmonitor", "true")],
    &[("core.hooksPath", "hooks")],
    &[("core.pager", "TRAP"), ("pager.cat-file", "true"), ("pager.rev-parse", "true")],
    &[("core.editor", "TRAP"), ("sequence.editor", "TRAP")],
    &[("core.sshCommand", "TRAP"), ("remote.origin.url", "ssh://192.0.2.1/x"), ("ssh.variant", "simple")],
    &[("core.gitProxy", "TRAP"), ("remote.origin.url", "git://192.0.2.1/x")],
    &[("core.askPass", "TRAP"), ("credential.helper", "!TRAP")],
    &[("core.alternateRefsCommand", "TRAP")],
    &[("diff.external", "TRAP")],
    &[("diff.x.textconv", "TRAP"), ("diff.x.cachetextconv", "true")],
    &[("diff.x.command", "TRAP")],
    &[("filter.x.smudge", "TRAP"), ("filter.x.clean", "TRAP"), ("filter.x.required", "true")],
    &[("filter.x.process", "TRAP")],
    &[("merge.x.driver", "TRAP"), ("interactive.diffFilter", "TRAP")],
    &[("gpg.program", "TRAP"), ("log.showSignature", "true")],
    &[("remote.origin.url", "ext::TRAP"), ("protocol.ext.allow", "always")],
    &[("remote.origin.url", "trap::x"), ("protocol.allow", "always")],
    &[("remote.origin.url", "file:///nowhere"), ("remote.origin.uploadpack", "TRAP"), ("protocol.file.allow", "always")],
    &[("remote.origin.url", "x"), ("remote.origin.vcs", "trap"), ("protocol.allow", "always")],
    &[("uploadpack.packObjectsHook", "TRAP")],
    &[("alias.cat-file", "!TRAP"), ("alias.rev-parse", "!TRAP")],
    &[("include.path", "included")],
    &[("includeIf.gitdir:**.path", "included")],
];
/// What makes git fetch an object that it lacks.
const PROMISES: &[(&str, &str)] =
    &[("core.repositoryFormatVersion", "1"), ("extensions.partialClone", "origin"), ("remote.origin.promisor", "true")];
/// What a user of git does with such a repository: it is here to show that the traps are traps.
const CARELESS: &[&[&str]] = &[
    &["status"],
    &["diff"],
    &["log", "-p", "-1"],
    &["fetch"],
    &["checkout", "-f"],
    &["cat-file", "--textconv", "HEAD:procedures/calm.yaml"],
];

impl Place {
    #[track_caller]
    fn git(&self, args: &[&str]) -> String {
        let mut command = self.command("git", args);
        for role in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{role}_NAME"), "a").env(format!("GIT_{role}_EMAIL"), "a@b");
        }
        let output = command.env("HOME", self.path("home")).output().expect("git runs");
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    /// A program that leaves a mark when it is run, below each of several names.
    fn lay_traps(&self, names: &[&str]) {
        let mark = self.path("sprung").display().to_string();
        for name in names {
            self.write(name, format!("#!/bin/sh\necho {name} >> '{mark}'\nexit 1\n"));
            std::fs::set_permissions(self.path(name), std::fs::Permissions::from_mode(0o755)).expect("a mode");
        }
    }

    /// Writes the settings of one case over those of the repository.
    fn set(&self, plain: &str, settings: &[(&str, &str)]) {
        let trap = self.path("trap").display().to_string();
        self.write(".git/config", plain);
        self.write(".git/included", format!("[core]\n\tfsmonitor = {trap}\n[alias]\n\tcat-file = !{trap}\n"));
        for (name, value) in settings {
            self.git(&["config", name, &value.replace("TRAP", &trap)]);
        }
    }

    /// Whether a trap was sprung; it is laid again.
    fn sprung(&self) -> bool {
        std::fs::remove_file(self.path("sprung")).is_ok()
    }
}

/// A repository of two commits, in which an object is missing, and its settings as git wrote them.
fn repository() -> (Place, String) {
    let place = Place::calm();
    place.git(&["init", "--quiet"]);
    place.write(".gitattributes", "*.yaml filter=x diff=x merge=x\n");
    place.write("procedures/lost.yaml", "procedure: \"9.000009\"\ntitle: Mất\n");
    for message in ["first", "second"] {
        place.write("procedures/more.yaml", format!("procedure: \"9.000002\"\ntitle: {message}\n"));
        place.git(&["add", "."]);
        place.git(&["commit", "--quiet", "-m", message]);
    }
    let id = place.git(&["rev-parse", "HEAD:procedures/lost.yaml"]);
    let (two, rest) = id.split_at(2);
    std::fs::remove_file(place.path(".git/objects").join(two).join(rest)).expect("a loose object");
    place.lay_traps(&["trap", "git-remote-trap", "hooks/post-checkout", "hooks/post-index-change", "hooks/reference-transaction"]);
    let plain = place.read(".git/config");
    (place, plain)
}

#[test]
fn no_setting_of_a_repository_has_a_program_run() {
    let (place, plain) = repository();
    let mut real = 0;
    for settings in SETTINGS {
        place.set(&plain, &[settings, PROMISES].concat());
        place.sprung();
        let revision = Revision::open(&place.path("procedures"), "HEAD~1").expect("the revision");
        let files = revision.files("procedures").expect("git answers").expect("the folder is there");
        assert_eq!(files.iter().map(|(_, held)| held.is_ok()).collect::<Vec<_>>(), [true, false, true], "{settings:?}");
        assert_eq!(revision.path_of(Path::new(&place.path("procedures"))).expect("a path"), "procedures");
        assert!(Revision::open(&place.path(""), "nowhere").is_err());
        assert!(!place.sprung(), "{settings:?}: {}", place.read("sprung"));
        place.write("procedures/more.yaml", "procedure: \"9.000002\"\ntitle: not saved\n");
        CARELESS.iter().for_each(|args| drop(place.git(args)));
        let sprung = place.sprung();
        println!("{}: {settings:?}", if sprung { "runs a program when git is used as usual" } else { "runs none" });
        real += usize::from(sprung);
    }
    println!("{} cases, of which {real} run a program when git is used as usual", SETTINGS.len());
    assert!(real > 10, "{real} of the traps are traps");
}

#[test]
fn no_command_that_reads_a_revision_runs_one_and_a_hidden_repository_is_none() {
    let (place, plain) = repository();
    place.set(&plain, &[SETTINGS.concat().as_slice(), PROMISES].concat());
    place.lay_traps(&[".git/hooks/post-checkout", ".git/hooks/post-index-change", ".git/hooks/reference-transaction"]);
    place.sprung();
    let against = ["--against", "HEAD~1", "--as-of", "2026-07-01"];
    for args in [&["diff"][..], &["check"], &["diff", "procedures"]] {
        let said = place.redtape(&[args, &against[..]].concat());
        assert!(!place.sprung() && matches!(said.code, Some(0..=1)), "{args:?}: {}{}", said.out, said.err);
        assert!(said.err.contains("1 file") || said.out.contains("1 file"), "{args:?}: {}{}", said.out, said.err);
    }
    // A repository that lies in a folder like any other files, as a catalogue from somebody else may hold one.
    std::fs::rename(place.path(".git"), place.path("catalogue")).expect("it moves");
    place.write("catalogue/procedures/a.yaml", crate::place::CALM);
    let said = place.redtape(&["diff", "--against", "HEAD", "catalogue/procedures"]);
    assert!(!place.sprung() && said.code == Some(2), "{}{}", said.out, said.err);
}
