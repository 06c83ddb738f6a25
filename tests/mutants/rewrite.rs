//! The same procedure written differently.

use std::path::Path;

use libtest_mimic::Failed;
use serde_yaml::Value;

use crate::run;

/// Another way to write a text that says the same.
type Rewriting = fn(&str) -> String;

/// Each way, with its name.
pub(crate) const ALL: &[(&str, Rewriting)] = &[
    ("laying it out anew", laid_out),
    ("turning the order of keys round", turned_round),
    ("a comment above every line of the first column", commented),
    ("lines that end as on Windows", with_carriage_returns),
];

fn laid_out(text: &str) -> String {
    let value: Value = serde_yaml::from_str(text).expect("a procedure");
    serde_yaml::to_string(&value).expect("a text")
}

fn turned_round(text: &str) -> String {
    let value: Value = serde_yaml::from_str(text).expect("a procedure");
    serde_yaml::to_string(&turned(value)).expect("a text")
}

fn turned(value: Value) -> Value {
    match value {
        Value::Mapping(map) => {
            let mut entries: Vec<(Value, Value)> = map.into_iter().map(|(key, value)| (key, turned(value))).collect();
            entries.reverse();
            Value::Mapping(entries.into_iter().collect())
        }
        Value::Sequence(items) => Value::Sequence(items.into_iter().map(turned).collect()),
        other => other,
    }
}

fn commented(text: &str) -> String {
    let line = |line: &str| {
        let key = !line.is_empty() && !line.starts_with([' ', '-', '#']);
        if key { format!("# nothing\n{line}\n") } else { format!("{line}\n") }
    };
    text.lines().map(line).collect()
}

fn with_carriage_returns(text: &str) -> String {
    text.lines().map(|line| format!("{line}\r\n")).collect()
}

/// Whether every real and every clean procedure comes to the same findings once it is written that way.
pub(crate) fn changes_nothing(rewriting: Rewriting) -> Result<(), Failed> {
    for folder in ["procedures/vn", "tests/mutants/bases"] {
        for (path, text) in run::texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) {
            let before = run::said(&text, "2026-07-01");
            let after = run::said(&rewriting(&text), "2026-07-01");
            if before != after {
                let lost: Vec<_> = before.iter().filter(|(key, _)| !after.contains_key(*key)).collect();
                let fresh: Vec<_> = after.iter().filter(|(key, _)| !before.contains_key(*key)).collect();
                return Err(format!("{}: lost {lost:?}, new {fresh:?}", path.display()).into());
            }
        }
    }
    Ok(())
}

/// Whether what is said of the rest stays the same once each list has one item more, at its head.
pub(crate) fn an_item_more_changes_no_other() -> Result<(), Failed> {
    let more = [
        ("/dossier/documents", "{id: put-in-first, title: Hộ chiếu, evidence: passport, obtained_by: agency-query}"),
        ("/steps", "{id: put-in-first, title: Rót nước mời khách}"),
        ("/conditions", "{text: Bầu trời trong xanh}"),
        ("/results", "{title: Lời cảm ơn, electronic: true}"),
    ];
    for base in run::real().iter().chain(&run::clean()) {
        let before = run::said(&serde_yaml::to_string(&base.value)?, "2026-07-01");
        for (pointer, item) in more {
            let mut value = base.value.clone();
            let (above, last) = pointer.rsplit_once('/').unwrap_or_default();
            let list = if above.is_empty() {
                value.get_mut(last)
            } else {
                value.get_mut(above.trim_start_matches('/')).and_then(|map| map.get_mut(last))
            };
            let Some(Value::Sequence(items)) = list else { continue };
            items.insert(0, serde_yaml::from_str(item)?);
            let after = run::said(&serde_yaml::to_string(&value)?, "2026-07-01");
            let lost: Vec<_> = before.iter().filter(|(key, _)| !after.contains_key(*key)).collect();
            if !lost.is_empty() {
                return Err(format!("{}: an item more in {pointer} changed {lost:?}", base.name).into());
            }
        }
    }
    Ok(())
}
