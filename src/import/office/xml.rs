//! The XML inside office documents, as a small tree: local names, attributes, words.

use quick_xml::{
    Reader,
    escape::resolve_xml_entity,
    events::{BytesRef, BytesStart, Event},
};

/// How deep elements may nest.
const DEEPEST: usize = 200;
/// How many elements a part may have.
const MOST: usize = 4_000_000;

/// One element.
#[derive(Debug, Default)]
pub(in crate::import) struct Element {
    /// Its name, without its namespace.
    pub name: String,
    /// Its attributes by their names without namespaces.
    pub attributes: Vec<(String, String)>,
    /// What stands in it, in order.
    pub inside: Vec<Inside>,
}

/// What stands in an element.
#[derive(Debug)]
pub(in crate::import) enum Inside {
    /// Another element.
    Element(Element),
    /// Words.
    Words(String),
}

impl Element {
    /// The attribute of that name.
    pub(in crate::import) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The elements right inside, in order.
    pub(in crate::import) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.inside.iter().filter_map(|inside| match inside {
            Inside::Element(element) => Some(element),
            Inside::Words(_) => None,
        })
    }

    /// The first element of that name right inside.
    pub(in crate::import) fn first(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    fn say(&mut self, words: &str) {
        match self.inside.last_mut() {
            Some(Inside::Words(before)) => before.push_str(words),
            _ => self.inside.push(Inside::Words(words.to_owned())),
        }
    }
}

/// The outermost element of `text`.
pub(in crate::import) fn read(text: &str) -> Result<Element, String> {
    let broken = |why: &dyn std::fmt::Display| format!("a part that is no XML ({why}): save the document anew");
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut open = vec![Element::default()];
    let mut count = 0;
    loop {
        match reader.read_event().map_err(|error| broken(&error))? {
            Event::Start(start) => open.push(element(&start).map_err(|error| broken(&error))?),
            Event::Empty(start) => put(&mut open, element(&start).map_err(|error| broken(&error))?),
            Event::End(_) => {
                if let Some(done) = open.pop() {
                    put(&mut open, done);
                }
            }
            Event::Text(words) => say(&mut open, &words.xml10_content()),
            Event::CData(words) => say(&mut open, &words.xml10_content()),
            Event::GeneralRef(name) => say(&mut open, &resolved(&name)),
            Event::Eof => break,
            // What a document type declares is never looked up.
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => (),
        }
        count += 1;
        if open.len() > DEEPEST || count > MOST {
            return Err("a part with more in it than is read".to_owned());
        }
    }
    let outside = open.into_iter().next().unwrap_or_default();
    let root = outside.inside.into_iter().find_map(|inside| match inside {
        Inside::Element(element) => Some(element),
        Inside::Words(_) => None,
    });
    root.ok_or_else(|| "a part that is empty: save the document anew".to_owned())
}

fn put(open: &mut [Element], done: Element) {
    if let Some(parent) = open.last_mut() {
        parent.inside.push(Inside::Element(done));
    }
}

fn say(open: &mut [Element], words: &str) {
    if let Some(parent) = open.last_mut() {
        parent.say(words);
    }
}

fn element(start: &BytesStart<'_>) -> Result<Element, quick_xml::Error> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute?;
        let name = attribute.key.local_name().as_ref().to_owned();
        let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0)?;
        attributes.push((name, value.into_owned()));
    }
    Ok(Element { name: start.local_name().as_ref().to_owned(), attributes, inside: Vec::new() })
}

/// The character that a reference means; one that is not known stays as it is written.
fn resolved(name: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = name.resolve_char_ref() {
        return c.to_string();
    }
    let name = name.xml10_content();
    resolve_xml_entity(&name).map_or_else(|| format!("&{name};"), str::to_owned)
}
