//! The nodes of an RDF graph as JSON-LD: each once, by its name.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::model::Words;

/// The prefixes of the vocabularies that are used.
const PREFIXES: [(&str, &str); 11] = [
    ("adms", "http://www.w3.org/ns/adms#"),
    ("cpsv", "http://purl.org/vocab/cpsv#"),
    ("cv", "http://data.europa.eu/m8g/"),
    ("dct", "http://purl.org/dc/terms/"),
    ("eli", "http://data.europa.eu/eli/ontology#"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("org", "http://www.w3.org/ns/org#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("authority", "http://publications.europa.eu/resource/authority/"),
];

/// A graph being made; names of its own begin with `base`.
pub(super) struct Graph {
    base: String,
    nodes: BTreeMap<String, Map<String, Value>>,
}

impl Graph {
    /// An empty graph.
    pub(super) fn new(base: &str) -> Self {
        Self { base: base.to_owned(), nodes: BTreeMap::new() }
    }

    /// The name of a node of ours.
    pub(super) fn name(&self, kind: &str, id: &str) -> String {
        let ends = self.base.ends_with(['/', ':', '#']);
        format!("{}{}{kind}/{}", self.base, if ends { "" } else { "/" }, segment(id))
    }

    /// Whether a node of that name was made.
    pub(super) fn holds(&self, name: &str) -> bool {
        self.nodes.contains_key(name)
    }

    /// Makes the node `name` of these classes, unless it is there; whether it is new.
    pub(super) fn make(&mut self, name: &str, classes: &[&str]) -> bool {
        let new = !self.nodes.contains_key(name);
        self.nodes.entry(name.to_owned()).or_insert_with(|| Map::from_iter([("@type".to_owned(), json!(classes))]));
        new
    }

    /// Says something of the node `name`: one more value under `key`, unless it is said already.
    pub(super) fn say(&mut self, name: &str, key: &str, value: Value) {
        let Some(node) = self.nodes.get_mut(name) else { return };
        match node.get_mut(key) {
            None => {
                node.insert(key.to_owned(), value);
            }
            Some(Value::Array(values)) if !values.contains(&value) => values.push(value),
            Some(Value::Array(_)) => (),
            Some(known) if *known != value => *known = json!([known.take(), value]),
            Some(_) => (),
        }
    }

    /// Says that the node `name` is related to the node `other`.
    pub(super) fn link(&mut self, name: &str, key: &str, other: &str) {
        self.say(name, key, json!({ "@id": other }));
    }

    /// Says words, in each language in which they are given.
    pub(super) fn words(&mut self, name: &str, key: &str, words: &Words) {
        for (language, said) in [("vi", &words.vi), ("en", &words.en), ("ar", &words.ar)] {
            if let Some(said) = said.as_ref().filter(|said| !said.trim().is_empty()) {
                self.text(name, key, language, said);
            }
        }
    }

    /// Says words in one language.
    pub(super) fn text(&mut self, name: &str, key: &str, language: &str, said: &str) {
        self.say(name, key, json!({ "@value": said, "@language": language }));
    }

    /// The name of a concept of ours, which is made.
    pub(super) fn concept(&mut self, scheme: &str, word: &str) -> String {
        let name = self.name(scheme, word);
        if self.make(&name, &["skos:Concept"]) {
            self.text(&name, "skos:prefLabel", "en", &word.replace('-', " "));
        }
        name
    }

    /// The document: the prefixes and every node, by name.
    pub(super) fn done(self) -> String {
        let context: Map<String, Value> = PREFIXES.iter().map(|(prefix, name)| ((*prefix).to_owned(), json!(name))).collect();
        let nodes = self.nodes.into_iter().map(|(name, said)| {
            let mut node = Map::from_iter([("@id".to_owned(), json!(name))]);
            node.extend(said);
            Value::Object(node)
        });
        let whole = json!({ "@context": context, "@graph": nodes.collect::<Vec<_>>() });
        format!("{whole:#}\n")
    }
}

/// `id` as one part of a name: what may not stand there is written by its bytes.
fn segment(id: &str) -> String {
    let mut safe = String::with_capacity(id.len());
    for byte in id.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'@' => safe.push(char::from(byte)),
            other => safe.push_str(&format!("%{other:02X}")),
        }
    }
    safe
}
