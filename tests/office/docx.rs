//! Word documents made for tests: the printed form of a table of words, in two layouts that are met.

use std::io::{Cursor, Write};

use serde_json::Value;

const SPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Labels and words one below the other, as the portal prints them.
pub(crate) fn printed(table: &Value) -> Vec<u8> {
    let mut body = paragraph("CHI TIẾT THỦ TỤC HÀNH CHÍNH");
    for (label, value) in table.as_object().expect("a table is an object") {
        match value {
            Value::String(words) if words.contains('\n') => {
                body += &paragraph(label);
                words.lines().for_each(|line| body += &paragraph(line));
            }
            Value::String(words) => body += &paragraph(&format!("{label} {words}")),
            _ => body += &(paragraph(label) + &tables(value)),
        }
    }
    zipped(&body)
}

/// A table of two columns, the label on the left and all that belongs to it on the right.
pub(crate) fn framed(table: &Value) -> Vec<u8> {
    let row = |(label, value): (&String, &Value)| {
        let right = match value {
            Value::String(words) => words.lines().map(paragraph).collect::<String>() + &paragraph(""),
            _ => tables(value) + &paragraph(""),
        };
        format!("<w:tr><w:tc>{}</w:tc><w:tc>{right}</w:tc></w:tr>", paragraph(label))
    };
    let rows: String = table.as_object().expect("a table is an object").iter().map(row).collect();
    zipped(&format!("<w:tbl>{rows}</w:tbl>"))
}

fn tables(value: &Value) -> String {
    match value {
        Value::Array(rows) => grid(rows),
        Value::Object(parts) => {
            parts.iter().map(|(name, rows)| paragraph(name) + &grid(rows.as_array().expect("rows are a list"))).collect()
        }
        _ => String::new(),
    }
}

fn grid(rows: &[Value]) -> String {
    let Some(first) = rows.first().and_then(Value::as_object) else { return String::new() };
    let line = |cells: Vec<&str>| {
        let cells: String = cells.iter().map(|cell| format!("<w:tc>{}</w:tc>", paragraph(cell))).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    let head = line(first.keys().map(String::as_str).collect());
    let rows: String = rows.iter().map(|row| line(first.keys().map(|key| row[key].as_str().unwrap_or_default()).collect())).collect();
    format!("<w:tbl>{head}{rows}</w:tbl>")
}

fn paragraph(words: &str) -> String {
    let lines: Vec<String> = words.split('\n').map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line))).collect();
    format!("<w:p><w:r>{}</w:r></w:p>", lines.join("<w:br/>"))
}

fn escaped(words: &str) -> String {
    let shown = |c: &char| !c.is_control();
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").chars().filter(shown).collect()
}

/// A Word document with that body.
pub(crate) fn zipped(body: &str) -> Vec<u8> {
    packed(&[("word/document.xml", &format!("<w:document xmlns:w=\"{SPACE}\"><w:body>{body}</w:body></w:document>"))])
}

/// A zip of these parts.
pub(crate) fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part begins");
        zip.write_all(text.as_bytes()).expect("a part is written");
    }
    zip.finish().expect("the package ends").into_inner()
}
