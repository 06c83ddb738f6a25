//! No command opens a connection, whatever it reads.

use crate::place::{Place, REDTAPE};

/// Commands that between them go through every room.
const COMMANDS: &[&[&str]] = &[
    &["check", "procedures"],
    &["fix", "--diff", "procedures"],
    &["plan", "procedures"],
    &["report", "procedures", "--format", "html", "-o", "out.html"],
    &["score", "procedures"],
    &["rules"],
];

#[test]
fn no_command_opens_a_socket() {
    let place = Place::calm();
    place.write(
        "procedures/reference.yaml",
        "# yaml-language-server: $schema=http://192.0.2.1/x\nprocedure: \"9.2\"\ntitle: A\n$ref: \"http://192.0.2.1/s.json\"\nlegal_basis: [\"http://192.0.2.1/law\"]\nsource: {url: \"http://192.0.2.1/\"}\n",
    );
    let traced = place.command("strace", &["-f", "-qq", "-o", "probe", "true"]).output();
    if !traced.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: strace is not here, or may not be used");
        return;
    }
    for args in COMMANDS {
        let status = place.command("strace", &[&["-f", "-qq", "-e", "trace=network", "-o", "calls", REDTAPE], *args].concat()).output();
        let code = status.expect("strace runs").status.code();
        assert!(matches!(code, Some(0..=1)), "{args:?}: {code:?}");
        let calls = place.read("calls");
        let opened: Vec<_> = calls.lines().filter(|line| line.contains("socket(") || line.contains("connect(")).collect();
        assert!(opened.is_empty(), "{args:?}: {opened:?}");
    }
}
