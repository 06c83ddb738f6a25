//! The largest cuts as bars: what a case costs now, and how much of that is left.

use rust_decimal::{Decimal, prelude::ToPrimitive};

use crate::{
    locale::Locale,
    render::{
        html::{
            block::{said, write},
            chart::{figure, length},
        },
        paper::LARGEST,
    },
    report::review::{Cut, Review},
};

/// Two charts: how much of the cost of a case is left, and how large each cut is.
pub(super) fn chart(review: &Review, locale: &'static Locale) -> String {
    let cuts = review.largest_cuts(LARGEST);
    let largest = cuts.iter().map(saved).max();
    let Some(largest) = largest.filter(|largest| *largest > Decimal::ZERO) else { return String::new() };
    let money = |amount| locale.money(amount, &review.plan.currency);
    let yearly = cuts.iter().any(|cut| cut.year.is_some());
    let (mut left, mut large) = (String::new(), String::new());
    for cut in &cuts {
        let (before, after) = (cut.case.0.base, cut.case.1.base);
        let words = locale.filled("html.chart.then", &[("before", &money(before)), ("after", &money(after))]);
        row(&mut left, cut, share(after, before), &words, locale);
        row(&mut large, cut, share(saved(cut), largest), &money(saved(cut)), locale);
    }
    let caption = if yearly { "html.chart.largest.year" } else { "html.chart.largest.case" };
    let left = figure("bars left", locale.say("html.chart.left"), &format!("<ol>\n{left}</ol>\n"), locale);
    let large = figure("bars", locale.say(caption), &format!("<ol>\n{large}</ol>\n"), locale);
    format!("<div class=\"charts\">\n{large}{left}</div>\n")
}

/// What the table is sorted by: a year where that is known, else a case.
fn saved(cut: &Cut<'_>) -> Decimal {
    cut.of_year().unwrap_or_else(|| cut.of_case())
}

/// `part` of `whole` in hundredths.
pub(super) fn share(part: Decimal, whole: Decimal) -> f64 {
    let share = part.checked_div(whole).and_then(|share| share.to_f64()).unwrap_or_default();
    share.clamp(0.0, 1.0) * 100.0
}

fn row(to: &mut String, cut: &Cut<'_>, share: f64, words: &str, locale: &Locale) {
    let title = said(cut.planned.before.title.said(locale.code), locale);
    let (anchor, bar, words) = (cut.at + 1, bar(share), said(words, locale));
    write(to, format_args!("<li><a href=\"#procedure-{anchor}\">{title}</a>{bar}<span>{words}</span></li>\n"));
}

/// A bar that is filled to so many hundredths; a page from right to left mirrors it by its style sheet.
pub(super) fn bar(share: f64) -> String {
    let share = length(share);
    format!(
        "<svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"whole\" width=\"100\" height=\"8\"/><rect class=\"part\" width=\"{share}\" height=\"8\"/></svg>"
    )
}
