//! How a procedure was published: its code, and the days between signing, effect and entry.

use crate::{link::World, locale::Locale, model::Procedure};

/// The days from the signing of the decision to its effect.
pub(super) fn days_to_effect(procedure: &Procedure) -> Option<i64> {
    let published = procedure.published.as_ref()?;
    Some(published.signed?.days_until(published.effective?))
}

/// The working days from the signing of the decision to the entry in the national database.
pub(super) fn days_to_entry(procedure: &Procedure, world: &World) -> Option<i64> {
    let published = procedure.published.as_ref()?;
    world.registers.working_days(published.signed?, published.in_national_database?)
}

/// The code that was meant, as a question: with a point for a comma, without what is no digit, with the zero that a program took off.
pub(super) fn code_hint(code: &str, language: &str) -> String {
    let meant: String = code.trim().replace(',', ".").chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let Some((first, rest)) = meant.split_once('.') else { return String::new() };
    let short = rest.len() == 5;
    let plain = first.len() == 1 && (short || rest.len() == 6) && rest.bytes().all(|byte| byte.is_ascii_digit());
    let meant = if short { format!("{meant}0") } else { meant };
    if !plain || meant == code {
        return String::new();
    }
    Locale::of(language).filled("hint", &[("near", &meant)])
}
