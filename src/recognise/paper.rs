//! In which form a paper is asked for: original, copy, shown, electronic.

use super::Form;
use super::name::stands_alone;

/// Phrases and the form each means; of two that begin together the longer counts.
const PHRASES: [(&str, Option<Form>); 74] = [
    ("bản chính", Some(Form::Original)),
    ("bản gốc", Some(Form::Original)),
    ("bản chính để đối chiếu", None),
    ("bản gốc để đối chiếu", None),
    ("bản chính để kiểm tra", None),
    ("kèm bản chính", None),
    ("kèm theo bản chính", None),
    ("kèm bản gốc", None),
    ("kèm theo bản gốc", None),
    ("mang bản chính", None),
    ("mang theo bản chính", None),
    ("có mang bản chính", None),
    ("và mang bản chính", None),
    ("xuất trình bản chính", Some(Form::Presented)),
    ("xuất trình kèm bản chính", None),
    ("từ bản chính", None),
    ("với bản chính", None),
    ("và bản chính để đối chiếu", None),
    ("bản sao", Some(Form::Copy)),
    ("bản sao hợp lệ", Some(Form::Copy)),
    ("bản chụp", Some(Form::Copy)),
    ("bản photo", Some(Form::Copy)),
    ("bản photocopy", Some(Form::Copy)),
    ("bản phô tô", Some(Form::Copy)),
    ("bản sao chụp", Some(Form::Copy)),
    ("sao y bản chính", Some(Form::CertifiedCopy)),
    ("bản sao có chứng thực", Some(Form::CertifiedCopy)),
    ("bản sao chứng thực", Some(Form::CertifiedCopy)),
    ("bản sao được chứng thực", Some(Form::CertifiedCopy)),
    ("bản sao đã được chứng thực", Some(Form::CertifiedCopy)),
    ("bản sao đã chứng thực", Some(Form::CertifiedCopy)),
    ("bản sao công chứng", Some(Form::CertifiedCopy)),
    ("bản sao có công chứng", Some(Form::CertifiedCopy)),
    ("bản sao được công chứng", Some(Form::CertifiedCopy)),
    ("bản sao hợp lệ có chứng thực", Some(Form::CertifiedCopy)),
    ("bản sao y", Some(Form::CertifiedCopy)),
    ("bản sao y bản chính", Some(Form::CertifiedCopy)),
    ("bản chụp có chứng thực", Some(Form::CertifiedCopy)),
    ("bản chụp được chứng thực", Some(Form::CertifiedCopy)),
    ("bản sao từ sổ gốc", Some(Form::CertifiedCopy)),
    ("bản sao được cấp từ sổ gốc", Some(Form::CertifiedCopy)),
    ("bản sao được cấp từ sổ đăng ký", Some(Form::CertifiedCopy)),
    ("bản sao có xác nhận", Some(Form::CertifiedCopy)),
    ("có công chứng", Some(Form::CertifiedCopy)),
    ("có chứng thực", Some(Form::CertifiedCopy)),
    ("đã được chứng thực", Some(Form::CertifiedCopy)),
    ("đã được chứng thực hợp lệ", Some(Form::CertifiedCopy)),
    ("được công chứng", Some(Form::CertifiedCopy)),
    ("được chứng thực", Some(Form::CertifiedCopy)),
    ("có xác nhận sao y", Some(Form::CertifiedCopy)),
    ("xuất trình", Some(Form::Presented)),
    ("không phải xuất trình", None),
    ("không yêu cầu xuất trình", None),
    ("bản điện tử", Some(Form::Electronic)),
    ("bản sao điện tử", Some(Form::Electronic)),
    ("bản sao điện tử có chứng thực", Some(Form::Electronic)),
    ("bản sao điện tử được chứng thực", Some(Form::Electronic)),
    ("tệp tin bản sao điện tử được chứng thực", Some(Form::Electronic)),
    ("bản scan", Some(Form::Electronic)),
    ("bản chính điện tử", Some(Form::Electronic)),
    ("tệp tin", Some(Form::Electronic)),
    ("file", Some(Form::Electronic)),
    ("file ảnh", Some(Form::Electronic)),
    ("biểu mẫu điện tử", Some(Form::Electronic)),
    ("mẫu điện tử tương tác", Some(Form::Electronic)),
    ("mẫu hộ tịch điện tử tương tác", Some(Form::Electronic)),
    ("tờ khai điện tử", Some(Form::Electronic)),
    ("bản mềm", Some(Form::Electronic)),
    ("chứng thực điện tử", Some(Form::Electronic)),
    ("bản sao y điện tử", Some(Form::Electronic)),
    ("tệp tin chứa bản chụp chính", Some(Form::Electronic)),
    ("tệp tin chứa ảnh màu chụp từ bản chính", Some(Form::Electronic)),
    ("ảnh màu chụp từ bản chính", Some(Form::Electronic)),
    ("nộp/xuất trình", None),
];

/// One form, and where the words for it begin.
pub(super) struct Said {
    /// Where its words begin.
    pub(super) at: usize,
    /// The form.
    pub(super) form: Form,
}

/// The forms named in `folded`, from left to right, without those that only qualify another.
pub(super) fn find(folded: &str) -> Vec<Said> {
    let mut hits: Vec<(usize, usize, Option<Form>)> = Vec::new();
    for (phrase, form) in PHRASES {
        hits.extend(folded.match_indices(phrase).filter(|(at, _)| stands_alone(folded, *at, at + phrase.len())).map(|(at, _)| (at, at + phrase.len(), form)));
    }
    hits.sort_by_key(|(start, end, _)| (*start, usize::MAX - *end));
    let (mut said, mut done): (Vec<Said>, usize) = (Vec::new(), 0);
    for (start, end, form) in hits {
        if start < done {
            continue;
        }
        done = end;
        let Some(form) = form else { continue };
        let qualifies = form == Form::CertifiedCopy && !folded[start..end].contains("bản");
        match said.last_mut() {
            // "bản sao giấy khai sinh có chứng thực": the words after the name say more of the same copy.
            Some(last) if qualifies && last.form == Form::Copy && start - last.at < 160 => last.form = form,
            _ if qualifies => (),
            // "bản sao … và xuất trình bản chính để đối chiếu": the original is only compared.
            Some(last) if folded[start..end].starts_with("xuất trình bản chính") && matches!(last.form, Form::Copy | Form::CertifiedCopy) => (),
            _ => said.push(Said { at: start, form }),
        }
    }
    said
}

/// Words that may follow "bản" where it means a form of paper.
const KINDS: [&str; 14] = ["sao", "chính", "gốc", "chụp", "photo", "photocopy", "scan", "điện", "dịch", "quét", "mềm", "phô", "cứng", "giấy"];

/// The other words of which such phrases are made.
const WORDS: [&str; 58] = [
    "sao", "chính", "gốc", "chụp", "photo", "photocopy", "scan", "điện", "tử", "dịch", "quét", "mềm", "phô", "tô", "cứng", "giấy", "chứng", "thực", "công", "có", "được", "đã", "hợp", "lệ", "hoặc", "và", "kèm", "theo", "để", "đối",
    "chiếu", "kiểm", "tra", "từ", "sổ", "cấp", "xuất", "trình", "mang", "tệp", "tin", "chứa", "file", "quy", "định", "giá", "trị", "pháp", "lý", "về", "của", "y", "đóng", "dấu", "ảnh", "màu", "sang", "tiếng",
];

/// Words of these that count only before a certain other.
const PAIRS: [(&str, &str); 12] = [
    ("hợp", "lệ"), ("công", "chứng"), ("chứng", "thực"), ("đóng", "dấu"), ("quy", "định"), ("giá", "trị"), ("pháp", "lý"), ("kiểm", "tra"), ("đối", "chiếu"), ("xuất", "trình"), ("tệp", "tin"), ("sổ", "gốc"),
];

/// How many bytes of `words` only say in which form a paper is wanted, as in "bản sao kèm bản chính để đối chiếu".
pub(super) fn lead(words: &str) -> usize {
    let tokens: Vec<(usize, &str)> = split(words).collect();
    let mut past = 0;
    for (place, (at, token)) in tokens.iter().enumerate() {
        let next = tokens.get(place + 1).map(|(_, next)| *next);
        let opens = matches!(*token, "bản" | "tệp" | "file");
        let kind = match *token {
            "bản" => next.is_some_and(|next| KINDS.contains(&next) && next != "giấy"),
            // "giấy" begins most names; only "bản giấy" is a form.
            "giấy" => place > 0 && tokens[place - 1].1 == "bản" && place > 1,
            _ => opens || WORDS.contains(token),
        };
        // "công chứng, chứng thực": the second word of a pair stands alone as well.
        let kind = kind && PAIRS.iter().all(|(one, two)| one != token || next == Some(two) || place > 0 && tokens[place - 1].1 == "công");
        let counted = token.chars().all(|c| c.is_ascii_digit());
        if !(kind || counted) || past == 0 && !opens && !counted {
            break;
        }
        past = at + token.len();
    }
    past
}

/// The words of a phrase, each with its place.
fn split(words: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    let parts = words.split_inclusive([' ', '/', ',', '(', ')']).map(move |part| {
        let start = at;
        at += part.len();
        (start, part.trim_end_matches([' ', '/', ',', '(', ')']))
    });
    parts.filter(|(_, token)| !token.is_empty())
}
