//! Why a command line is not understood, in the language of its reader.

use std::io::{self, Write};

use clap::{
    Error,
    error::{ContextKind, ContextValue, ErrorKind},
};
use redtape::locale::Locale;

use crate::{
    args::When,
    code,
    help::{headed, said as word},
    out,
};

/// Shows the help that was asked for, or says why the command line is not understood; the exit code.
pub(crate) fn said(error: &Error, locale: &Locale) -> u8 {
    if locale.helps().next().is_none() {
        return code_of(error, error.print());
    }
    let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    let whole = asked || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    let Some(why) = reason(error, locale).filter(|_| !whole) else {
        let rendered = error.render();
        let colour = out::screen(When::Auto, !asked).colour;
        let words = headed(&if colour { rendered.ansi().to_string() } else { rendered.to_string() }, locale);
        if asked {
            return code_of(error, io::stdout().write_all(words.as_bytes()).and_then(|()| io::stdout().flush()));
        }
        out::remark(&words);
        return code::COULD_NOT_RUN;
    };
    let mut lines = vec![word("error: {what}", &[("what", &why)], locale)];
    lines.extend(tips(error, locale).into_iter().map(|tip| format!("\n  {}", word("tip: {what}", &[("what", &tip)], locale))));
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        lines.push(format!("\n{}", headed(&usage.to_string(), locale)));
    }
    lines.push(format!("\n{}", word("For more information, try '--help'.", &[], locale)));
    out::remark(&lines.join("\n"));
    code::COULD_NOT_RUN
}

/// The exit code, when it was printed so. A reader who stopped reading is no error.
fn code_of(error: &Error, printed: io::Result<()>) -> u8 {
    match printed {
        Err(reason) if reason.kind() != io::ErrorKind::BrokenPipe => {
            out::complain(&out::not_whole(&reason));
            code::COULD_NOT_RUN
        }
        _ if error.use_stderr() => code::COULD_NOT_RUN,
        _ => code::CLEAN,
    }
}

/// What is wrong, for the cases that happen to people; nothing for the others, which stay as the library says them.
fn reason(error: &Error, locale: &Locale) -> Option<String> {
    let told = |kind| error.get(kind).map(shown).unwrap_or_default();
    let (what, value) = (told(ContextKind::InvalidArg), told(ContextKind::InvalidValue));
    let say = |english: &str| Some(word(english, &[("what", &what), ("value", &value)], locale));
    match error.kind() {
        ErrorKind::UnknownArgument => say("unexpected argument '{what}' found"),
        ErrorKind::InvalidSubcommand => {
            Some(word("unrecognized subcommand '{what}'", &[("what", &told(ContextKind::InvalidSubcommand))], locale))
        }
        ErrorKind::MissingRequiredArgument => say("the following required arguments were not provided: {what}"),
        ErrorKind::ArgumentConflict => {
            let other = told(ContextKind::PriorArg);
            let twice = other.is_empty() || other == what;
            if twice {
                return say("the argument '{what}' cannot be used multiple times");
            }
            Some(word("the argument '{what}' cannot be used with '{other}'", &[("what", &what), ("other", &other)], locale))
        }
        ErrorKind::InvalidValue if value.is_empty() => say("a value is required for '{what}' but none was supplied"),
        ErrorKind::InvalidValue => say("invalid value '{value}' for '{what}'"),
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            Some(word(
                "invalid value '{value}' for '{what}': {why}",
                &[("what", &what), ("value", &value), ("why", &bounds(&why, locale))],
                locale,
            ))
        }
        ErrorKind::InvalidUtf8 => say("what stands on the command line is not UTF-8"),
        ErrorKind::MissingSubcommand => say("a command is missing"),
        _ => None,
    }
}

/// The library's own reason why something is no number that is wanted; the flags' reasons are in the reader's language already.
fn bounds(why: &str, locale: &Locale) -> String {
    match why.split_once(" is not in ") {
        Some((value, range)) => word("{value} is not in {range}", &[("value", value), ("range", range)], locale),
        None if why.ends_with("found in string") || why.contains("parse integer") => word("it is no number", &[], locale),
        None => why.to_owned(),
    }
}

/// What may have been meant.
fn tips(error: &Error, locale: &Locale) -> Vec<String> {
    let similar = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let mut tips: Vec<String> = Vec::new();
    let near = similar.iter().find_map(|kind| error.get(*kind)).map(shown).filter(|near| !near.is_empty());
    tips.extend(near.map(|near| word("a similar one exists: {what}", &[("what", &near)], locale)));
    if let Some(values) = error.get(ContextKind::ValidValue).map(shown).filter(|values| !values.is_empty()) {
        tips.push(word("[possible values: {what}]", &[("what", &values)], locale));
    }
    if error.get(ContextKind::TrailingArg).is_some() {
        let what = error.get(ContextKind::InvalidArg).map(shown).unwrap_or_default();
        tips.push(word("to pass '{what}' as a value, use '-- {what}'", &[("what", &what)], locale));
    }
    tips
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(all) => all.join(", "),
        ContextValue::StyledStrs(all) => all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        one => one.to_string(),
    }
}
