//! Word documents from outside: the portal's printed form, and what is not safe to open.

#[path = "office/docx.rs"]
mod docx;

use std::{fs, path::Path};

use redtape::{
    import::{self, From, Kind, procedure::Origin},
    recognise::{Entry, Lexicon},
};
use serde_json::{Value, json};

fn lexicon() -> Lexicon {
    Lexicon::new([Entry { id: "birth-certificate", names: vec!["giấy khai sinh"], self_made: false }])
}

fn table() -> Value {
    json!({
        "Mã thủ tục:": "1.000123",
        "Số quyết định:": "12/QĐ-BTP",
        "Tên thủ tục:": "Đăng ký một việc & việc khác",
        "Cấp thực hiện:": "Cấp Xã",
        "Lĩnh vực:": "Hộ tịch",
        "Trình tự thực hiện:": "- Nộp hồ sơ.\n- Nhận kết quả.",
        "Cách thức thực hiện:": [
            {"Hình thức nộp": "Trực tiếp", "Thời hạn giải quyết": "5 Ngày làm việc", "Phí, lệ phí": "Lệ phí : 8.000 Đồng", "Mô tả": ""},
            {"Hình thức nộp": "Trực tuyến", "Thời hạn giải quyết": "5 Ngày làm việc", "Phí, lệ phí": "", "Mô tả": "Nộp trên Cổng"},
        ],
        "Thành phần hồ sơ:": {
            "Trường hợp đăng ký lần đầu": [{"Tên giấy tờ": "Giấy khai sinh", "Mẫu đơn, tờ khai": "", "Số lượng": "Bản chính: 1\nBản sao: 0"}],
            "Trường hợp đăng ký lại": [{"Tên giấy tờ": "Tờ khai theo mẫu", "Mẫu đơn, tờ khai": "D:\\to khai.docx", "Số lượng": "Bản chính: 0\nBản sao: 2"}],
        },
        "Đối tượng thực hiện:": "Công dân Việt Nam",
        "Cơ quan thực hiện:": "Ủy ban nhân dân cấp xã",
        "Kết quả thực hiện:": "Giấy khai sinh",
        "Căn cứ pháp lý:": [{"Số ký hiệu": "60/2014/QH13", "Trích yếu": "Luật Hộ tịch"}],
        "Yêu cầu, điều kiện thực hiện:": "Không có thông tin",
    })
}

/// The text that the table itself becomes, and those of the document, with the same origin.
fn both(table: &Value, document: &[u8], lexicon: &Lexicon) -> (String, Vec<String>) {
    let told = import::procedure(From::WordTables, "a", &table.to_string(), lexicon, None).unwrap().procedure;
    let expected = import::procedure::Procedure { imported: Origin { from: "docx", ..told.imported.clone() }, ..told };
    let read = import::recognised("a", document, lexicon).unwrap();
    assert_eq!((read.kind, read.refused.as_slice()), (Kind::Docx, &[][..]));
    (redtape::yaml::write(&expected).unwrap(), read.found.into_iter().map(|found| found.text).collect())
}

#[test]
fn a_printed_form_says_what_its_table_says() {
    for document in [docx::printed(&table()), docx::framed(&table())] {
        let (expected, found) = both(&table(), &document, &lexicon());
        assert_eq!(found, [expected]);
    }
}

#[test]
fn every_table_of_the_portal_is_the_same_when_it_is_printed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/word-tables");
    let Ok(files) = fs::read_dir(&folder) else {
        eprintln!("skipped: {} is not there", folder.display());
        return;
    };
    let mut apart = Vec::new();
    for path in files.map(|entry| entry.unwrap().path()) {
        let table: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        for document in [docx::printed(&table), docx::framed(&table)] {
            let (expected, found) = both(&table, &document, &lexicon());
            if found != [expected.clone()] {
                apart.push(path.display().to_string());
                if std::env::var_os("SHOW_APART").is_some() {
                    eprintln!("{}\n{}\n{expected}\n", path.display(), found.concat());
                }
            }
        }
    }
    assert!(apart.is_empty(), "{} of them: {apart:#?}", apart.len());
}

#[test]
fn several_forms_in_one_document_are_several_procedures() {
    let (first, mut second) = (table(), table());
    second["Mã thủ tục:"] = json!("1.000124");
    let body = |bytes: Vec<u8>| {
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let text = std::io::read_to_string(zip.by_name("word/document.xml").unwrap()).unwrap();
        text.split_once("<w:body>").unwrap().1.split_once("</w:body>").unwrap().0.to_owned()
    };
    let both = docx::zipped(&(body(docx::printed(&first)) + &body(docx::printed(&second))));
    let codes: Vec<String> = import::recognised("two.docx", &both, &lexicon()).unwrap().found.into_iter().map(|one| one.code).collect();
    assert_eq!(codes, ["1.000123", "1.000124"]);
}

#[test]
fn what_is_not_safe_to_open_is_refused_in_a_sentence() {
    let bomb = " ".repeat(30 << 20);
    let deep = "<a>".repeat(5000);
    let cases: [(Vec<u8>, &str); 6] = [
        (docx::packed(&[("word/document.xml", &bomb)]), "times as large"),
        (docx::packed(&[("word/document.xml", &deep)]), "more in it than is read"),
        (docx::packed(&[("word/document.xml", "<a/>"), ("word/vbaProject.bin", "x")]), "macros"),
        (docx::packed(&[("readme.txt", "x")]), "neither Word nor"),
        (vec![0xd0, 0xcf, 0x11, 0xe0, 1, 2], "protected"),
        (docx::zipped("<w:p/>"), "no printed form"),
    ];
    for (bytes, says) in cases {
        let refused = import::recognised("a.docx", &bytes, &lexicon()).unwrap_err().reason;
        assert!(refused.contains(says) && refused.contains("a.docx"), "{refused}");
    }
}

#[test]
fn a_document_cut_short_or_damaged_is_refused_and_never_ends_the_program() {
    let whole = docx::printed(&table());
    for at in (0..whole.len()).step_by(7) {
        let _short = import::recognised("a.docx", &whole[..at], &lexicon());
        let mut other = whole.clone();
        other[at] ^= 0x55;
        let _changed = import::recognised("a.docx", &other, &lexicon());
    }
}
