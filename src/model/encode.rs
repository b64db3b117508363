//! Records as JSON for other programs: each with its English keys, each value word for word as it was written.
//!
//! A key that nobody wrote is absent, one that is known to be missing is `null`. What the program does not publish, such
//! as a number that may be somebody's own, is left out. The translations of a text stand beside the record, by the JSON
//! Pointer (RFC 6901) of the text, so that structure and rules are there once.

use serde_json::{Map, Value};

use super::Text;

/// A type that leaves the program as JSON.
pub trait Encode {
    /// It as JSON; `None` where it is not published.
    fn encode(&self, out: &mut Encoder<'_>) -> Option<Value>;
}

/// Finds the words of a language for a text of the original.
pub type Find<'a> = Box<dyn Fn(&Text) -> Option<&'a str> + 'a>;

/// What encoding needs beside the value, and the translations that it meets.
pub struct Encoder<'a> {
    /// The pointer of the value that is written.
    at: String,
    /// The languages of translations.
    languages: Vec<(String, Find<'a>)>,
    /// By language, what the translation says by pointer.
    translations: Vec<Map<String, Value>>,
    /// The address of a file that content names.
    file: Box<dyn Fn(&str) -> String + 'a>,
}

impl<'a> Encoder<'a> {
    /// An encoder with the languages of translations and how each finds its words.
    pub fn new(languages: Vec<(String, Find<'a>)>, file: impl Fn(&str) -> String + 'a) -> Self {
        Self {
            at: String::new(),
            translations: languages.iter().map(|_| Map::new()).collect(),
            languages,
            file: Box::new(file),
        }
    }

    /// Writes `value` at a further key or place, or several with `/` between them, of what is written.
    pub fn inside(&mut self, key: &str, value: &(impl Encode + ?Sized)) -> Option<Value> {
        let before = self.at.len();
        self.at.push('/');
        // No key of a record and no id holds a sign that a pointer would write otherwise.
        self.at.push_str(key);
        let value = value.encode(self);
        self.at.truncate(before);
        value
    }

    /// What translations say, by language and pointer; languages that say nothing are left out.
    pub fn into_translations(self) -> Map<String, Value> {
        let languages = self.languages.into_iter().map(|(language, _)| language);
        let said = languages.zip(self.translations);
        let said = said.filter(|(_, words)| !words.is_empty());
        said.map(|(language, words)| (language, Value::Object(words)))
            .collect()
    }

    /// The address of a file that content names.
    pub(super) fn file(&self, path: &str) -> String {
        (self.file)(path)
    }

    /// Notes what translations say of a text at the present place.
    fn note(&mut self, text: &Text) {
        for ((_, find), words) in self.languages.iter().zip(&mut self.translations) {
            if let Some(said) = find(text) {
                words.insert(self.at.clone(), said.into());
            }
        }
    }
}

impl std::fmt::Debug for Encoder<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Encoder")
            .field("at", &self.at)
            .finish_non_exhaustive()
    }
}

impl Encode for Text {
    fn encode(&self, out: &mut Encoder<'_>) -> Option<Value> {
        out.note(self);
        Some(self.value.as_str().into())
    }
}
