//! What `redtape compare` shows, and a register of norms that an import writes.

use serde_json::Value;

use crate::folder::Folder;

/// The same title from two provinces and from the ministry; the last is about something else.
const PEERS: &str = r#"procedure: "1.000001"
title: {vi: Cấp đổi Giấy chứng nhận, en: Exchange of a certificate}
level: province
dossier: {documents: [Đơn đề nghị, {title: Giấy chứng nhận, evidence: land-certificate}]}
time_limit: 5 working days
---
procedure: "1.000002"
title: Thủ tục cấp đổi giấy chứng nhận trên địa bàn thành phố Hải Phòng
issued_by: hai-phong
level: [province, commune]
cases: {split: {title: Tách thửa}}
dossier: {documents: [Đơn đề nghị]}
time_limit:
  - {in: 8 working days, area: mountainous}
  - {in: 1 month, case: split}
  - {in: 12 working days}
fees: [{title: Lệ phí, set_by: provincial-peoples-council}, {title: Phí, amount: 20000 VND}]
---
procedure: "1.000003"
title: Cấp đổi giấy chứng nhận (cấp xã)
issued_by: lai-chau
---
procedure: "1.000004"
title: Cấp lại giấy chứng nhận
"#;

#[test]
fn peers_stand_side_by_side() {
    let folder = Folder::with(&[("procedures/peers.yaml", PEERS)]);
    folder.shows("compare", &["compare", "--as-of", "2026-07-01"]);
    folder.shows("compare-vi", &["compare", "--as-of", "2026-07-01", "--lang", "vi"]);
    folder.shows("compare-nothing", &["compare", "--title", "khai sinh"]);
    let said = folder.redtape(&["compare", "--as-of", "2026-07-01", "--format", "json", "--title", "chứng nhận đổi"]);
    let value: Value = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!((value["version"].as_str(), said.code), (Some("compare-v1"), Some(0)));
    let versions = value["titles"][0]["versions"].as_array().expect("a list");
    let codes: Vec<&str> = versions.iter().filter_map(|one| one["procedure"].as_str()).collect();
    assert_eq!(codes, ["1.000001", "1.000002", "1.000003"]);
}

#[test]
fn a_folder_without_procedures_has_no_peers() {
    let folder = Folder::with(&[("empty/readme.txt", "")]);
    let said = folder.redtape(&["compare", "empty"]);
    assert_eq!((said.out.as_str(), said.code), ("No title is shared by two procedures.\n", Some(3)));
}

#[test]
fn an_imported_norm_is_what_a_local_version_is_held_against() {
    let record = r#"{"code": 200, "data": {"code": "9.000001", "name": "Thủ tục thử", "executionMethods":
        [{"submissionMethod": "DIRECT", "processingTime": 5, "processingTimeUnit": "WORKING_DAY", "fees": []}]}}"#;
    let folder = Folder::with(&[("records/norm.json", record), ("redtape.yaml", "registers: [registers]\n"), ("registers/readme.txt", "")]);
    let args = ["import", "--from", "national-api", "records", "--into", "registers", "--as-norm"];
    folder.shows("import-norm", &args);
    let local = "procedure: \"9.000009\"\ntitle: Bản địa phương\nnorm: \"9.000001\"\nissued_by: ha-noi\ntime_limit: 30 days\n";
    folder.write("procedures/local.yaml", local);
    let rule = ["--rule", "catalogue", "--min-confidence", "undetermined", "--format", "concise"];
    folder.shows("norm-exceeded", &[["check", "--as-of", "2026-07-01"].as_slice(), &rule].concat());
    let local = record.replacen("\"code\": \"9.", "\"departmentPromulgateName\": \"UBND tỉnh Lai Châu\", \"code\": \"9.", 1);
    folder.write("records/norm.json", &local);
    let said = folder.redtape(&["import", "--from", "national-api", "records", "--into", "others", "--as-norm"]);
    assert!(said.out.contains("only a national version is a norm"), "{}", said.out);
    assert_eq!(said.code, Some(1));
}
