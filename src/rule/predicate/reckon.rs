//! Arithmetic that always has a result: what is too large stays at the largest number there is.

use rust_decimal::Decimal;

use crate::link::Fact;

use super::tree::Op;

/// The two reckoned together; what are no numbers make 0.
pub(super) fn reckon(op: Op, one: &Fact<'_>, two: &Fact<'_>) -> Fact<'static> {
    match (one, two) {
        (Fact::Int(one), Fact::Int(two)) => Fact::Int(whole(op, *one, *two)),
        (Fact::Date(one), Fact::Date(two)) => Fact::Int(two.days_until(*one)),
        _ => Fact::Decimal(exact(op, decimal(one), decimal(two))),
    }
}

/// The number with its sign turned.
pub(super) fn minus(fact: &Fact<'_>) -> Fact<'static> {
    match fact {
        Fact::Int(number) => Fact::Int(number.saturating_neg()),
        other => Fact::Decimal(-decimal(other)),
    }
}

fn decimal(fact: &Fact<'_>) -> Decimal {
    match fact {
        Fact::Int(number) => Decimal::from(*number),
        Fact::Decimal(number) => *number,
        _ => Decimal::ZERO,
    }
}

fn whole(op: Op, one: i64, two: i64) -> i64 {
    match op {
        Op::Add => one.saturating_add(two),
        Op::Take => one.saturating_sub(two),
        Op::Times => one.saturating_mul(two),
        // The check has refused a divisor of 0; what is left to fail is the smallest number by -1.
        Op::Over => one.checked_div(two).unwrap_or(if two == 0 { 0 } else { i64::MAX }),
        Op::Rest => one.checked_rem(two).unwrap_or(0),
        _ => 0,
    }
}

fn exact(op: Op, one: Decimal, two: Decimal) -> Decimal {
    let end = |negative: bool| if negative { Decimal::MIN } else { Decimal::MAX };
    let crossed = one.is_sign_negative() != two.is_sign_negative();
    match op {
        Op::Add => one.checked_add(two).unwrap_or_else(|| end(one.is_sign_negative())),
        Op::Take => one.checked_sub(two).unwrap_or_else(|| end(one.is_sign_negative())),
        Op::Times => one.checked_mul(two).unwrap_or_else(|| end(crossed)),
        Op::Over => one.checked_div(two).unwrap_or_else(|| end(crossed)),
        _ => Decimal::ZERO,
    }
}
