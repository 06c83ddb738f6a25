//! A rule's manual page, from its file alone.

use crate::rule::{Rule, Severity};

/// The page, in Markdown.
pub(super) fn page(rule: &Rule, language: &str) -> String {
    let vietnamese = language == "vi";
    let word = |vi: &'static str, en: &'static str| if vietnamese { vi } else { en };
    let mut page = format!("# {}\n\n`{}`\n\n", rule.title.said(language), rule.id);
    let [undetermined, presumed, proved] = rule.severity.map(Severity::word);
    page.push_str(&format!(
        "{}: {proved} ({}), {presumed} ({}), {undetermined} ({}) · {}\n\n",
        word("Mức độ", "Severity"),
        word("đã chứng minh", "proved"),
        word("suy đoán", "presumed"),
        word("chưa xác định", "undetermined"),
        rule.persona.word(),
    ));
    page.push_str(&format!("{}\n\n", rule.rationale.said(language).trim()));
    page.push_str(&format!("**{}** {}\n\n", word("Cách khắc phục.", "What to do."), rule.advice.words.said(language)));
    page.push_str(&format!("**{}** `{}`: `{}`\n\n", word("Khi nào nêu.", "When it speaks."), rule.each.name(), rule.when_words.trim()));
    page.push_str(&rank(rule, word));
    page.push_str(&format!("**{}** {}\n\n", word("Dữ kiện sử dụng.", "Facts it uses."), rule.words().join(", ")));
    if !rule.basis.is_empty() {
        page.push_str(&format!("**{}**\n\n", word("Căn cứ pháp lý", "Legal ground")));
        for basis in &rule.basis {
            let cite = if vietnamese { basis.cite.vietnamese() } else { basis.cite.english() };
            let from = basis.valid.from.map_or_else(String::new, |day| format!(" {} {day}", word("từ", "from")));
            let until = basis.valid.until.map_or_else(String::new, |day| format!(" {} {day}", word("đến trước", "until")));
            page.push_str(&format!("- {cite}{from}{until}\n"));
        }
        page.push('\n');
    }
    for example in &rule.examples {
        page.push_str(&format!("**{}** ({})\n\n", word("Ví dụ", "Example"), example.as_of));
        if let Some(given) = &example.given {
            page.push_str(&fenced(word("Sổ đăng ký", "Registers"), given));
        }
        page.push_str(&fenced(word("Nêu ở đây", "It speaks here"), &example.bad));
        page.push_str(&fenced(word("Im lặng ở đây", "It is silent here"), &example.good));
        if let Some(near) = &example.near {
            page.push_str(&fenced(word("Gần giống nhưng im lặng", "Nearly, but silent"), near));
        }
    }
    page.trim_end().to_owned() + "\n"
}

/// The aspect it speaks of, and the rules it stands above.
fn rank(rule: &Rule, word: impl Fn(&'static str, &'static str) -> &'static str) -> String {
    let Some(aspect) = &rule.aspect else { return String::new() };
    let above = rule.outranks.iter().map(|id| format!(" `{id}`")).collect::<Vec<_>>().join(",");
    let above = if above.is_empty() { above } else { format!("; {}{above}", word("đứng trên", "ranks above")) };
    let says = word("mỗi đối tượng và khía cạnh chỉ nêu một phát hiện", "of one subject and aspect only the highest-ranked finding shows");
    format!("**{}** `{aspect}`{above} ({says}).\n\n", word("Khía cạnh.", "Aspect."))
}

fn fenced(title: &str, text: &str) -> String {
    format!("{title}:\n\n```yaml\n{}\n```\n\n", text.trim_end())
}
