//! Events to nodes, with every span set right and every limit kept.

use std::{borrow::Cow, collections::BTreeMap};

use granit_parser::{Event, Options, Parser, Placement, ScalarStyle, StructureStyle, Tag};

use crate::{
    problem::{Kind, Problem},
    span::{FileId, Span, Spanned},
    yaml::{
        node::{Comment, Entry, Node, Style, Tree, Value},
        warn,
    },
};

/// The most nodes that aliases may add to one text: an alias bomb ends here.
const MOST_ALIASED_NODES: usize = 20_000;

/// What `text` says, and what in it could not be understood. A text that is not YAML gives no documents and one problem.
pub fn parse(file: FileId, text: &str) -> (Tree<'_>, Vec<Problem>) {
    let mut options = Options::default();
    options.strict_indentation = true;
    options.max_buffered_comment_events = 100_000;
    let mut build = Build { file, text, ..Build::default() };
    let mut parser = Parser::new_from_str_with_options(text, options);
    while let Some(next) = parser.next_event() {
        match next {
            Ok((event, span)) => {
                let range = span.byte_range().unwrap_or(text.len()..text.len());
                build.take(event, range.start.min(text.len())..range.end.min(text.len()));
            }
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
                let says = error.info();
                let kind = if says.contains("tab") { Kind::Tab } else { Kind::NotYaml };
                let problem = Problem::new(kind, Span::new(file, at..(at + 1).min(text.len())), says);
                return (Tree::default(), vec![problem]);
            }
        }
    }
    let mut problems = build.problems;
    problems.extend(warn::characters(file, text));
    problems.sort_by_key(|problem| problem.span);
    (build.tree, problems)
}

/// A collection not yet closed.
struct Open<'t> {
    node: Node<'t>,
    anchor: usize,
    /// The key read last, waiting for its value.
    key: Option<Spanned<Cow<'t, str>>>,
}

#[derive(Default)]
struct Build<'t> {
    file: FileId,
    text: &'t str,
    open: Vec<Open<'t>>,
    anchors: BTreeMap<usize, (Node<'t>, usize)>,
    aliased: usize,
    tree: Tree<'t>,
    problems: Vec<Problem>,
}

impl<'t> Build<'t> {
    fn take(&mut self, event: Event<'t>, range: std::ops::Range<usize>) {
        let span = Span::new(self.file, range.clone());
        match event {
            Event::Scalar(words, style, anchor, tag) => {
                self.refuse_tag(tag.as_deref(), span);
                let node = self.scalar(words, style, span, anchor);
                self.remember(anchor, &node);
                self.place(node);
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.refuse_tag(tag.as_deref(), span);
                self.start(Value::List(Vec::new()), style, anchor, span);
            }
            Event::MappingStart(style, anchor, tag) => {
                self.refuse_tag(tag.as_deref(), span);
                self.start(Value::Map(Vec::new()), style, anchor, span);
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(range.end),
            Event::Alias(anchor) => self.alias(anchor, span),
            Event::Comment(_, placement) => {
                self.tree.comments.push(Comment { span, trailing: placement == Placement::Right });
            }
            _ => (),
        }
    }

    fn scalar(&mut self, words: Cow<'t, str>, style: ScalarStyle, span: Span, anchor: usize) -> Node<'t> {
        let (style, value) = match style {
            ScalarStyle::Plain => (Style::Plain, self.plain(words, span)),
            ScalarStyle::SingleQuoted => (Style::SingleQuoted, Value::Text(words)),
            ScalarStyle::DoubleQuoted => (Style::DoubleQuoted, Value::Text(words)),
            ScalarStyle::Literal | ScalarStyle::Folded => (Style::Block, Value::Text(words)),
        };
        // The library ends a block scalar inside the indentation of the line after it.
        let span = if style == Style::Block { warn::without_trailing_blanks(span, self.text) } else { span };
        Node { span, style, anchored: anchor != 0, value }
    }

    /// A bare word by the core schema of YAML 1.2; what YAML 1.1 would read otherwise is pointed at.
    fn plain(&mut self, words: Cow<'t, str>, span: Span) -> Value<'t> {
        match &*words {
            "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
            "true" | "True" | "TRUE" => return Value::Bool(true),
            "false" | "False" | "FALSE" => return Value::Bool(false),
            word if warn::is_boolean_of_1_1(word) && !self.expects_key() => {
                self.problems.push(Problem::new(Kind::AmbiguousBoolean, span, word));
            }
            word if warn::is_number(word) => return Value::Number(words),
            _ => (),
        }
        Value::Text(words)
    }

    /// Whether the next node is a key: a key is always words.
    fn expects_key(&self) -> bool {
        let open = self.open.last();
        open.is_some_and(|open| open.key.is_none() && matches!(open.node.value, Value::Map(_)))
    }

    fn start(&mut self, value: Value<'t>, style: StructureStyle, anchor: usize, span: Span) {
        let style = if style == StructureStyle::Flow { Style::Flow } else { Style::Plain };
        let node = Node { span, style, anchored: anchor != 0, value };
        self.open.push(Open { node, anchor, key: None });
    }

    fn close(&mut self, end: usize) {
        let Some(Open { mut node, anchor, .. }) = self.open.pop() else { return };
        let last = match &node.value {
            Value::List(items) => items.last().map(|item| item.span.end),
            Value::Map(entries) => entries.last().map(|entry| entry.value.span.end.max(entry.key.span.end)),
            _ => None,
        };
        // A block collection "ends" after the comments behind it; its content ends with its last descendant.
        node.span.end = match (node.style, last) {
            (Style::Flow, _) | (_, None) => u32::try_from(end).unwrap_or(u32::MAX),
            (_, Some(last)) => last,
        };
        self.remember(anchor, &node);
        self.place(node);
    }

    fn remember(&mut self, anchor: usize, node: &Node<'t>) {
        if anchor != 0 {
            self.anchors.insert(anchor, (node.clone(), count(node)));
        }
    }

    fn alias(&mut self, anchor: usize, span: Span) {
        let node = match self.anchors.get(&anchor) {
            Some((node, size)) if self.aliased + size <= MOST_ALIASED_NODES => {
                self.aliased += size;
                Node { span, anchored: true, ..node.clone() }
            }
            Some(_) => {
                let most = format!("at most {MOST_ALIASED_NODES} nodes by way of aliases");
                self.problems.push(Problem::new(Kind::UnsupportedYaml, span, "alias").expecting(most));
                Node { span, style: Style::Plain, anchored: true, value: Value::Null }
            }
            None => {
                let problem = Problem::new(Kind::UnsupportedYaml, span, "alias");
                self.problems.push(problem.expecting("an alias outside of what it stands for"));
                Node { span, style: Style::Plain, anchored: true, value: Value::Null }
            }
        };
        self.place(node);
    }

    fn refuse_tag(&mut self, tag: Option<&Tag>, span: Span) {
        if let Some(tag) = tag {
            let problem = Problem::new(Kind::UnsupportedYaml, span, format!("tag {}", tag.original()));
            self.problems.push(problem.expecting("a value without a tag"));
        }
    }

    /// Puts a finished node where it belongs: into the innermost open collection, or among the documents.
    fn place(&mut self, node: Node<'t>) {
        let Some(open) = self.open.last_mut() else {
            self.tree.documents.push(node);
            return;
        };
        open.node.anchored |= node.anchored;
        match (&mut open.node.value, open.key.take()) {
            (Value::List(items), _) => items.push(node),
            (Value::Map(_), None) => open.key = Some(key(node, &mut self.problems)),
            (Value::Map(entries), Some(key)) => {
                if let Some(first) = entries.iter().find(|entry| entry.key.value == key.value) {
                    let problem = Problem::new(Kind::DuplicateKey, key.span, key.value.clone());
                    let line = self.text[..first.key.span.range().start].matches('\n').count() + 1;
                    self.problems.push(problem.expecting(format!("{line}")));
                } else {
                    entries.push(Entry { key, value: node });
                }
            }
            _ => (),
        }
    }
}

/// A node in the place of a key: its words; a collection cannot be one.
fn key<'t>(node: Node<'t>, problems: &mut Vec<Problem>) -> Spanned<Cow<'t, str>> {
    let words = match node.value {
        Value::Text(words) | Value::Number(words) => words,
        Value::Bool(yes) => Cow::Borrowed(if yes { "true" } else { "false" }),
        Value::Null => Cow::Borrowed(""),
        Value::List(_) | Value::Map(_) => {
            let problem = Problem::new(Kind::UnsupportedYaml, node.span, "key");
            problems.push(problem.expecting("words as a key"));
            Cow::Borrowed("")
        }
    };
    if words == "<<" {
        let problem = Problem::new(Kind::UnsupportedYaml, node.span, "<<");
        problems.push(problem.expecting("the keys themselves, without a merge"));
    }
    Spanned::new(words, node.span)
}

fn count(node: &Node<'_>) -> usize {
    let below: usize = match &node.value {
        Value::List(items) => items.iter().map(count).sum(),
        Value::Map(entries) => entries.iter().map(|entry| count(&entry.value) + 1).sum(),
        _ => 0,
    };
    below + 1
}
