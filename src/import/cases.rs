//! The headings of a dossier: which are cases, which only say how a paper is handed in, which are advice.

use crate::{
    import::{document::Case, shape::Vi, slug, words},
    text,
};

/// What a heading of the dossier is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// Papers handed in, in every case.
    HandIn,
    /// Papers only shown.
    Show,
    /// Advice.
    Advice,
    /// Not a heading at all: the words of a paper or of an explanation.
    Misplaced,
    /// A case, by its key.
    Case(String),
}

/// The cases of one procedure, by their keys.
#[derive(Clone, Debug, Default)]
pub(super) struct Cases(Vec<(String, Case)>);

/// Headings that say only that a list of papers follows.
const PLAIN: [&str; 9] = [
    "",
    "giấy tờ phải nộp",
    "thành phần hồ sơ",
    "thành phần, số lượng hồ sơ",
    "hồ sơ",
    "mặc định",
    "không quy định cụ thể",
    "các giấy tờ",
    "trường hợp chung",
];

/// Words with which the name of a paper or an explanation begins, never a case.
const PAPER: [&str; 8] = [
    "đơn ",
    "tờ khai",
    "phiếu ",
    "văn bản đề nghị",
    "mẫu ",
    "người đề nghị công nhận",
    "thành phầm hồ sơ",
    "trường hợp không quy định là bản chính",
];

/// What comes before the name of the case itself.
const LEAD: [&str; 8] =
    ["thành phần hồ sơ ", "hồ sơ đề nghị ", "hồ sơ để ", "hồ sơ ", "đối với trường hợp ", "trong trường hợp ", "trường hợp ", "đối với "];

impl Cases {
    /// What the heading `name` is, in the procedure `title`, over rows of these names; a case is added.
    pub(super) fn heading(&mut self, name: &str, title: &str, rows: &[String]) -> Heading {
        let bare = words::unnumbered(&words::tidy(name)).trim_end_matches([':', '.', ';', ' ']).to_owned();
        let folded = text::fold(&bare);
        let named = without_tail(&folded);
        if ["lưu ý", "chú ý", "ghi chú"].iter().any(|mark| folded.starts_with(mark)) {
            return Heading::Advice;
        }
        if folded.starts_with("giấy tờ phải xuất trình") || folded.starts_with("giấy tờ xuất trình") {
            return Heading::Show;
        }
        let own = named.strip_prefix("hồ sơ ").unwrap_or(named);
        let of_person = named.starts_with("hồ sơ của ") || named.contains("(hồ sơ của ");
        if PLAIN.contains(&named) || named == "bao" || of_person || own == text::fold(title) {
            return Heading::HandIn;
        }
        let row = rows.iter().any(|row| text::fold(row).contains(&folded));
        if row || PAPER.iter().any(|mark| folded.starts_with(mark)) || folded.starts_with('(') {
            return Heading::Misplaced;
        }
        self.key(&bare).map_or(Heading::HandIn, Heading::Case)
    }

    /// The key of the case `name`, which is added where it is new; none where the name is empty.
    pub(super) fn key(&mut self, name: &str) -> Option<String> {
        let title = words::tidy(name);
        let title = title.split_once(" (Trường hợp không quy định").map_or(title.as_str(), |(title, _)| title);
        let title = words::unnumbered(title).trim_end_matches([':', '.', ';', ' ']);
        let folded = text::fold(title);
        let own = own_name(&folded);
        let key = slug::of(own);
        if own.is_empty() {
            return None;
        }
        if !self.0.iter().any(|(known, _)| *known == key) {
            self.0.push((key.clone(), Case { title: Vi::new(title) }));
        }
        Some(key)
    }

    /// The key of a known case that the words of a condition name.
    pub(super) fn known(&self, condition: &str) -> Option<String> {
        let condition = text::fold(condition);
        let same = |(_, case): &&(String, Case)| own_name(&text::fold(&case.title.vi)) == own_name(&condition);
        self.0.iter().find(same).map(|(key, _)| key.clone())
    }

    /// Every case by its key.
    pub(super) fn into_list(self) -> Vec<(String, Case)> {
        self.0
    }

    /// How many cases there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

/// The name of the case itself in a folded heading or condition.
fn own_name(folded: &str) -> &str {
    let mut own = without_tail(folded);
    while let Some(rest) = LEAD.iter().find_map(|lead| own.strip_prefix(lead)) {
        own = rest;
    }
    own
}

/// `folded` without "hồ sơ gồm", "bao gồm" and the like at its end.
fn without_tail(folded: &str) -> &str {
    let mut own = folded.trim_end_matches([':', '.', ',', ';', ' ']);
    let tails = ["gồm có", "bao gồm", "gồm", ", hồ sơ", "thì hồ sơ", "hồ sơ còn có"];
    while let Some(rest) = tails.iter().find_map(|tail| own.strip_suffix(tail)) {
        own = rest.trim_end_matches([':', '.', ',', ';', ' ']);
    }
    own
}
