//! One row of a dossier, read: which papers, in what form, when.

use crate::{
    import::{
        cases::{Cases, Heading},
        document::{Alternative, Document},
        parts, quantities,
        record::Row,
        shape::{Many, Vi},
        slug, words,
    },
    recognise::{Lexicon, Reading},
    text,
};

/// How much of the published words a paper's title keeps.
const LONGEST: usize = 500;

/// Beginnings of rows that tell the applicant or the office what to do and name no paper.
const ADVICE: [&str; 11] = [
    "lưu ý",
    "người tiếp nhận",
    "cơ quan ",
    "cán bộ ",
    "bản chụp các giấy tờ",
    "đối với giấy tờ",
    "người có yêu cầu",
    "người yêu cầu ",
    "trong thời hạn",
    "khi đến",
    "việc ",
];

/// Beginnings of rows that tell the office itself what to make.
const OFFICE: &str = "đối với cơ quan bhxh";

/// Beginnings of rows that ask for a paper, of a known type or not.
pub(super) const PAPERS: [&str; 12] = [
    "bản ",
    "giấy ",
    "hợp đồng",
    "văn bản",
    "quyết định",
    "các quyết định",
    "hồ sơ",
    "tài liệu",
    "các tài liệu",
    "báo cáo",
    "tờ khai",
    "đơn ",
];

/// Words of a row about a case that asks for a paper all the same.
const ASKS: [&str; 3] = [" nộp ", "phải có ", "bổ sung "];

/// Papers that prove who somebody is; "các giấy tờ này" in a waiver means them.
pub(super) const IDENTITY: [&str; 4] = ["citizen-identity-card", "identity-certificate", "electronic-identity", "passport"];

/// What stands around a row: its heading and whether the steps leave the kind of copy free.
pub(super) struct Around<'a> {
    /// The heading above it.
    pub heading: &'a Heading,
    /// Whether the applicant may choose the kind of copy.
    pub free: bool,
    /// The cases of the procedure.
    pub cases: &'a Cases,
}

/// What a row is.
pub(super) enum Read {
    /// Advice, in its words.
    Advice(Vi),
    /// When other papers of the same heading need not be handed in: those of these types, or of identity where there are none.
    Waiver(Vi, Vec<String>),
    /// One paper, or several where one row asks for several at once.
    Papers(Vec<Document>),
}

/// `row` read under its heading.
pub(super) fn read(row: &Row, around: &Around, lexicon: &Lexicon) -> Read {
    let title = name(&row.name);
    let reading = lexicon.read(&title);
    if is_advice(row, &title, &reading, around) {
        return Read::Advice(Vi::new(text::shorten(&title, LONGEST)));
    }
    if quantities::are_none(row) && (reading.waived || waives(&title)) {
        return Read::Waiver(Vi::new(text::shorten(&title, LONGEST)), reading.evidence);
    }
    let parts = parts::of(title, reading, lexicon);
    Read::Papers(parts.iter().flat_map(|(title, reading)| papers(row, title, reading, around)).collect())
}

/// The paper of one reading, or the papers where it asks for several at once.
fn papers(row: &Row, title: &str, reading: &Reading, around: &Around) -> Vec<Document> {
    let whole = paper(row, title, reading, around);
    match reading.evidence.as_slice() {
        [] => vec![Document { id: slug::of(title), ..whole }],
        [one] => vec![Document { id: one.clone(), evidence: Some(one.clone()), ..whole }],
        several if reading.any_of => {
            let any_of = several.iter().map(|id| Alternative { evidence: id.clone() }).collect();
            vec![Document { id: either(several, title), any_of, ..whole }]
        }
        several => {
            let mut whole = whole;
            // Of several conditions the first is that of the first paper.
            let first = whole.when.clone();
            if reading.unparsed.contains(&"case") {
                whole.when = None;
            }
            if first.is_some() && !whole.unparsed.contains(&"case") {
                // The condition may be that of one of them only.
                whole.unparsed.push("case");
                whole.unparsed.sort_unstable();
            }
            let each = |id: &String| Document { id: id.clone(), evidence: Some(id.clone()), ..whole.clone() };
            let mut papers: Vec<Document> = several.iter().map(each).collect();
            if let Some(paper) = papers.first_mut() {
                paper.when = first;
            }
            papers
        }
    }
}

/// The name of a paper in the words of its row: no number of an item, no "thành phần hồ sơ gồm:" that strayed into it.
pub(super) fn name(raw: &str) -> String {
    let tidy = words::tidy(raw);
    let own = words::unnumbered(&tidy);
    let own = match own.split_once(':') {
        Some((heading, rest)) if announces(&text::fold(heading), &text::fold(rest)) => rest,
        _ => own,
    };
    words::bare(own).trim_end_matches(['.', ',', ' ']).trim_start_matches(['.', ',', ' ']).to_owned()
}

/// Whether `heading` is no paper but says that papers follow: "Hồ sơ kê khai xác định nghĩa vụ tài chính: Tờ khai …".
fn announces(heading: &str, rest: &str) -> bool {
    let papers =
        || PAPERS.iter().any(|start| rest.trim_start().starts_with(start)) && rest.contains([',', ';']) && !heading.contains("trường hợp");
    heading.starts_with("thành phần hồ sơ") || heading.starts_with("hồ sơ kê khai ") && papers()
}

/// Whether `title` says that papers named before it need not be handed in.
fn waives(title: &str) -> bool {
    let folded = text::fold(title);
    let spared = ["không phải nộp", "không phải tải lên", "không phải xuất trình", "không cần nộp"];
    let about = folded.contains("giấy tờ này") || folded.starts_with("trường hợp ");
    about && spared.iter().any(|words| folded.contains(words))
}

/// Whether a row names no paper: the recogniser says so, or it asks for no copy at all and speaks like advice.
fn is_advice(row: &Row, title: &str, reading: &Reading, around: &Around) -> bool {
    let none = quantities::are_none(row);
    let folded = text::fold(title);
    let unnamed = reading.evidence.is_empty() && !reading.is_form;
    let of_case = unnamed && folded.starts_with("trường hợp ") && !ASKS.iter().any(|asks| folded.contains(asks));
    let named = PAPERS.iter().any(|start| folded.starts_with(start));
    let speaks = of_case || ADVICE.iter().any(|start| folded.starts_with(start));
    if none && (reading.waived || waives(title)) {
        return false;
    }
    // "Các tài liệu quy định tại … bao gồm:" stands over the rows that follow.
    if folded.starts_with(OFFICE) || unnamed && folded.starts_with("các ") && title.ends_with("gồm:") {
        return true;
    }
    match around.heading {
        Heading::Advice => none || reading.guidance || unnamed,
        Heading::HandIn | Heading::Show | Heading::Misplaced | Heading::Case(_) => {
            (reading.guidance && (none || (unnamed && !named))) || (none && speaks)
        }
    }
}

fn paper(row: &Row, title: &str, reading: &Reading, around: &Around) -> Document {
    let (originals, copies) = (row.originals.unwrap_or_default(), row.copies.unwrap_or_default());
    let counted = !quantities::are_none(row);
    let kinds = quantities::kinds(row, title, reading, around);
    // What holds for one of several papers is no condition of the row.
    let whole = reading.case.as_deref().filter(|_| !reading.case_of_part);
    let condition = whole.map(words::bare).filter(|words| !words.is_empty());
    let named = condition.as_deref().and_then(|words| around.cases.known(words));
    let mut case: Vec<String> = match around.heading {
        Heading::Case(key) => vec![key.clone()],
        Heading::HandIn | Heading::Show | Heading::Advice | Heading::Misplaced => Vec::new(),
    };
    let when = if named.is_some() { None } else { condition };
    case.extend(named.filter(|key| !case.contains(key)));
    Document {
        title: Vi::new(text::shorten(title, LONGEST)),
        unparsed: quantities::not_understood(row, reading, &kinds),
        kind: Many(kinds),
        originals: counted.then_some(originals),
        copies: counted.then_some(copies),
        case: Many(case),
        when: when.map(Vi::new),
        waived_when: reading.waived.then(|| Vi::new(text::shorten(title, LONGEST))),
        only_if_not_found: reading.only_if_not_found,
        form_about: reading.form_about.clone(),
        handed_back: reading.handed_back,
        equivalent: reading.equivalent,
        vague: reading.vague,
        ..Document::default()
    }
}

/// An id for alternatives: the first two of them, or the title where that gets too long.
fn either(several: &[String], title: &str) -> String {
    let joined = several.iter().take(2).map(String::as_str).collect::<Vec<_>>().join("-or-");
    if joined.len() <= 48 { joined } else { slug::of(title) }
}
