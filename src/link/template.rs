//! What the words of a document tell of its template, found out when it is first asked: several rules ask.

use std::sync::OnceLock;

use crate::text;

/// Words that send the applicant to a template.
const SENT: [&str; 3] = ["theo mẫu", "mẫu số", "mẫu đơn"];
/// How far behind such words the instrument of the template is looked for, in letters.
const REACH: usize = 90;

/// What the words of a document tell of its template, found out when it is first asked: several rules ask.
#[derive(Clone, Debug, Default)]
pub struct Template(OnceLock<Told>);

/// What was found in the words.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    /// Whether they send the applicant to a template.
    pub(super) named: bool,
    /// The instrument with which it was issued.
    pub(super) instrument: Option<String>,
}

impl Template {
    /// What `title`, the title of the document, tells.
    pub(super) fn told(&self, title: &str) -> &Told {
        self.0.get_or_init(|| {
            // Each of the words that send to a template has this letter, in one piece or in several, and most titles have it not.
            if !title.contains(['ẫ', 'Ẫ', '\u{303}']) {
                return Told::default();
            }
            Told { named: is_sent(title), instrument: issuer(title) }
        })
    }
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
    if plain { crate::citation::Citation::read(word).map(|cite| cite.instrument) } else { None }
}
