//! The declared shape of every value: what the strict reader checks and the editor's schema is written from.

use crate::diagnostic::Lang;

/// A key of a record.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The key in English.
    pub en: &'static str,
    /// The key in Indonesian.
    pub id: &'static str,
    /// What it means, in English.
    pub about_en: &'static str,
    /// What it means, in Indonesian.
    pub about_id: &'static str,
    /// Whether a record without it is refused.
    pub required: bool,
    /// The shape of its value.
    pub shape: fn() -> Shape,
}

/// A record: its name and its keys.
#[derive(Debug, Clone, Copy)]
pub struct RecordShape {
    /// A name, unique among records.
    pub name: &'static str,
    /// Its keys.
    pub fields: &'static [Field],
    /// The shape of the short form, where there is one.
    pub short: Option<fn() -> Shape>,
}

/// A fixed value in both languages.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    /// The value in English.
    pub en: &'static str,
    /// The value in Indonesian.
    pub id: &'static str,
}

/// What a value may look like.
#[derive(Debug, Clone)]
pub enum Shape {
    /// Any text or number, kept as written.
    Text,
    /// A name of letters, digits, `_` and `-`.
    Id,
    /// A whole number.
    Integer,
    /// A number, with or without decimals.
    Number,
    /// Yes or no.
    Boolean,
    /// `2026-11-22`
    Date,
    /// `08:30`
    Time,
    /// A web address.
    Url,
    /// A path below `static/`.
    FilePath,
    /// Text in Markdown.
    Markdown,
    /// A condition: an expression or a mapping.
    Condition,
    /// One of fixed values.
    Choice(&'static [Choice]),
    /// A list.
    List(Box<Shape>),
    /// A text or a list of texts.
    Lines,
    /// Values under names the author chooses.
    Named(Box<Shape>),
    /// A record.
    Record(&'static RecordShape),
    /// One of several shapes.
    Any(Vec<Shape>),
}

impl Field {
    /// The key in a language.
    pub fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.id,
            Lang::En => self.en,
        }
    }
}

impl RecordShape {
    /// The field that `key` names in either language.
    pub fn find(&self, key: &str) -> Option<&'static Field> {
        self.fields
            .iter()
            .find(|field| field.en == key || field.id == key)
    }
}
