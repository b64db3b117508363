//! A term of the page and the lines beside it.

use super::items::said;
use super::pen::Pen;
use super::view::{Item, Row};

/// A row of the details: its key is that of its term among the theme's words.
pub fn row(pen: &Pen<'_>, key: &'static str, lines: impl IntoIterator<Item = Item>) -> Row {
    Row {
        key,
        term: pen.word(&format!("details.{key}")),
        lines: lines.into_iter().collect(),
        ..Row::default()
    }
}

/// The sentence for what is not given.
pub fn missing(pen: &Pen<'_>, key: &'static str, state: &str) -> Row {
    let word = match state {
        "missing" => "missing.component",
        _ => "missing.absent",
    };
    Row {
        missing: true,
        ..row(pen, key, [said(pen.said(pen.word(word)))])
    }
}
