//! The words by which a row is read, kept as data beside the code.

const VIETNAMESE: &str = include_str!("vi.txt");

/// The phrases of the section `name`.
pub(super) fn list(name: &str) -> Vec<&'static str> {
    let mut phrases = Vec::new();
    let mut open = false;
    for line in VIETNAMESE.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((section, _)) => open = section == name,
            None if open => phrases.push(line),
            None => (),
        }
    }
    phrases
}
