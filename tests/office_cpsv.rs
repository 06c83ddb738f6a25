//! Public services by CPSV-AP: valid against the shapes of the profile, where these and a validator are there.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use redtape::{
    export::{self, Services},
    files, lint,
    model::{self, Procedure},
    register::Registers,
    span::FileId,
    yaml,
};
use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The registers that ship with the program.
fn registers() -> Registers {
    let mut store = files::Store::default();
    let files: Vec<FileId> = files::registers().into_iter().map(|(path, text)| store.embedded(path, text)).collect();
    lint::built_in(&store, &files).registers.unwrap()
}

fn procedures(texts: &[String]) -> Vec<Procedure> {
    let read = |text: &String| model::procedure(&yaml::parse(FileId(0), text).0.documents[0]).0;
    texts.iter().map(read).collect()
}

fn exported(texts: &[String], registers: &Registers) -> Services {
    let procedures = procedures(texts);
    export::cpsv(&procedures.iter().collect::<Vec<_>>(), registers, "https://example.org/id/")
}

/// Every YAML file at or below a folder.
fn below(folder: &Path) -> Vec<String> {
    files::discover(folder).unwrap().into_iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// What keeps `text` from being valid; nothing where that could not be asked, which is said.
fn faults(text: &str) -> Option<String> {
    let shapes = root().join("../shared/data/schemas/cpsv-ap-3.2.0-shacl.ttl");
    let validator = Command::new("python3").args(["-c", "import pyshacl"]).output();
    if !shapes.exists() || !validator.is_ok_and(|asked| asked.status.success()) {
        let _told =
            std::io::Write::write_fmt(&mut std::io::stderr(), format_args!("skipped: {} or pyshacl is not there\n", shapes.display()));
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("services.jsonld");
    fs::write(&file, text).unwrap();
    let ran = Command::new("python3").args(["-m", "pyshacl", "-df", "json-ld", "-s"]).arg(shapes).arg(&file).output().unwrap();
    let said = String::from_utf8_lossy(&ran.stdout).into_owned() + &String::from_utf8_lossy(&ran.stderr);
    Some(if ran.status.success() { String::new() } else { said })
}

const ONE: &str = "
procedure: '2.000635'
title: {vi: Cấp bản sao, en: Copy of an extract}
sector: civil-status
authority: commune-peoples-committee
audience: [citizen]
legal_basis: ['Law 60/2014/QH13, art. 63', một văn bản khác]
dossier:
  documents:
    - {id: identity, any_of: [{evidence: citizen-identity-card}, {evidence: passport}], proves: [person.identity]}
    - một giấy tờ
channels: [{by: online}, {by: post}]
time_limit: 10 days
conditions: [{id: age, text: Đủ 18 tuổi}]
fees: [{id: fee, title: Lệ phí, amount: 8000 VND, per: copy, channel: online}, {id: other, title: Phí, set_by: provincial-peoples-council}]
results: [{evidence: civil-status-extract}]
";

#[test]
fn a_procedure_is_a_valid_public_service() {
    let registers = registers();
    let services = exported(&[ONE.to_owned()], &registers);
    assert_eq!((services.count, services.without_authority.len()), (1, 0));
    let whole: Value = serde_json::from_str(&services.text).unwrap();
    let nodes: BTreeMap<&str, &Value> =
        whole["@graph"].as_array().unwrap().iter().map(|node| (node["@id"].as_str().unwrap(), node)).collect();
    let service = nodes["https://example.org/id/procedure/2.000635"];
    assert_eq!(service["cv:processingTime"]["@value"], "P10D");
    assert_eq!(service["cv:hasInputType"].as_array().unwrap().len(), 3);
    assert_eq!(nodes["https://example.org/id/cost/2.000635.fee.fee"]["cv:hasValue"]["@value"], "8000");
    assert_eq!(nodes["https://example.org/id/evidence/passport"]["@type"][0], "cv:EvidenceType");
    assert!(faults(&services.text).unwrap_or_default().is_empty(), "{:?}", faults(&services.text));
}

#[test]
fn working_days_are_no_days_of_the_calendar() {
    let services = exported(&[ONE.replace("10 days", "10 working days")], &registers());
    assert!(!services.text.contains("processingTime") && services.text.contains("10 working days"));
}

#[test]
fn a_procedure_without_an_authority_is_named_and_left_out() {
    let services = exported(&[ONE.replace("authority: commune-peoples-committee\n", "")], &registers());
    assert_eq!((services.count, services.without_authority), (0, vec!["2.000635".to_owned()]));
}

#[test]
fn the_catalogue_is_valid_and_the_validator_would_say_if_it_were_not() {
    let services = exported(&below(&root().join("procedures")), &registers());
    assert!(services.count > 50, "{}", services.count);
    let Some(said) = faults(&services.text) else { return };
    assert!(said.is_empty(), "{said}");
    let broken = services.text.replace("\"dct:description\"", "\"dct:abstract\"");
    assert!(faults(&broken).is_some_and(|said| said.contains("Conforms: False") && said.contains("description")));
}
