//! What a row says of its papers besides their names.

use super::phrase;

/// Said where a paper need not be handed in.
const WAIVERS: [&str; 26] = [
    "không phải nộp", "không phải xuất trình", "không phải tải lên", "không phải gửi", "không phải cung cấp", "không phải có", "không phải đính kèm", "không cần nộp", "không cần xuất trình", "không cần cung cấp",
    "không yêu cầu nộp", "không yêu cầu xuất trình", "không yêu cầu cung cấp", "không yêu cầu bắt buộc", "miễn nộp", "miễn xuất trình", "được khai thác từ", "được khai thác trong", "được thay thế bằng dữ liệu",
    "được thay thế bằng thông tin", "được thay thế bằng việc khai thác", "không bao gồm bản sao", "không đính kèm", "không bắt buộc nộp", "thì không cần", "không phải thực hiện",
];

/// Said where a paper is wanted only if the data cannot be found.
const NOT_FOUND: [&str; 20] = [
    "không khai thác được", "không thể khai thác", "không khai thác, sử dụng được", "không thể khai thác, sử dụng", "không tra cứu được", "không thể tra cứu", "chưa khai thác được", "không có thông tin trong cơ sở dữ liệu",
    "chưa có thông tin trong cơ sở dữ liệu", "chưa có dữ liệu", "không có dữ liệu", "không tìm thấy thông tin", "chưa có trong cơ sở dữ liệu", "không có trong cơ sở dữ liệu", "không có thông tin về", "chưa được cập nhật trong cơ sở dữ liệu",
    "không thể kết nối", "chưa kết nối", "không tìm được thông tin", "không có đủ thông tin cần thiết trong",
];

/// Said where another paper of the same force will do.
const EQUIVALENTS: [&str; 22] = [
    "giấy tờ tương đương", "tương đương theo quy định", "giá trị tương đương", "giá trị pháp lý tương đương", "văn bản tương đương", "tài liệu tương đương", "giấy tờ khác tương đương", "hoặc tương đương", "giấy tờ có giá trị thay thế",
    "giấy tờ khác có giá trị thay thế", "giấy tờ thay thế khác", "hồ sơ khác có giá trị thay thế", "các giấy tờ khác có dán ảnh", "giấy tờ khác có dán ảnh", "giấy tờ khác có giá trị", "giấy tờ có giá trị pháp lý khác", "hoặc giấy tờ hợp lệ khác",
    "hoặc một loại giấy tờ có ảnh hợp lệ khác", "các giấy tờ hợp lệ khác", "giấy tờ hợp pháp khác thay thế", "có giá trị thay thế học bạ", "giấy tờ hợp pháp tương đương",
];

/// Said where no particular paper is named.
const VAGUE: [&str; 24] = [
    "giấy tờ khác có liên quan", "giấy tờ khác liên quan", "giấy tờ liên quan", "giấy tờ có liên quan", "các giấy tờ khác theo", "các giấy tờ khác (nếu có)", "tài liệu khác có liên quan", "tài liệu khác liên quan", "tài liệu liên quan", "tài liệu có liên quan",
    "văn bản khác có liên quan", "văn bản liên quan", "văn bản có liên quan", "hồ sơ liên quan", "hồ sơ có liên quan", "giấy tờ, tài liệu liên quan", "giấy tờ, tài liệu có liên quan", "giấy tờ, tài liệu khác (nếu có)", "các tài liệu khác", "hồ sơ khác có liên quan",
    "tài liệu khác (nếu có)", "giấy tờ khác (nếu có)", "chứng từ liên quan", "các giấy tờ cần thiết khác",
];

/// Said after the name of a paper that this procedure replaces.
const OLD: [&str; 16] = [
    "đã cấp", "đã được cấp", "đã được cơ quan có thẩm quyền cấp", "cũ", "được cấp trước đó", "đã cấp trước đó", "cấp lần gần nhất", "đã được cấp lần gần nhất", "đề nghị cấp lại", "đề nghị cấp đổi", "đề nghị điều chỉnh", "bị hỏng", "bị hư hỏng", "đã bị hư hỏng",
    "bị rách", "hết hạn",
];

/// Whether the row says that a paper need not be handed in.
pub(super) fn waived(folded: &str) -> bool {
    phrase::holds(folded, &WAIVERS)
}

/// Whether the row wants a paper only if the data cannot be found.
pub(super) fn only_if_not_found(folded: &str) -> bool {
    phrase::holds(folded, &NOT_FOUND)
}

/// Whether the row allows another paper of the same force.
pub(super) fn equivalent(folded: &str) -> bool {
    phrase::first(folded, &EQUIVALENTS).is_some_and(|(_, end)| !folded[end..].trim_start().starts_with("hộ chiếu") && !folded[end..].trim_start().starts_with("giấy báo tử"))
}

/// Whether the row names no particular paper.
pub(super) fn vague(folded: &str) -> bool {
    phrase::holds(folded, &VAGUE)
}

/// Whether `name`, followed by `after`, is the old paper that comes back.
pub(super) fn old(name: &str, after: &str) -> bool {
    let inside = name.contains("đã cấp") || name.contains("đã được cấp");
    let after = after.trim_start_matches([' ', ')', '"', '”']);
    let after = after.strip_prefix("phổ thông ").unwrap_or(after);
    let said = phrase::head(after, &OLD).is_some();
    let general = ["qua các thời kỳ", "của pháp luật về"].iter().any(|words| after.find(words).is_some_and(|at| at < 120));
    (inside || said) && !general
}

/// Whether the row asks for the old paper back.
pub(super) fn returned(folded: &str) -> bool {
    phrase::holds(folded, &["nộp lại", "trả lại bản gốc", "thu lại"])
}
