//! Operators between two values: which types they take, and what they give.

use crate::link::{Fact, Type};

use super::{
    check::{Check, common, kind},
    fault::Fault,
    flow::Flow,
    tree::{Kind, Node, Op},
    typed::{Plain, Typed, Yes},
};

impl Check<'_> {
    /// `==` and `!=`, the only two that null may stand beside.
    pub(super) fn same(&mut self, node: &Node, op: Op, [left, right]: &[Node; 2]) -> Result<(Typed, Flow), Fault> {
        let same = op == Op::Same;
        let word = match (&left.kind, &right.kind) {
            (Kind::Null, _) => right,
            (_, Kind::Null) => left,
            _ => return Ok((self.comparison(node, op, left, right)?, Flow::default())),
        };
        let place = self.spot(word)?.place;
        let flow = Flow::null(place.clone());
        Ok((Typed::Yes(Yes::Null(place, same)), if same { flow } else { flow.not() }))
    }

    /// Any other operator.
    pub(super) fn operation(&mut self, node: &Node, op: Op, [left, right]: &[Node; 2]) -> Result<Typed, Fault> {
        match op {
            Op::Same | Op::Differs | Op::Less | Op::AtMost | Op::More | Op::AtLeast => self.comparison(node, op, left, right),
            Op::In => self.membership(node, left, right),
            Op::Over | Op::Rest => self.division(op, left, right),
            Op::Add | Op::Take | Op::Times => self.sum(node, op, left, right),
        }
    }

    fn comparison(&mut self, node: &Node, op: Op, left: &Node, right: &Node) -> Result<Typed, Fault> {
        let equality = matches!(op, Op::Same | Op::Differs);
        let (one, two) = (self.typed(left)?.0, self.typed(right)?.0);
        let says = match (one, two) {
            (Typed::Yes(one), Typed::Yes(two)) if equality => {
                return Ok(Typed::Yes(Yes::Same(Box::new([one, two]), op == Op::Same)));
            }
            (Typed::Plain(one, first), Typed::Plain(two, second)) if common(first, second).is_some() => {
                return Ok(Typed::Yes(compare(op, one, two)));
            }
            (Typed::Plain(_, Type::Date), Typed::Plain(_, Type::Text)) | (Typed::Plain(_, Type::Text), Typed::Plain(_, Type::Date)) => {
                "a date is compared with a date; write date('2026-01-01')".to_owned()
            }
            (Typed::List(..), Typed::List(..)) => "lists are not compared whole; ask with `in`, exists, all or size".to_owned(),
            (one, two) => format!(
                "`{}` ({}) and `{}` ({}) cannot be compared by `{}`",
                self.written(&left.at),
                kind(&one),
                self.written(&right.at),
                kind(&two),
                op.sign()
            ),
        };
        Err(self.fault(node, says))
    }

    fn membership(&mut self, node: &Node, left: &Node, right: &Node) -> Result<Typed, Fault> {
        let (item, first) = self.plain(left)?;
        let says = match self.typed(right)?.0 {
            Typed::List(list, second) if common(first, *second).is_some() => {
                return Ok(Typed::Yes(Yes::In(Box::new(item), Box::new(list))));
            }
            Typed::List(_, second) => {
                format!("a {first} cannot be in a list of this type ({second})")
            }
            Typed::Plain(_, Type::Text) => "`in` looks into a list; for a text write text.contains(part)".to_owned(),
            other => format!("`in` looks into a list, and `{}` is a {}", self.written(&right.at), kind(&other)),
        };
        Err(self.fault(node, says))
    }

    fn sum(&mut self, node: &Node, op: Op, left: &Node, right: &Node) -> Result<Typed, Fault> {
        let (one, first) = self.plain(left)?;
        let (two, second) = self.plain(right)?;
        let kind = match (first, second) {
            (Type::Date, Type::Date) if op == Op::Take => Some(Type::Int),
            (Type::Int | Type::Decimal, Type::Int | Type::Decimal) => common(first, second),
            _ => None,
        };
        let Some(kind) = kind else {
            let sign = op.sign();
            let says = format!("`{sign}` reckons with numbers (and `-` with two dates), not with {first} and {second}");
            return Err(self.fault(node, says));
        };
        Ok(Typed::Plain(Plain::Sum(op, Box::new([one, two])), kind))
    }

    /// Only by a number written out: so no run can meet a division by zero.
    fn division(&mut self, op: Op, left: &Node, right: &Node) -> Result<Typed, Fault> {
        let (one, first) = self.number(left)?;
        let (two, second) = self.number(right)?;
        let divides = match &two {
            Plain::Literal(Fact::Int(number)) => *number != 0,
            Plain::Literal(Fact::Decimal(number)) => !number.is_zero(),
            _ => false,
        };
        if !divides {
            let says = format!("`{}` takes a number other than 0, written out, on its right", op.sign());
            return Err(self.fault(right, says));
        }
        let kind = match (op, first, second) {
            (Op::Rest, Type::Int, Type::Int) => Type::Int,
            (Op::Rest, ..) => return Err(self.fault(left, "`%` takes whole numbers")),
            _ => common(first, second).unwrap_or(Type::Decimal),
        };
        Ok(Typed::Plain(Plain::Sum(op, Box::new([one, two])), kind))
    }
}

/// The comparison, with a literal on its right if there is one.
fn compare(op: Op, one: Plain, two: Plain) -> Yes {
    match one {
        Plain::Literal(_) => Yes::Compare(op.mirrored(), Box::new([two, one])),
        _ => Yes::Compare(op, Box::new([one, two])),
    }
}
