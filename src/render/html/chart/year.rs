//! What a year costs now and then: all of it, and sector by sector, as far as the dossiers of a year are known.

use rust_decimal::Decimal;

use crate::{
    locale::Locale,
    plan::Reached,
    register::Range,
    render::html::{
        block::{said, write},
        chart::{
            bar::{bar, share},
            figure,
        },
    },
    report::review::Review,
};

/// Two bars for the whole, and two for each sector that has figures; nothing where no dossiers are known.
pub(super) fn chart(review: &Review, locale: &'static Locale) -> String {
    let plan = &review.plan;
    let Some((before, _)) = plan.whole.year.filter(|(before, _)| before.base > Decimal::ZERO) else { return String::new() };
    let mut rows = String::new();
    pair(&mut rows, locale.say("html.chart.whole"), &plan.whole, before, &plan.currency, locale);
    for (name, reached) in &plan.sectors {
        pair(&mut rows, crate::render::sector(name, locale), reached, before, &plan.currency, locale);
    }
    figure("bars years", locale.say("html.chart.year"), &format!("<ol>\n{rows}</ol>\n"), locale)
}

/// Before and after of one group, drawn against the cost of the whole.
fn pair(to: &mut String, name: &str, reached: &Reached, whole: Range, currency: &str, locale: &Locale) {
    let Some((before, after)) = reached.year else { return };
    let row = |key: &str, range: Range| {
        let words = format!("{} {}", locale.say(key), locale.money(range.base, currency));
        format!("{}<span>{}</span>", bar(share(range.base, whole.base)), said(&words, locale))
    };
    let (now, then) = (row("html.chart.now", before), row("html.chart.after", after));
    write(to, format_args!("<li><strong>{}</strong>{now}{then}</li>\n", said(name, locale)));
}
