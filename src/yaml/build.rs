//! Events to nodes, with every span set right and every limit kept.

use std::{borrow::Cow, collections::BTreeMap};

use granit_parser::{Event, Options, Parser, Placement, ScalarStyle, StructureStyle, Tag};

use crate::{
    problem::{Kind, Problem},
    span::{FileId, Lines, Span, Spanned},
    yaml::{
        bare, block, bound, fault, key,
        node::{Comment, Entry, Node, Style, Tree, Value},
        warn,
    },
};

/// The same through the library alone, which reads all of YAML.
pub fn parse_any(file: FileId, text: &str) -> (Tree<'_>, Vec<Problem>) {
    parse_up_to(bound::MOST, file, text)
}

/// The same of a text that may hold so many values, keys and comments.
pub(super) fn parse_up_to(most: usize, file: FileId, text: &str) -> (Tree<'_>, Vec<Problem>) {
    let mut options = Options::default();
    options.strict_indentation = true;
    options.flow_nesting_limit = bound::DEEPEST;
    options.block_nesting_limit = bound::DEEPEST;
    options.max_buffered_comment_events = 100_000;
    // Where no comment can be, the library need not look for any: a twelfth of its time.
    options.emit_comments = text.contains('#');
    let mut build = Build { file, text, left: most, ..Build::default() };
    let mut parser = Parser::new_from_str_with_options(text, options);
    while let Some(next) = parser.next_event() {
        match next {
            Ok((event, span)) => {
                let range = span.byte_range().unwrap_or(text.len()..text.len());
                build.take(event, range.start.min(text.len())..range.end.min(text.len()));
            }
            Err(error) => build.end = Some(fault::problem(file, text, &error)),
        }
        if let Some(problem) = build.end {
            return (Tree::default(), vec![problem]);
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

/// What an alias stands for.
struct Anchored<'t> {
    node: Node<'t>,
    size: usize,
    depth: usize,
}

#[derive(Default)]
struct Build<'t> {
    file: FileId,
    text: &'t str,
    open: Vec<Open<'t>>,
    anchors: BTreeMap<usize, Anchored<'t>>,
    aliased: usize,
    /// How many values, keys and comments it may still hold.
    left: usize,
    /// The end of what was read last.
    reached: usize,
    /// The lines of the text, made when the first of them must be told.
    lines: Option<Lines<'t>>,
    tree: Tree<'t>,
    problems: Vec<Problem>,
    /// Why the text is read no further.
    end: Option<Problem>,
}

impl<'t> Build<'t> {
    fn take(&mut self, event: Event<'t>, range: std::ops::Range<usize>) {
        let span = Span::new(self.file, range.clone());
        match event {
            Event::Scalar(words, style, anchor, tag) => {
                self.refuse_tag(tag.as_deref(), span);
                let node = self.scalar(words, style, span, anchor);
                self.reached = node.span.range().end;
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
            Event::Alias(anchor) => {
                self.reached = range.end;
                self.alias(anchor, span);
            }
            Event::DocumentStart(true, _) => self.reached = range.end,
            Event::Comment(_, placement) => {
                self.count(span);
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
        let span = if style == Style::Block { block::whole(span, self.text, self.reached) } else { span };
        Node { span, style, anchored: anchor != 0, value }
    }

    /// A bare word; what YAML 1.1 would read otherwise is pointed at.
    fn plain(&mut self, words: Cow<'t, str>, span: Span) -> Value<'t> {
        if warn::is_boolean_of_1_1(&words) && !self.expects_key() {
            self.problems.push(Problem::new(Kind::AmbiguousBoolean, span, &*words));
        }
        bare::value(words)
    }

    /// Whether the next node is a key: a key is always words.
    fn expects_key(&self) -> bool {
        let open = self.open.last();
        open.is_some_and(|open| open.key.is_none() && matches!(open.node.value, Value::Map(_)))
    }

    fn start(&mut self, value: Value<'t>, style: StructureStyle, anchor: usize, span: Span) {
        let style = if style == StructureStyle::Flow { Style::Flow } else { Style::Plain };
        let in_list = self.open.last().is_some_and(|open| matches!(open.node.value, Value::List(_)));
        let span = match (style, &value) {
            (Style::Plain, Value::List(_)) if !in_list => block::list(span, self.text, self.reached),
            _ => span,
        };
        // What opens within is looked for behind what opened here.
        self.reached = self.reached.max(span.range().start + usize::from(matches!(value, Value::List(_))));
        let node = Node { span, style, anchored: anchor != 0, value };
        if self.open.len() >= bound::DEEPEST {
            self.end = Some(bound::too_deep(span));
        }
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
        if node.style == Style::Flow {
            self.reached = end;
        }
        if let Value::Map(entries) = &mut node.value {
            self.problems.extend(key::without_repeats(entries, self.text, &mut self.lines));
        }
        self.remember(anchor, &node);
        self.place(node);
    }

    fn remember(&mut self, anchor: usize, node: &Node<'t>) {
        if anchor != 0 {
            let (size, depth) = (bound::size(node), bound::depth(node));
            self.anchors.insert(anchor, Anchored { node: node.clone(), size, depth });
        }
    }

    fn alias(&mut self, anchor: usize, span: Span) {
        let node = match self.anchors.get(&anchor) {
            Some(known) => {
                self.aliased += known.size;
                if self.aliased > bound::MOST_ALIASED {
                    self.end = Some(bound::too_many(span));
                } else if self.open.len() + known.depth > bound::DEEPEST {
                    self.end = Some(bound::too_deep(span));
                }
                Node { span, anchored: true, ..known.node.clone() }
            }
            None => {
                let problem = Problem::new(Kind::UnsupportedYaml, span, "an alias within what it stands for");
                self.problems.push(problem.expecting("the words themselves"));
                Node { span, style: Style::Plain, anchored: true, value: Value::Null }
            }
        };
        self.place(node);
    }

    fn refuse_tag(&mut self, tag: Option<&Tag>, span: Span) {
        if let Some(tag) = tag {
            let problem = Problem::new(Kind::UnsupportedYaml, span, format!("`{}`", tag.original()));
            self.problems.push(problem.expecting("the value without its tag"));
        }
    }

    /// Puts a finished node where it belongs: into the innermost open collection, or among the documents.
    fn place(&mut self, node: Node<'t>) {
        self.count(node.span);
        let Some(open) = self.open.last_mut() else {
            self.tree.documents.push(node);
            return;
        };
        open.node.anchored |= node.anchored;
        match (&mut open.node.value, open.key.take()) {
            (Value::List(items), _) => items.push(node),
            (Value::Map(_), None) => open.key = Some(key::read(node, self.text, &mut self.problems)),
            (Value::Map(entries), Some(key)) => entries.push(Entry { key, value: node }),
            _ => (),
        }
    }

    /// Counts one thing more, and ends where there are too many.
    fn count(&mut self, span: Span) {
        match self.left.checked_sub(1) {
            Some(left) => self.left = left,
            None => self.end = Some(bound::too_full(span)),
        }
    }
}
