//! Words folded for comparing: quick for the letters of Vietnamese, and the same as by the tables of Unicode for all.

use redtape::text;

#[test]
fn folded_text_is_what_the_tables_of_unicode_say() {
    each_text(|words| {
        let small: String = text::nfc(words).chars().flat_map(char::to_lowercase).collect();
        let seen: String = small.chars().filter(|c| c.is_whitespace() || !text::is_invisible(*c)).collect();
        assert_eq!(text::fold(words), seen.split_whitespace().collect::<Vec<_>>().join(" "), "{words:?}");
    });
}

#[test]
fn plain_words_are_those_between_the_marks_of_the_folded_text() {
    each_text(|words| {
        let folded = text::fold(words);
        let plain: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        assert_eq!(text::plain(words), plain.join(" "), "{words:?}");
    });
}

/// Hands over every letter among others, and some whole sentences.
fn each_text(visit: impl Fn(&str)) {
    (0..=0x10_ffff).filter_map(char::from_u32).for_each(|c| visit(&format!("{c}a{c}Đ {c}{c}-ế{c}")));
    ["", " – ", "(Bản  sao), CÓ: chứng\u{200b}thực.", "\u{feff} ÀẢ\u{323}Ơ\u{300}"].into_iter().for_each(visit);
}
