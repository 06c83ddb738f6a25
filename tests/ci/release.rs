//! The release: what it is built for, how it is packed, and the list of what is in it.

use std::process::Command;

use serde_json::Value;

use crate::job::{self, Job};

#[path = "../../examples/sbom.rs"]
mod list;

#[test]
fn the_action_takes_the_archives_that_the_release_makes() {
    let install = std::fs::read_to_string(".ci/install").expect("the script");
    job::tree(".github/workflows/release.yml", |node| {
        let matrix = node.at("/jobs/build/strategy/matrix/include").expect("the targets").items();
        assert_eq!(matrix.len(), 5);
        for one in matrix {
            let target = job::words(one, "/target");
            let kind = if target.contains("windows") { "zip" } else { "tar.gz" };
            assert!(install.contains(&format!("redtape-{target}.{kind}")), "{target}");
        }
        assert_eq!(node.at("/permissions/contents").and_then(|node| node.text()), Some("read"), "only the last job may write");
    });
}

#[test]
fn an_archive_holds_the_binary_and_the_licences() {
    let job = Job::new();
    let here = std::env::current_dir().expect("here");
    job.write("target/x86_64-unknown-linux-musl/release/redtape", "binary");
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        job.write(name, "licence");
    }
    let script = format!(
        "bash '{}/.ci/pack' x86_64-unknown-linux-musl dist && tar -tzf dist/redtape-x86_64-unknown-linux-musl.tar.gz",
        here.display()
    );
    let said = job.runs("bash", &script, &[], None);
    assert_eq!((said.out.as_str(), said.code), ("LICENSE-MIT\nLICENSE-APACHE\nredtape\n", Some(0)), "{}", said.err);
}

#[test]
fn the_checksums_are_those_of_all_archives() {
    let job = Job::new();
    job.write("dist/a.zip", "a");
    job.write("dist/b.tar.gz", "b");
    job::tree(".github/workflows/release.yml", |node| {
        let steps = node.at("/jobs/publish/steps").expect("steps").items();
        let step = steps.iter().find(|step| step.get("name").and_then(|name| name.text()) == Some("Checksums")).expect("the step");
        let said = job.runs("bash", &job::words(step, "/run"), &[], None);
        assert_eq!(said.code, Some(0), "{}", said.err);
    });
    let said = job.runs("bash", "cd dist && sha256sum --check --strict SHA256SUMS", &[], None);
    assert_eq!((said.out.as_str(), said.code), ("a.zip: OK\nb.tar.gz: OK\n", Some(0)));
}

#[test]
fn the_list_names_what_is_in_the_binary_and_not_what_only_tests_need() {
    let cargo = Command::new(env!("CARGO")).args(["metadata", "--offline", "--locked", "--format-version", "1"]).output().expect("cargo");
    let metadata: Value = serde_json::from_slice(&cargo.stdout).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&cargo.stderr)));
    let list = list::sbom(&metadata);
    assert_eq!((&list["bomFormat"], &list["specVersion"]), (&"CycloneDX".into(), &"1.5".into()));
    assert_eq!(list["metadata"]["component"]["name"], "redtape");
    let names: Vec<&str> = list["components"].as_array().expect("components").iter().filter_map(|one| one["name"].as_str()).collect();
    assert!(["clap", "regex", "serde_json"].iter().all(|name| names.contains(name)), "{names:?}");
    assert!(!["proptest", "insta", "tempfile", "redtape"].iter().any(|name| names.contains(name)), "{names:?}");
    for one in list["components"].as_array().expect("components") {
        assert!(one["purl"].as_str().is_some_and(|purl| purl.starts_with("pkg:cargo/")) && one["licenses"].is_array(), "{one}");
    }
}
