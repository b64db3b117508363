//! A sentence in both languages of the program.

use std::fmt;

/// A language the program itself speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Indonesian.
    Id,
    /// English.
    En,
}

impl Lang {
    /// The language named by a tag such as `id`, `id_ID.UTF-8` or `en-GB`; `None` for any other.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "id" | "in" => Some(Self::Id),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The language's tag, `id` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// One sentence, said in Indonesian and in English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The Indonesian sentence.
    pub id: String,
    /// The English sentence.
    pub en: String,
}

impl Message {
    /// The sentence in `lang`.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.id,
            Lang::En => &self.en,
        }
    }
}

/// Builds a [`Message`] from an Indonesian and an English format string over the same variables.
macro_rules! say {
    ($id:literal, $en:literal $(,)?) => {
        $crate::diagnostic::Message {
            id: format!($id),
            en: format!($en),
        }
    };
}
pub(crate) use say;
