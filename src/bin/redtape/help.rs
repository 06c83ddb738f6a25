//! The command's help in the language of its reader. Its English stands at the commands and flags; `locales/help-*.yaml` has the rest.

use std::ffi::OsString;

use clap::{Arg, Command, CommandFactory, FromArgMatches};
use redtape::locale::Locale;

use crate::{args::Args, language, refused};

/// What the library that reads the command line writes by itself, wherever it writes it.
const HEADS: [&str; 6] = ["Usage:", "Commands:", "Arguments:", "Options:", "[OPTIONS]", "COMMAND"];

/// What was asked for, else the exit code, when help was shown or the reason said why it cannot be done.
pub(crate) fn parsed(given: &[OsString]) -> Result<Args, u8> {
    let locale = language::spoken();
    let mut command = spoken(Args::command(), locale);
    let matches = command.try_get_matches_from_mut(language::apart(given));
    let args = matches.and_then(|matches| Args::from_arg_matches(&matches).map_err(|error| error.format(&mut command)));
    args.map_err(|error| refused::said(&error, locale))
}

/// `english` in the language of the reader, with its blanks filled in.
pub(crate) fn say(english: &str, blanks: &[(&str, &str)]) -> String {
    said(english, blanks, language::spoken())
}

/// `english` in that language, with its blanks filled in.
pub(crate) fn said(english: &str, blanks: &[(&str, &str)], locale: &Locale) -> String {
    let words = locale.help(english).unwrap_or(english).to_owned();
    blanks.iter().fold(words, |words, (name, with)| words.replace(&format!("{{{name}}}"), with))
}

/// The words of a rendered help or usage that no one can set, in that language.
pub(crate) fn headed(rendered: &str, locale: &Locale) -> String {
    HEADS.iter().fold(rendered.to_owned(), |words, head| words.replace(head, locale.help(head).unwrap_or(head)))
}

/// The command with its help in the words of `locale`.
pub(crate) fn spoken(mut command: Command, locale: &Locale) -> Command {
    if locale.helps().next().is_none() {
        return command;
    }
    // Only then are the flags and the command for help itself among the others.
    command.build();
    of_command(command, locale)
}

fn of_command(mut command: Command, locale: &Locale) -> Command {
    if let Some(words) = command.get_about().map(ToString::to_string) {
        command = command.about(said(&words, &[], locale));
    }
    if let Some(words) = command.get_long_about().map(ToString::to_string) {
        let paragraphs = words.split("\n\n").map(|words| said(words, &[], locale));
        command = command.long_about(paragraphs.collect::<Vec<_>>().join("\n\n"));
    }
    if let Some(words) = command.get_after_help().map(ToString::to_string) {
        let pieces = pieces(&words).into_iter().map(|(head, words)| head + &said(&words, &[], locale));
        command = command.after_help(pieces.collect::<Vec<_>>().join("\n"));
    }
    command.mut_args(|arg| of_arg(arg, locale)).mut_subcommands(|sub| of_command(sub, locale))
}

/// What stands below a help, in pieces: the head of a line, which is the same in every language, and the words behind it. The lines of a
/// paragraph are one piece; of an example, the command is the head.
fn pieces(words: &str) -> Vec<(String, String)> {
    let mut pieces: Vec<(String, String)> = Vec::new();
    let mut flows = false;
    for line in words.lines() {
        let indented = line.starts_with("  ");
        match (pieces.last_mut().filter(|_| flows && !indented && !line.is_empty()), line.trim_start().rsplit_once("  ")) {
            (Some((_, before)), _) => *before = format!("{before} {line}"),
            (None, Some((head, says))) if indented => {
                let head = line.strip_suffix(says).unwrap_or(head);
                pieces.push((head.to_owned(), says.to_owned()));
            }
            (None, _) if line.trim_start().starts_with("redtape ") => pieces.push((line.to_owned(), String::new())),
            (None, _) => {
                let says = line.trim_start();
                pieces.push((line.strip_suffix(says).unwrap_or_default().to_owned(), says.to_owned()));
            }
        }
        flows = !indented && !line.is_empty() && !line.ends_with(':');
    }
    pieces
}

fn of_arg(arg: Arg, locale: &Locale) -> Arg {
    let Some(english) = arg.get_help().map(ToString::to_string) else { return arg };
    let mut words = said(&english, &[], locale);
    let mut long = arg.get_long_help().map(|words| said(&words.to_string(), &[], locale));
    if !arg.get_action().takes_values() {
        return if let Some(long) = long { arg.help(words).long_help(long) } else { arg.help(words) };
    }
    let defaults: Vec<String> = arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    if defaults.iter().any(|value| !value.is_empty()) {
        words = format!("{words} {}", said("[default: {what}]", &[("what", &defaults.join(" "))], locale));
    }
    let values: Vec<_> = arg.get_possible_values().into_iter().filter(|value| !value.is_hide_set()).collect();
    let names: Vec<&str> = values.iter().map(clap::builder::PossibleValue::get_name).collect();
    if values.iter().any(|value| value.get_help().is_some()) {
        let told = values.iter().map(|value| {
            let help = value.get_help().map(|help| said(&help.to_string(), &[], locale)).unwrap_or_default();
            format!("- {}: {help}", value.get_name())
        });
        long = Some(format!("{words}\n\n{}\n{}", said("Possible values:", &[], locale), told.collect::<Vec<_>>().join("\n")));
    }
    if !names.is_empty() {
        words = format!("{words} {}", said("[possible values: {what}]", &[("what", &names.join(", "))], locale));
    }
    let arg = arg.hide_default_value(true).hide_possible_values(true).help(words);
    if let Some(long) = long { arg.long_help(long) } else { arg }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::{Command, CommandFactory};
    use redtape::locale::Locale;

    use crate::{args::Args, help};

    /// Every English text of a command, its flags and all below it.
    fn texts(command: &Command, to: &mut BTreeSet<String>) {
        let long = command.get_long_about().map(ToString::to_string).unwrap_or_default();
        to.extend(long.split("\n\n").map(str::to_owned).chain(command.get_about().map(ToString::to_string)));
        let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        to.extend(help::pieces(&after).into_iter().map(|(_, words)| words));
        for arg in command.get_arguments() {
            to.extend([arg.get_help(), arg.get_long_help()].into_iter().flatten().map(ToString::to_string));
            to.extend(arg.get_possible_values().iter().filter_map(|value| value.get_help()).map(ToString::to_string));
        }
        command.get_subcommands().for_each(|sub| texts(sub, to));
    }

    fn all() -> BTreeSet<String> {
        let mut command = Args::command();
        command.build();
        let mut all = BTreeSet::new();
        texts(&command, &mut all);
        all.extend(help::HEADS.map(str::to_owned));
        for source in [include_str!("args.rs"), include_str!("refused.rs"), include_str!("help.rs")] {
            let source = source.split("#[cfg(test)]").next().unwrap_or_default();
            let calls = ["say(", "said(", "word("].into_iter().flat_map(|call| source.split(call).skip(1));
            let literal = |rest: &str| rest.trim_start().strip_prefix('"')?.split_once('"').map(|(words, _)| words.to_owned());
            all.extend(calls.filter_map(literal));
        }
        all.remove("");
        all
    }

    #[test]
    fn every_command_and_flag_speaks_every_language() {
        let all = all();
        assert!(all.len() > 150, "{}", all.len());
        for code in Locale::codes().filter(|code| *code != "en") {
            let locale = Locale::of(code);
            let without: Vec<&String> = all.iter().filter(|english| locale.help(english).is_none_or(|words| words == *english)).collect();
            assert!(without.is_empty(), "{code}: {without:#?}");
            let gone: Vec<&str> = locale.helps().map(|(english, _)| english).filter(|english| !all.contains(*english)).collect();
            assert!(gone.is_empty(), "{code}: {gone:#?}");
            for english in &all {
                let blanks = |words: &str| {
                    words
                        .split('{')
                        .skip(1)
                        .filter_map(|rest| rest.split_once('}'))
                        .map(|(name, _)| name.to_owned())
                        .collect::<BTreeSet<_>>()
                };
                assert_eq!(blanks(english), blanks(locale.help(english).unwrap_or_default()), "{code}: {english}");
            }
        }
    }

    #[test]
    fn the_command_of_an_example_stays_and_a_paragraph_is_one_piece() {
        let said = help::pieces("Examples:\n  redtape fix    change it\n  redtape fix --diff\n\nOne line and\nits second.");
        let wanted = [
            ("", "Examples:"),
            ("  redtape fix    ", "change it"),
            ("  redtape fix --diff", ""),
            ("", ""),
            ("", "One line and its second."),
        ];
        assert_eq!(said, wanted.map(|(head, words)| (head.to_owned(), words.to_owned())));
    }
}
