//! A language of the pages: its words, its direction, and how it writes numbers, money, dates and conditions.
//!
//! All of that is data, one file of words for each language: [`Words`] holds it as it was written, [`Phrases`] what
//! conditions are put into words with. The theme has a [`Language`] for each of its files. The program's own messages
//! borrow the phrases of the two that it speaks itself, [`Language::spoken`].

mod forms;
mod phrases;
mod words;

pub use forms::{capitalised, is_rupiah, uncapitalised};
pub use phrases::Phrases;
pub use words::{Words, fill, places};

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::diagnostic::Lang;

/// The language whose words stand in where a language has none of its own, and of a site that names no language.
pub const FIRST: &str = "id";

/// A language of the pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    words: Words,
    phrases: Phrases,
}

impl Language {
    /// The language of these words.
    pub fn new(words: Words) -> Self {
        let words = match direction(&words) {
            Direction::LeftToRight => words,
            Direction::RightToLeft => isolated(&words),
        };
        Self {
            phrases: Phrases::of(&words),
            words,
        }
    }

    /// A language that the program speaks itself, for messages that say a condition or an amount.
    pub fn spoken(lang: Lang) -> &'static Self {
        static INDONESIAN: LazyLock<Language> =
            LazyLock::new(|| built_in(include_str!("../themes/default/words/id.yaml")));
        static ENGLISH: LazyLock<Language> =
            LazyLock::new(|| built_in(include_str!("../themes/default/words/en.yaml")));
        match lang {
            Lang::Id => &INDONESIAN,
            Lang::En => &ENGLISH,
        }
    }

    /// From which side it is written.
    pub fn direction(&self) -> Direction {
        direction(&self.words)
    }

    /// Somebody's own words within a sentence of this language: in one written from the right they keep their own order.
    pub fn own(&self, text: &str) -> String {
        match self.direction() {
            Direction::LeftToRight => text.to_owned(),
            Direction::RightToLeft => format!("\u{2068}{text}\u{2069}"),
        }
    }

    /// The words as they were written.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// What conditions are put into words with.
    pub fn phrases(&self) -> &Phrases {
        &self.phrases
    }
}

/// From which side a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From the left, as Indonesian.
    LeftToRight,
    /// From the right, as Arabic.
    RightToLeft,
}

impl Direction {
    /// As the attribute `dir` and a file of words say it.
    pub fn key(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

fn direction(words: &Words) -> Direction {
    match words.get("language.direction") {
        "rtl" => Direction::RightToLeft,
        _ => Direction::LeftToRight,
    }
}

/// The words with a mark (U+2068, U+2069) around each place, so that what is filled in, an address or a question in
/// another script, keeps its own order. Lists and groups hold such sentences, and need none.
fn isolated(words: &Words) -> Words {
    let holds_sentences = |key: &str| {
        key.starts_with("list.")
            || ["rule.members", "rule.group"].contains(&key)
            || ["rule.and", "rule.or", "rule.and_inner", "rule.or_inner"].contains(&key)
    };
    let marked = words.iter().map(|(key, said)| {
        let said = if holds_sentences(key) {
            said.to_owned()
        } else {
            said.replace('{', "\u{2068}{").replace('}', "}\u{2069}")
        };
        (key.to_owned(), said)
    });
    marked.collect()
}

/// Whether a text is a language tag as it is used in names of files and in addresses: `jv`, `zh-hant`.
pub fn is_tag(text: &str) -> bool {
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_lowercase());
    let mut parts = text.split('-');
    parts
        .next()
        .is_some_and(|first| (2..=3).contains(&first.len()) && letters(first))
        && parts.all(|part| {
            (2..=8).contains(&part.len())
                && part
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// The language of a file that is part of the program; the theme's tests read the same files strictly.
fn built_in(text: &str) -> Language {
    let by_key: BTreeMap<String, String> = serde_yaml::from_str(text).unwrap_or_default();
    Language::new(by_key.into_iter().collect())
}
