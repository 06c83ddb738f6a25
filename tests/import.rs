//! Records made up for the purpose, and the files that they become.

use std::{
    fs,
    path::{Path, PathBuf},
};

use redtape::{
    import::{self, From, Refused},
    recognise::{Entry, Lexicon},
};

/// Every record in `tests/import/` becomes the file beside it.
///
/// With `IMPORT_WRITE` set the files are written; then read what changed before you keep it.
#[test]
fn every_record_becomes_the_file_beside_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    let mut records: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("the records are there")
        .map(|entry| entry.expect("an entry can be read").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    records.sort();
    assert!(records.len() >= 4, "where are the records?");
    for path in records {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name in UTF-8");
        let (_, from) = From::ALL.into_iter().find(|(from, _)| name.contains(from)).expect("a source");
        let json = fs::read_to_string(&path).expect("a record can be read");
        let imported = import::procedure(from, name, &json, &lexicon(), None).expect("a record is understood");
        let rows: Vec<String> = imported.tally.rows().map(|(what, times)| format!("# {times} {what}\n")).collect();
        let yaml = serde_yaml::to_string(&imported.procedure).expect("a procedure can be written");
        let text = format!("# {}\n{}{yaml}", imported.file_stem, rows.concat());
        let beside = path.with_extension("yaml");
        if std::env::var_os("IMPORT_WRITE").is_some() {
            fs::write(&beside, &text).expect("the file beside can be written");
        }
        assert_eq!(text, fs::read_to_string(&beside).expect("the file beside is there"), "{name}");
    }
}

#[test]
fn what_is_no_record_is_refused_with_a_reason() {
    let deep = "[".repeat(100_000);
    for json in ["", "nonsense", "[]", "7", "{}", r#"{"data": []}"#, r#"{"data": {"code": "1.1"}}"#, &deep] {
        for (_, from) in From::ALL {
            let Err(Refused { reason }) = import::procedure(from, "a.json", json, &lexicon(), None) else {
                panic!("{json} was imported");
            };
            assert!(reason.contains("a.json"), "{reason}");
        }
    }
}

#[test]
fn a_code_that_could_leave_the_folder_is_refused() {
    for code in ["../../etc/passwd", "1..2", "1/2", "", "1.0 ", "CON"] {
        let json = format!(r#"{{"data": {{"code": {code:?}, "name": "Tên"}}}}"#);
        let imported = import::procedure(From::NationalApi, "a.json", &json, &lexicon(), None);
        assert!(imported.is_err() || code.trim() == "1.0", "{code}");
    }
}

#[test]
fn fields_of_another_kind_are_empty_and_counted() {
    let keys = [
        "executionSteps",
        "executionMethods",
        "cases",
        "executionCases",
        "resultsDetails",
        "legalBasisesDetails",
        "subjectTypesDetails",
        "departmentsExecuting",
        "requirementsAndConditions",
        "isWard",
        "category",
        "procedureProposal",
        "updatedAt",
    ];
    let values = [
        "7",
        "\"words\"",
        "[7, null, [], {}]",
        "{}",
        "null",
        "true",
        "1e400",
        "-9223372036854775808",
        "[{\"name\": 7, \"profileComponents\": [7, {\"name\": {}, \"originalQty\": -1, \"copyQty\": 1e30}], \"processingDay\": {\"qty\": 99999999999999999999999999, \"type\": 3}, \"processingTime\": 79228162514264337593543950335, \"fees\": [{\"value\": 79228162514264337593543950335}]}]",
    ];
    for key in keys {
        for value in values {
            let json = format!(r#"{{"data": {{"code": "1.1", "name": "Tên", {key:?}: {value}}}}}"#);
            match import::procedure(From::NationalApi, "a.json", &json, &lexicon(), None) {
                Ok(imported) => assert_eq!(imported.procedure.procedure, "1.1", "{json}"),
                Err(refused) => assert!(value == "1e400", "{json}: {}", refused.reason),
            }
        }
    }
}

#[test]
fn long_and_odd_words_are_read_to_the_end() {
    let odd = [
        "a)".repeat(50_000),
        "(".repeat(50_000),
        "1.".repeat(50_000),
        "5 ngày ".repeat(5_000),
        "İ ngày 5 ngày đối với trường hợp İİ thì".repeat(50),
        "- + * ; : . ".repeat(5_000),
        "\u{202e}\u{0}5 ngày".to_owned(),
        "đối với trường hợp ".repeat(5_000),
    ];
    for words in odd {
        let json = serde_json::json!({"data": {"code": "1.1", "name": words, "requirementsAndConditions": words,
            "executionSteps": [{"description": words}],
            "executionMethods": [{"submissionMethod": "ONLINE", "processingTime": words, "description": words,
                "fees": [{"value": 5, "description": words}]}],
            "executionCases": [{"name": words, "profileComponents": [{"name": words, "originalQty": 1}]}],
            "legalBasisesDetails": [{"code": words, "name": words}]}});
        for (_, from) in From::ALL {
            let _read = import::procedure(from, "a.json", &json.to_string(), &lexicon(), None);
        }
    }
}

#[test]
fn the_order_of_rows_moves_no_id() {
    let rows = [
        r#"{"name": "Giấy khai sinh", "originalQty": 1}"#,
        r#"{"name": "Sổ hộ khẩu", "originalQty": 1}"#,
        r#"{"name": "Giấy lạ", "originalQty": 1}"#,
    ];
    let ids = |order: [usize; 3]| {
        let rows: Vec<&str> = order.iter().map(|at| rows[*at]).collect();
        let json = format!(
            r#"{{"data": {{"code": "1.1", "name": "Tên", "executionCases": [{{"name": "", "profileComponents": [{}]}}]}}}}"#,
            rows.join(",")
        );
        let imported = import::procedure(From::NationalApi, "a.json", &json, &lexicon(), None).expect("a record is understood");
        let mut ids: Vec<String> =
            imported.procedure.dossier.expect("a dossier").documents.into_iter().map(|document| document.id).collect();
        ids.sort();
        ids
    };
    assert_eq!(ids([0, 1, 2]), ids([2, 1, 0]));
    assert_eq!(ids([0, 1, 2]), ["birth-certificate", "giay-la", "household-book"]);
}

fn lexicon() -> Lexicon {
    let entry = |id, name, self_made| Entry { id, names: vec![name], self_made };
    Lexicon::new([
        entry("birth-certificate", "Giấy khai sinh", false),
        entry("birth-registration-declaration", "Tờ khai đăng ký khai sinh", true),
        entry("passport", "Hộ chiếu", false),
        entry("citizen-identity-card", "Thẻ căn cước công dân", false),
        entry("household-book", "Sổ hộ khẩu", false),
    ])
}
