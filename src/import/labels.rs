//! The labels of the portal's printed form, and the heads of its tables.

/// The labels of the form, as the tables of words write them, without the colon; others under which the same is printed.
pub(super) const LABELS: [(&str, &str); 31] = [
    ("mã thủ tục", "Mã thủ tục:"),
    ("mã số tthc", "Mã thủ tục:"),
    ("mã tthc", "Mã thủ tục:"),
    ("số quyết định", "Số quyết định:"),
    ("tên thủ tục", "Tên thủ tục:"),
    ("tên thủ tục hành chính", "Tên thủ tục:"),
    ("cấp thực hiện", "Cấp thực hiện:"),
    ("loại thủ tục", "Loại thủ tục:"),
    ("lĩnh vực", "Lĩnh vực:"),
    ("trình tự thực hiện", STEPS),
    ("cách thức thực hiện", WAYS),
    ("thành phần hồ sơ", DOSSIER),
    ("thành phần, số lượng hồ sơ", DOSSIER),
    ("số lượng hồ sơ", "Số lượng hồ sơ:"),
    ("thời hạn giải quyết", LIMIT),
    ("phí, lệ phí", FEES),
    ("phí, lệ phí (nếu có)", FEES),
    ("đối tượng thực hiện", "Đối tượng thực hiện:"),
    ("đối tượng thực hiện thủ tục hành chính", "Đối tượng thực hiện:"),
    ("cơ quan thực hiện", "Cơ quan thực hiện:"),
    ("cơ quan giải quyết thủ tục hành chính", "Cơ quan thực hiện:"),
    ("cơ quan có thẩm quyền", "Cơ quan có thẩm quyền:"),
    ("địa chỉ tiếp nhận hs", "Địa chỉ tiếp nhận HS:"),
    ("cơ quan được ủy quyền", "Cơ quan được ủy quyền:"),
    ("cơ quan phối hợp", "Cơ quan phối hợp:"),
    ("kết quả thực hiện", "Kết quả thực hiện:"),
    ("kết quả thực hiện thủ tục hành chính", "Kết quả thực hiện:"),
    ("căn cứ pháp lý", BASES),
    ("yêu cầu, điều kiện thực hiện", "Yêu cầu, điều kiện thực hiện:"),
    ("từ khóa", "Từ khóa:"),
    ("mô tả", "Mô tả:"),
];

pub(super) const CODE: &str = "Mã thủ tục:";
pub(super) const NAME: &str = "Tên thủ tục:";
pub(super) const STEPS: &str = "Trình tự thực hiện:";
pub(super) const WAYS: &str = "Cách thức thực hiện:";
pub(super) const DOSSIER: &str = "Thành phần hồ sơ:";
pub(super) const BASES: &str = "Căn cứ pháp lý:";
pub(super) const LIMIT: &str = "Thời hạn giải quyết";
pub(super) const FEES: &str = "Phí, lệ phí";

/// The heads of the form's tables, by which each is known: the label it belongs to, and its columns.
pub(super) const TABLES: [(&str, &[&str]); 3] = [
    (WAYS, &["Hình thức nộp", LIMIT, FEES, "Mô tả"]),
    (DOSSIER, &["Tên giấy tờ", "Mẫu đơn, tờ khai", "Số lượng"]),
    (BASES, &["Số ký hiệu", "Trích yếu", "Ngày ban hành", "Cơ quan ban hành"]),
];

/// Labels under which only words stand.
pub(super) fn is_plain(label: &str) -> bool {
    ![WAYS, DOSSIER, BASES].contains(&label)
}
