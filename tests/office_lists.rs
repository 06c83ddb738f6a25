//! Lists of procedures that other people keep: headings, several rows for one procedure, mistakes with their cells.

use redtape::{
    import::{self, Kind, Mapping},
    recognise::{Entry, Lexicon},
    span::FileId,
};

fn lexicon() -> Lexicon {
    Lexicon::new([Entry { id: "birth-certificate", names: vec!["giấy khai sinh"], self_made: false }])
}

fn csv(text: &str) -> Vec<(String, Vec<u8>)> {
    vec![("list.csv".to_owned(), text.as_bytes().to_vec())]
}

fn mapped(text: &str) -> Mapping {
    let (mapping, problems) = import::mapping(FileId(0), text);
    assert!(problems.is_empty(), "{problems:?}");
    mapping
}

/// The one procedure of a list, as its file.
fn only(text: &str, mapping: &Mapping) -> String {
    let listed = import::listed(&csv(text), mapping, &lexicon(), None).unwrap();
    assert_eq!(listed.procedures.len(), 1);
    redtape::yaml::write(&listed.procedures[0].procedure).unwrap()
}

/// The reasons for which a list is refused.
fn wrong(text: &str, mapping: &Mapping) -> String {
    let refused = import::listed(&csv(text), mapping, &lexicon(), None).unwrap_err();
    refused.into_iter().map(|one| one.reason + "\n").collect()
}

const LIST: &str = "\
DANH MỤC THỦ TỤC HÀNH CHÍNH,,,,,,,,,
STT,Mã TTHC,Tên thủ tục hành chính,Thành phần hồ sơ,Thời hạn giải quyết,\"Phí, lệ phí\",Căn cứ pháp lý,Cơ quan thực hiện,Cách thức thực hiện,Mức độ
(1),(2),(3),(4),(5),(6),(7),(8),(9),(10)
I,Lĩnh vực Hộ tịch,,,,,,,,
1,1.001193.H19,Đăng ký khai sinh,Giấy khai sinh; Tờ khai theo mẫu,05 ngày làm việc,8.000 đồng/bản,60/2014/QH13,UBND cấp xã,\"Trực tiếp, trực tuyến\",Toàn trình
,,,,,,Nghị định 123/2015/NĐ-CP,,,
";

#[test]
fn a_list_with_known_headings_needs_no_mapping() {
    let text = only(LIST, &Mapping::default());
    for says in [
        "procedure: '1.001193'",
        "vi: Đăng ký khai sinh",
        "sector: civil-status",
        "authority: commune-peoples-committee",
        "evidence: birth-certificate",
        "vi: Tờ khai theo mẫu",
        "in: 5 working days",
        "amount: 8000 VND",
        "per: copy",
        "60/2014/QH13",
        "123/2015/NĐ-CP",
        "by: online\n  level: full",
        "by: in-person",
        "from: csv",
        "- results",
    ] {
        assert!(text.contains(says), "{says} is not in\n{text}");
    }
    assert!(!text.contains("- fees\n") && !text.contains("not_published:\n  - results"), "{text}");
}

#[test]
fn the_door_knows_a_list() {
    let read = import::recognised("list.csv", LIST.as_bytes(), &lexicon()).unwrap();
    assert_eq!((read.kind, read.found.len(), read.refused.len()), (Kind::Csv, 1, 0));
    assert_eq!(read.found[0].code, "1.001193");
}

#[test]
fn a_mapping_says_what_is_not_known() {
    let mapping = mapped("columns: {Ký hiệu: procedure, Việc: title, Giấy: {to: dossier.documents, separators: [' + ']}, Tên: null}\n");
    let text = only("Ký hiệu,Việc,Giấy,Tên\n1.000123,Làm một việc,Giấy khai sinh + Đơn,x\n", &mapping);
    assert!(text.contains("vi: Làm một việc") && text.contains("vi: Giấy khai sinh\n") && text.contains("vi: Đơn\n"), "{text}");
}

#[test]
fn a_mapping_with_a_mistake_is_told_where_and_how() {
    for (text, says) in [
        ("columns: {A: titel}\n", "titel"),
        ("columns: {A: {to: title, separator: x}}\n", "separator"),
        ("colums: {A: title}\n", "colums"),
        ("sheet: A\n", "columns"),
    ] {
        let (_, problems) = import::mapping(FileId(0), text);
        assert!(problems.iter().any(|problem| format!("{problem:?}").contains(says)), "{text}: {problems:?}");
    }
}

#[test]
fn every_mistake_is_told_with_its_cell() {
    let plain = Mapping::default();
    let head = "Mã TTHC,Tên thủ tục,Ngày ký,Lĩnh vực\n";
    for (list, mapping, says) in [
        ("a,b\n1,2\n".to_owned(), &plain, "no row of headings"),
        ("Tên thủ tục,Lĩnh vực\nA,B\n".to_owned(), &plain, "list!A1: no column is known as `procedure`"),
        (head.to_owned() + "1.00012,A,,x\n", &plain, "list!A2: `1.00012` is no code"),
        (head.to_owned() + "1.000123,A,45/13/2025,x\n", &plain, "list!C2: `45/13/2025` is no date"),
        (head.to_owned() + "1.000123,,1/2/2025,x\n", &plain, "list!B2: this row has a code and no name"),
        (head.to_owned() + ",Một thủ tục nữa,1/2/2025,Một lĩnh vực\n", &plain, "list!A2: this row names a procedure and has no code"),
        (head.to_owned() + "1.000123,A,,x\n", &mapped("columns: {Tên thủ tụt: title}\n"), "did you mean `Tên thủ tục`?"),
        (head.to_owned() + "1.000123,A,,x\n", &mapped("sheet: lists\ncolumns: {A: title}\n"), "did you mean `list`?"),
        ("Mã TTHC,Tên,Tên TTHC\n1.000123,A,B\n".to_owned(), &plain, "list!C1: `Tên TTHC` is a second column for `title`"),
    ] {
        let told = wrong(&list, mapping);
        assert!(told.contains(says), "{says}: {told}");
    }
}

#[test]
fn a_code_that_a_spreadsheet_made_a_number_is_told_again_only_where_it_is_certain() {
    let with = |code: f64| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let page = book.add_worksheet();
        page.write_string(0, 0, "Mã TTHC").unwrap().write_string(0, 1, "Tên thủ tục").unwrap();
        page.write_number(1, 0, code).unwrap().write_string(1, 1, "Một việc").unwrap();
        let files = [("list.xlsx".to_owned(), book.save_to_buffer().unwrap())];
        import::listed(&files, &Mapping::default(), &lexicon(), None).map(|listed| listed.procedures[0].code.clone())
    };
    assert_eq!(with(1.00011).unwrap(), "1.000110");
    assert_eq!(with(2.000635).unwrap(), "2.000635");
    for code in [1_000_110.0, 1.5, 12.000635, 1.0] {
        let refused = with(code).unwrap_err();
        assert!(refused[0].reason.contains("Sheet1!A2: the spreadsheet holds the number"), "{}", refused[0].reason);
    }
}

#[test]
fn a_suggested_mapping_reads_the_list_it_was_made_for() {
    let text = import::suggested(&csv(LIST)).unwrap();
    assert!(text.contains("Mã TTHC: procedure") && text.contains("STT: null") && text.contains("heading_row: 2"), "{text}");
    assert_eq!(only(LIST, &mapped(&text)), only(LIST, &Mapping::default()));
}

#[test]
fn an_empty_cell_of_a_list_is_no_fault_of_the_procedure() {
    let text = only("Mã TTHC,Tên TTHC,Căn cứ pháp lý,Phí,Thời hạn giải quyết\n1.000123,Một việc,,,5 ngày\n", &Mapping::default());
    assert!(text.contains("- legal_basis\n") && text.contains("not_published: []") && !text.contains("- time_limit"), "{text}");
    let text = only("Mã TTHC,Tên TTHC,Thời hạn giải quyết\n1.000123,Một việc,Theo mô tả\n", &Mapping::default());
    assert!(text.contains("- time_limit"), "{text}");
}
