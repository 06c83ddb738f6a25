//! The numbers of instruments: what no instrument can be numbered, and which known one was meant.

use std::ops::Bound;

use crate::{
    link::{World, linked::Linked},
    text,
};

/// Whether no instrument can bear `number`: its year is still to come for whoever wrote it and for the day of the run, or a year stands for its National Assembly.
pub(super) fn is_impossible(number: &str, linked: &Linked, world: &World) -> bool {
    let mut parts = number.split('/');
    let term = number.rsplit('/').next().and_then(|letters| letters.strip_prefix("QH"));
    let year_for_term = term.is_some_and(|term| term.len() > 2 && term.bytes().all(|byte| byte.is_ascii_digit()));
    year_for_term || parts.nth(1).and_then(year).is_some_and(|year| is_to_come(year, linked, world))
}

/// The instrument of the registers that was meant, where one of the same first number is near.
pub(super) fn meant<'w>(number: &str, world: &'w World) -> Option<&'w str> {
    // In their order all numbers stand together that begin so, the longer ones among them.
    let begins = first(number);
    let known = world.registers.instruments.range::<str, _>((Bound::Included(begins), Bound::Unbounded)).map(|(known, _)| known.as_str());
    let known = known.take_while(|known| known.starts_with(begins));
    text::nearest(number, known.filter(|known| *known != number && first(known) == begins))
}

/// What stands before the first stroke.
fn first(number: &str) -> &str {
    number.split_once('/').map_or(number, |(first, _)| first)
}

fn year(part: &str) -> Option<i16> {
    if part.len() == 4 { part.parse::<i16>().map_or(None, Some) } else { None }
}

/// Whether a year lies after the day of the run and after the day on which the text was last touched; without such a day nothing is said.
fn is_to_come(year: i16, linked: &Linked, world: &World) -> bool {
    linked.procedure.checked().is_some_and(|day| year > day.parts().0) && year > world.as_of.parts().0
}
