//! Tells what the words of a document say of the template on which it is to be made.

use std::sync::LazyLock;

use super::words;
use crate::{citation::Citation, text};

/// Words that send the applicant to a template.
static SENT: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("template-sent"));
/// Words before the number of a template.
static NUMBERED: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("template-number"));
/// Words with which the title of a form begins that an applicant fills in.
static FORMS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("template-forms"));
/// Words that stand before the title of the paper itself.
static BEFORE: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("template-before"));

/// How far behind such words the instrument of the template is looked for, in letters.
const REACH: usize = 90;
/// How far behind such words the number of the template is looked for, in bytes.
const NEAR: usize = 24;

/// What was found in the words.
#[derive(Clone, Debug, Default)]
pub struct Template {
    /// Whether they send the applicant to a template.
    pub named: bool,
    /// The instrument with which it was issued.
    pub instrument: Option<String>,
}

/// What `title`, the title of a document, tells.
pub fn template(title: &str) -> Template {
    // Each of the words that send to a template has this letter, in one piece or in several, and most titles have it not.
    if !title.contains(['ẫ', 'Ẫ', '\u{303}']) {
        return Template::default();
    }
    Template { named: is_sent(title), instrument: issuer(title) }
}

/// Whether `title` begins as the title of a form that the applicant fills in.
pub fn is_form(title: &str) -> bool {
    let title = text::fold(title);
    let mark = |c: char| !c.is_alphanumeric();
    let bare =
        BEFORE.iter().fold(title.trim_start_matches(mark), |rest, words| rest.strip_prefix(words).unwrap_or(rest).trim_start_matches(mark));
    FORMS.iter().any(|words| bare.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(mark)))
}

/// The numbers of the templates that `title` names, without the zeros before them.
pub fn template_numbers(title: &str) -> Vec<String> {
    let title = text::fold(title);
    let behind = NUMBERED.iter().flat_map(|words| title.split(words).skip(1));
    behind.filter_map(|rest| numbers(rest.get(..rest.len().min(NEAR)).unwrap_or(rest)).into_iter().next()).collect()
}

/// The runs of digits in some words, without the zeros before them.
pub fn numbers(words: &str) -> Vec<String> {
    let runs = words.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    runs.map(|run| run.trim_start_matches('0').to_owned()).collect()
}

fn is_sent(title: &str) -> bool {
    let title = text::fold(title);
    SENT.iter().any(|words| title.contains(words))
}

fn issuer(title: &str) -> Option<String> {
    // No number of an instrument without a stroke.
    if !title.contains(['ẫ', 'Ẫ']) || !title.contains('/') {
        return None;
    }
    let title = text::one_line(&text::nfc(title));
    let folded = title.to_lowercase();
    let at = SENT.iter().filter_map(|words| folded.find(words)).min()?;
    // Small letters can be longer than capitals by a byte; then the words are cut a little later.
    let behind = title.get(at..).unwrap_or_default();
    let near: String = behind.chars().take(REACH).collect();
    let whole: Vec<&str> = near.split_whitespace().collect();
    whole.into_iter().map(|word| word.trim_matches(['(', ')', ',', ';', '.', ':', '-'])).find_map(number)
}

/// A word that is the number of an instrument with its year: `175/2024/NĐ-CP`.
fn number(word: &str) -> Option<String> {
    let mut parts = word.split('/');
    let (first, year, letters) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let plain = digits(first) && digits(year) && year.len() == 4 && letters.starts_with(char::is_uppercase) && parts.next().is_none();
    if plain { Citation::read(word).map(|cite| cite.instrument) } else { None }
}
