//! Every rule: the tables by group, then each rule's own page.

use std::collections::BTreeMap;

use crate::{
    render::manual::cell,
    rule::{Rule, RuleSet, Severity},
};

/// The page of rules, in Markdown.
pub fn rules(rules: &RuleSet, language: &str) -> String {
    let mut groups: BTreeMap<&str, Vec<&Rule>> = BTreeMap::new();
    for rule in rules.rules.values() {
        groups.entry(rule.group()).or_default().push(rule);
    }
    let mut page =
        "# Rules\n\nEach rule is one file below `rules/`; its path is its name. The severity is that of a proved finding; a presumed one \
        is a step lower and an undetermined one a note, unless the rule's page says otherwise. The number is the rule's place in the \
        catalogue of rules from which these were chosen. In the examples `#~` \
        marks a line on which the rule speaks, and some of its words. This page is written by the program from the rule files.\n"
            .to_owned();
    for (group, rules) in &groups {
        page.push_str(&format!("\n## {group}\n\n| no. | rule | what it finds | severity | legal ground |\n|---|---|---|---|---|\n"));
        rules.iter().for_each(|rule| page.push_str(&line(rule, language)));
    }
    for rule in rules.rules.values() {
        page.push_str(&format!("\n---\n\n<a id=\"{0}\"></a>\n\n{1}", rule.id, lowered(&rule.manual(language))));
    }
    page
}

fn line(rule: &Rule, language: &str) -> String {
    let numbers: Vec<String> = rule.catalogue.iter().map(ToString::to_string).collect();
    let grounds: Vec<String> = rule.basis.iter().map(|basis| basis.cite.said(language)).collect();
    let [.., proved] = rule.severity.map(Severity::word);
    let title = cell(rule.title.said(language));
    format!("| {} | [`{1}`](#{1}) | {title} | {proved} | {2} |\n", numbers.join(", "), rule.id, cell(&grounds.join("; ")))
}

/// A page under a heading two levels down, so that it fits below another page's.
fn lowered(page: &str) -> String {
    if page.starts_with("# ") { format!("##{page}") } else { page.to_owned() }
}
