//! In which form a paper is asked for: original, copy, shown, electronic.

use std::sync::LazyLock;

use super::Form;
use super::phrase::{self, Set};
use super::words;

/// Phrases and the form each means; of two that begin together the longer counts.
static PHRASES: LazyLock<Vec<(&str, Option<Form>)>> = LazyLock::new(|| {
    let named = |form: Form| words::list(&format!("form-{}", form.name())).into_iter().map(move |phrase| (phrase, Some(form)));
    let all = [Form::Original, Form::CertifiedCopy, Form::Copy, Form::Presented, Form::Electronic];
    let none = words::list("form-none").into_iter().map(|phrase| (phrase, None));
    all.into_iter().flat_map(named).chain(none).collect()
});

static FINDER: LazyLock<Set> = LazyLock::new(|| Set::new(&PHRASES.iter().map(|(phrase, _)| *phrase).collect::<Vec<_>>()));

/// One form, and where the words for it begin.
pub(super) struct Said {
    /// Where its words begin.
    pub(super) at: usize,
    /// The form.
    pub(super) form: Form,
}

/// The forms named in `folded`, from left to right, without those that only qualify another.
pub(super) fn find(folded: &str) -> Vec<Said> {
    let (mut said, mut done): (Vec<Said>, usize) = (Vec::new(), 0);
    for (start, end, number) in FINDER.all(folded) {
        if start < done {
            continue;
        }
        done = end;
        let Some((_, Some(form))) = PHRASES.get(number).copied() else { continue };
        let qualifies = form == Form::CertifiedCopy && !folded[start..end].contains("bản");
        // "Trường hợp bản chụp không có chứng thực thì xuất trình bản chính" speaks of a plain copy.
        if qualifies && phrase::tail(folded[..start].trim_end(), &["không", "chưa"]).is_some() {
            continue;
        }
        match said.last_mut() {
            // "bản sao giấy khai sinh có chứng thực": the words after the name say more of the same copy.
            Some(last) if qualifies && last.form == Form::Copy && start - last.at < 160 => last.form = form,
            Some(last) if only_compares(&folded[..start], &folded[start..end], last.form) => (),
            _ if qualifies => (),
            _ => said.push(Said { at: start, form }),
        }
    }
    said
}

/// Whether `words` only ask to see the original beside a copy: "bản sao … và xuất trình bản chính để đối chiếu".
fn only_compares(before: &str, words: &str, last: Form) -> bool {
    words.starts_with("xuất trình bản chính")
        && matches!(last, Form::Copy | Form::CertifiedCopy)
        && phrase::tail(before.trim_end(), &["hoặc"]).is_none()
}

/// Words that may follow "bản" where it means a form of paper.
static KINDS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("kinds"));

/// The other words of which such phrases are made.
static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("form-words"));

/// Words of these that count only before a certain other.
static PAIRS: LazyLock<Vec<(&str, &str)>> =
    LazyLock::new(|| words::list("pairs").into_iter().filter_map(|pair| pair.split_once(' ')).collect());

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
