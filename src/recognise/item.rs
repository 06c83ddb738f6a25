//! What a clause is at its head: a form, a paper, a remark.

use super::clause::Span;
use super::{paper, phrase};

/// What stands at the head of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// A form that the applicant fills in.
    Form,
    /// Some paper.
    Paper,
    /// A heading over what follows.
    Heading,
    /// A remark to the reader.
    Remark,
    /// Nothing of these.
    Other,
}

/// Words with which a form begins.
const FORMS: [&str; 26] = [
    "đơn", "tờ khai", "giấy đề nghị", "văn bản đề nghị", "phiếu đề nghị", "công văn đề nghị", "bản khai", "bản kê khai", "giấy cam đoan", "văn bản cam đoan", "bản cam đoan", "giấy cam kết",
    "bản cam kết", "văn bản cam kết", "cam kết", "tờ trình", "phiếu đăng ký", "bản đăng ký", "đề nghị", "mẫu đơn", "mẫu số", "mẫu", "biểu mẫu", "phiếu khai", "văn bản kiến nghị", "phiếu yêu cầu",
];

/// Words with which a paper begins.
const PAPERS: [&str; 74] = [
    "giấy", "văn bản", "hợp đồng", "quyết định", "biên bản", "phiếu", "sổ", "thẻ", "hộ chiếu", "chứng chỉ", "chứng từ", "danh sách", "danh mục", "hồ sơ", "báo cáo", "phương án", "dự án", "kết quả", "ảnh",
    "bằng", "trích lục", "công văn", "công hàm", "sơ đồ", "bản đồ", "mảnh", "hóa đơn", "biên lai", "bản án", "bản vẽ", "bản dịch", "bản thuyết minh", "thuyết minh", "bảng", "kế hoạch", "đề án", "điều lệ",
    "thông báo", "chứng cứ", "tài liệu", "bản", "thư", "lý lịch", "sơ yếu", "học bạ", "nội quy", "quy chế", "mã số", "dữ liệu", "tệp tin", "xác nhận", "chứng nhận", "di chúc", "vé", "minh chứng", "nghị quyết",
    "ý kiến", "chỉ định", "tờ", "luận án", "catalogue", "catalog", "nhãn", "mẫu nhãn", "quy trình", "tiêu chuẩn", "chương trình", "giáo trình", "đề cương", "bản tin", "các giấy tờ", "các văn bản", "các tài liệu", "số",
];

/// Words with which a remark begins.
const REMARKS: [&str; 62] = [
    "lưu ý", "chú ý", "ghi chú", "ví dụ", "số lượng hồ sơ", "số lượng", "khi đến", "khi nhận", "khi nộp hồ sơ", "người tiếp nhận", "cơ quan đăng ký", "cơ quan tiếp nhận", "cán bộ", "công chức", "trong thời hạn", "cá nhân có quyền",
    "người yêu cầu đăng ký hộ tịch có thể", "người có yêu cầu", "không quy định", "không có", "việc nộp hồ sơ", "việc xác định", "bản chụp các giấy tờ gửi kèm", "giấy tờ có trong hồ sơ", "trường hợp giấy tờ, tài liệu", "trường hợp giấy tờ",
    "đối với yêu cầu", "đối với giấy tờ", "đối với việc", "giá trị sử dụng", "các giấy tờ nêu trên", "các giấy tờ do", "giấy tờ do cơ quan có thẩm quyền của nước ngoài cấp, công chứng", "trường hợp cho phép",
    "trường hợp gửi hồ sơ", "trường hợp nộp hồ sơ", "trường hợp nộp trực tuyến", "trường hợp hồ sơ", "nếu nộp hồ sơ", "hồ sơ như", "hồ sơ tương tự", "nội dung khai báo", "khuyến khích", "đối với hồ sơ nộp", "không yêu cầu", "người ủy quyền",
    "trường hợp không quy định", "trường hợp người yêu cầu nộp", "trường hợp người yêu cầu không cung cấp", "trường hợp người yêu cầu đăng ký hộ tịch", "trường hợp người có yêu cầu", "trường hợp người yêu cầu đã nộp",
    "thủ tục về", "đăng ký trực tuyến", "trường hợp các thông tin", "các trường hợp phải", "nộp hồ sơ", "hồ sơ này", "giấy tờ do nước ngoài cấp", "mỗi bộ gồm", "thành phần hồ sơ theo", "đối với các giấy tờ",
];

/// Words that make a sentence about papers of what would else be a paper.
const RULES: [&str; 11] = [
    "phải được hợp pháp hóa", "phải bảo đảm", "phải đảm bảo", "phải được dịch", "được miễn hợp pháp hóa", "thực hiện việc nộp", "có thể nộp", "có thể lựa chọn", "có quyền lựa chọn", "phải được chứng thực", "chịu trách nhiệm",
];

/// Words that may stand between the beginning of a clause and its head.
const LEADS: [&str; 47] = [
    "thì", "phải nộp thêm", "phải nộp", "nộp thêm", "nộp", "phải có thêm", "phải có", "có thêm", "có", "phải bổ sung", "bổ sung", "phải xuất trình", "xuất trình", "nộp/xuất trình", "phải gửi kèm", "gửi kèm theo", "cần có", "chỉ nộp", "kèm theo",
    "bản chính", "bản gốc", "bản sao có chứng thực", "bản sao được chứng thực", "bản sao chứng thực", "bản sao công chứng", "bản sao", "bản chụp", "bản điện tử", "bản sao điện tử", "bản sao hợp lệ", "hoặc", "của", "các", "các loại", "một trong các loại",
    "một trong những loại", "một trong các", "một trong những", "một trong", "từ bản chính", "hai", "một", "loại", "và", "bộ", "thay bằng", "những",
];

/// What stands at the head of `clause`, and where that is.
pub(super) fn head(folded: &str, clause: Span, zones: &[Span]) -> (Head, usize) {
    let start = skip_marks(folded, clause.start, clause.end);
    let words = &folded[start..clause.end];
    if phrase::head(words, &REMARKS).is_some() {
        return (Head::Remark, start);
    }
    if words.trim_end().ends_with(':') && words.chars().count() < 160 || words.trim_end().ends_with("các giấy tờ sau") {
        return (Head::Heading, start);
    }
    let at = skip_leads(folded, start, clause.end, zones);
    let words = &folded[at..clause.end];
    if phrase::holds(words, &RULES) {
        return (Head::Remark, at);
    }
    if phrase::head(words, &FORMS).is_some() {
        return (Head::Form, at);
    }
    if phrase::head(words, &PAPERS).is_some() { (Head::Paper, at) } else { (Head::Other, at) }
}

/// The first place from `at` that is neither a blank, a list mark nor a list number.
fn skip_marks(folded: &str, mut at: usize, end: usize) -> usize {
    loop {
        let rest = &folded[at..end];
        let bare = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let word = bare.split(' ').next().unwrap_or("");
        let short = word.chars().count() <= 7;
        let numbered = short && word.ends_with(['.', ')', ':', ';']) && word.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ')') && word.len() > 1;
        let lettered = word.ends_with([')', '.']) && word.chars().count() == 2 && word.chars().any(char::is_alphabetic);
        at = end - bare.len();
        if !(numbered || lettered) {
            return at;
        }
        at += word.len();
    }
}

/// The place of the head: past conditions that open the clause, demands, forms of paper, numbers.
fn skip_leads(folded: &str, start: usize, end: usize, zones: &[Span]) -> usize {
    let mut at = start;
    loop {
        let before = at;
        if let Some(zone) = zones.iter().find(|zone| zone.holds(at)) {
            at = zone.end.min(end);
        }
        at = skip_marks(folded, at, end);
        at += paper::lead(&folded[at..end]);
        let words = &folded[at..end];
        if let Some(lead) = phrase::head(words, &LEADS)
            && !(lead == "bản sao" && words.starts_with("bản sao y"))
        {
            at += lead.len();
        }
        at = skip_number(folded, at, end);
        at = skip_template(folded, at, end);
        if at == before {
            return at;
        }
    }
}

/// Past a number such as "02" or "01 (một)" and what it counts.
fn skip_number(folded: &str, at: usize, end: usize) -> usize {
    let rest = folded[at..end].trim_start();
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    if digits.len() == rest.len() || !digits.starts_with([' ', '(']) {
        return at;
    }
    let past = digits.trim_start();
    match past.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
        Some((aside, left)) if aside.chars().count() <= 6 => end - left.len(),
        _ => end - past.len(),
    }
}

/// Past "mẫu số 24." where the form or paper itself is named next.
fn skip_template(folded: &str, at: usize, end: usize) -> usize {
    let words = &folded[at..end];
    let Some(lead) = phrase::head(words, &["mẫu số", "mẫu", "biểu mẫu số", "biểu mẫu"]) else { return at };
    let code = words[lead.len()..].trim_start();
    let digits = code.trim_start_matches(|c: char| c.is_ascii_digit());
    let past = digits.split_once([' ', '.', '-', ':']).map_or("", |(_, past)| past).trim_start_matches([' ', '.', '-', '–', ':']);
    let named = phrase::head(past, &FORMS).is_some() || phrase::head(past, &PAPERS).is_some();
    if digits.len() < code.len() && named { end - past.len() } else { at }
}
