//! The charts of the page, drawn as SVG within it. Each says in words beside it, or in the table below it, what it shows.

mod bar;
mod flow;
mod map;
mod year;

use std::collections::BTreeMap;

use crate::{locale::Locale, render::html::block::said, report::review::Review};

/// The charts, each by the anchor of the heading that it stands below.
pub(super) fn all(review: &Review, locale: &'static Locale) -> BTreeMap<&'static str, String> {
    let mut charts = BTreeMap::new();
    charts.insert("report-summary", year::chart(review, locale));
    charts.insert("report-largest", bar::chart(review, locale));
    charts.insert("report-sectors", map::chart(review, locale));
    charts.insert("report-flows", flow::chart(review, locale));
    charts.retain(|_, chart| !chart.is_empty());
    charts
}

/// A chart with the words that say what it shows.
fn figure(kind: &str, caption: &str, body: &str, locale: &Locale) -> String {
    format!("<figure class=\"{kind}\"><figcaption>{}</figcaption>\n{body}</figure>\n", said(caption, locale))
}

/// A length on the page; whole hundredths are finer than any screen.
fn length(number: f64) -> String {
    let words = format!("{number:.2}");
    words.trim_end_matches('0').trim_end_matches('.').to_owned()
}
