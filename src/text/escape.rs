//! One escape for each kind of output: nothing that a file says reaches a reader in a form that it obeys.

use std::borrow::Cow;

use crate::text::{is_control, is_invisible};

/// What a build log obeys wherever it stands: the commands of Azure's, GitHub's and TeamCity's runners.
const COMMANDS: [&str; 3] = ["##[", "##vso[", "##teamcity["];

/// `text` safe for a terminal and a build log: control, bidirectional and invisible characters shown by their code, the
/// runners' commands broken. Line breaks and tabs stay.
pub fn terminal(text: &str) -> Cow<'_, str> {
    escaped(text, |c| is_control(c) || is_invisible(c) || c == '\r')
}

/// The same on one line: for the name of a file, which may hold a line break too.
pub fn line(text: &str) -> Cow<'_, str> {
    escaped(text, |c| c.is_control() || is_invisible(c))
}

fn escaped(text: &str, hostile: impl Fn(char) -> bool) -> Cow<'_, str> {
    let commands = text.contains("::") || COMMANDS.iter().any(|command| text.contains(command));
    if !commands && !text.contains(&hostile) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        // A runner obeys `::` at the beginning of a line, and where a long line is broken no one knows beforehand.
        let command = before.is_whitespace() && rest.starts_with("::") || COMMANDS.iter().any(|command| rest.starts_with(command));
        if hostile(c) || command {
            safe.push_str(&format!("\\u{{{:x}}}", c as u32));
        } else {
            safe.push(c);
        }
        before = c;
    }
    Cow::Owned(safe)
}

/// `json` (already JSON) without anything that a terminal or a build log would obey.
pub fn json(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        if (is_control(c) || is_invisible(c)) && c != '\n' {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                safe.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            safe.push(c);
        }
    }
    COMMANDS.iter().fold(safe, |safe, command| safe.replace(command, &command.replacen('#', "\\u0023", 1)))
}

/// `text` for showing lines of it: as long as before, byte for byte, with nothing in it that a terminal or a build log obeys.
pub fn same_length(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if !is_control(c) && !is_invisible(c) && c != '\r' {
            safe.push(c);
            continue;
        }
        match c.len_utf8() {
            1 => safe.push(if c == '\r' { ' ' } else { '?' }),
            2 => safe.push('¿'),
            3 => safe.push('\u{fffd}'),
            _ => safe.push_str("????"),
        }
    }
    COMMANDS.iter().fold(safe, |safe, command| safe.replace(command, &command.replacen("##", "# ", 1)))
}

/// `text` for a cell of a table in CSV: on one line, and no formula to a spreadsheet, which reads a cell by its first
/// character. Quotation marks are the writer's own affair.
pub fn csv(text: &str) -> String {
    let safe = line(text);
    if is_formula(&safe) { format!("'{safe}") } else { safe.into_owned() }
}

/// Whether a spreadsheet would take `text` for a formula, or for one that an apostrophe already keeps from running.
pub fn is_formula(text: &str) -> bool {
    text.trim_start_matches(|c: char| c == '\'' || c.is_whitespace()).starts_with(['=', '+', '-', '@', '|', '＝', '＋', '－', '＠'])
}

/// `text` between tags or quotation marks of XML.
pub fn xml(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 16);
    for c in line(text).chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&apos;"),
            // Two characters that XML has no way to write.
            '\u{fffe}' | '\u{ffff}' => safe.push_str(&format!("\\u{{{:x}}}", c as u32)),
            c => safe.push(c),
        }
    }
    safe
}

/// `text` between tags or quotation marks of HTML. Line breaks become blanks; controls and marks of direction are shown by their code.
pub fn html(text: &str) -> Cow<'_, str> {
    let plain = |c: char| !matches!(c, '&' | '<' | '>' | '"' | '\'') && !c.is_control() && !is_invisible(c);
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' | '\r' | '\t' => safe.push(' '),
            c if plain(c) => safe.push(c),
            c => safe.push_str(&format!("\\u{{{:x}}}", c as u32)),
        }
    }
    Cow::Owned(safe)
}

/// `text` between quotation marks of a style sheet: whatever is not a letter, a digit or a blank is written by its code.
pub fn css(text: &str) -> String {
    let safe = |c: char| if c.is_alphanumeric() || c == ' ' { c.to_string() } else { format!("\\{:x} ", c as u32) };
    text.chars().map(safe).collect()
}

/// `text` for a line of an office document, which knows no escapes: what cannot be seen and what turns a line round goes, and what breaks
/// it becomes a blank. Two characters that XML has no way to write become the sign for a character that is not known.
pub fn document(text: &str) -> Cow<'_, str> {
    let hostile = |c: char| c.is_control() || is_invisible(c) || matches!(c, '\u{fffe}' | '\u{ffff}');
    if !text.contains(hostile) {
        return Cow::Borrowed(text);
    }
    let shown = text.chars().filter_map(|c| match c {
        c if is_invisible(c) => None,
        '\u{fffe}' | '\u{ffff}' => Some('\u{fffd}'),
        c if c.is_control() => Some(' '),
        c => Some(c),
    });
    Cow::Owned(shown.collect())
}

/// `text` as the message of an annotation that GitHub's runner reads.
pub fn github(text: &str) -> String {
    line(text).replace('%', "%25")
}

/// `text` as a property of one, where a colon and a comma end it.
pub fn github_property(text: &str) -> String {
    github(text).replace(':', "%3A").replace(',', "%2C")
}

/// `text` in a line of Markdown, read as GitHub and GitLab read it: no markup, no HTML, no link, nobody called.
pub fn markdown(text: &str) -> String {
    let text = line(text);
    let mut safe = String::with_capacity(text.len() + 16);
    // A number and a point, a dash or a plus begin a list where they come first.
    let (mut first, mut blank) = (true, true);
    for (at, c) in text.char_indices() {
        let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + c.len_utf8()..).unwrap_or_default());
        match c {
            // A name behind it would be called; a comment between them keeps them apart and does not show.
            '@' => safe.push_str("@<!-- -->"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '#' | '$' | '^' | '{' | '!' => safe.extend(['\\', c]),
            ':' if after.starts_with(|c: char| c == '/' || c == '+' || c == '-' || c == '_' || c.is_ascii_alphanumeric()) => {
                safe.extend(['\\', c])
            }
            '-' | '+' | '=' if blank => safe.extend(['\\', c]),
            '.' | ')' if first && !after.starts_with(|c: char| c.is_ascii_digit()) || ends_in_www(before) => safe.extend(['\\', c]),
            c => safe.push(c),
        }
        first = first && (c.is_ascii_digit() || c.is_whitespace());
        blank = blank && c.is_whitespace();
    }
    safe
}

fn ends_in_www(text: &str) -> bool {
    text.len().checked_sub(3).and_then(|at| text.get(at..)).is_some_and(|last| last.eq_ignore_ascii_case("www"))
}

/// `text` as a plain message of SARIF, in which viewers read links and placeholders.
pub fn sarif(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let link = text.contains("](");
    for (at, c) in text.char_indices() {
        let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
        let place =
            || rest.starts_with(|c: char| c.is_ascii_digit()) && rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('}');
        match c {
            c if c.is_control() || is_invisible(c) => safe.push_str(&format!("‹U+{:04X}›", c as u32)),
            '[' | ']' | '\\' if link => safe.extend(['\\', c]),
            '{' if place() => safe.push_str("{{"),
            c => safe.push(c),
        }
    }
    safe
}

/// A path as a relative reference of RFC 3986, or as a `file:` address where it begins at the root.
pub fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let drive = path.get(1..3) == Some(":/");
    let mut safe = String::with_capacity(path.len() + 8);
    if path.starts_with('/') {
        safe.push_str("file://");
    } else if drive {
        safe.push_str("file:///");
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => safe.push(char::from(byte)),
            byte => safe.push_str(&format!("%{byte:02X}")),
        }
    }
    safe
}
