//! An expression held against the words it may use: types, and nulls nobody looked for.

use std::{borrow::Cow, collections::BTreeSet, ops::Range};

use crate::{
    link::{Fact, Type, Words},
    text,
};

use super::{
    fault::Fault,
    flow::Flow,
    tree::{Kind, Node, Op},
    typed::{List, Place, Plain, Typed, Yes},
};

/// What is known at one point of an expression.
pub(super) struct Check<'t> {
    /// The expression.
    pub text: &'t str,
    /// The words it may use.
    pub words: &'t dyn Words,
    /// What the loops around this point have in hand, the outermost first.
    pub items: Vec<(String, Type)>,
    /// The places that cannot be null here.
    pub sure: BTreeSet<Place>,
    /// The words used so far.
    pub used: BTreeSet<u16>,
}

impl<'t> Check<'t> {
    /// At the beginning of an expression nothing is known.
    pub(super) fn new(text: &'t str, words: &'t dyn Words) -> Self {
        Self { text, words, items: Vec::new(), sure: BTreeSet::new(), used: BTreeSet::new() }
    }

    /// The node as a question, and what its answer tells.
    pub(super) fn question(&mut self, node: &Node) -> Result<(Yes, Flow), Fault> {
        match self.typed(node)? {
            (Typed::Yes(yes), flow) => Ok((yes, flow)),
            (other, _) => Err(self.wrong(node, "a question (yes or no)", &other)),
        }
    }

    /// The node as a number, a date or a text.
    pub(super) fn plain(&mut self, node: &Node) -> Result<(Plain, Type), Fault> {
        match self.typed(node)? {
            (Typed::Plain(plain, kind), _) => Ok((plain, kind)),
            (other, _) => Err(self.wrong(node, "a number, a date or a text", &other)),
        }
    }

    /// The node as a text.
    pub(super) fn words_of(&mut self, node: &Node) -> Result<Plain, Fault> {
        match self.typed(node)? {
            (Typed::Plain(plain, Type::Text), _) => Ok(plain),
            (other, _) => Err(self.wrong(node, "a text", &other)),
        }
    }

    /// The node as a number.
    pub(super) fn number(&mut self, node: &Node) -> Result<(Plain, Type), Fault> {
        match self.typed(node)? {
            (Typed::Plain(plain, kind @ (Type::Int | Type::Decimal)), _) => Ok((plain, kind)),
            (other, _) => Err(self.wrong(node, "a number", &other)),
        }
    }

    /// The node as a list.
    pub(super) fn list(&mut self, node: &Node) -> Result<(List, &'static Type), Fault> {
        match self.typed(node)? {
            (Typed::List(list, item), _) => Ok((list, item)),
            (other, _) => Err(self.wrong(node, "a list", &other)),
        }
    }

    /// The node as whatever it is.
    pub(super) fn typed(&mut self, node: &Node) -> Result<(Typed, Flow), Fault> {
        let typed = match &node.kind {
            Kind::Null => {
                return Err(self.fault(node, "`null` is only compared: `word == null` or `word != null`"));
            }
            Kind::Bool(yes) => Typed::Yes(Yes::Literal(*yes)),
            Kind::Int(number) => Typed::Plain(Plain::Literal(Fact::Int(*number)), Type::Int),
            Kind::Decimal(number) => Typed::Plain(Plain::Literal(Fact::Decimal(*number)), Type::Decimal),
            Kind::Text(words) => Typed::Plain(Plain::Literal(Fact::from(words.clone())), Type::Text),
            Kind::Name(_) | Kind::Select(..) => self.value(node)?,
            Kind::List(items) => self.written_list(node, items)?,
            Kind::Call(call) => self.call(node, call)?,
            Kind::Minus(inner) => {
                let (inner, kind) = self.number(inner)?;
                Typed::Plain(Plain::Minus(Box::new(inner)), kind)
            }
            Kind::Not(inner) => {
                let (yes, flow) = self.question(inner)?;
                return Ok((Typed::Yes(Yes::Not(Box::new(yes))), flow.not()));
            }
            Kind::Every(nodes) => return self.every(nodes),
            Kind::Either(nodes) => return self.either(nodes),
            Kind::Choice(three) => return self.choice(node, three),
            Kind::Binary(op @ (Op::Same | Op::Differs), pair) => return self.same(node, *op, pair),
            Kind::Binary(op, pair) => self.operation(node, *op, pair)?,
        };
        Ok((typed, Flow::default()))
    }

    fn every(&mut self, nodes: &[Node]) -> Result<(Typed, Flow), Fault> {
        let mut known = Flow::default();
        let mut questions = Vec::with_capacity(nodes.len());
        for (at, node) in nodes.iter().enumerate() {
            let (yes, flow) = self.under(&known.yes, |check| check.question(node))?;
            known = if at == 0 { flow } else { known.and(flow) };
            questions.push(yes);
        }
        Ok((Typed::Yes(Yes::Every(questions)), known))
    }

    fn either(&mut self, nodes: &[Node]) -> Result<(Typed, Flow), Fault> {
        let mut known = Flow::default();
        let mut questions = Vec::with_capacity(nodes.len());
        for (at, node) in nodes.iter().enumerate() {
            let (yes, flow) = self.under(&known.no, |check| check.question(node))?;
            known = if at == 0 { flow } else { known.or(flow) };
            questions.push(yes);
        }
        Ok((Typed::Yes(Yes::Either(questions)), known))
    }

    fn choice(&mut self, node: &Node, [test, yes, no]: &[Node; 3]) -> Result<(Typed, Flow), Fault> {
        let (test, flow) = self.question(test)?;
        let (yes, if_yes) = self.under(&flow.yes, |check| check.typed(yes))?;
        let (no, if_no) = self.under(&flow.no, |check| check.typed(no))?;
        let typed = match (yes, no) {
            (Typed::Yes(yes), Typed::Yes(no)) => Typed::Yes(Yes::Choice(Box::new((test, yes, no)))),
            (Typed::Plain(yes, one), Typed::Plain(no, two)) if common(one, two).is_some() => {
                let kind = common(one, two).unwrap_or(one);
                Typed::Plain(Plain::Choice(Box::new((test, yes, no))), kind)
            }
            (Typed::List(yes, one), Typed::List(no, two)) if one == two => Typed::List(List::Choice(Box::new((test, yes, no))), one),
            (yes, no) => {
                let says = format!("the two answers differ in type: {} and {}", kind(&yes), kind(&no));
                return Err(self.fault(node, says));
            }
        };
        Ok((typed, flow.choose(if_yes, if_no)))
    }

    fn written_list(&mut self, node: &Node, items: &[Node]) -> Result<Typed, Fault> {
        let mut plain = Vec::with_capacity(items.len());
        let mut together: Option<Type> = None;
        for item in items {
            let (value, kind) = self.plain(item)?;
            let Some(kind) = together.map_or(Some(kind), |before| common(before, kind)) else {
                return Err(self.fault(item, "the values of a list are of one type"));
            };
            together = Some(kind);
            plain.push(value);
        }
        let item: &'static Type = match together {
            Some(Type::Int) => &Type::Int,
            Some(Type::Decimal) => &Type::Decimal,
            Some(Type::Date) => &Type::Date,
            Some(Type::Text) => &Type::Text,
            _ => {
                return Err(self.fault(node, "nothing is in an empty list; write `list.size() == 0` to ask for one"));
            }
        };
        Ok(Typed::List(List::Literal(plain), item))
    }

    /// Does something where these places cannot be null either.
    fn under<T>(&mut self, sure: &BTreeSet<Place>, act: impl FnOnce(&mut Self) -> T) -> T {
        let added: Vec<Place> = sure.difference(&self.sure).cloned().collect();
        self.sure.extend(added.iter().cloned());
        let done = act(self);
        for place in &added {
            self.sure.remove(place);
        }
        done
    }

    /// What stands there in the expression, short enough for a message.
    pub(super) fn written(&self, at: &Range<usize>) -> String {
        let written = text::one_line(self.text.get(at.clone()).unwrap_or_default());
        match text::shorten(&written, 60) {
            Cow::Borrowed(_) => written,
            Cow::Owned(short) => short,
        }
    }

    /// The fault that this node is at.
    pub(super) fn fault(&self, node: &Node, says: impl Into<String>) -> Fault {
        Fault::new(node.at.clone(), says)
    }

    fn wrong(&self, node: &Node, wanted: &str, found: &Typed) -> Fault {
        self.fault(node, format!("expected {wanted}; `{}` is a {}", self.written(&node.at), kind(found)))
    }
}

/// What type it is, for a message.
pub(super) fn kind(typed: &Typed) -> String {
    match typed {
        Typed::Yes(_) => Type::Bool.to_string(),
        Typed::Plain(_, kind) => kind.to_string(),
        Typed::List(_, item) => Type::List(item).to_string(),
    }
}

/// The type under which values of both can stand together.
pub(super) fn common(one: Type, two: Type) -> Option<Type> {
    match (one, two) {
        (Type::Int, Type::Decimal) | (Type::Decimal, Type::Int) => Some(Type::Decimal),
        (one, two) => (one == two).then_some(one),
    }
}
