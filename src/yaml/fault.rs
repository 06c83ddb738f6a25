//! Why the parser could not go on, in words for somebody who does not know YAML.

use granit_parser::{ErrorKind, ScanError};

use crate::{
    problem::{Kind, Problem},
    span::{FileId, Span},
    yaml::bound,
};

/// The problem that the parser's error stands for, at one whole character.
pub(super) fn problem(file: FileId, content: &str, error: &ScanError) -> Problem {
    let mut at = error.marker().byte_offset().unwrap_or(content.len()).min(content.len());
    while !content.is_char_boundary(at) {
        at -= 1;
    }
    let wide = content[at..].chars().next().map_or(0, char::len_utf8);
    let span = Span::new(file, at..at + wide);
    if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
        return bound::too_deep(span);
    }
    match reason(error.kind()) {
        Some((found, expected)) => Problem::new(Kind::NotYaml, span, found).expecting(expected),
        None => Problem::new(Kind::NotYaml, span, error.info()).expecting("text that follows the rules of YAML"),
    }
}

/// What is wrong, and what should be there; nothing for what hardly anybody writes.
fn reason(kind: &ErrorKind) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar => ("a tab stands where only blanks may", "blanks instead of the tab"),
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => {
            ("a quotation mark is never closed", "a closing quotation mark")
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            ("words follow a closing quotation mark", "all the words within one pair of quotation marks")
        }
        ErrorKind::UnknownQuotedScalarEscape | ErrorKind::InvalidQuotedScalarHexEscape => {
            ("a backslash within \"…\" is followed by something it cannot mean", "single quotation marks, or two backslashes")
        }
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::MismatchedFlowCollectionEnd { .. } => ("a bracket has no partner", "brackets in pairs"),
        ErrorKind::InvalidIndentation
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::InvalidFlowScalarIndent => ("the line is indented otherwise than those it belongs to", "the same indentation"),
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => {
            ("a `: ` stands where it cannot part a key from its value", "quotation marks around words that hold `: `, or the right indentation")
        }
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => ("a line is neither a key with `:` nor an item with `-`", "`key: value`, or `- item`"),
        ErrorKind::BlockSequenceEntryNotAllowed => ("an item with `-` stands where none may", "the list on lines of its own, below its key"),
        ErrorKind::UnexpectedCharacter { character } if character.is_control() => {
            ("a control character stands here, which no text needs", "the words without it")
        }
        ErrorKind::UnexpectedCharacter { .. } => ("bare words begin with a character that YAML keeps for itself", "quotation marks around the words"),
        ErrorKind::UnknownAnchor { .. } => ("an alias (`*`) stands for nothing", "the words themselves"),
        _ => return None,
    })
}
