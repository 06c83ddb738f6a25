//! The readers: what each makes of a form, or why it would refuse it.

use std::{fs, path::Path};

use serde_json::Value;

use crate::xml::{self, Element};

/// The schema of SARIF 2.1.0, which stands beside the project where it is developed and is no part of it.
const SARIF: &str = "../shared/data/schemas/sarif-2.1.0.schema.json";

/// What the published schema holds against a log; `None` where the schema is not at hand.
pub(crate) fn sarif(text: &str) -> Option<Vec<String>> {
    let path = [SARIF, "../../shared/data/schemas/sarif-2.1.0.schema.json"].into_iter().find(|path| Path::new(path).is_file())?;
    let schema: Value = serde_json::from_str(&fs::read_to_string(path).expect("the schema can be read")).expect("the schema is JSON");
    Some(faults(&schema, text))
}

/// What a schema holds against a text in JSON, the first few.
pub(crate) fn faults(schema: &Value, text: &str) -> Vec<String> {
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(fault) => return vec![fault.to_string()],
    };
    let schema = jsonschema::validator_for(schema).expect("a schema that can be used");
    schema.iter_errors(&value).take(20).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// The rows of a table, the names first.
pub(crate) fn csv(text: &str) -> Result<Vec<Vec<String>>, String> {
    let rows = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes()).into_records();
    rows.map(|row| row.map(|row| row.iter().map(str::to_owned).collect()).map_err(|fault| fault.to_string())).collect()
}

/// A command as GitHub's runner reads it.
pub(crate) struct Command {
    pub(crate) name: String,
    pub(crate) properties: Vec<(String, String)>,
    pub(crate) message: String,
}

/// The commands in a log, read as the runner reads them (`ActionCommand.TryParseV2` of actions/runner): a line that begins with
/// `::` behind any blanks; the properties behind the first blank, parted by commas; the message behind the next `::`.
pub(crate) fn github(log: &str) -> Vec<Command> {
    let unescaped =
        |words: &str| words.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",").replace("%25", "%");
    let commands = log.split(['\n', '\r']).filter_map(|line| {
        let (command, message) = line.trim_start().strip_prefix("::")?.split_once("::")?;
        let (name, properties) = command.split_once(' ').unwrap_or((command, ""));
        let properties = properties.split(',').filter_map(|one| one.split_once('='));
        let properties = properties.map(|(key, value)| (key.to_owned(), unescaped(value))).collect();
        Some(Command { name: name.to_owned(), properties, message: unescaped(message) })
    });
    commands.collect()
}

/// A suite of JUnit's.
pub(crate) struct Suite {
    pub(crate) cases: Vec<Case>,
}

/// A case of it, and how it ended.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) end: Option<String>,
}

/// The suites of a document, or what keeps it from being one by the schema of Jenkins' xUnit plugin, as far as it is used here:
/// elements, attributes, and which of these must be there (github.com/jenkinsci/xunit-plugin,
/// src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd, at 031e285).
pub(crate) fn junit(text: &str) -> Result<Vec<Suite>, String> {
    let root = xml::read(text)?;
    let says = |element: &Element, name: &str, is: &str| {
        let counted = element.below().filter(|one| one.name == is).count().to_string();
        let said = element.attribute(name)?;
        if said == counted { Ok(()) } else { Err(format!("{name}: {said} are said, {counted} are there")) }
    };
    if root.name != "testsuites" {
        return Err(format!("the root is {}", root.name));
    }
    root.may_have(&["name", "time", "tests", "failures", "errors"])?;
    let mut suites = Vec::new();
    for suite in root.elements(&["testsuite"])? {
        suite.attribute("name")?;
        suite.may_have(&["name", "tests", "failures", "errors", "skipped", "time"])?;
        says(suite, "skipped", "skipped")?;
        for (name, is) in [("tests", "testcase"), ("failures", "failure"), ("errors", "error")] {
            says(suite, name, is)?;
            says(&root, name, is)?;
        }
        let cases = suite.elements(&["testcase"])?.iter().map(case).collect::<Result<_, _>>()?;
        suites.push(Suite { cases });
    }
    Ok(suites)
}

fn case(element: &Element) -> Result<Case, String> {
    element.may_have(&["name", "time", "classname"])?;
    element.attribute("time")?.parse::<f64>().map_err(|fault| fault.to_string())?;
    let ends = element.elements(&["failure", "skipped", "system-out"])?;
    for end in ends {
        end.may_have(if end.name == "system-out" { &[] } else { &["type", "message"] })?;
    }
    Ok(Case { name: element.attribute("name")?.to_owned(), end: ends.first().map(|end| end.name.clone()) })
}

/// The words that a reader of Markdown shows; an error where it would show a link, a picture, HTML or other markup than ours.
pub(crate) fn markdown(text: &str) -> Result<String, String> {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let mut words = String::new();
    for event in Parser::new_ext(text, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::InlineHtml(html) if &*html == "<!-- -->" => (),
            Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::List(None) | Tag::Item | Tag::Strong)
            | Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell) => (),
            Event::SoftBreak | Event::End(_) => words.push('\n'),
            other => return Err(format!("{other:?} in\n{text}")),
        }
    }
    // Strong words end nothing.
    Ok(words.lines().filter(|line| !line.is_empty()).map(|line| line.to_owned() + "\n").collect())
}
