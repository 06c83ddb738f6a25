//! Questions at random, the same on every run.

use crate::dice::{DAYS, Dice, TEXTS};

const NULLABLE: &[&str] = &["document.holder", "document.known", "document.age", "document.law", "procedure.ends", "document.minutes"];

impl Dice {
    /// A question; not always one that passes, for it may forget a guard.
    pub(crate) fn question(&self) -> String {
        self.yes(3, &[])
    }

    fn yes(&self, depth: usize, items: &[&str]) -> String {
        let less = depth.saturating_sub(1);
        let both = |sign: &str| format!("({} {sign} {})", self.yes(less, items), self.yes(less, items));
        match if depth == 0 { self.below(6) } else { self.below(14) } {
            0 => (self.pick(&["document.held", "true", "false", "document.held"])).to_owned(),
            1 => format!("{} {} {}", self.text(less, items), self.sign(), self.text(less, items)),
            2 => {
                format!("{} {} {}", self.number(less, items), self.sign(), self.number(less, items))
            }
            3 => format!("{} {} {}", self.day(), self.sign(), self.day()),
            4 => format!("{} {} null", self.pick(NULLABLE), self.pick(&["==", "!="])),
            5 => format!("{} in {}", self.text(less, items), self.texts(less, items)),
            6 => both("&&"),
            7 => both("||"),
            8 => both(self.pick(&["==", "!="])),
            9 => format!("!({})", self.yes(less, items)),
            10 => format!("({} ? {} : {})", self.yes(less, items), self.yes(less, items), self.yes(less, items)),
            11 => self.guarded(less, items),
            12 => self.a_loop(less, items),
            _ => {
                let test = self.pick(&["startsWith", "endsWith", "contains"]);
                format!("{}.{test}({})", self.text(less, items), self.text(less, items))
            }
        }
    }

    fn guarded(&self, depth: usize, items: &[&str]) -> String {
        let (word, test) = match self.below(4) {
            0 => ("document.holder", format!("document.holder {} {}", self.sign(), self.text(depth, items))),
            1 => ("document.age", format!("document.age {} {}", self.sign(), self.number(depth, items))),
            2 => ("document.known", "document.known".to_owned()),
            _ => ("document.law", format!("document.law.level {} {}", self.sign(), self.number(depth, items))),
        };
        // The later ones forget something, in some cases harmlessly.
        match self.below(8) {
            4 => format!("({word} != null || {test})"),
            5 => format!("(({word} != null || {}) && {test})", self.yes(depth, items)),
            6 => format!("(!({word} == null && {}) && {test})", self.yes(depth, items)),
            7 => format!("({} ? {word} != null : document.held) && {test}", self.yes(depth, items)),
            0 => format!("({word} != null && {test})"),
            1 => format!("({word} == null || {test})"),
            2 => format!("({word} != null ? {test} : {})", self.yes(depth, items)),
            _ => format!("(!({word} == null || {}) && {test})", self.yes(depth, items)),
        }
    }

    fn a_loop(&self, depth: usize, items: &[&str]) -> String {
        let Some(item) = ["x", "y"].get(items.len()) else { return "document.held".to_owned() };
        let round = self.pick(&["exists", "all", "exists_one"]);
        let body = match self.below(3) {
            0 => {
                let law = self.pick(&[
                    "LAW.binding",
                    "LAW.level > 1",
                    "LAW.from != null && LAW.from > procedure.reviewed",
                    "LAW.cite == document.title",
                    "'birth' in LAW.topics",
                ]);
                return format!("document.laws.{round}({item}, {} || {})", law.replace("LAW", item), self.yes(depth, items));
            }
            1 => format!("{item} {} {}", self.sign(), self.text(depth, items)),
            _ => format!("{item}.contains('person') && {}", self.yes(depth, &[items, &[item]].concat())),
        };
        format!("{}.{round}({item}, {body})", self.texts(depth, items))
    }

    fn sign(&self) -> &'static str {
        self.pick(&["==", "!=", "<", "<=", ">", ">="])
    }

    fn text(&self, depth: usize, items: &[&str]) -> String {
        match self.below(if depth == 0 { 3 } else { 4 }) {
            0 => format!("'{}'", self.pick(TEXTS)),
            1 => (self.pick(&["document.title", "procedure.title"])).to_owned(),
            2 => items.last().map_or("document.title".to_owned(), |item| (*item).to_owned()),
            _ => format!("({} ? {} : {})", self.yes(0, items), self.text(0, items), self.text(0, items)),
        }
    }

    fn texts(&self, depth: usize, items: &[&str]) -> String {
        match self.below(if depth == 0 { 2 } else { 3 }) {
            0 => "document.proves".to_owned(),
            1 => format!("['{}', {}]", self.pick(TEXTS), self.text(0, items)),
            _ if items.is_empty() => format!("document.proves.filter(x, {})", self.yes(0, &["x"])),
            _ => "document.proves".to_owned(),
        }
    }

    /// A number: all whole, or all with a fraction, since CEL does not add the two.
    fn number(&self, depth: usize, items: &[&str]) -> String {
        if self.below(3) == 0 { self.exact(depth) } else { self.whole(depth, items) }
    }

    fn whole(&self, depth: usize, items: &[&str]) -> String {
        let less = depth.saturating_sub(1);
        let two = |sign: &str| format!("({} {sign} {})", self.whole(less, items), self.whole(less, items));
        match if depth == 0 { self.below(4) } else { self.below(10) } {
            0 => (self.pick(&["0", "1", "2", "-1", "7", "-9223372036854775808", "9223372036854775807"])).to_owned(),
            1 | 2 => (self.pick(&["document.originals", "document.copies"])).to_owned(),
            3 => (self.pick(&["size(document.proves)", "document.laws.size()", "size(document.title)"])).to_owned(),
            4 => two("+"),
            5 => two("-"),
            6 => two("*"),
            7 => format!("({} {} {})", self.whole(less, items), self.pick(&["/", "%"]), self.pick(&["2", "-3", "7"])),
            8 => format!("-({})", self.whole(less, items)),
            _ => format!("({} ? {} : {})", self.yes(0, items), self.whole(0, items), self.whole(0, items)),
        }
    }

    /// Quarters and halves, which are exact in CEL's binary fractions too.
    fn exact(&self, depth: usize) -> String {
        let less = depth.saturating_sub(1);
        let two = |sign: &str| format!("({} {sign} {})", self.exact(less), self.exact(less));
        match if depth == 0 { self.below(2) } else { self.below(6) } {
            0 => (self.pick(&["0.0", "0.25", "0.75", "-1.5", "2.0"])).to_owned(),
            1 => "document.share".to_owned(),
            2 => two("+"),
            3 => two("-"),
            4 => two("*"),
            _ => format!("({} / {})", self.exact(less), self.pick(&["0.5", "2.0", "-4.0"])),
        }
    }

    fn day(&self) -> String {
        match self.below(3) {
            0 => format!("date('{}')", self.pick(DAYS)),
            _ => (self.pick(&["procedure.reviewed", "procedure.changed"])).to_owned(),
        }
    }
}
