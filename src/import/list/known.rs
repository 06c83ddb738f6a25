//! What the columns of other people's lists hold, and the headings under which that is known.

use crate::text;

/// What a column of a list holds, by the key of a procedure that it fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::import) enum To {
    /// The code.
    Code,
    /// The name.
    Title,
    /// The field of administration.
    Sector,
    /// Where it is settled.
    Level,
    /// Who settles it.
    Authority,
    /// Who may apply.
    Audience,
    /// Who published it.
    IssuedBy,
    /// The law it rests on.
    LegalBasis,
    /// The decision that published it.
    Decision,
    /// The day that decision was signed.
    Signed,
    /// What is done.
    Steps,
    /// The ways to apply.
    Channels,
    /// How far the online service goes.
    Online,
    /// The papers.
    Documents,
    /// How long it may take.
    Limit,
    /// What it costs.
    Fees,
    /// What must be so.
    Conditions,
    /// What comes of it.
    Results,
}

impl To {
    /// Every one, by the key that names it in a mapping.
    pub(in crate::import) const ALL: [(&'static str, Self); 18] = [
        ("procedure", Self::Code),
        ("title", Self::Title),
        ("sector", Self::Sector),
        ("level", Self::Level),
        ("authority", Self::Authority),
        ("audience", Self::Audience),
        ("issued_by", Self::IssuedBy),
        ("legal_basis", Self::LegalBasis),
        ("published.decision", Self::Decision),
        ("published.signed", Self::Signed),
        ("steps", Self::Steps),
        ("channels", Self::Channels),
        ("channels.level", Self::Online),
        ("dossier.documents", Self::Documents),
        ("time_limit", Self::Limit),
        ("fees", Self::Fees),
        ("conditions", Self::Conditions),
        ("results", Self::Results),
    ];

    /// The key that names it in a mapping.
    pub(in crate::import) fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, to)| *to == self).map_or("", |(key, _)| key)
    }

    /// What that key names.
    pub(in crate::import) fn of(key: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == key).map(|(_, to)| *to)
    }
}

/// Headings, folded, and what stands under them; those of the portal's own lists and forms, and those that offices give their lists.
const HEADS: [(&str, To); 66] = [
    ("mã tthc", To::Code),
    ("mã số tthc", To::Code),
    ("mã thủ tục", To::Code),
    ("mã thủ tục hành chính", To::Code),
    ("mã số thủ tục hành chính", To::Code),
    ("mã số", To::Code),
    ("mã hồ sơ tthc", To::Code),
    ("mã số hồ sơ tthc", To::Code),
    ("mã số hồ sơ", To::Code),
    ("số hồ sơ tthc", To::Code),
    ("tên", To::Title),
    ("tên tthc", To::Title),
    ("tên thủ tục", To::Title),
    ("tên thủ tục hành chính", To::Title),
    ("thủ tục hành chính", To::Title),
    ("tên dịch vụ công", To::Title),
    ("lĩnh vực", To::Sector),
    ("tên lĩnh vực", To::Sector),
    ("lĩnh vực thực hiện", To::Sector),
    ("cấp thực hiện", To::Level),
    ("cấp giải quyết", To::Level),
    ("cấp hành chính", To::Level),
    ("cơ quan thực hiện", To::Authority),
    ("cơ quan giải quyết", To::Authority),
    ("cơ quan giải quyết tthc", To::Authority),
    ("đơn vị thực hiện", To::Authority),
    ("cơ quan có thẩm quyền", To::Authority),
    ("thẩm quyền giải quyết", To::Authority),
    ("đối tượng", To::Audience),
    ("đối tượng thực hiện", To::Audience),
    ("cơ quan ban hành", To::IssuedBy),
    ("cơ quan công bố", To::IssuedBy),
    ("căn cứ pháp lý", To::LegalBasis),
    ("cơ sở pháp lý", To::LegalBasis),
    ("căn cứ pháp lý của tthc", To::LegalBasis),
    ("văn bản quy định", To::LegalBasis),
    ("số quyết định", To::Decision),
    ("quyết định công bố", To::Decision),
    ("số quyết định công bố", To::Decision),
    ("ngày ký", To::Signed),
    ("ngày quyết định", To::Signed),
    ("ngày ban hành", To::Signed),
    ("trình tự thực hiện", To::Steps),
    ("trình tự", To::Steps),
    ("cách thức thực hiện", To::Channels),
    ("hình thức nộp", To::Channels),
    ("hình thức nộp hồ sơ", To::Channels),
    ("mức độ", To::Online),
    ("mức độ dvc", To::Online),
    ("mức độ dvctt", To::Online),
    ("mức độ dịch vụ công", To::Online),
    ("mức độ dịch vụ công trực tuyến", To::Online),
    ("mức độ cung cấp", To::Online),
    ("thành phần hồ sơ", To::Documents),
    ("thành phần, số lượng hồ sơ", To::Documents),
    ("hồ sơ", To::Documents),
    ("thời hạn giải quyết", To::Limit),
    ("thời gian giải quyết", To::Limit),
    ("phí, lệ phí", To::Fees),
    ("phí, lệ phí (nếu có)", To::Fees),
    ("phí/lệ phí", To::Fees),
    ("mức phí, lệ phí", To::Fees),
    ("yêu cầu, điều kiện", To::Conditions),
    ("yêu cầu, điều kiện thực hiện", To::Conditions),
    ("kết quả", To::Results),
    ("kết quả thực hiện", To::Results),
];

/// What stands under `heading`, where that is known.
pub(in crate::import) fn meant(heading: &str) -> Option<To> {
    let folded = text::fold(heading).replace(" / ", "/");
    let folded = folded.trim_end_matches([':', '.', '*', ' ']);
    HEADS.iter().find(|(known, _)| *known == folded).map(|(_, to)| *to)
}

/// The headings under which `to` is known, to be named to somebody who has none of them.
pub(in crate::import) fn headings(to: To) -> Vec<&'static str> {
    HEADS.iter().filter(|(_, known)| *known == to).map(|(heading, _)| *heading).take(4).collect()
}
