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
    use ErrorKind as Is;
    Some(match kind {
        Is::TabNotAllowed | Is::TabInBlockIndentation | Is::TabAtBlockScalarStart | Is::TabInIndentation | Is::TabInPlainScalar => {
            ("a tab stands where only blanks may", "blanks instead of the tab")
        }
        Is::UnexpectedCharacter { character } if character.is_control() => {
            ("a control character stands here, which no text needs", "the words without it")
        }
        Is::UnexpectedCharacter { .. } => {
            ("bare words begin with a character that YAML keeps for itself", "quotation marks around the words")
        }
        Is::UnknownAnchor => ("an alias (`*`) stands for nothing", "the words themselves"),
        kind => return of_quotes(kind).or_else(|| of_lines(kind)),
    })
}

/// The same, of quotation marks and brackets.
fn of_quotes(kind: &ErrorKind) -> Option<(&'static str, &'static str)> {
    use ErrorKind as Is;
    Some(match kind {
        Is::UnclosedQuotedScalar | Is::DocumentIndicatorInQuotedScalar => ("a quotation mark is never closed", "a closing quotation mark"),
        Is::InvalidQuotedScalarIndent => {
            ("a quotation mark is never closed, or its words go on without being indented", "a closing quotation mark")
        }
        Is::InvalidTrailingSingleQuotedScalar | Is::InvalidTrailingDoubleQuotedScalar => {
            ("words follow a closing quotation mark", "all the words within one pair of quotation marks")
        }
        Is::UnknownQuotedScalarEscape | Is::InvalidQuotedScalarHexEscape => {
            ("a backslash within \"…\" is followed by something it cannot mean", "single quotation marks, or two backslashes")
        }
        Is::UnclosedFlowCollection { .. } | Is::MisplacedFlowCollectionEnd | Is::MismatchedFlowCollectionEnd { .. } => {
            ("a bracket has no partner", "brackets in pairs")
        }
        Is::InvalidFlowScalarIndent | Is::ExpectedFlowMappingSeparator | Is::ExpectedFlowSequenceSeparator => {
            ("a bracket is never closed, or what it holds lacks a comma or is not indented", "brackets in pairs")
        }
        _ => return None,
    })
}

/// The same, of lines: what they hold and how they are indented.
fn of_lines(kind: &ErrorKind) -> Option<(&'static str, &'static str)> {
    use ErrorKind as Is;
    Some(match kind {
        Is::InvalidIndentation | Is::InvalidBlockScalarIndent | Is::ExpectedBlockMappingKey | Is::ExpectedBlockSequenceEntry => {
            ("the line is indented otherwise than those it belongs to", "the same indentation")
        }
        Is::MappingValueNotAllowed | Is::InvalidColonPlacement => (
            "a `: ` stands where it cannot part a key from its value",
            "quotation marks around words that hold `: `, or the right indentation",
        ),
        Is::SimpleKeyExpected | Is::InvalidSimpleKey => {
            ("a line is neither a key with `:` nor an item with `-`", "`key: value`, or `- item`")
        }
        Is::BlockSequenceEntryNotAllowed => ("an item with `-` stands where none may", "the list on lines of its own, below its key"),
        _ => return None,
    })
}
