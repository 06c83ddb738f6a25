//! Who carries a procedure out, for whom, and in which field: published names to the ids of the registers.

use crate::{
    import::{
        shape::{Many, Vi},
        slug, words,
    },
    text,
};

/// Names under which agencies are published, folded, and their ids; a longer name of a part of one is not that one.
const AGENCIES: [(&str, &str); 54] = [
    ("ủy ban nhân dân cấp xã", "commune-peoples-committee"),
    ("ủy ban nhân dân xã, phường, thị trấn", "commune-peoples-committee"),
    ("ubnd cấp xã", "commune-peoples-committee"),
    ("chủ tịch ủy ban nhân dân cấp xã", "commune-peoples-committee"),
    ("ubnd cấp huyện", "district-peoples-committee"),
    ("phòng tư pháp", "district-justice-division"),
    ("ủy ban nhân dân cấp tỉnh", "provincial-peoples-committee"),
    ("ủy ban nhân dân tỉnh và thành phố trực thuộc trung ương", "provincial-peoples-committee"),
    ("chủ tịch ủy ban nhân dân cấp tỉnh", "provincial-peoples-committee"),
    ("cơ quan quản lý đất đai cấp xã", "commune-land-agency"),
    ("cơ quan chuyên môn về nông nghiệp và môi trường thuộc ubnd cấp xã", "commune-land-agency"),
    ("phòng kinh tế", "commune-economy-division"),
    ("phòng kinh tế, hạ tầng và đô thị", "commune-economy-division"),
    ("công an cấp xã", "police-commune"),
    ("công an xã", "police-commune"),
    ("công an huyện", "police-district"),
    ("công an tỉnh", "police-provincial"),
    ("công an cấp tỉnh", "police-provincial"),
    ("cục quản lý xuất nhập cảnh", "immigration-department"),
    ("phòng quản lý xuất nhập cảnh", "immigration-department"),
    ("cục cảnh sát quản lý hành chính về trật tự, xã hội", "police-administration-department"),
    ("phòng cảnh sát quản lý hành chính về trật tự xã hội", "police-administration-department"),
    ("cơ quan đại diện việt nam ở nước ngoài", "diplomatic-mission"),
    ("cơ quan đại diện ngoại giao", "diplomatic-mission"),
    ("cơ quan lãnh sự", "diplomatic-mission"),
    ("văn phòng đăng ký đất đai", "land-registration-office"),
    ("văn phòng đăng ký đất đai tỉnh", "land-registration-office"),
    ("chi nhánh văn phòng đăng ký đất đai", "land-registration-office-branch"),
    ("chi nhánh văn phòng đăng ký đất đai khu vực", "land-registration-office-branch"),
    ("ban quản lý khu kinh tế", "economic-zone-authority"),
    ("ban quản lý các khu công nghiệp", "economic-zone-authority"),
    ("ban quản lý khu công nghiệp, khu kinh tế, khu chế xuất, khu công nghệ cao các tỉnh, thành phố", "economic-zone-authority"),
    ("sở nông nghiệp và môi trường", "department-of-agriculture-and-environment"),
    ("sở xây dựng", "department-of-construction"),
    ("sở tư pháp", "department-of-justice"),
    ("sở tài chính", "department-of-finance"),
    ("sở giáo dục và đào tạo", "department-of-education-and-training"),
    ("bảo hiểm xã hội cấp huyện", "social-security-local"),
    ("bảo hiểm xã hội cấp tỉnh", "social-security-local"),
    ("bảo hiểm xã hội tỉnh", "social-security-local"),
    ("cục việc làm", "employment-department"),
    ("cục hành chính tư pháp", "department-of-judicial-administration"),
    ("thuế cơ sở", "tax-local"),
    ("thuế tỉnh, thành phố", "tax-local"),
    ("cơ sở giáo dục", "educational-institution"),
    ("bộ công an", "ministry-of-public-security"),
    ("bộ tư pháp", "ministry-of-justice"),
    ("bộ nội vụ", "ministry-of-home-affairs"),
    ("bộ xây dựng", "ministry-of-construction"),
    ("bộ tài chính", "ministry-of-finance"),
    ("bộ y tế", "ministry-of-health"),
    ("bộ giáo dục và đào tạo", "ministry-of-education-and-training"),
    ("bộ ngoại giao", "ministry-of-foreign-affairs"),
    ("bộ nông nghiệp và môi trường", "ministry-of-agriculture-and-environment"),
];

/// The office whose branches act in its name.
const LAND_OFFICE: &str = "land-registration-office";

/// Names of those who may apply and their words in a procedure file; the longest first.
const SUBJECTS: [(&str, &str); 14] = [
    ("Công dân Việt Nam mà không xác định được nơi thường trú hoặc nơi tạm trú", "citizen"),
    ("Tổ chức (không bao gồm doanh nghiệp, HTX)", "organisation"),
    ("Doanh nghiệp có vốn đầu tư nước ngoài", "enterprise"),
    ("Người nước ngoài đã cư trú tại Việt Nam", "foreigner"),
    ("Người nước ngoài cư trú tại Việt Nam", "foreigner"),
    ("Người Việt Nam định cư ở nước ngoài", "citizen"),
    ("Cán bộ, công chức, viên chức", "official"),
    ("Doanh nghiệp Việt Nam", "enterprise"),
    ("Công dân Việt Nam", "citizen"),
    ("Tổ chức nước ngoài", "organisation"),
    ("Người nước ngoài", "foreigner"),
    ("Tổ chức Đảng", "organisation"),
    ("Doanh nghiệp", "enterprise"),
    ("Hợp tác xã", "cooperative"),
];

/// Fields of administration as the portal names them, folded by their first words, and their folders.
const SECTORS: [(&str, &str); 27] = [
    ("hộ tịch", "civil-status"),
    ("chứng thực", "certification"),
    ("quốc tịch", "nationality"),
    ("lý lịch tư pháp", "criminal-record"),
    ("nuôi con nuôi", "adoption"),
    ("đất đai", "land"),
    ("hoạt động xây dựng", "construction"),
    ("đăng ký, quản lý cư trú", "residence"),
    ("cấp, quản lý căn cước", "identity"),
    ("quản lý xuất nhập cảnh", "immigration"),
    ("thành lập và hoạt động của doanh nghiệp", "enterprise"),
    ("lao động, tiền lương", "labour"),
    ("an toàn, vệ sinh lao động", "labour"),
    ("việc làm", "employment"),
    ("thực hiện chính sách bhxh", "social-insurance"),
    ("chi trả các chế độ bhxh", "social-insurance"),
    ("thu bhxh", "social-insurance"),
    ("cấp sổ bhxh", "social-insurance"),
    ("thực hiện chính sách bhyt", "health-insurance"),
    ("bảo trợ xã hội", "social-protection"),
    ("thi, tuyển sinh", "education"),
    ("văn bằng, chứng chỉ", "education"),
    ("giáo dục", "education"),
    ("dịch vụ cung cấp điện", "electricity"),
    ("đường bộ", "transport"),
    ("hàng hải", "transport"),
    ("thuế", "tax"),
];

/// The agencies that `names` mean, or their words where one is unknown; branches beside their office are it.
pub(super) fn authority(names: &[String]) -> (Many<&'static str>, Option<Vi>) {
    let mut ids: Vec<&'static str> = Vec::new();
    for name in names {
        let Some(id) = agency(name) else {
            let names: Vec<String> = names.iter().map(|name| words::tidy(name)).collect();
            return (Many::default(), Some(Vi::new(text::shorten(&names.join("; "), 300))));
        };
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    if ids.contains(&LAND_OFFICE) {
        ids.retain(|id| id.strip_suffix("-branch") != Some(LAND_OFFICE));
    }
    (Many(ids), None)
}

/// The words for `names` in a procedure file, each once and in their order; and how many of them are unknown.
pub(super) fn audience(names: &[String]) -> (Vec<&'static str>, usize) {
    let mut audience = Vec::new();
    let mut unknown = 0;
    for name in names {
        let name = text::fold(name);
        match SUBJECTS.iter().find(|(known, _)| text::fold(known) == name) {
            Some((_, word)) if audience.contains(word) => (),
            Some((_, word)) => audience.push(*word),
            None => unknown += 1,
        }
    }
    (audience, unknown)
}

/// The known names in `cell`, a list parted by commas that its names hold as well.
pub(super) fn subjects_in(cell: &str) -> Vec<String> {
    let mut rest = cell;
    let mut names = Vec::new();
    while !rest.is_empty() {
        let known = SUBJECTS.iter().find(|(name, _)| rest.starts_with(name)).map(|(name, _)| name.len());
        let end = known.or_else(|| rest.find(", ")).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        names.push(name.to_owned());
        rest = after.trim_start_matches([',', ' ']);
    }
    names
}

/// The folder of the field `name`.
pub(super) fn sector(name: &str) -> String {
    let folded = text::fold(name);
    let known = SECTORS.iter().find(|(start, _)| folded.starts_with(start)).map(|(_, folder)| (*folder).to_owned());
    known.unwrap_or_else(|| if folded.is_empty() { "other".to_owned() } else { slug::of(name) })
}

/// The id of the agency `name`, with or without the place it lies in.
fn agency(name: &str) -> Option<&'static str> {
    let name = words::tidy(name);
    let name = name.trim_end_matches(['.', ' ']);
    let folded = text::fold(name);
    let meant = |(known, _): &&(&str, &str)| folded.strip_prefix(known).is_some_and(|rest| rest.is_empty() || is_place(rest, name, known));
    AGENCIES.iter().find(meant).map(|(_, id)| *id)
}

/// Whether what follows the name `known` in `name` says where the agency lies: "- tỉnh X", or a name in capitals.
fn is_place(rest: &str, name: &str, known: &str) -> bool {
    let kinds = ["tỉnh ", "thành phố ", "tp.", "các tỉnh"];
    let told = |place: &str| kinds.iter().any(|kind| place.starts_with(kind));
    if told(rest.trim_start_matches([' ', '-', ','])) {
        return true;
    }
    let name = match name.rsplit_once(" - ") {
        Some((name, place)) if told(&place.to_lowercase()) => name,
        _ => name,
    };
    let mut after = name.split(' ').skip(known.split(' ').count()).peekable();
    rest.starts_with(' ') && after.peek().is_some() && after.all(|word| word.starts_with(char::is_uppercase))
}

/// The province in the name of its People's Committee: `gia-lai` of "UBND tỉnh Gia Lai".
pub(super) fn province(publisher: &str) -> Option<String> {
    let tidy = publisher.trim();
    let folded = text::fold(tidy);
    let of = ["ubnd tỉnh ", "ubnd thành phố ", "ủy ban nhân dân tỉnh ", "ủy ban nhân dân thành phố "];
    let name = of.iter().find_map(|start| folded.strip_prefix(start))?;
    Some(slug::of(name)).filter(|name| !name.is_empty())
}
