//! Who settles a procedure: which of the agencies that it names no longer exist, and whom the law names.

use crate::{
    link::{World, law, linked::Linked},
    register::Element,
};

/// The agencies it names that have ended by the day of the run.
pub(super) fn gone<'l>(linked: &'l Linked, world: &World) -> Vec<&'l str> {
    let ended = |name: &&str| {
        let until = world.registers.agencies.get(*name).and_then(|known| known.valid.until);
        until.is_some_and(|until| until <= world.as_of)
    };
    linked.procedure.authority.iter().map(|name| name.value.as_str()).filter(ended).collect()
}

/// Whom the law in force names, in words, each once.
pub(super) fn lawful(linked: &Linked, world: &World) -> Vec<String> {
    let code = &linked.procedure.code.value;
    let live = law::live(&world.registers, code, world.as_of);
    let mut said: Vec<String> = Vec::new();
    for (_, row) in law::of(&world.registers, live.into_iter(), code, Element::Authority, world.as_of).rows {
        let words = row.says.said(&world.language).to_owned();
        if !words.is_empty() && !said.contains(&words) {
            said.push(words);
        }
    }
    said
}
