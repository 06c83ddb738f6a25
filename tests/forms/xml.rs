//! A document of XML as a tree, strictly read.

use quick_xml::{Reader, events::Event};

/// An element.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Element>,
    pub(crate) text: String,
}

impl Element {
    /// An attribute that must be there.
    pub(crate) fn attribute(&self, name: &str) -> Result<&str, String> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str()).ok_or_else(|| format!("{} has no {name}", self.name))
    }

    /// That it has no attributes but these.
    pub(crate) fn may_have(&self, names: &[&str]) -> Result<(), String> {
        match self.attributes.iter().find(|(key, _)| !names.contains(&key.as_str())) {
            Some((other, _)) => Err(format!("{} has {other}", self.name)),
            None => Ok(()),
        }
    }

    /// Its elements, which must be of these names.
    pub(crate) fn elements(&self, names: &[&str]) -> Result<&[Element], String> {
        match self.children.iter().find(|one| !names.contains(&one.name.as_str())) {
            Some(other) => Err(format!("{} holds {}", self.name, other.name)),
            None => Ok(&self.children),
        }
    }

    /// All elements below it.
    pub(crate) fn below(&self) -> Box<dyn Iterator<Item = &Element> + '_> {
        Box::new(self.children.iter().flat_map(|one| std::iter::once(one).chain(one.below())))
    }
}

/// The root of a document, or what keeps it from being one.
pub(crate) fn read(text: &str) -> Result<Element, String> {
    if let Some(c) = text.chars().find(|c| !matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)) {
        return Err(format!("{c:?} is no character of XML"));
    }
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut open = vec![Element::default()];
    let say = |fault: &dyn std::fmt::Display| fault.to_string();
    loop {
        let event = reader.read_event().map_err(|fault| say(&fault))?;
        match event {
            Event::Eof => break,
            Event::Start(ref start) | Event::Empty(ref start) => {
                let mut element = Element { name: start.name().as_ref().to_owned(), ..Element::default() };
                for attribute in start.attributes() {
                    let attribute = attribute.map_err(|fault| say(&fault))?;
                    let value = quick_xml::escape::unescape(&attribute.value).map_err(|fault| say(&fault))?.into_owned();
                    element.attributes.push((attribute.key.as_ref().to_owned(), value));
                }
                match event {
                    Event::Empty(_) => open.last_mut().expect("the document").children.push(element),
                    _ => open.push(element),
                }
            }
            Event::End(_) => {
                let element = open.pop().expect("the reader holds ends against starts");
                open.last_mut().ok_or("an end too many")?.children.push(element);
            }
            Event::Text(words) => open.last_mut().expect("the document").text.push_str(&words),
            Event::GeneralRef(_) | Event::Decl(_) => (),
            other => return Err(format!("{other:?}")),
        }
    }
    let mut document = open.pop().ok_or("an end too many")?;
    if document.children.len() == 1 && open.is_empty() { Ok(document.children.remove(0)) } else { Err("there is not one root".to_owned()) }
}
