//! Legal bases: the numbers of instruments as clerks type them, to citations.

use crate::{
    citation::{self, Citation},
    import::{tally::Tally, words},
};

/// The instruments of `bases` (number and title of each), each once, in their order; where there are none, the one that the
/// `name` of the procedure cites.
pub(super) fn of(bases: &[(String, String)], name: &str, tally: &mut Tally) -> Vec<String> {
    let mut cited: Vec<String> = Vec::new();
    if bases.is_empty() {
        cited.extend(read(name));
    }
    for (number, title) in bases {
        let found = read(number).or_else(|| read(title));
        tally.count(if found.is_some() { "legal bases" } else { "legal bases not understood" });
        let words = || Some(words::tidy(number)).filter(|words| !words.is_empty());
        let Some(basis) = found.or_else(words) else { continue };
        if !cited.contains(&basis) {
            cited.push(basis);
        }
    }
    cited
}

/// The instrument in `words`; blanks that strayed into a number are taken out.
fn read(words: &str) -> Option<String> {
    let words = words::tidy(words).replace(" /", "/").replace("/ ", "/").replace(" -", "-").replace("- ", "-");
    let number = words.split([' ', ',', ';', '(', ')']).find_map(citation::instrument)?;
    Some(Citation { instrument: number, path: Vec::new() }.to_string())
}
