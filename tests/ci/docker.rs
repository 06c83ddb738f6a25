//! The image: a static binary that runs as nobody in particular. It is not built here, which needs a network.

use std::{fs, path::Path};

#[test]
fn the_image_ends_with_nothing_but_the_binary_run_by_no_root() {
    let text = fs::read_to_string("Dockerfile").expect("the file");
    let last = text.rsplit("\nFROM ").next().expect("a stage");
    assert!(last.starts_with("scratch\n"), "{last}");
    assert!(last.contains("ENTRYPOINT [\"/redtape\"]"));
    for stage in text.split("\nFROM ").skip(2) {
        let user = stage.lines().find_map(|line| line.strip_prefix("USER ")).expect("a user");
        assert!(
            user.split(':').all(|id| id.parse::<u32>().is_ok_and(|id| id > 0)),
            "{user}: by number, since there are no names, and not root"
        );
    }
    // What a stage copies from another one, that one made.
    let binary = "/source/target/release/redtape";
    assert!(text.contains("WORKDIR /source\n") && text.matches(binary).count() == 2);
    assert!(text.contains("cargo build --release --locked --bin redtape\n"));
}

#[test]
fn the_image_is_built_with_the_rust_that_the_manifest_asks_for_and_without_what_was_built_here() {
    let manifest = fs::read_to_string("Cargo.toml").expect("the manifest");
    let asked = manifest.lines().find_map(|line| line.strip_prefix("rust-version = \"")).and_then(|rest| rest.strip_suffix('"'));
    let text = fs::read_to_string("Dockerfile").expect("the file");
    assert_eq!(text.lines().find_map(|line| line.strip_prefix("ARG RUST=")), asked);
    let left_out = fs::read_to_string(".dockerignore").expect("the file");
    assert!(["target", ".git"].iter().all(|name| left_out.lines().any(|line| line == *name)));
    assert!(Path::new("Cargo.lock").is_file());
}
