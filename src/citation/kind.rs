//! What the kinds of text are called before their number, by the letters of the number or by what a register says.

/// What a text is called in Vietnamese, in English and in Arabic.
pub(super) type Called = [&'static str; 3];

const RESOLUTION: Called = ["Nghị quyết", "Resolution", "القرار"];
const DECISION: Called = ["Quyết định", "Decision", "المقرر"];
const DECREE: Called = ["Nghị định", "Decree", "المرسوم"];
const CIRCULAR: Called = ["Thông tư", "Circular", "التعميم"];
const JOINT_CIRCULAR: Called = ["Thông tư liên tịch", "Joint Circular", "التعميم المشترك"];
const ORDINANCE: Called = ["Pháp lệnh", "Ordinance", "الأمر التشريعي"];
const DIRECTIVE: Called = ["Chỉ thị", "Directive", "التوجيه"];
const PLAN: Called = ["Kế hoạch", "Plan", "الخطة"];

/// What an instrument of that number is called, where its letters alone tell.
///
/// The letters of the National Assembly do not: its laws and its resolutions bear the same.
pub(super) fn by_letters(number: &str) -> Option<Called> {
    const KINDS: [(&str, Called); 9] = [
        ("NĐ-", DECREE),
        ("NQ-", RESOLUTION),
        ("TTLT-", JOINT_CIRCULAR),
        ("TT-", CIRCULAR),
        ("QĐ-", DECISION),
        ("PL-", ORDINANCE),
        ("CT-", DIRECTIVE),
        ("KH-", PLAN),
        ("VBHN-", ["Văn bản hợp nhất", "Consolidated text", "النص الموحد"]),
    ];
    let letters = number.rsplit('/').next()?;
    KINDS.into_iter().find(|(prefix, _)| letters.starts_with(prefix)).map(|(_, names)| names)
}

/// What an instrument of that kind is called; the word is the registers'.
pub(super) fn by_word(word: &str) -> Option<Called> {
    Some(match word {
        "constitution" => ["Hiến pháp", "Constitution", "الدستور"],
        "law" => ["Luật", "Law", "القانون"],
        "ordinance" => ORDINANCE,
        "resolution" | "na-resolution" | "government-resolution" | "provincial-resolution" | "court-resolution" => RESOLUTION,
        "joint-resolution" => ["Nghị quyết liên tịch", "Joint Resolution", "القرار المشترك"],
        "decree" => DECREE,
        "pm-decision" | "provincial-decision" | "ministerial-decision" => DECISION,
        "circular" => CIRCULAR,
        "joint-circular" => JOINT_CIRCULAR,
        "directive" => DIRECTIVE,
        "plan" => PLAN,
        "official-letter" => ["Công văn", "Official letter", "الكتاب الرسمي"],
        _ => return None,
    })
}
