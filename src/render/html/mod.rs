//! The report as one page that opens anywhere: no network, nothing beside the file, and no script that it cannot do without.

mod block;
mod card;
mod chart;

use std::{borrow::Cow, collections::BTreeMap};

use minijinja::{Environment, UndefinedBehavior, Value, context};

use crate::{
    files,
    locale::Locale,
    render::{
        html::block::{Kinds, said},
        paper::{self, Block, Paper},
    },
    report::review::Review,
    text,
};

/// Where the procedures begin, among the anchors of the paper.
const PROCEDURES: &str = "report-procedures";

/// A chapter of the paper.
struct Chapter<'p> {
    anchor: &'p str,
    words: &'p str,
    blocks: &'p [Block],
}

/// The review as a page in the words of `locale`. It fails only where the page's own template does.
pub fn html(review: &Review, locale: &'static Locale) -> Result<String, String> {
    let paper = paper::of(review, locale);
    page(review, &paper, locale).map_err(|reason| format!("the page: {reason:#}"))
}

fn page(review: &Review, paper: &Paper, locale: &'static Locale) -> Result<String, minijinja::Error> {
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    templates.set_formatter(|out, _, value| write_value(out, value));
    templates.add_template("page.html", include_str!("page.html"))?;
    templates.add_template("cards.html", include_str!("cards.html"))?;
    let mut kinds = Kinds::default();
    let charts = chart::all(review, locale);
    let mut chapters = Vec::new();
    for chapter in divided(&paper.blocks) {
        let body = if chapter.anchor == PROCEDURES {
            let cards = cards(review, chapter.blocks, locale, &mut kinds);
            templates.get_template("cards.html")?.render(context! { cards, words => words(locale), choices => choices(review, locale) })?
        } else {
            illustrated(&chapter, &charts, locale, &mut kinds)
        };
        chapters.push(context! { anchor => chapter.anchor, words => raw(said(chapter.words, locale)), body => raw(body) });
    }
    let whole = chapters.iter().map(ToString::to_string).collect::<String>();
    templates.get_template("page.html")?.render(context! {
        title => &paper.title,
        heading => raw(said(&paper.title, locale)),
        subtitle => raw(said(&paper.subtitle, locale)),
        language => paper.language,
        direction => if paper.rtl { "rtl" } else { "ltr" },
        decimal => if locale.code == "vi" { "," } else { "." },
        // What stands in a file cannot know the hash of the page it becomes part of, so it cannot pass itself off as the page's own script.
        nonce => format!("{:016x}", files::hash_of(&whole)),
        style => raw(format!("{}{}", include_str!("page.css"), kinds.style())),
        script => raw(include_str!("page.js").to_owned()),
        words => words(locale),
        chapters,
    })
}

/// What a template prints: its own HTML as it is, everything else through the one escape.
fn write_value(out: &mut minijinja::Output<'_>, value: &Value) -> Result<(), minijinja::Error> {
    if value.is_undefined() {
        return Err(minijinja::ErrorKind::UndefinedError.into());
    }
    let words = value.as_str().map_or_else(|| Cow::Owned(value.to_string()), Cow::Borrowed);
    let safe = if value.is_safe() { words } else { Cow::Owned(text::html(&words).into_owned()) };
    out.write_str(&safe).map_err(minijinja::Error::from)
}

/// HTML that is escaped already.
fn raw(html: String) -> Value {
    Value::from_safe_string(html)
}

/// The page's own words, by their keys.
fn words(locale: &'static Locale) -> Value {
    let own = locale.keys().filter_map(|key| Some((key.strip_prefix("html.")?.replace('.', "_"), locale.say(key))));
    Value::from_pairs(own.map(|(key, words)| (Value::from(key), Value::from(words))))
}

/// What the procedures can be chosen by: the fields, and all who can act.
fn choices(review: &Review, locale: &'static Locale) -> Value {
    let sectors: Vec<(String, String)> =
        review.plan.sectors.iter().map(|(name, _)| (name.clone(), crate::render::sector(name, locale).to_owned())).collect();
    let who = crate::plan::LADDER.map(|name| (name, locale.say(&format!("who.{name}")).to_owned()));
    let sure = crate::confidence::Confidence::ALL.map(|sure| (sure.word(), locale.say(&format!("confidence.{}", sure.word())).to_owned()));
    context! { sectors, who => who.to_vec(), sure => sure.to_vec() }
}

/// The blocks of a paper by its chapters.
fn divided(blocks: &[Block]) -> Vec<Chapter<'_>> {
    let begins = |at: &usize| matches!(blocks.get(*at), Some(Block::Heading { level: 1, .. }));
    let starts: Vec<usize> = (0..blocks.len()).filter(begins).collect();
    let ends = starts.iter().skip(1).copied().chain([blocks.len()]);
    let chapter = |(start, end): (&usize, usize)| match blocks.get(*start..end) {
        Some([Block::Heading { words, anchor, .. }, blocks @ ..]) => Some(Chapter { anchor, words, blocks }),
        _ => None,
    };
    starts.iter().zip(ends).filter_map(chapter).collect()
}

/// A chapter with its charts: each behind the words below its heading, before the table that says the same.
fn illustrated(chapter: &Chapter<'_>, charts: &BTreeMap<&str, String>, locale: &'static Locale, kinds: &mut Kinds) -> String {
    let mut html = String::new();
    let mut due = charts.get(chapter.anchor);
    for block in chapter.blocks {
        if let Block::Heading { anchor, .. } = block {
            due = charts.get(anchor.as_str());
        }
        if matches!(block, Block::Table(_)) {
            due.take().into_iter().for_each(|chart| html.push_str(chart));
        }
        html.push_str(&block::all(std::slice::from_ref(block), locale, kinds));
    }
    html
}

/// A card for each procedure, with its blocks behind it.
fn cards(review: &Review, blocks: &[Block], locale: &'static Locale, kinds: &mut Kinds) -> Vec<Value> {
    let begins = |block: &Block| matches!(block, Block::Heading { level: 2, .. });
    let bodies = blocks.split(begins).skip(1).map(|blocks| block::all(blocks, locale, kinds));
    let pages = bodies.zip(&review.pages).enumerate();
    pages.filter_map(|(at, (body, page))| card::of(review, at, page, body, locale)).collect()
}
